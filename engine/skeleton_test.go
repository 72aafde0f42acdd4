package engine

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestSkeletonsHaveEveryFieldOfRequests compares the skeleton of each body with the document: every field is there, but for those that
// only answers have.
func TestSkeletonsHaveEveryFieldOfRequests(t *testing.T) {
	left := 0
	var compare func(at string, fields []api.Field, value any)
	compare = func(at string, fields []api.Field, value any) {
		object, ok := value.(map[string]any)
		if !ok { // a model inside of itself, which is not opened again
			assert.IsType(t, "", value, at)
			return
		}
		written := 0
		for i := range fields {
			f := &fields[i]
			inner, there := object[f.Name]
			if f.ReadOnly {
				left++
				assert.False(t, there, "%s.%s is of answers", at, f.Name)
				continue
			}
			written++
			require.True(t, there, "%s.%s", at, f.Name)
			for range f.Lists {
				require.Len(t, inner, 1, "%s.%s", at, f.Name)
				inner = inner.([]any)[0]
			}
			if f.Type == api.Object && !f.Map {
				compare(at+"."+f.Name, f.Fields(), inner)
			}
		}
		assert.Len(t, object, written, at)
	}
	for _, op := range api.Operations {
		if op.Body == nil {
			continue
		}
		var value any
		require.NoError(t, json.Unmarshal(skeleton(op), &value), op.ID)
		assert.JSONEq(t, "{}", string(withoutPlaceholders(op.Body, skeleton(op))), "%s: what is left as it was is left out", op.ID)
		compare(op.ID, op.Body, value)
	}
	assert.Greater(t, left, 10)
}

func TestASkeletonLeavesOutFieldsOfAnswers(t *testing.T) {
	op := &api.Operation{Body: []api.Field{
		{Name: "status", ReadOnly: true}, {Name: "name", Required: true}, {Name: "ends", Type: api.Integer, ReadOnly: true}, {Name: "count", Type: api.Integer}, {Name: "messages", Lists: 1, ReadOnly: true},
	}}
	assert.Equal(t, "{\n  \"name\": \"<string, required>\",\n  \"count\": \"<integer>\"\n}\n", string(skeleton(op)))
}

func TestLimitsInWords(t *testing.T) {
	for want, f := range map[string]api.Field{
		"": {}, "not empty": {NotEmpty: true}, "at least 0": {Range: &api.Range{Min: 0, Max: api.NoLimit}}, "-1 to 31": {Range: &api.Range{Min: -1, Max: 31}},
	} {
		assert.Equal(t, want, Limits(&f))
	}
	assert.Equal(t, "integer, minutes, at least 1, required", describeType(&api.Field{Type: api.Integer, Unit: api.SpanMins, Required: true, Range: &api.Range{Min: 1, Max: api.NoLimit}}))
}

func TestWhatIsFilledInStays(t *testing.T) {
	op := api.ByID("CreateProtectionPolicy")
	body := `{"name":"gold","description":"<string>","version":12345678901234567,"backupPolicy":{"regular":{"retention":{"unit":"<no placeholder>","duration":9007199254740993}},"log":{"retention":{"unit":"` +
		placeholderOf(api.FieldNamed(api.FieldNamed(api.FieldNamed(api.FieldNamed(op.Body, "backupPolicy").Fields(), "log").Fields(), "retention").Fields(), "unit")) + `"}}},"blackoutWindow":[],"other":"<string>"}`
	assert.JSONEq(t, `{"name":"gold","version":12345678901234567,"backupPolicy":{"regular":{"retention":{"unit":"<no placeholder>","duration":9007199254740993}}},"blackoutWindow":[],"other":"<string>"}`,
		string(withoutPlaceholders(op.Body, json.RawMessage(body))))
	for _, same := range []string{`{"name": "<gold>", "version": 1e400}`, `["<string>"]`, `{"name":"<"`, ``} {
		assert.Equal(t, same, string(withoutPlaceholders(op.Body, json.RawMessage(same))))
	}
}
