package output

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestStreamsEndWithTheContext has both ends of pipes in one process.
func TestStreamsEndWithTheContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		why := errors.New("enough")
		ctx, cancel := context.WithCancelCause(t.Context())
		silent, unblock := io.Pipe()
		deaf, nobody := io.Pipe()
		defer unblock.Close()
		defer deaf.Close()
		var words strings.Builder
		s := (&Streams{In: silent, Out: nobody, Err: &words}).Interruptible(ctx)
		time.AfterFunc(time.Minute, func() { cancel(why) })
		began := time.Now()
		_, err := io.ReadAll(s.In)
		assert.ErrorIs(t, err, why)
		assert.Equal(t, time.Minute, time.Since(began))
		for range 3 {
			_, err = io.WriteString(s.Out, "x")
			assert.ErrorIs(t, err, why)
		}
		assert.Equal(t, time.Minute+interruptGrace, time.Since(began), "once, for all that is written")
		_, err = io.WriteString(s.Err, "Interrupted.")
		assert.NoError(t, err)
		assert.Equal(t, "Interrupted.", words.String())
	})
}

func TestInterruptibleStreamsPassEverythingOn(t *testing.T) {
	for _, size := range []int{0, 1, 511, 512, 513, 1 << 20} {
		text := strings.Repeat("x", size)
		var out strings.Builder
		s := (&Streams{In: io.MultiReader(strings.NewReader(text), strings.NewReader("end")), Out: &out}).Interruptible(t.Context())
		n, err := io.CopyBuffer(struct{ io.Writer }{s.Out}, struct{ io.Reader }{s.In}, make([]byte, 100))
		assert.NoError(t, err)
		assert.EqualValues(t, size+3, n)
		assert.Equal(t, text+"end", out.String())
	}
}

func TestSameFile(t *testing.T) {
	one, err := os.Create(filepath.Join(t.TempDir(), "one"))
	require.NoError(t, err)
	defer one.Close()
	again, err := os.OpenFile(one.Name(), os.O_WRONLY, 0)
	require.NoError(t, err)
	defer again.Close()
	other, err := os.Create(filepath.Join(t.TempDir(), "one"))
	require.NoError(t, err)
	defer other.Close()
	var words, more strings.Builder
	assert.True(t, SameFile(one, Interruptible(t.Context(), again)))
	assert.False(t, SameFile(one, other))
	assert.False(t, SameFile(one, &words))
	assert.True(t, SameFile(&words, &words))
	assert.False(t, SameFile(&words, &more))
	require.NoError(t, again.Close())
	assert.False(t, SameFile(one, again), "what is closed is no file")
}
