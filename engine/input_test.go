package engine

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output"
)

// TestWhereJSONIsWrong checks the place of a slip, and what is read as YAML instead.
func TestWhereJSONIsWrong(t *testing.T) {
	in := &input{ctx: t.Context(), console: &console{streams: &output.Streams{In: strings.NewReader(`{"a":`)}}}
	for typed, want := range map[string]string{
		`{"a":x}`: "line 1, column 6", "{\n \"a\": 1,\n}": "line 3, column 1", "[1,\n2,,3]": "line 2, column 3", "": "line 1, column 1", "x": "line 1, column 1",
	} {
		_, err := in.json("body", typed)
		assert.ErrorContains(t, err, "--body: not valid JSON at "+want+":", typed)
	}
	for name, test := range map[string]struct{ text, want, wrong string }{
		"a.yaml": {text: "a: 1", want: `{"a":1}`}, "b.yml": {text: "[1, a]", want: `[1,"a"]`}, "c.txt": {text: "a: 1", want: `{"a":1}`}, "d.json": {text: "a: 1", wrong: "not valid JSON"},
		"e.txt": {text: `{"a": b}`, wrong: "not valid JSON"}, "f.YAML": {text: `{"a": b}`, want: `{"a":"b"}`}, "g.json": {text: "\xef\xbb\xbf [1]", want: "[1]"}, "h.txt": {text: "", wrong: "not valid"},
	} {
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, []byte(test.text), 0o600))
		raw, err := in.json("body", "@"+path)
		if test.wrong != "" {
			assert.ErrorContains(t, err, test.wrong, name)
			continue
		}
		if assert.NoError(t, err, name) {
			assert.Equal(t, test.want, string(raw), name)
		}
	}
	_, err := in.json("body", "-")
	assert.ErrorContains(t, err, "not valid JSON at line 1, column")
	_, err = in.json("other", "-")
	assert.ErrorContains(t, err, "was already read for --body")
}
