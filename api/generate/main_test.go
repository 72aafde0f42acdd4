package main

import (
	"bytes"
	"os"
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
