package engine

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// TestFieldsFromSeveralFlags checks what becomes of a flag that is given more than once: the last object counts, and items of a list are put
// together, whether each is one item or several.
func TestFieldsFromSeveralFlags(t *testing.T) {
	for _, test := range []struct {
		field api.Field
		typed []string
		want  string
	}{
		{api.Field{Type: api.Object}, []string{`{"a":1}`, `{"b":2}`}, `{"b":2}`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`{"a":1}`}, `[{"a":1}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`{"a":1}`, `{"b":2}`}, `[{"a":1},{"b":2}]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`[{"a":1},{"b":2}]`, `{"c":3}`}, `[{"a":1},{"b":2},{"c":3}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[]`, `{"c":3}`}, `[{"c":3}]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`{"c":3}`, `[]`}, `[{"c":3}]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[]`, `[]`}, `[]`}, {api.Field{Type: api.Object, Lists: 1}, []string{`[1]`, `[2]`}, `[1,2]`},
		{api.Field{Type: api.Object, Lists: 1}, []string{`7`, `{"c":3}`}, `7`}, {api.Field{Type: api.Object, Lists: 1}, []string{`{"c":3}`, `"x"`}, `"x"`},
	} {
		f := flag{Name: "x", Field: &test.field, raw: test.typed}
		raw, err := (&builder{input: &input{ctx: t.Context(), console: &console{streams: &output.Streams{}}}}).field(&f)
		require.NoError(t, err, test.typed)
		assert.Equal(t, test.want, string(raw), test.typed)
	}
}

// TestOptionsInTheOrderOfHelp checks the ranks of options, those that people need first.
func TestOptionsInTheOrderOfHelp(t *testing.T) {
	f := &Flags{now: time.Now}
	for _, one := range []flag{
		{Name: dryRunFlag}, {Name: jsonInputFlag}, {Name: skeletonFlag}, {Name: exampleFlag}, {Name: "old", ignored: true}, {Name: "wait"},
		{Name: "b", Body: []string{"b"}, Field: &api.Field{}}, {Name: "main2"}, {Name: "main1"}, {Name: "in-path", Param: &api.Param{In: api.Path}}, {Name: "must", must: true},
	} {
		f.add(one)
	}
	shown, left := (&Command{Main: []string{"main1", "main2"}}).options(f, true)
	var names []string
	for _, one := range shown {
		names = append(names, one.Name)
	}
	assert.Equal(t, []string{"in-path", "must", "main1", "main2", "b", "wait", dryRunFlag, jsonInputFlag, skeletonFlag, exampleFlag, "old"}, names)
	assert.Zero(t, left)
	shown, left = (&Command{Main: []string{"main1"}}).options(f, false)
	assert.Len(t, shown, 9)
	assert.Equal(t, 2, left, "what the operation has besides, and what older scripts say")
}

// TestWhatMayBeGivenFieldByField checks which flags take an object whose parts have flags of their own, with fields of a body that has both.
func TestWhatMayBeGivenFieldByField(t *testing.T) {
	withParts := 0
	for _, field := range api.RegisterProtectionSource.Body {
		has := slices.ContainsFunc(field.Fields(), func(part api.Field) bool { return part.Flag != "" })
		if has && field.Lists == 0 && !field.Map {
			withParts++
			assert.False(t, (&flag{Body: []string{"x", "y"}, Field: &field}).hasParts())
			list, object := field, field
			list.Lists, object.Map = 1, true
			assert.False(t, (&flag{Body: []string{"x"}, Field: &list}).hasParts())
			assert.False(t, (&flag{Body: []string{"x"}, Field: &object}).hasParts())
		}
		assert.Equal(t, has && field.Lists == 0 && !field.Map, (&flag{Body: []string{"x"}, Field: &field}).hasParts(), field.Name)
	}
	assert.Positive(t, withParts)
}
