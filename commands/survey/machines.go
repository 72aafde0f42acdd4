package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/output"
)

// What the service says of sources, agents, connectors and connector agents.

const loginError = "registrationInfo.authenticationErrorMessage"

// SourceError returns why a source of Instance.Sources cannot be logged in to or refreshed, and "" where it can.
func SourceError(source any) string {
	return output.String(source, loginError+"|registrationInfo.refreshErrorMessage")
}

// Agents returns the agents of a host of Instance.Hosts.
func Agents(host any) []any {
	return output.List(host, "protectionSource.physicalProtectionSource.agents")
}

// The states of agents.
const (
	Healthy     = "healthy"
	Unreachable = "unreachable"
	Degraded    = "degraded"
	OtherState  = "other"
)

// AgentState returns the state of an agent.
func AgentState(agent any) string {
	switch output.String(agent, "status") {
	case "kHealthy":
		return Healthy
	case "kUnreachable":
		return Unreachable
	case "kDegraded":
		return Degraded
	}
	return OtherState
}

// IsDown reports whether an agent does not work as it should.
func IsDown(agent any) bool {
	state := AgentState(agent)
	return state == Unreachable || state == Degraded
}

// Whether a connector or a connector agent is connected.
const (
	Connected           = "connected"
	Disconnected        = "disconnected"
	UnknownConnectivity = "unknown"
)

// Connectivity returns whether a connector or a connector agent is connected.
func Connectivity(row any) string {
	switch output.At(row, "connectivityStatus.isConnected") {
	case true:
		return Connected
	case false:
		return Disconnected
	}
	return UnknownConnectivity
}

// newestVersion returns the newest version of the software of connectors or connector agents, and "" where none says its own.
func newestVersion(rows []any) (newest string) {
	for _, one := range rows {
		if v := output.String(one, "softwareVersion"); compareVersions(v, newest) > 0 {
			newest = v
		}
	}
	return newest
}

// compareVersions compares two versions number by number, such as 7.2 and 7.10, and the rest as text.
func compareVersions(a, b string) int {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' || r == '_' || r == '+' })
	}
	return slices.CompareFunc(split(a), split(b), func(x, y string) int {
		m, errM := strconv.Atoi(x)
		n, errN := strconv.Atoi(y)
		if errM == nil && errN == nil {
			return cmp.Compare(m, n)
		}
		return strings.Compare(x, y)
	})
}
