package sandbox

import (
	"fmt"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"ibmcloud-backup-recovery-plugin/api"
)

// role is an IAM service role, each with all that the ones before it may do.
type role int

// The roles.
const (
	reader role = iota
	writer
	manager
)

func (r role) String() string { return [...]string{"Reader", "Writer", "Manager"}[r] }

// identity is who asks: in which role, and in which account.
type identity struct {
	role    role
	account int
}

// suffix is behind all names that belong to an identity. The manager of the first account has none.
func (id identity) suffix() string {
	suffix := [...]string{"-reader", "-writer", ""}[id.role]
	if id.account > 0 {
		suffix += fmt.Sprintf("-account-%d", id.account+1)
	}
	return suffix
}

func (id identity) apiKey() string       { return "sandbox-api-key" + id.suffix() }
func (id identity) refreshToken() string { return "sandbox-refresh-token" + id.suffix() }

// accountID is the id of an account.
func accountID(account int) string {
	return fmt.Sprintf("5a4d6b0c8e1f42a39c7d1b2e3f4051%02x", 0x62+account)
}

// whose finds the identity that a secret belongs to.
func (s *Server) whose(secret string, give func(identity) string) (id identity, known bool) {
	for account := range s.options.Accounts {
		for _, r := range []role{reader, writer, manager} {
			if id := (identity{r, account}); give(id) == secret {
				return id, true
			}
		}
	}
	return identity{}, false
}

// needed is the least role for an operation: whoever reads sees policies, groups, sources and runs; writing is backing
// up and recovering, and the connectors and agents for it; policies, groups and sources are for managers.
func needed(op *openapi3.Operation, path string) role {
	switch {
	case strings.Contains(op.OperationID, "Download") && op.OperationID != "DownloadAgent":
		return writer
	case api.ByID(op.OperationID).ReadOnly():
		return reader
	case strings.Contains(path, "/data-source-connect"), strings.Contains(path, "/runs"), strings.Contains(path, "/recoveries"), strings.Contains(path, "/agents/"):
		return writer
	}
	return manager
}
