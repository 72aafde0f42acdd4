package commands

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// explained is what is said of a path.
type explained struct {
	Path    string
	Type    string
	Example string
	UsedBy  []string
	Fields  []*explained
	Name    string
}

// TestEveryBodyIsExplained asks for each field of each body, down to the third level, and checks that examples are valid.
func TestEveryBodyIsExplained(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	ask := func(path string) *explained {
		require.Equal(t, 0, cli.RunLocal("explain", path, "-o", "json"), "%s: %s", path, &cli.Err)
		found := &explained{}
		require.NoError(t, json.Unmarshal(cli.Out.Bytes(), found))
		return found
	}
	require.Equal(t, 0, cli.RunLocal("explain", "-o", "json"))
	var roots struct{ Bodies []explained }
	require.NoError(t, json.Unmarshal(cli.Out.Bytes(), &roots))
	_, leaves := Catalog().Tree()
	bodies := 0
	for _, l := range leaves {
		if l.Command.Op != nil && l.Command.Op.Body != nil {
			bodies++
		}
	}
	require.Len(t, roots.Bodies, bodies)
	asked := 0
	for _, root := range roots.Bodies {
		body := ask(root.Path)
		r := api.NewRequest(operationOf(t, root.Path))
		for i := range r.Op.Params {
			if p := &r.Op.Params[i]; p.Required {
				r.SetNamed(p.Name, "1")
			}
		}
		r.Body = []byte(body.Example)
		for _, problem := range r.Check(func(api.Kind) bool { return true }) {
			assert.Equal(t, api.UnknownForm, problem.Code, "%s: %s: %v", root.Path, body.Example, problem)
		}
		for i := range r.Op.Body {
			path := root.Path + "." + r.Op.Body[i].Name
			field := ask(path)
			assert.Equal(t, path, field.Path)
			assert.NotEmpty(t, field.Type, path)
			assert.NotEmpty(t, field.UsedBy, path)
			assert.True(t, json.Valid([]byte(field.Example)), path)
			asked++
			for _, below := range field.Fields {
				assert.Equal(t, path+"."+below.Name, ask(path+"."+below.Name).Path)
			}
		}
	}
	assert.Greater(t, asked, 100)
}

// operationOf returns the operation whose body a path names.
func operationOf(t *testing.T, path string) *api.Operation {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		for _, group := range append([]string{l.Group}, aliases[l.Group]...) {
			if word := group + "." + l.Name; l.Command.Op != nil && (word == path || "."+path == word) {
				return l.Command.Op
			}
		}
	}
	require.Fail(t, "no operation", path)
	return nil
}

// aliases are the short names of resources.
var aliases = map[string][]string{"protection-policy": {"policy"}, "protection-group": {"group"}, "protection-group-run": {"run"}, "protection-source": {"source"},
	"data-source-connection": {"connection"}, "data-source-connector": {"connector"}, "management-console": {"console"}}

func TestPathsToExplain(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	for line, want := range map[string]string{
		"policy.backupPolicy.regular.retention.duration": "policy.backupPolicy.regular.retention.duration",
		"protection-policy.BACKUPPOLICY.regular":         "policy.backupPolicy.regular",
		"policy.backup-policy":                           "policy.backupPolicy",
		"group create":                                   "group.create",
		"run.list.startTimeUsecs":                        "run.list.startTimeUsecs",
		"run.list.--start-time-usecs":                    "run.list.startTimeUsecs",
		"policy.blackoutWindow[0].day":                   "policy.blackoutWindow.day",
	} {
		require.Equal(t, 0, cli.RunLocal("explain", line, "-j", "path"), "%s: %s", line, &cli.Err)
		assert.Equal(t, `"`+want+`"`, string(trim(cli.Out.Bytes())), line)
	}
	for line, want := range map[string]string{
		"policy.backupPolicy.regular.retenion": "There is no 'retenion' in 'policy.backupPolicy.regular.retenion'. Did you mean 'retention'?",
		"polcy.name":                           "There is no 'polcy' in 'polcy.name'. Did you mean 'policy'?",
		"":                                     "There is no '' in ''.",
		"policy.name.more":                     "There is no 'more' in 'policy.name.more'.",
	} {
		assert.Equal(t, 4, cli.RunLocal("explain", line), line)
		assert.Contains(t, cli.Err.String(), want, line)
	}
}

func trim(raw []byte) []byte {
	for len(raw) > 0 && raw[len(raw)-1] == '\n' {
		raw = raw[:len(raw)-1]
	}
	return raw
}
