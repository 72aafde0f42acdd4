package sandbox

import (
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// checkBody returns a refusal for the first field of a body that the rules of its operation or those for values do not accept, or
// that does not fit what others choose.
func (c *call) checkBody(op *openapi3.Operation, schema *openapi3.Schema) error {
	for _, ch := range choices[op.OperationID] {
		if err := ch.check(c.body); err != nil {
			return err
		}
	}
	return checkFields(fieldRules[op.OperationID], c.body, schema, "")
}

// Accepts reports whether the sandbox accepts a value of a field of a body, by the operation and the field's path, as far as its rules say that
// without the rest of the body.
func Accepts(operation, path string, v any) bool {
	rules := fieldRules[operation]
	return rules[ruleFor(rules, path)].accepts(v) && checkValue(path, v) == nil
}

// checkFields checks the fields of an object at a path, those that are in its schema.
func checkFields(rules map[string]rule, o jsonObject, schema *openapi3.Schema, at string) error {
	for _, name := range slices.Sorted(maps.Keys(o)) {
		path := strings.TrimPrefix(at+"."+name, ".")
		field := innerSchema(schema).Properties[name]
		if field == nil {
			continue
		}
		if r := rules[ruleFor(rules, path)]; !r.accepts(o[name]) {
			return refuse(http.StatusBadRequest, "KUnsupported", "%s: %s.", path, r.refusal)
		}
		if err := checkValue(path, o[name]); err != nil {
			return err
		}
		items := []any{o[name]}
		if list, ok := o[name].([]any); ok && field.Value.Items != nil {
			items, field = list, field.Value.Items
		}
		for _, item := range items {
			inner, ok := item.(jsonObject)
			if !ok {
				continue
			}
			err := checkFields(rules, inner, field.Value, path)
			if err == nil && name == "schedule" {
				err = checkSchedule(path, inner, innerSchema(field.Value))
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// innerSchema returns the schema that a schema with a description of its own refers to, or the schema itself.
func innerSchema(s *openapi3.Schema) *openapi3.Schema {
	for len(s.AllOf) == 1 {
		s = s.AllOf[0].Value
	}
	return s
}

// ruleFor returns the key of the rule for a field, or "": its own, else the one for the longest end of its path, else that of the
// field around it.
func ruleFor(rules map[string]rule, path string) string {
	for path != "" {
		if _, ok := rules[path]; ok {
			return path
		}
		for end, more := path, true; more; _, end, more = strings.Cut(end, ".") {
			if _, ok := rules["*."+end]; ok {
				return "*." + end
			}
		}
		path = path[:max(0, strings.LastIndexByte(path, '.'))]
	}
	return ""
}

// accepts reports whether a rule accepts a value.
func (r rule) accepts(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case []any:
		return r.refusal == "" || !slices.ContainsFunc(v, func(item any) bool { return !slices.Contains(r.except, toString(item)) })
	case jsonObject:
		return r.refusal == "" || !slices.ContainsFunc(slices.Collect(maps.Values(v)), func(inner any) bool { return !r.accepts(inner) })
	}
	text := toString(v)
	return r.refusal == "" || slices.Contains(r.except, text) || text == "" || r.except == nil && (text == "false" || text == "0")
}
