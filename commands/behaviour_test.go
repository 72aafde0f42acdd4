package commands

import (
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// always answers everything with one JSON text.
func (d *desk) always(status int, body string) {
	d.answer = func(*http.Request) *http.Response { return reply(status, "application/json", body) }
}

func TestEveryCommandHasHelp(t *testing.T) {
	d := newDesk(t)
	_, leaves := Tree()
	for _, l := range leaves {
		words := append(strings.Fields(l.Group), l.Name, "--help")
		require.Equal(t, 0, d.app.Run(context.Background(), Namespace, words))
		for _, f := range l.Flags {
			name := f.Name[strings.LastIndex(f.Name, " ")+1:]
			assert.Contains(t, d.out.String(), "--"+name, words)
		}
		for _, line := range strings.Split(d.out.String(), "\n") {
			assert.LessOrEqual(t, len([]rune(line)), 160, "%v: %s", words, line)
		}
		d.out.Reset()
	}
	assert.Empty(t, d.sent)
}

func TestEveryCommandWithABodyHasASkeletonAndADryRun(t *testing.T) {
	d := newDesk(t)
	_, leaves := Tree()
	bodies := 0
	for _, l := range leaves {
		_, c, _, err := find(append(strings.Fields(l.Group), l.Name))
		require.NoError(t, err)
		if c.Op == nil || c.Op.Body == nil {
			continue
		}
		bodies++
		words := append(strings.Fields(l.Group), l.Name)
		assert.Equal(t, 0, d.run(append(words, "--generate-json-input")...), "%v: %s", words, &d.err)
		assert.True(t, strings.HasPrefix(d.out.String(), "{"), words)
		assert.Empty(t, d.sent)
	}
	assert.GreaterOrEqual(t, bodies, 15)
}

func TestAnswersBecomeExitStatuses(t *testing.T) {
	d := newDesk(t)
	for _, c := range []struct {
		status int
		body   string
		exit   int
		says   []string
	}{
		{200, `{"policies":[]}`, 0, nil},
		{400, `{"errorCode":"KValidationError","message":"policyNames: \u001b[31mred"}`, 1, []string{"FAILED", `\u001b[31mred`, "Code: KValidationError", "Status: 400"}},
		{401, `{"errors":[{"code":"x","message":"expired"}],"trace":"t-1"}`, 3, []string{"ibmcloud login", "Transaction: t-1"}},
		{403, `{}`, 3, []string{"Forbidden", "role Reader"}},
		{404, `{"message":"gone"}`, 4, []string{"gone"}},
		{409, `{"message":"taken"}`, 5, nil},
		{400, `{"message":"A run is already in progress"}`, 5, nil},
		{429, ``, 1, []string{"busy"}},
		{501, `<html>`, 1, []string{"Not Implemented", "support"}},
		{200, `{"policies":[{]}`, 1, []string{"not JSON"}},
	} {
		d.always(c.status, c.body)
		if c.status == 429 {
			d.answer = func(*http.Request) *http.Response {
				r := reply(429, "text/plain", "")
				r.Header.Set("Retry-After", "7200")
				return r
			}
		}
		assert.Equal(t, c.exit, d.run("policy", "list"), c.body)
		for _, text := range c.says {
			assert.Contains(t, d.err.String(), text, c.body)
		}
		if c.exit > 0 {
			assert.Empty(t, d.out.String(), c.body)
		}
	}
}

func TestNamesBecomeIDs(t *testing.T) {
	d := newDesk(t)
	d.answer = func(r *http.Request) *http.Response {
		if strings.HasSuffix(r.URL.Path, "/policies") {
			return reply(200, "application/json", `{"policies":[{"name":"Gold","id":"1:2:3"},{"name":"twin","id":"1:2:4"},{"name":"TWIN","id":"1:2:5"}]}`)
		}
		return reply(200, "application/json", `{"name":"Gold"}`)
	}
	assert.Equal(t, 0, d.run("policy", "get", "gold"))
	assert.Equal(t, "/v2/data-protect/policies/1:2:3", d.sent[len(d.sent)-1].URL.Path)
	assert.Equal(t, 0, d.run("policy", "get", "7:8:9"))
	assert.Len(t, d.sent, 1, "an id is not looked up")
	assert.Equal(t, 0, d.run("policy", "get", "--id", "gold"))
	assert.Equal(t, "/v2/data-protect/policies/gold", d.sent[0].URL.Path, "--id is sent as it is")
	assert.Equal(t, 2, d.run("policy", "get", "twin"))
	assert.Contains(t, d.err.String(), "1:2:4, 1:2:5")
	assert.Equal(t, 4, d.run("policy", "get", "Golf"))
	assert.Contains(t, d.err.String(), `Did you mean "Gold"?`)
	assert.Equal(t, 2, d.run("policy", "get", "gold", "--dry-run"))
	assert.Empty(t, d.sent)
	assert.Equal(t, 2, d.run("policy", "get", ""), "an empty word names nothing")
	assert.Equal(t, 2, d.run("policy", "delete", "--id", "..", "--force"), "an id cannot climb to another path")
	assert.Empty(t, d.sent)
}

func TestDeletingAsks(t *testing.T) {
	d := newDesk(t)
	d.answer = func(*http.Request) *http.Response { return reply(204, "", "") }
	assert.Equal(t, 2, d.run("policy", "delete", "1:2:3"))
	assert.Empty(t, d.sent)
	assert.Equal(t, 0, d.run("policy", "delete", "1:2:3", "-f"))
	assert.Contains(t, d.out.String(), "was deleted")

	d.app.Streams.InTerm, d.app.Streams.ErrTerm = true, true
	for answer, sent := range map[string]int{"y\n": 1, "YES\n": 1, "n\n": 0, "": 0, "maybe\n": 0} {
		d.app.Streams.In = strings.NewReader(answer)
		d.run("policy", "delete", "1:2:3")
		assert.Len(t, d.sent, sent, "%q", answer)
		assert.Contains(t, d.err.String(), "Delete protection policy 1:2:3? [y/N]")
	}
	// A model at the other end is nobody to ask.
	d.app.Session.MCP = true
	assert.Equal(t, 2, d.run("policy", "delete", "1:2:3"))
	assert.Empty(t, d.sent)
}

func TestASecretFromAFileOrStandardInput(t *testing.T) {
	d := newDesk(t)
	file := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(file, []byte("hunter2\n"), 0o600))
	register := []string{"source", "register", "--environment", "kKubernetes", "--kubernetes-params-endpoint", "https://k", "--kubernetes-params-kubernetes-distribution", "kIKS", "--kubernetes-params-client-private-key"}
	assert.Equal(t, 0, d.run(append(register, "@"+file)...), d.err.String())
	assert.Contains(t, string(d.bodies[0]), `"clientPrivateKey":"hunter2"`)
	d.app.Streams.In = strings.NewReader("from stdin\r\n")
	assert.Equal(t, 0, d.run(append(register, "-")...))
	assert.Contains(t, string(d.bodies[0]), `"clientPrivateKey":"from stdin"`)
	assert.Equal(t, 0, d.run(append(register, "hunter2", "--dry-run")...))
	assert.NotContains(t, d.out.String(), "hunter2")
	assert.Empty(t, d.sent)
}

func TestAReaderThatGoesAwayIsNoFailureToShout(t *testing.T) {
	d := newDesk(t)
	d.always(200, `{"policies":[{"name":"x"}]}`)
	d.app.Streams.Out = closed{}
	assert.Equal(t, 1, d.run("policy", "list"))
	assert.Empty(t, d.err.String())
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestInterrupting(t *testing.T) {
	d := newDesk(t)
	ctx, cancel := context.WithCancel(context.Background())
	d.answer = func(*http.Request) *http.Response { cancel(); return reply(200, "application/json", `{}`) }
	d.app.Session.Transport = carrier(func(r *http.Request) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
	assert.Equal(t, 130, d.app.Run(ctx, Namespace, []string{"policy", "list", "--service-url", "https://instance", "--xibm-tenant-id", "t/"}))
	assert.Contains(t, d.err.String(), "Interrupted.")
}

func TestAnAnswerThatBreaksOffIsNoAnswer(t *testing.T) {
	d := newDesk(t)
	d.answer = func(*http.Request) *http.Response {
		r := reply(200, "application/json", "")
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"policies":[{"name":"a"},`), broken{}))
		return r
	}
	for _, form := range []string{"table", "json", "yaml", "csv"} {
		assert.Equal(t, 1, d.run("policy", "list", "--output", form), form)
		assert.Contains(t, d.err.String(), "broke off", form)
	}
	assert.Equal(t, 1, d.run("policy", "list", "-j", "policies"))
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

func TestFlagsInAnyOrder(t *testing.T) {
	d := newDesk(t)
	for _, words := range [][]string{
		{"run", "list", "1:2:3", "--start-time-usecs", "-24h", "--num-runs", "5"}, {"run", "list", "--num-runs=5", "--start-time-usecs=-24h", "1:2:3"},
		{"run", "list", "-num-runs", "5", "1:2:3", "--start-time-usecs", "-24h"},
	} {
		assert.Equal(t, 0, d.run(words...), d.err.String())
		assert.Contains(t, d.sent[0].URL.RawQuery, "numRuns=5")
		assert.Contains(t, d.sent[0].URL.Path, "1:2:3")
	}
	assert.Equal(t, 2, d.run("run", "list", "1:2:3", "--num-runs"))
	assert.Contains(t, d.err.String(), "Incorrect usage")
	assert.Equal(t, 2, d.run("policy", "list", "--quiet=perhaps"))
	assert.Equal(t, 0, d.run("policy", "list", "--policy-names", `a,"b,c"`, "--policy-names", `d`))
	assert.Equal(t, "policyNames=a,b%2Cc,d", d.sent[0].URL.RawQuery)
	assert.Equal(t, 2, d.run("policy", "list", "--policy-names", `a,"b`))
}

func TestWarningsAreSaidAndQuietIsQuiet(t *testing.T) {
	d := newDesk(t)
	create := []string{"policy", "create", "--name", "x", "--backup-policy", `{"regular": {"retention": {"unit": "Weks", "duration": 2}, "colour": 1}}`}
	assert.Equal(t, 0, d.run(create...))
	assert.Contains(t, d.err.String(), "Warning:")
	assert.Contains(t, d.err.String(), "colour")
	assert.Len(t, d.sent, 1)
	assert.Equal(t, 0, d.run(append(create, "-q")...))
	assert.Empty(t, d.err.String())
	assert.Equal(t, 0, d.run("protected-objects-search", "--regions", "us-east"))
	assert.Contains(t, d.err.String(), "--regions was not sent")
	assert.Equal(t, 0, d.run("policy", "list", "--instance", "other"))
	assert.Contains(t, d.err.String(), "--instance has no effect")
}

func FuzzCommandLine(f *testing.F) {
	f.Add("policy list --policy-names a,b -j x")
	f.Add("run create x --json-input {} --dry-run -- y")
	f.Add("policy create --backup-policy {\"a\":[} --name=")
	f.Fuzz(func(t *testing.T, line string) {
		for _, word := range strings.Fields(line) {
			if word == "-" || strings.HasPrefix(word, "@") || strings.Contains(word, "=@") || strings.Contains(word, "output-file") {
				return // nothing is read or written here
			}
		}
		d := newDesk(t)
		status := d.run(strings.Fields(line)...)
		if status != 0 && d.err.Len() == 0 {
			t.Fatalf("%q ends with %d and says nothing", line, status)
		}
	})
}
