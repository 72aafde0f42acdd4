package sandbox

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// monitors asks for progress with parameters and a body, which may be nil, and returns the tasks of all groups.
func (c *client) monitors(query string, body any) (tasks []jsonObject) {
	status, raw := c.send("GET", c.server.Instances[0].URL+"/irisservices/api/v1/progressMonitors?"+query, body)
	require.Equal(c.t, 200, status, "%s", raw)
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var answer jsonObject
	require.NoError(c.t, dec.Decode(&answer))
	for _, group := range objectList(answer, "resultGroupVec") {
		tasks = append(tasks, objectList(group, "taskVec")...)
	}
	return tasks
}

func TestProgressMonitorsAgreeWithRunsAndRecoveries(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, source := c.protect(host)
	run := c.backUp(group)
	recovery := c.recover("kPhysical", filesTo(c.snapshot(source), source, jsonObject{"alternateRestoreDirectory": "/back"}, "/a", "/gone"))

	assert.Empty(t, c.monitors("", nil), "nothing is active")
	all := c.monitors("includeFinishedTasks=true", nil)
	assert.Equal(t, []string{str(recovery, "progressTaskId"), str(run, "localBackupInfo", "progressTaskId")}, names(all, "taskPath"), "newest first")

	path := str(run, "localBackupInfo", "progressTaskId")
	tasks := c.monitors("includeFinishedTasks=true&taskPathVec="+path, jsonObject{"includeEventLogs": true})
	require.Len(t, tasks, 1)
	progress := c.must("GET", "/data-protect/runs/"+str(run, "id")+"/progress", nil)["localRun"].(jsonObject)
	assert.Equal(t, names(objectList(progress, "events"), "message"), names(objectList(tasks[0], "progress", "eventVec"), "eventMsg"))
	assert.Equal(t, str(progress, "percentageCompleted"), str(tasks[0], "progress", "percentFinished"))
	assert.Equal(t, num(progress, "startTimeUsecs")/1e6, num(tasks[0], "progress", "startTimeSecs"))
	assert.Equal(t, num(progress, "endTimeUsecs")/1e6, num(tasks[0], "progress", "endTimeSecs"))
	part := objectList(tasks[0], "subTaskVec")[0]
	object := objectList(run, "objects")[0]
	assert.Equal(t, str(object, "localSnapshotInfo", "snapshotInfo", "progressTaskId"), str(part, "taskPath"))
	assert.Equal(t, names(objectList(objectList(progress, "objects")[0], "events"), "message"), names(objectList(part, "progress", "eventVec"), "eventMsg"))
	assert.Equal(t, c.monitors("includeFinishedTasks=true&taskPathVec="+str(part, "taskPath"), jsonObject{"includeEventLogs": true})[0], part, "a part has a path of its own")

	tasks = c.monitors("includeFinishedTasks=true&taskPathVec="+str(recovery, "progressTaskId"), jsonObject{"includeEventLogs": true})
	log := names(objectList(tasks[0], "progress", "eventVec"), "eventMsg")
	assert.Equal(t, "The recovery was accepted.", log[0])
	assert.Equal(t, "The recovery has ended: SucceededWithWarning.", log[len(log)-1])
	part = objectList(tasks[0], "subTaskVec")[0]
	assert.Equal(t, str(objectList(recovery, "physicalParams", "objects")[0], "progressTaskId"), str(part, "taskPath"))
	assert.Subset(t, names(objectList(part, "progress", "eventVec"), "eventMsg"), []string{"/a: 1 files were recovered.", "/gone: is not in the snapshot", "3 bytes were recovered."})
}

func TestProgressMonitorsHonourWhatIsAsked(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	writeFile(t, filepath.Join(host, "a"), "one")
	group, _ := c.protect(host)
	first := c.backUp(group)
	c.server.Advance(time.Hour)
	c.backUp(group)
	c.server.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunHang: true})
	c.must("POST", "/data-protect/protection-groups/"+group+"/runs", jsonObject{"runType": "kRegular"})
	require.Eventually(t, func() bool { return len(c.monitors("", nil)) == 1 }, 5*time.Second, 5*time.Millisecond)
	end := num(first, "localBackupInfo", "endTimeUsecs") / 1e6
	for query, want := range map[string]int{
		"": 1, "includeFinishedTasks=true": 3, "includeFinishedTasks=true&maxTasks=2": 2, "maxTasks=0": 1,
		fmt.Sprintf("includeFinishedTasks=true&startTimeSecs=%d", end+60): 2,
		fmt.Sprintf("includeFinishedTasks=true&endTimeSecs=%d", end):      1,
		"includeFinishedTasks=true&taskPathVec=backup_0,restore_x,else":   0,
		"taskPathVec=" + str(first, "localBackupInfo", "progressTaskId"):  0,
	} {
		assert.Len(t, c.monitors(query, nil), want, query)
	}
	finished := func(fields jsonObject) []jsonObject {
		fields["includeFinishedTasks"] = true
		return c.monitors("", fields)
	}
	assert.Len(t, finished(jsonObject{"maxTasks": 1}), 1, "what the parameters do not say, the body may")
	assert.Len(t, finished(jsonObject{"taskPathVec": []any{str(first, "localBackupInfo", "progressTaskId")}}), 1)
	assert.Len(t, finished(jsonObject{"attributeVec": []any{jsonObject{"key": "protectionGroupId", "value": group}}}), 3)
	assert.Len(t, finished(jsonObject{"attributeVec": []any{jsonObject{"key": "runType", "value": "kFull"}}}), 1)
	assert.Empty(t, finished(jsonObject{"attributeVec": []any{jsonObject{"key": "runType", "value": "kLog"}}}))
	for level, want := range map[int][]bool{0: {true, true}, 1: {true, false}, 2: {true, true}} {
		task := finished(jsonObject{"includeEventLogs": true, "fetchLogsMaxLevel": level})[1]
		part := objectList(task, "subTaskVec")[0]
		assert.Equal(t, want, []bool{objectList(task, "progress", "eventVec") != nil, objectList(part, "progress", "eventVec") != nil}, level)
	}
	assert.Nil(t, objectList(finished(jsonObject{})[1], "progress", "eventVec"))
	assert.NotNil(t, objectList(finished(jsonObject{})[1], "subTaskVec"))
	assert.Nil(t, objectList(finished(jsonObject{"excludeSubTasks": true})[1], "subTaskVec"))

	active := c.monitors("", jsonObject{"includeEventLogs": true})[0]
	require.Eventually(t, func() bool {
		active = c.monitors("includeFinishedTasks=true", jsonObject{"includeEventLogs": true})[0]
		return len(objectList(active, "subTaskVec")) == 1 && num(objectList(active, "subTaskVec")[0], "progress", "endTimeSecs") > 0
	}, 5*time.Second, 5*time.Millisecond)
	assert.Empty(t, str(active, "progress", "endTimeSecs"))
	assert.NotEmpty(t, str(active, "progress", "expectedTimeRemainingSecs"))
	assert.Empty(t, objectList(c.monitors("", nil)[0], "subTaskVec"), "its part has ended")
	assert.Contains(t, c.refusedMonitors(url.Values{"maxTasks": {"-1"}}.Encode(), nil), "maxTasks")
	assert.Contains(t, c.refusedMonitors("", jsonObject{"fetchLogsMaxLevel": -1}), "fetchLogsMaxLevel")
}

func (c *client) refusedMonitors(query string, body any) string {
	status, raw := c.send("GET", c.server.Instances[0].URL+"/irisservices/api/v1/progressMonitors?"+query, body)
	require.Equal(c.t, 400, status, "%s", raw)
	return string(raw)
}

func TestFailedTasksSayWhy(t *testing.T) {
	c := start(t, Options{})
	host := filepath.Join(t.TempDir(), "host")
	writeFile(t, filepath.Join(host, "a"), "one")
	group, _ := c.protect(host)
	require.NoError(t, os.RemoveAll(host))
	run := c.backUp(group)
	task := c.monitors("includeFinishedTasks=true", jsonObject{"includeEventLogs": true})[0]
	part := objectList(task, "subTaskVec")[0]
	why := str(part, "progress", "status", "errorMsg")
	assert.Equal(t, str(objectList(run, "objects")[0], "localSnapshotInfo", "snapshotInfo", "statusMessage"), why)
	assert.Equal(t, "2", str(part, "progress", "status", "type"))
	log := names(objectList(part, "progress", "eventVec"), "eventMsg")
	assert.Equal(t, strings.ToLower("Copying failed: "+why), strings.ToLower(log[len(log)-1]))
}
