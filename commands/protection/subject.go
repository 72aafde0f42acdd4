package protection

import (
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// protection is what `protect` does: it finds or registers each host, and makes or extends a group for it.
type protection struct {
	policy     string
	group      string // "" for one that is named after the host
	name       string // of a host that is registered
	connection string
	hostType   string
	include    []string // as typed
	exclude    []string // as typed
	volumes    []string
	labels     []string
	machines   []string
	run        bool

	policyID string
	paths    []string // that are backed up of hosts
	without  []string // that are left out of them
}

// subject is one thing to protect.
type subject struct {
	word     selection.Word
	object   *selection.Object
	register *registration // how its host is registered first; nil where it is there
	layout   *layout
	group    *group
	lacking  bool // whether the group that is there lacks anything of it
}

// title returns what the subject is called on a command line.
func (s *subject) title() string {
	if s.object != nil {
		return s.object.Title()
	}
	if s.word.Inside != "" {
		return s.register.name + "/" + s.word.Inside
	}
	return s.register.name
}

// isIn reports whether a group protects the subject, by itself or with its cluster or instance.
func (s *subject) isIn(group string) bool {
	for _, summary := range s.groups() {
		if output.String(summary, "id") == group {
			return true
		}
	}
	return false
}

// groups returns the groups that protect the subject, as a search shows them.
func (s *subject) groups() (list []any) {
	if s.object == nil {
		return nil
	}
	for _, info := range output.List(s.object.Row, "objectProtectionInfos") {
		list = append(list, output.List(info, "protectionGroups")...)
	}
	return list
}

// same reports whether two subjects are the same object, or the same host to register.
func (s *subject) same(other *subject) bool {
	if s.object != nil || other.object != nil {
		return s.object != nil && other.object != nil && s.object.ID == other.object.ID
	}
	return s.register.sameHost(other.register) && strings.EqualFold(s.word.Inside, other.word.Inside)
}

// layoutFor returns the layout of the group for a subject, and refuses flags that do not fit it.
func (p *protection) layoutFor(s *subject) (*layout, error) {
	found := fileLayout
	switch {
	case s.object == nil && s.word.Inside != "", s.object != nil && s.object.Environment == selection.SQL:
		found = databaseLayout
	case s.object != nil && s.object.Environment == selection.Kubernetes:
		found = namespaceLayout
	case s.object != nil && s.object.Environment != selection.Physical:
		return nil, engine.Usage("protect.environment|'{{.Word}}' is of the environment {{.Environment}}, which this command does not protect. Use 'protection-group create'.",
			"Word", s.word.Typed, "Environment", s.object.Environment)
	case p.volumes != nil:
		found = volumeLayout
	}
	for _, option := range []struct {
		name  string
		given bool
		only  []*layout
		text  i18n.Text
	}{
		{"include", p.include != nil, []*layout{fileLayout}, "protect.hosts-only|--{{.Flag}} is for hosts, and '{{.Word}}' is none."},
		{"exclude", p.exclude != nil, []*layout{fileLayout}, "protect.hosts-only|--{{.Flag}} is for hosts, and '{{.Word}}' is none."},
		{"volumes", p.volumes != nil, []*layout{volumeLayout}, "protect.hosts-only|--{{.Flag}} is for hosts, and '{{.Word}}' is none."},
		{"label", p.labels != nil, []*layout{namespaceLayout}, "protect.namespaces-only|--{{.Flag}} is for namespaces, and '{{.Word}}' is none."},
		{"vm", p.machines != nil, []*layout{namespaceLayout}, "protect.namespaces-only|--{{.Flag}} is for namespaces, and '{{.Word}}' is none."},
	} {
		if option.given && !slices.Contains(option.only, found) {
			return nil, engine.Usage(option.text, "Flag", option.name, "Word", s.word.Typed)
		}
	}
	return found, nil
}

// entry returns what stands in a group about a subject.
func (p *protection) entry(c *engine.Context, s *subject) (map[string]any, error) {
	id := json.Number("0") // in a dry run, where the host is not there yet
	if s.object != nil {
		id = json.Number(s.object.ID)
	}
	switch s.layout {
	case fileLayout:
		return fileEntry(id, p.paths, p.without), nil
	case volumeLayout:
		entry := map[string]any{"id": id}
		if slices.ContainsFunc(p.volumes, func(word string) bool { return strings.EqualFold(word, "all") }) {
			return entry, nil
		}
		if s.object == nil { // in a dry run, where they are not known yet
			entry["volumeGuids"] = p.volumes
			return entry, nil
		}
		guids, err := selection.VolumeIDs(c, s.object, p.volumes)
		entry["volumeGuids"] = guids
		return entry, err
	case namespaceLayout:
		entry := map[string]any{"id": id}
		include, err := selection.ResourceFilter(p.labels, p.machines)
		if include != nil {
			entry["includeParams"] = include
		}
		return entry, err
	}
	return map[string]any{"id": id}, nil
}
