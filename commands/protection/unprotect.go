package protection

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// release is what `unprotect` does: it takes objects out of their groups. A group that would have no object left is deleted.
type release struct {
	group           string // only out of this one; "" for all
	deleteSnapshots bool
}

func unprotectJob(f *engine.Flags) engine.Job {
	r := &release{}
	f.Text(&r.group, "group", "GROUP", "unprotect.group|Take it out of this protection group only.")
	f.Names("group", api.KindGroup)
	f.Switch(&r.deleteSnapshots, "delete-snapshots", "unprotect.delete-snapshots|Delete its snapshots too, which is possible where it is the only object of its group.")
	return r.run
}

// membership is an object in a group, out of which it is taken.
type membership struct {
	object    *selection.Object
	id        string // of the group
	name      string
	raw       *engine.Result
	layout    *layout
	snapshots []*selection.Snapshot // of the object, that the group has made
	alone     bool                  // whether the group would have no object left
}

// unprotectedList is how people see what `unprotect` has done.
var unprotectedList = &output.View{
	Rows: "objects", Empty: "unprotect.nothing|Nothing to do: no protection group protects it.",
	Columns: []output.Column{
		{Title: "Object", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 1},
		{Title: "Group", Path: "protectionGroupName"},
		{Title: "Group Deleted", Path: "groupDeleted", Format: output.YesNo},
		{Title: "Snapshots", Path: "snapshots"},
		{Title: "Deleted", Path: "snapshotsDeleted", Format: output.YesNo},
	},
}

// unprotectedObject is an object that was taken out of a group, for people and programs.
type unprotectedObject struct {
	ID               json.Number `json:"id"`
	Name             string      `json:"name"`
	Group            string      `json:"protectionGroupId"`
	GroupName        string      `json:"protectionGroupName"`
	GroupDeleted     bool        `json:"groupDeleted"`
	Snapshots        int         `json:"snapshots"`
	SnapshotsDeleted bool        `json:"snapshotsDeleted"`
}

func (r *release) run(c *engine.Context) error {
	typed, err := c.ReadWords(c.Args)
	if err != nil {
		return err
	}
	var words []selection.Word
	for _, one := range typed {
		meant, err := selection.Expand(c, one)
		if err != nil {
			return err
		}
		words = append(words, meant...)
	}
	found := make([][]*membership, len(words))
	err = c.AtOnce(len(words), func(c *engine.Context, i int) (err error) {
		found[i], err = r.memberships(c, words[i])
		return err
	})
	if err != nil {
		return err
	}
	var all []*membership
	for _, list := range found {
		all = append(all, list...)
	}
	groups := byGroup(all)
	if err := r.plan(c, groups); err != nil {
		return err
	}
	rows := []*unprotectedObject{}
	var failures engine.Failures
	for _, list := range groups {
		err := r.takeOut(c, list)
		if err := failures.Add(c, list[0].name, err); err != nil {
			return err
		}
		for _, m := range list {
			if err == nil {
				rows = append(rows, &unprotectedObject{ID: json.Number(m.object.ID), Name: m.object.Title(), Group: m.id, GroupName: m.name, GroupDeleted: m.alone,
					Snapshots: len(m.snapshots), SnapshotsDeleted: r.deleteSnapshots})
			}
		}
	}
	if c.Options.DryRun {
		return failures.Err()
	}
	return cmp.Or(c.ShowValue(nil, map[string]any{"objects": rows}), failures.Err())
}

// memberships returns the groups that an object is in, with its snapshots.
func (r *release) memberships(c *engine.Context, w selection.Word) (list []*membership, err error) {
	if w.Path != "" {
		return nil, engine.Usage("unprotect.path|'{{.Word}}' names a path. A host is taken out as a whole.", "Word", w.Typed)
	}
	o, err := selection.FindObject(c, w, nil)
	if err != nil {
		return nil, err
	}
	only := ""
	if r.group != "" {
		if only, err = c.LookUp(api.KindGroup, r.group); err != nil {
			return nil, err
		}
	}
	var snapshots []*selection.Snapshot
	for _, info := range output.List(o.Row, "objectProtectionInfos") {
		for _, summary := range output.List(info, "protectionGroups") {
			m := &membership{object: o, id: output.String(summary, "id"), name: output.String(summary, "name")}
			if only != "" && m.id != only {
				continue
			}
			if m.raw, err = c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", m.id)); err != nil {
				return nil, err
			}
			if m.layout = layoutOf(m.raw.Value); m.layout == nil || m.layout.find(m.raw.Value, o.ID) == nil {
				return nil, engine.Fail(engine.ExitConflict, "unprotect.inside|Protection group '{{.Group}}' protects '{{.Name}}' with all that is on '{{.Source}}'. Take out '{{.Source}}', or exclude it with 'protection-group update'.",
					"Group", m.name, "Name", o.Title(), "Source", o.SourceName)
			}
			if snapshots == nil {
				if snapshots, err = selection.Snapshots(c, o, time.Time{}); err != nil {
					return nil, err
				}
			}
			for _, s := range snapshots {
				if s.Group == m.id {
					m.snapshots = append(m.snapshots, s)
				}
			}
			list = append(list, m)
		}
	}
	return list, nil
}

// byGroup returns what is taken out of each group, and notes where nothing is left of it.
func byGroup(all []*membership) (groups [][]*membership) {
	at := map[string]int{}
	for _, m := range all {
		i, known := at[m.id]
		if !known {
			i = len(groups)
			at[m.id], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], m)
	}
	for _, list := range groups {
		alone := len(list) == len(list[0].layout.objects(list[0].raw.Value))
		for _, m := range list {
			m.alone = alone
		}
	}
	return groups
}

// plan says what happens to the groups and the snapshots, and asks where a group or snapshots are deleted.
func (r *release) plan(c *engine.Context, groups [][]*membership) error {
	var questions []string
	for _, list := range groups {
		m := list[0]
		names, count, newest := []string{}, 0, time.Time{}
		for _, one := range list {
			names, count = append(names, one.object.Title()), count+len(one.snapshots)
			if len(one.snapshots) > 0 && one.snapshots[0].Taken.After(newest) {
				newest = one.snapshots[0].Taken
			}
		}
		group, objects := output.Clean(m.name), output.Clean(strings.Join(names, ", "))
		if !m.alone {
			if r.deleteSnapshots {
				return engine.Fail(engine.ExitConflict, "unprotect.shared|The snapshots of {{.Objects}} cannot be deleted alone: protection group '{{.Group}}' has them in runs with other objects.", "Objects", objects, "Group", m.name)
			}
			c.Say(i18n.T("unprotect.take|Taking {{.Objects}} out of protection group '{{.Group}}'.", "Objects", objects, "Group", group))
		} else {
			c.Say(i18n.T("unprotect.delete|Protection group '{{.Group}}' protects nothing but {{.Objects}}, and is deleted.", "Objects", objects, "Group", group))
		}
		switch {
		case count == 0:
			c.Say(i18n.T("unprotect.none|It has made no snapshots."))
		case r.deleteSnapshots:
			questions = append(questions, i18n.T("unprotect.ask-snapshots|Delete protection group '{{.Group}}' with {{.Count}} snapshot, of {{.Time}}?|Delete protection group '{{.Group}}' with {{.Count}} snapshots, the newest of {{.Time}}?",
				"Group", group, "Count", count, "Time", selection.Clock(newest)))
			continue
		default:
			c.Say(i18n.T("unprotect.stay|{{.Count}} snapshot stays until it expires.|{{.Count}} snapshots stay until they expire.", "Count", count))
		}
		if m.alone {
			questions = append(questions, i18n.T("unprotect.ask-group|Delete protection group '{{.Group}}'?", "Group", group))
		}
	}
	if questions == nil || c.Options.DryRun {
		return nil
	}
	return c.Ask(strings.Join(questions, "\n"))
}

// takeOut takes objects out of their group, or deletes it.
func (r *release) takeOut(c *engine.Context, list []*membership) error {
	m := list[0]
	if m.alone {
		request := api.NewRequest(&api.DeleteProtectionGroup).SetNamed("id", m.id)
		if r.deleteSnapshots {
			request.SetNamed("deleteSnapshots", "true")
		}
		_, err := c.Call(request)
		return err
	}
	now, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", m.id))
	if err != nil {
		return err
	}
	rest := []any{}
	for _, entry := range m.layout.objects(now.Value) {
		gone := false
		for _, one := range list {
			gone = gone || output.String(entry, "id") == one.object.ID
		}
		if !gone {
			rest = append(rest, entry)
		}
	}
	return replaceObjects(c, m.layout, m.id, now, rest)
}
