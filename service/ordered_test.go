package service

import (
	"io"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestAStreamTakesPiecesInTheirOrder checks that a worker which is too far ahead waits until its turn has come near, or until the stream ends
// or breaks.
func TestAStreamTakesPiecesInTheirOrder(t *testing.T) {
	var out strings.Builder
	o := NewOrdered(&out, 2)
	write := func(offset int64, text string) chan error {
		done := make(chan error, 1)
		go func() {
			n, err := o.WriteAt([]byte(text), offset)
			if err == nil && n != len(text) {
				err = io.ErrShortWrite
			}
			done <- err
		}()
		return done
	}
	waits := func(done chan error) {
		select {
		case err := <-done:
			t.Fatalf("it does not wait: %v", err)
		case <-time.After(30 * time.Millisecond):
		}
	}
	first := strings.Repeat("x", ChunkSize)
	require.NoError(t, <-write(ChunkSize, "b"), "the second piece may be begun")
	third := write(2*ChunkSize, "c")
	waits(third)
	require.NoError(t, <-write(0, first[:ChunkSize-1]))
	waits(third)
	require.NoError(t, <-write(ChunkSize-1, "a"))
	require.NoError(t, <-third)
	assert.Equal(t, first[1:]+"ab", out.String()[0:], "what waited comes behind")

	far := write(9*ChunkSize, "z")
	waits(far)
	o.end(3 * ChunkSize)
	assert.ErrorIs(t, <-far, io.ErrShortWrite, "nothing comes behind the end")
	assert.ErrorIs(t, <-write(3*ChunkSize, "z"), io.ErrShortWrite)
	require.NoError(t, <-write(ChunkSize+1, "more"))
	o.goOn()
	far = write(9*ChunkSize, "z")
	waits(far)
	o.end(3 * ChunkSize)
	<-far

	broken := NewOrdered(fullDisk{}, 1)
	o = broken
	far = write(ChunkSize, "b")
	waits(far)
	assert.ErrorIs(t, <-write(0, "a"), syscall.ENOSPC)
	assert.ErrorIs(t, <-far, syscall.ENOSPC)
}
