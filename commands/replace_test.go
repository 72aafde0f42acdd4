package commands

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestPlainUpdatesAskAtATerminal replaces things as a whole, with a body that lacks what people do not lose gladly, and with one that does not.
func TestPlainUpdatesAskAtATerminal(t *testing.T) {
	const (
		retention = `{"retention":{"unit":"Weeks","duration":4}}`
		schedule  = `"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":4}}}`
		lock      = `"dataLockConfig":{"mode":"Compliance","unit":"Days","duration":9007199254740993}`
		extended  = `[{"schedule":{"unit":"Months","frequency":1},"retention":{"unit":"Years","duration":7}}]`
		files     = `{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[`
	)
	policy := func(regular, more string) []string {
		return []string{"policy", "update", "gold", "--json-input", `{"name":"gold","backupPolicy":{"regular":` + regular + `}` + more + `}`}
	}
	group := func(objects string) []string {
		return []string{"group", "update", "web", "--name", "web", "--policy-id", "gold", "--environment", "physical", "--start-time-hour", "1", "--start-time-minute", "2", "--physical-params", files + objects + `]}}`}
	}
	for _, c := range []struct {
		words []string
		asks  []string // what the question says; nil for none
	}{
		{policy(retention, ""), []string{"  Schedule: every 4 hours → –\n", "Extended Retentions: 1 → –\n", "2 protection groups use it:\n  web\n  db\n", "policy set gold SETTING=VALUE"}},
		{policy(`{`+schedule+`,"retention":{"unit":"Weeks","duration":1}}`, `,"extendedRetention":`+extended), []string{"locked"}},
		{policy(`{`+schedule+`,"retention":{"unit":"Weeks","duration":1,`+lock+`}}`, `,"extendedRetention":`+extended), nil},
		{group(`{"id":9007199254740996}`), []string{"objects[9007199254740995]: {"}},
		{group(`{"id":9007199254740995},{"id":9007199254740996}`), nil},
	} {
		for _, terminal := range []bool{true, false} {
			for _, answer := range []string{"n\n", "y\n"} {
				s := newChangeable(t)
				s.App.Streams.In, s.App.Streams.InTerm, s.App.Streams.ErrTerm = strings.NewReader(answer), terminal, terminal
				assert.Equal(t, 0, s.Run(c.words...), "%v: %s", c.words, &s.Err)
				asked := strings.Contains(s.Err.String(), "[y/N]> ")
				assert.Equal(t, terminal && c.asks != nil, asked, "%v: %s", c.words, &s.Err)
				if asked {
					for _, part := range c.asks {
						assert.Contains(t, s.Err.String(), part)
					}
				}
				if asked && answer == "n\n" {
					assert.Empty(t, s.written, c.words)
				} else {
					assert.Len(t, s.written, 1, c.words)
				}
			}
		}
		s := newChangeable(t)
		s.App.Streams.InTerm, s.App.Streams.ErrTerm = true, true
		assert.Equal(t, 0, s.Run(append(c.words, "--force")...), "%v: %s", c.words, &s.Err)
		assert.Len(t, s.written, 1, c.words)
	}
}
