package sandbox

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// requiredRole returns the least role that may call an operation. Reading policies, groups, sources and runs is for readers; backing
// up, recovering, and the connectors and agents for that are for writers; policies, groups and sources are for managers.
func requiredRole(op *openapi3.Operation, path string) platform.Role {
	switch {
	case strings.Contains(op.OperationID, "Download") && op.OperationID != "DownloadAgent":
		return platform.Writer
	case api.ByID(op.OperationID).ReadOnly():
		return platform.Reader
	case strings.Contains(path, "/data-source-connect"), strings.Contains(path, "/runs"), strings.Contains(path, "/recoveries"), strings.Contains(path, "/agents/"):
		return platform.Writer
	}
	return platform.Manager
}
