package api_test

import (
	"encoding/json"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// withBody returns the operations that have a body.
func withBody() []*api.Operation {
	return slices.DeleteFunc(slices.Clone(api.Operations), func(op *api.Operation) bool { return op.Body == nil })
}

// FuzzBodies checks an arbitrary body of an arbitrary operation, by its place among those with a body, and puts identifiers in the
// place of names in it. Neither panics, only JSON passes, and what passes is still JSON with identifiers.
func FuzzBodies(f *testing.F) {
	operations := withBody()
	require.Greater(f, len(operations), 10)
	for i := range operations {
		f.Add(uint8(i), `{"name":"a","id":1,"policyId":"gold","objects":[{"id":"web-1"}]}`)
		f.Add(uint8(i), `{"`+operations[i].Body[0].Name+`":[[{"":null}],{},"",1e400,true],"`+operations[i].Body[0].Name+`":{"a":[`)
	}
	named := func(api.Kind) bool { return true }
	f.Fuzz(func(t *testing.T, which uint8, body string) {
		r := api.NewRequest(operations[int(which)%len(operations)])
		r.Body = []byte(body)
		if len(errorsOf(r.Check(named))) > 0 {
			return
		}
		require.True(t, body == "" || json.Valid([]byte(body)), "%q is not JSON and passed", body)
		r.Body = r.Op.WithoutAnswerOnly(r.Body)
		require.Empty(t, errorsOf(r.Check(named)), "%q became %q", body, r.Body)
		require.NoError(t, r.ReplaceNames(func(api.Kind, string) bool { return true }, func(api.Kind, string) (string, error) { return "1:2:3", nil }))
		require.True(t, body == "" || json.Valid(r.Body), "%q became %q", body, r.Body)
		require.Empty(t, errorsOf(r.Check(nil)), "%q became %q", body, r.Body)
	})
}

// TestCheckTakesMemoryInProportion checks that a body that is eight times as long takes about eight times the memory to check, of
// whatever it is made: memory stands for time, which a busy machine would not let a test compare.
func TestCheckTakesMemoryInProportion(t *testing.T) {
	for name, body := range map[string]func(n int) string{
		"unknown fields":  func(n int) string { return `{` + fields(n) + `"name":"a"}` },
		"one long name":   func(n int) string { return `{"` + strings.Repeat("n", 20*n) + `":1}` },
		"one long value":  func(n int) string { return `{"environment":"` + strings.Repeat("k", 20*n) + `"}` },
		"one long number": func(n int) string { return `{"isPaused":` + strings.Repeat("1", 20*n) + `}` },
		"deep lists":      func(n int) string { return `{"name":` + strings.Repeat("[", n) + strings.Repeat("]", n) + `}` },
		"deep objects": func(n int) string {
			return `{"name":` + strings.Repeat(`{"a":`, n) + "1" + strings.Repeat("}", n) + `}`
		},
		"wrong items": func(n int) string { return `{"alertPolicy":{"alertTargets":[` + strings.Repeat(`1,`, n) + `1]}}` },
		"brackets":    func(n int) string { return strings.Repeat("[", n) },
	} {
		check := func(n int) (bytes uint64) {
			r := api.NewRequest(&api.CreateProtectionGroup)
			r.Body = []byte(body(n))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			require.NotEmpty(t, r.Check(nil))
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		check(10) // what is made once
		assert.Less(t, check(8000), 12*check(1000)+100_000, name)
	}
}

// fields returns n fields that no operation has.
func fields(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`"unknown-` + strings.Repeat(string(rune('a'+i%26)), 1+i%7) + string(rune(0x4e00+i)) + `":1,`)
	}
	return b.String()
}
