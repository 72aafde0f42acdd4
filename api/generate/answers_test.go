package main

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNamesThatOnlyAnswersHave has a document with things that are shown alone, listed, changed in two ways, asked for with a body, and
// only started.
func TestNamesThatOnlyAnswersHave(t *testing.T) {
	const text = `
openapi: 3.0.3
info: {title: Things, version: "1"}
servers: [{url: "https://example.com/v2", x-server: instance}]
paths:
  /shown/{id}:
    parameters: [{name: id, in: path, description: The ID., required: true, schema: {type: string}}]
    get: {operationId: GetShown, summary: Show., responses: {"200": {$ref: "#/components/responses/Shown"}}}
    put: {operationId: PutShown, summary: Update., requestBody: {$ref: "#/components/requestBodies/Shown"}, responses: {"204": {description: Done.}}}
    patch: {operationId: PatchShown, summary: Patch., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"200": {$ref: "#/components/responses/Shown"}}}
  /shown:
    post: {operationId: CopyShown, summary: Copy., requestBody: {$ref: "#/components/requestBodies/From"}, responses: {"201": {$ref: "#/components/responses/Shown"}}}
  /listed:
    get: {operationId: GetListed, summary: List., responses: {"200": {description: All., content: {"application/json": {schema: {$ref: "#/components/schemas/List"}}}}}}
    post: {operationId: CreateListed, summary: Create., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"201": {$ref: "#/components/responses/Listed"}}}
  /listed/{id}:
    parameters: [{name: id, in: path, description: The ID., required: true, schema: {type: string}}]
    patch: {operationId: PatchListed, summary: Patch., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"200": {$ref: "#/components/responses/Listed"}}}
  /bare:
    get: {operationId: GetBare, summary: List., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"200": {description: All., content: {"application/json": {schema: {type: array, items: {$ref: "#/components/schemas/Bare"}}}}}}}
    put: {operationId: PutBare, summary: Update., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"200": {$ref: "#/components/responses/Bare"}}}
  /asked:
    get: {operationId: GetAsked, summary: Ask., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"200": {$ref: "#/components/responses/Shown"}}}
  /started:
    get: {operationId: GetStarted, summary: List., responses: {"200": {description: All., content: {"application/json": {schema: {$ref: "#/components/schemas/Tasks"}}}}}}
    post: {operationId: Start, summary: Start., requestBody: {$ref: "#/components/requestBodies/Colour"}, responses: {"201": {$ref: "#/components/responses/Task"}}}
components:
  requestBodies:
    Shown: {content: {"application/json": {schema: {$ref: "#/components/schemas/ShownBody"}}}}
    Colour: {content: {"application/json": {schema: {$ref: "#/components/schemas/ColourBody"}}}}
    From: {content: {"application/json": {schema: {$ref: "#/components/schemas/FromBody"}}}}
  responses:
    Shown: {description: It., content: {"application/json": {schema: {$ref: "#/components/schemas/Shown"}}}}
    Listed: {description: It., content: {"application/json": {schema: {$ref: "#/components/schemas/Listed"}}}}
    Bare: {description: It., content: {"application/json": {schema: {$ref: "#/components/schemas/Bare"}}}}
    Task: {description: It., content: {"application/json": {schema: {$ref: "#/components/schemas/Task"}}}}
  schemas:
    Shown:
      type: object
      properties:
        id: {type: string}
        colour: {type: string}
        parts: {type: array, items: {$ref: "#/components/schemas/ShownPart"}}
        shape: {type: array, items: {$ref: "#/components/schemas/ShownPart"}}
        created: {type: string}
    ShownBody:
      type: object
      properties:
        parts: {description: Its parts., type: array, items: {$ref: "#/components/schemas/BodyPart"}}
        shape: {description: What is no list in a body., allOf: [{$ref: "#/components/schemas/BodyShape"}]}
    ShownPart: {type: object, properties: {name: {type: string}, state: {type: string}, parts: {type: array, items: {$ref: "#/components/schemas/ShownPart"}}}}
    BodyPart:
      type: object
      properties:
        name: {description: The name., type: string}
        parts: {description: The parts of the part., type: array, items: {$ref: "#/components/schemas/BodyPart"}}
    BodyShape: {type: object, properties: {name: {description: The name., type: string}}}
    ColourBody: {type: object, properties: {colour: {description: The colour., type: string}}}
    FromBody: {type: object, required: [from], properties: {from: {description: What is copied., type: string}}}
    List: {type: object, properties: {items: {type: array, items: {$ref: "#/components/schemas/Listed"}}}}
    Listed: {type: object, properties: {id: {type: string}, colour: {type: string}}}
    Bare: {type: object, properties: {number: {type: string}, colour: {type: string}}}
    Tasks: {type: object, properties: {tasks: {type: array, items: {$ref: "#/components/schemas/Task"}}}}
    Task: {type: object, properties: {id: {type: string}}}
`
	file := t.TempDir() + "/openapi.yaml"
	require.NoError(t, os.WriteFile(file, []byte(text), 0o600))
	source, err := Tables(file)
	require.NoError(t, err)
	only := map[string]string{}
	for _, match := range regexp.MustCompile(`(?s)(?:\n\t\d+: {Name: |\tID: )"(\w+)"(.*?)(\n}|\n\t\d+:)`).FindAllStringSubmatch(string(source)+"\n\t0:", -1) {
		if names := regexp.MustCompile(`AnswerOnly: \[\]string{(.*?)}`).FindStringSubmatch(match[2]); names != nil {
			only[match[1]] = names[1]
		}
	}
	assert.Equal(t, map[string]string{
		"PutShown":     `"created", "id"`, // by the GET of its path; the colour is for PATCH
		"BodyPart":     `"state"`,
		"PatchShown":   `"created", "id"`,
		"CreateListed": `"id"`,
		"PatchListed":  `"id"`,
		"PutBare":      `"number"`, // listed by an answer that is the list; the body of a GET changes nothing
	}, only)
}
