package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheTablesAreCurrent(t *testing.T) {
	want, err := Tables("../" + document) // which validates the document too
	require.NoError(t, err)
	have, err := os.ReadFile("../" + tables)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, have), "%s is stale: run go generate ./api", tables)
}

// TestAServerIsOneEntryInTheDocument adds an operation of another server to the document.
func TestAServerIsOneEntryInTheDocument(t *testing.T) {
	text, err := os.ReadFile("../" + document)
	require.NoError(t, err)
	more := bytes.Replace(text, []byte("\npaths:\n"), []byte(`
paths:
  /weather/{city}:
    servers: [{url: "https://weather.example.com/api/v3", x-server: weather}]
    get:
      operationId: GetWeather
      summary: Show the weather.
      parameters: [{name: city, in: path, description: The city., required: true, schema: {type: string}}]
      responses: {"200": {description: The answer., content: {"application/json": {schema: {type: object}}}}}
`), 1)
	file := t.TempDir() + "/openapi.yaml"
	require.NoError(t, os.WriteFile(file, more, 0o600))
	source, err := Tables(file)
	require.NoError(t, err)
	assert.Contains(t, string(source), `ID: "GetWeather", Method: "GET", Server: "weather", Base: "/api/v3", Path: "/weather/{city}"`)
}

// tablesOf returns the tables of the document with one part of it replaced.
func tablesOf(t *testing.T, old, replacement string) (string, error) {
	t.Helper()
	text, err := os.ReadFile("../" + document)
	require.NoError(t, err)
	require.Equal(t, 1, strings.Count(string(text), old), old)
	file := t.TempDir() + "/openapi.yaml"
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(string(text), old, replacement, 1)), 0o600))
	source, err := Tables(file)
	return string(source), err
}

func TestAFieldOfABodyNeedsADescription(t *testing.T) {
	const field = "frequency: {description: The number of days between runs., type: integer, format: int64, minimum: 1}\n"
	_, err := tablesOf(t, field, "frequency: {type: integer, format: int64}\n")
	require.EqualError(t, err, "DaySchedule.frequency has no description")
	_, err = tablesOf(t, field, `frequency: {$ref: "#/components/schemas/MinuteSchedule"}
        often: {type: integer}
`)
	require.ErrorContains(t, err, "DaySchedule.frequency has no description")
	require.ErrorContains(t, err, "DaySchedule.often has no description")
}

func TestARequiredFieldIsNotReadOnly(t *testing.T) {
	const field = "frequency: {description: The number of days between runs., type: integer, format: int64, minimum: 1"
	_, err := tablesOf(t, field, field+", readOnly: true")
	require.EqualError(t, err, "DaySchedule.frequency is required and read-only")
	source, err := tablesOf(t, "required: [frequency]\n      properties:\n        "+field, "properties:\n        "+field+", readOnly: true")
	require.NoError(t, err)
	assert.Contains(t, source, `About: "DaySchedule.frequency|The number of days between runs.", Type: Integer, ReadOnly: true, Range: &Range{1, NoLimit}}`)
}

func TestOnlyLimitsThatAreChecked(t *testing.T) {
	const field = "frequency: {description: The number of days between runs., type: integer, format: int64, minimum: 1}\n"
	with := func(schema string) (string, error) {
		return tablesOf(t, field, "frequency: {description: The number of days between runs., "+schema+"}\n")
	}
	for schema, want := range map[string]string{
		"type: integer, minimum: -1":              "Type: Integer, Required: true, Range: &Range{-1, NoLimit}}",
		"type: integer, minimum: 1, maximum: 366": "Type: Integer, Required: true, Range: &Range{1, 366}}",
		"type: string, minLength: 1":              "Required: true, NotEmpty: true}",
		"type: string, minLength: 0":              "Required: true}",
	} {
		source, err := with(schema)
		require.NoError(t, err, schema)
		assert.True(t, strings.Contains(source, `About: "DaySchedule.frequency|The number of days between runs.", `+want), schema)
	}
	for schema, want := range map[string]string{
		"type: integer, maximum: 366": "DaySchedule.frequency needs a minimum with its maximum, and has to be an integer",
		"type: number, minimum: 1":    "DaySchedule.frequency needs a minimum with its maximum, and has to be an integer",
		"type: string, minLength: 2":  "DaySchedule.frequency has a length other than minLength: 1, which is not checked",
		"type: string, maxLength: 9":  "DaySchedule.frequency has a length other than minLength: 1, which is not checked",
	} {
		_, err := with(schema)
		require.EqualError(t, err, want, schema)
	}
}
