package reports

import (
	"iter"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/output/junit"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/output/page"
)

var objectsKind = kind{
	name: "objects", title: "report.objects-title|Objects and their backups", parts: survey.Groups | survey.Policies | survey.Objects | survey.Backups | survey.LastSnapshots, about: hasGroups | hasHosts | hasEnvironments | hasSizes | isTested, make: makeObjects,
	view: &output.View{Rows: "objects", Empty: "report.objects-empty|There are no objects.", Columns: []output.Column{
		{Title: "Object", Path: "object", Format: output.Entity},
		{Title: "Environment", Path: "environment", Rank: 5},
		{Title: "Source", Path: "source", Rank: 7},
		{Title: "Groups", Path: "groups", Rank: 2},
		{Title: "State", Path: "state", Format: objectState},
		{Title: "Last Backup", Path: "lastBackupUsecs", Format: output.Usecs},
		{Title: "Age", Path: "ageSeconds", Format: secondsCell, Rank: 6},
		{Title: "Expires", Path: "expiresUsecs", Format: output.Usecs, Rank: 4},
		{Title: "Logical Size", Path: "logicalBytes", Format: output.Size, Rank: 3},
	}},
}

var unprotectedKind = kind{
	name: "unprotected", title: "report.unprotected-title|Objects without protection", parts: survey.Objects, about: hasHosts | hasEnvironments | isTested, make: makeUnprotected,
	view: &output.View{Rows: "unprotected", Empty: "report.unprotected-empty|Every object is in a protection group.", Columns: []output.Column{
		{Title: "Object", Path: "object", Format: output.Entity},
		{Title: "Environment", Path: "environment", Rank: 2},
		{Title: "Source", Path: "source", Rank: 3},
		{Title: "ID", Path: "id", Rank: 4},
	}},
}

// objectRow is an object for people and programs.
type objectRow struct {
	Object      string   `json:"object"`
	ID          string   `json:"id"`
	Environment string   `json:"environment"`
	Source      string   `json:"source"`
	Groups      []string `json:"groups"`
	State       string   `json:"state"`
	Last        int64    `json:"lastBackupUsecs"` // 0 for none
	Age         *int64   `json:"ageSeconds"`      // null for none
	Expires     *int64   `json:"expiresUsecs"`    // of the last snapshot, where that is soon and nothing makes a new one; null otherwise
	Logical     *int64   `json:"logicalBytes"`    // null for none
	reason      string   // why the last snapshot expires
}

// The states of objects.
const (
	isProtected   = "protected"
	isUnprotected = "unprotected"
	inParts       = "parts"     // something on it is in a group, such as its databases
	noBackup      = "no-backup" // although a group has it
	isExpiring    = "expiring"  // the last snapshot is the last one, and expires soon
	notKnown      = "not-known" // because the backups could not be read
)

// objectState shows the state of an object.
func objectState(v any) output.Cell {
	word := output.String(v, "")
	cell := output.Cell{Text: word}
	switch word {
	case isProtected:
		cell = cells.Text("objectstate.protected|protected")
		cell.Tone = output.Good
	case isUnprotected:
		cell = cells.Text("objectstate.unprotected|unprotected")
		cell.Tone = output.Bad
	case inParts:
		cell = cells.Text("objectstate.parts|in parts")
	case noBackup:
		cell = cells.Text("objectstate.no-backup|no backup")
		cell.Tone = output.Bad
	case isExpiring:
		cell = cells.Text("objectstate.expiring|expiring")
		cell.Tone = output.Bad
	case notKnown:
		cell = cells.Text("objectstate.not-known|not known")
	}
	cell.Data = word
	return cell
}

// objectRows returns the objects that are meant.
func (r *reading) objectRows() []objectRow {
	open := map[*survey.Object]bool{}
	for _, one := range r.in.Unprotected() {
		open[one] = true
	}
	expiring := map[string]*survey.LastSnapshot{}
	for _, s := range r.in.Expiring {
		expiring[s.ObjectID] = s
	}
	lacking := r.lacks(survey.Backups) != ""
	var rows []objectRow
	for _, one := range r.objectsMeant(r.in.Objects) {
		row := objectRow{Object: one.Title, ID: one.ID, Environment: one.Environment, Source: one.SourceName, Groups: []string{}, State: inParts}
		for _, g := range one.Groups {
			row.Groups = append(row.Groups, g.Name)
		}
		backup := r.in.Backups[one.ID]
		switch {
		case open[one]:
			row.State = isUnprotected
		case one.Groups == nil:
		case lacking:
			row.State = notKnown
		case backup == nil:
			row.State = noBackup
		default:
			row.State = isProtected
		}
		if backup != nil {
			age := seconds(r.in.Now.Sub(backup.At))
			row.Last, row.Age, row.Logical = output.UsecsOf(backup.At), &age, &backup.Logical
		}
		if last := expiring[one.ID]; last != nil {
			at := output.UsecsOf(last.Expires)
			row.Expires, row.reason = &at, r.in.ExpiringReason(last)
			if row.State == isProtected {
				row.State = isExpiring
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func makeObjects(r *reading) *result {
	rows := r.objectRows()
	states, sizes := map[string]int{isProtected: 0, isUnprotected: 0, inParts: 0, noBackup: 0, isExpiring: 0}, map[string]int64{}
	var logical int64
	for _, row := range rows {
		states[row.State]++
		if row.Logical != nil && *row.Logical > 0 {
			logical = sum(logical, *row.Logical)
			sizes[row.Object] = sum(sizes[row.Object], *row.Logical)
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"objects": len(rows), "states": states, "logicalBytes": logical},
		sentence: i18n.T("report.objects-total|{{.Count}} object: {{.Protected}} protected, {{.Parts}} in parts, {{.Unprotected}} unprotected, {{.Without}} without a backup.|{{.Count}} objects: {{.Protected}} protected, {{.Parts}} in parts, {{.Unprotected}} unprotected, {{.Without}} without a backup.",
			"Count", len(rows), "Protected", states[isProtected]+states[isExpiring], "Parts", states[inParts], "Unprotected", states[isUnprotected], "Without", states[noBackup]),
		figures: []page.Figure{
			{Title: i18n.T("webpage.objects|Objects"), Value: count(int64(len(rows)))},
			{Title: i18n.T("webpage.protected|Protected"), Value: count(int64(states[isProtected] + states[isExpiring])), Tone: output.Good},
			{Title: i18n.T("webpage.in-parts|Protected in parts"), Value: count(int64(states[inParts]))},
			{Title: i18n.T("webpage.unprotected|Unprotected"), Value: count(int64(states[isUnprotected])), Tone: toneOf(states[isUnprotected] == 0)},
			{Title: i18n.T("webpage.no-backup|Without a backup"), Value: count(int64(states[noBackup])), Tone: toneOf(states[noBackup] == 0)},
			{Title: i18n.T("webpage.expiring|Last snapshot expires"), Value: count(int64(states[isExpiring])), Tone: toneOf(states[isExpiring] == 0)},
			{Title: i18n.T("webpage.logical|Logical size"), Value: r.c.Options.Sizes.Text(logical)},
		},
		charts: func() []page.Drawing {
			if len(sizes) == 0 {
				return nil
			}
			return []page.Drawing{page.Bars(i18n.T("chart.sizes|Largest objects"), i18n.T("chart.sizes-about|A bar for each of the objects with the largest logical size of the last backup."), i18n.T("webpage.object|Object"), i18n.T("webpage.logical|Logical size"), largest(sizes, r.c.Options.Sizes.Text))}
		},
		cases: objectCases("objects", rows), families: func() []openmetrics.Family { return objectFamilies(rows) },
	}
}

// objectCases returns a test case for each object, which fails where it has no backup, or its last one expires soon. One that is unprotected is skipped in the report of all
// objects, and fails in that of the unprotected ones.
func objectCases(class string, rows []objectRow) iter.Seq[junit.Case] {
	return func(yield func(junit.Case) bool) {
		for _, row := range rows {
			c := junit.Case{Class: class + "." + strings.ToLower(output.EnumText(row.Environment)), Name: row.Object}
			switch {
			case row.reason != "" && class == "objects":
				c.Failed = row.reason
			case row.State == isUnprotected && class == "objects":
				c.Skipped = i18n.T("status.unprotected|It is in no protection group.")
			case row.State == isUnprotected:
				c.Failed = i18n.T("status.unprotected|It is in no protection group.")
			case class == "objects" && row.State == noBackup:
				c.Failed = i18n.T("status.nosnapshot|It has no snapshot, although protection group '{{.Group}}' has it.", "Group", strings.Join(row.Groups, ", "))
			case class == "objects" && row.State == notKnown:
				c.Skipped = i18n.T("report.no-backups|The backups could not be read.")
			}
			if !yield(c) {
				return
			}
		}
	}
}

func makeUnprotected(r *reading) *result {
	all := r.objectRows()
	var rows []objectRow
	by := map[string]int64{}
	for _, row := range all {
		if row.State == isUnprotected {
			rows = append(rows, row)
			by[output.EnumText(row.Environment)]++
		}
	}
	return &result{
		rows: sequence(rows), count: len(rows), totals: map[string]any{"objects": len(all), "unprotected": len(rows), "environments": by},
		sentence: i18n.T("report.unprotected-total|{{.Unprotected}} of {{.Count}} object is in no protection group.|{{.Unprotected}} of {{.Count}} objects are in no protection group.", "Unprotected", len(rows), "Count", len(all)),
		figures: []page.Figure{
			{Title: i18n.T("webpage.unprotected|Unprotected"), Value: count(int64(len(rows))), Tone: toneOf(len(rows) == 0)},
			{Title: i18n.T("webpage.objects|Objects"), Value: count(int64(len(all)))},
		},
		charts: func() []page.Drawing {
			return []page.Drawing{page.Bars(i18n.T("chart.environments|Unprotected objects by environment"), i18n.T("chart.environments-about|A bar for each environment."), i18n.T("webpage.environment|Environment"), i18n.T("webpage.unprotected|Unprotected"), largest(by, count))}
		},
		cases: objectCases("unprotected", all), families: func() []openmetrics.Family { return objectFamilies(all) },
	}
}

func objectFamilies(rows []objectRow) []openmetrics.Family {
	all := gauge("objects", "Objects by state and environment.")
	for _, row := range rows {
		add(all, 1, "state", strings.ReplaceAll(row.State, "-", "_"), "environment", strings.ToLower(output.EnumText(row.Environment)))
	}
	return merge(true, all)
}
