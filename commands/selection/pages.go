package selection

import (
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// objectPages are the pages of a search for objects: an answer has a mark for the next.
var objectPages = &engine.Paging{
	List: "*", Blanks: []string{"paginationCookie"},
	First: func(*api.Request, int) error { return nil },
	Next: func(r *api.Request, page any, _ int) (bool, error) {
		next := output.String(page, "paginationCookie")
		if next != "" {
			r.SetNamed("paginationCookie", next)
		}
		return next != "", nil
	},
}

// searched returns the objects that a search finds, on all pages.
func searched(c *engine.Context, r *api.Request) (rows []any, err error) {
	first, err := c.Call(r)
	if err != nil {
		return nil, err
	}
	if output.String(first.Value, "paginationCookie") == "" {
		return output.List(first.Value, "objects"), nil
	}
	answer, err := c.ReadList(objectPages, r)
	return output.List(answer, "objects"), err
}

// EachObject calls each with what is at paths of every object that the sources have, on all pages. where are parameters of the search that choose
// some of them, as names and values in pairs.
func EachObject(c *engine.Context, paths []string, each func(row any), where ...string) error {
	return everything.each(c, paths, each, where)
}

// EachProtected is EachObject for every object with snapshots.
func EachProtected(c *engine.Context, paths []string, each func(row any), where ...string) error {
	return protected.each(c, paths, each, where)
}

func (s scope) each(c *engine.Context, paths []string, each func(row any), where []string) error {
	for cookie, last := "", "-"; cookie != last; { // a service that sends the same mark again would be asked for ever
		r := api.NewRequest(s.op)
		for pair := range slices.Chunk(where, 2) {
			r.SetNamed(pair[0], pair[1])
		}
		if cookie != "" {
			r.SetNamed("paginationCookie", cookie)
		}
		summary := &output.Summary{Fields: map[string]string{"paginationCookie": ""}}
		if err := c.ReadRows(r, "objects", paths, summary, func(row any) error {
			each(row)
			return nil
		}); err != nil {
			return err
		}
		if cookie, last = summary.Fields["paginationCookie"], cookie; cookie == "" {
			break
		}
	}
	return nil
}
