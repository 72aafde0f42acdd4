package session

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTokensThatNameNoAccountAreNoSession(t *testing.T) {
	for token, says := range map[string]string{"": "no JSON Web Token", "a.b": "no JSON Web Token", "a.?.c": "cannot be read", "a.e3.c": "cannot be read"} {
		_, err := New("http://iam", token, "")
		assert.ErrorContains(t, err, says, token)
	}
}

func TestASavedSessionIsLoaded(t *testing.T) {
	home := t.TempDir()
	empty, err := Load(home)
	require.NoError(t, err)
	assert.Equal(t, Session{}, *empty)
	saved := &Session{IAMToken: "Bearer x", Account: Account{GUID: "a", Name: "b", Owner: "c"}, ResourceGroup: DefaultGroup}
	saved.Target("eu-de")
	require.NoError(t, saved.Save(home))
	loaded, err := Load(home)
	require.NoError(t, err)
	assert.Equal(t, saved, loaded)

	require.NoError(t, Remove(home))
	loaded, err = Load(home)
	require.NoError(t, err)
	assert.Equal(t, Session{Region: "eu-de", RegionID: "eu-de"}, *loaded, "the region stays targeted")
}
