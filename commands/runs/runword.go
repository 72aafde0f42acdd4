package runs

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// runOf returns the identifier of the run of a group that a word means: an identifier, a run's number, or latest for the newest one.
func runOf(c *engine.Context, group, word string) (string, error) {
	if engine.IsRunID(word) {
		return word, nil
	}
	r := api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", word)
	if err := c.Gate.Resolve(c, r); err != nil {
		return "", err
	}
	if id := r.Get("runId")[0]; engine.IsRunID(id) {
		return id, nil
	}
	return "", engine.Usage("run.which|'{{.Word}}' is not a run: use its ID, its number or 'latest'.", "Word", word)
}
