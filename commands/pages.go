package commands

import (
	"encoding/json"
	"strconv"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How the lists of the service continue after one answer.

const (
	cookie   = "paginationCookie"
	pageSize = 200 // items, where nobody says otherwise and the service has to be told
)

// The pages of searches: an answer has a mark for the next.
var (
	cookiePages = &engine.Paging{
		List: "*", Blanks: []string{cookie}, Fields: []string{cookie}, More: hasCookie,
		First: func(r *api.Request, limit int) error {
			if limit > 0 && limit < pageSize && r.Get("count") == nil {
				r.SetNamed("count", strconv.Itoa(limit))
			}
			return nil
		},
		Next: func(r *api.Request, page any, _ int) (bool, error) {
			next := output.String(page, cookie)
			if next == "" {
				return false, nil
			}
			r.SetNamed(cookie, next)
			return true, nil
		},
	}
	bodyCookiePages = &engine.Paging{
		List: "*", Blanks: []string{cookie}, Fields: []string{cookie}, More: hasCookie,
		First: func(r *api.Request, limit int) error {
			body, err := fields(r)
			if err != nil || limit == 0 || limit >= pageSize || body["count"] != nil {
				return err
			}
			return setField(r, "count", strconv.Itoa(limit))
		},
		Next: func(r *api.Request, page any, _ int) (bool, error) {
			next, err := json.Marshal(output.String(page, cookie))
			if err != nil {
				return false, err
			}
			if string(next) == `""` {
				return false, nil
			}
			return true, setField(r, cookie, string(next))
		},
	}
)

func hasCookie(_ *api.Request, summary *output.Summary) bool { return summary.Fields[cookie] != "" }

// fields returns the fields of a request's body, which keep their digits.
func fields(r *api.Request) (map[string]json.RawMessage, error) {
	body := map[string]json.RawMessage{}
	return body, json.Unmarshal(r.Body, &body)
}

// setField sets a field of a request's body to a value, which is JSON.
func setField(r *api.Request, name, value string) error {
	body, err := fields(r)
	if err != nil {
		return err
	}
	body[name] = json.RawMessage(value)
	r.Body, err = json.Marshal(body)
	return err
}

// runPages go back in time: the service returns the newest runs of a window, and the next window ends where the oldest of them
// began. A run at that very moment comes twice.
var runPages = &engine.Paging{
	List: "runs", ID: "id", Fields: []string{"totalRuns"},
	More: func(r *api.Request, summary *output.Summary) bool {
		total, err := strconv.Atoi(summary.Fields["totalRuns"])
		asked := r.Get("numRuns")
		return err == nil && total > summary.Rows || err != nil && len(asked) > 0 && asked[0] == strconv.Itoa(summary.Rows)
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
		list := output.List(page, "runs")
		if total, ok := output.Int(page, "totalRuns"); ok && total <= int64(len(list)) {
			return false, nil
		}
		when := "startTimeUsecs"
		if by := r.Get("filterByEndTime"); len(by) > 0 && by[0] == "true" {
			when = "endTimeUsecs"
		}
		var oldest int64
		timed := false
		for _, run := range list {
			if at, ok := output.Int(run, "localBackupInfo."+when+"|"+archived+when); ok {
				timed = true
				if at != 0 && (oldest == 0 || at < oldest) { // 0 is the end of a run that goes on
					oldest = at
				}
			}
		}
		if !timed {
			return false, nil
		}
		if fresh == 0 { // the window holds nothing but what began at its end: a group has one run at a time
			oldest--
		}
		if end := r.Get("endTimeUsecs"); oldest <= 0 || len(end) > 0 && !before(oldest, end[0]) {
			return false, engine.RepeatedPages()
		}
		r.SetNamed("endTimeUsecs", strconv.FormatInt(oldest, 10))
		return true, nil
	},
}

// before reports whether a time lies before another one, as a request has it; in microseconds. What is no time lies behind all.
func before(at int64, end string) bool {
	n, err := strconv.ParseInt(end, 10, 64)
	return err != nil || at < n
}

// sourcePages follow the tree of one source, whose direct children come in pages.
var sourcePages = &engine.Paging{
	List: "[0].nodes", ID: "protectionSource.id",
	More:  func(*api.Request, *output.Summary) bool { return false },
	First: func(*api.Request, int) error { return nil },
	Next: func(r *api.Request, page any, _ int) (bool, error) {
		next := output.String(page, "[0].entityPaginationParameters.afterCursorEntityId")
		if next == "" || next == "0" || len(output.List(page, "")) > 1 {
			return false, nil
		}
		r.SetNamed("afterCursorEntityId", next)
		return true, nil
	},
}
