package output

import (
	"bytes"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// resultWriter writes what a query selects as JSON, and turns marked numbers and whole floats back into numbers. Parts of a result
// may be the same value many times over, so that its size is known only as it is written.
type resultWriter struct {
	ctx  context.Context
	out  bytes.Buffer
	most int // bytes
}

// value writes a value. The error is that of the context, once it has ended, or says that the result is too large.
func (w *resultWriter) value(v any) error {
	switch v := v.(type) {
	case map[string]any:
		return w.object(v)
	case []any:
		return w.list(v)
	}
	return w.scalar(unmark(v))
}

func (w *resultWriter) object(fields map[string]any) error {
	w.out.WriteByte('{')
	for i, name := range slices.Sorted(maps.Keys(fields)) {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.scalar(strings.ReplaceAll(name, exactMark, "")); err != nil {
			return err
		}
		w.out.WriteByte(':')
		if err := w.value(fields[name]); err != nil {
			return err
		}
	}
	w.out.WriteByte('}')
	return w.within()
}

func (w *resultWriter) list(items []any) error {
	w.out.WriteByte('[')
	for i, item := range items {
		if i > 0 {
			w.out.WriteByte(',')
		}
		if err := w.value(item); err != nil {
			return err
		}
	}
	w.out.WriteByte(']')
	return w.within()
}

// scalar writes a value without parts.
func (w *resultWriter) scalar(v any) error {
	enc := json.NewEncoder(&w.out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil { // a function of the library
		return &QueryError{i18n.NewError("query.expression|The result is an expression (&…), which cannot be shown.")}
	}
	w.out.Truncate(w.out.Len() - 1) // the end of the line
	return w.within()
}

// within returns an error where the context has ended or what was written is too large.
func (w *resultWriter) within() error {
	if w.ctx.Err() != nil {
		return context.Cause(w.ctx)
	}
	if w.out.Len() > w.most {
		return i18n.NewError("query.large|The result of the query is larger than {{.Size}}. Select less.", "Size", Bytes(int64(w.most)))
	}
	return nil
}

// unmark turns a marked number back into a number, and takes marks out of text. Numbers that the library worked out are floats, which JSON
// has as they are: a whole one without a point.
func unmark(v any) any {
	text, ok := v.(string)
	if !ok {
		return v
	}
	if number, ok := strings.CutPrefix(text, exactMark); ok {
		return json.Number(number)
	}
	return strings.ReplaceAll(text, exactMark, "") // a mark that a function wove into other text
}
