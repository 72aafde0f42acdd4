package sandbox

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// jsonObject is a JSON object. Whole numbers are json.Number or int64, never float64.
type jsonObject = map[string]any

// unmarshal decodes JSON, with the digits of numbers in objects. It is several times as fast as encoding/json, which matters
// because every record is decoded when the sandbox starts.
func unmarshal(raw []byte, v any) error {
	return jsonv2.Unmarshal(raw, v, jsonv2.WithUnmarshalers(jsonv2.UnmarshalFromFunc(func(dec *jsontext.Decoder, o *jsonObject) error {
		value, err := readValue(dec)
		*o, _ = value.(jsonObject)
		return err
	})))
}

// readValue reads the next value.
func readValue(dec *jsontext.Decoder) (any, error) {
	token, err := dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case '{':
		o := jsonObject{}
		for dec.PeekKind() != '}' {
			name, err := dec.ReadToken()
			if err != nil {
				return nil, err
			}
			key := name.String() // before the next token, which reuses its memory
			if o[key], err = readValue(dec); err != nil {
				return nil, err
			}
		}
		_, err = dec.ReadToken()
		return o, err
	case '[':
		items := []any{}
		for dec.PeekKind() != ']' {
			item, err := readValue(dec)
			if err != nil {
				return nil, err
			}
			items = append(items, item)
		}
		_, err = dec.ReadToken()
		return items, err
	case '0':
		return json.Number(token.String()), nil
	case '"':
		return token.String(), nil
	case 'n':
		return nil, nil
	}
	return token.Bool(), nil
}

// lookup returns the value at a path of an object, or nil.
func lookup(o jsonObject, path ...string) any {
	var v any = o
	for _, name := range path {
		inner, _ := v.(jsonObject)
		v = inner[name]
	}
	return v
}

// str returns the value at a path as text, for a number its digits, or "".
func str(o jsonObject, path ...string) string { return toString(lookup(o, path...)) }

// toString returns a value as text, or "" for what is neither text, number nor boolean.
func toString(v any) string {
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

// num returns the whole number at a path, or 0.
func num(o jsonObject, path ...string) int64 {
	n, _ := strconv.ParseInt(str(o, path...), 10, 64)
	return n
}

// isTrue reports whether the value at a path is true.
func isTrue(o jsonObject, path ...string) bool { return lookup(o, path...) == true }

// anyList returns the values of the list at a path.
func anyList(o jsonObject, path ...string) []any {
	items, _ := lookup(o, path...).([]any)
	return items
}

// objectList returns the objects in the list at a path.
func objectList(o jsonObject, path ...string) (found []jsonObject) {
	for _, v := range anyList(o, path...) {
		if o, ok := v.(jsonObject); ok {
			found = append(found, o)
		}
	}
	return found
}

// stringList returns the values of the list at a path as texts.
func stringList(o jsonObject, path ...string) (found []string) {
	for _, v := range anyList(o, path...) {
		found = append(found, toString(v))
	}
	return found
}

// unsupported returns the first of some fields that is set, or "".
func unsupported(o jsonObject, fields ...string) string {
	for _, field := range fields {
		switch v := o[field].(type) {
		case nil:
		case bool:
			if v {
				return field
			}
		case []any:
			if len(v) > 0 {
				return field
			}
		default:
			return field
		}
	}
	return ""
}

// isAnySet reports whether one of some fields is set.
func isAnySet(o jsonObject, fields ...string) bool { return unsupported(o, fields...) != "" }

// emptyOrContains reports whether a list is empty or contains a value.
func emptyOrContains(values []any, want any) bool {
	return len(values) == 0 || slices.ContainsFunc(values, func(v any) bool { return toString(v) == toString(want) })
}

// clone returns a copy of an object one level deep, so that fields can be added to an answer.
func clone(o jsonObject) jsonObject {
	c := make(jsonObject, len(o))
	for k, v := range o {
		c[k] = v
	}
	return c
}

// withValue returns a copy of an object with another value at a path. Objects on the path are copied too.
func withValue(o jsonObject, value any, path ...string) jsonObject {
	c := clone(o)
	if len(path) == 1 {
		c[path[0]] = value
		return c
	}
	inner, _ := o[path[0]].(jsonObject)
	c[path[0]] = withValue(inner, value, path[1:]...)
	return c
}

// setPresent sets fields of an object, except those that are nil or "", and returns the object.
func setPresent(o jsonObject, more jsonObject) jsonObject {
	for k, v := range more {
		if v != nil && v != "" {
			o[k] = v
		}
	}
	return o
}

// matchesPattern reports whether a name matches a search pattern, without regard to case: * stands for any characters and ? for
// one. A pattern without either matches anywhere in the name.
func matchesPattern(pattern, name string) bool {
	pattern, name = strings.ToLower(pattern), strings.ToLower(name)
	if !strings.ContainsAny(pattern, "*?") {
		return strings.Contains(name, pattern)
	}
	return matchesGlob([]rune(pattern), []rune(name))
}

// matchesGlob reports whether a name matches a pattern with * and ?. It backtracks to the last * only, so that no pattern takes
// long.
func matchesGlob(pattern, name []rune) bool {
	p, n, star, from := 0, 0, -1, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, from = p, n
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == name[n]):
			p++
			n++
		case star >= 0:
			from++
			p, n = star+1, from
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
