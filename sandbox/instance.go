package sandbox

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// call is a request to an instance, after it was validated.
type call struct {
	server   *Server
	data     *data
	instance *platform.Instance
	request  *http.Request
	path     map[string]string
	query    url.Values // parameters
	body     jsonObject
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

// handlers are the functions that carry out the operations, by operation id. They return the answer: nil stands for 204, and a
// *filePart for part of a file.
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
	"GetProgressMonitors": (*call).progressMonitors,

	"GetObjectSnapshots": (*call).listSnapshots, "SearchObjects": (*call).searchObjects, "SearchProtectedObjects": (*call).searchProtected,
	"SearchIndexedObjects": (*call).searchIndexed, "GetRestorePointsInTimeRange": (*call).restorePoints, "ConstructMetaInfo": (*call).metaInfo,
	"DownloadIndexedFile": (*call).downloadFile,

	"GetRecoveries": (*call).listRecoveries, "CreateRecovery": (*call).createRecovery, "GetRecoveryByID": (*call).getRecovery,
	"CancelRecoveryByID": (*call).cancelRecovery, "CreateDownloadFilesAndFoldersRecovery": (*call).createDownload, "DownloadFilesFromRecovery": (*call).downloadFiles,
}

// notServed are the operations of an instance that the sandbox does not have yet: a request for one finds no operation. Who adds a handler
// removes its operation here.
var notServed []string

// loadDocument loads the API description of the instance. The paths of the older API begin at the root, and all others at /v2.
func (s *Server) loadDocument() error {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	if err != nil {
		return err
	}
	doc.Servers = openapi3.Servers{{URL: "/v2"}}
	for path, item := range doc.Paths.Map() {
		switch {
		case len(item.Servers) == 0:
		case item.Servers[0].Extensions["x-server"] != "instance":
			doc.Paths.Delete(path) // another server's, which is not here
		default:
			item.Servers = openapi3.Servers{{URL: "/"}}
		}
		for method, op := range item.Operations() {
			if slices.Contains(notServed, op.OperationID) {
				item.SetOperation(method, nil)
			}
		}
	}
	eachSchema(doc, func(s *openapi3.Schema) { s.Min, s.Max, s.MinLength = nil, nil, 0 }) // valuechecks.go says better what is wrong
	doc.Security = nil
	s.doc = doc
	s.router, err = gorillamux.NewRouter(doc)
	return err
}

// eachSchema calls visit for each schema of a document, at least once.
func eachSchema(doc *openapi3.T, visit func(*openapi3.Schema)) {
	var walk func(ref *openapi3.SchemaRef)
	walk = func(ref *openapi3.SchemaRef) {
		if ref == nil || ref.Ref != "" { // that is among the components
			return
		}
		visit(ref.Value)
		walk(ref.Value.Items)
		walk(ref.Value.AdditionalProperties.Schema)
		for _, inner := range ref.Value.Properties {
			walk(inner)
		}
		for _, inner := range ref.Value.AllOf {
			walk(inner)
		}
	}
	for _, ref := range doc.Components.Schemas {
		walk(ref)
	}
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			for _, p := range op.Parameters {
				walk(p.Value.Schema)
			}
		}
	}
}

// instance returns the handler for the API of an instance.
func (s *Server) instance(i int) http.Handler {
	return compress(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Date", s.clock.now().UTC().Format(http.TimeFormat)) // the service's own time, which tests move
		answer, err := s.serve(i, r)
		var refused *refusal
		switch {
		case errors.As(err, &refused) && refused.status == http.StatusUnauthorized:
			platform.WriteError(w, refused.status, refused.code, refused.message)
		case errors.As(err, &refused):
			platform.WriteJSON(w, refused.status, jsonObject{"errorCode": refused.code, "message": refused.message})
		case err != nil:
			platform.WriteJSON(w, http.StatusInternalServerError, jsonObject{"errorCode": "KInternalError", "message": err.Error()})
		default:
			sendAnswer(w, answer)
		}
	}))
}

// sendAnswer sends an answer of success, which is JSON, a file or nil for none.
func sendAnswer(w http.ResponseWriter, answer any) {
	switch answer := answer.(type) {
	case *filePart:
		answer.send(w)
	case *jsonAnswer:
		platform.WriteJSON(w, answer.status, answer.content)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}

// serve answers a request to an instance, by its number.
func (s *Server) serve(i int, r *http.Request) (any, error) {
	id, valid := s.Platform.Identity(platform.Bearer(r))
	if !valid {
		return nil, refuse(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid.")
	}
	route, path, err := s.router.FindRoute(r)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KNotFound", "There is no operation %s %s.", r.Method, r.URL.Path)
	}
	c := &call{server: s, data: s.data[i], instance: &s.Instances[i], request: r, path: path, query: r.URL.Query()}
	if err := c.authorize(id, route); err != nil {
		return nil, err
	}
	if err := c.readRequest(route); err != nil {
		return nil, err
	}
	return c.execute(route.Operation, api.ByID(route.Operation.OperationID).ReadOnly())
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
	handle, ok := handlers[op.OperationID]
	if !ok {
		return nil, refuse(http.StatusNotImplemented, "KNotImplemented", "The sandbox does not implement the operation %s.", op.OperationID)
	}
	answer, err := handle(c)
	if _, isFile := answer.(*filePart); err != nil || answer == nil || isFile {
		return answer, err
	}
	return checkAnswer(op, answer)
}
