package commands

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestAListThatLeadsBackIsAnError follows cookies, cursors and windows that lead back, at once, in turns or after many pages.
func TestAListThatLeadsBackIsAnError(t *testing.T) {
	cookies := func(next map[string]string, items map[string]string) func(string) string {
		return func(now string) string {
			return fmt.Sprintf(`{"paginationCookie":%q,"objects":[%s],"files":[]}`, next[now], items[now])
		}
	}
	many, manyItems := map[string]string{"": "c0"}, map[string]string{"": `{"name":"first"}`}
	for i := range 300 {
		many[fmt.Sprintf("c%d", i)], manyItems[fmt.Sprintf("c%d", i)] = fmt.Sprintf("c%d", i+1), fmt.Sprintf(`{"name":"o%d"}`, i)
	}
	manyItems["c300"] = `{"name":"last"}`
	endless := func(cookie string) string { // marks that never come again, for pages that do
		n, _ := strconv.Atoi(cookie)
		return fmt.Sprintf(`{"paginationCookie":"%d","objects":[{"name":"%d"}]}`, n+1, n%2)
	}
	fallsBack := map[string]string{"c300": "c7"}
	for from, to := range many {
		fallsBack[from] = to
	}
	for name, c := range map[string]struct {
		answer func(cookie string) string
		fails  bool
		items  int
	}{
		"the same page":              {cookies(map[string]string{"": "a", "a": "a"}, map[string]string{"": `{"name":"x"}`, "a": `{"name":"y"}`}), true, 2},
		"two pages in turns":         {cookies(map[string]string{"": "a", "a": "b", "b": "a"}, map[string]string{"": `{"name":"x"}`, "a": `{"name":"y"}`, "b": `{"name":"z"}`}), true, 3},
		"a cookie after many":        {cookies(fallsBack, manyItems), true, 302},
		"two pages under new marks":  {endless, true, 2},
		"many pages":                 {cookies(many, manyItems), false, 302},
		"an empty page between":      {cookies(map[string]string{"": "a", "a": "b", "b": "c"}, map[string]string{"": `{"name":"x"}`, "c": `{"name":"y"}`}), false, 2},
		"an empty page at the end":   {cookies(map[string]string{"": "a", "a": "a"}, map[string]string{"": `{"name":"x"}`}), false, 1},
		"empty pages that lead back": {cookies(map[string]string{"": "a", "a": "b", "b": "a"}, map[string]string{"": `{"name":"x"}`}), true, 1},
	} {
		for _, format := range []string{"json", "csv", "table"} {
			d := enginetest.New(t, Catalog())
			d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
				return enginetest.Reply(200, "application/json", c.answer(r.URL.Query().Get("paginationCookie"))), nil
			})
			status := d.Run("objects-search", "--all-pages", "--output", format)
			if !c.fails {
				assert.Equal(t, 0, status, "%s: %s", name, &d.Err)
				if format == "json" {
					assert.Equal(t, c.items, strings.Count(d.Out.String(), `"name"`), name)
				}
				continue
			}
			assert.Equal(t, 1, status, name)
			assert.Contains(t, d.Err.String(), "The service sent the same page of the list again", name)
			assert.Contains(t, d.Err.String(), fmt.Sprintf("it ended after %d item", c.items), name)
		}
	}
}

// TestWindowsThatDoNotMoveAreAnError lists the runs of a service that takes no notice of where a window ends.
func TestWindowsThatDoNotMoveAreAnError(t *testing.T) {
	for _, pages := range [][]string{{"2 3"}, {"4 5", "2 3"}} {
		d := enginetest.New(t, Catalog())
		asked := 0
		d.App.Session.Transport = enginetest.Transport(func(*http.Request) (*http.Response, error) {
			var items []string
			for _, id := range strings.Fields(pages[asked%len(pages)]) {
				items = append(items, fmt.Sprintf(`{"id":"%s:%s","localBackupInfo":{"startTimeUsecs":%s}}`, id, id, id))
			}
			asked++
			return enginetest.Reply(200, "application/json", `{"runs":[`+strings.Join(items, ",")+`]}`), nil
		})
		assert.Equal(t, 1, d.Run("run", "list", group, "--all-pages"), "%s", pages)
		assert.Contains(t, d.Err.String(), "The service sent the same page of the list again", "%s", pages)
		assert.Less(t, asked, 6)
	}
}

// TestWindowsThatLeadElsewhereAreAnError lists the runs of services whose windows never come again and never end: they go forward in
// time, or back behind its beginning.
func TestWindowsThatLeadElsewhereAreAnError(t *testing.T) {
	for name, c := range map[string]struct {
		start   func(asked int) int
		byEnd   string
		asked   int
		nothing string // what the answers say of all but the time
	}{
		"forward":                   {func(asked int) int { return 1e9 + asked }, "false", 2, ""},
		"forward by end":            {func(asked int) int { return 1e9 + asked }, "true", 2, ""},
		"before the beginning":      {func(asked int) int { return -asked }, "false", 1, ""},
		"at the beginning":          {func(int) int { return 0 }, "false", 1, ""},
		"forward with nothing more": {func(asked int) int { return 1e9 + asked }, "false", 2, "1:1"},
	} {
		d := enginetest.New(t, Catalog())
		asked := 0
		d.App.Session.Transport = enginetest.Transport(func(*http.Request) (*http.Response, error) {
			if asked++; asked > 50 {
				return enginetest.Reply(200, "application/json", `{"runs":[]}`), nil
			}
			id, at := c.nothing, c.start(asked)
			if id == "" {
				id = fmt.Sprintf("%d:%d", asked, asked)
			}
			return enginetest.Reply(200, "application/json", fmt.Sprintf(`{"runs":[{"id":%q,"localBackupInfo":{"startTimeUsecs":%d,"endTimeUsecs":%d}}]}`, id, at, at)), nil
		})
		assert.Equal(t, 1, d.Run("run", "list", group, "--all-pages", "--filter-by-end-time="+c.byEnd), name)
		assert.Contains(t, d.Err.String(), "The service sent the same page of the list again", name)
		assert.Equal(t, c.asked, asked, name)
	}

	d := enginetest.New(t, Catalog()) // a run that goes on ended at 0, which is no time to go back to
	var ends []string
	d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		ends = append(ends, r.URL.Query().Get("endTimeUsecs"))
		items := `{"id":"3:3","localBackupInfo":{"endTimeUsecs":0}},{"id":"2:2","localBackupInfo":{"endTimeUsecs":2000}}`
		if len(ends) > 1 {
			items = ""
		}
		return enginetest.Reply(200, "application/json", `{"runs":[`+items+`]}`), nil
	})
	assert.Equal(t, 0, d.Run("run", "list", group, "--all-pages", "--filter-by-end-time"), "%s", &d.Err)
	assert.Equal(t, []string{"", "2000"}, ends)
}
