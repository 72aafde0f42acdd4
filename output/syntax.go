package output

import (
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// options read whatever the service sends: a name used twice and text that is not UTF-8 are kept, not refused.
var options = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

// SyntaxError says that an answer is not the JSON that was expected, or ended in the middle.
type SyntaxError struct{ Err error }

func (e *SyntaxError) Error() string { return fmt.Sprintf("the answer is not valid JSON: %v", e.Err) }

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// NotJSON wraps a mistake in the syntax as a SyntaxError and leaves other errors, such as those of reading or
// writing, as they are.
func NotJSON(err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &SyntaxError{err}
	}
	return err
}
