package commands

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// always returns what answers everything with one JSON text.
func always(status int, body string) func(*http.Request) *http.Response {
	return func(*http.Request) *http.Response { return enginetest.Reply(status, "application/json", body) }
}

// TestEveryCommandHasHelp reads the help of every command: all of it shows every flag and value, and the short one says how to see
// those that it leaves out.
func TestEveryCommandHasHelp(t *testing.T) {
	d := enginetest.New(t, Catalog())
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		help := func(words ...string) string {
			d.Out.Reset()
			require.Equal(t, 0, d.App.Run(context.Background(), Namespace, append(strings.Fields(l.Group), words...)))
			for line := range strings.Lines(d.Out.String()) {
				assert.LessOrEqual(t, len([]rune(line)), 160, "%v: %s", words, line)
			}
			return d.Out.String()
		}
		short, all := help(l.Name, "--help"), help(l.Name, "--help", "--all")
		assert.Equal(t, short, help(l.Name, "-h"), l.Name)
		assert.Equal(t, short, help("help", l.Name), l.Name)
		assert.Equal(t, all, help("help", l.Name, "--all"), l.Name)
		assert.Equal(t, all, help(l.Name, "--all", "-h"), l.Name)
		left := 0
		for _, f := range pointers(l.Flags) {
			assert.Regexp(t, "--"+bare(f)+"[ \n]", all, l.Name)
			for _, value := range f.Field.Enum {
				assert.Contains(t, strings.Join(strings.Fields(all), " "), value, "%s --%s", l.Name, bare(f))
			}
			if !regexp.MustCompile(`(?m)^  (-., )?--` + bare(f) + "( |$)").MatchString(short) {
				left++
			}
		}
		assert.NotContains(t, all, "--help --all", l.Name)
		switch more := regexp.MustCompile(`(\d+) more options?: (ibmcloud br .*) --help --all`).FindStringSubmatch(strings.Join(strings.Fields(short), " ")); {
		case left == 0:
			assert.Nil(t, more, l.Name)
		case assert.NotNil(t, more, l.Name):
			assert.Equal(t, strconv.Itoa(left), more[1], l.Name)
			assert.Equal(t, all, func() string {
				words := append(strings.Fields(more[2])[2:], "--help", "--all")
				d.Out.Reset()
				require.Equal(t, 0, d.App.Run(t.Context(), Namespace, words))
				return d.Out.String()
			}(), l.Name)
		}
	}
	assert.Empty(t, d.Sent)
}

func TestEveryCommandWithABodyHasASkeletonAndADryRun(t *testing.T) {
	d := enginetest.New(t, Catalog())
	_, leaves := Catalog().Tree()
	bodies := 0
	for _, l := range leaves {
		c := l.Command
		if c.Op == nil || c.Op.Body == nil {
			continue
		}
		bodies++
		words := append(strings.Fields(l.Group), l.Name)
		assert.Equal(t, 0, d.Run(append(words, "--generate-json-input")...), "%v: %s", words, &d.Err)
		assert.True(t, json.Valid(d.Out.Bytes()), words)
		assert.Empty(t, d.Sent)
		for _, f := range c.Op.Body {
			assert.Contains(t, d.Out.String(), `"`+f.Name+`": `, words)
		}
		flags, _ := needed(l.Command, l.Flags)
		words = append(words, flags...)
		assert.Equal(t, 0, d.Run(append(words, "--dry-run")...), "%v: %s", words, &d.Err)
		assert.Empty(t, d.Sent, "%v", words)
		assert.Contains(t, d.Out.String(), c.Op.Method+" https://instance"+c.Op.Base+"/", "%v", words)
		credentials := "Authorization: Bearer [hidden]\n"
		if c.Op.Server == api.GetManagementAlerts.Server {
			credentials = "apiKey: [hidden]\n"
		}
		open := c.Op == &api.CreateAccessToken || c.Op == &api.RegisterConnectorAgent
		assert.NotEqual(t, open, strings.Contains(d.Out.String(), credentials), "%v", words)
		assert.Equal(t, 0, d.Run(append(words, "--dry-run", "-j", "body")...), "%v", words)
		assert.True(t, json.Valid(d.Out.Bytes()) && (d.Out.String() == "null\n") == (c.Op.Method == http.MethodGet), "%v: %s", words, &d.Out)
	}
	assert.GreaterOrEqual(t, bodies, 15)
}

func TestAnswersBecomeExitStatuses(t *testing.T) {
	d := enginetest.New(t, Catalog())
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
		{400, `{"message":"A policy of that name already exists."}`, 5, nil},
		{400, `{"message":"The run was already pruned."}`, 1, nil},
		{429, ``, 1, []string{"busy"}},
		{501, `<html>`, 1, []string{"Not Implemented", "Try again later."}},
		{500, `{"message":"broken","trace":"t-2"}`, 1, []string{"broken", "support", "Transaction: t-2"}},
		{200, `{"policies":[{]}`, 1, []string{"not JSON"}},
	} {
		d.Answer = always(c.status, c.body)
		if c.status == 429 {
			d.Answer = func(*http.Request) *http.Response {
				r := enginetest.Reply(429, "text/plain", "")
				r.Header.Set("Retry-After", "7200")
				return r
			}
		}
		assert.Equal(t, c.exit, d.Run("policy", "list"), c.body)
		for _, text := range c.says {
			assert.Contains(t, d.Err.String(), text, c.body)
		}
		if c.exit > 0 {
			assert.Empty(t, d.Out.String(), c.body)
		}
	}
}

func TestNamesBecomeIDs(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = func(r *http.Request) *http.Response {
		if strings.HasSuffix(r.URL.Path, "/policies") {
			return enginetest.Reply(200, "application/json", `{"policies":[{"name":"Gold","id":"1:2:3"},{"name":"twin","id":"1:2:4"},{"name":"TWIN","id":"1:2:5"}]}`)
		}
		return enginetest.Reply(200, "application/json", `{"name":"Gold"}`)
	}
	assert.Equal(t, 0, d.Run("policy", "get", "gold"))
	assert.Equal(t, "/v2/data-protect/policies/1:2:3", d.Sent[len(d.Sent)-1].URL.Path)
	assert.Equal(t, 0, d.Run("policy", "get", "7:8:9"))
	assert.Len(t, d.Sent, 1, "an id is not looked up")
	assert.Equal(t, 0, d.Run("policy", "get", "--id", "gold"))
	assert.Equal(t, "/v2/data-protect/policies/gold", d.Sent[0].URL.Path, "--id is sent as it is")
	assert.Equal(t, 2, d.Run("policy", "get", "twin"))
	assert.Contains(t, d.Err.String(), "\n  1:2:4\n  1:2:5\n")
	assert.Equal(t, 4, d.Run("policy", "get", "Golf"))
	assert.Contains(t, d.Err.String(), `Did you mean 'Gold'?`)
	assert.Equal(t, 0, d.Run("policy", "get", "gold", "--dry-run"), "names are looked up in a dry run")
	assert.Len(t, d.Sent, 1)
	assert.Contains(t, d.Out.String(), "GET https://instance/v2/data-protect/policies/1:2:3\n")
	assert.Equal(t, 0, d.Run("policy", "get", "7:8:9", "--dry-run"))
	assert.Empty(t, d.Sent, "and an id costs no look-up")
	assert.Equal(t, 2, d.Run("policy", "get", ""), "an empty word names nothing")
	assert.Equal(t, 2, d.Run("policy", "delete", "--id", "..", "--force"), "an id cannot climb to another path")
	assert.Empty(t, d.Sent)
}

// changing returns the requests of the last command line that change something.
func changing(d *enginetest.CLI) (sent []*http.Request) {
	for _, r := range d.Sent {
		if r.Method != http.MethodGet {
			sent = append(sent, r)
		}
	}
	return sent
}

func TestDeletingAsks(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = func(*http.Request) *http.Response { return enginetest.Reply(204, "", "") }
	assert.Equal(t, 2, d.Run("policy", "delete", "1:2:3"))
	assert.Empty(t, changing(d))
	assert.Equal(t, 0, d.Run("policy", "delete", "1:2:3", "-f"))
	assert.Contains(t, d.Out.String(), "was deleted")

	d.App.Streams.InTerm, d.App.Streams.ErrTerm = true, true
	for answer, sent := range map[string]int{"y\n": 1, "YES\n": 1, "n\n": 0, "": 0, "maybe\n": 0} {
		d.App.Streams.In = strings.NewReader(answer)
		d.Run("policy", "delete", "1:2:3")
		assert.Len(t, changing(d), sent, "%q", answer)
		assert.Contains(t, d.Err.String(), "Delete protection policy '1:2:3'? [y/N]> ")
	}
	// A model at the other end is nobody to ask.
	d.App.Session.MCP = true
	assert.Equal(t, 2, d.Run("policy", "delete", "1:2:3"))
	assert.Empty(t, changing(d))
}

func TestASecretFromAFileOrStandardInput(t *testing.T) {
	d := enginetest.New(t, Catalog())
	file := filepath.Join(t.TempDir(), "key")
	require.NoError(t, os.WriteFile(file, []byte("hunter2\n"), 0o600))
	register := []string{"source", "register", "--environment", "kKubernetes", "--kubernetes-params-endpoint", "https://k", "--kubernetes-params-kubernetes-distribution", "kIKS", "--kubernetes-params-client-private-key"}
	assert.Equal(t, 0, d.Run(append(register, "@"+file)...), d.Err.String())
	assert.Contains(t, string(d.Bodies[0]), `"clientPrivateKey":"hunter2"`)
	d.App.Streams.In = strings.NewReader("from stdin\r\n")
	assert.Equal(t, 0, d.Run(append(register, "-")...))
	assert.Contains(t, string(d.Bodies[0]), `"clientPrivateKey":"from stdin"`)
	assert.Equal(t, 0, d.Run(append(register, "hunter2", "--dry-run")...))
	assert.NotContains(t, d.Out.String(), "hunter2")
	assert.Empty(t, d.Sent)
}

func TestAReaderThatGoesAwayIsNoFailureToShout(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(200, `{"policies":[{"name":"x"}]}`)
	d.App.Streams.Out = closed{}
	assert.Equal(t, 1, d.Run("policy", "list"))
	assert.Empty(t, d.Err.String())
}

type closed struct{}

func (closed) Write([]byte) (int, error) { return 0, syscall.EPIPE }

func TestInterrupting(t *testing.T) {
	d := enginetest.New(t, Catalog())
	ctx, cancel := context.WithCancel(context.Background())
	d.Answer = func(*http.Request) *http.Response { cancel(); return enginetest.Reply(200, "application/json", `{}`) }
	d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})
	assert.Equal(t, 130, d.App.Run(ctx, Namespace, []string{"policy", "list", "--service-url", "https://instance", "--xibm-tenant-id", "t/"}))
	assert.Contains(t, d.Err.String(), "Interrupted.")
}

func TestAnAnswerThatBreaksOffIsNoAnswer(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = func(*http.Request) *http.Response {
		r := enginetest.Reply(200, "application/json", "")
		r.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"policies":[{"name":"a"},`), broken{}))
		return r
	}
	for _, form := range []string{"table", "json", "yaml", "csv"} {
		assert.Equal(t, 1, d.Run("policy", "list", "--output", form), form)
		assert.Contains(t, d.Err.String(), "broke off", form)
	}
	assert.Equal(t, 1, d.Run("policy", "list", "-j", "policies"))
}

// TestAnAnswerWithNothingInIt checks what a create says whose answer is empty: it is done, and nobody knows the ID of what was made.
func TestAnAnswerWithNothingInIt(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for _, status := range []int{200, 204} {
		d.Answer = always(status, " \n")
		for form, out := range map[string]string{"table": "", "json": "{}\n", "yaml": "{}\n", "csv": ""} {
			require.Equal(t, 0, d.Run("group", "create", "--name", "a", "--policy-id", "1:2:3", "--environment", "kPhysical", "--output", form), &d.Err)
			if form != "csv" {
				assert.Equal(t, out, d.Out.String(), form)
			}
			assert.Contains(t, d.Err.String(), "sent nothing back", form)
		}
		assert.Equal(t, 1, d.Run("policy", "list", "--output", "json"), "a list that is not there is none that is empty")
	}
}

// TestWhatHasNoIDCannotBeWaitedFor has answers that do not say what was started: the request was sent, so it is no mistake in the command line.
func TestWhatHasNoIDCannotBeWaitedFor(t *testing.T) {
	for _, c := range everyRequest() {
		if !slices.Contains([]string{"recovery create", "download-recovery-create", "protection-source register", "agent-upgrade-task create"}, c.name) {
			continue
		}
		for _, body := range []string{"", "{}"} {
			d := enginetest.New(t, Catalog())
			d.Answer = always(200, body)
			assert.Equal(t, 10, d.Run(append(slices.Clone(c.words), "--wait")...), c.name)
			assert.Contains(t, d.Err.String(), "did not say what it started", c.name)
			assert.NotContains(t, d.Err.String(), "usage", c.name)
		}
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

func TestFlagsInAnyOrder(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for _, words := range [][]string{
		{"run", "list", "1:2:3", "--start-time-usecs", "-24h", "--num-runs", "5"}, {"run", "list", "--num-runs=5", "--start-time-usecs=-24h", "1:2:3"},
		{"run", "list", "-num-runs", "5", "1:2:3", "--start-time-usecs", "-24h"},
	} {
		assert.Equal(t, 0, d.Run(words...), d.Err.String())
		assert.Contains(t, d.Sent[0].URL.RawQuery, "numRuns=5")
		assert.Contains(t, d.Sent[0].URL.Path, "1:2:3")
	}
	assert.Equal(t, 2, d.Run("run", "list", "1:2:3", "--num-runs"))
	assert.Contains(t, d.Err.String(), "Unexpected argument")
	assert.Equal(t, 2, d.Run("policy", "list", "--quiet=perhaps"))
	assert.Equal(t, 0, d.Run("policy", "list", "--policy-names", `a,"b,c"`, "--policy-names", `d`))
	assert.Equal(t, "policyNames=a,b%2Cc,d", d.Sent[0].URL.RawQuery)
	assert.Equal(t, 2, d.Run("policy", "list", "--policy-names", `a,"b`))
}

func TestWarningsAreSaidAndQuietIsQuiet(t *testing.T) {
	d := enginetest.New(t, Catalog())
	create := []string{"policy", "create", "--name", "x", "--backup-policy", `{"regular": {"retention": {"unit": "Decades", "duration": 2}, "colour": 1}}`}
	assert.Equal(t, 0, d.Run(create...))
	assert.Contains(t, d.Err.String(), "Warning:")
	assert.Contains(t, d.Err.String(), "colour")
	assert.Len(t, d.Sent, 1)
	assert.Equal(t, 0, d.Run(append(create, "-q")...))
	assert.Empty(t, d.Err.String())
	assert.Equal(t, 0, d.Run("protected-objects-search", "--regions", "us-east"))
	assert.Contains(t, d.Err.String(), "--regions was not sent")
	assert.Equal(t, 0, d.Run("policy", "list", "--instance", "other"))
	assert.Contains(t, d.Err.String(), "--instance has no effect")
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
		d := enginetest.New(t, Catalog())
		status := d.Run(strings.Fields(line)...)
		if status != 0 && d.Err.Len() == 0 {
			t.Fatalf("%q ends with %d and says nothing", line, status)
		}
	})
}

// TestNumbersKeepTheirDigits sends whole numbers of every length through a flag.
func TestNumbersKeepTheirDigits(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for bits := uint(1); bits < 64; bits++ {
		n := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), bits), big.NewInt(1)).String()
		assert.Equal(t, 0, d.Run("protection-group-run", "list", "1:2:3", "--start-time-usecs", n, "--lenient", "-o", "json"), d.Err.String())
		assert.Equal(t, "startTimeUsecs="+n, d.Sent[0].URL.RawQuery)
		d.Run("recovery", "create", "--name", "x", "--snapshot-environment", "kPhysical", "--physical-params", fmt.Sprintf(`{"objects": [{"snapshotId": "s", "pointInTimeUsecs": %s}], "recoveryAction": "RecoverFiles"}`, n), "--lenient")
		require.Len(t, d.Bodies, 1)
		assert.Contains(t, string(d.Bodies[0]), `"pointInTimeUsecs":`+n+`}`)
	}
}
