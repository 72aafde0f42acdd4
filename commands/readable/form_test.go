package readable

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// known returns words that were read already.
func known() *Words {
	w := NewWords()
	for kind, things := range map[api.Kind]map[string]string{
		api.KindPolicy: {"1:2:3": "gold", "1:2:4": "silver"}, api.KindObject: {"217": "web-1", "9007199254740995": "web-2", "5": "twin", "6": "Twin"},
	} {
		b := newBook()
		for id, word := range things {
			b.add(id, word)
		}
		w.kinds[kind] = b
	}
	return w
}

func decoded(t *testing.T, text string) map[string]any {
	object, err := Decode([]byte(text))
	require.NoError(t, err)
	return object
}

const stored = `{"name":"web","policyId":"1:2:3","environment":"kPhysical","isPaused":false,"lastModifiedTimestampUsecs":1795489984000000,"description":"",
	"startTime":{"hour":1,"minute":2,"timeZone":"America/Los_Angeles"},"alertPolicy":{"backupRunStatus":["kFailure"],"alertTargets":[]},
	"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"quiesce":true,"objects":[
		{"id":9007199254740995,"name":"web-2","filePaths":[{"includedPath":"/","excludedPaths":[]}]},{"id":217,"name":"web-1","filePaths":[{"includedPath":"/srv"}]},{"id":5,"name":"twin"}]}}}`

func TestReadableForm(t *testing.T) {
	f := &Form{Fields: api.UpdateProtectionGroup.Body, Words: known(), Adds: func(path string, value any) bool {
		return path == "physicalParams.fileProtectionTypeParams.quiesce" && value == true
	}}
	c := &engine.Context{Context: t.Context()}
	seen, err := f.Of(c, decoded(t, stored))
	require.NoError(t, err)
	raw, err := json.Marshal(seen)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"web","policyId":"gold","environment":"kPhysical","startTime":{"hour":1,"minute":2},"alertPolicy":{"backupRunStatus":["kFailure"]},
		"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":5},{"id":"web-1","filePaths":[{"includedPath":"/srv"}]},{"id":"web-2","filePaths":[{"includedPath":"/"}]}]}}}`,
		string(raw), "an ID whose word several have stays")
	written, err := f.Of(c, decoded(t, `{"name":"web","policyId":"GOLD","environment":"physical","physicalParams":{"protectionType":"FILE","fileProtectionTypeParams":{"objects":[{"id":"WEB-2"},{"id":217}]}}}`))
	require.NoError(t, err)
	raw, err = json.Marshal(written)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"web","policyId":"gold","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":"web-1"},{"id":"web-2"}]}}}`, string(raw))
}

func TestOverlayKeepsWhatIsNotSeen(t *testing.T) {
	f := &Form{Fields: api.UpdateProtectionGroup.Body, Words: known()}
	c := &engine.Context{Context: t.Context()}
	body, err := f.Body(c, decoded(t, `{"name":"web","policyId":"silver","environment":"kPhysical","physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[{"id":"web-2","filePaths":[{"includedPath":"/etc"}]},{"id":"217"}]}}}`))
	require.NoError(t, err)
	fresh, err := f.Overlay(c, decoded(t, stored), body)
	require.NoError(t, err)
	raw, err := json.Marshal(fresh)
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"web","policyId":"1:2:4","environment":"kPhysical","isPaused":false,"lastModifiedTimestampUsecs":1795489984000000,"physicalParams":{"protectionType":"kFile","fileProtectionTypeParams":{"objects":[
		{"id":9007199254740995,"name":"web-2","filePaths":[{"includedPath":"/etc"}]},{"id":217,"name":"web-1"}]}}}`, string(raw))

	paused := decoded(t, `{"isPaused":true}`)
	fresh, err = f.Overlay(c, paused, map[string]any{})
	require.NoError(t, err)
	assert.Equal(t, map[string]any{"isPaused": false}, fresh, "a default is sent, because the service may keep what it has")
}

func TestWordsThatMeanNothing(t *testing.T) {
	f := &Form{Fields: api.UpdateProtectionGroup.Body, Words: known()}
	c := &engine.Context{Context: t.Context()}
	for _, text := range []string{`{"policyId":"platinum"}`, `{"physicalParams":{"fileProtectionTypeParams":{"objects":[{"id":"web-1"},{"id":"twin"}]}}}`} {
		_, err := f.Body(c, decoded(t, text))
		var unresolved *Unresolved
		require.ErrorAs(t, err, &unresolved, text)
		assert.Contains(t, []string{"policyId", "physicalParams.fileProtectionTypeParams.objects[1].id"}, unresolved.Path)
	}
}

func TestSameIsWithoutOrderOfTexts(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{`{"a":["x","y"]}`, `{"a":["y","x"]}`, true}, {`{"a":["x","y"]}`, `{"a":["y"]}`, false}, {`{"a":[{"b":1},{"b":2}]}`, `{"a":[{"b":2},{"b":1}]}`, false},
		{`{"a":1}`, `{"a":1,"b":null}`, false}, {`{"a":9007199254740993}`, `{"a":9007199254740992}`, false}, {`{}`, `{}`, true},
	} {
		assert.Equal(t, c.same, Same(decoded(t, c.a), decoded(t, c.b)), "%s %s", c.a, c.b)
	}
}

func TestSecretsComeFromElsewhere(t *testing.T) {
	t.Setenv("KEY_OF_ROKS", "from the environment")
	c := &engine.Context{Context: t.Context()}
	for text, want := range map[string]string{"$KEY_OF_ROKS": "from the environment", "${KEY_OF_ROKS}": "from the environment", "plain": "plain", "$": "$"} {
		got, err := Secret(c, "", "key", text)
		require.NoError(t, err, text)
		assert.Equal(t, want, got, text)
	}
	for _, text := range []string{"${", "pre${KEY_OF_ROKS}"} {
		_, err := Secret(c, "", "key", text)
		require.Error(t, err, text)
	}
	_, err := Secret(c, "", "kubernetesParams.clientPrivateKey", "$NOT_SET_ANYWHERE")
	require.ErrorContains(t, err, "kubernetesParams.clientPrivateKey")
	assert.ErrorContains(t, err, "NOT_SET_ANYWHERE")
	body := decoded(t, `{"kubernetesParams":{"clientPrivateKey":"********","endpoint":"e"},"encryptionKey":"k"}`)
	hidden := HideSecrets(api.RegisterProtectionSource.Body, decoded(t, `{"kubernetesParams":{"clientPrivateKey":"x"}}`))
	assert.Equal(t, map[string]any{"kubernetesParams": map[string]any{"clientPrivateKey": "********"}}, hidden)
	assert.Equal(t, []string{"encryptionKey", "kubernetesParams.clientPrivateKey"}, TakeSecrets(api.RegisterProtectionSource.Body, body))
	assert.Equal(t, map[string]any{"kubernetesParams": map[string]any{"endpoint": "e"}}, body)
}
