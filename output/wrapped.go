package output

import (
	"bufio"
	"encoding/json"
	"io"
	"strings"
)

// Wrapped returns a JSON answer that is a list as an object with the list in a field, without holding it. Any other answer stays as
// it is.
func Wrapped(answer io.Reader, field string) io.Reader { return &wrapped{answer: answer, field: field} }

type wrapped struct {
	answer io.Reader
	field  string
	whole  io.Reader // nil until it is known what the answer is
}

// Read reads the answer, and around a list what makes an object of it.
func (w *wrapped) Read(p []byte) (int, error) {
	if w.whole == nil {
		answer := bufio.NewReader(w.answer)
		w.whole = answer
		if isList(answer) {
			name, _ := json.Marshal(w.field) // a text always can be
			w.whole = io.MultiReader(strings.NewReader("{"+string(name)+":"), answer, strings.NewReader("}"))
		}
	}
	return w.whole.Read(p)
}

// isList reports whether what a reader holds begins as a JSON list. White space before it is gone then.
func isList(r *bufio.Reader) bool {
	first, err := Begin(r)
	return err == nil && first == '['
}

// Begin returns the first byte of an answer that is no white space, which stays there; what stands before it is gone. It is io.EOF where the
// answer holds nothing else.
func Begin(r *bufio.Reader) (byte, error) {
	for {
		next, err := r.Peek(1)
		if err != nil {
			return 0, err
		}
		if strings.IndexByte(" \t\r\n", next[0]) < 0 {
			return next[0], nil
		}
		_, _ = r.Discard(1) // which is there
	}
}
