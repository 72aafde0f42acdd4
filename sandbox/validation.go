package sandbox

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// jsonAnswer is an answer of success in JSON, with its status.
type jsonAnswer struct {
	status  int
	content json.RawMessage
}

// checkAnswer returns an answer as JSON, or an error if it does not match the API description: a client must not learn a form
// that the service does not have.
func checkAnswer(op *openapi3.Operation, answer any) (*jsonAnswer, error) {
	raw, err := json.Marshal(answer)
	if err != nil {
		return nil, err
	}
	var v any
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, err
	}
	status, schema := successOf(op)
	if schema == nil {
		return nil, fmt.Errorf("%s answers with nothing by the document", op.OperationID)
	}
	if err := schema.VisitJSON(v); err != nil {
		return nil, fmt.Errorf("the sandbox's answer to %s is not as documented: %s", op.OperationID, firstLine(err.Error()))
	}
	return &jsonAnswer{status, raw}, nil
}

// successOf returns the status and the schema of the JSON with which an operation answers when it succeeds, or nil if it
// answers with none.
func successOf(op *openapi3.Operation) (int, *openapi3.Schema) {
	for text, response := range op.Responses.Map() {
		status, err := strconv.Atoi(text) // an error for "default"
		if media := response.Value.Content.Get("application/json"); err == nil && status < 300 && media != nil {
			return status, media.Schema.Value
		}
	}
	return 0, nil
}

// unknownField returns the path of the first field of a value that is not in a schema, or "".
func unknownField(v any, s *openapi3.Schema, path string) string {
	for len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	switch v := v.(type) {
	case jsonObject:
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

func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
