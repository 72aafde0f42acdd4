package diagnosis

import (
	"slices"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/events"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// What the facts of runs and of recoveries have in common while they are gathered.

// gathering collects facts.
type gathering struct {
	*Facts
	failures engine.Failures
	looked   []Look

	mu  sync.Mutex
	row any // the run or recovery
}

// Look is a place that was looked at, as the words of a command that shows the same.
type Look struct {
	Where string `json:"where"`
	At    int64  `json:"timeUsecs"`
	Error string `json:"error,omitempty"` // why it could not be read
}

// look reads something, and notes that it was read, or why it could not be. The error is one that ends everything.
func (g *gathering) look(c *engine.Context, words []string, read func(c *engine.Context) error) error {
	err := read(c)
	g.mu.Lock()
	defer g.mu.Unlock()
	line := c.CommandLine(words...)
	g.looked = append(g.looked, Look{Where: line, At: c.Now().UnixMicro(), Error: c.Reason(err)})
	return g.failures.Add(c, line, err)
}

// mostObjects is how many objects of a run are looked at one by one; of more, the first.
const mostObjects = 50

// message returns a sentence of the run's result.
func (g *gathering) message(text string, at time.Time) Message {
	return Message{Text: text, At: at, Where: g.Shown, Kind: KindOf(text)}
}

// addEvents adds events to the objects that they are about.
func (g *gathering) addEvents(list []events.Event, where []string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, e := range list {
		if e.Severity == events.Info && !isComplaint(e.Text) {
			continue // what was done, and not what went wrong
		}
		for _, o := range g.Objects {
			if o.Failed && (strings.EqualFold(e.Object, o.Name) || e.Object == "" && (len(g.Objects) == 1 || g.isAbout(e.Text, o))) {
				o.Said = append(o.Said, Message{Text: e.Text, At: e.Time, Where: where, Kind: KindOf(e.Text), Event: true})
			}
		}
	}
}

// isAbout reports whether an event of the run begins with the name of an object, and has that of no other.
func (g *gathering) isAbout(text string, o *Object) bool {
	return begins(text, o.Name) && !slices.ContainsFunc(g.Objects, func(other *Object) bool { return other != o && strings.Contains(text, other.Name+":") })
}

// begins reports whether a sentence begins with a name, and not with a longer one.
func begins(text, name string) bool {
	rest, ok := strings.CutPrefix(text, name)
	return ok && name != "" && (rest == "" || rest[0] == ' ' || rest[0] == ':')
}

// unexplained returns the IDs of objects that failed without a message about anything but these kinds; nil for none.
func (g *gathering) unexplained(kinds ...Kind) (ids []string) {
	for _, o := range g.Objects {
		if o.Failed && o.ID != "" && !slices.ContainsFunc(o.kinds(), func(k Kind) bool { return !slices.Contains(kinds, k) }) {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// readList reads a list.
func (g *gathering) readList(c *engine.Context, words []string, r *api.Request, rows string, list *[]any) error {
	return g.look(c, words, func(c *engine.Context) error {
		result, err := c.Call(r)
		if err == nil {
			*list = output.List(result.Value, rows)
		}
		return err
	})
}
