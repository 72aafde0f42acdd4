package engine

import (
	"bytes"
	"errors"
	"io"
	"math"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Paging is how the service returns a list that is longer than one answer.
type Paging struct {
	List   string   // path to the list in an answer
	Blanks []string // fields of an answer that say where the next page is
	ID     string   // path to the id of an item, where pages may overlap; "" where they do not
	// First prepares the request for the first page, of a size that fits a limit; limit is 0 where there is none.
	First func(r *api.Request, limit int) error
	// Next makes of a request the one for the next page, once page has come with so many items that had not come before. It
	// returns false when that was the last one.
	Next func(r *api.Request, page any, fresh int) (bool, error)
	// Fields are those of an answer that More looks at. More reports whether an answer leaves something out.
	Fields []string
	More   func(r *api.Request, summary *output.Summary) bool
}

// showList shows an operation's list: one answer of it, or with --all-pages or --limit as many as that takes.
func (c *Context) showList() error {
	pages, limit, r := c.command.Pages, c.Options.List.Limit, c.Request
	if limit > 0 || c.Options.List.AllPages {
		if err := pages.First(r, limit); err != nil {
			return err
		}
		first, err := c.page(pages, r, c.own()...) // before anything is shown
		if err != nil {
			return err
		}
		merged, stop := c.merge(pages, r, first, limit)
		defer stop()
		return c.console.show(c, c.command.View, merged, nil)
	}
	answer, err := c.Gate.Call(c, r, c.own()...)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	summary := &output.Summary{Fields: make(map[string]string)}
	for _, name := range pages.Fields {
		summary.Fields[name] = ""
	}
	if err := c.console.show(c, c.command.View, answer.Body, summary); err != nil {
		return err
	}
	if pages.More(r, summary) {
		c.Note("list.truncated|There are more. Use '--all-pages' to list everything, or '--limit NUMBER'.")
	}
	return nil
}

// incomplete says that a list ended before its end.
type incomplete struct {
	items int // that had come
	err   error
}

func (e *incomplete) Error() string { return e.err.Error() }

// Unwrap returns the reason.
func (e *incomplete) Unwrap() error { return e.err }

// merge returns several answers as one, whose list holds the items of all, beginning with the first page. A page is had whole
// before its items are passed on, so that one that breaks off can be asked for again.
func (c *Context) merge(pages *Paging, r *api.Request, first *page, limit int) (merged io.Reader, stop func()) {
	in, out := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		m := &merger{pages: pages, limit: limit, out: out}
		err := m.run(r, first, func() (*page, error) { return c.page(pages, r) })
		if err != nil {
			err = &incomplete{m.items, err}
		}
		_ = out.CloseWithError(err)
	}()
	return in, func() {
		_ = in.CloseWithError(io.ErrClosedPipe)
		<-done
	}
}

// page is one answer of several, taken apart.
type page struct {
	*output.Page
	value any
}

// merger writes the pages of a list as one answer.
type merger struct {
	pages *Paging
	limit int
	out   io.Writer
	items int // that were written
}

// run writes the pages from the first one on; next gets the one for a request that has been changed.
func (m *merger) run(r *api.Request, p *page, next func() (*page, error)) error {
	if _, err := m.out.Write(p.Before); err != nil {
		return err
	}
	before := map[string]bool{} // the ids of the page before
	for {
		ids, fresh, err := m.write(p, before)
		if err != nil {
			return err
		}
		before = ids
		more := false
		if len(p.Items) > 0 && (m.limit == 0 || m.items < m.limit) {
			if more, err = m.pages.Next(r, p.value, fresh); err != nil {
				return err
			}
		}
		if !more {
			_, err := m.out.Write(p.After)
			return err
		}
		if p, err = next(); err != nil {
			return err
		}
	}
}

// write writes the items of a page that were not on the page before. It returns the ids of the page and how many were new.
func (m *merger) write(p *page, before map[string]bool) (ids map[string]bool, fresh int, err error) {
	ids = map[string]bool{}
	for _, item := range p.Items {
		if m.limit > 0 && m.items == m.limit {
			break
		}
		if m.pages.ID != "" {
			value, err := output.Read(bytes.NewReader(item))
			if err != nil {
				return nil, 0, err
			}
			id := output.String(value, m.pages.ID)
			ids[id] = true
			if before[id] {
				continue
			}
		}
		fresh++
		if m.items > 0 {
			item = append([]byte{','}, item...)
		}
		if _, err := m.out.Write(item); err != nil {
			return nil, 0, err
		}
		m.items++
	}
	return ids, fresh, nil
}

// pageTries is how often a page is asked for that breaks off, beside what is repeated anyway.
const pageTries = 4

var pageBackoff = service.Backoff{First: 500 * time.Millisecond, Max: 5 * time.Second, Factor: 2, Jitter: 0.3}

// page gets one page whole.
func (c *Context) page(pages *Paging, r *api.Request, how ...How) (*page, error) {
	for try := 1; ; try++ {
		result, err := c.Call(r, how...)
		if err == nil {
			var split *output.Page
			if split, err = output.SplitPage(result.Raw, pages.List, pages.Blanks...); err == nil {
				return &page{split, result.Value}, nil
			}
		}
		if !transient(err) || try == pageTries {
			return nil, err
		}
		if err := c.Sleep(pageBackoff.Pause(try)); err != nil {
			return nil, err
		}
	}
}

// transient reports whether time may heal a failure. An answer that broke off, or that a gateway gave, is one.
func transient(err error) bool {
	var syntax *output.SyntaxError
	return service.Transient(err) || errors.As(err, &syntax)
}

// explained says how much of the list had come.
func (e *incomplete) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.What = append(f.What, i18n.T("list.incomplete|The list is not complete: it ended after {{.Count}} item.|The list is not complete: it ended after {{.Count}} items.", "Count", min(e.items, math.MaxInt32)))
	return &f
}
