package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
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
	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// owner is the name of the files, by which --prune knows what they have made.
const owner = "random"

// configurations is how many random configurations are tried.
const configurations = 200

// TestConfigurationsComeBack tries random configurations over the API description, each from a seed of its own: what was exported is applied without
// a write, and after all was deleted, applied again, it is exported as the same file.
func TestConfigurationsComeBack(t *testing.T) {
	count := configurations
	if testing.Short() {
		count = 10
	}
	next := make(chan uint64)
	var workers sync.WaitGroup
	for range 3 {
		w := newManifestWorker(t)
		workers.Go(func() {
			for seed := range next {
				w.comesBack(seed)
			}
		})
	}
	for seed := range uint64(count) {
		next <- seed
	}
	close(next)
	workers.Wait()
}

// manifestWorker has a sandbox of its own.
type manifestWorker struct {
	t      *testing.T
	s      *sandbox.Server
	folder string
	env    []string
}

func newManifestWorker(t *testing.T) *manifestWorker {
	w := &manifestWorker{t: t, folder: t.TempDir(), env: []string{"CLUSTER_CLIENT_PRIVATE_KEY=key"}}
	for _, name := range []string{"host-1/srv", "host-2/srv", "host-3/MSSQL/MSSQLSERVER", "cluster/shop", "cluster/blog"} {
		require.NoError(t, os.MkdirAll(filepath.Join(w.folder, filepath.FromSlash(name)), 0o755))
	}
	require.NoError(t, os.WriteFile(filepath.Join(w.folder, "host-3/MSSQL/MSSQLSERVER/orders.mdf"), []byte("x"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(w.folder, "cluster/shop/ns.yaml"), []byte("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n"), 0o600))
	s, err := sandbox.Start(sandbox.Options{Dir: filepath.Join(w.folder, "state"), RunTime: 20 * time.Millisecond, RunDelay: time.Millisecond, LargeIDs: true, Strict: true})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	w.s = s
	_, status := w.run("target", "sandbox-1")
	require.Zero(t, status)
	return w
}

// run runs a command and returns what it printed and its status.
func (w *manifestWorker) run(words ...string) (out string, status int) {
	ctx, cancel := context.WithTimeout(w.t.Context(), time.Minute)
	defer cancel()
	c := run(ctx, w.s, append([]string{"br"}, words...)...)
	c.Env = append(c.Env, w.env...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); err != nil {
		return stdout.String() + stderr.String(), max(1, c.ProcessState.ExitCode())
	}
	return stdout.String(), 0
}

// writes returns the requests since they were forgotten that changed the instance, or tried.
func (w *manifestWorker) writes() (list []string) {
	for _, r := range w.s.Platform.Requests() {
		if r.Method != http.MethodGet && strings.HasPrefix(r.Path, "/v2/data") {
			list = append(list, r.Method+" "+r.Path)
		}
	}
	return list
}

// comesBack tries the configuration of a seed.
func (w *manifestWorker) comesBack(seed uint64) {
	g := &generator{rand.New(rand.NewPCG(seed, 15)), seed}
	file := filepath.Join(w.folder, fmt.Sprintf("%d.yaml", seed))
	wanted, err := json.MarshalIndent(g.configuration(w.folder), "", " ")
	if !assert.NoError(w.t, err) || !assert.NoError(w.t, os.WriteFile(file, wanted, 0o600)) {
		return
	}
	fails := func(what, out string) {
		w.t.Errorf("configuration %d: %s: %s", seed, what, out)
		w.t.Logf("configuration %d: %s", seed, wanted)
	}
	deleteAll := w.prune // policies and groups
	if seed%4 == 0 {
		deleteAll = w.deleteAll
	}
	defer deleteAll()
	if out, status := w.run("apply", "-f", file, "--force", "--wait"); status != 0 {
		fails("it cannot be applied", out)
		return
	}
	if out, status := w.run("diff", "-f", file); status != 0 {
		fails("it differs from what was applied", out)
	}
	exported, status := w.run("export", "--name", owner)
	if status != 0 {
		fails("it cannot be exported", exported)
		return
	}
	if err := os.WriteFile(file, []byte(exported), 0o600); !assert.NoError(w.t, err) {
		return
	}
	w.s.Platform.ForgetRequests()
	if out, status := w.run("apply", "-f", file, "--force"); status != 0 || w.writes() != nil {
		fails("applying what was exported writes", fmt.Sprint(w.writes(), "\n", out))
	}
	deleteAll()
	if out, status := w.run("apply", "-f", file, "--force", "--wait"); status != 0 {
		fails("what was exported cannot be applied", out)
		return
	}
	if again, _ := w.run("export", "--name", owner); again != exported {
		fails("it comes back as another file", again+"\n--- and not\n"+exported)
	}
}

// until does something until it succeeds: what a run is active of cannot be deleted.
func (w *manifestWorker) until(words ...string) {
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		out, status := w.run(words...)
		if status == 0 {
			return
		}
		if time.Now().After(end) {
			w.t.Errorf("%v: %s", words, out)
			return
		}
	}
}

// prune deletes the policies and groups that the files have made.
func (w *manifestWorker) prune() {
	file := filepath.Join(w.folder, "nothing.yaml")
	if err := os.WriteFile(file, []byte("name: "+owner+"\n"), 0o600); err != nil {
		w.t.Error(err)
	}
	w.until("apply", "-f", file, "--prune", "--force")
}

// deleteAll deletes all there is.
func (w *manifestWorker) deleteAll() {
	w.prune()
	for _, what := range []struct{ list, remove, query string }{
		{"group list", "group delete", "protectionGroups[].id"}, {"policy list", "policy delete", "policies[].id"},
		{"source registrations-list", "source registration-delete", "registrations[].id"}, {"connection list", "connection delete", "connections[].connectionId"},
	} {
		out, status := w.run(append(strings.Fields(what.list), "-j", what.query)...)
		var ids []any
		dec := json.NewDecoder(strings.NewReader(out))
		dec.UseNumber()
		if err := dec.Decode(&ids); status != 0 || err != nil {
			w.t.Errorf("%s: %v: %s", what.list, err, out)
			return
		}
		for _, id := range ids {
			w.until(append(strings.Fields(what.remove), fmt.Sprint(id), "--force")...)
		}
	}
}

// generator makes a random configuration.
type generator struct {
	*rand.Rand
	seed uint64
}

// texts are texts that are hard to write and to read.
var texts = []string{"plain", "two words", "yes", "123", "0x1f", "~", "null", "- dash", "# hash", "a: b", "'quoted'", `"double"`, `back\slash`, "Grüße", "ünï 🚀", "tab\there", "1e400",
	"2026-11-28", "[list]", "{map}", "&anchor", "*alias", "!tag", "%percent", "@at", "`tick`", "on", " leading", "trailing ", "line\nbreak", "line\nbreak\n", "=", "<<", "[applied from nowhere]", "$HOME", "0o17", "1:30"}

func (g *generator) text() string { return texts[g.IntN(len(texts))] }

// name returns a name that no other thing of the configuration has.
func (g *generator) name(i int) string {
	return strings.TrimSpace(fmt.Sprintf("%d %s", i, strings.ReplaceAll(g.text(), "\n", " ")))
}

// configuration returns a configuration over the folders of hosts and a cluster.
func (g *generator) configuration(folder string) map[string]any {
	c := map[string]any{"name": owner, "connections": []any{map[string]any{"connectionName": "site"}}}
	if g.IntN(2) == 0 {
		c["connections"] = append(c["connections"].([]any), map[string]any{"connectionName": g.name(9), "connectionEnvType": "roksVpc"})
	}
	host := func(name string, more map[string]any) map[string]any {
		params := map[string]any{"endpoint": filepath.Join(folder, name)}
		for key, value := range more {
			params[key] = value
		}
		return map[string]any{"name": name, "environment": "kPhysical", "connectionId": "site", "physicalParams": params}
	}
	c["sources"] = []any{
		host("host-1", map[string]any{"hostType": "linux"}), host("host-2", nil), host("host-3", map[string]any{"applications": []any{"kSQL"}}),
		map[string]any{"name": "cluster", "environment": "kubernetes", "connectionId": "Site", "kubernetesParams": map[string]any{
			"endpoint": filepath.Join(folder, "cluster"), "kubernetesDistribution": "kROKS", "clientPrivateKey": "${CLUSTER_CLIENT_PRIVATE_KEY}"}},
	}
	var policies, groups []any
	var names []string
	for i := range 1 + g.IntN(4) {
		name := g.name(i)
		names = append(names, name)
		policies = append(policies, g.object("CreateProtectionPolicy", api.CreateProtectionPolicy.Body, "", map[string]any{"name": name}))
	}
	for i := range g.IntN(4) {
		groups = append(groups, g.group(i, names[g.IntN(len(names))]))
	}
	c["policies"], c["groups"] = policies, groups
	return c
}

// group returns a random protection group.
func (g *generator) group(i int, policy string) map[string]any {
	given := map[string]any{"name": g.name(i), "policyId": policy}
	without := func(params ...string) {
		for _, name := range []string{"physicalParams", "mssqlParams", "kubernetesParams"} {
			if !slices.Contains(params, name) {
				given[name] = nil
			}
		}
	}
	hosts := []any{map[string]any{"id": "host-1"}, map[string]any{"id": "HOST-2"}}[:1+g.IntN(2)]
	switch kind := g.IntN(4); kind {
	case 0, 1:
		without("physicalParams")
		given["environment"] = "physical"
		used, unused := "file", "volume"
		if kind == 1 {
			used, unused = unused, used
		}
		given["physicalParams.protectionType"] = "k" + strings.ToUpper(used[:1]) + used[1:]
		given["physicalParams."+unused+"ProtectionTypeParams"] = nil
		if kind == 0 {
			for _, h := range hosts {
				h.(map[string]any)["filePaths"] = g.paths()
			}
		}
		given["physicalParams."+used+"ProtectionTypeParams.objects"] = hosts
	case 2:
		without("mssqlParams")
		given["environment"] = "kSQL"
		given["mssqlParams.protectionType"], given["mssqlParams.nativeProtectionTypeParams"], given["mssqlParams.volumeProtectionTypeParams"] = "kFile", nil, nil
		given["mssqlParams.fileProtectionTypeParams.objects"] = []any{map[string]any{"id": "host-3/MSSQLSERVER/orders"}}
	case 3:
		without("kubernetesParams")
		given["environment"] = "kKubernetes"
		given["kubernetesParams.objects"] = []any{map[string]any{"id": "cluster/shop"}, map[string]any{"id": "cluster/blog"}}[:1+g.IntN(2)]
		given["kubernetesParams.sourceId"] = "cluster"
	}
	return g.object("CreateProtectionGroup", api.CreateProtectionGroup.Body, "", given)
}

// paths returns random paths of a host.
func (g *generator) paths() (list []any) {
	for i := range 1 + g.IntN(3) {
		in := fmt.Sprintf("/srv/%d %s", i, strings.ReplaceAll(g.text(), "\n", ""))
		one := map[string]any{"includedPath": in}
		if g.IntN(2) == 0 {
			one["excludedPaths"] = []any{in + "/tmp", in + "/" + "cache"}
		}
		list = append(list, one)
	}
	return list
}

// leftOut are fields that need something that is not there: an archive, or another region.
var leftOut = []string{"backupPolicy.regular.primaryBackupTarget", "backupPolicy.cdp", "backupPolicy.storageArraySnapshot", "templateId", "prePostScript", "excludeObjectIds", "dedupExclusionSourceIds", "includeParams", "excludeParams", "includePvcs", "excludePvcs", "includedResources", "excludedResources"}

// object returns a random object with these fields. given has values by path: nil for a field that is not to be there.
func (g *generator) object(operation string, fields []api.Field, path string, given map[string]any) map[string]any {
	object := map[string]any{}
	schedule := g.schedule(fields)
	for i := range fields {
		f := &fields[i]
		place := strings.TrimPrefix(path+"."+f.Name, ".")
		value, isGiven := given[place]
		inside := false
		for key, v := range given {
			inside = inside || v != nil && strings.HasPrefix(key, place+".")
		}
		switch {
		case isGiven && value != nil:
			object[f.Name] = value
			continue
		case isGiven, slices.ContainsFunc(leftOut, func(end string) bool { return place == end || strings.HasSuffix(place, "."+end) }):
			continue
		case schedule != nil && f.Name == "unit":
			object["unit"] = schedule.unit
			continue
		case schedule != nil && strings.HasSuffix(f.Name, "Schedule"):
			if f.Name != schedule.field {
				continue
			}
		case inside || f.Required:
		case f.Assigned || f.ReadOnly || f.Secret || f.Kind != "" || g.Float64() > 0.4:
			continue
		}
		if f.Name == "monthSchedule" {
			object[f.Name] = g.month()
			continue
		}
		value = g.value(operation, f, place, given)
		if list, ok := value.([]any); f.Required && ok && len(list) == 0 {
			continue
		}
		for range 20 {
			if sandbox.Accepts(operation, place, value) {
				object[f.Name] = value
				break
			}
			value = g.value(operation, f, place, given)
		}
	}
	return object
}

// unit is a unit of a schedule with the field that it needs; "" for none.
type unit struct{ unit, field string }

// schedule returns a unit for an object that is a schedule, and nil for any other.
func (g *generator) schedule(fields []api.Field) *unit {
	for i := range fields {
		if fields[i].Name != "unit" || !slices.ContainsFunc(fields, func(f api.Field) bool { return strings.HasSuffix(f.Name, "Schedule") }) {
			continue
		}
		name := fields[i].Enum[g.IntN(len(fields[i].Enum))]
		field := strings.ToLower(strings.TrimSuffix(name, "s")) + "Schedule"
		if !slices.ContainsFunc(fields, func(f api.Field) bool { return f.Name == field }) {
			field = ""
		}
		return &unit{name, field}
	}
	return nil
}

// month returns a day of a month.
func (g *generator) month() map[string]any {
	if g.IntN(2) == 0 {
		return map[string]any{"dayOfMonth": 1 + g.IntN(28)}
	}
	return map[string]any{"weekOfMonth": "First", "dayOfWeek": []any{"Sunday", "Wednesday"}[:1+g.IntN(2)]}
}

// value returns a random value of a field.
func (g *generator) value(operation string, f *api.Field, path string, given map[string]any) any {
	if f.Lists > 0 {
		item := *f
		item.Lists--
		list := []any{}
		for range max(int(f.MinItems), 1+g.IntN(2)) {
			list = append(list, g.value(operation, &item, path, given))
		}
		return list
	}
	switch {
	case f.Map:
		return map[string]any{"key": g.text()}
	case f.Type == api.Object:
		return g.object(operation, f.Fields(), path, given)
	case f.Type == api.Boolean:
		return g.IntN(2) == 0
	case f.Type == api.Integer || f.Type == api.Number:
		return g.number(f)
	case f.Type == api.Any:
		return g.text()
	case len(f.Enum) > 0:
		word := f.Enum[g.IntN(len(f.Enum))]
		if sandbox.Accepts(operation, path, word) && g.IntN(3) == 0 {
			return strings.ToUpper(strings.TrimPrefix(word, "k"))
		}
		return word
	case f.Name == "timeZone":
		return []string{"Europe/Berlin", "America/Los_Angeles", "UTC"}[g.IntN(3)]
	case f.NotEmpty:
		return "x" + g.text()
	}
	return g.text()
}

func (g *generator) number(f *api.Field) int64 {
	switch {
	case f.Unit == api.UnixUsecs:
		return time.Now().Add(time.Duration(1000+g.IntN(1000)) * time.Hour).UnixMicro()
	case f.Range != nil:
		return f.Range.Min + g.Int64N(min(f.Range.Max-f.Range.Min, 1000)+1)
	}
	return 1 + g.Int64N(1<<62)
}

// TestApplyIsCompletedByTheNext refuses each request of an apply in turn, and looks whether the next apply completes it.
func TestApplyIsCompletedByTheNext(t *testing.T) {
	w := newManifestWorker(t)
	g := &generator{rand.New(rand.NewPCG(7, 15)), 7}
	file := filepath.Join(w.folder, "all.yaml")
	configuration := g.configuration(w.folder)
	configuration["groups"] = []any{g.group(1, configuration["policies"].([]any)[0].(map[string]any)["name"].(string))}
	raw, err := json.Marshal(configuration)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, raw, 0o600))
	refused := 0
	for skip := 0; ; skip++ {
		w.s.Platform.Faults.Add(platform.Fault{Match: "*", Skip: skip, Status: http.StatusBadRequest})
		out, status := w.run("apply", "-f", file, "--force", "--wait")
		pending := len(w.s.Platform.Faults.Pending())
		w.s.Platform.Faults.Clear()
		if pending > 0 { // all requests went before the fault
			require.Zero(t, status, out)
			break
		}
		if status != 0 {
			refused++
		}
		out, status = w.run("apply", "-f", file, "--force", "--wait")
		require.Zero(t, status, "after a refusal of request %d: %s", skip, out)
		out, status = w.run("diff", "-f", file)
		require.Zero(t, status, "after a refusal of request %d: %s", skip, out)
		w.deleteAll()
	}
	assert.Greater(t, refused, 10)
	t.Logf("%d requests were refused in turn", refused)
}

// TestTwoAppliesAtOnce changes the same things in two ways at once: what one of them has written, the other does not write over.
func TestTwoAppliesAtOnce(t *testing.T) {
	w := newManifestWorker(t)
	manifest := func(name string, weeks int) string {
		file := filepath.Join(w.folder, name)
		text := fmt.Sprintf("policies: [{name: gold, backupPolicy: {regular: {retention: {unit: Weeks, duration: %d}}}}]\n", weeks)
		require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
		return file
	}
	files := []string{manifest("one.yaml", 1), manifest("two.yaml", 2)}
	for round := range 8 { // the first creates, the others change
		results := make([]string, len(files))
		statuses := make([]int, len(files))
		w.s.Platform.Faults.Add(platform.Fault{Match: "GET /v2/data-protect/policies", Times: 4, Latency: 30 * time.Millisecond})
		var both sync.WaitGroup
		for i, file := range files {
			both.Go(func() { results[i], statuses[i] = w.run("apply", "-f", file, "--force") })
		}
		both.Wait()
		w.s.Platform.Faults.Clear()
		refused := slices.IndexFunc(statuses, func(status int) bool { return status == 5 })
		same := slices.Max(statuses) == 0 // one after the other, or one of them had nothing to do
		require.True(t, refused >= 0 || same, "round %d: %v %v", round, statuses, results)
		_, one := w.run("diff", "-f", files[0])
		_, two := w.run("diff", "-f", files[1])
		require.Equal(t, 1, one+two, "the policy is as one of them says")
		if refused >= 0 {
			_, status := w.run("diff", "-f", files[refused])
			require.Equal(t, 1, status, "and not as the one says that was refused")
		}
	}
}
