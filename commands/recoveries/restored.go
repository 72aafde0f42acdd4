package recoveries

import (
	"encoding/json"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/output"
)

// restoredList is how people see what a restore has started and how that ended.
var restoredList = &output.View{
	Rows: "recoveries", Empty: "recovery.empty|There are no recoveries.",
	Columns: []output.Column{
		{Title: "Restored", Path: "what", Format: output.Entity},
		{Title: "To", Path: "to"},
		{Title: "As Of", Path: "asOfUsecs", Format: output.Usecs, Rank: 4},
		{Title: "Status", Path: "status", Format: output.Status},
		{Title: "Size", Path: "bytesRestored", Format: output.Size, Rank: 5},
		{Title: "Recovery", Path: "name", Rank: 6},
		{Title: "ID", Path: "id", Format: output.ID, Rank: 3},
		{Title: "Error", Path: "error|messages", FreeText: true},
	},
}

// restored is a recovery of a restore, for people and programs: what was decided, the ids, and the end.
type restored struct {
	What      string              `json:"what"` // as it would be typed
	Object    restoredObject      `json:"object"`
	Paths     []string            `json:"paths,omitempty"`
	Snapshot  *selection.Snapshot `json:"snapshot"`
	AsOf      int64               `json:"asOfUsecs"`
	To        string              `json:"to"`
	Overwrite bool                `json:"overwrite"`
	ID        string              `json:"id,omitempty"` // of the recovery
	Name      string              `json:"name"`
	Status    string              `json:"status,omitempty"`
	Bytes     int64               `json:"bytesRestored"`
	Messages  []string            `json:"messages,omitempty"`
	Error     string              `json:"error,omitempty"`
}

// restoredObject is the object that something was restored from.
type restoredObject struct {
	ID          json.Number `json:"id"`
	Name        string      `json:"name"`
	Source      string      `json:"source"`
	Environment string      `json:"environment"`
}
