package runs

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How the run that a request has started is told from others.

// knownRuns are the ids of the runs that were there before one was requested.
type knownRuns map[string]bool

func runIDs(c *engine.Context, group string) (knownRuns, error) {
	list, err := Newest(c, group)
	ids := knownRuns{}
	for _, run := range list {
		ids[output.String(run, "id")] = true
	}
	return ids, err
}

// graceForEarlyRun is how long a run that began before its request was accepted is not taken for the requested one, because a
// better one may come. It may still be the one where clocks differ.
const graceForEarlyRun = 20 * time.Second

// findOwnRun returns the id of the run that a request has started among the runs of its group, newest first: it was not there
// before, has the type that was asked for, and has started since the request was accepted. A schedule may have started another at
// the same moment. Without waitForBetter, one that seems to have started earlier counts when no other fits. It returns "" as long
// as there is none.
func findOwnRun(runs []any, known knownRuns, asked string, accepted time.Time, waitForBetter bool) string {
	var exact, similar, early string
	for _, run := range slices.Backward(runs) { // the earliest one first
		id, seen := output.String(run, "id"), output.String(run, "localBackupInfo.runType|"+cells.Archived+"runType")
		start := runStart(run)
		switch {
		case known[id] || !matchesRunType(asked, seen):
		case !accepted.IsZero() && !start.IsZero() && start.Before(accepted.Add(-time.Second)): // accepted is known to the second
			early = id
		case exact == "" && seen == asked:
			exact = id
		case similar == "":
			similar = id
		}
	}
	switch {
	case exact != "":
		return exact
	case similar != "":
		return similar
	case !waitForBetter:
		return early
	}
	return ""
}

// matchesRunType reports whether a run that was asked for with one type may appear with another: what is asked for as regular is
// full when it is the first, and incremental otherwise.
func matchesRunType(asked, seen string) bool {
	return asked == seen || seen == "" || asked == "kRegular" && (seen == "kFull" || seen == "kIncremental")
}
