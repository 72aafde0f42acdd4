package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// call is one request to an instance that the document allows.
type call struct {
	server   *Server
	data     *data
	instance *platform.Instance
	request  *http.Request
	path     map[string]string
	query    url.Values // of the query
	body     jsonObject
}

// refusal is an error in the service's own shape.
type refusal struct {
	status        int
	code, message string
}

func (e *refusal) Error() string { return e.message }

// HTTPStatus is the status of the answer, for the control address too.
func (e *refusal) HTTPStatus() int { return e.status }

func refuse(status int, code, text string, args ...any) error {
	return &refusal{status, code, fmt.Sprintf(text, args...)}
}

func notFound(what, id string) error {
	return refuse(http.StatusNotFound, "KEntityNotExistsError", "There is no %s with the id %s.", what, id)
}

// handlers carry out the operations. A nil answer without an error is 204, a *piece part of a file.
var handlers = map[string]func(*call) (any, error){
	"GetDataSourceConnections": (*call).listConnections, "CreateDataSourceConnection": (*call).createConnection,
	"PatchDataSourceConnection": (*call).patchConnection, "DeleteDataSourceConnection": (*call).deleteConnection,
	"GenerateDataSourceConnectionRegistrationToken": (*call).createRegistrationToken,
	"GetDataSourceConnectors":                       (*call).listConnectors, "PatchDataSourceConnector": (*call).patchConnector,
	"DeleteDataSourceConnector": (*call).deleteConnector, "GetConnectorMetadata": (*call).connectorMetadata,
	"ListConnectorAgents": (*call).listConnectorAgents, "GetConnectorAgentConfig": (*call).connectorAgentConfig,

	"RegisterProtectionSource": (*call).registerSource, "GetSourceRegistrations": (*call).listSources,
	"GetProtectionSourceRegistration": (*call).getSource, "UpdateProtectionSourceRegistration": (*call).updateSource,
	"PatchProtectionSourceRegistration": (*call).patchSource, "DeleteProtectionSourceRegistration": (*call).deleteSource,
	"RefreshProtectionSourceByID": (*call).refreshSource, "ListProtectionSources": (*call).sourceTree,
	"ListProtectionSourcesRegistrationInfo": (*call).registrationInfo,

	"GetUpgradeTasks": (*call).listUpgrades, "CreateUpgradeTask": (*call).createUpgrade, "DownloadAgent": (*call).downloadAgent,

	"GetProtectionPolicies": (*call).listPolicies, "CreateProtectionPolicy": (*call).createPolicy, "GetProtectionPolicyByID": (*call).getPolicy,
	"UpdateProtectionPolicy": (*call).updatePolicy, "DeleteProtectionPolicy": (*call).deletePolicy,

	"GetProtectionGroups": (*call).listGroups, "CreateProtectionGroup": (*call).createGroup, "GetProtectionGroupByID": (*call).getGroup,
	"UpdateProtectionGroup": (*call).updateGroup, "DeleteProtectionGroup": (*call).deleteGroup,

	"GetProtectionGroupRuns": (*call).listRuns, "GetProtectionGroupRun": (*call).getRun, "CreateProtectionGroupRun": (*call).createRun,
	"UpdateProtectionGroupRun": (*call).updateRuns, "PerformActionOnProtectionGroupRun": (*call).performActionOnRuns, "GetProtectionRunProgress": (*call).runProgress,

	"GetObjectSnapshots": (*call).listSnapshots, "SearchObjects": (*call).searchObjects, "SearchProtectedObjects": (*call).searchProtected,
	"SearchIndexedObjects": (*call).searchIndexed, "GetRestorePointsInTimeRange": (*call).restorePoints, "ConstructMetaInfo": (*call).metaInfo,
	"DownloadIndexedFile": (*call).downloadFile,

	"GetRecoveries": (*call).listRecoveries, "CreateRecovery": (*call).createRecovery, "GetRecoveryByID": (*call).getRecovery,
	"CancelRecoveryByID": (*call).cancelRecovery, "CreateDownloadFilesAndFoldersRecovery": (*call).createDownload, "DownloadFilesFromRecovery": (*call).downloadFiles,
}

func (s *Server) loadDocument() error {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	if err != nil {
		return err
	}
	doc.Servers = openapi3.Servers{{URL: "/v2"}}
	for _, item := range doc.Paths.Map() {
		if item.Servers != nil {
			item.Servers = openapi3.Servers{{URL: "/"}}
		}
	}
	doc.Security = nil
	s.doc = doc
	s.router, err = gorillamux.NewRouter(doc)
	return err
}

// instance serves the API of one instance.
func (s *Server) instance(i int) http.Handler {
	return compress(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := s.serve(i, r)
		file, isFile := answer.(*filePart)
		var no *refusal
		switch {
		case errors.As(err, &no) && no.status == http.StatusUnauthorized:
			platform.WriteError(w, no.status, no.code, no.message)
		case errors.As(err, &no):
			platform.WriteJSON(w, no.status, jsonObject{"errorCode": no.code, "message": no.message})
		case err != nil:
			platform.WriteJSON(w, http.StatusInternalServerError, jsonObject{"errorCode": "KInternalError", "message": err.Error()})
		case isFile:
			file.send(w)
		case answer == nil:
			w.WriteHeader(http.StatusNoContent)
		default:
			platform.WriteJSON(w, http.StatusOK, answer)
		}
	}))
}

func (s *Server) serve(i int, r *http.Request) (any, error) {
	id, good := s.Platform.Identity(platform.Bearer(r))
	if !good {
		return nil, refuse(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid.")
	}
	route, params, err := s.router.FindRoute(r)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KNotFound", "There is no operation %s %s.", r.Method, r.URL.Path)
	}
	if tenant := r.Header.Get(api.TenantHeader); tenant != s.Instances[i].Tenant {
		return nil, refuse(http.StatusForbidden, "KUnauthorized", "The tenant %q has no access to this instance.", tenant)
	}
	if id.Account != s.Instances[i].Account {
		return nil, refuse(http.StatusForbidden, "KUnauthorized", "The account of the token has no access to this instance.")
	}
	if least := requiredRole(route.Operation, route.Path); id.Role < least {
		return nil, refuse(http.StatusForbidden, "KUnauthorized", "This needs the role %s, and the token has the role %s.", least, id.Role)
	}
	raw, err := readBody(r)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "The body cannot be read: %v.", err)
	}
	r.Body = io.NopCloser(bytes.NewReader(raw))
	input := &openapi3filter.RequestValidationInput{Request: r, PathParams: params, Route: route, Options: &openapi3filter.Options{MultiError: false}}
	if err := openapi3filter.ValidateRequest(context.Background(), input); err != nil {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s", firstLine(err.Error()))
	}
	for name := range r.URL.Query() {
		if s.options.Strict && route.Operation.Parameters.GetByInAndName("query", name) == nil {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "There is no parameter %s.", name)
		}
	}
	c := &call{server: s, data: s.data[i], instance: &s.Instances[i], request: r, path: params, query: r.URL.Query()}
	if route.Operation.RequestBody != nil {
		if err := unmarshal(raw, &c.body); err != nil {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "The body is no JSON object: %v.", err)
		}
		if place := unknownField(c.body, route.Operation.RequestBody.Value.Content.Get("application/json").Schema.Value, ""); place != "" && s.options.Strict {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "There is no field %s.", place)
		}
	}
	return c.execute(route.Operation, api.ByID(route.Operation.OperationID).ReadOnly())
}

// execute carries out an operation, and keeps what it changed before it answers. What it answers with is JSON by then: an
// answer may hold what is kept, which the next request may change.
func (c *call) execute(op *openapi3.Operation, reads bool) (any, error) {
	answer, err := c.executeLocked(op, reads)
	if kept := c.data.store.Commit(); err == nil {
		err = kept
	}
	return answer, err
}

// executeLocked carries out an operation while nobody changes anything, but for the operation itself.
func (c *call) executeLocked(op *openapi3.Operation, reads bool) (any, error) {
	if reads {
		c.data.mu.RLock()
		defer c.data.mu.RUnlock()
	} else {
		c.data.mu.Lock()
		defer c.data.mu.Unlock()
	}
	answer, err := handlers[op.OperationID](c)
	if _, isFile := answer.(*filePart); err != nil || answer == nil || isFile {
		return answer, err
	}
	return checkAnswer(op, answer)
}
