package sandbox

import (
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/routers"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// requiredRole returns the least role that may call an operation. Readers read policies, groups, sources and runs; writers back
// up and recover, and manage connectors and agents; managers do everything.
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

// authorize returns a refusal if an identity may not send the request.
func (c *call) authorize(id platform.Identity, route *routers.Route) error {
	if tenant := c.request.Header.Get(api.TenantHeader); tenant != c.instance.Tenant {
		return refuse(http.StatusForbidden, "KUnauthorized", "The tenant %q has no access to this instance.", tenant)
	}
	if id.Account != c.instance.Account {
		return refuse(http.StatusForbidden, "KUnauthorized", "The account of the token has no access to this instance.")
	}
	if role := requiredRole(route.Operation, route.Path); id.Role < role {
		return refuse(http.StatusForbidden, "KUnauthorized", "This needs the role %s, and the token has the role %s.", role, id.Role)
	}
	return nil
}
