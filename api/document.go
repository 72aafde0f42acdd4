package api

import _ "embed" // for document

//go:embed openapi.yaml
var document string

// Document returns the OpenAPI description as it stands in openapi.yaml, for programs that read it while they
// run: the sandbox and the tests. The linker leaves the text out of a program that never calls this.
func Document() string { return document }
