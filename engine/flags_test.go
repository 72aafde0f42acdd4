package engine

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestAFlagThatAJobRequires(t *testing.T) {
	var to string
	f := &Flags{now: time.Now}
	f.Text(&to, "to", "NAME", "x|The new name.")
	f.Require("to")
	_, _, err := f.parse("rename", []string{"files"})
	assert.EqualError(t, err, "--to is required.")
	assert.Equal(t, "x rename --to NAME", usageLine("x rename", &Command{}, f, true))
	args, _, err := f.parse("rename", []string{"files", "--to", "docs"})
	require.NoError(t, err)
	assert.Equal(t, []string{"files"}, args)
	assert.Equal(t, "docs", to)
}

func TestAFlagThatMayDoWithoutItsValue(t *testing.T) {
	for _, c := range []struct {
		words []string
		value string
		args  []string
	}{
		{[]string{"--kind"}, "", nil},
		{[]string{"--kind=a", "b"}, "a", []string{"b"}},
		{[]string{"--kind", "a", "b"}, "a", []string{"b"}},
		{[]string{"b", "-kind", "a"}, "a", []string{"b"}},
		{[]string{"--kind", "--", "a"}, "", []string{"a"}},
	} {
		f := &Flags{now: time.Now}
		f.add(flag{Name: "kind", Value: "KIND", optional: true})
		args, _, err := f.parse("x", c.words)
		require.NoError(t, err, c.words)
		assert.True(t, f.Given("kind"), c.words)
		assert.Equal(t, c.value, f.named("kind").text(), c.words)
		assert.ElementsMatch(t, c.args, args, c.words)
		assert.Equal(t, "x [--kind [KIND]]", usageLine("x", &Command{}, f, true))
	}
}

// TestEveryKindOfTheDocumentIsKnown finds a slip of the pen in an x-kind, by which names would silently not be understood.
func TestEveryKindOfTheDocumentIsKnown(t *testing.T) {
	seen := map[string]bool{}
	var check func(place string, fields []api.Field)
	check = func(place string, fields []api.Field) {
		if seen[place] {
			return
		}
		seen[place] = true
		for i := range fields {
			f := &fields[i]
			if _, known := kinds[f.Kind]; f.Kind != "" {
				assert.True(t, known, "%s.%s: %s has no entry in kinds.go", place, f.Name, f.Kind)
			}
			check(f.ModelName(), f.Fields())
		}
	}
	for _, op := range api.Operations {
		for i := range op.Params {
			check(op.ID+"."+op.Params[i].Name, []api.Field{op.Params[i].Field})
		}
		check(op.ID, op.Body)
	}
}
