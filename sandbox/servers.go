package sandbox

import (
	"errors"
	"net/http"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// described is the part of the API description that a server has, by the name that it has there, and what carries it out.
type described struct {
	base     string // the beginning of the paths that say nothing else: those of the older API begin at the root
	handlers map[string]func(*call) (any, error)
	also     []string // operations that the API description has for another server, and that this one answers too
	doc      *openapi3.T
	router   routers.Router
}

// apis returns the servers that the sandbox has, without their part of the API description. Who adds one starts it in Server.start.
func apis() map[string]*described {
	return map[string]*described{
		"instance":        {base: "/v2", handlers: instanceHandlers, also: []string{"GetAlerts", "GetAlertSummary"}},
		"management":      {base: "/heliosreporting/api/v1", handlers: managementHandlers},
		"management-sre":  {base: "/v2", handlers: managerHandlers},
		"connector":       {base: "/v2", handlers: connectorHandlers},
		"connector-agent": {handlers: agentHandlers},
	}
}

// loadDocument loads the API description and gives each server its part.
func (s *Server) loadDocument() error {
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	if err != nil {
		return err
	}
	eachSchema(doc, func(s *openapi3.Schema) { s.Min, s.Max, s.MinLength = nil, nil, 0 }) // valuechecks.go says better what is wrong
	doc.Security = nil
	s.apis = apis()
	for name, of := range s.apis {
		part := *doc
		part.Servers = openapi3.Servers{{URL: of.base}}
		part.Paths = openapi3.NewPaths()
		for path, item := range doc.Paths.Map() {
			if own := of.pathOf(item, name); own != nil {
				part.Paths.Set(path, own)
			}
		}
		of.doc = &part
		if of.router, err = gorillamux.NewRouter(of.doc); err != nil {
			return err
		}
	}
	return nil
}

// pathOf returns the operations at a path that a server has, or nil if it has none. Those that are not below the server's base begin
// at the root.
func (of *described) pathOf(item *openapi3.PathItem, server string) *openapi3.PathItem {
	own := *item
	own.Servers = nil
	name, base := serverOf(item)
	if base == "" {
		own.Servers = openapi3.Servers{{URL: "/"}}
	}
	for method, op := range item.Operations() {
		if name != server && !slices.Contains(of.also, op.OperationID) {
			own.SetOperation(method, nil)
			continue
		}
		open := *op // who may send it is decided here
		open.Security = nil
		own.SetOperation(method, &open)
	}
	if len(own.Operations()) == 0 {
		return nil
	}
	return &own
}

// serverOf returns the name of the server that a path belongs to, and the path of its address: "" for the root.
func serverOf(item *openapi3.PathItem) (name, base string) {
	if len(item.Servers) == 0 {
		return "instance", "/v2"
	}
	name, _ = item.Servers[0].Extensions["x-server"].(string)
	base, _ = item.Servers[0].BasePath()
	if base == "/" {
		base = ""
	}
	return name, base
}

// serve returns what answers at an address of a server of the API description. prepare decides whether the request is allowed, and
// finds the state that it is about.
func (s *Server) serve(name string, prepare func(*call, *routers.Route) error) http.Handler {
	return compress(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Date", s.clock.now().UTC().Format(http.TimeFormat)) // the service's own time, which tests move
		answer, err := s.answer(s.apis[name], r, prepare)
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
	case *registrationAnswer:
		w.Header().Set("X-Registration-Status", answer.status)
		w.WriteHeader(http.StatusNoContent)
	case *jsonAnswer:
		platform.WriteJSON(w, answer.status, answer.content)
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}

// answer carries out a request to a server.
func (s *Server) answer(of *described, r *http.Request, prepare func(*call, *routers.Route) error) (any, error) {
	route, path, err := of.router.FindRoute(r)
	c := &call{server: s, api: of, request: r, path: path, query: r.URL.Query()}
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KNotFound", "There is no operation %s %s.", r.Method, r.URL.Path)
	}
	if err := prepare(c, route); err != nil {
		return nil, err
	}
	if err := c.readRequest(route); err != nil {
		return nil, err
	}
	return c.execute(route.Operation, api.ByID(route.Operation.OperationID).ReadOnly())
}

// tokenRefused is the refusal of a token that is not valid, or of none.
func tokenRefused() error {
	return refuse(http.StatusUnauthorized, "unauthorized", "The token is expired or invalid.")
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
