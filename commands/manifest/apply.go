package manifest

import (
	"encoding/json"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// registrations declares the options of waiting; the job waits itself, for the sources that it registers.
var registrations = &engine.Waiting{}

func applyJob(f *engine.Flags) engine.Job {
	s := &selection{}
	s.declare(f)
	return func(c *engine.Context) error {
		return c.WithinTimeout(func(c *engine.Context) error {
			p, err := s.plan(c)
			if err != nil {
				return err
			}
			return p.apply(c)
		})
	}
}

// apply shows the plan, asks, and carries it out, up to the first refusal.
func (p *plan) apply(c *engine.Context) error {
	if p.count(unchanged) == len(p.steps) {
		return p.report(c)
	}
	secrets, err := p.readSecrets(c)
	if err != nil {
		return err
	}
	if err := p.announce(c); err != nil {
		return err
	}
	var done []string
	for i, s := range p.steps {
		if s.Action == unchanged {
			continue
		}
		var err error
		if s.subject != sources.Subject {
			err = p.await(c)
		}
		if err == nil {
			err = p.carryOut(c, s, secrets[s])
		}
		if err != nil {
			return c.Partly(p.unfinished(err, i), done)
		}
		if !c.Options.DryRun {
			s.Done = true
			done = append(done, s.sentence())
		}
	}
	if c.Options.DryRun {
		return nil
	}
	if err := p.await(c); err != nil {
		return c.Partly(err, done)
	}
	if err := p.instance.adds.keep(c); err != nil {
		return err
	}
	return p.report(c)
}

// readSecrets returns the bodies of all that is written with the secrets that they have as @FILE or $VARIABLE, before anything is sent.
func (p *plan) readSecrets(c *engine.Context) (map[*step]map[string]any, error) {
	bodies := map[*step]map[string]any{}
	var wrong engine.UsageError
	for _, s := range p.steps {
		if s.Action != create && s.Action != update {
			continue
		}
		body, err := readable.ReadSecrets(c, s.want.file.folder, s.subject.Create.Body, s.want.written)
		if err != nil {
			wrong.Lines = append(wrong.Lines, s.want.file.at(s.want.path)+": "+s.want.path+"."+output.Clean(err.Error()))
		}
		bodies[s] = body
	}
	if wrong.Lines != nil {
		return nil, &wrong
	}
	return bodies, nil
}

// announce shows the plan, and asks.
func (p *plan) announce(c *engine.Context) error {
	signs := map[action]string{create: "+", update: "~", remove: "-"}
	var removed []string
	for _, s := range p.steps {
		if s.Action == unchanged {
			continue
		}
		c.Say(signs[s.Action] + " " + s.title())
		for _, line := range change.Lines(s.Differences) {
			c.Say("  " + line)
		}
		if s.Action == remove {
			removed = append(removed, s.title())
		}
		if s.Action == update && s.subject.Touches != nil {
			lines, err := s.subject.Touches(c, s.has.id)
			if err != nil {
				return err
			}
			for _, line := range lines {
				c.Say("    " + line)
			}
		}
	}
	c.Say(p.counts())
	if c.Options.DryRun {
		return nil
	}
	if removed != nil {
		return c.Confirm("apply.ask-delete|Apply this, and delete {{.Names}}?", "Names", strings.Join(removed, ", "))
	}
	return c.Ask(i18n.T("apply.ask|Apply this?"))
}

// title returns what people call the thing of a step, safe for a terminal.
func (s *step) title() string { return output.Clean(s.Sort + "/" + s.Name) }

// sentence says what was done.
func (s *step) sentence() string {
	switch s.Action {
	case create:
		return i18n.T("apply.created|{{.Name}} was created.", "Name", s.title())
	case remove:
		return i18n.T("apply.deleted|{{.Name}} was deleted.", "Name", s.title())
	}
	return i18n.T("apply.changed|{{.Name}} was changed.", "Name", s.title())
}

// unfinished returns the error of a step with the steps behind it that were not done.
func (p *plan) unfinished(err error, at int) error {
	var left []string
	for _, s := range p.steps[at+1:] {
		if s.Action != unchanged {
			left = append(left, s.title())
		}
	}
	return engine.Unfinished(err, p.steps[at].title(), left)
}

// carryOut does a step.
func (p *plan) carryOut(c *engine.Context, s *step, body map[string]any) error {
	switch s.Action {
	case create:
		return p.create(c, s, body)
	case update:
		return p.update(c, s, body)
	}
	_, err := c.Call(api.NewRequest(s.subject.Delete).SetNamed(s.subject.UpdateID, s.has.id))
	if service.IsNotFound(err) { // somebody else was faster, or an answer was lost
		return nil
	}
	return engine.Wanted(err)
}

// identified returns a body with identifiers. In a dry run 0 stands for what is not there yet.
func (p *plan) identified(c *engine.Context, s *step, body map[string]any) (map[string]any, error) {
	form := p.instance.form(s.subject)
	form.Unresolved = func(e *readable.Unresolved) (string, error) {
		if c.Options.DryRun {
			c.Note("apply.unknown|The ID of '{{.Name}}' is not known before it is made: 0 stands for it.", "Name", e.Word)
			if e.Kind == api.KindPolicy || e.Kind == api.KindGroup {
				return "0:0:0", nil
			}
			return "0", nil
		}
		f := engine.Fail(engine.ExitNotFound, "apply.unresolved|{{.Place}}: {{.Problem}}", "Place", s.want.file.at(s.want.path+"."+e.Path), "Problem", s.want.path+"."+e.Error())
		if e.Kind == api.KindObject && !c.Options.Wait.Wait {
			return "", f.Hint("apply.wait|If its source has just been registered, run the command again with '--wait'.")
		}
		return "", f
	}
	return form.Body(c, body)
}

// create makes a thing. Where the answer did not arrive, the thing is looked for by its name.
func (p *plan) create(c *engine.Context, s *step, body map[string]any) error {
	body, err := p.identified(c, s, body)
	if err != nil {
		return err
	}
	mark(s.subject, body, p.content.owner)
	r := api.NewRequest(s.subject.Create)
	if r.Body, err = json.Marshal(body); err != nil {
		return err
	}
	result, err := c.Call(r, engine.Returned())
	result, err = c.FindLost(result, err, func() (*engine.Result, error) { return p.find(c, s) })
	if err != nil {
		return engine.Wanted(err)
	}
	id := output.String(result.Value, s.subject.ID)
	if s.subject != sources.Subject {
		if err := p.instance.words.Add(c, s.subject.Kind, id, s.Name); err != nil {
			return err
		}
		return p.learn(c, s, result)
	}
	if c.Options.Wait.Wait {
		p.registering = append(p.registering, &engine.Member{Name: s.Name, Task: sources.Registration(c, id)})
	}
	p.instance.words.Forget(api.KindSource)
	p.instance.words.Forget(api.KindObject)
	return nil
}

// await waits until the service knows what is on the sources that were registered, together.
func (p *plan) await(c *engine.Context) error {
	members := p.registering
	if p.registering = nil; members == nil {
		return nil
	}
	if err := c.AwaitAll(sources.RegistrationMessages, members); err != nil {
		return err
	}
	p.instance.words.Forget(api.KindObject)
	return c.JudgeAll(members)
}

// find returns the thing of a step, which has no other name, as the instance has it; nil where it is not there.
func (p *plan) find(c *engine.Context, s *step) (*engine.Result, error) {
	list, err := c.Call(api.NewRequest(s.subject.List))
	if err != nil {
		return nil, err
	}
	for _, row := range output.List(list.Value, s.subject.Rows) {
		if strings.EqualFold(output.String(row, s.subject.NameIn), s.Name) && output.At(row, "isDeleted") != true {
			return &engine.Result{Value: row}, nil
		}
	}
	return nil, nil
}

// update changes a thing, unless somebody has changed it since it was compared.
func (p *plan) update(c *engine.Context, s *step, written map[string]any) error {
	now, err := s.subject.Read(c, s.has.id)
	if err != nil {
		return err
	}
	if err := s.subject.Unchanged(s.Name, s.was, now); err != nil {
		return err
	}
	body, err := p.identified(c, s, written)
	if err != nil {
		return err
	}
	mark(s.subject, body, p.content.owner)
	kept, err := s.subject.Update.Kept(now.Raw)
	if err != nil {
		return err
	}
	old, err := readable.Decode(kept)
	if err != nil {
		return err
	}
	form := p.instance.form(s.subject)
	form.Fields = s.subject.Update.Body
	if body, err = form.Overlay(c, old, body); err != nil {
		return err
	}
	r := s.subject.NewUpdate(s.has.id)
	if r.Body, err = json.Marshal(s.subject.Takes(body)); err != nil {
		return err
	}
	result, err := c.Call(r, engine.Returned())
	if err != nil && s.subject.WasWritten(c, s.has.id, body, err) {
		return nil
	}
	if err != nil {
		return engine.Wanted(err)
	}
	return p.learn(c, s, result)
}

// learn notes what the service has added to a thing that was written, and warns of what it did not take.
func (p *plan) learn(c *engine.Context, s *step, answer *engine.Result) error {
	thing, err := p.instance.thing(c, s.subject, answer.Value)
	if err != nil {
		return err
	}
	if added := p.instance.adds.learn(s.subject, s.want.seen, thing.seen, ""); added != nil {
		c.Note("apply.added|The service has added to {{.Name}} what from now on counts as its default: {{.Paths}}", "Paths", output.Shorten(strings.Join(added, ", "), 500), "Name", s.title())
	}
	if thing, err = p.instance.thing(c, s.subject, answer.Value); err != nil {
		return err
	}
	if !readable.Same(s.want.seen, thing.seen) {
		change.WarnOfRest(c, s.Name, s.subject.Differences(c, thing.seen, s.want.seen))
	}
	return nil
}

// report says what was done.
func (p *plan) report(c *engine.Context) error {
	if c.Options.Machine() {
		return c.ShowValue(nil, p.document())
	}
	if p.count(unchanged) == len(p.steps) {
		return c.OK("apply.same|The instance is as the file says: nothing was changed.")
	}
	return c.OK("apply.done|{{.Create}} created, {{.Change}} changed, {{.Delete}} deleted, {{.Same}} unchanged.",
		"Create", p.count(create), "Change", p.count(update), "Delete", p.count(remove), "Same", p.count(unchanged))
}
