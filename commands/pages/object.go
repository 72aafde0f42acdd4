package pages

import (
	"cmp"
	"slices"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// objectPage is an object with what belongs to it.
type objectPage struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Environment string   `json:"environment"`
	Source      string   `json:"sourceName"`
	LastGood    int64    `json:"lastGoodUsecs,omitempty"`
	Note        string   `json:"note,omitempty"`
	Groups      []*group `json:"groups"`
	Count       int      `json:"snapshotCount"`
	Snapshots   []any    `json:"snapshots"` // the newest
}

// newestSnapshots is how many snapshots the page of an object shows.
const newestSnapshots = 10

// Object is the page of an object: the groups that have it, and its newest snapshots.
var Object = &output.View{
	Columns: []output.Column{
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id"},
		{Title: "Environment", Path: "environment"},
		{Title: "Source", Path: "sourceName"},
		{Title: "Last Good Backup", Path: "lastGoodUsecs", Format: output.Usecs},
		{Title: "Snapshots", Path: "snapshotCount"},
		{Title: "Note", Path: "note"},
	},
	Sections: []output.View{
		{Heading: "heading.groups|Groups", Rows: "groups", Columns: groupColumns},
		{Heading: "heading.newest-snapshots|Newest snapshots", Rows: "snapshots", Columns: []output.Column{
			{Title: "Taken", Path: "snapshotTimestampUsecs", Format: output.Usecs},
			{Title: "Group", Path: "protectionGroupName", Format: output.Entity},
			{Title: "Type", Path: "runType", Rank: 2},
			{Title: "Expires", Path: "expiryTimeUsecs", Format: output.Usecs},
			{Title: "Legal Hold", Path: "onLegalHold", Format: output.YesNo, Rank: 1},
			{Title: "Data Lock", Path: "hasDataLock", Format: output.YesNo, Rank: 1},
		}},
	},
}

// hasProtectedParts reports whether something that belongs to an object without a group is in one, such as a database of a host.
func hasProtectedParts(c *engine.Context, o *survey.Object) bool {
	in, err := read(c, survey.Wanted{Parts: survey.Objects, Objects: []string{"sourceIds", o.SourceID}})
	return err == nil && o.SourceID != "" && slices.ContainsFunc(in.Objects, func(one *survey.Object) bool { return one.ID == o.ID }) &&
		!slices.ContainsFunc(in.Unprotected(), func(one *survey.Object) bool { return one.ID == o.ID })
}

// ReadObject returns the page of an object for an ID.
func ReadObject(c *engine.Context, id string) (any, error) {
	var in *survey.Instance
	var snapshots []any
	errs := [2]error{}
	err := c.AtOnce(len(errs), func(c *engine.Context, i int) error {
		if i == 0 {
			in, errs[0] = read(c, survey.Wanted{Parts: survey.Groups | survey.Policies | survey.Objects | survey.Backups, Objects: []string{"objectIds", id}})
			return nil
		}
		answer, err := call(c, api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", id))
		snapshots, errs[1] = output.List(answer, "snapshots"), err
		return nil
	})
	if err = cmp.Or(err, errs[0]); err != nil {
		return nil, err
	}
	page := &objectPage{ID: id, Count: len(snapshots), Groups: []*group{}, Snapshots: []any{}}
	i := slices.IndexFunc(in.Objects, func(o *survey.Object) bool { return o.ID == id })
	if i >= 0 {
		o := in.Objects[i]
		page.Name, page.Environment, page.Source, page.Note = o.Title, o.Environment, o.SourceName, objectNote(o, in.Backups[id])
		if o.Groups == nil && in.Backups[id] == nil && hasProtectedParts(c, o) {
			page.Note = i18n.T("page.in-parts|Only parts of it are protected.")
		}
		page.Groups = groupsAmong(in, func(g *survey.Group) bool {
			return slices.ContainsFunc(o.Groups, func(ref survey.Ref) bool { return ref.ID == g.ID })
		})
	}
	if i < 0 && snapshots == nil && errs[1] == nil {
		return nil, engine.Fail(engine.ExitNotFound, "object.gone|There is no object with the ID '{{.ID}}'.", "ID", id)
	}
	page.LastGood = at(in.Backups[id])
	slices.SortStableFunc(snapshots, func(a, b any) int {
		x, _ := output.Int(a, "snapshotTimestampUsecs")
		y, _ := output.Int(b, "snapshotTimestampUsecs")
		return cmp.Compare(y, x)
	})
	page.Snapshots = append(page.Snapshots, snapshots[:min(len(snapshots), newestSnapshots)]...)
	return page, errs[1]
}
