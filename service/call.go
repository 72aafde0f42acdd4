package service

import (
	"net/http"

	"ibmcloud-backup-recovery-plugin/api"
)

// call is what the round trippers know of the request that they carry.
type call struct {
	repeatable bool
	op         *api.Operation
	err        error // the last failure of the network
}

type callKey struct{}

func callOf(req *http.Request) *call {
	if c, ok := req.Context().Value(callKey{}).(*call); ok {
		return c
	}
	return &call{}
}

// keep remembers the original of an error that is worded anew on its way up.
func keep(req *http.Request, err error) error {
	callOf(req).err = err
	return err
}
