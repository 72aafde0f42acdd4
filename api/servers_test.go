package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestServersOfTheDocument counts the operations of each server, by what stands before their paths.
func TestServersOfTheDocument(t *testing.T) {
	count := map[string]int{}
	for _, op := range api.Operations {
		count[op.Server+" "+op.Base]++
		if op.Server != "instance" {
			assert.Nil(t, op.Param(api.TenantHeader), "%s: tenants are of instances", op.ID)
		}
	}
	assert.Equal(t, map[string]int{
		"instance /v2": 50, "instance ": 3, // the older paths hang off the host
		"connector /v2": 4, "connector ": 2, "connector-agent ": 1,
		"management /heliosreporting/api/v1": 9, "management ": 1, "management-sre /v2": 12,
	}, count)
}

// TestSecretsOfOtherServers lists what nobody may see of requests to the servers beside the instance.
func TestSecretsOfOtherServers(t *testing.T) {
	var secret []string
	seen := map[string]bool{}
	var walk func(of string, fields []api.Field)
	walk = func(of string, fields []api.Field) {
		if seen[of] {
			return
		}
		seen[of] = true
		for i := range fields {
			if fields[i].Secret {
				secret = append(secret, of+"."+fields[i].Name)
			}
			walk(fields[i].ModelName(), fields[i].Fields())
		}
	}
	seen[""] = true // of what is no object
	for _, op := range api.Operations {
		if op.Server != "instance" {
			walk(op.ID, op.Body)
		}
	}
	assert.ElementsMatch(t, []string{
		"CreateAccessToken.password", "RegisterDataSourceConnector.registrationToken", "RegisterConnectorAgent.registrationToken", "UpdateUser.currentPassword",
		"UpdateUser.intercomMessengerToken", "UpdateUser.password", "UpdateUser.s3SecretKey", "AuthHeaderForClusterUpgrade.value",
	}, secret)
}

// TestReadingByPost lists the POSTs to the servers beside the instance that only read, which a dry run sends.
func TestReadingByPost(t *testing.T) {
	var reads []string
	for _, op := range api.Operations {
		if op.Server != "instance" && op.Reads {
			reads = append(reads, op.ID)
		}
	}
	assert.ElementsMatch(t, []string{"GetComponentPreview", "ExportReport", "GetReportPreview", "GetResources"}, reads)
}
