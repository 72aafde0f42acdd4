// Package protection has the jobs that put hosts, databases and namespaces under protection, and take them out of it.
package protection

import (
	"cmp"
	"slices"
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

// hostTypes are the operating systems of hosts by the words that people use, and typeNames what the API calls them: "" for what it finds out.
var (
	hostTypes = []string{"auto", "linux", "windows"}
	typeNames = map[string]string{"linux": "kLinux", "windows": "kWindows"}
)

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
	done, err := p.registerHosts(c, subjects)
	if err != nil {
		return c.Partly(err, done)
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
	var ended error
	if p.run {
		if ended = p.backUp(c, groups); c.Err() != nil {
			return c.Partly(ended, done)
		}
	}
	if c.Options.DryRun {
		return ended
	}
	if err := p.report(c, subjects, groups, ended != nil); err != nil {
		return err
	}
	if ended != nil && !slices.ContainsFunc(groups, func(g *group) bool { return g.run != nil }) { // no run was started
		return c.Partly(ended, done)
	}
	return ended
}

// registerHosts registers the hosts that are not there yet. It returns sentences that say what was done.
func (p *protection) registerHosts(c *engine.Context, subjects []*subject) (done []string, err error) {
	for _, s := range subjects {
		if s.register == nil {
			continue
		}
		if err := p.registerHost(c, s); err != nil {
			if s.register.id != "" {
				done = append(done, i18n.T("protect.requested|The registration of host '{{.Name}}' was requested.", "Name", output.Clean(s.register.name)))
			}
			return done, err
		}
		if s.register.first != s {
			continue
		}
		if c.Options.DryRun {
			c.Note("protect.unknown|The ID of '{{.Name}}' is not known before it is registered: 0 stands for it.", "Name", s.register.name)
		}
		done = append(done, i18n.T("protect.registered|Host '{{.Name}}' was registered.", "Name", output.Clean(s.register.name)))
	}
	return done, nil
}

// decide finds out what has to be done. Nothing is changed.
func (p *protection) decide(c *engine.Context) ([]*subject, []*group, error) {
	words, err := p.words(c)
	if err != nil {
		return nil, nil, err
	}
	if p.paths, p.without, err = choosePaths(p.include, p.exclude); err != nil {
		return nil, nil, err
	}
	if p.volumes != nil && (p.include != nil || p.exclude != nil) {
		return nil, nil, engine.Usage("protect.both|--volumes and --include or --exclude exclude each other.")
	}
	if p.name != "" && slices.ContainsFunc(words, func(w selection.Word) bool { return !strings.EqualFold(w.Source, words[0].Source) }) {
		return nil, nil, engine.Usage("protect.one|--name is for one host.")
	}
	subjects := make([]*subject, len(words))
	errs := make([]error, len(words)+2) // those of flags first, so that the one that is shown does not depend on which comes first
	err = c.AtOnce(len(errs), func(c *engine.Context, i int) error {
		switch {
		case i >= 2:
			subjects[i-2], errs[i] = p.find(c, words[i-2])
		case i == 0 && p.policy != "":
			p.policyID, errs[i] = c.LookUp(api.KindPolicy, p.policy)
		case i == 1 && p.connection != "":
			_, errs[i] = c.LookUp(api.KindConnection, p.connection)
		}
		return nil
	})
	if err := cmp.Or(append(errs, err)...); err != nil {
		return nil, nil, err
	}
	subjects = eachOnce(subjects)
	shareRegistrations(subjects)
	groups, err := p.groups(c, subjects)
	for _, g := range groups {
		if err == nil {
			err = p.examine(c, g)
		}
	}
	return subjects, groups, err
}

// eachOnce returns subjects without those that come a second time.
func eachOnce(subjects []*subject) (list []*subject) {
	for _, s := range subjects {
		if !slices.ContainsFunc(list, s.same) {
			list = append(list, s)
		}
	}
	return list
}

// shareRegistrations makes subjects on one host share its registration, so that it is registered once.
func shareRegistrations(subjects []*subject) {
	for i, s := range subjects {
		if s.register == nil {
			continue
		}
		s.register.first = s
		for _, before := range subjects[:i] {
			if before.register.sameHost(s.register) {
				before.register.sql = before.register.sql || s.register.sql
				s.register = before.register
				break
			}
		}
	}
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
