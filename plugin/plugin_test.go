package plugin

import (
	"encoding/json"
	"errors"
	"os"
	"testing"

	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/bluemix/models"
	sdk "github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin"
	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin/pluginfakes"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands"
	"ibmcloud-backup-recovery-plugin/service"
)

func ours(t *testing.T) *Plugin {
	raw, err := os.ReadFile("../metadata.json")
	require.NoError(t, err)
	p, err := New(raw)
	require.NoError(t, err)
	return p
}

func TestTheHostsValidatorHasNothingToSay(t *testing.T) {
	m := ours(t).Metadata()
	for _, found := range sdk.NewPluginMetadataValidator().Errors([]sdk.PluginMetadata{m}) {
		t.Error(found)
	}
	assert.NotEmpty(t, m.Commands)
}

func TestEveryFlagIsDescribed(t *testing.T) {
	for _, c := range ours(t).Metadata().Commands {
		assert.NotEmpty(t, c.Description, c.Name)
		for _, f := range c.Flags {
			assert.NotEmpty(t, f.Description, "%s --%s", c.Name, f.Name)
			assert.NotContains(t, f.Description, "\n")
		}
	}
}

// TestMetadataFile checks that metadata.json is the one source of what it says.
func TestMetadataFile(t *testing.T) {
	m := ours(t).Metadata()
	assert.Equal(t, "backup-recovery", m.Name)
	assert.Equal(t, []string{"br"}, m.Aliases)
	assert.GreaterOrEqual(t, m.MinCliVersion.Major, 2)
	var file struct{ Version string }
	raw, err := os.ReadFile("../metadata.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &file))
	assert.Equal(t, file.Version, m.Version.String())
}

func TestACommandDoesNotBuildTheTree(t *testing.T) {
	p := ours(t)
	assert.Empty(t, p.GetMetadata().Commands)
	p.listing = true
	assert.NotEmpty(t, p.GetMetadata().Commands)
}

// host is a fake of the host with a session.
func host(config sdk.PluginConfig) *pluginfakes.FakePluginContext {
	h := &pluginfakes.FakePluginContext{}
	h.IAMTokenReturns("Bearer x")
	h.PluginConfigReturns(config)
	h.HTTPTimeoutReturns(30)
	h.TraceReturns("false")
	h.ColorEnabledReturns("true")
	return h
}

func TestTheSessionIsTheHosts(t *testing.T) {
	h := host(&pluginfakes.FakePluginConfig{})
	h.IsPrivateEndpointEnabledReturns(true)
	h.LocaleReturns("de_DE")
	h.MCPEnabledReturns(true)
	h.GetEndpointReturns("https://rc.example.com", nil)
	t.Setenv("IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT", "")
	s := newSession(h, about{Version: "1.2.3"})
	assert.True(t, s.LoggedIn)
	assert.True(t, s.Private)
	assert.True(t, s.MCP)
	assert.Equal(t, "de_DE", s.Locale)
	assert.Contains(t, s.Agent, "1.2.3")
	assert.EqualValues(t, 30e9, s.Timeout)
	assert.False(t, s.OwnResources)
	address, err := s.Resources()
	require.NoError(t, err)
	assert.Equal(t, "https://rc.example.com", address)
	t.Setenv("IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT", "https://mine.example.com")
	s = newSession(h, about{})
	assert.True(t, s.OwnResources)
	address, err = s.Resources()
	require.NoError(t, err)
	assert.Equal(t, "https://mine.example.com", address)

	h.IAMTokenReturns("")
	assert.False(t, newSession(h, about{}).LoggedIn)
}

func TestTheResourceGroupAndColoursAreTheHosts(t *testing.T) {
	h := host(&pluginfakes.FakePluginConfig{})
	h.CurrentResourceGroupReturns(models.ResourceGroup{GUID: "blue"})
	t.Setenv("IBMCLOUD_COLOR", "")
	s := newSession(h, about{})
	assert.Equal(t, "blue", s.Group)
	assert.False(t, s.ColorPipes)
	t.Setenv("IBMCLOUD_COLOR", "true")
	assert.True(t, newSession(h, about{}).ColorPipes)
}

func TestWordsToComplete(t *testing.T) {
	p := ours(t)
	assert.True(t, p.Metadata().DelegateBashCompletion)
	for _, words := range [][]string{{"br", "policy"}, {"backup-recovery", "policy"}, {"policy"}, {"br", "policy", "--generate-bash-completion"}} {
		assert.Equal(t, []string{"policy"}, p.behindNamespace(words))
	}
	assert.Empty(t, p.behindNamespace(nil))
}

func TestTimeoutOfTheEnvironment(t *testing.T) {
	t.Setenv("IBMCLOUD_HTTP_TIMEOUT", "7")
	assert.EqualValues(t, 7e9, timeout(host(nil)))
	t.Setenv("IBMCLOUD_HTTP_TIMEOUT", "soon")
	assert.EqualValues(t, 30e9, timeout(host(nil)))
}

func TestTheEnvironmentChoosesALanguageWhereTheHostDoesNot(t *testing.T) {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	assert.Empty(t, locale(""))
	t.Setenv("LANG", "fr_FR.UTF-8")
	assert.Equal(t, "fr_FR.UTF-8", locale(""))
	t.Setenv("LC_ALL", "zh_TW.UTF-8")
	assert.Equal(t, "zh_TW.UTF-8", locale(""))
	assert.Equal(t, "de_DE", locale("de_DE"))
}

// TestExamplesBeginWithAnAlias checks that help abbreviates the namespace as the host does.
func TestExamplesBeginWithAnAlias(t *testing.T) {
	assert.Contains(t, ours(t).Metadata().Aliases, commands.Short)
}

func TestWhoHasNeverLoggedInIsToldSo(t *testing.T) {
	t.Setenv("IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT", "")
	for _, c := range []struct {
		token string
		login bool
	}{{"", true}, {"Bearer x", false}} {
		h := host(&pluginfakes.FakePluginConfig{})
		h.IAMTokenReturns(c.token)
		h.IAMRefreshTokenReturns("")
		h.GetEndpointReturns("", errors.New("only public cloud is supported"))
		_, err := newSession(h, about{}).Resources()
		var login *service.LoginError
		assert.Equal(t, c.login, errors.As(err, &login), "%v", err)
	}
}
