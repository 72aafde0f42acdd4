package commands

import (
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestWhatMayFollowAWord(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.App.Session.Settings = enginetest.Settings{"service-url": "https://instance", "tenant-id": "t/"}
	d.Answer = func(r *http.Request) *http.Response {
		switch {
		case strings.HasSuffix(r.URL.Path, "/policies"):
			return enginetest.Reply(200, "application/json", `{"policies":[{"name":"silver","id":"1:1:1"},{"name":"Gold","id":"1:1:2"},{"name":"Gold","id":"1:1:3"},
				{"name":"$(touch /tmp/x)","id":"1:1:4"},{"name":"a b","id":"1:1:5"},{"name":"back`+"`id`"+`","id":"1:1:6"},{"name":"new\nline","id":"1:1:7"},{"id":"1:1:8"}]}`)
		case strings.HasSuffix(r.URL.Path, "/protection-groups"):
			return enginetest.Reply(200, "application/json", `{"protectionGroups":[{"name":"web","id":"1:1:1"}]}`)
		}
		if strings.HasSuffix(r.URL.Path, "/search/objects") {
			return enginetest.Reply(200, "application/json", `{"objects":[{"name":"web-1","id":2,"environment":"kPhysical","sourceInfo":{"name":"web-1"}},{"name":"MSSQLSERVER/orders","id":3,"sourceName":"db-1"}]}`)
		}
		return enginetest.Reply(500, "text/plain", "no")
	}
	after := func(words ...string) []string {
		d.Out.Reset()
		assert.Equal(t, 0, d.App.Complete(t.Context(), words))
		assert.Empty(t, d.Err.String())
		return strings.Fields(d.Out.String())
	}
	assert.Subset(t, after(), []string{"protection-policy", "config", "version", "target"})
	assert.Equal(t, []string{"list", "get", "create", "update", "set", "edit", "delete"}, after("policy"))
	assert.Equal(t, []string{"list", "get", "create", "update", "set", "edit", "delete"}, after("help", "protection-policy"))
	assert.Equal(t, []string{"files", "volumes", "databases", "namespaces"}, after("group", "create", "--example"))
	assert.Contains(t, after("group", "update", "--example", "files"), "web")
	assert.Contains(t, after("group", "update", "--example", "--dry-run"), "web")
	assert.Empty(t, after("nonsense"))
	assert.Empty(t, after("policy", "nonsense"))

	assert.Equal(t, []string{"Gold", "silver"}, after("policy", "edit")[:2])
	get := after("policy", "get")
	assert.Equal(t, []string{"Gold", "silver"}, get[:2], "names, sorted and once, without what a shell would run")
	assert.Contains(t, get, "--output")
	assert.Equal(t, "--id", after("policy", "get", "gold")[0], "one name is enough")
	assert.NotContains(t, after("policy", "get", "--output", "json", "gold"), "--output")
	assert.Contains(t, after("policy", "list", "--policy-names", "a"), "--policy-names", "which may come again")
	assert.Equal(t, []string{"table", "wide", "json", "yaml", "csv"}, after("policy", "list", "--output"))
	assert.Equal(t, []string{"table", "wide", "json", "yaml", "csv"}, after("policy", "list", "-q", "--output"))
	assert.Equal(t, []string{"Gold", "silver"}, after("group", "create", "--policy-id"))
	assert.Equal(t, []string{"web"}, after("run", "pause")[:1], "an argument of a job")
	assert.Equal(t, []string{"db-1/MSSQLSERVER/orders", "web-1"}, after("restore")[:2], "words that name their hosts")
	assert.Equal(t, []string{"db-1/MSSQLSERVER/orders", "web-1"}, after("find", "x", "--host"))
	assert.Equal(t, []string{"Gold", "silver"}, after("protect", "web-1", "--policy"))
	assert.Contains(t, after("run", "create", "web", "--run-type"), "kRegular")
	assert.Equal(t, []string{"fail", "wait", "cancel", "join"}, after("run", "create", "web", "--if-running"))
	assert.Equal(t, []string{"service-url", "instance"}, after("config", "set")[:2])
	assert.Equal(t, "--id", after("recovery", "get")[0], "what the service refuses is not offered")
	assert.Equal(t, []string{"--all"}, after("policy", "get", "--help"))
	assert.Empty(t, after("policy", "get", "--help", "--all"))
}

// TestCompletionDoesNotHang lets the service be silent.
func TestCompletionDoesNotHang(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := enginetest.New(t, Catalog())
		d.App.Session.Settings = enginetest.Settings{"service-url": "https://instance", "tenant-id": "t/"}
		d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
			<-r.Context().Done()
			return nil, r.Context().Err()
		})
		began := time.Now()
		assert.Equal(t, 0, d.App.Complete(t.Context(), []string{"policy", "get"}))
		assert.LessOrEqual(t, time.Since(began), 3*time.Second)
		assert.Contains(t, d.Out.String(), "--output")
	})
}
