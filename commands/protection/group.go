package protection

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// group is a protection group that is made or extended for subjects.
type group struct {
	name     string
	layout   *layout
	subjects []*subject
	existing any    // as the service has it; nil where there is none yet
	id       string // "" where there is none yet
	policy   string // the name of the policy, as far as it is known
	other    bool   // whether it is a group that the subject was in already, and that nobody named

	lacks   bool // whether one that is there has to be extended
	created bool
	changed bool
	run     *engine.Member // that backs it up; nil where none was asked for
}

// groups returns the groups for subjects, and finds out which of them are there.
func (p *protection) groups(c *engine.Context, subjects []*subject) (groups []*group, err error) {
	byName := map[string]*group{}
	for _, s := range subjects {
		name := p.groupName(s)
		g := byName[strings.ToLower(name)]
		if g == nil {
			g = &group{name: name, layout: s.layout, policy: p.policy}
			byName[strings.ToLower(name)] = g
			groups = append(groups, g)
		}
		if g.layout != s.layout {
			return nil, engine.Usage("protect.mixed|'{{.One}}' and '{{.Other}}' cannot be in one group: they are protected in different ways.", "One", g.subjects[0].title(), "Other", s.title())
		}
		g.subjects, s.group = append(g.subjects, s), g
	}
	err = c.AtOnce(len(groups), func(c *engine.Context, i int) error { return p.findGroup(c, groups[i]) })
	return groups, err
}

// groupName returns the name of the group for a subject: the one that was named, or that of the host or cluster. A host's databases
// and its volumes have groups of their own beside that of its files.
func (p *protection) groupName(s *subject) string {
	if p.group != "" {
		return p.group
	}
	name := s.title()
	if s.object != nil && s.object.SourceName != "" {
		name = s.object.SourceName
	} else if s.register != nil {
		name = s.register.name
	}
	return name + s.layout.suffix
}

// findGroup finds out whether a group is there, and refuses one that does not fit.
func (p *protection) findGroup(c *engine.Context, g *group) error {
	var err error
	if g.existing, err = groupNamed(c, g.name); err != nil {
		return err
	}
	if g.existing == nil && p.group == "" && len(g.subjects) == 1 && p.keepsOthers() {
		if g.existing, err = p.protectedBy(c, g.subjects[0]); err != nil {
			return err
		}
		g.other = g.existing != nil
	}
	switch {
	case g.existing == nil && p.policy == "":
		return engine.Usage("protect.nopolicy|--policy is required, because there is no protection group '{{.Name}}' yet.", "Name", g.name)
	case g.existing == nil:
		return nil
	}
	g.id, g.name = output.String(g.existing, "id"), output.String(g.existing, "name")
	if has := layoutOf(g.existing); has == nil {
		return engine.Fail(engine.ExitConflict, "protect.other|Protection group '{{.Name}}' is of a sort that this command does not change. Choose another name with --group.", "Name", g.name)
	} else if has != g.layout {
		return engine.Fail(engine.ExitConflict, has.purpose, "Name", g.name)
	}
	if has := output.String(g.existing, "policyId"); p.policyID != "" && has != p.policyID {
		return engine.Fail(engine.ExitConflict, "protect.policy-differs|Protection group '{{.Name}}' has another policy than '{{.Policy}}'. Leave out --policy, or choose another group with --group.", "Name", g.name, "Policy", p.policy)
	}
	return nil
}

// groupNamed returns the group with a name or an id, and nil where there is none.
func groupNamed(c *engine.Context, name string) (any, error) {
	id, err := c.LookUp(api.KindGroup, name)
	var missing *engine.NotFound
	if errors.As(err, &missing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", id))
	if err != nil {
		return nil, err
	}
	return result.Value, nil
}

// keepsOthers reports whether nothing was asked for that a group which protects the subject already might lack.
func (p *protection) keepsOthers() bool {
	return p.include == nil && p.exclude == nil && p.volumes == nil && p.labels == nil && p.machines == nil
}

// protectedBy returns a group with the policy that protects all of a subject already, and nil where there is none.
func (p *protection) protectedBy(c *engine.Context, s *subject) (any, error) {
	for _, summary := range s.groups() {
		if p.policyID != "" && output.String(summary, "policyId") != p.policyID {
			continue
		}
		result, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", output.String(summary, "id")))
		if err != nil {
			return nil, err
		}
		if layoutOf(result.Value) != s.layout {
			continue
		}
		entry, err := p.entry(c, s)
		if err != nil {
			return nil, err
		}
		whole := &group{id: output.String(result.Value, "id"), layout: s.layout, subjects: []*subject{s}}
		if _, lacks, err := whole.added(result.Value, []map[string]any{entry}); err == nil && !lacks {
			return result.Value, nil
		}
	}
	return nil, nil
}

// announce says what is going to happen.
func (p *protection) announce(c *engine.Context, subjects []*subject, groups []*group) {
	for _, s := range subjects {
		switch {
		case s.register == nil || s.register.first != s:
		case s.register.id != "":
			c.Note("protect.registering|Host '{{.Name}}' at '{{.Address}}' is being registered.", "Name", s.register.name, "Address", s.register.address)
		default:
			c.Note("protect.register|Registering host '{{.Name}}' at '{{.Address}}' with connection '{{.Connection}}'.", "Name", s.register.name, "Address", s.register.address, "Connection", s.register.through)
		}
	}
	for _, g := range groups {
		objects, isNew := g.lacking()
		switch {
		case g.existing == nil:
			c.Note("protect.create|Creating protection group '{{.Name}}' with policy '{{.Policy}}' for {{.Objects}}.", "Name", g.name, "Policy", p.policy, "Objects", objects)
		case g.lacks && !isNew:
			c.Note("protect.more|Extending what protection group '{{.Name}}' protects of {{.Objects}}.", "Name", g.name, "Objects", objects)
		case g.lacks:
			c.Note("protect.extend|Adding {{.Objects}} to protection group '{{.Name}}'.", "Name", g.name, "Objects", objects)
		}
		if g.existing == nil || g.lacks {
			switch g.layout {
			case fileLayout:
				c.Say(p.pathsInWords())
			case volumeLayout:
				c.Note("protect.volumes-of|Volumes: {{.Volumes}}", "Volumes", strings.Join(p.volumes, ", "))
			}
		}
		if output.At(g.existing, "isPaused") == true {
			c.Warn("protect.paused|Protection group '{{.Name}}' is paused: it has no scheduled runs. Resume it with: {{.Command}}", "Name", g.name, "Command", c.CommandLine("protection-group", "resume", g.name))
		}
	}
}

// lacking returns what the group lacks, and whether anything of that is new to it.
func (g *group) lacking() (objects string, isNew bool) {
	var names []string
	for _, s := range g.subjects {
		if g.existing == nil || s.lacking {
			names = append(names, s.title())
			isNew = isNew || s.object == nil || g.layout.find(g.existing, s.object.ID) == nil
		}
	}
	return strings.Join(names, ", "), isNew
}

// pathsInWords says which paths are backed up.
func (p *protection) pathsInWords() string {
	include, exclude := output.Clean(strings.Join(p.paths, ", ")), output.Clean(strings.Join(p.without, ", "))
	if p.without == nil {
		return i18n.T("protect.paths|Paths: {{.Include}}", "Include", include)
	}
	return i18n.T("protect.paths-but|Paths: {{.Include}}; not {{.Exclude}}", "Include", include, "Exclude", exclude)
}

// entries returns what is to stand in a group about its subjects.
func (p *protection) entries(c *engine.Context, g *group) ([]map[string]any, error) {
	entries := make([]map[string]any, len(g.subjects))
	for i, s := range g.subjects {
		var err error
		if entries[i], err = p.entry(c, s); err != nil {
			return nil, err
		}
	}
	return entries, nil
}

// added returns the objects of a group, as the service has it now, with those that it lacks, and whether there are any, which it notes of each
// subject. An object that the group has with all of its cluster or instance is not lacking.
func (g *group) added(now any, entries []map[string]any) (list []any, lacks bool, err error) {
	list = slices.Clone(g.layout.objects(now))
	for i, s := range g.subjects {
		if s.object != nil && g.layout.find(now, s.object.ID) == nil && s.isIn(g.id) {
			continue
		}
		if list, s.lacking, err = g.layout.with(list, entries[i]); err != nil {
			return nil, false, err
		}
		lacks = lacks || s.lacking
	}
	return list, lacks, nil
}

// examine finds out whether a group that is there lacks anything.
func (p *protection) examine(c *engine.Context, g *group) error {
	entries, err := p.entries(c, g)
	if err != nil || g.existing == nil || g.other {
		return err
	}
	_, g.lacks, err = g.added(g.existing, entries)
	return err
}

// change makes a group, or adds to it what it lacks.
func (p *protection) change(c *engine.Context, g *group) error {
	if g.existing != nil && !g.lacks {
		return nil
	}
	entries, err := p.entries(c, g)
	if err != nil {
		return err
	}
	if g.existing == nil {
		return p.create(c, g, entries)
	}
	return g.extend(c, entries)
}

func (p *protection) create(c *engine.Context, g *group, entries []map[string]any) error {
	r := api.NewRequest(&api.CreateProtectionGroup)
	var err error
	r.Body, err = json.Marshal(map[string]any{"name": g.name, "policyId": p.policyID, "environment": g.layout.environment, g.layout.params: g.layout.body(entries)})
	if err != nil {
		return err
	}
	result, err := c.Call(r, engine.Returned())
	result, err = c.FindLost(result, err, func() (*engine.Result, error) {
		found, err := groupNamed(c, g.name)
		if found == nil || err != nil {
			return nil, err
		}
		return &engine.Result{Value: found}, nil
	})
	if err != nil {
		return engine.Wanted(err)
	}
	g.id, g.created = output.String(result.Value, "id"), true
	return nil
}

// extend adds entries to a group. It is read anew: an update replaces all of it.
func (g *group) extend(c *engine.Context, entries []map[string]any) error {
	now, err := c.Call(api.NewRequest(&api.GetProtectionGroupByID).SetNamed("id", g.id))
	if err != nil {
		return g.orGone(err)
	}
	list, changed, err := g.added(now.Value, entries)
	if err != nil || !changed {
		return err
	}
	if err := replaceObjects(c, g.layout, g.id, now, list); err != nil {
		return g.orGone(engine.Wanted(err))
	}
	g.changed = true
	return nil
}

// orGone returns an error, which says that the group was deleted meanwhile where that is what happened.
func (g *group) orGone(err error) error {
	if !service.IsNotFound(err) {
		return err
	}
	return engine.Fail(engine.ExitNotFound, "protect.gone|Protection group '{{.Name}}' was deleted meanwhile. The same command again, with --policy, makes a new one.", "Name", g.name)
}

// replaceObjects replaces the objects of a group, and leaves the rest of it as it is. now is the group as it was read.
func replaceObjects(c *engine.Context, l *layout, id string, now *engine.Result, list []any) error {
	r, err := selection.GroupUpdate(id, now)
	if err != nil {
		return err
	}
	if r.Body, err = l.setObjects(r.Body, list); err != nil {
		return err
	}
	_, err = c.Call(r, engine.Returned())
	return err
}

// protectedList is how people see what `protect` has done.
var protectedList = &output.View{
	Rows: "objects",
	Columns: []output.Column{
		{Title: "Object", Path: "name", Format: output.Entity},
		{Title: "ID", Path: "id", Rank: 2},
		{Title: "Group", Path: "protectionGroupName"},
		{Title: "Policy", Path: "policyId", Kind: "policy"},
		{Title: "Registered", Path: "registered", Format: output.YesNo, Rank: 1},
		{Title: "Changed", Path: "changed", Format: output.YesNo},
		{Title: "Run", Path: "runStatus", Format: output.Status},
	},
}

// protectedObject is an object under protection, for people and programs.
type protectedObject struct {
	ID         json.Number `json:"id"`
	Name       string      `json:"name"`
	Registered bool        `json:"registered"` // by this command
	Group      string      `json:"protectionGroupId"`
	GroupName  string      `json:"protectionGroupName"`
	Policy     string      `json:"policyId"`
	Created    bool        `json:"created"` // whether the group was
	Changed    bool        `json:"changed"` // whether anything was
	RunStatus  string      `json:"runStatus,omitempty"`
}

// report shows what is protected now. failed is whether a run that was asked for could not be started or has failed; of one object without a
// run there is nothing to show then.
func (p *protection) report(c *engine.Context, subjects []*subject, groups []*group, failed bool) error {
	rows := make([]*protectedObject, len(subjects))
	for i, s := range subjects {
		g := s.group
		rows[i] = &protectedObject{ID: json.Number(s.object.ID), Name: s.title(), Registered: s.register != nil, Group: g.id, GroupName: g.name, Policy: p.policyID, Created: g.created,
			Changed: g.created || g.changed && s.lacking || s.register != nil}
		if g.run != nil && g.run.Progress != nil {
			rows[i].RunStatus = g.run.Progress.Status
		}
		if g.existing != nil {
			rows[i].Policy = output.String(g.existing, "policyId")
		}
	}
	if !c.Options.Machine() && len(rows) == 1 && rows[0].RunStatus == "" {
		if failed {
			return nil
		}
		return p.say(c, rows[0])
	}
	if err := c.ShowValue(nil, map[string]any{"objects": rows}); err != nil {
		return err
	}
	c.Next("protection-group-run", "list", groups[0].name)
	return nil
}

// say says in a sentence what was done for the only object.
func (p *protection) say(c *engine.Context, row *protectedObject) error {
	text := i18n.Text("protect.done|'{{.Name}}' is protected by protection group '{{.Group}}'.")
	if !row.Changed && !p.run {
		text = "protect.already|Nothing to do: '{{.Name}}' is protected by protection group '{{.Group}}' already."
	}
	if err := c.OK(text, "Name", row.Name, "Group", row.GroupName); err != nil {
		return err
	}
	if row.Created && !p.run {
		c.Note("protect.first|Its first run starts by itself.")
	}
	if row.Created || p.run {
		c.Next("protection-group-run", "watch", row.GroupName)
	}
	return nil
}
