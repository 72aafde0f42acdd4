package e2e

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Thirty troubles of all kinds in one instance: `status` finds each of them and nothing else, and so do the reports that are about it.

// injected is a trouble.
type injected struct {
	kind, name string // as `status` has it
	reason     string // a part of what it says of it
	report     string // the kind of the report that has it
	inject     func(w *troubled)
}

// Those of a group follow a run that succeeded, unless they say otherwise. The first ones need time to pass.
var thirty = []injected{
	{"rpo", "late", " more than the policy allows", "rpo", func(w *troubled) {
		w.host("late", "often")
		w.trouble("slow", "late", "span", "500h") // so that no later run ends
	}},
	{"recovery", "hanging", "has not ended after", "recoveries", func(w *troubled) {
		w.host("to-nowhere", "gold")
		w.fault("POST /v2/data-protect/recoveries", "runHang", true)
		w.br(0, "restore", "to-nowhere:/one.txt", "--to", "to-nowhere:/restored", "--name", "hanging", "--no-wait", "-q")
	}},
	{"alert", "long-ago", "", "recoveries", func(w *troubled) { // status looks back for a day, and the alert is open for longer
		w.host("to-elsewhere", "gold")
		w.fault("POST /v2/data-protect/recoveries", "runStatus", "Failed", "runMessage", "no room then")
		w.br(7, "restore", "to-elsewhere:/one.txt", "--to", "to-elsewhere:/restored", "--name", "long-ago", "-q")
	}},
	{"expiring", "ending", "nothing makes a new one", "objects", func(w *troubled) {
		w.host("ending", "brief")
		w.br(0, "group", "pause", "ending", "-q")
	}},
	{"missed", "behind", "", "failures", func(w *troubled) {
		w.advance(30 * time.Hour) // for all before
		w.host("behind", "often")
		w.fault("POST /v2/data-protect/protection-groups", "runHang", true)
		w.br(0, "run", "create", "behind", "-q")
		w.post("/sandbox/troubles", map[string]any{"kind": "missed", "group": "behind", "times": 1})
		w.untilRun("behind", "Running")
		w.advance(270 * time.Minute)
		w.untilRun("behind", "Missed")
	}},
	{"failed", "failing", "failing: no space left on device (1 of 2 runs failed)", "failures", func(w *troubled) {
		w.host("failing", "gold")
		w.trouble("failing", "failing", "message", "no space left on device")
		w.br(7, "run", "create", "failing", "--wait", "-q")
	}},
	{"failed", "refused", "license", "failures", func(w *troubled) {
		w.host("refused", "gold")
		w.fault("POST /v2/data-protect/protection-groups", "runStatus", "Failed", "runMessage", "The license has expired.")
		w.br(7, "run", "create", "refused", "--wait", "-q")
	}},
	{"failed", "databases", "the database is offline", "failures", func(w *troubled) {
		folder := w.folder("sql-1", "MSSQL/PROD/orders.mdf", "MSSQL/PROD/orders_log.ldf", "MSSQL/PROD/stock.mdf", "MSSQL/PROD/stock_log.ldf")
		w.br(0, "source", "register", "--wait", "-q", "--environment", "physical", "--name", "sql-1", "--physical-params", `{"endpoint": "`+folder+`", "applications": ["kSQL"]}`)
		w.br(0, "protect", "sql-1/PROD/orders", "--policy", "gold", "--group", "databases", "--wait", "-q")
		w.trouble("failing", "sql-1", "object", "PROD/orders", "message", "the database is offline")
		w.br(7, "run", "create", "databases", "--wait", "-q")
	}},
	{"failed", "pair", "one of two", "failures", func(w *troubled) {
		w.host("pair", "gold")
		w.host("other", "gold", "--group", "pair")
		w.trouble("failing", "other", "message", "only one of two")
		w.br(7, "run", "create", "pair", "--wait", "-q")
	}},
	{"failed", "namespaces", "the cluster is away", "failures", func(w *troubled) {
		folder := w.folder("cluster", "shop/shop.yaml", "free/free.yaml")
		w.br(0, "source", "register", "--wait", "-q", "--environment", "kubernetes", "--name", "cluster", "--kubernetes-params", `{"endpoint": "`+folder+`", "kubernetesDistribution": "kROKS", "clientPrivateKey": "x"}`)
		w.br(0, "protect", "cluster/shop", "--policy", "gold", "--group", "namespaces", "--wait", "-q")
		w.trouble("failing", "cluster", "message", "the cluster is away")
		w.br(7, "run", "create", "namespaces", "--wait", "-q")
	}},
	{"warned", "locked-file", "permission denied", "runs", func(w *troubled) {
		w.host("locked-file", "gold")
		w.trouble("unreadable", "locked-file", "path", "/one.txt")
		w.br(0, "run", "create", "locked-file", "--wait", "-q")
	}},
	{"warned", "remarked", "a remark", "runs", func(w *troubled) {
		w.host("remarked", "gold")
		w.fault("POST /v2/data-protect/protection-groups", "runStatus", "SucceededWithWarning", "runMessage", "a remark")
		w.br(0, "run", "create", "remarked", "--wait", "-q")
	}},
	{"warned", "emptied", "/etc", "runs", func(w *troubled) {
		w.host("emptied", "gold", "--include", "/etc")
		require.NoError(w.t, os.RemoveAll(filepath.Join(w.dir, "emptied", "etc")))
		w.br(0, "run", "create", "emptied", "--wait", "-q")
	}},
	{"canceled", "stopped", "", "failures", func(w *troubled) {
		w.host("stopped", "gold")
		w.fault("POST /v2/data-protect/protection-groups", "runHang", true)
		w.br(0, "run", "create", "stopped", "-q")
		w.br(0, "run", "cancel", "stopped", "--wait", "-q")
	}},
	{"canceled", "stopped-there", "", "failures", func(w *troubled) {
		w.host("stopped-there", "gold")
		w.fault("POST /v2/data-protect/protection-groups", "runStatus", "Canceled")
		w.br(7, "run", "create", "stopped-there", "--wait", "-q")
	}},
	{"recovered", "again", "and a later one succeeded", "failures", func(w *troubled) {
		w.host("again", "gold")
		w.fault("POST /v2/data-protect/protection-groups", "runStatus", "Failed", "runMessage", "once only")
		w.br(7, "run", "create", "again", "--wait", "-q")
		w.br(0, "run", "create", "again", "--wait", "-q")
	}},
	{"sla", "slow", "longer than the SLA", "sla", func(w *troubled) {
		w.host("slow", "gold")
		w.br(0, "group", "set", "slow", "sla=1m", "-q", "--force")
		w.trouble("slow", "slow", "span", "5m")
		w.br(0, "run", "create", "slow", "-q")
		w.untilRun("slow", "Running")
		w.advance(10 * time.Minute)
		w.untilRun("slow", "Succeeded")
	}},
	{"agent", "silent", "no answer on port 50051", "agents", func(w *troubled) {
		w.host("silent", "gold")
		w.trouble("unreachable", "silent", "state", "no answer on port 50051")
	}},
	{"agent", "limping", "Not all services", "agents", func(w *troubled) { w.host("limping", "gold"); w.trouble("degraded", "limping") }},
	{"agent", "gone", "cannot be reached", "agents", func(w *troubled) {
		w.host("gone", "gold")
		require.NoError(w.t, os.RemoveAll(filepath.Join(w.dir, "gone")))
	}},
	{"source", "locked-out", "the password has expired", "agents", func(w *troubled) {
		w.host("locked-out", "gold")
		w.trouble("credentials", "locked-out", "state", "the password has expired")
	}},
	{"unprotected", "bare", "", "unprotected", func(w *troubled) {
		w.br(0, "source", "register", "--wait", "-q", "--environment", "physical", "--name", "bare", "--connection-id", "site", "--physical-params-endpoint", w.folder("bare", "one.txt"))
	}},
	{"unprotected", "sql-1/PROD/stock", "", "unprotected", func(*troubled) {}}, // registered with the others
	{"unprotected", "cluster/free", "", "unprotected", func(*troubled) {}},
	{"connector", "dead-connector-1", "", "connectors", func(w *troubled) {
		w.br(0, "connection", "create", "--connection-name", "dead", "-q")
		w.br(0, "connection", "registration-token-generate", "dead")
		w.post("/sandbox/connectors", map[string]any{"name": "dead-connector-1", "connected": false})
	}},
	{"connector", "dead-connector-2", "the tunnel is down", "connectors", func(w *troubled) {
		token := strings.Trim(w.out("connection", "registration-token-generate", "dead"), "\"\n")
		w.post("/sandbox/connectors", map[string]any{"token": token, "name": "dead-connector-2"})
		w.post("/sandbox/troubles", map[string]any{"kind": "disconnected", "connector": "dead-connector-2", "state": "the tunnel is down"})
	}},
	{"connectoragent", "lost-agent", "not been heard of", "connectors", func(w *troubled) {
		w.br(0, "connection", "create", "--connection-name", "connector-agents", "-q")
		token := strings.Trim(w.out("connector-agent", "config-get", "-j", "registrationToken"), "\"\n")
		w.post("/sandbox/agents", map[string]any{"token": token, "name": "lost-agent"})
		w.post("/sandbox/agents", map[string]any{"name": "lost-agent", "connected": false})
	}},
	{"nosnapshot", "added", "has no snapshot", "objects", func(w *troubled) {
		w.host("added-to", "gold")
		w.br(0, "protect", w.folder("added", "one.txt"), "--name", "added", "--connection", "site", "--group", "added-to", "--policy", "gold", "-q")
	}},
	{"recovery", "no-room", "no room on the host", "recoveries", func(w *troubled) {
		w.fault("POST /v2/data-protect/recoveries", "runStatus", "Failed", "runMessage", "no room on the host")
		w.br(7, "restore", "to-elsewhere:/one.txt", "--to", "to-elsewhere:/again", "--name", "no-room", "-q")
	}},
	{"recovery", "in-the-way", "exists", "recoveries", func(w *troubled) {
		w.br(7, "restore", "to-elsewhere:/one.txt", "--name", "in-the-way", "-q")
	}},
}

// troubled is the instance, and what works at it as a person would.
type troubled struct {
	*whyBench
	reports map[string]string
}

// br runs a command line, which has to end with a status.
func (w *troubled) br(status int, words ...string) string {
	c := run(w.t.Context(), w.server, append([]string{"br"}, words...)...)
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	_ = c.Run()
	require.Equal(w.t, status, c.ProcessState.ExitCode(), "%q: %s%s", words, &out, &complaint)
	return out.String()
}

func (w *troubled) out(words ...string) string { return w.br(0, words...) }

// folder makes the folder of a host with files.
func (w *troubled) folder(name string, files ...string) string {
	folder := filepath.Join(w.dir, name)
	for _, file := range files {
		require.NoError(w.t, os.MkdirAll(filepath.Dir(filepath.Join(folder, file)), 0o755))
		content := []byte(name + "\n")
		if strings.HasSuffix(file, ".yaml") {
			content = []byte("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\n")
		}
		require.NoError(w.t, os.WriteFile(filepath.Join(folder, file), content, 0o600))
	}
	return folder
}

// host protects a host, and waits for the end of its first run.
func (w *troubled) host(name, policy string, more ...string) {
	folder := w.folder(name, "one.txt", "etc/app.conf")
	w.br(0, append([]string{"protect", folder, "--name", name, "--connection", "site", "--policy", policy, "--wait", "-q"}, more...)...)
}

// trouble has a host be in trouble. more are names and values of fields.
func (w *troubled) trouble(kind, host string, more ...string) {
	body := map[string]any{"kind": kind, "host": host}
	for i := 0; i < len(more); i += 2 {
		body[more[i]] = more[i+1]
	}
	w.post("/sandbox/troubles", body)
}

// fault has the next request of a kind fail, or what it starts.
func (w *troubled) fault(match string, more ...any) {
	body := map[string]any{"match": match}
	for i := 0; i < len(more); i += 2 {
		body[more[i].(string)] = more[i+1]
	}
	w.post("/sandbox/faults", body)
}

func (w *troubled) advance(span time.Duration) {
	w.post("/sandbox/clock", map[string]any{"advance": span.String()})
}

// untilRun waits until the newest run of a group has a status.
func (w *troubled) untilRun(group, status string) {
	w.wait("a run of "+group+" that is "+status, func() bool {
		return strings.Contains(w.out("run", "list", group, "-j", "runs[0].localBackupInfo.status"), status)
	})
}

// rows returns what a report says in columns, a line a row, sorted.
func (w *troubled) rows(kind, columns string, more ...string) []string {
	out := strings.TrimSpace(w.br(0, append([]string{"report", kind, "--output", "csv", "--columns", columns}, more...)...))
	lines := strings.Split(out, "\n")[1:]
	slices.Sort(lines)
	return lines
}

// names returns the first column of the rows that match.
func names(rows []string, pattern string) (list []string) {
	for _, row := range rows {
		if name, rest, _ := strings.Cut(row, ","); regexp.MustCompile("^"+pattern+"$").MatchString(rest) && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// report returns a report as JSON, which is asked for once.
func (w *troubled) report(kind string) string {
	if w.reports[kind] == "" {
		w.reports[kind] = w.out("report", kind, "-o", "json")
	}
	return w.reports[kind]
}

// of returns the names of the troubles of kinds, sorted.
func of(kinds ...string) (list []string) {
	for _, trouble := range thirty {
		if slices.Contains(kinds, trouble.kind) {
			list = append(list, trouble.name)
		}
	}
	slices.Sort(list)
	return list
}

// failedTests returns the names of the test cases that a report says have failed, sorted.
func (w *troubled) failedTests(kind string) (list []string) {
	var suites struct {
		Suites []struct {
			Cases []struct {
				Name    string    `xml:"name,attr"`
				Failure *struct{} `xml:"failure"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	require.NoError(w.t, xml.Unmarshal([]byte(w.out("report", kind, "--output", "junit")), &suites))
	for _, suite := range suites.Suites {
		for _, one := range suite.Cases {
			if one.Failure != nil {
				list = append(list, one.Name)
			}
		}
	}
	slices.Sort(list)
	return list
}

func TestThirtyTroublesAreFound(t *testing.T) {
	require.Len(t, thirty, 30)
	w := &troubled{newBench(t, "wordings.json"), map[string]string{}}
	w.br(0, "target", "sandbox-1")
	w.br(0, "connection", "create", "--connection-name", "site", "-q")
	w.newPolicy("often", map[string]any{"unit": "Hours", "hourSchedule": map[string]any{"frequency": 4}}, nil)
	w.br(0, "policy", "create", "--name", "brief", "-q", "--backup-policy", `{"regular": {"retention": {"unit": "Days", "duration": 3}}}`)
	for _, trouble := range thirty {
		trouble.inject(w)
	}

	// Status has each, and nothing else.
	type finding struct {
		Kind, ID, Name, Reason, Next string
		Attention                    bool `json:"needsAttention"`
	}
	var doc struct {
		Attention, Noticed []finding
		Running            []struct{ Group string }
	}
	require.NoError(t, json.Unmarshal([]byte(w.br(9, "status", "-o", "json")), &doc))
	var want, found []string
	counts := map[string]int{}
	reasons := map[string]string{}
	for _, trouble := range thirty {
		want = append(want, trouble.kind+" "+trouble.name)
		reasons[trouble.kind+" "+trouble.name] = trouble.reason
	}
	upgrades := 0
	for _, f := range slices.Concat(doc.Attention, doc.Noticed) {
		counts[f.Kind]++
		if f.Kind == "upgrade" { // every agent of the sandbox can be upgraded
			upgrades++
			continue
		}
		found = append(found, f.Kind+" "+f.Name)
		assert.Contains(t, f.Reason, reasons[f.Kind+" "+f.Name], f.Name)
		assert.Equal(t, f.Kind != "recovered", f.Attention, f.Name)
		assert.NotEmpty(t, f.ID, f.Kind)
	}
	slices.Sort(want)
	slices.Sort(found)
	require.Equal(t, want, found)
	assert.Len(t, doc.Running, 2) // of late and behind

	// The command that each one names is there, and knows what it is about.
	for _, f := range doc.Attention {
		if strings.Contains(f.Next, "POLICY") {
			continue // which is for the person to choose
		}
		c := exec.Command("sh", "-c", strings.Replace(f.Next, "ibmcloud br", `"$HOST" br`, 1)+" -q")
		c.Env = append(run(t.Context(), w.server).Env, "HOST="+run(t.Context(), w.server).Path)
		out, err := c.CombinedOutput()
		if status := c.ProcessState.ExitCode(); status == 2 || status == 4 && !bytes.Contains(out, []byte("No cause was found.")) {
			assert.Fail(t, f.Next, "%v\n%s", err, out)
		}
	}

	// So has the report that is about it.
	for _, trouble := range thirty {
		assert.Contains(t, w.report(trouble.report), trouble.name, trouble.report)
	}
	failures := w.rows("failures", "group,status,recovered")
	assert.Equal(t, of("failed"), names(failures, "Failed,false"))
	assert.Equal(t, of("recovered"), names(failures, "Failed,true"))
	assert.Equal(t, of("missed"), names(failures, "Missed,false"))
	assert.Equal(t, of("canceled"), names(failures, "Canceled,false"))
	assert.Len(t, failures, len(of("failed", "recovered", "missed", "canceled")))
	assert.Equal(t, of("failed", "recovered", "missed", "canceled"), w.failedTests("failures"))
	runs := w.rows("runs", "group,status")
	assert.Equal(t, of("warned"), names(runs, "SucceededWithWarning"))
	assert.Equal(t, of("sla"), names(w.rows("sla", "group,missed"), "[1-9].*"))
	assert.Equal(t, of("sla"), w.failedTests("sla"))
	assert.Equal(t, of("rpo"), names(w.rows("rpo", "group,state"), "exceeded"))
	assert.Equal(t, of("rpo"), w.failedTests("rpo"))
	recoveries := w.rows("recoveries", "name,status")
	assert.Equal(t, []string{"hanging"}, names(recoveries, "Running"))
	assert.Equal(t, []string{"in-the-way", "long-ago", "no-room"}, names(recoveries, "Failed"))
	agents := w.rows("agents", "host,status,source")
	assert.Equal(t, of("agent"), names(agents, "(kUnreachable|kDegraded),.*"))
	assert.Equal(t, of("source"), names(agents, "kHealthy,error"))
	assert.Equal(t, of("agent", "source"), w.failedTests("agents"))
	assert.Equal(t, len(agents)-len(of("agent")), upgrades, "of the agents that are not down")
	assert.Equal(t, of("connector", "connectoragent"), names(w.rows("connectors", "connector,state"), "not connected|disconnected"))
	assert.Equal(t, of("connector", "connectoragent"), w.failedTests("connectors"))
	assert.Equal(t, of("unprotected"), names(w.rows("unprotected", "object,environment"), ".*"))
	objects := w.rows("objects", "object,state")
	assert.Equal(t, of("nosnapshot"), names(objects, "no-backup"))
	assert.Equal(t, of("expiring"), names(objects, "expiring"))
	assert.Equal(t, of("unprotected"), names(objects, "unprotected"))
	assert.Equal(t, of("expiring", "nosnapshot"), w.failedTests("objects"))

	// And the metrics count them.
	metrics := w.out("metrics")
	for kind, count := range counts {
		assert.Regexp(t, fmt.Sprintf(`(?m)^ibm_backup_recovery_findings\{.*kind="%s".*\} %d$`, kind, count), metrics)
	}
}
