package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// The sandbox in which the cases of the score are made, and requests to it.

// whyBench is a sandbox in which cases are made.
type whyBench struct {
	t        *testing.T
	server   *sandbox.Server
	token    string
	dir      string
	policy   string
	words    map[string][]string
	oneByOne sync.Mutex // recoveries that a fault has to meet
	lines    sync.Map   // the words of the commands that reports name
}

// whyCase is one case.
type whyCase struct {
	*whyBench
	name, host, folder string
	random             *rand.Rand
	include            string // what is backed up of the host
	policyID           string // instead of the usual one
	more               map[string]any
	source             json.Number
	connection         string
	group              string
	recoveryID         string
	want               string   // the kind of the first cause; "" for none
	among              []string // kinds that have to be named, in any order, instead
	after              func()   // what happens when all is over, and the clock has moved
}

func newBench(t *testing.T, file string) *whyBench {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunTime: 20 * time.Millisecond, RunDelay: 5 * time.Millisecond})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	resp, err := http.PostForm(s.PlatformURL+"/identity/token", url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {s.APIKey}})
	require.NoError(t, err)
	defer resp.Body.Close()
	var answer struct {
		Token string `json:"access_token"`
	}
	require.NoError(t, json.NewDecoder(resp.Body).Decode(&answer))
	b := &whyBench{t: t, server: s, token: answer.Token, dir: t.TempDir(), words: map[string][]string{}}
	raw, err := os.ReadFile(filepath.Join(root, "commands", "diagnosis", "testdata", file))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &b.words))
	b.policy = b.newPolicy("gold", nil, nil)
	return b
}

// send sends a request and returns the answer, which has to be one of success.
func (b *whyBench) send(method, path string, body any) (answer map[string]any) {
	raw, _ := json.Marshal(body)
	address := b.server.Instances[0].URL + "/v2" + path
	if strings.HasPrefix(path, "/sandbox/") {
		address = b.server.PlatformURL + path
	}
	req, err := http.NewRequest(method, address, bytes.NewReader(raw))
	require.NoError(b.t, err)
	req.Header.Set("Authorization", "Bearer "+b.token)
	req.Header.Set("X-IBM-Tenant-Id", b.server.Instances[0].Tenant)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	require.NoError(b.t, err)
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	require.NoError(b.t, err)
	require.Less(b.t, resp.StatusCode, 300, "%s %s %s: %s", method, path, raw, text)
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	_ = dec.Decode(&answer) // some have none, or a text
	return answer
}

func (b *whyBench) post(path string, body any) map[string]any { return b.send("POST", path, body) }

// at returns what is at a path of fields.
func at(v any, path ...any) any {
	for _, step := range path {
		switch field := step.(type) {
		case string:
			m, _ := v.(map[string]any)
			v = m[field]
		case int:
			list, _ := v.([]any)
			if field >= len(list) {
				return nil
			}
			v = list[field]
		}
	}
	return v
}

func textAt(v any, path ...any) string {
	found := at(v, path...)
	if found == nil {
		return ""
	}
	return fmt.Sprint(found)
}

// newPolicy makes a policy, with a schedule and blackout windows or without.
func (b *whyBench) newPolicy(name string, schedule, windows any) string {
	regular := map[string]any{"retention": map[string]any{"unit": "Weeks", "duration": 2}}
	if schedule != nil {
		regular["incremental"] = map[string]any{"schedule": schedule}
	}
	body := map[string]any{"name": name, "backupPolicy": map[string]any{"regular": regular}}
	if windows != nil {
		body["blackoutWindow"] = windows
	}
	return textAt(b.post("/data-protect/policies", body), "id")
}

// allDay are blackout windows of the whole week, but for its last minutes.
func allDay() (windows []any) {
	for _, day := range []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"} {
		windows = append(windows, map[string]any{"day": day, "startTime": map[string]any{"hour": 0, "minute": 0, "timeZone": "UTC"}, "endTime": map[string]any{"hour": 23, "minute": 59, "timeZone": "UTC"}})
	}
	return windows
}

// wait waits until something is so.
func (b *whyBench) wait(what string, done func() bool) {
	for end := time.Now().Add(20 * time.Second); !done(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			require.Fail(b.t, what+" did not happen")
		}
	}
}

// typed notes a command line that a report names, by the words that are no names of things.
func (b *whyBench) typed(line string) {
	words := strings.Fields(strings.TrimPrefix(line, "ibmcloud br "))
	count := 2
	if len(words) > 0 && (words[0] == "restore" || words[0] == "objects-search") {
		count = 1
	}
	b.lines.Store(strings.Join(words[:min(count, len(words))], " "), true)
}

// checkLines checks that there are the commands that reports name.
func (b *whyBench) checkLines() {
	count := 0
	b.lines.Range(func(words, _ any) bool {
		count++
		command := exec.Command(filepath.Join(tools, "backup-recovery"+exe()), append(strings.Fields(words.(string)), "--help")...)
		command.Env = append(append(os.Environ(), b.server.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")
		out, err := command.CombinedOutput()
		require.NoError(b.t, err, "%s: %s", words, out)
		return true
	})
	require.Greater(b.t, count, 5)
}
