package commands

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestEveryBodyIsSentAsJSON sends each body with every field that a flag fills, as --json-input: the request that leaves is valid by the
// document, and its body is the JSON that was given.
func TestEveryBodyIsSentAsJSON(t *testing.T) {
	referee := newReferee(t)
	d := enginetest.New(t, Catalog())
	sent := 0
	everyOperation(func(words []string, l engine.Leaf, c *engine.Command) {
		if c.Op.Body == nil {
			return
		}
		for i := range l.Flags { // what stands beside the body
			if f := &l.Flags[i]; f.Param != nil && f.Param.Required {
				typed, _ := sample(f.Field)
				words = append(words, "--"+bare(f)+"="+typed)
			}
		}
		if c.Confirm != "" {
			words = append(words, "--force")
		}
		isNeeded := func(f *api.Field) bool { // a login needs both, which the document does not say
			return f.Required || c.Op == &api.CreateAccessToken && (f.Name == "username" || f.Name == "password")
		}
		var required []string
		for i := range c.Op.Body {
			if f := &c.Op.Body[i]; isNeeded(f) {
				_, json := sample(f)
				required = append(required, string(mustJSON(f.Name))+":"+json)
			}
		}
		for i := range c.Op.Body {
			f := &c.Op.Body[i]
			fields := required
			if !isNeeded(f) {
				_, json := sample(f)
				fields = append(append([]string{}, required...), string(mustJSON(f.Name))+":"+json)
			}
			body := "{" + strings.Join(fields, ",") + "}"
			line := append(append([]string{}, words...), "--json-input", body, "--output", "json", "--lenient")
			if c.Op.Answer == api.File {
				line = append(line, "--output-file", filepath.Join(t.TempDir(), "x"))
			}
			d.Run(line...)
			if !assert.NotEmpty(t, d.Sent, "%q: %s", line, &d.Err) {
				continue
			}
			assert.Equal(t, c.Op.ID, referee.check(t, d.Sent[0], d.Bodies[0]), "%q", line)
			if c.Op.ID == api.GetComponentPreview.ID && f.Name != "limit" { // all rows are asked for, page by page
				body = body[:len(body)-1] + `,"limit":{"from":0,"size":1000}}`
			}
			assert.JSONEq(t, body, string(d.Bodies[0]), "%q", line)
			sent++
		}
	})
	assert.Greater(t, sent, 100)
}
