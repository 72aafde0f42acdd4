package output

import (
	"bufio"

	"github.com/go-json-experiment/json/jsontext"
)

// maxIndented is how many levels of an answer are indented. What is deeper stands on one line: its indentation would grow with the
// square of its depth.
const maxIndented = 100

// pieces reads an answer piece by piece. summary, which may be nil, learns what passes.
type pieces struct {
	dec     *jsontext.Decoder
	summary *Summary
}

// next reads a bracket, or a name or a value without parts, which raw is until the next call, as it was sent. The error is io.EOF
// at the end.
func (p *pieces) next() (kind jsontext.Kind, raw jsontext.Value, err error) {
	switch kind = p.dec.PeekKind(); kind {
	case '"', '0', 't', 'f', 'n':
		raw, err = p.dec.ReadValue()
	default:
		_, err = p.dec.ReadToken()
	}
	if err == nil {
		p.summary.piece(p.dec, kind, raw)
	}
	return kind, raw, err
}

const spaces = "                                                                "

// pad writes n spaces. The writer keeps the error.
func pad(w *bufio.Writer, n int) {
	for ; n > len(spaces); n -= len(spaces) {
		_, _ = w.WriteString(spaces)
	}
	_, _ = w.WriteString(spaces[:n])
}
