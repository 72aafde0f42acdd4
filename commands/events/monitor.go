package events

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Commands are the commands about tasks of any kind.
var Commands = []engine.Command{
	{Name: "progress-monitors", Op: &api.GetProgressMonitors, Bodies: bodies, View: monitors, Role: engine.Reader, Failed: unread,
		Main: []string{"task-path-vec", "include-finished-tasks", "include-event-logs", "start-time-secs", "end-time-secs", "max-tasks", "exclude-sub-tasks"},
		Examples: []string{
			"progress-monitors",
			"progress-monitors --include-finished-tasks --start-time-secs -24h",
			"progress-monitors --task-path-vec backup_7 --include-finished-tasks --include-event-logs --output yaml",
		}},
}

// bodies are examples for `progress-monitors`.
var bodies = []engine.Body{
	{About: "example.tasks|Show the tasks of a day, also those that have ended, with their events.", YAML: `
includeFinishedTasks: true
includeEventLogs: true
startTimeSecs: -24h
`},
}

// monitors shows tasks, of all groups that were asked for, with those that they consist of below them. What the numbers of the states mean
// is not documented, so whether a task goes on is shown by its end.
var monitors = &output.View{
	Rows: "resultGroupVec", Children: "taskVec|subTaskVec", Grouped: true, Empty: "tasks.empty|There are no tasks.",
	Columns: []output.Column{
		{Title: "Task", Path: "taskPath", Format: output.Entity},
		{Title: "Progress", Path: "progress.percentFinished", Format: output.Percent},
		{Title: "Started", Path: "progress.startTimeSecs", Format: output.Secs, Rank: 2},
		{Title: "Ended", Path: "progress.endTimeSecs", Format: output.Secs, Rank: 1},
		{Title: "Time Left", Path: "progress.expectedTimeRemainingSecs", Format: output.Span(time.Second)},
		{Title: "Error", Path: "progress.status.errorMsg", FreeText: true},
	},
}

// Tasks are the paths of progress tasks, each with the name of the object that it is about; "" for the run or recovery itself.
type Tasks map[string]string

// Add adds the task at a path of the answer about what it belongs to, where there is one.
func (t Tasks) Add(v any, path, object string) {
	if task := output.String(v, path); task != "" {
		t[task] = object
	}
}

// request returns the request for the tasks of a run or recovery itself, which consist of those of its objects, or for all where it has
// none: with those that have ended, and with their events.
func (t Tasks) request() *api.Request {
	var paths, all []string
	for path, object := range t {
		if all = append(all, path); object == "" {
			paths = append(paths, path)
		}
	}
	if paths == nil {
		paths = all
	}
	slices.Sort(paths) // so that the same question is the same request
	r := api.NewRequest(&api.GetProgressMonitors).SetNamed("taskPathVec", paths...).SetNamed("includeFinishedTasks", "true")
	r.Body = []byte(`{"includeEventLogs":true}`)
	return r
}

// ProgressOf returns the request for how far a task and those that it consists of are.
func ProgressOf(path string) *api.Request {
	return api.NewRequest(&api.GetProgressMonitors).SetNamed("taskPathVec", path).SetNamed("includeFinishedTasks", "true")
}

// Percentage is how far a task is.
type Percentage struct {
	Percent    float64
	HasPercent bool          // whether the service says how far
	Remaining  time.Duration // that the task is likely to take; 0 where the service does not say
}

// TasksOf returns how far the tasks of an answer to ProgressOf are, by their paths; nothing of nil.
func TasksOf(monitors any) map[string]Percentage {
	found := map[string]Percentage{}
	var add func(task any)
	add = func(task any) {
		var p Percentage
		if n, ok := output.At(task, "progress.percentFinished").(json.Number); ok {
			f, err := n.Float64()
			p.Percent, p.HasPercent = f, err == nil
		}
		if secs, ok := output.Int(task, "progress.expectedTimeRemainingSecs"); ok && secs > 0 {
			p.Remaining = time.Duration(min(secs, maxRemaining)) * time.Second
		}
		found[output.String(task, "taskPath")] = p
		for _, part := range output.List(task, "subTaskVec") {
			add(part)
		}
	}
	for _, group := range output.List(monitors, "resultGroupVec") {
		for _, task := range output.List(group, "taskVec") {
			add(task)
		}
	}
	return found
}

// maxRemaining is the longest time in seconds that a task is said to take: ten years, which no task takes.
const maxRemaining = 10 * 365 * 24 * 3600

// monitored returns the tasks with their events by the progress monitor.
func monitored(c *engine.Context, tasks Tasks) (found []any, err error) {
	if len(tasks) == 0 {
		return nil, nil
	}
	result, err := c.Call(tasks.request())
	if err != nil {
		return nil, err
	}
	if message := output.String(result.Value, "error.errorMsg"); message != "" {
		return nil, &notRead{message}
	}
	for _, group := range output.List(result.Value, "resultGroupVec") {
		found = append(found, output.List(group, "taskVec")...)
	}
	return found, nil
}

// unread returns the error that an answer of success has, which the tasks may be missing for, and nil where it has none.
func unread(answer any) error {
	if message := output.String(answer, "error.errorMsg"); message != "" {
		return engine.Fail(engine.ExitFailed, "tasks.unread|The service could not read all tasks: {{.Reason}}", "Reason", message)
	}
	return nil
}

// notRead is an answer of success that says why the progress could not be read.
type notRead struct{ reason string }

func (e *notRead) Error() string { return e.reason }

// events returns the events of tasks that the progress monitor has shown, and the errors with which they have ended.
func (t Tasks) events(monitored []any) (list, said []Event) {
	for _, task := range monitored {
		l, s := eventsOf(task, t, "", false)
		list, said = append(list, l...), append(said, s...)
	}
	return list, said
}

// eventsOf returns the events of a task and of those that it consists of, and their errors. object is what the task above is about.
func eventsOf(task any, tasks Tasks, object string, below bool) (list, said []Event) {
	path := output.String(task, "taskPath")
	if name, known := tasks[path]; known {
		object = name
	} else if below && object == "" { // a part of a run that the run does not tell of
		object = path[strings.LastIndexByte(path, '/')+1:]
	}
	log := output.List(task, "progress.eventVec")
	ended := !output.SecondsAt(task, "progress.endTimeSecs").IsZero()
	for i, e := range log {
		list = append(list, Event{Time: output.SecondsAt(e, "timestampSecs"), Object: object, Severity: Info, Text: output.String(e, "eventMsg"), last: !below && ended && i == len(log)-1})
	}
	if message := output.String(task, "progress.status.errorMsg"); message != "" {
		said = append(said, Event{Time: earliest(output.SecondsAt(task, "progress.endTimeSecs"), output.SecondsAt(task, "progress.lastUpdateTimeSecs")), Object: object, Severity: Error, Text: message})
	}
	for _, part := range output.List(task, "subTaskVec") {
		l, s := eventsOf(part, tasks, object, true)
		list, said = append(list, l...), append(said, s...)
	}
	return list, said
}

// earliest returns the first of some times that is known.
func earliest(times ...time.Time) time.Time {
	for _, t := range times {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}
