package output

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEnumerationsAreReadWithoutTheirMark(t *testing.T) {
	for value, want := range map[string]string{
		"kPhysical": "Physical", "kSQL": "SQL", "k": "k", "kubernetes": "kubernetes", "kind": "kind", "kNfs4_1": "kNfs4_1", "kÜber": "kÜber", "kA b": "kA b", "Running": "Running", "": "", "kA": "A", "kZ": "Z", "kAz": "Az", "kZa": "Za", "k@a": "k@a", "k[a": "k[a", "kA`": "kA`", "kA{": "kA{",
	} {
		assert.Equal(t, want, EnumText(value), value)
	}
	assert.Equal(t, Cell{Text: "Successful", Data: "kSuccessful", Tone: Good}, Status("kSuccessful"))
	assert.Equal(t, Cell{Text: "Failed", Tone: Bad}, Status("Failed"))
	assert.Equal(t, Cell{Text: "SQL, Oracle", Data: "kSQL, kOracle"}, Each("type")([]any{map[string]any{"type": "kSQL"}, map[string]any{"type": "kOracle"}, map[string]any{}}))
}

// TestNamesAreNeverChanged looks at texts that look like values of enumerations and are none.
func TestNamesAreNeverChanged(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{
		{Title: "Name", Path: "name", Format: Entity}, {Title: "Group", Path: "protectionGroupName|protectionGroupId"}, {Title: "Message", Path: "info.message"},
		{Title: "Paths", Path: "paths", Format: Each("includedPath")}, {Title: "User", Path: "user"}, {Title: "Policy", Path: "policyId", Kind: "policy"},
		{Title: "Environment", Path: "environment"}, {Title: "Type", Path: "x.type|info.runType"}, {Title: "Alerts", Path: "alerts.backupRunStatus"},
	}}
	const answer = `{"rows":[{"name":"kName","protectionGroupName":"kGroup","info":{"message":"kMessage","runType":"kRegular"},"paths":[{"includedPath":"kPath"}],
		"user":"kUser","policyId":"kPolicy","environment":"kPhysical","alerts":{"backupRunStatus":["kFailure","kSlaViolation"]}}]}`
	var out bytes.Buffer
	s := &Streams{Out: &out, Err: &out}
	require.NoError(t, s.Table(NewChoice(view, false), strings.NewReader(answer), nil))
	assert.Equal(t, "kName   kGroup   kMessage   kPath   kUser   kPolicy   Physical   Regular   Failure, SlaViolation\n", out.String())
	out.Reset()
	require.NoError(t, s.CSV(NewChoice(view, false), strings.NewReader(answer), nil))
	assert.Equal(t, "kName,kGroup,kMessage,kPath,kUser,kPolicy,kPhysical,kRegular,\"kFailure, kSlaViolation\"\n", out.String())
	for condition, meets := range map[string]bool{
		"Environment=Physical": true, "Environment=kphysical": true, "Environment~kPhys": true, "Environment~phys": true, "Environment!=kPhysical": false, "Environment=kSQL": false,
		"Name=Name": true, "Name~me": true,
	} {
		choice := NewChoice(view, false)
		require.NoError(t, choice.Filter(condition, func(_ Unit, typed string) (string, bool) { return typed, false }))
		out.Reset()
		require.NoError(t, s.Table(choice, strings.NewReader(answer), nil))
		assert.Equal(t, meets, strings.HasPrefix(out.String(), "kName"), condition)
	}
}
