package engine

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestWhatArrivedInSentences(t *testing.T) {
	assert.Equal(t, []string{"Saved 'a.zip': 1 KiB in 2s.", "SHA-256: x", "Verified the checksums of 2 files in the archive."}, (&Saved{path: "a.zip", size: 1024, took: 2 * time.Second, sha256: "x", verified: 2}).sentences())
	assert.Equal(t, []string{"Wrote 1 KiB to '/dev/fd/3' in 2s.", "SHA-256: x"}, (&Saved{path: "/dev/fd/3", streamed: true, size: 1024, took: 2 * time.Second, sha256: "x"}).sentences())
	assert.Equal(t, []string{"Downloaded 'a.zip': 1 KiB in 2s.", "SHA-256: x"}, (&Saved{archive: "a.zip", size: 1024, took: 2 * time.Second, sha256: "x"}).sentences())
	assert.Nil(t, (&Saved{}).value().File)
	assert.Equal(t, "a", *(&Saved{path: "a"}).value().File)
}
