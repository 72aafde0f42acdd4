package sandbox

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// call is a request, after it was validated. One to a server that is no instance has neither data nor an instance: its handler locks
// the state that it reads.
type call struct {
	server    *Server
	api       *described
	data      *data
	instance  *platform.Instance
	seen      []int      // the numbers of the instances that the caller sees, at a server that is no instance
	appliance *Appliance // that it was sent to; nil for any other server
	request   *http.Request
	path      map[string]string
	query     url.Values // parameters
	body      jsonObject
}

// refusal is an error that the service answers with.
type refusal struct {
	status        int
	code, message string
}

func (e *refusal) Error() string { return e.message }

// HTTPStatus returns the status of the answer.
func (e *refusal) HTTPStatus() int { return e.status }

func refuse(status int, code, text string, args ...any) error {
	return &refusal{status, code, fmt.Sprintf(text, args...)}
}

func notFound(what, id string) error {
	return refuse(http.StatusNotFound, "KEntityNotExistsError", "There is no %s with the id %s.", what, id)
}

// instanceHandlers are the functions that carry out the operations of an instance, by operation id. They return the answer: nil stands
// for 204, and a *filePart for part of a file.
var instanceHandlers = map[string]func(*call) (any, error){
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
	"GetProgressMonitors": (*call).progressMonitors,

	"GetObjectSnapshots": (*call).listSnapshots, "SearchObjects": (*call).searchObjects, "SearchProtectedObjects": (*call).searchProtected,
	"SearchIndexedObjects": (*call).searchIndexed, "GetRestorePointsInTimeRange": (*call).restorePoints, "ConstructMetaInfo": (*call).metaInfo,
	"DownloadIndexedFile": (*call).downloadFile,

	"GetAlerts": (*call).listAlerts, "GetAlertSummary": (*call).summarizeAlerts,

	"GetRecoveries": (*call).listRecoveries, "CreateRecovery": (*call).createRecovery, "GetRecoveryByID": (*call).getRecovery,
	"CancelRecoveryByID": (*call).cancelRecovery, "CreateDownloadFilesAndFoldersRecovery": (*call).createDownload, "DownloadFilesFromRecovery": (*call).downloadFiles,
}

// instance returns what answers at the address of an instance, by its number: for a user whose account and tenant have it.
func (s *Server) instance(i int) http.Handler {
	return s.serve("instance", func(c *call, route *routers.Route) error {
		id, valid := s.Platform.Identity(platform.Bearer(c.request))
		if !valid {
			return tokenRefused()
		}
		c.data, c.instance = s.data[i], &s.Instances[i]
		return c.authorize(id, route)
	})
}

// readRequest reads and validates parameters and body. Fields that only answers have are accepted, because a client may send back what
// it was sent.
func (c *call) readRequest(route *routers.Route) error {
	invalid := func(text string, args ...any) error {
		return refuse(http.StatusBadRequest, "KValidationError", text, args...)
	}
	raw, err := readBody(c.request)
	if err != nil {
		return invalid("The body cannot be read: %v.", err)
	}
	c.request.Body = io.NopCloser(bytes.NewReader(raw))
	input := &openapi3filter.RequestValidationInput{Request: c.request, PathParams: c.path, Route: route, Options: &openapi3filter.Options{ExcludeReadOnlyValidations: true}}
	if err := openapi3filter.ValidateRequest(context.Background(), input); err != nil {
		return invalid("%s", firstLine(err.Error()))
	}
	strict := c.server.options.Strict
	for name := range c.query {
		if strict && route.Operation.Parameters.GetByInAndName("query", name) == nil {
			return invalid("There is no parameter %s.", name)
		}
	}
	if err := checkParameters(c.query); err != nil {
		return err
	}
	if route.Operation.RequestBody == nil || len(raw) == 0 && !route.Operation.RequestBody.Value.Required {
		return nil
	}
	if err := unmarshal(raw, &c.body); err != nil {
		return invalid("The body is no JSON object: %v.", err)
	}
	schema := route.Operation.RequestBody.Value.Content.Get("application/json").Schema.Value
	if field := unknownField(c.body, schema, ""); strict && field != "" {
		return invalid("There is no field %s.", field)
	}
	return c.checkBody(route.Operation, schema)
}

// execute carries out an operation and stores its changes before it returns the answer.
func (c *call) execute(op *openapi3.Operation, reads bool) (any, error) {
	if c.data == nil {
		return c.handle(op)
	}
	answer, err := c.executeLocked(op, reads)
	if kept := c.data.store.Commit(); err == nil {
		err = kept
	}
	return answer, err
}

// executeLocked carries out an operation under the lock of the instance, shared if it only reads. The answer is JSON when the
// lock is released, because it may refer to state that the next request changes.
func (c *call) executeLocked(op *openapi3.Operation, reads bool) (any, error) {
	if reads {
		c.data.mu.RLock()
		defer c.data.mu.RUnlock()
	} else {
		c.data.mu.Lock()
		defer c.data.mu.Unlock()
	}
	return c.handle(op)
}

// handle calls the handler of an operation and checks its answer.
func (c *call) handle(op *openapi3.Operation) (any, error) {
	handle, ok := c.api.handlers[op.OperationID]
	if !ok {
		return nil, refuse(http.StatusNotImplemented, "KNotImplemented", "The sandbox does not implement the operation %s.", op.OperationID)
	}
	answer, err := handle(c)
	if err != nil || answer == nil {
		return nil, err
	}
	switch answer.(type) {
	case *filePart, *registrationAnswer:
		return answer, nil
	}
	return checkAnswer(op, answer)
}
