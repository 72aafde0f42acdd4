package api_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
)

// eachBodyField calls visit once for each field that a body can have, with the name of its model, or of the operation for the fields
// of the body itself.
func eachBodyField(visit func(model string, f *api.Field)) {
	seen := map[string]bool{}
	var walk func(model string, fields []api.Field)
	walk = func(model string, fields []api.Field) {
		for i := range fields {
			f := &fields[i]
			visit(model, f)
			if name := f.ModelName(); name != "" && !seen[name] {
				seen[name] = true
				walk(name, f.Fields())
			}
		}
	}
	for _, op := range api.Operations {
		walk(op.ID, op.Body)
	}
}

func TestEveryFieldOfABodyIsDescribed(t *testing.T) {
	count := 0
	eachBodyField(func(model string, f *api.Field) {
		count++
		what := model + "." + f.Name
		key, text, _ := strings.Cut(f.About, "|")
		if api.ByID(model) == nil { // the key of a field of the body itself names the body's model
			assert.Equal(t, what, key, "the key of a message never changes")
		}
		if !assert.NotEmpty(t, text, what) {
			return
		}
		assert.LessOrEqual(t, utf8.RuneCountInString(text), 120, "%s: %s", what, text)
		assert.True(t, strings.HasSuffix(text, "."), "%s: %s", what, text)
		assert.NotRegexp(t, `^[a-z]|\s\s|\n|[|]|\.\.`, text, what)
		assert.NotEqual(t, contentWords(strings.Join(splitName(f.Name), " ")), contentWords(text), "%s: %q only repeats the name", what, text)
	})
	assert.Greater(t, count, 1000)
}

func TestSplitName(t *testing.T) {
	for name, want := range map[string][]string{
		"startTimeUsecs": {"start", "Time", "Usecs"}, "isCBSEnabled": {"is", "CBS", "Enabled"}, "agentIDs": {"agent", "IDs"}, "o365Params": {"o365", "Params"},
		"globalExcludeFS": {"global", "Exclude", "FS"},
	} {
		assert.Equal(t, want, splitName(name))
	}
	assert.Equal(t, contentWords("target name"), contentWords("The name of the target."))
	assert.NotEqual(t, contentWords("target name"), contentWords("The name of the archival target."))
}

var wordInName = regexp.MustCompile(`[A-Z]+s\b|[A-Z]+(?:[a-z]+[0-9]*)?|[a-z]+[0-9]*|[0-9]+`)

// splitName returns the words in the name of a field.
func splitName(name string) []string {
	var words []string
	for _, word := range wordInName.FindAllString(name, -1) {
		// What follows an abbreviation begins with its last capital: CBSEnabled.
		if at := strings.IndexFunc(word, func(r rune) bool { return r >= 'a' }); at > 1 && word[at:] != "s" {
			words = append(words, word[:at-1])
			word = word[at-1:]
		}
		words = append(words, word)
	}
	return words
}

// contentWords returns the words of a text that have a meaning of their own, sorted, in lower case and without the s of a plural.
func contentWords(text string) []string {
	found := map[string]bool{}
	for _, word := range regexp.MustCompile(`[a-z0-9]+`).FindAllString(strings.ToLower(text), -1) {
		if !slices.Contains([]string{"the", "a", "an", "of", "s"}, word) {
			found[strings.TrimSuffix(word, "s")] = true
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// TestFieldsOfAnswersAreAccepted sends the fields that only answers have, as a script may that sends back what it was sent.
func TestFieldsOfAnswersAreAccepted(t *testing.T) {
	var readOnly []string
	eachBodyField(func(model string, f *api.Field) {
		if f.ReadOnly {
			readOnly = append(readOnly, model+"."+f.Name)
			assert.False(t, f.Required, "%s.%s", model, f.Name)
		}
	})
	for _, op := range api.Operations {
		for i := range op.Body {
			f := &op.Body[i]
			assert.False(t, f.ReadOnly && f.Flag != "", "%s %s has a flag, which would set what only answers have", op.ID, f.Name)
			for _, part := range f.Fields() {
				assert.False(t, f.Lists == 0 && part.ReadOnly && part.Flag != "", "%s %s.%s has a flag, which would set what only answers have", op.ID, f.Name, part.Name)
			}
		}
	}
	for _, name := range []string{"CommonRecoverObjectSnapshotParams.status", "RecoverSqlAppParams.bytesRestored", "KubernetesRecoveryObjectParams.objectInfo",
		"CommonRecoverFileAndFolderInfo.messages", "KubernetesAutoProtectConfig.errorMessage", "MountPhysicalVolumeParamsPhysicalTargetParams.mountedVolumeMapping"} {
		assert.Contains(t, readOnly, name)
	}
	for _, name := range []string{"UpdateProtectionGroup.lastModifiedTimestampUsecs", "CommonRecoverObjectSnapshotParams.snapshotId", "CommonRecoverFileAndFolderInfo.destinationDir"} {
		assert.NotContains(t, readOnly, name, "a request has it too")
	}
	assert.Empty(t, problems(&api.CreateRecovery, `{"name":"r","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverFiles",
		"objects":[{"snapshotId":"s","status":"Running","messages":["m"],"startTimeUsecs":1,"endTimeUsecs":2,"bytesRestored":3,"progressTaskId":"p","snapshotCreationTimeUsecs":4,
		"snapshotTargetType":"Local","objectInfo":{"id":5,"name":"web-1"},"archivalTargetInfo":{"targetId":6}}]}}`))
}
