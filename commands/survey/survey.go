// Package survey reads what an instance says of itself, everything at once, and finds what is wrong with it.
package survey

import (
	"cmp"
	"path"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/runs"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Instance is what an instance said of itself. What was not asked for is empty.
type Instance struct {
	Now        time.Time // by the service's clock
	Since      time.Time // from when on runs and recoveries count
	Unread     Part      // what was wanted and could not be read
	Groups     []*Group
	Policies   map[string]any // by ID
	Objects    []*Object
	Backups    map[string]*Backup   // the newest of each object that has a snapshot, by the object's ID
	LastGood   map[string]time.Time // when the newest backup of a group that something was saved by began, by the group's ID
	Sources    []any                // root nodes with what is known of their registrations
	Hosts      []any                // root nodes with their agents
	Connectors []any
	// ConnectorAgents are those of the tenants that have a connection: their list is of one tenant.
	ConnectorAgents []TenantAgent
	Recoveries      []any // that began since then, and those that Wanted.Recoveries reaches back to
	Expiring        []*LastSnapshot
	Alerts          []any // that are open; none where the service does not tell them
}

// Group is a protection group with a summary of its runs since a time. The runs themselves are not kept: there may be very many.
type Group struct {
	ID, Name    string
	PolicyID    string
	Environment string
	Row         any           // as the list of groups has it
	Newest      *Run          // of those that have ended; nil for none
	NewestOwn   *Run          // of those that have ended and are no backups of logs; nil for none
	BadOwn      *Run          // the newest of those that failed and are no backups of logs; nil for none
	Earlier     *Run          // the newest from before that has ended and is no backup of logs, where those since then say nothing of one; nil for none
	Active      []*Run        // the newest first
	Runs        int           // that began since then, and those that are active
	Ended       int           // of these
	Failed      int           // of those that have ended: failed, or with an object that failed
	Succeeded   int           // of those that have ended, without warnings
	Held        int           // on legal hold
	Locked      int           // with a data lock that has not ended
	Usual       time.Duration // the median of what runs that succeeded took, by a sample; 0 where none did

	durations []time.Duration // the sample
}

// logRun is the type of runs that back up the logs of databases, which need a backup to stand on.
const logRun = "kLog"

// Deciding returns the run that says how a group fares: the newest that has ended; or the backup before, where that one saved logs and went well,
// because logs are worth nothing without it. It is nil for none.
func (g *Group) Deciding() *Run {
	r, _ := g.LastEnded()
	if own := cmp.Or(g.NewestOwn, g.Earlier); own != nil && r.IsOfLogs() && r.Status == "Succeeded" && !r.IsBad() && !r.Late {
		return own
	}
	return r
}

// maxDurations is how many runs tell how long a run usually takes.
const maxDurations = 101

// IsActive reports whether a group has scheduled runs: it is neither paused nor at its end.
func (g *Group) IsActive() bool { return !g.IsPaused() && output.At(g.Row, "isActive") != false }

// IsPaused reports whether the scheduled runs of a group are paused.
func (g *Group) IsPaused() bool { return output.At(g.Row, "isPaused") == true }

// hidesItsBackup reports whether the runs that were read leave open how the last backup of a group ended: only active ones, or only logs.
func (g *Group) hidesItsBackup() bool {
	return g.NewestOwn == nil && (g.Newest != nil || len(g.Active) > 0)
}

// LastEnded returns the newest run of a group that has ended, and whether it is one of those since the time that was asked for. An earlier one may be
// as the list of groups has it, which does not say how much it read. It is nil where there is none.
func (g *Group) LastEnded() (r *Run, recent bool) {
	if r := cmp.Or(g.Newest, g.Earlier); r != nil {
		return r, r == g.Newest
	}
	if row := output.At(g.Row, "lastRun"); row != nil {
		if r = NewRun(row); r.IsEnded() {
			return r, false
		}
	}
	return nil, false
}

// NewGroup returns a group as a list or an answer has it, without runs.
func NewGroup(row any) *Group {
	return &Group{ID: output.String(row, "id"), Name: output.String(row, "name"), PolicyID: output.String(row, "policyId"), Environment: output.String(row, "environment"), Row: row}
}

// Add adds a run to the summary, the newest first. now is the time by the service's clock.
func (g *Group) Add(r *Run, now time.Time) {
	g.Runs++
	if r.Held {
		g.Held++
	}
	if r.LockedUntil.After(now) {
		g.Locked++
	}
	if !r.IsEnded() {
		g.Active = append(g.Active, r)
		return
	}
	if g.Ended++; g.Newest == nil {
		g.Newest = r
	}
	if g.NewestOwn == nil && !r.IsOfLogs() {
		g.NewestOwn = r
	}
	switch {
	case r.IsBad():
		g.Failed++
		if g.BadOwn == nil && !r.IsOfLogs() {
			g.BadOwn = r
		}
	case r.Status == "Succeeded":
		g.Succeeded++
		if len(g.durations) < maxDurations && r.Duration() > 0 {
			g.durations = append(g.durations, r.Duration())
			slices.Sort(g.durations)
			g.Usual = g.durations[len(g.durations)/2]
		}
	}
}

// Run is a run of a group, to the point.
type Run struct {
	ID, Number  string
	Type        string // such as kRegular
	Status      string
	Start, End  time.Time // zero where the service does not say
	Read        int64     // bytes
	Written     int64     // bytes
	Logical     int64     // bytes that are protected
	Succeeded   int64     // objects
	Failed      int64     // objects
	Late        bool      // it took longer than the SLA of its group allows
	Held        bool      // on legal hold
	LockedUntil time.Time // until when a data lock forbids to delete it; zero for none
	Reason      string    // why it ended as it did; "" where it does not say
}

// IsOfLogs reports whether a run backed up the logs of databases alone.
func (r *Run) IsOfLogs() bool { return r.Type == logRun }

// IsEnded reports whether a run has ended.
func (r *Run) IsEnded() bool { return engine.IsEnded(r.Status) }

// IsBad reports whether a run failed, or the backup of an object in it.
func (r *Run) IsBad() bool { return engine.IsFailed(r.Status) || r.Failed > 0 }

// Duration returns how long a run took, and 0 where it does not say or has not ended.
func (r *Run) Duration() time.Duration {
	if r.Start.IsZero() || !r.End.After(r.Start) {
		return 0
	}
	return r.End.Sub(r.Start)
}

// runNeeds are the fields that NewRun reads.
var runNeeds = []string{"id", "onLegalHold", "localBackupInfo.status", "localBackupInfo.runType", "localBackupInfo.startTimeUsecs", "localBackupInfo.endTimeUsecs", "localBackupInfo.messages",
	"localBackupInfo.isSlaViolated", "localBackupInfo.successfulObjectsCount", "localBackupInfo.failedObjectsCount", "localBackupInfo.localSnapshotStats", "localBackupInfo.dataLockConstraints",
	"archivalInfo.archivalTargetResults"}

// NewRun returns a run as a list of runs has it.
func NewRun(row any) *Run {
	r := &Run{
		ID: output.String(row, "id"), Number: runs.Number(row), Type: output.String(row, "localBackupInfo.runType|"+cells.Archived+"runType"), Status: runs.Status(row),
		Start: runs.Start(row), End: runs.End(row), Late: runs.IsLate(row), Held: output.At(row, "onLegalHold") == true || output.At(row, cells.Archived+"onLegalHold") == true, Reason: runs.Reason(row),
	}
	number := func(path string) int64 { n, _ := output.Int(row, path); return n }
	r.Read = number("localBackupInfo.localSnapshotStats.bytesRead|" + cells.Archived + "stats.bytesRead")
	r.Written = number("localBackupInfo.localSnapshotStats.bytesWritten|" + cells.Archived + "stats.physicalBytesTransferred")
	r.Logical = number("localBackupInfo.localSnapshotStats.logicalSizeBytes|" + cells.Archived + "stats.logicalSizeBytes")
	r.Succeeded = number("localBackupInfo.successfulObjectsCount|" + cells.Archived + "successfulObjectsCount")
	r.Failed = runs.FailedObjects(row)
	r.LockedUntil = output.UsecsAt(row, "localBackupInfo.dataLockConstraints.expiryTimeUsecs|"+cells.Archived+"dataLockConstraints.expiryTimeUsecs")
	return r
}

// Object is what can be protected: a host, a database, a namespace.
type Object struct {
	ID, Name, Title      string // Title names it on a command line
	SourceID, SourceName string
	Environment          string // as the API says, such as kPhysical
	Groups               []Ref  // that have it
}

// TenantAgent is a connector agent as the list of a tenant has it.
type TenantAgent struct {
	Tenant string
	Row    any
}

// Ref is the ID and the name of a group.
type Ref struct{ ID, Name string }

// Backup is the newest snapshot of an object.
type Backup struct {
	ObjectID string
	Name     string    // of the object
	GroupID  string    // that made it
	At       time.Time // when the run began
	Logical  int64     // bytes; 0 where the service does not say
}

// objectNeeds are the fields that newObject reads.
var objectNeeds = []string{"id", "name", "environment", "objectType", "sourceId", "sourceName", "sourceInfo.id", "sourceInfo.name", "objectProtectionInfos.protectionGroups.id", "objectProtectionInfos.protectionGroups.name"}

func newObject(row any) *Object {
	o := selection.NewObject(row)
	found := &Object{ID: o.ID, Name: o.Name, Title: o.Title(), SourceID: o.SourceID, SourceName: o.SourceName, Environment: o.Environment}
	for _, info := range output.List(row, "objectProtectionInfos") {
		for _, g := range output.List(info, "protectionGroups") {
			found.Groups = append(found.Groups, Ref{output.String(g, "id"), output.String(g, "name")})
		}
	}
	return found
}

// Knows reports whether a group, an object, a source, a connector or a connector agent has a name, or one that matches a pattern.
func (in *Instance) Knows(word string) bool {
	is := func(names ...string) bool { return Meant([]string{word}, names...) }
	at := func(path string) func(any) bool {
		return func(row any) bool { return is(output.String(row, path)) }
	}
	return slices.ContainsFunc(in.Groups, func(g *Group) bool { return is(g.Name) }) || slices.ContainsFunc(in.Objects, func(o *Object) bool { return is(o.Title, o.SourceName) }) ||
		slices.ContainsFunc(in.Sources, at("rootNode.name")) || slices.ContainsFunc(in.Hosts, at("protectionSource.name")) || slices.ContainsFunc(in.Connectors, at("connectorName|connectorId")) ||
		slices.ContainsFunc(in.ConnectorAgents, func(a TenantAgent) bool { return at("connectorAgentName|connectorAgentId")(a.Row) }) || slices.ContainsFunc(in.Recoveries, at("name|id"))
}

// GroupsMeant returns the IDs of the groups that patterns mean: by their names, or because they have an object or something on a host that is meant.
func (in *Instance) GroupsMeant(patterns []string) map[string]bool {
	meant := map[string]bool{}
	for _, g := range in.Groups {
		if Meant(patterns, g.Name) {
			meant[g.ID] = true
		}
	}
	for _, o := range in.Objects {
		if Meant(patterns, o.Title, o.SourceName) {
			for _, g := range o.Groups {
				meant[g.ID] = true
			}
		}
	}
	return meant
}

// Meant reports whether one of the names matches one of the patterns, or there are no patterns.
func Meant(patterns []string, names ...string) bool {
	return len(patterns) == 0 || slices.ContainsFunc(patterns, func(pattern string) bool {
		return slices.ContainsFunc(names, func(name string) bool {
			matched, err := path.Match(strings.ReplaceAll(strings.ToLower(pattern), "/", "\x00"), strings.ReplaceAll(strings.ToLower(name), "/", "\x00"))
			return strings.EqualFold(pattern, name) || err == nil && matched
		})
	})
}
