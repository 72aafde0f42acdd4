package host

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCompletionIsThePluginsWhereItWantsThat(t *testing.T) {
	meta := sample()
	f := newFixture(t, meta)
	for line, want := range map[string]string{
		"": "backup-recovery br login logout", "login": "", "br": "protection-policy policy pp target t exit cat read-three wait die policy export all",
		"br policy schedule": "next", "br policy get": "", "br nonsense": "", "nonsense": "",
	} {
		code, err := f.run(t, append(strings.Fields(line), "--generate-bash-completion")...)
		require.NoError(t, err)
		assert.Zero(t, code)
		assert.Equal(t, want, strings.Join(strings.Fields(f.stdout.String()), " "), line)
	}

	meta.DelegateBashCompletion = true
	f = newFixture(t, meta)
	for _, line := range []string{"br", "br policy", "br policy get --output"} {
		seen := f.start(t, append(strings.Fields(line), "--generate-bash-completion")...)
		assert.Equal(t, append([]string{"SendCompletion"}, strings.Fields(line)...), seen.Args, line)
	}
	code, err := f.run(t, "--generate-bash-completion")
	require.NoError(t, err)
	assert.Zero(t, code)
	assert.Equal(t, "backup-recovery\nbr\nlogin\nlogout\n", f.stdout.String(), "before its namespace the plug-in is not asked")
}
