package commands

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math/rand/v2"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// paging is how the service hands out a list that is longer than one answer.
type paging struct {
	List   string   // the list in an answer, for output.SplitPage
	Blanks []string // fields of an answer that say where the next page is
	ID     string   // path to the id of an item, where pages may overlap; "" where they do not
	// First prepares the request for the first page, of a size that fits a limit; limit is 0 where there is none.
	First func(r *api.Request, limit int) error
	// Next makes of a request the one for the next page, once page has come with so many items that had not come
	// before. It is false when that was the last one.
	Next func(r *api.Request, page any, fresh int) (bool, error)
	// Fields are those of an answer that More looks at; More tells whether an answer leaves something out.
	Fields []string
	More   func(r *api.Request, seen *output.Seen) bool
}

// The options of lists.
var (
	allPages    = flagSpec{Name: "all-pages", About: "Follow the list to its end, however many answers that takes."}
	limitRows   = flagSpec{Name: "limit", Value: "NUMBER", About: "Stop after so many items, however many answers that takes."}
	tableOption = []flagSpec{
		{Name: "columns", Value: "LIST", Field: &api.Field{Lists: 1}, About: "Show these columns of a table or CSV, in this order."},
		{Name: "sort-by", Value: "COLUMN", About: "Order a table or CSV by this column; with - before it, largest first."},
		{Name: "filter", Value: "CONDITION", About: "Show only rows like Status=Failed; also != ~ !~ < >. Repeatable: all must hold."},
	}
)

// choice is what people want to see of an answer.
func (inv *invocation) choice(view *output.View) (*output.Choice, error) {
	c := output.NewChoice(view, !inv.flags.isTrue("no-headers"))
	if view != inv.cmd.View {
		return c, nil
	}
	for _, option := range tableOption {
		f := inv.flags.named(option.Name)
		if f == nil || f.raw == nil {
			continue
		}
		if format := inv.format(); format != "table" && format != "csv" || inv.flags.given("jmes-query") {
			return nil, usage("--{{.Flag}} is about tables and CSV; --jmes-query selects from JSON and YAML.", "Flag", option.Name)
		}
		var err error
		switch option.Name {
		case "columns":
			var titles []string
			if titles, err = f.items(); err == nil {
				err = c.Columns(titles)
			}
		case "sort-by":
			err = c.SortBy(inv.flags.text(option.Name))
		case "filter":
			for _, condition := range f.raw {
				if err == nil {
					err = c.Filter(condition, inv.meant)
				}
			}
		}
		var wrong *usageError
		if errors.As(err, &wrong) {
			return nil, wrong
		}
		if err != nil {
			return nil, usage("--{{.Flag}}: {{.Reason}}.", "Flag", option.Name, "Reason", err.Error())
		}
	}
	return c, nil
}

// meant makes of a size its bytes, and of a time what cells hold of times. Anything else stays as it is.
func (inv *invocation) meant(typed string) string {
	if n, ok := parseSize(typed); ok {
		return strconv.FormatInt(n, 10)
	}
	if at, ok := parseTime(typed, inv.now()); ok {
		return at.UTC().Format(time.RFC3339Nano)
	}
	return typed
}

// pageLimit is the number that --limit gives; 0 where there is no limit.
func (inv *invocation) pageLimit() (int, error) {
	if !inv.flags.given(limitRows.Name) {
		return 0, nil
	}
	n, err := strconv.Atoi(inv.flags.text(limitRows.Name))
	if err != nil || n < 1 {
		return 0, usage("--limit: {{.Value}} is not a number of items.", "Value", quoted(inv.flags.text(limitRows.Name)))
	}
	return n, nil
}

// showList shows an operation's list: one answer of it, or with --all-pages or --limit as many as that takes.
func (inv *invocation) showList(r *api.Request) error {
	pages := inv.cmd.Pages
	limit, err := inv.pageLimit()
	if err != nil {
		return err
	}
	if limit > 0 || inv.flags.isTrue(allPages.Name) {
		if err := pages.First(r, limit); err != nil {
			return err
		}
		merged, stop := inv.merge(r, limit)
		defer stop()
		return inv.show(merged)
	}
	answer, err := inv.send(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	seen := &output.Seen{Fields: make(map[string]string)}
	for _, name := range pages.Fields {
		seen.Fields[name] = ""
	}
	if err := inv.showSeen(inv.cmd.View, answer.Body, seen); err != nil {
		return err
	}
	if pages.More(r, seen) {
		inv.note(i18n.T("There is more: --all-pages shows all of it, --limit NUMBER a part."))
	}
	return nil
}

// incomplete says that a list ended before its end.
type incomplete struct {
	items int // that had come
	pages int
	err   error
}

func (e *incomplete) Error() string { return e.err.Error() }

// Unwrap gives the reason.
func (e *incomplete) Unwrap() error { return e.err }

// merge gives several answers as one, whose list holds the items of all. A page is had whole before its items are given, so
// that one that breaks off can be asked for again.
func (inv *invocation) merge(r *api.Request, limit int) (merged io.Reader, stop func()) {
	in, out := io.Pipe()
	done := make(chan struct{})
	go func() {
		defer close(done)
		items, pages := 0, 0
		err := inv.mergeTo(out, r, limit, &items, &pages)
		if err != nil && pages > 0 {
			err = &incomplete{items, pages, err}
		}
		_ = out.CloseWithError(err)
	}()
	return in, func() {
		_ = in.CloseWithError(io.ErrClosedPipe)
		<-done
	}
}

func (inv *invocation) mergeTo(out io.Writer, r *api.Request, limit int, items, pages *int) error {
	p := inv.cmd.Pages
	before := map[string]bool{} // the ids of the page before
	for {
		a, page, err := inv.page(r)
		if err != nil {
			return err
		}
		if *pages == 0 {
			if _, err := out.Write(page.Before); err != nil {
				return err
			}
		}
		*pages++
		ids, fresh := map[string]bool{}, 0
		for _, item := range page.Items {
			if limit > 0 && *items == limit {
				break
			}
			if p.ID != "" {
				id, err := idOf(item, p.ID)
				if err != nil {
					return err
				}
				ids[id] = true
				if before[id] {
					continue
				}
			}
			fresh++
			if *items > 0 {
				item = append([]byte{','}, item...)
			}
			if _, err := out.Write(item); err != nil {
				return err
			}
			*items++
		}
		before = ids
		more := false
		if len(page.Items) > 0 && (limit == 0 || *items < limit) {
			if more, err = p.Next(r, a.value, fresh); err != nil {
				return err
			}
		}
		if !more {
			_, err := out.Write(page.After)
			return err
		}
	}
}

func idOf(item []byte, path string) (string, error) {
	v, err := output.Read(bytes.NewReader(item))
	return output.String(v, path), err
}

// pageTries is how often a page is asked for that breaks off, beside what is repeated anyway.
const pageTries = 4

// page gets one page whole.
func (inv *invocation) page(r *api.Request) (a *received, page *output.Page, err error) {
	for try := 1; ; try++ {
		if a, err = inv.exchange(r); err == nil {
			page, err = output.SplitPage(a.raw, inv.cmd.Pages.List, inv.cmd.Pages.Blanks...)
		}
		if err == nil || !passing(err) || try == pageTries {
			return a, page, err
		}
		if err := inv.sleep(firstPoll<<try/2 + rand.N(firstPoll<<try/2)); err != nil {
			return nil, nil, err
		}
	}
}

// The pages of searches: an answer has a mark for the next.
var (
	cookiePages = &paging{
		List: "*", Blanks: []string{cookie}, Fields: []string{cookie}, More: func(_ *api.Request, seen *output.Seen) bool { return seen.Fields[cookie] != "" },
		First: func(r *api.Request, limit int) error {
			if limit > 0 && limit < pageSize && r.Get("count") == nil {
				r.SetNamed("count", strconv.Itoa(limit))
			}
			return nil
		},
		Next: func(r *api.Request, page any, _ int) (bool, error) {
			next := output.String(page, cookie)
			if now := r.Get(cookie); next == "" || len(now) > 0 && now[0] == next {
				return false, nil
			}
			r.SetNamed(cookie, next)
			return true, nil
		},
	}
	bodyCookiePages = &paging{
		List: "*", Blanks: []string{cookie}, Fields: []string{cookie}, More: cookiePages.More,
		First: func(r *api.Request, limit int) error {
			body := map[string]json.RawMessage{}
			if err := json.Unmarshal(r.Body, &body); err != nil || limit == 0 || limit >= pageSize || body["count"] != nil {
				return err
			}
			return setField(r, "count", strconv.Itoa(limit))
		},
		Next: func(r *api.Request, page any, _ int) (bool, error) {
			next, err := json.Marshal(output.String(page, cookie))
			body := map[string]json.RawMessage{}
			if err == nil {
				err = json.Unmarshal(r.Body, &body)
			}
			if err != nil || string(next) == `""` || string(body[cookie]) == string(next) {
				return false, err
			}
			return true, setField(r, cookie, string(next))
		},
	}
)

const (
	cookie   = "paginationCookie"
	pageSize = 200 // items, where nobody says otherwise and the service has to be told
)

// setField gives a field of a request's body a value, which is JSON. Everything else keeps its digits.
func setField(r *api.Request, name, value string) error {
	body := map[string]json.RawMessage{}
	if err := json.Unmarshal(r.Body, &body); err != nil {
		return err
	}
	body[name] = json.RawMessage(value)
	raw, err := json.Marshal(body)
	r.Body = raw
	return err
}

// runPages go back in time: the service gives the newest runs of a window, and the next window ends where the oldest of
// them began. A run at that very moment comes twice.
var runPages = &paging{
	List: "runs", ID: "id", Fields: []string{"totalRuns"},
	More: func(r *api.Request, seen *output.Seen) bool {
		total, err := strconv.Atoi(seen.Fields["totalRuns"])
		asked := r.Get("numRuns")
		return err == nil && total > seen.Rows || err != nil && len(asked) > 0 && asked[0] == strconv.Itoa(seen.Rows)
	},
	First: func(r *api.Request, limit int) error {
		if r.Get("numRuns") == nil {
			size := pageSize
			if limit > 0 {
				size = min(size, limit)
			}
			r.SetNamed("numRuns", strconv.Itoa(size))
		}
		return nil
	},
	Next: func(r *api.Request, page any, fresh int) (bool, error) {
		runs := output.List(page, "runs")
		if total, ok := output.Int(page, "totalRuns"); ok && total <= int64(len(runs)) {
			return false, nil
		}
		when := "startTimeUsecs"
		if by := r.Get("filterByEndTime"); len(by) > 0 && by[0] == "true" {
			when = "endTimeUsecs"
		}
		var oldest int64
		for _, run := range runs {
			if at, ok := output.Int(run, "localBackupInfo."+when+"|"+archived+when); ok && (oldest == 0 || at < oldest) {
				oldest = at
			}
		}
		if oldest == 0 {
			return false, nil
		}
		if fresh == 0 { // the window holds nothing but what began at its end: a group has one run at a time
			oldest--
		}
		r.SetNamed("endTimeUsecs", strconv.FormatInt(oldest, 10))
		return true, nil
	},
}

// sourcePages follow the tree of one source, whose direct children come in pages.
var sourcePages = &paging{
	List: "[0].nodes", ID: "protectionSource.id", Fields: nil,
	More:  func(*api.Request, *output.Seen) bool { return false },
	First: func(*api.Request, int) error { return nil },
	Next: func(r *api.Request, page any, _ int) (bool, error) {
		next := output.String(page, "[0].entityPaginationParameters.afterCursorEntityId")
		if now := r.Get("afterCursorEntityId"); next == "" || next == "0" || len(now) > 0 && now[0] == next || len(output.List(page, "")) > 1 {
			return false, nil
		}
		r.SetNamed("afterCursorEntityId", next)
		return true, nil
	},
}
