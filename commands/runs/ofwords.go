package runs

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Of returns the identifiers of the group and the run that the words GROUP RUN mean, or the identifier of a run alone, and notes in c.Named what
// the group is called. id is "" where the only word is a group.
func Of(c *engine.Context, words []string) (group, id string, err error) {
	c.Named = words[0]
	if len(words) == 1 && engine.IsRunID(words[0]) {
		group, err = groupOf(c, words[0])
		c.Named = group
		return group, words[0], err
	}
	if group, err = c.LookUp(api.KindGroup, words[0]); err == nil && len(words) > 1 {
		id, err = runOf(c, group, words[1])
	}
	return group, id, err
}
