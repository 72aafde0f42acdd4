package api_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestABodyThatLeavesAThingAsItIs(t *testing.T) {
	body, err := api.UpdateProtectionGroup.BodyFrom([]byte(`{
		"id":"1:2:3","name":"web","policyId":"4:5:6","environment":"kPhysical","isPaused":false,"lastRun":{"id":"7:1"},"description":null,"numProtectedObjects":1,
		"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":9007199254740993,"name":"web-1","filePaths":[{"includedPath":"/","excludedPaths":["/tmp"]}]}],"strange":1}}}`))
	require.NoError(t, err)
	assert.NotContains(t, string(body), "lastRun")
	assert.NotContains(t, string(body), "numProtectedObjects")
	assert.NotContains(t, string(body), "strange")
	assert.NotContains(t, string(body), "description")
	assert.NotContains(t, string(body), `"id":"1:2:3"`)
	assert.Contains(t, string(body), `"id":9007199254740993`)
	assert.Contains(t, string(body), `"excludedPaths":["/tmp"]`)
	assert.Contains(t, string(body), `"isPaused":false`)
	r := api.NewRequest(&api.UpdateProtectionGroup).SetNamed("id", "1:2:3")
	r.Body = body
	assert.Empty(t, r.Check(nil), "it can be sent without a warning")

	const whole = `"name":"web","policyId":"4:5:6","environment":"kPhysical"`
	_, err = api.UpdateProtectionGroup.BodyFrom([]byte("{" + whole + "}"))
	require.NoError(t, err)
	for _, wrong := range []string{`[]`, `{}`, `{"name":"web","environment":"kPhysical"}`, `{"name":null,"policyId":"4:5:6","environment":"kPhysical"}`,
		"{" + whole + `,"physicalParams":5}`, "{" + whole + `,"physicalParams":{"fileProtectionTypeParams":{"objects":{}}}}`} {
		_, err := api.UpdateProtectionGroup.BodyFrom([]byte(wrong))
		assert.Error(t, err, wrong)
	}
}
