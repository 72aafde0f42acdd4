package commands

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// manyGroups is a service with groups whose runs last an hour, in a bubble of its own time.
type manyGroups struct {
	*enginetest.CLI
	count   int
	latency time.Duration
	lost    string // the group of which the answers to requests for runs get lost

	mu       sync.Mutex
	started  map[string]time.Time // by group
	requests map[string]int       // by method
}

func withManyGroups(t *testing.T, count int, test func(t *testing.T, m *manyGroups)) {
	cli := enginetest.New(t, Catalog())
	synctest.Test(t, func(t *testing.T) {
		m := &manyGroups{CLI: cli, count: count, started: map[string]time.Time{}, requests: map[string]int{}}
		cli.App.Session.Transport = enginetest.Transport(m.answer)
		test(t, m)
	})
}

func (m *manyGroups) run(group string) string {
	began, ok := m.started[group]
	if !ok {
		return ""
	}
	status := "Running"
	if time.Since(began) > time.Hour {
		status = "Succeeded"
	}
	number := group[strings.LastIndex(group, ":")+1:]
	return fmt.Sprintf(`{"id":"%s:1","protectionGroupId":"%s","localBackupInfo":{"status":"%s","runType":"kRegular","startTimeUsecs":%d}}`, number, group, status, began.UnixMicro())
}

func (m *manyGroups) answer(r *http.Request) (*http.Response, error) {
	time.Sleep(m.latency)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests[r.Method]++
	answer := `{}`
	words := strings.Split(r.URL.Path, "/")
	switch last := words[len(words)-1]; {
	case last == "protection-groups":
		groups := make([]string, m.count)
		for i := range groups {
			id := fmt.Sprintf("1:2:%d", i)
			run := m.run(id)
			if run == "" {
				run = `null`
			}
			groups[i] = fmt.Sprintf(`{"id":"%s","name":"group-%d","lastRun":%s}`, id, i, run)
		}
		answer = `{"protectionGroups":[` + strings.Join(groups, ",") + `]}`
	case r.Method == http.MethodPost:
		group := words[len(words)-2]
		m.started[group] = time.Now()
		if group == m.lost {
			return nil, io.ErrUnexpectedEOF
		}
	case last == "runs":
		answer = `{"runs":[` + m.run(words[len(words)-2]) + `]}`
	case words[len(words)-2] == "runs":
		answer = m.run(words[len(words)-3])
	}
	return enginetest.Reply(200, "application/json", answer), nil
}

func TestRunsOfSeveralGroupsAreWaitedForTogether(t *testing.T) {
	withManyGroups(t, 12, func(t *testing.T, m *manyGroups) {
		m.lost = "1:2:5"
		began := time.Now()
		require.Equal(t, 0, m.Run("run", "create", "group-*", "--wait", "-o", "json"), "%s", &m.Err)
		var answer struct {
			Runs []struct{ ProtectionGroupName, RunID, Status string }
		}
		require.NoError(t, json.Unmarshal(m.Out.Bytes(), &answer))
		require.Len(t, answer.Runs, 12)
		assert.Equal(t, struct{ ProtectionGroupName, RunID, Status string }{"group-5", "5:1", "Succeeded"}, answer.Runs[5])
		assert.Equal(t, 12, m.requests[http.MethodPost], "nothing is sent twice")
		assert.InDelta(t, time.Hour, time.Since(began), float64(time.Minute))
	})
}

func TestInterruptingRunsOfSeveralGroups(t *testing.T) {
	withManyGroups(t, 3, func(t *testing.T, m *manyGroups) {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(3*time.Minute, cancel)
		assert.Equal(t, 130, m.RunContext(ctx, "run", "create", "group-0", "group-2", "--wait", "-o", "csv", "--no-headers"))
		assert.Contains(t, m.Err.String(), "Stopped waiting; the runs that were started continue.\nWatch it with: ")
		assert.Contains(t, m.Err.String(), "watch group-2 2:1 ")
	})
	withManyGroups(t, 3, func(t *testing.T, m *manyGroups) {
		assert.Equal(t, 6, m.Run("run", "create", "group-0", "group-2", "--wait", "--wait-timeout", "5m", "-o", "csv", "--no-headers"))
		assert.Equal(t, "group-0,0:1,Running,\ngroup-2,2:1,Running,\n", m.Out.String())
		assert.Contains(t, m.Err.String(), "Runs have not finished within 5m; they continue.")
	})
}

// TestTheRunsOf200GroupsTakeLessThanTwoSeconds has 50 ms for each request.
func TestTheRunsOf200GroupsTakeLessThanTwoSeconds(t *testing.T) {
	withManyGroups(t, 200, func(t *testing.T, m *manyGroups) {
		for i := range 200 {
			m.started[fmt.Sprintf("1:2:%d", i)] = time.Now().Add(-time.Duration(i) * 15 * time.Minute)
		}
		m.latency = 50 * time.Millisecond
		began := time.Now()
		require.Equal(t, 0, m.Run("run", "list", "-o", "csv", "--columns", "Group", "--no-headers"), "%s", &m.Err)
		assert.Less(t, time.Since(began), 2*time.Second)
		groups := strings.Fields(m.Out.String())
		assert.Len(t, groups, 96, "those of a day")
		assert.Equal(t, "group-0", groups[0], "newest first")
		assert.Equal(t, 1+96, m.requests[http.MethodGet], "the others are not asked")
		m.requests = map[string]int{}
		began = time.Now()
		require.Equal(t, 0, m.Run("run", "list", "--since", "-72h", "-o", "json"), "%s", &m.Err)
		assert.Less(t, time.Since(began), 2*time.Second)
		assert.Equal(t, 1+200, m.requests[http.MethodGet])
	})
}
