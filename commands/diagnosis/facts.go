// Package diagnosis finds out why a run or a recovery ended badly: it gathers facts, and rules turn them into causes with their evidence.
package diagnosis

import (
	"slices"
	"strings"
	"time"
)

// Facts are what is known of a run or a recovery, and of what it depended on. What was not asked for, or could not be read, is empty.
type Facts struct {
	Now        time.Time
	IsRecovery bool
	Name       string // of the group or the recovery, as people call it
	GroupID    string
	ID, Number string // of the run or recovery; Number is a run's, by which commands take it beside its group
	Status     string
	Start, End time.Time // zero where the service does not say
	Objects    []*Object // with which something is wrong; a run that failed as a whole has one without a name
	Said       []Message // what the run itself says, besides its objects
	Shown      []string  // the words of the command that shows the run or recovery

	// Of a run alone.
	Late          bool // it took longer than its SLA allows
	Read          int64
	Paused        bool // the group, now
	AbortsInBlack bool // the group cancels its runs in blackout windows
	PolicyName    string
	Policy        any // nil where it was not asked for
	History       []*Past
	Neighbors     []*Neighbor // other groups that failed at about the same time, and share something with it

	// Of a recovery alone.
	Overwrites bool
	Again      []string // the words of the command that does it again with overwriting; none where they cannot be said
}

// Object is an object of a run or recovery that something is wrong with.
type Object struct {
	ID, Name string
	Title    string // as commands take it
	HostID   string // of the host or cluster that it is on
	Host     *Host  // nil where nothing is known of it
	Status   string // as the API has it
	Failed   bool   // and did not only warn
	Canceled bool
	Said     []Message
	Queued   time.Duration // how long it waited before it began

	LastGood    time.Time // when an earlier run backed it up; zero where none is known
	LaterGood   bool      // whether a later run backed it up
	FailedSince int       // how many runs in a row it has failed in, this one too

	Looked   bool // whether it was looked for among the objects of the sources
	IsGone   bool // the sources do not have it any more
	Snapshot string
	// SnapshotLooked is whether the snapshots of the object were read, and SnapshotGone that the one to recover from is not among them.
	SnapshotLooked, SnapshotGone bool
}

// Message is a sentence of the service.
type Message struct {
	Text  string
	At    time.Time // zero where the service does not say
	Where []string  // the words of the command that shows it
	Kind  Kind      // what it is about by its words; "" for none that is known
	Event bool      // it is one of the progress, and not the result
}

// Host is a host or cluster with what its backups depend on.
type Host struct {
	ID, Name     string
	Agent        string // its status as the API has it, such as kUnreachable; "" for none
	AgentSays    string
	LoginError   string
	RefreshError string
	Refreshed    time.Time // when its objects were last read; zero where the service does not say
	Connection   string    // its name, or its ID where it has none; "" for none
	ConnectionID string
	Connectors   []*ConnectorState // of the connection
}

// ConnectorState is a connector of a connection.
type ConnectorState struct {
	Name      string
	Connected bool
	Seen      time.Time // when it was last connected; zero where the service does not say
	Says      string
}

// Past is another run of the same group.
type Past struct {
	Number, Status string
	Start, End     time.Time
	Read           int64
	Duration       time.Duration
	Failed         []string // IDs of objects that failed
	Good           []string // IDs of objects that were backed up
}

// Neighbor is another group whose last run failed at about the same time.
type Neighbor struct {
	Name       string
	Start, End time.Time
	Connection string // ID, that one of its hosts has too; "" for none
	HostID     string // that it has too; "" for none
}

// away returns the connectors of a host's connection that were not connected when a run went on, and whether that is all of them. A run that
// ended at a time when they were still seen cannot have failed because of them.
func (h *Host) away(end time.Time) (list []*ConnectorState, all bool) {
	for _, c := range h.Connectors {
		if !c.Connected && (c.Seen.IsZero() || end.IsZero() || !c.Seen.After(end.Add(clockSlack))) {
			list = append(list, c)
		}
	}
	return list, len(list) > 0 && len(list) == len(h.Connectors)
}

// clockSlack is how much times that different parts of the service have noted may differ.
const clockSlack = 2 * time.Minute

// current reports whether the state of things now tells of a time in the past: it is the last day's, and nothing has worked since.
func (f *Facts) current(o *Object) bool {
	return !o.LaterGood && (f.End.IsZero() || f.Now.Sub(f.End) <= stateTells)
}

// stateTells is how long after a run the state of agents, registrations and snapshots is taken to be what it was then.
const stateTells = 24 * time.Hour

// workedSince reports whether a host was read after the run had ended: what is wrong with it now then began later.
func (f *Facts) workedSince(h *Host) bool {
	return !f.End.IsZero() && !h.Refreshed.IsZero() && h.Refreshed.After(f.End.Add(time.Second))
}

// kinds returns what the messages of an object are about, by their words: those of its result if these say anything, else its events. Of an
// object that failed, messages about single files count only where no other says anything.
func (o *Object) kinds() (list []Kind) {
	for _, wanted := range []func(m *Message) bool{
		func(m *Message) bool { return !m.Event && !(o.Failed && isAboutFile(m.Text)) },
		func(m *Message) bool { return !m.Event },
		func(*Message) bool { return true },
	} {
		for i := range o.Said {
			if m := &o.Said[i]; m.Kind != "" && wanted(m) && !slices.Contains(list, m.Kind) {
				list = append(list, m.Kind)
			}
		}
		if list != nil {
			return list
		}
	}
	return nil
}

// saying returns the messages of an object that are about a kind, one of each text.
func (o *Object) saying(kinds ...Kind) (list []Message) {
	for _, m := range o.Said {
		if slices.Contains(kinds, m.Kind) && !slices.ContainsFunc(list, func(other Message) bool { return sameText(other.Text, m.Text) }) {
			list = append(list, m)
		}
	}
	return list
}

// sameText reports whether one of two messages says what the other does, perhaps behind the name of an object.
func sameText(a, b string) bool { return strings.HasSuffix(a, b) || strings.HasSuffix(b, a) }

// isAboutFile reports whether a message begins with a path.
func isAboutFile(text string) bool {
	return strings.HasPrefix(text, "/") || strings.HasPrefix(text, `\\`) || len(text) > 2 && text[1] == ':' && (text[2] == '\\' || text[2] == '/')
}

// The states of agents that mean trouble, as the API has them.
const (
	unreachable = "kUnreachable"
	degraded    = "kDegraded"
)
