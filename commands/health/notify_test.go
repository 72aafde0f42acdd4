package health

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

// receiver is a webhook that keeps what it gets.
type receiver struct {
	*httptest.Server
	mu     sync.Mutex
	got    []string
	status int // to answer with
}

const secretPath = "/services/T000SECRET"

func newReceiver(t *testing.T) *receiver {
	r := &receiver{status: 200}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		time.Sleep(10 * time.Millisecond)
		r.mu.Lock()
		defer r.mu.Unlock()
		if w.WriteHeader(r.status); r.status == 200 {
			r.got = append(r.got, string(body))
		}
	}))
	t.Cleanup(r.Close)
	t.Setenv(service.WebhookVariable, r.URL+secretPath)
	return r
}

// taken returns what came since the last call.
func (r *receiver) taken() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	got := r.got
	r.got = nil
	return got
}

// cron is status as a scheduled job calls it.
type cron struct {
	folder string
	gate   enginetest.Gate
	args   []string
	format string
}

func newCron(t *testing.T) *cron {
	return &cron{folder: t.TempDir(), format: "auto", gate: enginetest.Gate{Answers: map[string]string{}}}
}

// connectors sets which connectors are down.
func (s *cron) connectors(names ...string) {
	rows := make([]map[string]any, len(names))
	for i, name := range names {
		rows[i] = map[string]any{"connectorName": name, "connectivityStatus": map[string]any{"isConnected": false, "message": "since <!channel> & co " + name}}
	}
	raw, _ := json.Marshal(map[string]any{"connectors": rows})
	s.gate.Answers[api.GetDataSourceConnectors.ID] = string(raw)
}

// call calls status and returns its exit status and what it complained of.
func (s *cron) call(t *testing.T) (exit engine.Exit, complaint string) {
	var out, errs bytes.Buffer
	c := s.gate.Context(t, &out, &errs, s.args...)
	c.Options.Target.URL = "https://instance"
	c.Session = &service.Session{Folder: s.folder, Settings: enginetest.Settings{}, Account: "a", Version: "1"}
	err := (&status{notify: notifying{where: "env", format: s.format}}).run(c)
	var f *engine.Failure
	if errors.As(err, &f) {
		exit = f.Exit
		complaint = strings.Join(f.What, "\n")
	} else if err != nil {
		exit, complaint = engine.ExitFailed, err.Error()
	}
	assert.NotContains(t, out.String()+errs.String()+complaint, "T000SECRET")
	return exit, complaint + errs.String()
}

func TestOnlyAChangeIsPosted(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	step := func(want int, exit engine.Exit, down ...string) *posted {
		s.connectors(down...)
		got, complaint := s.call(t)
		require.Equal(t, exit, got, complaint)
		messages := hook.taken()
		require.Len(t, messages, want, "%v", down)
		if want == 0 {
			return nil
		}
		m := posted{summary: &summary{}}
		require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
		return &m
	}
	step(0, engine.ExitDone) // the first call, and nothing is wrong
	m := step(1, engine.ExitAttention, "a", "b")
	assert.Equal(t, 2, m.Needs)
	assert.Len(t, m.New, 2)
	assert.Equal(t, "instance", m.Instance)
	assert.Equal(t, survey.Connector, m.New[0].Kind)
	step(0, engine.ExitAttention, "b", "a")
	m = step(1, engine.ExitAttention, "b", "c")
	require.Len(t, m.New, 1)
	assert.Equal(t, "c", m.New[0].Name)
	assert.Equal(t, []trouble{{Kind: survey.Connector, Name: "a"}}, m.Repaired)
	m = step(1, engine.ExitDone)
	assert.Len(t, m.Repaired, 2)
	step(0, engine.ExitDone)

	s.args = []string{"a*"} // what is asked for otherwise has a memory of its own
	step(1, engine.ExitAttention, "a")
	s.args = []string{"other*"} // a name that nothing has is told, and is no repair
	step(1, engine.ExitNotFound, "a")
	step(0, engine.ExitNotFound, "a")
	s.args = nil
	step(1, engine.ExitAttention, "a")

	entries, err := os.ReadDir(filepath.Join(s.folder, "notify"))
	require.NoError(t, err)
	for _, e := range entries {
		raw, _ := os.ReadFile(filepath.Join(s.folder, "notify", e.Name()))
		assert.NotContains(t, string(raw)+e.Name(), "T000SECRET")
	}
}

// TestTheFirstCallPostsWhatIsWrong checks it for a damaged memory too.
func TestTheFirstCallPostsWhatIsWrong(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.connectors("a")
	_, _ = s.call(t)
	require.Len(t, hook.taken(), 1)
	names, _ := filepath.Glob(filepath.Join(s.folder, "notify", "*.json"))
	require.Len(t, names, 1)
	require.NoError(t, os.WriteFile(names[0], []byte("{"), 0o600))
	_, _ = s.call(t)
	require.Len(t, hook.taken(), 1)
}

func TestWhatWasNotPostedIsPostedByTheNextCall(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	hook.status = 403
	s.connectors("a")
	exit, complaint := s.call(t)
	assert.Equal(t, engine.ExitAttention, exit, "the failure hides that something needs attention")
	assert.Contains(t, complaint, "not posted")
	hook.status = 200
	exit, _ = s.call(t)
	assert.Equal(t, engine.ExitAttention, exit)
	require.Len(t, hook.taken(), 1)

	hook.status = 410
	s.connectors()
	exit, complaint = s.call(t)
	assert.Equal(t, engine.ExitUnposted, exit)
	assert.Contains(t, complaint, "410")
	hook.status = 200
	exit, _ = s.call(t)
	assert.Equal(t, engine.ExitDone, exit)
	require.Len(t, hook.taken(), 1)
}

// TestTwoCallsAtOncePostOnce starts several.
func TestTwoCallsAtOncePostOnce(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.connectors("a")
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			other := &cron{folder: s.folder, format: "auto", gate: enginetest.Gate{Answers: s.gate.Answers}}
			exit, complaint := other.call(t)
			assert.Equal(t, engine.ExitAttention, exit, complaint)
		})
	}
	all.Wait()
	assert.Len(t, hook.taken(), 1)
}

// TestWhatCannotBeReadIsNoRepair refuses the list of connectors, and then everything.
func TestWhatCannotBeReadIsNoRepair(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.connectors("a")
	_, _ = s.call(t)
	require.Len(t, hook.taken(), 1)
	s.gate.Refuse = func(r *api.Request) error {
		if r.Op.ID == api.GetDataSourceConnectors.ID {
			return &service.Error{Status: 403, Message: "no"}
		}
		return nil
	}
	exit, _ := s.call(t)
	assert.Equal(t, engine.ExitLogin, exit)
	messages := hook.taken()
	require.Len(t, messages, 1)
	m := posted{summary: &summary{}}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Empty(t, m.Repaired)
	require.Len(t, m.New, 1)
	assert.Equal(t, unread, m.New[0].Kind)
	_, _ = s.call(t)
	assert.Empty(t, hook.taken())

	s.gate.Refuse = func(*api.Request) error { return &service.LoginError{} }
	_, _ = s.call(t)
	messages = hook.taken()
	require.Len(t, messages, 1, "nobody is told that the session is over")
	assert.Contains(t, messages[0], `"name":"instance"`)
	s.gate.Refuse = nil
	_, _ = s.call(t)
	messages = hook.taken()
	require.Len(t, messages, 1)
	m = posted{summary: &summary{}}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Empty(t, m.New, "the connector was known before")
	assert.Equal(t, 1, m.Needs)
}

func TestHostileTextStaysText(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.format = "slack"
	s.connectors("<!channel>\n*b*\x1b[31m", "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U", strings.Repeat("long ", 5000))
	_, _ = s.call(t)
	messages := hook.taken()
	require.Len(t, messages, 1)
	var m map[string]any
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	text := m["text"].(string)
	assert.Equal(t, false, m["mrkdwn"])
	assert.Contains(t, text, "&lt;!channel&gt;")
	assert.Contains(t, text, "&amp; co")
	assert.NotContains(t, text, "<")
	assert.NotContains(t, text, "\x1b")
	assert.NotContains(t, messages[0], "dozjgNryP4J3jVmNHl0w5N")
	assert.LessOrEqual(t, len(text), maxChatText)
}

func TestAMessageIsBounded(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	var names []string
	for i := range 5000 {
		names = append(names, fmt.Sprintf("%04d%s", i, strings.Repeat("x", 400)))
	}
	s.connectors(names...)
	_, _ = s.call(t)
	messages := hook.taken()
	require.Len(t, messages, 1)
	m := posted{summary: &summary{}}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Equal(t, 5000, m.Needs)
	assert.Len(t, m.Attention, maxPosted)
	assert.Equal(t, 2*(5000-maxPosted), m.Omitted)
	assert.Less(t, len(messages[0]), 300<<10)
	s.format = "slack"
	s.args = []string{"00*"}
	_, _ = s.call(t)
	messages = hook.taken()
	require.Len(t, messages, 1)
	assert.Less(t, len(messages[0]), 8000)
}

func TestTheFormatFollowsFromTheAddress(t *testing.T) {
	var out, errs bytes.Buffer
	c := (&enginetest.Gate{}).Context(t, &out, &errs)
	c.Session = &service.Session{}
	for _, one := range []struct {
		address, format string
		chat            bool
	}{
		{"https://hooks.slack.com/services/x", "auto", true}, {"https://hooks.slack-gov.com/services/x", "auto", true}, {"https://example.com/x", "auto", false},
		{"https://hooks.slack.com/services/x", "json", false}, {"https://example.com/x", "slack", true},
	} {
		hook, err := service.NewWebhook(one.address)
		require.NoError(t, err)
		text := (&notifying{format: one.format, hook: hook}).message(c, &document{}, &engine.Failures{}, news{})
		assert.Equal(t, one.chat, bytes.Contains(text, []byte(`"mrkdwn"`)), one.address)
	}
}

func TestAddressesAreSecrets(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "url")
	require.NoError(t, os.WriteFile(file, []byte("http://example.com/T000SECRET\n"), 0o600))
	for _, where := range []string{"https://hooks.slack.com/T000SECRET", "env", "@" + filepath.Join(dir, "none"), "@" + file, "x"} {
		var out, errs bytes.Buffer
		gate := &enginetest.Gate{}
		c := gate.Context(t, &out, &errs)
		c.Session = &service.Session{Folder: dir}
		err := (&status{notify: notifying{where: where, format: "auto"}}).run(c)
		var wrong *engine.UsageError
		require.ErrorAs(t, err, &wrong, where)
		assert.NotContains(t, err.Error(), "T000SECRET")
		assert.Empty(t, gate.Requests, "something was asked before the address was looked at")
	}
	var out, errs bytes.Buffer
	err := (&status{notify: notifying{format: "slack"}}).run((&enginetest.Gate{}).Context(t, &out, &errs))
	require.Error(t, err)
}

func TestNewsBetweenTwoCalls(t *testing.T) {
	a, b, c := trouble{Name: "a"}, trouble{Name: "b"}, trouble{Name: "c"}
	n := compare([]trouble{a, b}, []trouble{b, c})
	assert.True(t, slices.Equal(n.fresh, []trouble{c}) && slices.Equal(n.gone, []trouble{a}) && n.still == 1)
}

// TestThingsOfOneNameAreToldApart has two connectors of one name, of which the second breaks later.
func TestThingsOfOneNameAreToldApart(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.format = "json"
	down := func(ids ...string) {
		rows := make([]any, len(ids))
		for i, id := range ids {
			rows[i] = map[string]any{"connectorId": id, "connectorName": "dc", "connectivityStatus": map[string]any{"isConnected": false}}
		}
		raw, _ := json.Marshal(map[string]any{"connectors": rows})
		s.gate.Answers[api.GetDataSourceConnectors.ID] = string(raw)
	}
	down("1")
	_, _ = s.call(t)
	require.Len(t, hook.taken(), 1)
	down("1", "2")
	_, _ = s.call(t)
	messages := hook.taken()
	require.Len(t, messages, 1)
	m := posted{summary: &summary{}}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	require.Len(t, m.New, 1)
	assert.Equal(t, "2", m.New[0].ID)
	down("2")
	_, _ = s.call(t)
	messages = hook.taken()
	require.Len(t, messages, 1)
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Equal(t, []trouble{{Kind: survey.Connector, ID: "1", Name: "dc"}}, m.Repaired)
}

// TestSeveralInstancesAreToldApart has the same trouble in two instances, of which one could not be read.
func TestSeveralInstancesAreToldApart(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	var out, errs bytes.Buffer
	c := s.gate.Context(t, &out, &errs)
	c.Session = &service.Session{Folder: s.folder, Settings: enginetest.Settings{}}
	n := &notifying{where: "env"}
	require.NoError(t, n.prepare(c, nil, true))
	down := func(instance string) *problem {
		return &problem{Instance: instance, Finding: &survey.Finding{Kind: survey.Connector, Name: "a", Reason: "down"}}
	}
	d := &document{many: true, Instances: []*summary{{Instance: "x"}, {Instance: "y"}}, Attention: []*problem{down("x"), down("y")}}
	var failures, part engine.Failures
	part.Note(c, "recovery list", &service.Error{Status: 403})
	failures.Join("z", &part)
	require.NoError(t, n.tell(c, d, &failures))
	messages := hook.taken()
	require.Len(t, messages, 1)
	var m struct {
		Instances []summary
		New       []struct{ Instance, Name, Kind string }
	}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Len(t, m.Instances, 2)
	require.Len(t, m.New, 3)
	assert.Equal(t, "y", m.New[1].Instance)
	assert.Equal(t, "z: recovery list", m.New[2].Name)
	n.format = "slack"
	d.Attention = d.Attention[:1]
	require.NoError(t, n.tell(c, d, &engine.Failures{}))
	messages = hook.taken()
	require.Len(t, messages, 1)
	assert.Contains(t, messages[0], "y: a")
}

// TestAMemoryThatIsNoFile finds a link where it keeps what was told: it would post the same again and again.
func TestAMemoryThatIsNoFile(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.connectors("a")
	_, _ = s.call(t)
	require.Len(t, hook.taken(), 1)
	names, _ := filepath.Glob(filepath.Join(s.folder, "notify", "*.json"))
	require.Len(t, names, 1)
	elsewhere := filepath.Join(t.TempDir(), "precious")
	require.NoError(t, os.WriteFile(elsewhere, []byte("precious"), 0o600))
	require.NoError(t, os.Remove(names[0]))
	require.NoError(t, os.Symlink(elsewhere, names[0]))
	exit, complaint := s.call(t)
	assert.Equal(t, engine.ExitAttention, exit)
	assert.Contains(t, complaint, names[0])
	assert.Empty(t, hook.taken())

	require.NoError(t, os.Remove(names[0]))
	require.NoError(t, os.WriteFile(names[0], nil, 0o600))
	require.NoError(t, os.Truncate(names[0], maxTold+1)) // damaged
	_, complaint = s.call(t)
	assert.NotContains(t, complaint, "not posted")
	assert.Len(t, hook.taken(), 1)
}

// TestWhatWasPostedAndNotKept has the receiver put a link in the place of the memory while it answers.
func TestWhatWasPostedAndNotKept(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	s.connectors("a")
	_, _ = s.call(t)
	names, _ := filepath.Glob(filepath.Join(s.folder, "notify", "*.json"))
	require.Len(t, names, 1)
	hook.Config.Handler = http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		assert.NoError(t, os.Remove(names[0]))
		assert.NoError(t, os.Mkdir(names[0], 0o700))
	})
	s.connectors()
	exit, complaint := s.call(t)
	assert.Equal(t, engine.ExitUnposted, exit)
	assert.Contains(t, complaint, "was posted, but")
	assert.NotContains(t, complaint, "not posted")
}

// TestLongNamesAreRemembered has names of a megabyte, which differ at their ends.
func TestLongNamesAreRemembered(t *testing.T) {
	hook, s := newReceiver(t), newCron(t)
	long := strings.Repeat("n", 1<<20)
	var names []string
	for i := range 17 {
		names = append(names, fmt.Sprintf("%s%d", long, i))
	}
	s.connectors(names...)
	exit, complaint := s.call(t)
	require.Equal(t, engine.ExitAttention, exit, complaint)
	require.Len(t, hook.taken(), 1)
	exit, complaint = s.call(t)
	require.Equal(t, engine.ExitAttention, exit)
	assert.NotContains(t, complaint, "posted")
	assert.Empty(t, hook.taken())
	s.connectors(names[1:]...)
	_, _ = s.call(t)
	messages := hook.taken()
	require.Len(t, messages, 1)
	m := posted{summary: &summary{}}
	require.NoError(t, json.Unmarshal([]byte(messages[0]), &m))
	assert.Len(t, m.Repaired, 1)
	assert.Empty(t, m.New)
}
