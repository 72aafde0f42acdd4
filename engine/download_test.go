package engine

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/service"
)

// TestOnlyWrongBytesAreThrownAway checks that what has arrived outlives whatever may pass.
func TestOnlyWrongBytesAreThrownAway(t *testing.T) {
	for _, err := range []error{service.ErrSameChunk, fmt.Errorf("chunk 3: %w", service.ErrWrongChunk)} {
		assert.True(t, wrongBytes(err), err)
	}
	for _, status := range []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound, http.StatusConflict, http.StatusTooManyRequests, http.StatusBadGateway} {
		assert.False(t, wrongBytes(&service.Error{Status: status}), status)
	}
	for _, err := range []error{context.Canceled, fs.ErrExist, files.ErrBusy, &service.Unreachable{}, errors.New("other")} {
		assert.False(t, wrongBytes(err), err)
	}
}

func TestAnArchiveThatIsNotUnpackedForItsSizeIsSaved(t *testing.T) {
	assert.True(t, isTooLarge(&files.TooLarge{}))
	assert.True(t, isTooLarge(files.ErrTooMany))
	assert.False(t, isTooLarge(errors.New("other")))
}

func TestErrorsOfThisMachineAreSafeForATerminal(t *testing.T) {
	err := &fs.PathError{Op: "read", Path: "a\nOK\x1b[2J\u202e", Err: fs.ErrPermission}
	const safe = `read a\nOK\u001b[2J\u202e: permission denied`
	assert.Equal(t, safe, skipReason(files.Skipped{Err: err}))
	assert.Equal(t, safe, local(err).Error())
	foreign := local(&files.Foreign{Path: "x\n.br-part", Reason: files.NoNote})
	assert.Equal(t, ExitUsage, foreign.Exit)
	assert.Contains(t, foreign.Error(), `'x\n.br-part'`)
	assert.NotEmpty(t, foreign.Next)
	special := local(&files.NotAFile{Path: "x"})
	assert.Contains(t, special.Error(), "'x'")
	assert.NotEmpty(t, special.Next)
}
