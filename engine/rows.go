package engine

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// ShowRows prints rows, each in JSON, as a list in a field of an answer, of which no more than a row is held.
func (c *Context) ShowRows(field string, rows iter.Seq[json.RawMessage]) error {
	return c.ShowDocument(nil, nil, field, rows)
}

// ShowDocument is ShowRows for a list that is the last field of a document. head is the document without that field; nil for one without
// other fields, and a nil view is the command's own.
func (c *Context) ShowDocument(view *output.View, head any, field string, rows iter.Seq[json.RawMessage]) error {
	if view == nil {
		view = c.console.view
	}
	in, err := Document(head, field, rows)
	if err != nil {
		return err
	}
	defer in.Close()
	return c.console.show(c, view, in, nil)
}

// document is a reader whose writer has ended once it is closed.
type document struct {
	*io.PipeReader
	done chan struct{}
}

// Close ends the writer, too.
func (d *document) Close() error {
	_ = d.CloseWithError(io.ErrClosedPipe)
	<-d.done
	return nil
}

// Document returns rows, each in JSON, as a list in the last field of a document, of which no more than a row is held. head is the document without
// that field; nil for one without other fields. Whoever reads it closes it.
func Document(head any, field string, rows iter.Seq[json.RawMessage]) (io.ReadCloser, error) {
	before := []byte("{")
	if head != nil {
		raw, err := json.Marshal(head)
		if err != nil {
			return nil, err
		}
		if before = raw[:len(raw)-1]; len(before) > 1 {
			before = append(before, ',')
		}
	}
	in, out := io.Pipe()
	d := &document{in, make(chan struct{})}
	go func() {
		defer close(d.done)
		w := bufio.NewWriterSize(out, 64<<10)
		_, err := w.WriteString(string(before) + `"` + field + `":[`)
		comma := false
		for raw := range rows {
			if comma && err == nil {
				err = w.WriteByte(',')
			}
			if comma = true; err == nil {
				_, err = w.Write(raw)
			}
			if err != nil {
				break
			}
		}
		if err == nil {
			_, err = w.WriteString("]}")
		}
		if err == nil {
			err = w.Flush()
		}
		_ = out.CloseWithError(err)
	}()
	return d, nil
}

// ReadRows sends a request for a list and calls row for each of its items, of which only what is at paths is read: a list may have more
// items than memory would hold whole. summary, which may be nil, learns of the answer.
func (c *Context) ReadRows(r *api.Request, list string, paths []string, summary *output.Summary, row func(any) error) error {
	answer, err := c.Gate.Call(c, r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	return output.Rows(answer.Body, list, paths, summary, row)
}
