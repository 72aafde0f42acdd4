package main

import (
	"maps"
	"slices"

	"github.com/getkin/kin-openapi/openapi3"
)

// things says which answers are about a thing that people make or change: those that a GET shows one of, or that a GET lists and a PUT or
// PATCH answers with.
type things struct {
	answers map[string]bool                  // by the names of the models
	changes map[string][]*openapi3.SchemaRef // the bodies that change the thing
}

func newThings(doc *openapi3.T) *things {
	t, listed := &things{map[string]bool{}, map[string][]*openapi3.SchemaRef{}}, map[string]bool{}
	paths := slices.Sorted(maps.Keys(doc.Paths.Map()))
	for _, path := range paths {
		get := doc.Paths.Value(path).Get
		if get == nil || jsonAnswer(get) == nil {
			continue
		}
		answer := jsonAnswer(get)
		t.answers[refName(answer.Ref)] = true
		for _, list := range append(slices.Collect(maps.Values(answer.Value.Properties)), answer) { // a list may be the whole answer
			if items, shape := inner(list); shape == "[]" {
				listed[refName(items.Ref)] = true
			}
		}
	}
	for _, path := range paths {
		item := doc.Paths.Value(path)
		for _, op := range []*openapi3.Operation{item.Put, item.Patch} {
			answer := answerAbout(item, op)
			if answer == nil {
				continue
			}
			name := refName(answer.Ref)
			t.answers[name] = t.answers[name] || listed[name]
			t.changes[name] = append(t.changes[name], jsonBody(op))
		}
	}
	delete(t.answers, "") // what has no name is no model
	return t
}

// answerOnly returns the names that the answer about the thing that an operation makes or changes has beside the fields of its body, by
// the name of the body's model and of those below it. What another operation changes is no such name: whoever gives it wants it changed,
// and has to hear that this operation does not. An answer without a field that the body requires is about something else.
func (t *things) answerOnly(item *openapi3.PathItem, op *openapi3.Operation) map[string][]string {
	answer := answerAbout(item, op)
	if answer == nil || !t.answers[refName(answer.Ref)] {
		return nil
	}
	body := jsonBody(op)
	for _, name := range body.Value.Required {
		if answer.Value.Properties[name] == nil {
			return nil
		}
	}
	found := map[string][]string{}
	compare(found, map[[2]string]bool{}, body, answer, t.changes[refName(answer.Ref)])
	return found
}

// compare notes the names that an answer has and a body at the same place has not, and neither has any of the other bodies there.
func compare(found map[string][]string, seen map[[2]string]bool, body, answer *openapi3.SchemaRef, others []*openapi3.SchemaRef) {
	body, shape := inner(body)
	answer, answerShape := inner(answer)
	pair := [2]string{refName(body.Ref), refName(answer.Ref)}
	if shape != answerShape || seen[pair] || pair[0] == pair[1] {
		return
	}
	seen[pair] = true
	for _, name := range slices.Sorted(maps.Keys(answer.Value.Properties)) {
		var below []*openapi3.SchemaRef
		for _, other := range others {
			other, _ = inner(other)
			if property := other.Value.Properties[name]; property != nil {
				below = append(below, property)
			}
		}
		property := body.Value.Properties[name]
		switch {
		case property != nil:
			compare(found, seen, property, answer.Value.Properties[name], below)
		case len(below) == 0 && !slices.Contains(found[pair[0]], name):
			found[pair[0]] = append(found[pair[0]], name)
		}
	}
}

// answerAbout returns the JSON with which an operation with a body answers or, where it answers with none, the GET of the same path. It
// returns nil where there is neither, and for a GET, whose body says what to read.
func answerAbout(item *openapi3.PathItem, op *openapi3.Operation) *openapi3.SchemaRef {
	if op == nil || op == item.Get || op.RequestBody == nil {
		return nil
	}
	answer := jsonAnswer(op)
	if answer == nil && item.Get != nil {
		answer = jsonAnswer(item.Get)
	}
	return answer
}

func jsonBody(op *openapi3.Operation) *openapi3.SchemaRef {
	return op.RequestBody.Value.Content.Get("application/json").Schema
}

// jsonAnswer returns the JSON of an operation's answer of success, and nil where there is none.
func jsonAnswer(op *openapi3.Operation) *openapi3.SchemaRef {
	if media := answerOf(op).Get("application/json"); media != nil {
		return media.Schema
	}
	return nil
}

// inner returns what is inside of lists, of objects with free names, and of references with descriptions of their own, and the brackets
// of the lists and objects around it.
func inner(ref *openapi3.SchemaRef) (in *openapi3.SchemaRef, shape string) {
	for {
		s := ref.Value
		switch {
		case len(s.AllOf) == 1:
			ref = s.AllOf[0]
		case s.Type.Is("array"):
			ref, shape = s.Items, shape+"[]"
		case s.Type.Is("object") && s.AdditionalProperties.Schema != nil:
			ref, shape = s.AdditionalProperties.Schema, shape+"{}"
		default:
			return ref, shape
		}
	}
}
