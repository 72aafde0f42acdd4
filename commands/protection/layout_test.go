package protection

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/output"
)

// parsed returns JSON as the program reads it.
func parsed(t *testing.T, text string) any {
	v, err := output.Read(strings.NewReader(text))
	require.NoError(t, err)
	return v
}

func TestHowAGroupIsLaidOut(t *testing.T) {
	for text, want := range map[string]*layout{
		`{"environment":"kPhysical","physicalParams":{"protectionType":"kFile"}}`:   fileLayout,
		`{"environment":"kPhysical","physicalParams":{"protectionType":"kVolume"}}`: volumeLayout,
		`{"environment":"kSQL","mssqlParams":{"protectionType":"kFile"}}`:           databaseLayout,
		`{"environment":"kSQL","mssqlParams":{"protectionType":"kNative"}}`:         nil,
		`{"environment":"kKubernetes","kubernetesParams":{}}`:                       namespaceLayout,
		`{"environment":"kVMware"}`:                                                 nil,
		`{}`:                                                                        nil,
	} {
		assert.Same(t, want, layoutOf(parsed(t, text)), text)
	}
}

// TestOtherObjectsLeaveTheRestOfAGroup has numbers that floats do not hold, and fields that the program does not know.
func TestOtherObjectsLeaveTheRestOfAGroup(t *testing.T) {
	for _, c := range []struct {
		l           *layout
		body, inner string // the inner parameters, in which %s stands for the objects
	}{
		{fileLayout, `{"name":"web","environment":"kPhysical","new":{"n":9007199254740993.10},"physicalParams":{"protectionType":"kFile","more":[1e400],"fileProtectionTypeParams":%s}}`,
			`{"globalExcludePaths":["/tmp"],"big":123456789012345678901234567890,"objects":%s}`},
		{volumeLayout, `{"physicalParams":{"protectionType":"kVolume","volumeProtectionTypeParams":%s}}`, `{"objects":%s,"incrementalBackupAfterRestart":false}`},
		{databaseLayout, `{"mssqlParams":{"protectionType":"kFile","fileProtectionTypeParams":%s}}`, `{"fullBackupsCopyOnly":true,"objects":%s}`},
		{namespaceLayout, `{"kubernetesParams":%s}`, `{"objects":%s,"excludeObjectIds":[9007199254740995]}`},
	} {
		text := func(objects string) string {
			return strings.Replace(c.body, "%s", strings.Replace(c.inner, "%s", objects, 1), 1)
		}
		entries := []any{parsed(t, `{"id":9007199254740993,"odd":1.50}`)}
		body, err := c.l.setObjects(json.RawMessage(text(`[{"id":1},{"id":2}]`)), entries)
		require.NoError(t, err)
		assert.Equal(t, sorted(t, text(`[{"id":9007199254740993,"odd":1.50}]`)), sorted(t, string(body)))
		_, err = c.l.setObjects(json.RawMessage(`{}`), entries)
		require.Error(t, err, "a body without the parameters")
	}
}

// sorted returns JSON with its fields in order and its numbers as they are written.
func sorted(t *testing.T, text string) string {
	sorted, err := json.Marshal(parsed(t, text))
	require.NoError(t, err)
	return string(sorted)
}

func TestWhatIsAddedToAnEntry(t *testing.T) {
	web, err := selection.ResourceFilter([]string{"app=web", "tier=1"}, []string{"vm-1"})
	require.NoError(t, err)
	for _, c := range []struct {
		l           *layout
		have        string
		more        map[string]any
		want, fails string // "" for no change
	}{
		{volumeLayout, `{"id":1,"volumeGuids":["a","b"]}`, map[string]any{"volumeGuids": []string{"b", "c"}}, `{"id":1,"volumeGuids":["a","b","c"]}`, ""},
		{volumeLayout, `{"id":1,"volumeGuids":["a","b"]}`, map[string]any{"volumeGuids": []string{"b"}}, "", ""},
		{volumeLayout, `{"id":1,"volumeGuids":["a"],"x":1}`, map[string]any{}, `{"id":1,"x":1}`, ""},
		{volumeLayout, `{"id":1}`, map[string]any{"volumeGuids": []string{"b"}}, "", ""},
		{volumeLayout, `{"id":1,"volumeGuids":[]}`, map[string]any{"volumeGuids": []string{"b"}}, "", ""},
		{databaseLayout, `{"id":1,"x":1}`, map[string]any{}, "", ""},
		{namespaceLayout, `{"id":1}`, map[string]any{"includeParams": web}, "", ""},
		{namespaceLayout, `{"id":1,"name":"shop","includeParams":{"labelCombinationMethod":"AND","labelVector":[{"key":"tier","value":"1"},{"key":"app","value":"web"}],"more":null,
			"selectedResources":[{"apiGroup":"kubevirt.io","kind":"VirtualMachine","version":"v1","isClusterScoped":false,"resourceList":[{"name":"vm-1"}]}]}}`, map[string]any{"includeParams": web}, "", ""},
		{namespaceLayout, `{"id":1,"name":"shop","includeParams":{"labelCombinationMethod":"AND","labelVector":[{"key":"app","value":"web"}]}}`, map[string]any{"includeParams": web}, "", "'shop' is in the protection group already"},
		{namespaceLayout, `{"id":1,"name":"shop","includeParams":{"labelCombinationMethod":"AND","labelVector":[{"key":"app","value":"web"}]}}`, map[string]any{}, "", "'shop' is in the protection group already"},
	} {
		fresh, changed, err := c.l.merged(parsed(t, c.have), c.more)
		if c.fails != "" {
			require.ErrorContains(t, err, c.fails)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want != "", changed, c.have)
		want := c.want
		if want == "" {
			want = c.have
		}
		text, err := json.Marshal(fresh)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(text))
	}
}
