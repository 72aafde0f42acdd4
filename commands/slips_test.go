package commands

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestSlipsAreNotSent(t *testing.T) {
	d := enginetest.New(t, Catalog())
	policy := func(regular string) []string {
		return []string{"policy", "create", "--name", "x", "--backup-policy", `{"regular": ` + regular + `}`}
	}
	for _, c := range []struct {
		regular, near string
	}{
		{`{"retention": {"unit": "Weks", "duration": 2}}`, "Weeks"},
		{`{"retention": {"unit": "Wekes", "duration": 2}}`, "Weeks"},
		{`{"retention": {"unit": "Weeks", "duration": 2, "datalockconfig": {}}}`, "dataLockConfig"},
		{`{"retenion": {}}`, "retention"},
	} {
		assert.Equal(t, 2, d.Run(policy(c.regular)...), c.regular)
		assert.Contains(t, d.Err.String(), "Did you mean '"+c.near+"'?\nUse '--lenient' to send it all the same.\n", c.regular)
		assert.Empty(t, d.Sent, c.regular)
		assert.Equal(t, 0, d.Run(append(policy(c.regular), "--lenient")...), c.regular)
		assert.Contains(t, d.Err.String(), "Warning:", c.regular)
		assert.Len(t, d.Sent, 1, c.regular)
	}
	for _, novel := range []string{`{"retention": {"unit": "Decades", "duration": 2}}`, `{"colour": 1}`, `{"retentionWindow": {}}`} {
		assert.Equal(t, 0, d.Run(policy(novel)...), "%s: %s", novel, &d.Err)
		assert.Contains(t, d.Err.String(), "Warning:", novel)
		assert.Len(t, d.Sent, 1, novel)
	}
	assert.Equal(t, 2, d.Run("recovery", "list", "--status", "Runnin"))
	assert.Contains(t, d.Err.String(), "Did you mean 'Running'?")
	assert.Equal(t, 0, d.Run("recovery", "list", "--status", "Runnin", "--lenient"))
}

func TestDocumentedValuesInAnyCase(t *testing.T) {
	d := enginetest.New(t, Catalog())
	assert.Equal(t, 0, d.Run("policy", "create", "--name", "x", "--backup-policy", `{"regular": {"incremental": {"schedule": {"unit": "hours", "hourSchedule": {"frequency": 9007199254740993}}}, "retention": {"unit": "WEEKS", "duration": 2}}, "cadArchival": ["kNovel"]}`), "%s", &d.Err)
	assert.JSONEq(t, `{"name": "x", "backupPolicy": {"regular": {"incremental": {"schedule": {"unit": "Hours", "hourSchedule": {"frequency": 9007199254740993}}}, "retention": {"unit": "Weeks", "duration": 2}}, "cadArchival": ["kNovel"]}}`, string(d.Bodies[0]))
	assert.Contains(t, string(d.Bodies[0]), "9007199254740993")
	assert.Equal(t, 0, d.Run("group", "create", "--json-input", `{"name": "physical", "policyId": "1:2:3", "environment": "physical", "sla": [{"backupRunType": "full", "slaMinutes": 1}], "description": "kphysical"}`), "%s", &d.Err)
	assert.JSONEq(t, `{"name": "physical", "policyId": "1:2:3", "environment": "kPhysical", "sla": [{"backupRunType": "kFull", "slaMinutes": 1}], "description": "kphysical"}`, string(d.Bodies[0]))
}
