package objects

import (
	"encoding/json"
	"strconv"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How searches continue after one answer.

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
			body, err := r.Fields()
			if err != nil || limit == 0 || limit >= pageSize || body["count"] != nil {
				return err
			}
			return r.SetField("count", []byte(strconv.Itoa(limit)))
		},
		Next: func(r *api.Request, page any, _ int) (bool, error) {
			next, err := json.Marshal(output.String(page, cookie))
			if err != nil {
				return false, err
			}
			if string(next) == `""` {
				return false, nil
			}
			return true, r.SetField(cookie, next)
		},
	}
)

func hasCookie(_ *api.Request, summary *output.Summary) bool { return summary.Fields[cookie] != "" }
