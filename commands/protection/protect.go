// Package protection has the jobs that put hosts, databases and namespaces under protection, and take them out of it.
package protection

import (
	"errors"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Jobs are the commands directly below the namespace about what is protected.
var Jobs = []engine.Command{
	{Name: "protect", About: "protect.about|Protect hosts, databases or namespaces with a policy.", View: protectedList, Role: engine.Manager,
		Args: []engine.Argument{{Title: "WHAT", Many: true, Kind: api.KindObject}}, Job: protectJob, Wait: firstRuns,
		Examples: []string{"protect web-1 --policy gold", "protect 10.1.2.3 --name web-2 --policy gold --include /etc,/srv --run --wait", "protect db-1/MSSQLSERVER/orders --policy gold --group databases"}},
	{Name: "unprotect", About: "unprotect.about|Take hosts, databases or namespaces out of their protection groups.", View: unprotectedList, Role: engine.Manager,
		Args: []engine.Argument{{Title: "WHAT", Many: true, Kind: api.KindObject}}, Job: unprotectJob, Asks: true,
		Examples: []string{"unprotect web-1", "unprotect web-1 --group web-files --dry-run", "unprotect 'web-*' --force"}},
}

// firstRuns declares the options of waiting; the job waits itself, for the runs that it starts.
var firstRuns = &engine.Waiting{Objects: true}

// hostTypes are the operating systems of hosts by the words that people use, and what the API calls them.
var hostTypes = []string{"auto", "linux", "windows"}

func protectJob(f *engine.Flags) engine.Job {
	p := &protection{}
	f.Text(&p.policy, "policy", "POLICY", "protect.policy|The policy: its name or ID. Required for a new group.")
	f.Text(&p.group, "group", "GROUP", "protect.group|The protection group to make or extend; by default, one named after the host.")
	f.List(&p.include, "include", "LIST", "protect.include|The paths to back up; by default, all.")
	f.List(&p.exclude, "exclude", "LIST", "protect.exclude|Paths below them to leave out.")
	f.List(&p.volumes, "volumes", "LIST", "protect.volumes|Back up these whole volumes, such as C: or /data, or all; not files.")
	f.List(&p.labels, "label", "LIST", "protect.label|Only resources of the namespace with these labels, such as app=web.")
	f.List(&p.machines, "vm", "LIST", "protect.vm|Only these virtual machines of the namespace.")
	f.Switch(&p.run, "run", "protect.run|Back up at once; --wait implies it.")
	f.Text(&p.name, "name", "NAME", "protect.name|The name for a host that is registered by its address.")
	f.Text(&p.connection, "connection", "CONNECTION", "protect.connection-flag|The connection to register a host with; by default, the only one.")
	f.Choice(&p.hostType, "type", hostTypes, "protect.type|The operating system of a host that is registered.")
	f.Names("policy", api.KindPolicy)
	f.Names("group", api.KindGroup)
	f.Names("connection", api.KindConnection)
	return func(c *engine.Context) error {
		p.run = p.run || c.Options.Wait.Wait
		return c.WithinTimeout(p.carryOut)
	}
}

func (p *protection) carryOut(c *engine.Context) error {
	subjects, groups, err := p.decide(c)
	if err != nil {
		return err
	}
	p.announce(c, subjects, groups)
	var done []string
	for _, s := range subjects {
		if s.register == nil {
			continue
		}
		if err := p.registerHost(c, s); err != nil {
			return c.Partly(err, done)
		}
		if c.Options.DryRun {
			c.Note("protect.unknown|The ID of '{{.Name}}' is not known before it is registered: 0 stands for it.", "Name", s.register.name)
		}
		done = append(done, i18n.T("protect.registered|Host '{{.Name}}' was registered.", "Name", output.Clean(s.register.name)))
	}
	for _, g := range groups {
		if err := p.change(c, g); err != nil {
			return c.Partly(err, done)
		}
		switch {
		case g.created:
			done = append(done, i18n.T("protect.created|Protection group '{{.Name}}' was created.", "Name", output.Clean(g.name)))
		case g.changed:
			done = append(done, i18n.T("protect.extended|Protection group '{{.Name}}' was extended.", "Name", output.Clean(g.name)))
		}
	}
	if c.Options.DryRun {
		return nil
	}
	var ended error
	if p.run {
		if ended = p.backUp(c, groups); c.Err() != nil {
			return c.Partly(ended, done)
		}
	}
	if err := p.report(c, subjects, groups); err != nil {
		return err
	}
	return ended
}

// decide finds out what has to be done. Nothing is changed.
func (p *protection) decide(c *engine.Context) ([]*subject, []*group, error) {
	words, err := p.words(c)
	if err != nil {
		return nil, nil, err
	}
	for i := range p.include {
		p.include[i] = selection.Path(p.include[i])
	}
	for i, path := range p.exclude {
		p.exclude[i] = selection.Path(path)
		if len(p.include) > 0 && holderOf(p.include, p.exclude[i]) == "" {
			return nil, nil, engine.Usage("protect.outside|--exclude: '{{.Path}}' lies in none of the included paths.", "Path", path)
		}
	}
	if p.volumes != nil && (p.include != nil || p.exclude != nil) {
		return nil, nil, engine.Usage("protect.both|--volumes and --include or --exclude exclude each other.")
	}
	if p.name != "" && len(words) > 1 {
		return nil, nil, engine.Usage("protect.one|--name is for one host.")
	}
	subjects := make([]*subject, len(words))
	err = c.AtOnce(len(words)+1, func(c *engine.Context, i int) (err error) {
		if i == len(words) {
			if p.policy != "" {
				p.policyID, err = c.LookUp(api.KindPolicy, p.policy)
			}
			return err
		}
		subjects[i], err = p.find(c, words[i])
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	groups, err := p.groups(c, subjects)
	for _, g := range groups {
		if err == nil {
			err = p.examine(c, g)
		}
	}
	return subjects, groups, err
}

// words returns the words of the command line taken apart, with the hosts that a pattern matches in its place.
func (p *protection) words(c *engine.Context) (words []selection.Word, err error) {
	typed, err := c.ReadWords(c.Args)
	if err != nil {
		return nil, err
	}
	for _, one := range typed {
		if strings.HasPrefix(one, "/") { // an address that is a path
			words = append(words, selection.Word{Typed: one, Source: one})
			continue
		}
		meant, err := selection.Expand(c, one)
		if err != nil {
			return nil, err
		}
		if meant[0].Path != "" {
			return nil, engine.Usage("protect.path|'{{.Word}}' names a path. Paths are chosen with --include.", "Word", one)
		}
		words = append(words, meant...)
	}
	if len(words) == 0 {
		return nil, engine.Usage("protect.nothing|Nothing is named.")
	}
	return words, nil
}

// find finds what a word means, and how its host is registered where it is not there yet.
func (p *protection) find(c *engine.Context, w selection.Word) (*subject, error) {
	s := &subject{word: w}
	look := w
	if p.name != "" && w.Inside == "" {
		look = selection.Word{Typed: p.name, Source: p.name}
	}
	var err error
	s.object, err = selection.FindObject(c, look, nil)
	var missing *engine.NotFound
	if errors.As(err, &missing) {
		if err = p.planRegistration(c, s, err); err != nil {
			return nil, err
		}
	}
	if err != nil {
		return nil, err
	}
	if s.layout, err = p.layoutFor(s); err != nil {
		return nil, err
	}
	return s, nil
}

// planRegistration finds out how the host of a subject is registered. absent is the error that it is not there.
func (p *protection) planRegistration(c *engine.Context, s *subject, absent error) error {
	address := s.word.Source
	registered, err := findRegistered(c, address, p.name)
	if err != nil {
		return err
	}
	if registered != nil {
		w := selection.Word{Typed: s.word.Typed, Source: hostID(registered), Inside: s.word.Inside}
		s.object, err = selection.FindObject(c, w, nil)
		return err
	}
	if p.name == "" && (!isAddress(address) || strings.HasPrefix(address, "/")) {
		return engine.Hint(absent, "protect.address|A host that is not there yet is registered by its address: {{.Command}}", "Command", c.CommandLine("protect", "ADDRESS", "--name", "NAME", "--policy", "POLICY"))
	}
	s.register = &registration{name: p.name, address: address, sql: s.word.Inside != ""}
	if s.register.name == "" {
		s.register.name = address
	}
	if p.hostType != hostTypes[0] {
		s.register.hostType = map[string]string{"linux": "kLinux", "windows": "kWindows"}[p.hostType]
	}
	s.register.connection, s.register.through, err = findConnection(c, p.connection)
	return err
}

// registerHost registers the host of a subject and finds its object.
func (p *protection) registerHost(c *engine.Context, s *subject) error {
	id, err := s.register.send(c)
	if err != nil || c.Options.DryRun {
		return engine.Wanted(err)
	}
	s.object = &selection.Object{ID: id, Name: s.register.name, Environment: selection.Physical, SourceID: id, SourceName: s.register.name}
	if s.word.Inside == "" {
		return nil
	}
	w := selection.Word{Typed: s.word.Typed, Source: id, Inside: s.word.Inside}
	for try := 0; ; try++ {
		found, err := selection.FindObject(c, w, nil)
		var missing *engine.NotFound
		if err == nil || !errors.As(err, &missing) || try == maxLooks {
			if s.object = found; err != nil {
				return err
			}
			return nil
		}
		if err := c.Sleep(engine.PollBackoff.Pause(try)); err != nil {
			return err
		}
	}
}

// maxLooks is how often a database of a host is looked for that has just been registered: what is found appears a little later.
const maxLooks = 12
