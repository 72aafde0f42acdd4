package manifest

import (
	"errors"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/connections"
	"ibmcloud-backup-recovery-plugin/commands/groups"
	"ibmcloud-backup-recovery-plugin/commands/policies"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// action is what is to be done with a thing.
type action string

// The actions.
const (
	create    action = "create"
	update    action = "change"
	remove    action = "delete"
	unchanged action = "unchanged"
)

// step is what is to be done with a thing, for people and programs.
type step struct {
	Sort        string               `json:"kind"` // as files call them
	Name        string               `json:"name"`
	Action      action               `json:"action"`
	Done        bool                 `json:"done"`
	Differences []*change.Difference `json:"differences"`

	subject *change.Subject
	want    *wanted   // nil for one that is deleted
	has     *existing // nil for one that is created
	was     *engine.Result
}

// steps is how people see what is to be done, and what was done.
var steps = &output.View{
	Rows: "steps", Empty: "manifest.same|The instance is as the file says.",
	Columns: []output.Column{
		{Title: "Kind", Path: "kind"},
		{Title: "Name", Path: "name", Format: output.Entity},
		{Title: "Action", Path: "action"},
		{Title: "Done", Path: "done", Format: output.YesNo},
		{Title: "Settings", Path: "differences", Format: output.Each("setting"), Rank: 1},
	},
}

// plan is all that is to be done.
type plan struct {
	content  *content
	instance *instance
	steps    []*step // in the order in which they are done

	registering []*engine.Member // sources that were registered and are waited for
}

// selection are the flags that say what is compared.
type selection struct {
	files []string
	prune bool
}

func (s *selection) declare(f *engine.Flags) {
	f.Repeated(&s.files, "file", "FILE", "manifest.file|The file: YAML or JSON, a folder of such files, or - for standard input; repeatable.")
	f.Short("file", "f")
	f.Switch(&s.prune, "prune", "manifest.prune|Also delete policies and groups that an earlier apply of this file has made, and that are in it no more.")
}

// plan compares files with the instance.
func (s *selection) plan(c *engine.Context) (*plan, error) {
	found, err := readFiles(c, s.files)
	if err != nil {
		return nil, err
	}
	if s.prune && found.owner == "" {
		return nil, engine.Usage("manifest.unnamed|--prune needs a file with a name, by which it knows what the file has made: write 'name: NAME' at its top.")
	}
	in, err := newInstance(c)
	if err != nil {
		return nil, err
	}
	var needed []*change.Subject
	for _, subject := range subjects {
		if found.of(subject) != nil || s.prune && subject.Mark != "" {
			needed = append(needed, subject)
		}
	}
	if err := in.read(c, needed); err != nil {
		return nil, err
	}
	p := &plan{content: found, instance: in}
	for _, w := range found.things {
		takeMark(w.subject, w.written) // as it stands where somebody has copied it from the service
		if w.seen, err = in.form(w.subject).Of(c, w.written); err != nil {
			return nil, err
		}
	}
	if err := p.checkWords(c); err != nil {
		return nil, err
	}
	for _, subject := range needed {
		for _, w := range found.of(subject) {
			if err := p.compare(c, w); err != nil {
				return nil, err
			}
		}
	}
	for _, subject := range slices.Backward(needed) {
		for _, thing := range in.sorted(subject) {
			if s.prune && thing.owner == found.owner && found.named(subject, thing.name) == nil {
				p.steps = append(p.steps, &step{Sort: subject.Plural, Name: thing.name, Action: remove, subject: subject, has: thing, Differences: []*change.Difference{}})
			}
		}
	}
	return p, p.checkUsed()
}

// checkUsed returns an error where a policy is to be deleted that a group uses after all.
func (p *plan) checkUsed() error {
	var wrong engine.UsageError
	for _, s := range p.steps {
		if s.Action != remove || s.subject != policies.Subject {
			continue
		}
		for _, g := range p.instance.things[groups.Subject] {
			seen := g.seen
			if w := p.content.named(groups.Subject, g.name); w != nil {
				seen = w.seen
			}
			goes := slices.ContainsFunc(p.steps, func(other *step) bool { return other.Action == remove && other.has == g })
			if !goes && strings.EqualFold(output.String(seen, "policyId"), s.Name) {
				wrong.Lines = append(wrong.Lines, i18n.T("manifest.used|Policy '{{.Policy}}' is in no file any more, and protection group '{{.Group}}' uses it. Give the group another policy, or keep this one.",
					"Policy", output.Clean(s.Name), "Group", output.Clean(g.name)))
			}
		}
	}
	if wrong.Lines != nil {
		return &wrong
	}
	return nil
}

// checkWords returns what names in the files mean nothing: neither in the instance nor in the files.
func (p *plan) checkWords(c *engine.Context) error {
	var wrong engine.UsageError
	for _, w := range p.content.things {
		form := p.instance.form(w.subject)
		form.Unresolved = func(e *readable.Unresolved) (string, error) {
			if !p.isComing(e) {
				wrong.Lines = append(wrong.Lines, w.file.at(w.path+"."+e.Path)+": "+w.path+"."+output.Clean(e.Error()))
			}
			return "0", nil
		}
		if _, err := form.Body(c, w.written); err != nil {
			return err
		}
	}
	if wrong.Lines != nil {
		return &wrong
	}
	return nil
}

// isComing reports whether what a word means will be there: it is in the files, or belongs to a source that is.
func (p *plan) isComing(e *readable.Unresolved) bool {
	var missing *engine.NotFound
	if !errors.As(e.Err, &missing) {
		return false
	}
	if e.Kind == api.KindObject || e.Kind == api.KindSource {
		host, _, _ := strings.Cut(e.Word, "/")
		for _, w := range p.content.of(sources.Subject) {
			if strings.EqualFold(w.name, e.Word) || strings.EqualFold(w.name, host) || strings.HasPrefix(strings.ToLower(e.Word), strings.ToLower(w.name)+"/") {
				return true
			}
		}
		return false
	}
	return slices.ContainsFunc(p.content.things, func(w *wanted) bool { return w.subject.Kind == e.Kind && strings.EqualFold(w.name, e.Word) })
}

// compare adds the step that makes a thing as a file says.
func (p *plan) compare(c *engine.Context, w *wanted) error {
	s := &step{Sort: w.subject.Plural, Name: w.name, subject: w.subject, want: w, has: p.instance.named(w.subject, w.name), Differences: []*change.Difference{}}
	p.steps = append(p.steps, s)
	const fixed = "connectionEnvType" // which the service takes when a connection is made, and never again
	if has := s.has; has != nil && w.subject == connections.Subject && w.seen[fixed] == nil && has.seen[fixed] != nil {
		w.seen[fixed] = has.seen[fixed]
	}
	switch {
	case s.has == nil:
		s.Action = create
		return nil
	case readable.Same(w.seen, s.has.seen):
		s.Action = unchanged
		return nil
	}
	s.Action = update
	s.Differences = append(s.Differences, w.subject.Differences(c, s.has.seen, w.seen)...)
	if w.subject == connections.Subject && output.String(w.seen, fixed) != output.String(s.has.seen, fixed) {
		return engine.Usage("manifest.fixed|{{.Place}}: the '{{.Field}}' of connection '{{.Name}}' cannot be changed: it is '{{.Now}}'.", "Place", w.file.at(w.path+"."+fixed), "Field", fixed, "Name", w.name, "Now", output.String(s.has.seen, fixed))
	}
	var err error
	s.was, err = w.subject.Read(c, s.has.id)
	return err
}

// count returns how many steps have an action.
func (p *plan) count(a action) (n int) {
	for _, s := range p.steps {
		if s.Action == a {
			n++
		}
	}
	return n
}

// counts says how much is to be done.
func (p *plan) counts() string {
	return i18n.T("manifest.counts|{{.Create}} to create, {{.Change}} to change, {{.Delete}} to delete, {{.Same}} unchanged.",
		"Create", p.count(create), "Change", p.count(update), "Delete", p.count(remove), "Same", p.count(unchanged))
}
