package sandbox

import (
	"crypto/subtle"
	"encoding/json"
	"io"
	"net/http"
	"slices"

	"github.com/getkin/kin-openapi/routers"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// The credentials of the Manager's alerts and upgrades: an API key, or a user with whose password ManagerLogin gives a token.
const (
	ManagerKey      = "sandbox-manager-key"
	ManagerUser     = "operator"
	ManagerPassword = "sandbox-manager-password"
)

// managerLogin is the path at which the Manager gives a token, at the address of its alerts.
const managerLogin = "/login"

// managementHandlers carry out the operations of the Manager's reporting service.
var managementHandlers = map[string]func(*call) (any, error){
	"GetComponents": (*call).listComponents, "GetComponentByID": (*call).getComponent, "GetComponentPreview": (*call).previewComponent,
	"GetReports": (*call).listReports, "GetReportByID": (*call).getReport, "GetReportPreview": (*call).previewReport, "ExportReport": (*call).exportReport,
	"GetReportType": (*call).reportAttributes, "GetResources": (*call).listResources, "GetProviderInstances": (*call).listProviderInstances,
}

// managerHandlers carry out the operations of the Manager's alerts and upgrades.
var managerHandlers = map[string]func(*call) (any, error){
	"GetAlerts": (*call).listAlerts, "GetAlertSummary": (*call).summarizeAlerts,
	"GetManagementAlerts": (*call).listManagerAlerts, "GetManagementAlertsSummary": (*call).summarizeManagerAlerts,
	"GetManagementAlertsStats": (*call).alertStatistics, "GetManagementAlertResolution": (*call).listResolutions,
	"GetClustersInfo": (*call).listClusters, "CompatibleClustersForRelease": (*call).listCompatibleClusters, "ClustersUpgradesInfo": (*call).listClusterUpgrades,
	"CreateClustersUpgrades": (*call).createClusterUpgrades, "UpdateClustersUpgrades": (*call).updateClusterUpgrades, "DeleteClustersUpgrades": (*call).cancelClusterUpgrades,
}

// management returns what answers at the address of the Manager's reporting service: about the instances of the user's account.
func (s *Server) management() http.Handler {
	return s.serve("management", func(c *call, _ *routers.Route) error {
		id, valid := s.Platform.Identity(platform.Bearer(c.request))
		if !valid || id == platform.ManagerIdentity {
			return tokenRefused()
		}
		for i := range s.Instances {
			if s.Instances[i].Account == id.Account {
				c.seen = append(c.seen, i)
			}
		}
		return nil
	})
}

// manager returns what answers at the address of the Manager's alerts and upgrades: about all instances, for whoever has its credentials.
func (s *Server) manager() http.Handler {
	api := s.serve("management-sre", func(c *call, _ *routers.Route) error {
		id, valid := s.Platform.Identity(platform.Bearer(c.request))
		if !equal(c.request.Header.Get("apiKey"), ManagerKey) && (!valid || id != platform.ManagerIdentity) {
			return tokenRefused()
		}
		for i := range s.Instances {
			c.seen = append(c.seen, i)
		}
		return nil
	})
	mux := http.NewServeMux()
	mux.Handle("/", api)
	mux.HandleFunc("POST "+managerLogin, func(w http.ResponseWriter, r *http.Request) {
		var sent struct{ Username, Password string }
		raw, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
		if err == nil {
			err = json.Unmarshal(raw, &sent)
		}
		if err != nil || !equal(sent.Username, ManagerUser) || !equal(sent.Password, ManagerPassword) {
			platform.WriteJSON(w, http.StatusUnauthorized, jsonObject{"errorCode": "KUnauthorized", "message": "The user name or the password is wrong."})
			return
		}
		platform.WriteJSON(w, http.StatusOK, jsonObject{"accessToken": s.Platform.IssueManagerToken(), "tokenType": "Bearer"})
	})
	return mux
}

// equal reports whether two secrets are the same.
func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// each calls visit with the state of each instance that the caller sees, and its number, under the lock of the instance.
func (c *call) each(visit func(i int, d *data)) {
	if c.data != nil { // whose lock is held
		visit(slices.Index(c.server.data, c.data), c.data)
		return
	}
	for _, i := range c.seen {
		c.server.data[i].mu.RLock()
		visit(i, c.server.data[i])
		c.server.data[i].mu.RUnlock()
	}
}

// listProviderInstances lists the instances of the account.
func (c *call) listProviderInstances() (any, error) {
	found := []any{}
	c.each(func(i int, d *data) {
		instance := c.server.Instances[i]
		if !c.matches("instanceIds", instance.GUID) || !c.matches("regions", instance.Region) {
			return
		}
		o := jsonObject{"name": instance.Name, "instanceId": instance.GUID, "region": instance.Region, "clusterId": clusterNumber(i), "clusterIncarnationId": clusterIncarnation, "softwareVersion": d.clusterVersion().version}
		if c.boolParam("includeServiceInstanceStatus") {
			o["status"] = "Active"
		}
		found = append(found, o)
	})
	return jsonObject{"ibmServiceInstances": found}, nil
}
