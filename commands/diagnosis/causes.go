package diagnosis

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// Kind is a kind of cause, and what a message is about.
type Kind string

// The kinds of causes.
const (
	Connector     Kind = "connector"       // no connector of the connection is connected
	Agent         Kind = "agent"           // the agent of the host does not work or cannot be reached
	Credentials   Kind = "credentials"     // the log-in to the source fails
	Network       Kind = "network"         // a connection could not be made, or broke
	Timeout       Kind = "timeout"         // something took too long
	Restart       Kind = "restart"         // a part of the service, or the host, stopped or restarted
	Space         Kind = "space"           // no space is left
	Quota         Kind = "quota"           // a quota is used up
	Permission    Kind = "permission"      // something may not be read or written
	Path          Kind = "path"            // a file or folder is not there
	Gone          Kind = "gone"            // the object is not there any more
	Lock          Kind = "open-file"       // a file was open, or changed meanwhile
	VSS           Kind = "volume-snapshot" // a snapshot of a volume could not be made on the host
	ReadError     Kind = "read-error"      // a disk of the host cannot be read
	Memory        Kind = "memory"          // memory is short
	Certificate   Kind = "certificate"     // a certificate is not accepted
	License       Kind = "license"         // a licence is missing or has ended
	Canceled      Kind = "canceled"        // somebody canceled it
	Blackout      Kind = "blackout"        // a blackout window of the policy
	Overlap       Kind = "overlap"         // the run before was still active
	PausedGroup   Kind = "paused"          // the group is paused
	Empty         Kind = "empty"           // the group has nothing to back up
	MoreData      Kind = "more-data"       // it took longer because there was more to read
	Queue         Kind = "queue"           // it took longer because it had to wait
	Slow          Kind = "slow"            // it took longer than such runs do
	TightSLA      Kind = "sla"             // runs of the group usually take longer than the SLA allows
	Exists        Kind = "exists"          // what is there must not be overwritten
	NotInSnapshot Kind = "not-in-snapshot" // the snapshot does not have what is to be recovered
	SnapshotGone  Kind = "snapshot"        // the snapshot is not there any more
)

// Cause is why something ended as it did, or one of several reasons.
type Cause struct {
	Kind      Kind       `json:"kind"`
	Score     int        `json:"score"`     // how strong the evidence is, from 0 to 100
	Certainty string     `json:"certainty"` // high, medium or low, by the score
	Sentence  string     `json:"cause"`
	Objects   []string   `json:"objects"` // the names of those that it is about; none where it is about the run as a whole
	Evidence  []Evidence `json:"evidence"`
	Next      string     `json:"next"` // the command line that mends it or shows more

	explains []Kind // messages of these kinds come of the state that the cause is about, and are no causes of their own

	subject string // what a cause is about, such as a host: causes of the same kind about the same are one
	next    []string
}

// Evidence is a fact that speaks for a cause.
type Evidence struct {
	Fact  string `json:"fact"`
	At    int64  `json:"timeUsecs"` // when that was so; 0 where the service does not say
	Where string `json:"where"`     // the command line that shows it

	where []string // its words
}

// The scores of evidence. They are ranks and no probabilities: a state of the service that explains what the messages say counts most, then what
// the service has recorded as such, then a state alone, then the words of a message alone. Below enough, nothing is named.
const (
	proven    = 95 // a state that explains the messages
	recorded  = 90 // the status of the run, with what the policy says of that time
	stateOnly = 72 // a state at that time, and messages that say nothing
	doubtful  = 30 // a state, and messages of something else, or from a later time
	plainWord = 60 // a message about something that only it can tell
	vagueWord = 50 // a message of a connection or a time limit, which has many reasons
	enough    = 40 // what a cause needs to be named
)

// certainty returns the word for a score.
func certainty(score int) string {
	switch {
	case score >= 80:
		return "high"
	case score >= plainWord:
		return "medium"
	}
	return "low"
}

// because adds facts to a cause.
func (c *Cause) because(where []string, at time.Time, fact string) *Cause {
	e := Evidence{Fact: fact, where: where}
	if at.UnixMicro() > 0 {
		e.At = at.UnixMicro()
	}
	if !slices.ContainsFunc(c.Evidence, func(other Evidence) bool { return other.Fact == fact }) {
		c.Evidence = append(c.Evidence, e)
	}
	return c
}

// says adds messages to a cause, at most three.
func (c *Cause) says(object string, messages []Message) *Cause {
	for _, m := range messages[:min(len(messages), mostMessages)] {
		text := output.Shorten(output.Clean(m.Text), longestMessage)
		if object == "" {
			c.because(m.Where, m.At, i18n.T("why.said|The service said: {{.Message}}", "Message", text))
		} else {
			c.because(m.Where, m.At, i18n.T("why.said-of|The service said of '{{.Object}}': {{.Message}}", "Object", output.Clean(object), "Message", strings.TrimPrefix(text, output.Clean(object)+": ")))
		}
	}
	return c
}

// mostHeard is how many messages are shown where nothing explains them.
const mostHeard = 5

// heard returns what the service said, in sentences, for where nothing explains it.
func (f *Facts) heard() (sentences []string) {
	all := &Cause{}
	for _, o := range f.Objects {
		all.says(o.Title, o.Said)
	}
	for _, m := range f.Said {
		if !slices.ContainsFunc(f.Objects, func(o *Object) bool {
			return slices.ContainsFunc(o.Said, func(other Message) bool { return sameText(other.Text, m.Text) })
		}) {
			all.says("", []Message{m})
		}
	}
	for _, e := range all.Evidence[:min(len(all.Evidence), mostHeard)] {
		sentences = append(sentences, e.Fact)
	}
	return sentences
}

// mostMessages is how many messages are shown for an object.
const mostMessages = 3

// mostEvidence is how many facts are shown for a cause.
const mostEvidence = 12

// rank joins causes that are the same, leaves out those without enough evidence, and returns the rest, the strongest first.
func rank(all []*Cause) (list []*Cause) {
	for _, c := range all {
		if c == nil || c.Score < enough {
			continue
		}
		i := slices.IndexFunc(list, func(other *Cause) bool { return other.Kind == c.Kind && other.subject == c.subject })
		if i < 0 {
			list = append(list, c)
			continue
		}
		same := list[i]
		same.Score = max(same.Score, c.Score)
		for _, o := range c.Objects {
			if !slices.Contains(same.Objects, o) {
				same.Objects = append(same.Objects, o)
			}
		}
		for _, e := range c.Evidence {
			if !slices.ContainsFunc(same.Evidence, func(other Evidence) bool { return other.Fact == e.Fact }) {
				same.Evidence = append(same.Evidence, e)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *Cause) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(len(b.Objects), len(a.Objects)))
	})
	for _, c := range list {
		c.Certainty = certainty(c.Score)
		c.Evidence = c.Evidence[:min(len(c.Evidence), mostEvidence)]
		if c.Objects == nil {
			c.Objects = []string{}
		}
	}
	return list
}

// Where states stand, as the words of commands.
var (
	connectorList = []string{"data-source-connector", "list"}
	sourceList    = []string{"protection-source", "list"}
	sourceInfo    = []string{"protection-source", "registration-info"}
)
