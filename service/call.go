package service

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"

	"ibmcloud-backup-recovery-plugin/api"
)

// call is what the round trippers know of the request that they carry.
type call struct {
	repeatable bool
	op         *api.Operation
	err        error  // the last failure of the network
	elsewhere  string // the other host that a redirection leads to; "" where it stays
	appliance  bool   // whether it goes to a connector or a connector agent, and nowhere else
	unframed   bool   // whether the end of the answer cannot be told from a connection that was cut

	dialed, wrote atomic.Bool // whether the network was asked for a connection, and whether anything of the request went out
}

// watch notes what becomes of a request on the network.
func (c *call) watch(ctx context.Context) context.Context {
	return httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GetConn:          func(string) { c.dialed.Store(true) },
		WroteHeaderField: func(string, []string) { c.wrote.Store(true) },
	})
}

// notSent reports whether a failure came before anything of the request went out: no name, no route, nobody listening, no trust in
// the certificate.
func (c *call) notSent(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial" || c.dialed.Load() && !c.wrote.Load()
}

// unknown returns an error that took the place of an answer as one that leaves open what became of the request, where sending it
// again would be more than sending it once.
func (c *call) unknown(err error) error {
	if c.repeatable {
		return err
	}
	return &Unknown{Operation: operationID(c.op), Err: err}
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

func operationID(op *api.Operation) string {
	if op == nil {
		return ""
	}
	return op.ID
}
