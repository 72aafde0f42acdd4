package manifest

import (
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"ibmcloud-backup-recovery-plugin/commands/readable"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

func diffJob(f *engine.Flags) engine.Job {
	s := &selection{}
	s.declare(f)
	return func(c *engine.Context) error {
		p, err := s.plan(c)
		if err != nil {
			return err
		}
		if err := p.showDifference(c); err != nil {
			return err
		}
		if p.count(unchanged) == len(p.steps) {
			return nil
		}
		return &engine.Failure{Exit: engine.ExitFailed, Silent: true}
	}
}

// showDifference prints what is different, as a unified difference of the YAML of each thing: what the instance has, and what it is to have.
func (p *plan) showDifference(c *engine.Context) error {
	defer p.sayCounts(c)
	if c.Options.Machine() {
		return c.ShowValue(nil, p.document())
	}
	for _, s := range p.steps {
		if s.Action == unchanged {
			continue
		}
		text, err := s.unified()
		if err != nil {
			return err
		}
		if _, err := c.Streams.Out.Write([]byte(paint(c, text))); err != nil {
			return err
		}
	}
	return nil
}

// sayCounts says how much is different.
func (p *plan) sayCounts(c *engine.Context) {
	if p.count(unchanged) == len(p.steps) {
		c.Note("diff.same|The instance is as the file says.")
	} else {
		c.Say(p.counts())
	}
}

// document returns the steps for programs: all that do anything.
func (p *plan) document() map[string]any {
	list := []*step{}
	for _, s := range p.steps {
		if s.Action != unchanged {
			list = append(list, s)
		}
	}
	return map[string]any{"created": p.count(create), "changed": p.count(update), "deleted": p.count(remove), "unchanged": p.count(unchanged), "steps": list}
}

// unified returns the unified difference of a thing, safe for a terminal.
func (s *step) unified() (string, error) {
	before, after := "", ""
	var err error
	if s.has != nil {
		before, err = s.text(s.has.seen)
	}
	if err == nil && s.want != nil {
		after, err = s.text(s.want.seen)
	}
	if err != nil {
		return "", err
	}
	old, fresh := s.Sort+"/"+s.Name, "/dev/null"
	if s.want != nil {
		fresh = s.Sort + "/" + s.Name + " (" + s.want.file.name + ")"
	}
	if s.has == nil {
		old = "/dev/null"
	}
	return udiff.Unified(output.Clean(old), output.Clean(fresh), before, after), nil
}

// text returns a thing as YAML.
func (s *step) text(seen map[string]any) (string, error) {
	text, err := readable.Text(nameFirst(s.subject), seen, nil)
	return output.CleanLines(string(text)), err
}

// paint colours a unified difference.
func paint(c *engine.Context, text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		tone := output.Normal
		switch {
		case strings.HasPrefix(line, "---"), strings.HasPrefix(line, "+++"):
			tone = output.Title
		case line[0] == '+':
			tone = output.Good
		case line[0] == '-':
			tone = output.Bad
		case line[0] == '@':
			tone = output.Active
		}
		b.WriteString(c.Streams.Paint(c.Streams.OutTerm, tone, strings.TrimSuffix(line, "\n")) + "\n")
	}
	return b.String()
}
