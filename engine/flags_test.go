package engine

import (
	"strconv"
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

// TestNumbersOfFlags checks the borders of a flag's numbers, and that what counts without it is in its help.
func TestNumbersOfFlags(t *testing.T) {
	for text, good := range map[string]bool{"1": true, "9": true, "0": false, "10": false, "-1": false, "x": false, "1.5": false} {
		f := &Flags{now: time.Now}
		n := 3
		f.Number(&n, "times", 1, 9, "x|How often.")
		assert.Equal(t, "3", f.named("times").Field.Default)
		_, _, err := f.parse("x", []string{"--times=" + text})
		assert.Equal(t, good, err == nil, text)
		if good {
			assert.Equal(t, text, strconv.Itoa(n))
		} else {
			assert.EqualError(t, err, "--times: '"+text+"' is not a number from 1 to 9.")
			assert.Equal(t, 3, n)
		}
	}
	f, n := &Flags{now: time.Now}, 0
	f.Number(&n, "times", 0, 9, "x|How often.")
	assert.Empty(t, f.named("times").Field.Default)
}

func TestOptionsThatNobodyHas(t *testing.T) {
	f := &Flags{now: time.Now}
	var text string
	f.Text(&text, "id", "ID", "x|The ID.")
	f.Text(&text, "group-id", "ID", "x|The ID.")
	for name, want := range map[string]string{
		"protection-group-id": "Did you mean '--group-id'?", "policy-id": "Did you mean '--id'?", "idd": "Did you mean '--id'?", "i": "Unknown option '--i'.", "zzzzzz": "Unknown option '--zzzzzz'.",
	} {
		assert.ErrorContains(t, f.unknown(name), want, name)
	}
}
