package events

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output"
)

// at is a time so many seconds after the first one.
func at(seconds float64) time.Time {
	return time.Unix(1795489984, 0).Add(time.Duration(seconds * float64(time.Second)))
}

func TestEventsOfTwoSourcesAreJoinedWithoutDoubles(t *testing.T) {
	precise := []Event{
		{Time: at(0.9), Text: "Accepted."}, {Time: at(1.2), Object: "web-1", Text: "Retry."}, {Time: at(1.4), Object: "web-1", Text: "Retry."}, {Time: at(9), Text: "Accepted."},
	}
	coarse := []Event{
		{Time: at(0), Text: "Accepted."}, {Time: at(1), Object: "web-1", Text: "Retry."}, {Time: at(1), Object: "web-1", Text: "Retry."}, {Time: at(1), Object: "web-1", Text: "Retry."},
		{Time: at(1), Object: "web-2", Text: "Retry."}, {Time: at(20), Text: "Accepted."}, {Object: "web-3", Text: "Without a time."},
	}
	joined := join(precise, coarse)
	assert.Equal(t, precise, joined[:4], "those with the better times stay")
	assert.Equal(t, []Event{coarse[3], coarse[4], coarse[5], coarse[6]}, joined[4:], "a third report of what was said twice is one more; another object or another time is another event")
	assert.Empty(t, without(coarse, joined), "what was shown is not shown again")
	assert.Equal(t, []Event{{Time: at(0), Text: "New."}}, without([]Event{{Time: at(0), Text: "New."}}, joined))
}

func TestARunDoesNotRepeatItsObjects(t *testing.T) {
	list := dropEchoes([]Event{
		{Time: at(1), Text: "web-1: 2 files were copied."}, {Time: at(1.3), Object: "web-1", Text: "2 files were copied."},
		{Time: at(1), Text: "web-2: 2 files were copied."}, {Time: at(60), Text: "web-1: 2 files were copied."}, {Time: at(2), Text: "Note: web-1 is slow."},
	})
	assert.Equal(t, []Event{
		{Time: at(1.3), Object: "web-1", Text: "2 files were copied."}, {Time: at(1), Text: "web-2: 2 files were copied."},
		{Time: at(60), Text: "web-1: 2 files were copied."}, {Time: at(2), Text: "Note: web-1 is slow."},
	}, list)
}

func TestAnEventIsAsBadAsTheResultThatItIsTheMessageOf(t *testing.T) {
	list := []Event{
		{Object: "web-1", Severity: Info, Text: "Copying failed: no such file or directory."}, {Object: "web-2", Severity: Info, Text: "Copying failed: no such file or directory."},
		{Object: "web-2", Severity: Info, Text: "/a: Permission denied"}, {Severity: Info, Text: "The run has ended."},
	}
	unsaid := explain(list, []Event{
		{Object: "web-1", Severity: Error, Text: "No such file or directory."},
		{Object: "web-1", Severity: Warning, Text: "No such file or directory"}, // of an earlier attempt
		{Severity: Warning, Text: "web-2: /a: permission denied"},
		{Object: "web-2", Severity: Error, Text: "The host is down."},
		{Severity: Error, Text: "web-2: The host is down."},
		{Severity: Error, Text: "The host is down."},
		{Severity: Error, Text: "  "},
	})
	assert.Equal(t, []Severity{Error, Info, Warning, Info}, []Severity{list[0].Severity, list[1].Severity, list[2].Severity, list[3].Severity})
	assert.Equal(t, []Event{{Object: "web-2", Severity: Error, Text: "The host is down."}}, unsaid, "what no event says, once")
}

func TestEventsAreInTheOrderOfTheirTimes(t *testing.T) {
	list := []Event{{Time: at(2), Text: "end", last: true}, {Time: at(2), Text: "part"}, {Time: at(1), Text: "begin"}, {Text: "no time"}, {Time: at(3), Text: "later"}}
	sortByTime(list)
	var texts []string
	for _, e := range list {
		texts = append(texts, e.Text)
	}
	assert.Equal(t, []string{"no time", "begin", "part", "end", "later"}, texts)
}

func TestTasksOfTheMonitorAreNamedByWhatTheyAreAbout(t *testing.T) {
	const answer = `[{"taskPath":"backup_7","progress":{"endTimeSecs":1795489990,"eventVec":[{"eventMsg":"Begun.","timestampSecs":1795489984},{"eventMsg":"Ended.","timestampSecs":1795489990}]},"subTaskVec":[
		{"taskPath":"backup_7/1","progress":{"eventVec":[{"eventMsg":"Copying.","timestampSecs":1795489985}],"status":{"type":2,"errorMsg":"No space."},"lastUpdateTimeSecs":1795489986},
			"subTaskVec":[{"taskPath":"backup_7/1/disk","progress":{"eventVec":[{"eventMsg":"Disk."}]}}]},
		{"taskPath":"backup_7/index","progress":{"eventVec":[{"eventMsg":"Indexing.","timestampSecs":1795489986}]}}, "odd", null]}]`
	monitored, err := output.Read(strings.NewReader(answer))
	require.NoError(t, err)
	list, said := Tasks{"backup_7": "", "backup_7/1": "web-1"}.events(monitored.([]any))
	assert.Equal(t, []Event{
		{Time: at(0), Severity: Info, Text: "Begun."}, {Time: at(6), Severity: Info, Text: "Ended.", last: true},
		{Time: at(1), Object: "web-1", Severity: Info, Text: "Copying."}, {Object: "web-1", Severity: Info, Text: "Disk."},
		{Time: at(2), Object: "index", Severity: Info, Text: "Indexing."},
	}, list)
	assert.Equal(t, []Event{{Time: at(2), Object: "web-1", Severity: Error, Text: "No space."}}, said)
}

func TestAskedAreTheTasksOfTheWhole(t *testing.T) {
	r := Tasks{"backup_7": "", "backup_8": "", "backup_7/1": "web-1"}.request()
	assert.Equal(t, []string{"backup_7", "backup_8"}, r.Get("taskPathVec"), "which consist of the others")
	assert.Equal(t, []string{"backup_7/1"}, Tasks{"backup_7/1": "web-1"}.request().Get("taskPathVec"))
}

func TestProgramsReadNumbersAndWords(t *testing.T) {
	raw, err := json.Marshal([]Event{{Time: time.UnixMicro(1795489984659002), Severity: Error, Object: "web-1", Text: "No."}, {Severity: Info, Text: "x"}})
	require.NoError(t, err)
	assert.JSONEq(t, `[{"timeUsecs":1795489984659002,"severity":"error","object":"web-1","message":"No."},{"timeUsecs":0,"severity":"info","object":"","message":"x"}]`, string(raw))
}

func TestHowFarTasksAre(t *testing.T) {
	answer, err := output.Read(strings.NewReader(`{"resultGroupVec":[{"taskVec":[{"taskPath":"restore_1","progress":{"percentFinished":12.5,"expectedTimeRemainingSecs":90},
		"subTaskVec":[{"taskPath":"restore_1/1","progress":{"percentFinished":0,"expectedTimeRemainingSecs":-1}},{"taskPath":"restore_1/2","progress":{"expectedTimeRemainingSecs":9223372036854775807}}]}]}]}`))
	require.NoError(t, err)
	assert.Equal(t, map[string]Percentage{
		"restore_1": {12.5, true, 90 * time.Second}, "restore_1/1": {HasPercent: true}, "restore_1/2": {Remaining: maxRemaining * time.Second},
	}, TasksOf(answer))
	assert.Empty(t, TasksOf(nil))
}
