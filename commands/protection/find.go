package protection

import (
	"errors"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/commands/sources"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// find finds what a word means, and how its host is registered where it is not there yet. With --name, the word is the address of a host.
func (p *protection) find(c *engine.Context, w selection.Word) (*subject, error) {
	s := &subject{word: w}
	var err error
	if p.name != "" {
		if err := p.refuseName(c, w); err != nil {
			return nil, err
		}
		err = p.findAtAddress(c, s, nil)
	} else if s.object, err = findObject(c, w); isMissing(err) {
		err = p.findAtAddress(c, s, err)
	}
	if err != nil {
		return nil, err
	}
	if s.layout, err = p.layoutFor(s); err != nil {
		return nil, err
	}
	return s, nil
}

// refuseName returns an error where a word with --name is a namespace of a cluster: a name is for a host that is registered.
func (p *protection) refuseName(c *engine.Context, w selection.Word) error {
	if w.Inside == "" || isAddress(w.Source) {
		return nil
	}
	o, err := findObject(c, w)
	switch {
	case isMissing(err):
		return nil
	case err != nil:
		return err
	case o.Environment == selection.Kubernetes:
		return engine.Usage("protect.name-there|--name is for a host that is registered by its address, and '{{.Word}}' is there already. Choose the name of the group with --group.", "Word", w.Typed)
	}
	return nil
}

// findObject returns the object, the cluster or the instance that a word means.
func findObject(c *engine.Context, w selection.Word) (*selection.Object, error) {
	o, err := selection.FindObject(c, w, nil)
	if !isMissing(err) {
		return o, err
	}
	if whole, failed := selection.FindContainer(c, w); whole != nil || failed != nil {
		return whole, failed
	}
	return nil, err
}

// findByAddress returns what a word means whose host is named by its address. absent is the error that nothing has that name.
func findByAddress(c *engine.Context, w selection.Word, absent error) (*selection.Object, error) {
	registered, err := findRegistered(c, w.Source, "")
	if err != nil {
		return nil, err
	}
	if registered == nil {
		return nil, absent
	}
	return findObject(c, selection.Word{Typed: w.Typed, Source: hostID(registered), Inside: w.Inside})
}

// isMissing reports whether an error says that nothing has a name.
func isMissing(err error) bool {
	var missing *engine.NotFound
	return errors.As(err, &missing)
}

// findAtAddress finds the host that is registered with the address in a word, or finds out how it is registered. absent is the error that
// nothing has that name, and nil where nothing was looked for.
func (p *protection) findAtAddress(c *engine.Context, s *subject, absent error) error {
	address := s.word.Source
	registered, err := findRegistered(c, address, p.name)
	switch {
	case err != nil:
		return err
	case registered != nil:
		return p.useRegistered(c, s, registered)
	case p.name == "" && !isAddress(address):
		return engine.Hint(absent, "protect.address|A host that is not there yet is registered by its address: {{.Command}}", "Command", c.CommandLine("protect", "ADDRESS", "--name", "NAME", "--policy", "POLICY"))
	case p.name == "" && strings.HasPrefix(address, "/"):
		return engine.Usage("protect.unnamed|--name is required for a host that is registered at '{{.Address}}'.", "Address", address)
	}
	s.register = &registration{name: p.name, address: address, sql: s.word.Inside != "", hostType: typeNames[p.hostType]}
	if s.register.name == "" {
		s.register.name = address
	}
	s.register.connection, s.register.through, err = findConnection(c, p.connection)
	return err
}

// useRegistered makes a registered host the one of a subject. One that the service is still working on is waited for.
func (p *protection) useRegistered(c *engine.Context, s *subject, registered any) error {
	name, address := output.String(registered, "sourceInfo.name|name"), output.String(registered, "physicalParams.endpoint")
	typed := s.word.Source
	switch isThere := strings.EqualFold(address, typed) || strings.EqualFold(name, typed); {
	case p.name != "" && !isThere:
		return engine.Fail(engine.ExitConflict, "protect.taken|Host '{{.Name}}' is registered at '{{.Address}}'. Choose another name for the one at '{{.Typed}}'.", "Name", name, "Address", address, "Typed", typed)
	case p.name != "" && !strings.EqualFold(name, p.name):
		return engine.Fail(engine.ExitConflict, "protect.named|The host at '{{.Address}}' is registered as '{{.Name}}'. Leave out --name.", "Name", name, "Address", address)
	}
	var err error
	id := hostID(registered)
	s.object, err = findObject(c, selection.Word{Typed: s.word.Typed, Source: id, Inside: s.word.Inside})
	switch {
	case !isMissing(err):
		return err
	case !sources.IsIdle(registered):
		s.register = &registration{id: output.String(registered, "id"), name: name, address: address}
	case s.word.Inside != "":
		return err
	default:
		s.object = newHost(id, name)
	}
	return nil
}

// newHost returns the object of a host that searches do not find yet.
func newHost(id, name string) *selection.Object {
	return &selection.Object{ID: id, Name: name, Environment: selection.Physical, SourceID: id, SourceName: name}
}

// registerHost registers the host of a subject and finds its object.
func (p *protection) registerHost(c *engine.Context, s *subject) error {
	id, err := s.register.send(c)
	if err != nil || c.Options.DryRun {
		return engine.Wanted(err)
	}
	if s.word.Inside == "" {
		s.object = newHost(id, s.register.name)
		return nil
	}
	w := selection.Word{Typed: s.word.Typed, Source: id, Inside: s.word.Inside}
	for try := 0; ; try++ {
		s.object, err = findObject(c, w)
		if !isMissing(err) || try == maxLooks {
			return err
		}
		if err := c.Sleep(engine.PollBackoff.Pause(try)); err != nil {
			return err
		}
	}
}

// maxLooks is how often a database of a host is looked for that has just been registered: what is found appears a little later.
const maxLooks = 12
