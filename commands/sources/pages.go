package sources

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

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
