// Package selection finds the things that the words of a command line mean.
package selection

import (
	"path"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Several things at once: names, ids, patterns, and files that list them.

// ManyGroups are the arguments of a command about several protection groups.
var ManyGroups = []engine.Argument{{Title: "GROUP", Optional: true, Many: true}}

// Groups returns the protection groups that words mean, each once and in the order of the list: names in any case, ids, patterns
// with * and ?, and @FILE with one of these a line. With all it is every group there is, and words are not allowed. A word that means
// nothing is an error, before anything is changed.
func Groups(c *engine.Context, words []string, all bool) ([]any, error) {
	words, err := c.ReadWords(words)
	switch {
	case err != nil:
		return nil, err
	case all && len(words) > 0:
		return nil, engine.Usage("select.both|GROUP and --all exclude each other.")
	case !all && len(words) == 0:
		return nil, engine.Usage("select.nothing|GROUP or --all is required.")
	}
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroups))
	if err != nil {
		return nil, err
	}
	groups := output.List(result.Value, "protectionGroups")
	if all {
		return groups, nil
	}
	return meantBy(c, groups, words)
}

// lastRun are the fields of a group that GroupsWithLastRun returns.
var lastRun = []string{"id", "name", "policyId", "isPaused", "isActive", "environment", "sla", "lastRun.id", "lastRun.localBackupInfo.status", "lastRun.localBackupInfo.startTimeUsecs", "lastRun.localBackupInfo.endTimeUsecs",
	"lastRun.localBackupInfo.runType", "lastRun.localBackupInfo.failedObjectsCount", "lastRun.localBackupInfo.messages", "lastRun.localBackupInfo.isSlaViolated", "lastRun.archivalInfo.archivalTargetResults"}

// GroupsWithLastRun is Groups for the identifier, the name and the last run of each group, and without words for all of them: there may be
// ten thousand, of which no more than that is held.
func GroupsWithLastRun(c *engine.Context, words []string) (groups []any, err error) {
	if words, err = c.ReadWords(words); err != nil {
		return nil, err
	}
	err = EachGroupWithLastRun(c, func(group any) { groups = append(groups, group) })
	if err == nil && len(words) > 0 {
		groups, err = meantBy(c, groups, words)
	}
	return groups, err
}

// EachGroupWithLastRun calls each with the identifier, the name and the last run of every group, once.
func EachGroupWithLastRun(c *engine.Context, each func(group any)) error {
	r := api.NewRequest(&api.GetProtectionGroups).SetNamed("includeLastRunInfo", "true").SetNamed("pruneSourceIds", "true")
	seen := map[string]bool{"": true}
	return c.ReadRows(r, "protectionGroups", lastRun, nil, func(group any) error {
		if id := output.String(group, "id"); !seen[id] {
			seen[id] = true
			each(group)
		}
		return nil
	})
}

// meantBy returns the groups that words mean, each once and in the order of the groups.
func meantBy(c *engine.Context, groups []any, words []string) ([]any, error) {
	meant := make([]bool, len(groups))
	for _, word := range words {
		found, isMeant := false, matcher(word)
		for i, g := range groups {
			if isMeant(output.String(g, "name"), output.String(g, "id")) {
				meant[i], found = true, true
			}
		}
		switch {
		case found:
		case IsPattern(word):
			return nil, engine.Fail(engine.ExitNotFound, "select.unmatched|No protection group matches '{{.Pattern}}'.", "Pattern", word).
				Hint("select.groups|Run '{{.Command}}' to see them all.", "Command", c.CommandLine("protection-group", "list"))
		default:
			names := make([]string, len(groups))
			for i, g := range groups {
				names[i] = output.String(g, "name")
			}
			return nil, engine.Missing(api.KindGroup, word, names)
		}
	}
	selected := groups[:0:0]
	for i, g := range groups {
		if meant[i] {
			selected = append(selected, g)
		}
	}
	return selected, nil
}

// IsPattern reports whether a word has signs of a pattern.
func IsPattern(word string) bool { return strings.ContainsAny(word, "*?") }

// IsSeveral reports whether words may mean several groups: there are several, or one is a pattern or a file.
func IsSeveral(words []string) bool {
	return len(words) > 1 || len(words) == 1 && (IsPattern(words[0]) || strings.HasPrefix(words[0], "@"))
}

// matcher returns what reports whether a word means a thing with a name and an id.
func matcher(word string) func(name, id string) bool {
	if !IsPattern(word) {
		return func(name, id string) bool { return strings.EqualFold(word, name) || word == id }
	}
	// In path.Match a * stops at a slash, which is a sign like any other here, and brackets mean more.
	plain := strings.NewReplacer("/", "\x00", "[", "\x01", "\\", "\x02")
	pattern := plain.Replace(strings.ToLower(word))
	return func(name, _ string) bool {
		matched, err := path.Match(pattern, plain.Replace(strings.ToLower(name)))
		return err == nil && matched
	}
}
