package sandbox

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestTroublesAreMetAndShown checks of each kind of trouble what the service does because of it, and what it says.
func TestTroublesAreMetAndShown(t *testing.T) {
	c := start(t, Options{})
	host := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(host, "etc"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(host, "etc", "app.conf"), []byte("port = 8080"), 0o600))
	connection := str(c.must("POST", "/data-source-connections", jsonObject{"connectionName": "site"}), "connectionId")
	c.text("POST", "/data-source-connections/"+connection+"/registrationToken")
	source := num(c.must("POST", "/data-protect/sources/registrations", jsonObject{"environment": "kPhysical", "name": "web-1", "connectionId": json.Number(connection),
		"physicalParams": jsonObject{"endpoint": host, "hostType": "kLinux", "physicalType": "kHost"}}), "id")
	policy := str(c.must("POST", "/data-protect/policies", goldPolicy("gold")), "id")
	group := str(c.must("POST", "/data-protect/protection-groups", jsonObject{"name": "files", "policyId": policy, "environment": "kPhysical", "physicalParams": jsonObject{"protectionType": "kFile",
		"fileProtectionTypeParams": jsonObject{"objects": []any{jsonObject{"id": source, "filePaths": []any{jsonObject{"includedPath": "/"}}}}}}}), "id")
	runs := "/data-protect/protection-groups/" + group + "/runs"
	newest := func() jsonObject {
		list := objectList(c.must("GET", runs+"?includeObjectDetails=true", nil), "runs")
		if len(list) == 0 {
			return nil
		}
		return list[0]
	}
	ended := func() (run jsonObject) {
		require.Eventually(t, func() bool { run = newest(); return hasEnded(str(run, "localBackupInfo", "status")) }, 5*time.Second, 5*time.Millisecond)
		return run
	}
	ended()
	info := func() jsonObject {
		_, raw := c.askOldAPI("/irisservices/api/v1/public/protectionSources/registrationInfo")
		answer, err := decodeObject(raw)
		require.NoError(t, err)
		return objectList(answer, "rootNodes")[0]
	}
	for _, one := range []struct {
		trouble       jsonObject
		status, says  string // of a run
		agent         string // its status
		refresh, auth string // what the registration says
	}{
		{jsonObject{"kind": "unreachable", "host": "web-1", "message": "No route", "state": "gone"}, "Failed", "web-1: No route", "kUnreachable", "gone", ""},
		{jsonObject{"kind": "degraded", "host": "web-1", "message": "half dead", "state": "ill"}, "Failed", "web-1: half dead", "kDegraded", "", ""},
		{jsonObject{"kind": "credentials", "host": "web-1", "message": "log-in failed", "state": "wrong password"}, "Failed", "web-1: log-in failed", "kHealthy", "", "wrong password"},
		{jsonObject{"kind": "failing", "host": "web-1", "message": "no space", "group": "files"}, "Failed", "web-1: no space", "kHealthy", "", ""},
		{jsonObject{"kind": "failing", "host": "web-1", "message": "no space", "group": "others"}, "Succeeded", "", "kHealthy", "", ""},
		{jsonObject{"kind": "unreadable", "host": "web-1", "path": "/etc/app.conf", "message": "locked"}, "SucceededWithWarning", "web-1: /etc/app.conf: locked", "kHealthy", "", ""},
		{jsonObject{"kind": "disconnected", "connector": "site-connector-1", "message": "tunnel down", "state": "lost"}, "Failed", "web-1: tunnel down", "kHealthy", "", ""},
	} {
		encoded, err := json.Marshal(one.trouble)
		require.NoError(t, err)
		status, answer := c.control("POST", "/sandbox/troubles", string(encoded))
		require.Less(t, status, 300, "%s", answer)
		before := str(newest(), "id")
		c.must("POST", runs, jsonObject{"runType": "kRegular"})
		require.Eventually(t, func() bool { return str(newest(), "id") != before }, 5*time.Second, time.Millisecond)
		run := ended()
		assert.Equal(t, one.status, str(run, "localBackupInfo", "status"), "%v", one.trouble)
		if one.says != "" {
			assert.Equal(t, []string{one.says}, stringList(run, "localBackupInfo", "messages"))
		}
		shown := info()
		assert.Equal(t, one.agent, str(objectList(shown, "rootNode", "physicalProtectionSource", "agents")[0], "status"))
		assert.Equal(t, one.refresh, str(shown, "registrationInfo", "refreshErrorMessage"))
		assert.Equal(t, one.auth, str(shown, "registrationInfo", "authenticationErrorMessage"))
		status, _ = c.control("DELETE", "/sandbox/troubles", "")
		require.Less(t, status, 300)
	}
	for _, wrong := range []string{`{"kind":"odd"}`, `{"kind":"unreachable","host":"none"}`, `{"kind":"disconnected","connector":"none"}`, `{"kind":"missed","group":"none"}`, `{"kind":"unreadable","host":"web-1"}`, `{"kind":"wording","host":"web-1"}`} {
		status, _ := c.control("POST", "/sandbox/troubles", wrong)
		assert.GreaterOrEqual(t, status, 400, wrong)
	}
}
