package commands

import (
	"bytes"
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/service/servicetest"
)

// honesty answers requests as the document says.
type honesty struct {
	*referee
	answers map[string]servicetest.Answer
}

func newHonesty(t *testing.T) *honesty {
	h := &honesty{newReferee(t), map[string]servicetest.Answer{}}
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			answer := servicetest.Answer{Status: http.StatusNoContent}
			if known := api.ByID(op.OperationID); known != nil {
				answer.Kind = known.Answer
			}
			for status, response := range op.Responses.Map() {
				content := response.Value.Content
				if status == "default" || content == nil {
					continue
				}
				answer.Status = 200
				if media := content.Get("application/json"); media != nil && answer.Kind == api.JSON {
					answer.Type, answer.Body = "application/json", mustJSON(example("", media.Schema.Value, 0))
				} else {
					answer.Type, answer.Body = "application/octet-stream", []byte("the bytes of a file")
				}
			}
			h.answers[op.OperationID] = answer
		}
	}
	return h
}

// operation returns the operation of a request; nil for one that is in no document.
func (h *honesty) operation(r *http.Request) *api.Operation {
	req := r.Clone(context.Background())
	req.URL.Scheme, req.URL.Host = "https", "instance" // a server's request has neither
	route, _, err := h.router.FindRoute(req)
	if err != nil {
		return nil
	}
	return api.ByID(route.Operation.OperationID)
}

// controller is what the Resource Controller answers.
const controller = `{"rows_count":1,"next_url":null,"resources":[{"id":"crn:v1:x","crn":"crn:v1:bluemix:public:backup-recovery:us-east:a/acc:guid::","guid":"guid","name":"one",` +
	`"region_id":"us-east","state":"active","resource_group_id":"group","extensions":{"tenant-id":"t","endpoints.public":"https://one.us-east.backup-recovery.cloud.ibm.com"}}]}`

func (h *honesty) answer(r *http.Request) servicetest.Answer {
	if r.Host == "controller" {
		return servicetest.Answer{Kind: api.JSON, Status: http.StatusOK, Type: "application/json", Body: []byte(controller)}
	}
	op := h.operation(r)
	if op == nil {
		return servicetest.Answer{Status: http.StatusNotFound}
	}
	answer := h.answers[op.ID]
	answer.Body = bytes.Clone(answer.Body)
	if offset, err := strconv.Atoi(r.URL.Query().Get("startOffset")); err == nil {
		length, _ := strconv.Atoi(r.URL.Query().Get("length"))
		answer.Body = answer.Body[min(offset, len(answer.Body)):min(offset+length, len(answer.Body))]
	}
	return answer
}

// example is a value that a schema describes: of everything one, and what ends has ended well.
func example(name string, s *openapi3.Schema, depth int) any {
	if len(s.AllOf) > 0 {
		return example(name, s.AllOf[0].Value, depth)
	}
	switch {
	case len(s.Enum) > 0 && slices.Contains(s.Enum, any("Succeeded")):
		return "Succeeded"
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Items != nil && depth > 3:
		return []any{}
	case s.Items != nil:
		return []any{example(name, s.Items.Value, depth+1)}
	case len(s.Properties) > 0:
		object := map[string]any{}
		for name, prop := range s.Properties {
			if depth <= 3 {
				object[name] = example(name, prop.Value, depth+1)
			}
		}
		return object
	case strings.HasPrefix(name, "total"):
		return 1 // there are no more pages, and nothing failed
	case name == "error", strings.HasPrefix(name, "afterCursor"), strings.HasSuffix(name, "Cookie"):
		return ""
	case s.Type.Is("integer"):
		return 1795504384659002
	case s.Type.Is("number"):
		return 2.5
	case s.Type.Is("boolean"):
		return true
	case s.Type.Is("object"):
		return map[string]any{}
	case strings.HasSuffix(strings.ToLower(name), "id"):
		return "1:2:3"
	case strings.HasSuffix(strings.ToLower(name), "status"):
		return "Succeeded"
	}
	return "text"
}
