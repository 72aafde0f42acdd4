package e2e

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/stretchr/testify/require"
)

// What is injected into runs, and the runs.

// message returns a message of a fault, by the seed.
func (w *whyCase) message(fault string) string {
	list := w.words[fault]
	require.NotEmpty(w.t, list, fault)
	return strings.ReplaceAll(list[w.random.IntN(len(list))], "{host}", w.host)
}

func (w *whyCase) wantKind(kind string) { w.want = kind }

// newHost makes a host behind a connection with a connector.
func (w *whyCase) newHost() {
	if w.source != "" {
		return
	}
	w.folder = filepath.Join(w.dir, w.host)
	require.NoError(w.t, os.MkdirAll(filepath.Join(w.folder, "etc"), 0o755))
	for _, name := range []string{"app.conf", "hosts"} {
		require.NoError(w.t, os.WriteFile(filepath.Join(w.folder, "etc", name), []byte(w.host+name), 0o600))
	}
	w.connection = textAt(w.post("/data-source-connections", map[string]any{"connectionName": "to-" + w.host}), "connectionId")
	w.post("/data-source-connections/"+w.connection+"/registrationToken", nil)
	w.source = at(w.register(w.host, w.folder, nil), "id").(json.Number)
}

func (w *whyCase) register(name, folder string, applications []string) map[string]any {
	params := map[string]any{"endpoint": folder, "hostType": "kLinux", "physicalType": "kHost"}
	if applications != nil {
		params["applications"] = applications
	}
	return w.post("/data-protect/sources/registrations", map[string]any{"environment": "kPhysical", "name": name, "connectionId": json.Number(w.connection), "physicalParams": params})
}

// newGroup makes the group of the host, which begins its first run.
func (w *whyCase) newGroup(sources ...json.Number) {
	w.newHost()
	objects := []any{}
	for _, id := range append([]json.Number{w.source}, sources...) {
		objects = append(objects, map[string]any{"id": id, "filePaths": []any{map[string]any{"includedPath": w.include}}})
	}
	body := map[string]any{"name": w.name, "policyId": w.policyID, "environment": "kPhysical", "physicalParams": map[string]any{"protectionType": "kFile", "fileProtectionTypeParams": map[string]any{"objects": objects}}}
	maps.Copy(body, w.more)
	w.group = textAt(w.post("/data-protect/protection-groups", body), "id")
}

// runs returns the runs of the group, the newest first.
func (w *whyCase) runs() []any {
	list, _ := at(w.send("GET", "/data-protect/protection-groups/"+w.group+"/runs", nil), "runs").([]any)
	return list
}

// ended waits for the end of the runs of the group, of which there are at least so many.
func (w *whyCase) ended(count int) {
	w.wait("the end of a run of "+w.name, func() bool {
		list := w.runs()
		return len(list) >= count && textAt(list, 0, "localBackupInfo", "endTimeUsecs") != ""
	})
}

// firstRun makes the group, whose first run succeeds.
func (w *whyCase) firstRun() {
	if w.group == "" {
		w.newGroup()
		w.ended(1)
	}
}

// run begins a run.
func (w *whyCase) run() {
	w.post("/data-protect/protection-groups/"+w.group+"/runs", map[string]any{"runType": "kRegular"})
}

// runFails makes a run that meets what was injected. Half of the groups have been backed up before.
func (w *whyCase) runFails() {
	if w.group == "" {
		w.newGroup()
		w.ended(1)
		return
	}
	before := len(w.runs())
	w.run()
	w.ended(before + 1)
}

// trouble injects a trouble of the host.
func (w *whyCase) trouble(kind, want string) {
	w.newHost()
	if w.random.IntN(2) == 0 && want != "" {
		w.firstRun()
	}
	w.want = want
	body := map[string]any{"kind": kind, "host": w.host, "message": w.message(kind)}
	if w.random.IntN(4) == 0 {
		body["message"] = w.message("meaningless") // so that only the state tells
	}
	body["state"] = w.message(kind + ".state")
	w.post("/sandbox/troubles", body)
}

// failing has backups of the host fail with a message.
func (w *whyCase) failing(fault string) {
	w.newHost()
	if w.random.IntN(2) == 0 {
		w.firstRun()
	}
	w.want = fault
	w.post("/sandbox/troubles", map[string]any{"kind": "failing", "host": w.host, "message": w.message(fault)})
}

// fails makes a run that fails with a message, for a reason that is gone afterwards.
func (w *whyCase) fails(fault string) {
	w.failing(fault)
	w.runFails()
	w.want = ""
	w.send("DELETE", "/sandbox/troubles?host="+w.host, nil)
}

// unreadable has a path of the host not be read.
func (w *whyCase) unreadable(fault string) {
	w.newHost()
	w.want = fault
	w.post("/sandbox/troubles", map[string]any{"kind": "unreadable", "host": w.host, "path": "/etc/app.conf", "message": w.message(fault)})
}

// word has what fails by itself be said with a message.
func (w *whyCase) word(fault string) {
	w.newHost()
	w.post("/sandbox/troubles", map[string]any{"kind": "wording", "host": w.host, "message": w.message(fault)})
}

// disconnect has the connector lose its connection.
func (w *whyCase) disconnect() {
	w.newHost()
	w.want = "connector"
	body := map[string]any{"kind": "disconnected", "connector": "to-" + w.host + "-connector-1", "message": w.message("disconnected"), "state": w.message("disconnected.state")}
	if w.random.IntN(4) == 0 {
		body["message"] = w.message("meaningless")
	}
	w.post("/sandbox/troubles", body)
}

func (w *whyCase) secondConnector() {
	w.newHost()
	token := w.token2()
	w.post("/sandbox/connectors", map[string]any{"token": token, "name": "second-" + w.host})
}

// token2 returns another registration token of the connection.
func (w *whyCase) token2() (token string) {
	req, err := http.NewRequest("POST", w.server.Instances[0].URL+"/v2/data-source-connections/"+w.connection+"/registrationToken", nil)
	require.NoError(w.t, err)
	req.Header.Set("Authorization", "Bearer "+w.token)
	req.Header.Set("X-IBM-Tenant-Id", w.server.Instances[0].Tenant)
	resp, err := http.DefaultClient.Do(req)
	require.NoError(w.t, err)
	defer resp.Body.Close()
	require.NoError(w.t, json.NewDecoder(resp.Body).Decode(&token))
	return token
}

func (w *whyCase) removeHost() {
	w.firstRun()
	require.NoError(w.t, os.RemoveAll(w.folder))
}

// dropDatabase has a database of the host be dropped, and backs it up.
func (w *whyCase) dropDatabase() {
	folder := filepath.Join(w.dir, w.host+"-sql")
	data := filepath.Join(folder, "MSSQL", "MSSQLSERVER")
	require.NoError(w.t, os.MkdirAll(data, 0o755))
	for _, name := range []string{"orders.mdf", "orders_log.ldf", "stock.mdf", "stock_log.ldf"} {
		require.NoError(w.t, os.WriteFile(filepath.Join(data, name), []byte(name), 0o600))
	}
	w.send("DELETE", "/sandbox/troubles?host="+w.host, nil)
	host := w.host + "-sql"
	source := textAt(w.register(host, folder, []string{"kSQL"}), "id")
	w.post("/sandbox/troubles", map[string]any{"kind": "wording", "host": host, "message": w.message("gone")})
	var id json.Number
	for _, o := range at(w.send("GET", "/data-protect/search/objects?sourceIds="+source, nil), "objects").([]any) {
		if strings.HasSuffix(textAt(o, "name"), "/orders") {
			id = at(o, "id").(json.Number)
		}
	}
	w.group = textAt(w.post("/data-protect/protection-groups", map[string]any{"name": w.name, "policyId": w.policyID, "environment": "kSQL",
		"mssqlParams": map[string]any{"protectionType": "kFile", "fileProtectionTypeParams": map[string]any{"objects": []any{map[string]any{"id": id}}}}}), "id")
	w.ended(1)
	for _, name := range []string{"orders.mdf", "orders_log.ldf"} {
		require.NoError(w.t, os.Remove(filepath.Join(data, name)))
	}
	w.post("/data-protect/sources/"+source+"/refresh", nil)
	w.wait("the refresh", func() bool {
		list, _ := at(w.send("GET", "/data-protect/search/objects?sourceIds="+source, nil), "objects").([]any)
		return !slices.ContainsFunc(list, func(o any) bool { return strings.HasSuffix(textAt(o, "name"), "/orders") })
	})
	w.runFails()
}

// hangingRun begins a run that does not end.
func (w *whyCase) hangingRun() (id string) {
	w.post("/sandbox/faults", map[string]any{"match": "POST /v2/data-protect/protection-groups/" + w.group + "/runs", "runHang": true})
	before := len(w.runs())
	w.run()
	w.wait("a run of "+w.name, func() bool { return len(w.runs()) > before })
	w.wait("copying", func() bool { return textAt(w.runs(), 0, "localBackupInfo", "status") == "Running" })
	return textAt(w.runs(), 0, "id")
}

func (w *whyCase) cancel(run string) {
	w.post("/data-protect/protection-groups/"+w.group+"/runs/actions", map[string]any{"action": "Cancel", "cancelParams": []any{map[string]any{"runId": run}}})
}

func (w *whyCase) cancelRun() {
	w.firstRun()
	w.cancel(w.hangingRun())
	w.ended(2)
}

// missInBlackout makes a group whose first run is due in a blackout window.
func (w *whyCase) missInBlackout() {
	w.policyID = w.newPolicy("nights-"+w.name, map[string]any{"unit": "Hours", "hourSchedule": map[string]any{"frequency": 4}}, allDay())
	w.newHost()
	w.more = map[string]any{"isPaused": true}
	w.newGroup()
	body := map[string]any{"kind": "missed", "group": w.name, "times": 1}
	if text := w.message("missed"); text != "" {
		body["message"] = text
	}
	w.post("/sandbox/troubles", body)
	w.resume()
	w.after = func() { w.ended(1) }
}

// resume ends the pause of a group.
func (w *whyCase) resume() {
	group := w.send("GET", "/data-protect/protection-groups/"+w.group, nil)
	group["isPaused"] = false
	for _, name := range []string{"id", "isActive", "numProtectedObjects", "lastRun", "isDeleted", "lastModifiedTimestampUsecs"} {
		delete(group, name)
	}
	w.send("PUT", "/data-protect/protection-groups/"+w.group, group)
}

// cancelInBlackout has a blackout window begin during a run that is canceled then.
func (w *whyCase) cancelInBlackout() {
	w.policyID = w.newPolicy("aborting-"+w.name, nil, nil)
	w.more = map[string]any{"abortInBlackouts": true}
	w.firstRun()
	w.hangingRun()
	w.send("PUT", "/data-protect/policies/"+w.policyID, map[string]any{"name": "aborting-" + w.name, "blackoutWindow": allDay(),
		"backupPolicy": map[string]any{"regular": map[string]any{"retention": map[string]any{"unit": "Weeks", "duration": 2}}}})
	w.ended(2)
}

// missBehind has a run be due while another goes on.
func (w *whyCase) missBehind() {
	w.policyID = w.newPolicy("often-"+w.name, map[string]any{"unit": "Hours", "hourSchedule": map[string]any{"frequency": 4}}, nil)
	w.firstRun()
	hanging := w.hangingRun()
	body := map[string]any{"kind": "missed", "group": w.name, "times": 1}
	if text := w.message("missed"); text != "" {
		body["message"] = text
	}
	w.post("/sandbox/troubles", body)
	w.after = func() {
		w.wait("a missed run of "+w.name, func() bool { return textAt(w.runs(), 0, "localBackupInfo", "status") == "Missed" })
		w.cancel(hanging)
		w.ended(3)
	}
}

// takesLong makes a run that takes longer than its SLA allows, after some that did not.
func (w *whyCase) takesLong(moreData bool) {
	w.more = map[string]any{"sla": []any{map[string]any{"backupRunType": "kIncremental", "slaMinutes": 1}}}
	w.firstRun()
	for i := range 2 {
		require.NoError(w.t, os.WriteFile(filepath.Join(w.folder, "etc", "app.conf"), fmt.Appendf(nil, "port = %d", i), 0o600))
		w.runFails()
	}
	content := []byte("port = 99")
	if moreData {
		content = bytes.Repeat(content, 1000)
	}
	require.NoError(w.t, os.WriteFile(filepath.Join(w.folder, "etc", "app.conf"), content, 0o600))
	w.post("/sandbox/troubles", map[string]any{"kind": "slow", "host": w.host, "span": "5m"})
	w.run()
	w.wait("a run of "+w.name, func() bool { return len(w.runs()) > 3 })
	w.after = func() { w.ended(4) }
}

// twoHosts has two hosts of a group fail for different reasons.
func (w *whyCase) twoHosts() {
	w.newHost()
	w.post("/sandbox/troubles", map[string]any{"kind": "failing", "host": w.host, "message": w.message("space")})
	other := w.host + "-2"
	folder := filepath.Join(w.dir, other)
	require.NoError(w.t, os.MkdirAll(folder, 0o755))
	source := at(w.register(other, folder, nil), "id").(json.Number)
	w.post("/sandbox/troubles", map[string]any{"kind": "credentials", "host": other, "message": w.message("credentials"), "state": w.message("credentials.state")})
	w.among = []string{"credentials", "space"}
	w.newGroup(source)
	w.ended(1)
}
