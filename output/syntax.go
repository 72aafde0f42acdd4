package output

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// options read whatever the service sends: a name used twice and text that is not UTF-8 are kept, not refused.
var options = []jsontext.Options{jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true)}

// SyntaxError says that an answer is not the JSON that was expected, or ended in the middle.
type SyntaxError struct{ Err error }

func (e *SyntaxError) Error() string { return fmt.Sprintf("the answer is not valid JSON: %v", e.Err) }

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

// NotJSON wraps a mistake in the syntax as a SyntaxError and returns other errors, such as those of reading or writing, without what the decoder
// puts before them.
func NotJSON(err error) error {
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return &SyntaxError{err}
	}
	if inner := errors.Unwrap(err); inner != nil && strings.HasPrefix(err.Error(), "jsontext: ") {
		return inner
	}
	return err
}

// ended returns an error unless an answer, whose value has been read, ends here.
func ended(dec *jsontext.Decoder) error {
	switch _, err := dec.ReadToken(); err {
	case io.EOF:
		return nil
	case nil:
		return &SyntaxError{i18n.NewError("answer.more|Something follows its end, at byte {{.Byte}}.", "Byte", dec.InputOffset())}
	default:
		return NotJSON(err)
	}
}

// verbatim reports whether the text of a JSON string is what stands between its quotes.
func verbatim(raw []byte) bool { return bytes.IndexByte(raw, '\\') < 0 && utf8.Valid(raw) }

// unquote returns the text of a JSON string. What is not UTF-8 becomes the character for that.
func unquote(raw []byte) string {
	if verbatim(raw) {
		return string(raw[1 : len(raw)-1])
	}
	text, _ := jsontext.AppendUnquote(nil, raw) // the error is about text that is not UTF-8, which is mended
	return string(text)
}
