//go:build unix

package e2e

import (
	"io"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// TestStatusIsWatchedAtATerminal opens the page of a problem, comes back and quits, and then interrupts another one.
func TestStatusIsWatchedAtATerminal(t *testing.T) {
	s, _, _ := startWithSnapshot(t, sandbox.Options{RunTime: 100 * time.Millisecond}, 100)
	require.NoError(t, run(t.Context(), s, "br", "group", "delete", "files", "--force", "-q").Run())
	term := openTerminal(t, run(t.Context(), s, "br", "status", "--watch", "--interval", "5s"))
	press := func(keys string) {
		_, err := io.WriteString(term, keys)
		require.NoError(t, err)
	}
	term.waitFor(t, "br protect web-1 --policy POLICY")
	press("\r")
	term.waitFor(t, "it is not run here")
	press("q")
	press("\x1b[B")
	term.waitFor(t, "agent-upgrade-task create")
	press("q")
	assert.Equal(t, 9, term.end(t))
	assert.Contains(t, term.text(), "\x1b[?1049h", "it has a screen of its own")
	assert.Contains(t, term.text(), "\x1b[?1049l", "which it leaves")
	assert.Contains(t, term.text(), "1 problem needs attention.")

	term = openTerminal(t, run(t.Context(), s, "br", "status", "--watch"))
	term.waitFor(t, "br protect web-1 --policy POLICY")
	press("\x03")
	assert.Equal(t, 130, term.end(t))
	assert.Contains(t, term.text(), "\x1b[?1049l")
}
