package engine

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"iter"
	"math"
	"slices"
	"time"

	"github.com/go-json-experiment/json/jsontext"

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
	// returns false when that was the last one. A request that was sent before is an error, so Next need not look for that; where
	// requests that lead back never come again, it returns RepeatedPages.
	Next func(r *api.Request, page any, fresh int) (bool, error)
	// Fields are those of an answer that More looks at. More reports whether an answer leaves something out.
	Fields []string
	More   func(r *api.Request, summary *output.Summary) bool
	// View returns how a list is shown whose answers themselves say which columns they have, by the first of them; nil for the view of
	// the command.
	View func(first any) *output.View
}

// showList shows an operation's list: one answer of it, or with --all-pages or --limit as many as that takes.
func (c *Context) showList() error {
	pages, limit, r := c.command.Pages, c.Options.List.Limit, c.Request
	list := &c.Options.List
	if list.selects() {
		limit = 0 // it counts what is shown, which is known only when everything has come
	}
	if list.Limit > 0 || list.AllPages {
		if err := pages.First(r, limit); err != nil {
			return err
		}
		first, err := c.page(pages, r, c.own()...) // before anything is shown
		if err != nil {
			return err
		}
		view := c.viewOf(pages, first.value)
		merged, stop := c.merge(pages, r, first, limit)
		defer stop()
		return c.console.show(c, view, merged, nil)
	}
	if pages.View != nil { // which needs the answer whole
		result, err := c.Send()
		if err != nil {
			return err
		}
		return c.console.show(c, c.viewOf(pages, result.Value), bytes.NewReader(result.Raw), nil)
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

// viewOf returns how a list is shown, by its first answer.
func (c *Context) viewOf(pages *Paging, first any) *output.View {
	if pages.View == nil {
		return c.command.View
	}
	c.console.view = pages.View(first)
	return c.console.view
}

// UseView puts a view in the place of the command's own, with what the options of lists say about it: one whose columns an answer says.
func (c *Context) UseView(view *output.View) { c.console.view = view }

// ShowList is showList for a request that a job has made, of a command with pages.
func (c *Context) ShowList(r *api.Request) error {
	c.Request = r
	return c.showList()
}

// ReadList sends a request for a list, and those for its further pages, and returns all pages as one answer.
func (c *Context) ReadList(pages *Paging, r *api.Request) (any, error) {
	if err := pages.First(r, 0); err != nil {
		return nil, err
	}
	first, err := c.page(pages, r)
	if err != nil {
		return nil, err
	}
	merged, stop := c.merge(pages, r, first, 0)
	defer stop()
	return output.Read(merged)
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
		m := &merger{pages: pages, limit: limit, out: out, seen: map[digest]bool{}}
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
	items int             // that were written
	seen  map[digest]bool // the requests and the items of the pages so far
}

// digest stands for a request, or for the items of a page: a list may have more pages than memory would hold.
type digest [sha256.Size]byte

// RepeatedPages returns the error of a list that leads back to where it was.
func RepeatedPages() error {
	return i18n.NewError("list.repeated|The service sent the same page of the list again, so that the list would never end.")
}

// once notes texts, and returns an error where the same were noted before.
func (m *merger) once(texts iter.Seq[[]byte]) error {
	h := sha256.New()
	for text := range texts {
		_, _ = h.Write(binary.AppendUvarint(nil, uint64(len(text))))
		_, _ = h.Write(text)
	}
	d := digest(h.Sum(nil))
	if m.seen[d] {
		return RepeatedPages()
	}
	m.seen[d] = true
	return nil
}

// ask notes a request, which must not have been sent before.
func (m *merger) ask(r *api.Request) error {
	return m.once(slices.Values([][]byte{[]byte("request"), []byte(r.Target()), r.Body}))
}

func sameRequest(a, b *api.Request) bool {
	return a.Target() == b.Target() && bytes.Equal(a.Body, b.Body)
}

// run writes the pages from the first one on; next gets the one for a request that has been changed.
func (m *merger) run(r *api.Request, p *page, next func() (*page, error)) error {
	if err := m.ask(r); err != nil {
		return err
	}
	if _, err := m.out.Write(p.Before); err != nil {
		return err
	}
	before := map[string]bool{} // the ids of the page before
	for {
		items, ids, err := m.fresh(p, before)
		if err != nil {
			return err
		}
		before = ids
		if err := m.write(items); err != nil {
			return err
		}
		more := false
		if m.limit == 0 || m.items < m.limit {
			asked := r.Clone()
			if more, err = m.pages.Next(r, p.value, len(items)); err != nil {
				return err
			}
			if len(p.Items) == 0 && sameRequest(asked, r) {
				more = false // nothing is behind the last item, where the mark for the next page stays
			}
		}
		if !more {
			_, err := m.out.Write(p.After)
			return err
		}
		if err := m.ask(r); err != nil {
			return err
		}
		if p, err = next(); err != nil {
			return err
		}
	}
}

// fresh returns the items of a page that were not on the page before, and the ids of the page. Where no page before had just the
// same items, or there are none, there is no error.
func (m *merger) fresh(p *page, before map[string]bool) (fresh []jsontext.Value, ids map[string]bool, err error) {
	fresh, ids = p.Items, map[string]bool{}
	if m.pages.ID != "" {
		fresh = nil
		for _, item := range p.Items {
			value, err := output.Read(bytes.NewReader(item))
			if err != nil {
				return nil, nil, err
			}
			id := output.String(value, m.pages.ID)
			if ids[id] = true; !before[id] {
				fresh = append(fresh, item)
			}
		}
	}
	if len(fresh) == 0 {
		return nil, ids, nil
	}
	return fresh, ids, m.once(func(yield func([]byte) bool) {
		for _, item := range fresh {
			if !yield(item) {
				return
			}
		}
	})
}

// write writes items, up to the limit.
func (m *merger) write(items []jsontext.Value) error {
	for _, item := range items {
		if m.limit > 0 && m.items == m.limit {
			break
		}
		if m.items > 0 {
			item = append([]byte{','}, item...)
		}
		if _, err := m.out.Write(item); err != nil {
			return err
		}
		m.items++
	}
	return nil
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
