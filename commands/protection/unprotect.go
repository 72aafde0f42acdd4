package protection

import (
	"cmp"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
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
	Rows: "objects",
	Columns: []output.Column{
		{Title: "Object", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 1},
		{Title: "Group", Path: "protectionGroupName"},
		{Title: "Group Deleted", Path: "groupDeleted", Format: output.YesNo},
		{Title: "Snapshots", Path: "snapshots"},
		{Title: "Snapshots Deleted", Path: "snapshotsDeleted", Format: output.YesNo},
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
	groups := byGroup(found)
	for i, list := range found {
		if list == nil {
			r.nothing(c, words[i])
		}
	}
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
	if c.Options.DryRun || len(rows) == 0 && (!c.Options.Machine() || failures.Err() != nil) {
		return failures.Err()
	}
	return cmp.Or(c.ShowValue(nil, map[string]any{"objects": rows}), failures.Err())
}

// nothing says that there is nothing to do about a word.
func (r *release) nothing(c *engine.Context, w selection.Word) {
	if r.group != "" {
		c.Note("unprotect.outside|Nothing to do: '{{.Name}}' is not in protection group '{{.Group}}'.", "Name", w.Typed, "Group", r.group)
		return
	}
	c.Note("unprotect.nothing|Nothing to do: no protection group protects '{{.Name}}'.", "Name", w.Typed)
}

// memberships returns the groups that an object is in, with its snapshots.
func (r *release) memberships(c *engine.Context, w selection.Word) (list []*membership, err error) {
	if w.Path != "" {
		return nil, engine.Usage("unprotect.path|'{{.Word}}' names a path. A host is taken out as a whole.", "Word", w.Typed)
	}
	o, err := findObject(c, w)
	if isMissing(err) {
		o, err = findByAddress(c, w, err)
	}
	if err != nil {
		return nil, err
	}
	only := ""
	if r.group != "" {
		if only, err = c.LookUp(api.KindGroup, r.group); err != nil {
			return nil, err
		}
	}
	groups, err := groupsWith(c, o)
	if err != nil {
		return nil, err
	}
	for _, summary := range groups {
		m := &membership{object: o, id: output.String(summary, "id"), name: output.String(summary, "name")}
		if only != "" && m.id != only {
			continue
		}
		if m.raw, err = c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", m.id)); err != nil {
			return nil, err
		}
		if m.layout = layoutOf(m.raw.Value); m.layout == nil {
			return nil, engine.Fail(engine.ExitConflict, "unprotect.other|Protection group '{{.Group}}' is of a sort that this command does not change. Take '{{.Name}}' out with 'protection-group update'.", "Group", m.name, "Name", o.Title())
		}
		if m.layout.find(m.raw.Value, o.ID) == nil {
			return nil, engine.Fail(engine.ExitConflict, "unprotect.inside|Protection group '{{.Group}}' protects '{{.Name}}' with all that is in '{{.Whole}}'. Take out '{{.Whole}}', or exclude '{{.Name}}' with 'protection-group update'.",
				"Group", m.name, "Name", o.Title(), "Whole", m.whole())
		}
		list = append(list, m)
	}
	if list == nil || o.Row == nil { // what stands for others has no snapshots itself
		return list, nil
	}
	snapshots, err := selection.Snapshots(c, o, time.Time{})
	for _, m := range list {
		for _, s := range snapshots {
			if s.Group == m.id {
				m.snapshots = append(m.snapshots, s)
			}
		}
	}
	return list, err
}

// groupsWith returns the groups that protect an object, with their ids and names. A search shows them of what it finds; those of a cluster
// or an instance are looked for among all groups.
func groupsWith(c *engine.Context, o *selection.Object) (list []any, err error) {
	if o.Row != nil {
		return (&subject{object: o}).groups(), nil
	}
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroups).SetNamed("environments", o.Environment))
	if err != nil {
		return nil, err
	}
	for _, g := range output.List(result.Value, "protectionGroups") {
		if l := layoutOf(g); l != nil && l.find(g, o.ID) != nil {
			list = append(list, g)
		}
	}
	return list, nil
}

// whole returns the words that name what the group has instead of the object: its instance, else its host or cluster.
func (m *membership) whole() string {
	instance, _, _ := strings.Cut(m.object.Name, "/")
	for _, entry := range m.layout.objects(m.raw.Value) {
		if m.object.Environment == selection.SQL && output.String(entry, "id") != m.object.SourceID && output.String(entry, "name") == instance {
			return m.object.SourceName + "/" + instance
		}
	}
	return m.object.SourceName
}

// byGroup returns what is taken out of each group, each object once, and notes where nothing is left of it.
func byGroup(found [][]*membership) (groups [][]*membership) {
	at := map[string]int{}
	for _, list := range found {
		for _, m := range list {
			i, known := at[m.id]
			if !known {
				i = len(groups)
				at[m.id], groups = i, append(groups, nil)
			}
			if !slices.ContainsFunc(groups[i], func(other *membership) bool { return other.object.ID == m.object.ID }) {
				groups[i] = append(groups[i], m)
			}
		}
	}
	for _, list := range groups {
		alone := len(rest(list, list[0].raw.Value)) == 0
		for _, m := range list {
			m.alone = alone
		}
	}
	return groups
}

// rest returns the objects of a group without those that are taken out of it.
func rest(list []*membership, group any) []any {
	left := []any{}
	for _, entry := range list[0].layout.objects(group) {
		id := output.String(entry, "id")
		if !slices.ContainsFunc(list, func(m *membership) bool { return m.object.ID == id }) {
			left = append(left, entry)
		}
	}
	return left
}

// plan says what happens to the groups and the snapshots, and asks where a group or snapshots are deleted.
func (r *release) plan(c *engine.Context, groups [][]*membership) error {
	var questions []string
	for _, list := range groups {
		question, err := r.planGroup(c, list)
		if err != nil {
			return err
		}
		if question != "" {
			questions = append(questions, question)
		}
	}
	if questions == nil || c.Options.DryRun {
		return nil
	}
	return c.Ask(strings.Join(questions, "\n"))
}

// planGroup says what happens to a group, and returns what is to be asked, "" for nothing.
func (r *release) planGroup(c *engine.Context, list []*membership) (question string, err error) {
	m := list[0]
	names, count := []string{}, 0
	for _, one := range list {
		names, count = append(names, one.object.Title()), count+len(one.snapshots)
	}
	group, objects := output.Clean(m.name), output.Clean(strings.Join(names, ", "))
	switch {
	case m.alone:
		c.Say(i18n.T("unprotect.delete|Protection group '{{.Group}}' protects nothing but {{.Objects}}, and is deleted.", "Objects", objects, "Group", group))
		question = i18n.T("unprotect.ask-group|Delete protection group '{{.Group}}'?", "Group", group)
	case r.deleteSnapshots:
		return "", engine.Fail(engine.ExitConflict, "unprotect.shared|The snapshots of {{.Objects}} cannot be deleted alone: protection group '{{.Group}}' has them in runs with other objects.", "Objects", objects, "Group", m.name)
	default:
		c.Say(i18n.T("unprotect.take|Taking {{.Objects}} out of protection group '{{.Group}}'.", "Objects", objects, "Group", group))
	}
	if r.deleteSnapshots {
		return askSnapshots(c, m, question)
	}
	switch {
	case m.object.Row == nil: // they are those of others
	case count == 0:
		c.Say(i18n.T("unprotect.none|It has made no snapshots."))
	default:
		c.Say(i18n.T("unprotect.stay|{{.Count}} snapshot stays until it expires.|{{.Count}} snapshots stay until they expire.", "Count", count))
	}
	return question, nil
}

// askSnapshots returns what is asked before a group is deleted with all its snapshots: also those of objects that it no longer has. bare is
// the question where it has none.
func askSnapshots(c *engine.Context, m *membership, bare string) (string, error) {
	kept, err := runs.KeptBy(c, m.id)
	if err != nil {
		return "", err
	}
	if lines := runs.HeldLines(kept.Held, kept.Locked); lines != nil {
		e := engine.Fail(engine.ExitConflict, "unprotect.fixed|The snapshots of protection group '{{.Group}}' cannot all be deleted. Leave out --delete-snapshots.", "Group", m.name)
		e.What = append(e.What, lines...)
		return "", e
	}
	if kept.Snapshots == 0 {
		c.Say(i18n.T("unprotect.none|It has made no snapshots."))
		return bare, nil
	}
	return i18n.T("unprotect.ask-snapshots|Delete protection group '{{.Group}}' with {{.Count}} snapshot, of {{.Objects}} at {{.Time}}?|Delete protection group '{{.Group}}' with {{.Count}} snapshots of {{.Objects}}, the newest of {{.Time}}?",
		"Group", output.Clean(m.name), "Count", kept.Snapshots, "Objects", output.Clean(strings.Join(kept.Objects, ", ")), "Time", kept.NewestText()), nil
}

// takeOut takes objects out of their group, or deletes it. The group is read anew: somebody may have changed it.
func (r *release) takeOut(c *engine.Context, list []*membership) error {
	m := list[0]
	now := m.raw
	if !c.Options.DryRun {
		var err error
		if now, err = c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", m.id)); err != nil {
			return err
		}
	}
	left := rest(list, now.Value)
	if m.alone != (len(left) == 0) {
		return engine.Fail(engine.ExitConflict, "unprotect.changed|Protection group '{{.Group}}' was changed by somebody else meanwhile, and stays as it is now. Type the command again.", "Group", m.name)
	}
	if !m.alone {
		return replaceObjects(c, m.layout, m.id, now, left)
	}
	request := api.NewRequest(&api.DeleteProtectionGroup).SetNamed("id", m.id)
	if r.deleteSnapshots {
		request.SetNamed("deleteSnapshots", "true")
	}
	_, err := c.Call(request)
	var refused *service.Error
	switch {
	case service.IsNotFound(err): // the answer to an earlier try did not arrive, or somebody was faster
		return nil
	case errors.As(err, &refused) && refused.Kind() == service.Conflict:
		return engine.Hint(err, "unprotect.active|Wait for the end of an active run with: {{.Command}}", "Command", c.CommandLine("protection-group-run", "watch", m.name))
	}
	return err
}
