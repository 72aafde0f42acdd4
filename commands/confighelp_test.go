package commands

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestHelpNamesTheSettings compares the settings that the help of 'config set' explains with those that a slip is answered with.
func TestHelpNamesTheSettings(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	require.Equal(t, 2, cli.RunLocal("config", "set", "servce-url", "x"))
	_, list, found := strings.Cut(strings.Join(strings.Fields(cli.Err.String()), " "), "The settings are: ")
	require.True(t, found, "%s", &cli.Err)
	list, _, _ = strings.Cut(list, ". ")
	require.Equal(t, 0, cli.RunLocal("config", "set", "--help"))
	_, section, found := strings.Cut(cli.Out.String(), "\nSETTINGS:\n")
	require.True(t, found, "%s", &cli.Out)
	section, _, _ = strings.Cut(section, "\nCOMMON OPTIONS:")
	for _, name := range strings.Split(list, ", ") {
		assert.Regexp(t, `(?m)^  `+name+`\s+[A-Z]`, section)
	}
	assert.NotContains(t, section, "explain", "those are all that there are")
}
