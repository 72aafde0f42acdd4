package output

import (
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
)

// blank is a text of spaces without end.
type blank struct{ read int64 }

func (b *blank) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	b.read += int64(len(p))
	return len(p), nil
}

func TestAnAnswerThatIsHeldIsBounded(t *testing.T) {
	endless := &blank{}
	_, err := Read(endless)
	assert.ErrorContains(t, err, "too large to be held")
	assert.NotContains(t, err.Error(), "jsontext", "a sentence for people")
	assert.LessOrEqual(t, endless.read, int64(MaxHeld))
	n, err := io.Copy(io.Discard, Held(io.LimitReader(&blank{}, MaxHeld-1), MaxHeld))
	assert.NoError(t, err)
	assert.EqualValues(t, MaxHeld-1, n)
}
