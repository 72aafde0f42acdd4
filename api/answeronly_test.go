package api

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestABodyWithoutWhatOnlyAnswersHave(t *testing.T) {
	for given, want := range map[string]string{
		`{"id":"1:2:3","name":"gold","isUsable":null,"numProtectionGroups":3}`: `{"name":"gold"}`,
		// What neither has stays, and so do values of any sort, their order and digits.
		`{"colour":1,"isUsabel":true,"version":9007199254740993,"name":"a","dataLock":null}`: `{"colour":1,"isUsabel":true,"version":9007199254740993,"name":"a","dataLock":null}`,
		// A name counts where it stands.
		`{"backupPolicy":{"id":1,"regular":{"retention":{"unit":"Weeks","duration":1.50,"isUsable":true}}}}`: `{"backupPolicy":{"id":1,"regular":{"retention":{"unit":"Weeks","duration":1.50,"isUsable":true}}}}`,
		// What is wrong stays, for the check.
		`{"name":"a","name":"b","id":1,"id":2}`: `{"name":"a","name":"b"}`,
		`{"backupPolicy":[{"id":1}]}`:           `{"backupPolicy":[{"id":1}]}`,
		`[{"id":1}]`:                            `[{"id":1}]`,
		`{"id":1} {"id":2}`:                     `{"id":1} {"id":2}`,
		`{"id":1`:                               `{"id":1`,
		`{"id":`:                                `{"id":`,
		``:                                      ``,
	} {
		assert.Equal(t, want, string(UpdateProtectionPolicy.WithoutAnswerOnly([]byte(given))), given)
	}
	assert.Equal(t, `{"physicalParams":{"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/a"},7,{"absolutePath":"/b"}]}}}`, string(CreateRecovery.WithoutAnswerOnly([]byte(
		`{"status":"Succeeded","physicalParams":{"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/a","status":"NotStarted"},7,{"messages":["x"],"absolutePath":"/b"}]}}}`))), "read-only at any level")
}

// TestFieldsOfAnswersAtEveryLevel is about lists, lists of lists, and objects with free names.
func TestFieldsOfAnswersAtEveryLevel(t *testing.T) {
	model := uint16(len(models) - 1)
	fields, names := models[model].Fields, models[model].AnswerOnly
	t.Cleanup(func() { models[model].Fields, models[model].AnswerOnly = fields, names })
	models[model].Fields, models[model].AnswerOnly = []Field{{Name: "a"}, {Name: "in", Type: Object, Model: model}}, []string{"state"}
	op := &Operation{Body: []Field{
		{Name: "one", Type: Object, Model: model}, {Name: "list", Type: Object, Model: model, Lists: 2}, {Name: "map", Type: Object, Model: model, Map: true},
		{Name: "maps", Type: Object, Model: model, Map: true, Lists: 1}, {Name: "texts", Map: true}, {Name: "any", Type: Any},
	}}
	for given, want := range map[string]string{
		`{"one":{"a":1,"state":2,"in":{"state":3}},"state":4}`: `{"one":{"a":1,"in":{}},"state":4}`,
		`{"list":[[{"state":1},{"a":1}],[],null]}`:             `{"list":[[{},{"a":1}],[],null]}`,
		`{"list":[{"state":1}]}`:                               `{"list":[{"state":1}]}`,
		`{"map":{"state":{"state":1},"x":null}}`:               `{"map":{"state":{},"x":null}}`,
		`{"maps":[{"state":{"state":1}}]}`:                     `{"maps":[{"state":{}}]}`,
		`{"texts":{"state":"x"},"any":{"state":1}}`:            `{"texts":{"state":"x"},"any":{"state":1}}`,
	} {
		assert.Equal(t, want, string(op.WithoutAnswerOnly([]byte(given))), given)
	}
}

// TestNamesThatOnlyAnswersHaveHideNothing checks that none of them is a field of the same body, or one slip away from one.
func TestNamesThatOnlyAnswersHaveHideNothing(t *testing.T) {
	check := func(where string, fields []Field, names []string) {
		for _, name := range names {
			for i := range fields {
				assert.False(t, isSlip(name, fields[i].Name), "%s: %s may be meant as %s", where, name, fields[i].Name)
			}
		}
	}
	for _, op := range Operations {
		check(op.ID, op.Body, op.AnswerOnly)
	}
	for i := range models {
		check(models[i].Name, models[i].Fields, models[i].AnswerOnly)
	}
}

func TestWhichAnswersAreAboutTheThing(t *testing.T) {
	for _, op := range Operations {
		if op.Method == "PUT" || op.Method == "PATCH" {
			// Both change several things: the first answers with the runs that it changed, the other says how each upgrade went.
			if op != &UpdateProtectionGroupRun && op != &UpdateClustersUpgrades {
				assert.NotEmpty(t, op.AnswerOnly, op.ID)
			}
		}
	}
	for _, op := range []*Operation{&CreateProtectionPolicy, &CreateProtectionGroup, &RegisterProtectionSource, &CreateDataSourceConnection, &CreateRecovery} {
		assert.NotEmpty(t, op.AnswerOnly, op.ID)
	}
	for _, op := range []*Operation{&CreateUpgradeTask, &CreateProtectionGroupRun, &UpdateProtectionGroupRun, &PerformActionOnProtectionGroupRun, &CreateDownloadFilesAndFoldersRecovery, &SearchIndexedObjects} {
		require.NotNil(t, op.Body, op.ID)
		assert.Empty(t, op.AnswerOnly, op.ID)
	}
	assert.NotContains(t, PatchProtectionSourceRegistration.AnswerOnly, "name", "which another operation changes")
}
