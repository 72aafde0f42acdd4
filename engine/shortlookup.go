package engine

import (
	"context"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// run returns the identifier of the newest run of a group, or of the one whose number is known.
func (n *names) run(ctx context.Context, group, word string) (string, error) {
	number := "1"
	if word != Latest {
		number = "1000"
	}
	result, err := n.read(ctx, api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("numRuns", number))
	if err != nil {
		return "", err
	}
	for _, run := range output.List(result, "runs") {
		if id := output.String(run, "id"); word == Latest || strings.HasPrefix(id, word+":") {
			return id, nil
		}
	}
	return "", Missing(api.KindRun, word, nil)
}

// snapshot returns the identifier of the snapshot that a short one stands for.
func (n *names) snapshot(ctx context.Context, word string) (string, error) {
	object, digest, _ := strings.Cut(word, "-")
	result, err := n.read(ctx, api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", object))
	if err != nil {
		return "", err
	}
	var found []string
	for _, s := range output.List(result, "snapshots") {
		if id := output.String(s, "id"); strings.HasPrefix(snapshotDigest(id), digest) {
			found = append(found, id)
		}
	}
	switch len(found) {
	case 0:
		return "", Missing(api.KindSnapshot, word, nil)
	case 1:
		return found[0], nil
	}
	return "", Usage(kinds[api.KindSnapshot].ambiguous, "Name", word)
}

// newestSnapshot returns the identifier of the newest snapshot of an object by which all of it can be recovered: none with nothing but the
// log of a database. word is what stands for it.
func (n *names) newestSnapshot(ctx context.Context, object, word string) (string, error) {
	answer, err := n.read(ctx, api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", object))
	if err != nil {
		return "", err
	}
	newest, taken := "", int64(-1)
	for _, s := range output.List(answer, "snapshots") {
		usecs, _ := output.Int(s, "snapshotTimestampUsecs|runStartTimeUsecs")
		local := output.String(s, "snapshotTargetType") != "Archival" // of two copies, the one that is nearer
		if id := output.String(s, "id"); id != "" && output.String(s, "runType") != "kLog" && (usecs > taken || usecs == taken && local) {
			newest, taken = id, usecs
		}
	}
	if newest == "" {
		return "", Missing(api.KindSnapshot, word, nil)
	}
	return newest, nil
}
