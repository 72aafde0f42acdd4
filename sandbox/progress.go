package sandbox

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// task is a run, a recovery, or an object of one, as the progress monitors show it. Times are as those of a run.
type task struct {
	path       string
	status     string // as of a run
	problem    string // why it failed; "" where it did not
	percent    float64
	start, end int64
	work       int64 // how much there is to do: files or paths
	attributes [][2]string
	log        []event
	parts      []*task
}

// taskPath returns the path of the task of a run, which the API has as progressTaskId.
func (r *run) taskPath() string { return fmt.Sprintf("backup_%d", r.Number) }

// objectPath returns the path of the task of an object in a run.
func (r *run) objectPath(o *runObject) string { return fmt.Sprintf("%s/object_%d", r.taskPath(), o.ID) }

// taskPath returns the path of the task of a recovery.
func (r *recovery) taskPath() string { return "restore_" + r.number() }

// partPath returns the path of the task of a part of a recovery, by its place.
func (r *recovery) partPath(i int) string { return fmt.Sprintf("%s/part_%d", r.taskPath(), i+1) }

// percent returns how far a recovery is.
func (r *recovery) percent() (percent float64) {
	if r.ended() {
		return 100
	}
	for _, p := range r.Parts {
		percent += p.Percent / float64(len(r.Parts))
	}
	return min(percent, 99)
}

// task returns the task of a run.
func (r *run) task() *task {
	t := &task{path: r.taskPath(), status: r.Status, percent: r.percent(), start: r.Start, end: r.End, log: r.Events,
		attributes: [][2]string{{"type", "backup"}, {"environment", r.Environment}, {"protectionGroupId", r.Group}, {"runType", r.Type}}}
	if r.Status == "Failed" {
		t.problem = strings.Join(r.Messages, " ")
	}
	for _, o := range r.Objects {
		t.work += o.Files
		part := &task{path: r.objectPath(o), status: o.status(r), percent: o.Percent, start: o.Start, end: o.End, log: o.Events, work: o.Files,
			attributes: [][2]string{{"type", "backup"}, {"objectId", strconv.FormatInt(o.ID, 10)}, {"objectName", o.Name}}}
		if o.Status == "kFailed" {
			part.problem = strings.Join(o.Warnings, " ")
		}
		t.parts = append(t.parts, part)
	}
	return t
}

// status returns the status of an object as that of a run.
func (o *runObject) status(r *run) string {
	switch {
	case o.End == 0:
		return r.Status
	case o.Status == "kFailed":
		return "Failed"
	}
	return "Succeeded"
}

// task returns the task of a recovery.
func (r *recovery) task() *task {
	t := &task{path: r.taskPath(), status: r.Status, percent: r.percent(), start: r.Start, end: r.End, log: r.Events,
		attributes: [][2]string{{"type", "restore"}, {"environment", r.Environment}, {"recoveryId", r.ID}, {"recoveryAction", r.Action}}}
	if r.Status == "Failed" {
		t.problem = strings.Join(r.Messages, " ")
	}
	for i, p := range r.Parts {
		part := &task{path: r.partPath(i), status: p.Status, percent: p.Percent, start: p.Start, end: p.End, log: p.Events, work: int64(len(p.Files)),
			attributes: [][2]string{{"type", "restore"}, {"objectId", str(p.Object, "id")}, {"objectName", str(p.Object, "name")}}}
		if p.Status == "Failed" {
			part.problem = strings.Join(p.Messages, " ")
		}
		t.work += part.work
		t.parts = append(t.parts, part)
	}
	return t
}

// allTasks returns the tasks of all runs and recoveries that the API shows, the newest first.
func (d *data) allTasks() (list []*task) {
	for r := range d.runs.Backward() {
		if r.Start > 0 {
			list = append(list, r.task())
		}
	}
	for r := range d.recoveries.Backward() {
		list = append(list, r.task())
	}
	slices.SortStableFunc(list, func(a, b *task) int { return cmp.Compare(b.start, a.start) })
	return list
}

// taskAt returns the task with a path, or nil.
func (d *data) taskAt(path string) *task {
	whole, _, isPart := strings.Cut(path, "/")
	var t *task
	if number, ok := strings.CutPrefix(whole, "backup_"); ok {
		if r, known := d.runs.Get(number); known && r.Start > 0 {
			t = r.task()
		}
	}
	if number, ok := strings.CutPrefix(whole, "restore_"); ok {
		n, err := strconv.ParseInt(number, 10, 64)
		if r, known := d.recoveries.Get(clusterID(n)); err == nil && known {
			t = r.task()
		}
	}
	if t == nil || !isPart {
		return t
	}
	for _, part := range t.parts {
		if part.path == path {
			return part
		}
	}
	return nil
}

// option returns a field of a request for progress, which may be a parameter or, where that is not there, a field of the body.
func (c *call) option(name string) string {
	if c.query.Has(name) {
		return c.param(name)
	}
	return toString(c.body[name])
}

// taskNumber is option for a whole number, 0 where there is none.
func (c *call) taskNumber(name string) int64 {
	n, _ := strconv.ParseInt(c.option(name), 10, 64)
	return n
}

// progressMonitors shows the progress of tasks: in a group for each path that is asked for, or of all in one.
func (c *call) progressMonitors() (any, error) {
	paths := c.listParam("taskPathVec")
	if paths == nil {
		paths = stringList(c.body, "taskPathVec")
	}
	groups, left := []any{}, c.taskNumber("maxTasks")
	limited := left > 0
	add := func(tasks []*task) {
		shown := []any{}
		for _, t := range tasks {
			if t == nil || !c.wantsTask(t) || limited && left == 0 {
				continue
			}
			left--
			shown = append(shown, c.taskJSON(t, 1))
		}
		groups = append(groups, jsonObject{"taskVec": shown})
	}
	for _, path := range paths {
		add([]*task{c.data.taskAt(path)})
	}
	if len(paths) == 0 {
		add(c.data.allTasks())
	}
	return jsonObject{"resultGroupVec": groups}, nil
}

// wantsTask reports whether a task is one that is asked for: by its end, its times and its attributes.
func (c *call) wantsTask(t *task) bool {
	if hasEnded(t.status) && c.option("includeFinishedTasks") != "true" {
		return false
	}
	if from := c.taskNumber("startTimeSecs"); from > 0 && t.start < from*time.Second.Microseconds() {
		return false
	}
	if to := c.taskNumber("endTimeSecs"); to > 0 && (t.end == 0 || t.end/time.Second.Microseconds() > to) {
		return false
	}
	for _, wanted := range objectList(c.body, "attributeVec") {
		if !slices.Contains(t.attributes, [2]string{str(wanted, "key"), str(wanted, "value")}) {
			return false
		}
	}
	return true
}

// taskJSON is a task as the API shows it, at a level of which the one that was asked for is the first.
func (c *call) taskJSON(t *task, level int64) jsonObject {
	seconds := func(usecs int64) int64 { return usecs / time.Second.Microseconds() }
	progress := jsonObject{"percentFinished": t.percent, "expectedTotalWorkCount": t.work, "lastUpdateTimeSecs": seconds(cmp.Or(t.end, c.data.now()))}
	state := taskState(t.status)
	progress["status"] = setPresent(jsonObject{"type": taskStates[state]}, jsonObject{"errorMsg": t.problem})
	if t.start > 0 {
		progress["startTimeSecs"] = seconds(t.start)
	}
	if t.end > 0 {
		progress["endTimeSecs"] = seconds(t.end)
	}
	if left, ok := c.timeLeft(state, t.percent, t.start); ok {
		progress["expectedTimeRemainingSecs"], progress["expectedEndTimeSecs"] = seconds(left), seconds(c.data.now()+left)
	}
	attributes := []any{}
	for _, pair := range t.attributes {
		attributes = append(attributes, jsonObject{"key": pair[0], "value": jsonObject{"data": jsonObject{"OneofData": jsonObject{"StringData": pair[1]}}}})
	}
	progress["attributeVec"] = attributes
	if most := c.taskNumber("fetchLogsMaxLevel"); c.option("includeEventLogs") == "true" && (most == 0 || level <= most) {
		log := []any{}
		for _, e := range t.log {
			log = append(log, jsonObject{"eventMsg": e.Message, "timestampSecs": seconds(e.At)})
		}
		progress["eventVec"] = log
	}
	shown := jsonObject{"taskPath": t.path, "progress": progress, "weight": json.Number("1")}
	if c.option("excludeSubTasks") == "true" {
		return shown
	}
	parts := []any{}
	for _, part := range t.parts {
		if part.end == 0 || c.option("includeFinishedTasks") == "true" {
			parts = append(parts, c.taskJSON(part, level+1))
		}
	}
	shown["subTaskVec"] = parts
	return shown
}

// taskStates are the numbers of the states in progress monitors. The API description does not name them, so they are the sandbox's own.
var taskStates = map[string]int64{"Active": 0, "Finished": 1, "FinishedWithError": 2, "Canceled": 3}

// taskState returns the state of a task by the status of a run.
func taskState(status string) string {
	switch {
	case status == "Canceled":
		return "Canceled"
	case status == "Failed":
		return "FinishedWithError"
	case hasEnded(status):
		return "Finished"
	}
	return "Active"
}

// timeLeft returns how many microseconds a task is likely to take from now, and false where that cannot be told.
func (c *call) timeLeft(state string, percent float64, start int64) (int64, bool) {
	if state != "Active" || percent <= 0 || start == 0 {
		return 0, false
	}
	return int64(float64(c.data.now()-start) * (100 - percent) / percent), true
}
