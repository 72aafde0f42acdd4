package reports

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Which groups, hosts and environments a report is about.

// isPattern reports whether a word stands for names.
func isPattern(word string) bool { return strings.ContainsAny(word, "*?[") }

// ofEnvironment reports whether an environment is meant, which may be typed without its k.
func (o *options) ofEnvironment(environment string) bool {
	return survey.Meant(o.environments, environment, output.EnumText(environment))
}

// ofHost reports whether the host, cluster or anything on it is meant.
func (o *options) ofHost(one *survey.Object) bool {
	return survey.Meant(o.hosts, one.Title, one.SourceName, one.Name)
}

// ofGroup reports whether a group is meant by its name and environment.
func (o *options) ofGroup(g *survey.Group) bool {
	return survey.Meant(o.groups, g.Name) && o.ofEnvironment(g.Environment)
}

// groupsMeant returns the groups that are meant, by name. Those that have an object of a host are known once objects are.
func (r *reading) groupsMeant() (list []*survey.Group) {
	of := map[string]bool{}
	if r.hosts != nil {
		for _, one := range r.in.Objects {
			if r.ofHost(one) {
				for _, g := range one.Groups {
					of[g.ID] = true
				}
			}
		}
	}
	for _, g := range r.in.Groups {
		if r.ofGroup(g) && (r.hosts == nil || of[g.ID]) {
			list = append(list, g)
		}
	}
	slices.SortStableFunc(list, func(a, b *survey.Group) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// objectsMeant returns the objects that are meant, by title.
func (r *reading) objectsMeant(all []*survey.Object) (list []*survey.Object) {
	for _, one := range all {
		inGroup := r.groups == nil || slices.ContainsFunc(one.Groups, func(g survey.Ref) bool { return survey.Meant(r.groups, g.Name) })
		if inGroup && r.ofHost(one) && r.ofEnvironment(one.Environment) {
			list = append(list, one)
		}
	}
	slices.SortStableFunc(list, func(a, b *survey.Object) int { return strings.Compare(a.Title, b.Title) })
	return list
}

// knownEnvironments are those that a word may mean where the instance has none of it.
var knownEnvironments = []string{selection.Physical, selection.SQL, selection.Kubernetes}

// check returns an error for a word that means nothing in the instance: a report about nothing would look as if all were well.
func (r *reading) check() error {
	if r.unread.Of(survey.PartName(survey.Groups)) == "" && r.kind.parts&survey.Groups != 0 {
		for _, word := range r.groups {
			if slices.ContainsFunc(r.in.Groups, func(g *survey.Group) bool { return survey.Meant([]string{word}, g.Name) }) {
				continue
			}
			if !isPattern(word) {
				if _, err := r.c.LookUp(api.KindGroup, word); err != nil {
					return err
				}
			}
			return engine.Fail(engine.ExitNotFound, "report.no-group|No protection group matches '{{.Word}}'.", "Word", word).Hint("report.groups|Run '{{.Command}}' to see them all.", "Command", r.c.CommandLine("protection-group", "list"))
		}
	}
	for _, word := range r.hosts {
		if !r.knowsHost(word) {
			return engine.Fail(engine.ExitNotFound, "report.no-host|No host, cluster or object matches '{{.Word}}'.", "Word", word).Hint("report.hosts|Run '{{.Command}}' to see them all.", "Command", r.c.CommandLine("report", "objects"))
		}
	}
	for _, word := range r.environments {
		one := &options{environments: []string{word}}
		known := slices.ContainsFunc(knownEnvironments, one.ofEnvironment) ||
			slices.ContainsFunc(r.in.Groups, func(g *survey.Group) bool { return one.ofEnvironment(g.Environment) }) ||
			slices.ContainsFunc(r.in.Objects, func(o *survey.Object) bool { return one.ofEnvironment(o.Environment) })
		if !known {
			return engine.Usage("report.environment|--environment: '{{.Word}}' matches none: use physical, sql, kubernetes or another one that the instance has.", "Word", word)
		}
	}
	return nil
}

// knowsHost reports whether a word means a host or an object, or where that could not be read might.
func (r *reading) knowsHost(word string) bool {
	if r.unread.Of(survey.PartName(survey.Objects)) != "" || r.unread.Of(survey.PartName(survey.Hosts)) != "" {
		return true
	}
	one := &options{hosts: []string{word}}
	return slices.ContainsFunc(r.in.Objects, one.ofHost) ||
		slices.ContainsFunc(r.in.Hosts, func(h any) bool { return survey.Meant(one.hosts, output.String(h, "protectionSource.name")) })
}
