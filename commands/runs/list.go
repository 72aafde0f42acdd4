package runs

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// listing is what `protection-group-run list` does: the runs of a group as the service lists them, or the newest ones of all groups.
type listing struct {
	since    time.Time // zero where it is not given
	statuses []string  // as they were typed; none for any
}

// optionalGroup is the argument of a command about one group or all of them.
var optionalGroup = []engine.Argument{{Title: "GROUP", Optional: true}}

func listRuns(f *engine.Flags) engine.Job {
	j := &listing{}
	f.Time(&j.since, "since", "run.since|List only runs that began at or after this time, and active ones. Default without a group: -24h.")
	f.List(&j.statuses, "status", "LIST", "run.statuses|Filter by status: failed, warning, succeeded, running, paused, canceled, missed, skipped.")
	f.View = func(args []string) *output.View {
		if len(args) > 0 || f.Given("id") {
			return nil
		}
		return recentRuns
	}
	return j.run
}

// runWords are the words for states of runs, with the statuses of the service that they stand for.
var runWords = map[string][]string{
	"failed": {"Failed"}, "warning": {"SucceededWithWarning"}, "warned": {"SucceededWithWarning"}, "succeeded": {"Succeeded"}, "success": {"Succeeded"},
	"running": {"Accepted", "Running", "OnHold", "Finalizing", "Canceling"}, "active": {"Accepted", "Running", "OnHold", "Paused", "Finalizing", "Canceling"},
	"paused": {"Paused"}, "canceled": {"Canceled"}, "cancelled": {"Canceled"}, "missed": {"Missed"}, "skipped": {"Skipped"}, "accepted": {"Accepted"},
	"onhold": {"OnHold"}, "finalizing": {"Finalizing"}, "canceling": {"Canceling"}, "succeededwithwarning": {"SucceededWithWarning"},
}

// wanted returns the statuses of the service that were asked for; none for any.
func (j *listing) wanted() (statuses []string, err error) {
	for _, word := range j.statuses {
		found, known := runWords[strings.ToLower(word)]
		if !known {
			return nil, engine.Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", "status", "Value", word,
				"Values", "failed, warning, succeeded, running, paused, canceled, missed, skipped")
		}
		statuses = append(statuses, found...)
	}
	return statuses, nil
}

func (j *listing) run(c *engine.Context) error {
	statuses, err := j.wanted()
	if err != nil {
		return err
	}
	if !j.since.IsZero() && c.Request.Get("startTimeUsecs") != nil {
		return engine.Usage("run.since-twice|--since and --start-time-usecs exclude each other.")
	}
	if !j.since.IsZero() {
		c.Request.SetNamed("startTimeUsecs", strconv.FormatInt(j.since.UnixMicro(), 10))
		if err := c.CheckOwn(); err != nil {
			return err
		}
	}
	if c.Param("id") == "" {
		return j.ofAll(c, statuses)
	}
	if c.Options.Format == output.TableFormat && c.Options.Query == nil && c.Request.Get("includeObjectDetails") == nil {
		c.Request.SetNamed("includeObjectDetails", "true") // for their expiry
	}
	if statuses == nil {
		return c.ShowList(c.Request)
	}
	if err := c.Gate.Resolve(c, c.Request); err != nil {
		return err
	}
	g := &gathering{request: c.Request, statuses: statuses, limit: c.Options.List.Limit}
	if err := g.read(c, c.Param("id"), c.Named); err != nil {
		return err
	}
	return g.show(c)
}

// defaultSince is how far back runs of all groups are listed.
const defaultSince = 24 * time.Hour

// ofAll lists the runs of all groups. Only those groups are asked whose last run says that they may have one.
func (j *listing) ofAll(c *engine.Context, statuses []string) error {
	asked, err := j.candidates(c)
	if err != nil {
		return err
	}
	g := &gathering{request: c.Request, statuses: statuses, limit: c.Options.List.Limit}
	var failures engine.Failures
	var mu sync.Mutex
	err = c.AtOnce(len(asked), func(c *engine.Context, i int) error {
		name := asked[i].name
		one := &gathering{request: c.Request.Clone(), statuses: statuses}
		if !j.since.IsZero() {
			one.request.SetNamed("startTimeUsecs", strconv.FormatInt(max(asked[i].from.UnixMicro(), 0), 10))
		}
		err := one.read(c, asked[i].id, name)
		mu.Lock()
		defer mu.Unlock()
		g.rows, g.failed = append(g.rows, one.rows...), g.failed || one.failed
		if err != nil {
			if fatal := failures.Add(c, name, err); fatal != nil {
				return fatal
			}
			c.Warn("run.unread|The runs of protection group '{{.Name}}' could not be read: {{.Reason}}", "Name", name, "Reason", failures.Of(name))
		}
		return nil
	})
	if err == nil {
		err = g.show(c)
	}
	if err == nil {
		err = failures.Err()
	}
	if err == nil && g.failed {
		c.Next("protection-group-run", "retry", "--failed")
	}
	return err
}

// candidate is a group that may have runs in the time that is wanted, and from when on.
type candidate struct {
	id, name string
	from     time.Time
}

// lastOf is what says whether a group may have runs in a time.
type lastOf struct {
	there bool // whether there is a last run
	ended bool
	began time.Time
}

// lastRunOf returns that of a group that was read with its last run.
func lastRunOf(group any) lastOf {
	last := output.At(group, "lastRun")
	return lastOf{last != nil, engine.IsEnded(Status(last)), runStart(last)}
}

// from returns from when on the runs of the group are wanted that began since a time or are active, and whether there may be any.
func (l lastOf) from(since time.Time) (from time.Time, may bool) {
	switch {
	case !l.there || !l.began.Before(since):
		return since, true
	case l.ended:
		return since, false
	}
	return l.began, true
}

func groupID(group any) string { return output.String(group, "id") }

func groupName(group any) string { return output.String(group, "name") }

// candidates returns the groups whose last run says that they may have runs in the time that is wanted. One that is active counts
// whenever it began.
func (j *listing) candidates(c *engine.Context) (list []candidate, err error) {
	type group struct {
		candidate
		last lastOf
	}
	var groups []group // of ten thousand groups no more than that is held
	err = selection.EachGroupWithLastRun(c, func(g any) {
		groups = append(groups, group{candidate{id: groupID(g), name: groupName(g)}, lastRunOf(g)})
	})
	if err != nil {
		return nil, err
	}
	if j.since.IsZero() && c.Request.Get("startTimeUsecs") == nil {
		j.since = c.ServiceNow().Add(-defaultSince)
	}
	for _, g := range groups {
		var may bool
		if g.from, may = g.last.from(j.since); may {
			list = append(list, g.candidate)
		}
	}
	return list, nil
}

// gathering collects runs, of which it holds no more than their JSON.
type gathering struct {
	request  *api.Request
	statuses []string // of the service; none for any
	limit    int      // 0 for none
	rows     []gathered
	failed   bool // whether the newest run of a group that has ended failed
}

type gathered struct {
	start time.Time
	raw   json.RawMessage
}

// list returns the runs of a group: with one request where they fit into a page.
func (g *gathering) list(c *engine.Context, group string) ([]any, error) {
	r := g.request.Clone().SetNamed("id", group)
	limited := r.Get("numRuns") != nil
	if !limited {
		r.SetNamed("numRuns", strconv.Itoa(pageSize))
	}
	result, err := c.Call(r)
	if err != nil {
		return nil, err
	}
	list := output.List(result.Value, "runs")
	if total, ok := output.Int(result.Value, "totalRuns"); limited || len(list) < pageSize && !(ok && total > int64(len(list))) {
		return list, nil
	}
	answer, err := c.ReadList(pages, g.request.Clone().SetNamed("id", group))
	return output.List(answer, "runs"), err
}

// read adds the runs of a group that are wanted.
func (g *gathering) read(c *engine.Context, group, name string) error {
	list, err := g.list(c, group)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(list, func(run any) bool { return engine.IsEnded(Status(run)) }); i >= 0 {
		g.failed = HasFailed(list[i])
	}
	for _, run := range list {
		if g.statuses != nil && !slices.Contains(g.statuses, Status(run)) {
			continue
		}
		fields, ok := run.(map[string]any)
		if !ok {
			continue
		}
		if fields = explained(c, group, fields); output.String(fields, "protectionGroupName") == "" {
			fields["protectionGroupName"] = name
		}
		raw, err := json.Marshal(fields)
		if err != nil {
			return err
		}
		g.rows = append(g.rows, gathered{runStart(fields), raw})
	}
	return nil
}

// explained returns a run with its objects, where these alone may say why it ended as it did. A service that does not say is no trouble.
func explained(c *engine.Context, group string, run map[string]any) map[string]any {
	status := Status(run)
	if !engine.IsFailed(status) && status != "SucceededWithWarning" || reason(run).Text != "" || run["objects"] != nil {
		return run
	}
	result, err := c.Call(api.NewRequest(&api.GetProtectionGroupRun).SetNamed("id", group).SetNamed("runId", output.String(run, "id")).SetNamed("includeObjectDetails", "true"))
	if err != nil {
		return run
	}
	if whole, ok := result.Value.(map[string]any); ok {
		return whole
	}
	return run
}

// show shows the runs, newest first.
func (g *gathering) show(c *engine.Context) error {
	slices.SortStableFunc(g.rows, func(a, b gathered) int { return b.start.Compare(a.start) })
	if list := &c.Options.List; g.limit > 0 && list.SortBy == "" && len(list.Filters) == 0 {
		g.rows = g.rows[:min(len(g.rows), g.limit)]
	}
	return c.ShowRows("runs", func(yield func(json.RawMessage) bool) {
		for i := range g.rows {
			raw := g.rows[i].raw
			g.rows[i].raw = nil // there may be very many
			if !yield(raw) {
				return
			}
		}
	})
}
