package engine

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// NotFound says that nothing of a kind has the name that was typed.
type NotFound struct {
	Kind    api.Kind
	Name    string
	Similar []string // names that there are
}

func (e *NotFound) Error() string { return i18n.T(kinds[e.Kind].missing, "Name", output.Clean(e.Name)) }

// Missing returns that nothing of a kind has the name that was typed, with those of all names that are like it.
func Missing(k api.Kind, word string, all []string) *NotFound {
	return &NotFound{Kind: k, Name: word, Similar: api.Similar(word, all, maxSimilar)}
}

// maxSimilar is how many names are suggested at most in the place of one that is not there.
const maxSimilar = 3
