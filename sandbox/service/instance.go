package service

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"ibmcloud-backup-recovery-plugin/api"
)

// object is a JSON object of the service, whole numbers as json.Number or int64 and never as float.
type object = map[string]any

// call is one request to an instance that the document allows.
type call struct {
	*Server
	*data
	instance *Instance
	r        *http.Request
	path     map[string]string
	body     object
}

// refusal is an error in the service's own shape.
type refusal struct {
	status        int
	code, message string
}

func (e *refusal) Error() string { return e.message }

func refuse(status int, code, text string, args ...any) error {
	return &refusal{status, code, fmt.Sprintf(text, args...)}
}

func notFound(what, id string) error {
	return refuse(http.StatusNotFound, "KEntityNotExistsError", "There is no %s with the id %s.", what, id)
}

// handlers carry out the operations. A nil answer without an error is 204, a *piece part of a file.
var handlers map[string]func(*call) (any, error)

func init() {
	handlers = map[string]func(*call) (any, error){
		"GetDataSourceConnections": (*call).listConnections, "CreateDataSourceConnection": (*call).createConnection,
		"PatchDataSourceConnection": (*call).patchConnection, "DeleteDataSourceConnection": (*call).deleteConnection,
		"GenerateDataSourceConnectionRegistrationToken": (*call).connectionToken,
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
		"UpdateProtectionGroupRun": (*call).updateRuns, "PerformActionOnProtectionGroupRun": (*call).actOnRuns, "GetProtectionRunProgress": (*call).runProgress,

		"GetObjectSnapshots": (*call).listSnapshots, "SearchObjects": (*call).searchObjects, "SearchProtectedObjects": (*call).searchProtected,
		"SearchIndexedObjects": (*call).searchIndexed, "GetRestorePointsInTimeRange": (*call).restorePoints, "ConstructMetaInfo": (*call).metaInfo,
		"DownloadIndexedFile": (*call).downloadFile,

		"GetRecoveries": (*call).listRecoveries, "CreateRecovery": (*call).createRecovery, "GetRecoveryByID": (*call).getRecovery,
		"CancelRecoveryByID": (*call).cancelRecovery, "CreateDownloadFilesAndFoldersRecovery": (*call).createDownload, "DownloadFilesFromRecovery": (*call).downloadFiles,
	}
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
	return gzipped(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, err := s.serve(i, r)
		file, isFile := answer.(*piece)
		var no *refusal
		switch {
		case errors.As(err, &no) && no.status == http.StatusUnauthorized:
			writeJSON(w, no.status, platformError(no.status, no.code, no.message))
		case errors.As(err, &no):
			writeJSON(w, no.status, object{"errorCode": no.code, "message": no.message})
		case err != nil:
			writeJSON(w, http.StatusInternalServerError, object{"errorCode": "KInternalError", "message": err.Error()})
		case isFile:
			file.send(w)
		case answer == nil:
			w.WriteHeader(http.StatusNoContent)
		default:
			writeJSON(w, http.StatusOK, answer)
		}
	}))
}

func (s *Server) serve(i int, r *http.Request) (any, error) {
	role := s.tokens.role(bearer(r))
	if role == 0 {
		return nil, refuse(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid.")
	}
	route, params, err := s.router.FindRoute(r)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KNotFound", "There is no operation %s %s.", r.Method, r.URL.Path)
	}
	if tenant := r.Header.Get(api.TenantHeader); tenant != s.Instances[i].Tenant {
		return nil, refuse(http.StatusForbidden, "KUnauthorized", "The tenant %q has no access to this instance.", tenant)
	}
	if least := needed(route.Operation, r.Method, route.Path); role < least {
		return nil, refuse(http.StatusForbidden, "KUnauthorized", "This needs the role %s, and the token has the role %s.", least, role)
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
	c := &call{Server: s, data: s.data[i], instance: &s.Instances[i], r: r, path: params}
	if route.Operation.RequestBody != nil {
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.UseNumber()
		if err := dec.Decode(&c.body); err != nil {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "The body is no JSON object: %v.", err)
		}
		if place := unknownField(c.body, route.Operation.RequestBody.Value.Content.Get("application/json").Schema.Value, ""); place != "" && s.options.Strict {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "There is no field %s.", place)
		}
	}
	return c.handle(route.Operation)
}

// readBody reads a body as it is or compressed.
func readBody(r *http.Request) ([]byte, error) {
	if r.Header.Get("Content-Encoding") != "gzip" {
		return io.ReadAll(r.Body)
	}
	z, err := gzip.NewReader(r.Body)
	if err != nil {
		return nil, err
	}
	r.Header.Del("Content-Encoding")
	return io.ReadAll(io.LimitReader(z, 64<<20))
}

// gzipped compresses JSON for clients that take it, where it is worth the while.
func gzipped(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			next.ServeHTTP(w, r)
			return
		}
		z := &compressing{ResponseWriter: w}
		next.ServeHTTP(z, r)
		if z.gzip != nil {
			_ = z.gzip.Close()
		}
	})
}

// compressing is an answer that may be compressed.
type compressing struct {
	http.ResponseWriter
	status int
	gzip   *gzip.Writer
}

// worthwhile is the least size of an answer that is compressed, in bytes.
const worthwhile = 1 << 10

// WriteHeader waits for the body, whose size decides.
func (c *compressing) WriteHeader(status int) {
	c.status = status
	if status == http.StatusNoContent {
		c.ResponseWriter.WriteHeader(status)
	}
}

// Write takes an answer of JSON in one piece, as writeJSON gives it; files come in many and go as they are.
func (c *compressing) Write(p []byte) (int, error) {
	if c.gzip != nil {
		return c.gzip.Write(p)
	}
	if c.status != 0 {
		small := len(p) < worthwhile || c.Header().Get("Content-Type") != "application/json"
		if !small {
			c.Header().Set("Content-Encoding", "gzip")
			c.Header().Add("Vary", "Accept-Encoding")
			c.gzip = gzip.NewWriter(c.ResponseWriter)
		}
		c.ResponseWriter.WriteHeader(c.status)
		if c.status = 0; !small {
			return c.gzip.Write(p)
		}
	}
	return c.ResponseWriter.Write(p)
}

// handle carries out an operation while nobody else changes anything. What it answers with is JSON by then: an
// answer may hold what is kept, which the next request may change.
func (c *call) handle(op *openapi3.Operation) (any, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	answer, err := handlers[op.OperationID](c)
	if err == nil {
		err = c.save()
	}
	if _, isFile := answer.(*piece); err != nil || answer == nil || isFile {
		return answer, err
	}
	return checkAnswer(op, answer)
}

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}

// unknownField finds a field that the schema does not have.
func unknownField(v any, s *openapi3.Schema, path string) string {
	for len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	switch v := v.(type) {
	case object:
		if len(s.Properties) == 0 {
			return ""
		}
		for name, value := range v {
			prop := s.Properties[name]
			if prop == nil {
				return strings.TrimPrefix(path+"."+name, ".")
			}
			if found := unknownField(value, prop.Value, path+"."+name); found != "" {
				return found
			}
		}
	case []any:
		for i, value := range v {
			if s.Items != nil {
				if found := unknownField(value, s.Items.Value, fmt.Sprintf("%s[%d]", path, i)); found != "" {
					return found
				}
			}
		}
	}
	return ""
}

// checkAnswer holds our own answers against the document: a sandbox that answers in another shape would teach
// its clients the wrong thing. It gives the answer as JSON.
func checkAnswer(op *openapi3.Operation, answer any) (json.RawMessage, error) {
	raw, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	ok := op.Responses.Value("200")
	if ok == nil {
		return nil, fmt.Errorf("%s answers with nothing by the document", op.OperationID)
	}
	schema := ok.Value.Content.Get("application/json").Schema.Value
	if err := schema.VisitJSON(v); err != nil {
		return nil, fmt.Errorf("the sandbox's answer to %s is not as documented: %s", op.OperationID, firstLine(err.Error()))
	}
	return raw, nil
}

// query gives the items of a query parameter, which are separated by commas.
func (c *call) query(name string) []string {
	text := c.r.URL.Query().Get(name)
	if text == "" {
		return nil
	}
	return strings.Split(text, ",")
}

// queryInt gives a whole number, and otherwise when there is none.
func (c *call) queryInt(name string, otherwise int64) int64 {
	n, err := strconv.ParseInt(c.r.URL.Query().Get(name), 10, 64)
	if err != nil {
		return otherwise
	}
	return n
}

// wants tells whether a list parameter leaves room for a value: it does when it is not given.
func (c *call) wants(name, value string) bool {
	list := c.query(name)
	return list == nil || slices.Contains(list, value)
}

// str gives the text of a field, for numbers their digits.
func str(o object, path ...string) string {
	var v any = o
	for _, name := range path {
		inner, ok := v.(object)
		if !ok {
			return ""
		}
		v = inner[name]
	}
	switch v := v.(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case int64:
		return strconv.FormatInt(v, 10)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

func num(o object, path ...string) int64 {
	n, _ := strconv.ParseInt(str(o, path...), 10, 64)
	return n
}

func list(o object, path ...string) []any {
	var v any = o
	for _, name := range path {
		inner, ok := v.(object)
		if !ok {
			return nil
		}
		v = inner[name]
	}
	items, _ := v.([]any)
	return items
}
