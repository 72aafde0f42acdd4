package service

import (
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// role is an IAM service role, each with all that the ones before it may do.
type role int

// The roles.
const (
	reader role = iota + 1
	writer
	manager
)

func (r role) String() string { return [...]string{"nobody", "Reader", "Writer", "Manager"}[r] }

// apiKeys are what IAM takes, with the role that comes of it. Their refresh tokens have the same endings.
var apiKeys = map[string]role{"sandbox-api-key": manager, "sandbox-api-key-writer": writer, "sandbox-api-key-reader": reader}

// refreshToken is the refresh token of a role.
func refreshToken(r role) string {
	return "sandbox-refresh-token" + map[role]string{writer: "-writer", reader: "-reader"}[r]
}

// roleOf finds the role of a secret among those that give one.
func roleOf(secret string, give func(role) string) role {
	for _, r := range []role{manager, writer, reader} {
		if secret == give(r) {
			return r
		}
	}
	return 0
}

func apiKey(r role) string {
	for key, of := range apiKeys {
		if of == r {
			return key
		}
	}
	return ""
}

// needed is the least role for an operation: whoever reads sees policies, groups, sources and runs; writing is backing
// up and recovering, and the connectors and agents for it; policies, groups and sources are for managers.
func needed(op *openapi3.Operation, method, path string) role {
	reads := method == http.MethodGet || strings.Contains(path, "/search/") || strings.Contains(path, "restore-points") || strings.HasSuffix(path, "/meta-info")
	switch {
	case strings.Contains(op.OperationID, "Download") && op.OperationID != "DownloadAgent":
		return writer
	case reads, op.OperationID == "DownloadAgent":
		return reader
	case strings.Contains(path, "/data-source-connect"), strings.Contains(path, "/runs"), strings.Contains(path, "/recoveries"), strings.Contains(path, "/agents/"):
		return writer
	}
	return manager
}
