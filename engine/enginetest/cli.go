// Package enginetest runs command lines and jobs in tests, without a process or a network.
package enginetest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Settings are settings that are kept nowhere.
type Settings map[string]string

// NewSettings returns the settings of a CLI: the Manager of alerts is at the address of the instance.
func NewSettings() Settings {
	return Settings{service.SettingManagerURL: "https://instance", service.SettingManagerKey: "api-key-of-the-manager"}
}

// Get returns a setting.
func (s Settings) Get(name string) (string, error) { return s[name], nil }

// Set changes a setting.
func (s Settings) Set(name, value string) error { s[name] = value; return nil }

// Unset removes a setting.
func (s Settings) Unset(name string) error { delete(s, name); return nil }

// Transport is a network in which a function answers.
type Transport func(*http.Request) (*http.Response, error)

// RoundTrip calls the function.
func (t Transport) RoundTrip(r *http.Request) (*http.Response, error) { return t(r) }

// Reply returns an answer with a status, a content type and a body.
func Reply(status int, contentType, body string) *http.Response {
	return &http.Response{StatusCode: status, Status: fmt.Sprint(status), Header: http.Header{"Content-Type": {contentType}}, Body: io.NopCloser(strings.NewReader(body)), ProtoMajor: 1, ProtoMinor: 1}
}

// CLI runs command lines against an instance at https://instance for the tenant t/, which stands for the Manager too.
type CLI struct {
	App      *engine.App
	Out, Err bytes.Buffer // what the last command line printed
	Sent     []*http.Request
	Bodies   [][]byte
	Answer   func(*http.Request) *http.Response // answers every request, of which several may come at once

	mu sync.Mutex // of what was sent

	elsewhere map[string]bool // commands below the namespace that send nothing to an instance; nil before they were looked for
}

// New returns a CLI whose session is logged in, and that gets {} for an answer. The environment names a connector and a connector agent at
// the address of the instance, and a token and a user of the connector.
func New(t testing.TB, catalog *engine.Catalog) *CLI {
	t.Setenv("HOME", t.TempDir())
	for name, value := range map[string]string{"URL": "https://instance", "AGENT_URL": "https://instance", "ACCESS_TOKEN": "connector-token", "USERNAME": "admin", "PASSWORD": "first"} {
		t.Setenv(service.ConnectorVariables+name, value)
	}
	c := &CLI{Answer: func(*http.Request) *http.Response { return Reply(http.StatusOK, "application/json", "{}") }}
	session := &service.Session{
		LoggedIn: true, Token: func() string { return "Bearer token" }, Refresh: func() (string, error) { return "Bearer fresh", nil },
		Account: "account", Region: "us-east", Settings: NewSettings(),
		Transport: Transport(func(r *http.Request) (*http.Response, error) {
			var body []byte
			if r.Body != nil {
				body, _ = io.ReadAll(r.Body)
			}
			c.mu.Lock()
			c.Sent, c.Bodies = append(c.Sent, r), append(c.Bodies, body)
			c.mu.Unlock()
			return c.Answer(r), nil
		}),
	}
	c.App = &engine.App{Catalog: catalog, Session: session, Streams: &output.Streams{In: strings.NewReader(""), Out: &c.Out, Err: &c.Err}}
	return c
}

// Run runs a command line and returns its exit status. What was printed and sent before is forgotten.
func (c *CLI) Run(words ...string) int { return c.RunContext(context.Background(), words...) }

// RunLocal is Run for a command that sends nothing, and has no options for the instance.
func (c *CLI) RunLocal(words ...string) int {
	c.Out.Reset()
	c.Err.Reset()
	return c.App.Run(context.Background(), c.App.Catalog.Namespace, words)
}

// RunContext is Run with a context.
func (c *CLI) RunContext(ctx context.Context, words ...string) int {
	c.Out.Reset()
	c.Err.Reset()
	c.Sent, c.Bodies = nil, nil
	c.App.Streams.Quiet = false
	words = append(words, "--service-url", "https://instance")
	if !c.withoutTenant(words) {
		words = append(words, "--xibm-tenant-id", "t/")
	}
	return c.App.Run(ctx, c.App.Catalog.Namespace, words)
}

// withoutTenant reports whether words name a command that sends nothing to an instance.
func (c *CLI) withoutTenant(words []string) bool {
	if c.elsewhere == nil {
		c.elsewhere = map[string]bool{}
		groups, leaves := c.App.Catalog.Tree()
		names := map[string][]string{"": {""}}
		for _, g := range groups {
			for _, name := range append([]string{g.Name}, g.Aliases...) {
				names[g.Name] = append(names[g.Name], name+" ")
			}
		}
		for _, l := range leaves {
			if slices.ContainsFunc(l.Flags, func(f engine.Flag) bool { return f.Name == "xibm-tenant-id" }) {
				continue
			}
			for _, name := range names[l.Group] {
				c.elsewhere[name+l.Name] = true
			}
		}
	}
	return c.elsewhere[words[0]] || c.elsewhere[words[0]+" "+words[1]]
}
