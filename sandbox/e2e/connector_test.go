//go:build unix

package e2e

import (
	"io"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// startWithConnector starts a sandbox with a connector to register and a connection named dc.
func startWithConnector(t *testing.T) *sandbox.Server {
	s, err := sandbox.Start(sandbox.Options{Dir: t.TempDir(), RunDelay: 50 * time.Millisecond, Connectors: 1})
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	for _, words := range [][]string{{"target", "sandbox-1"}, {"connection", "create", "--connection-name", "dc"}} {
		out, err := run(t.Context(), s, append([]string{"br"}, words...)...).CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	return s
}

// registerAt returns the command line that registers the connector.
func registerAt(t *testing.T, s *sandbox.Server, more ...string) *exec.Cmd {
	return run(t.Context(), s, append([]string{"br", "connector", "register", s.Connectors[0].URL, "--connection", "dc"}, more...)...)
}

// typeSecret waits for a prompt, so often, and types a line.
func typeSecret(t *testing.T, term *terminal, prompt, secret string) {
	t.Helper()
	term.waitFor(t, prompt)
	time.Sleep(100 * time.Millisecond) // the prompt is shown a moment before the echo is off
	_, err := io.WriteString(term, secret+"\n")
	require.NoError(t, err)
}

// TestAConnectorIsRegisteredAtATerminal checks that the passwords are asked for without echo, the new one twice until it is the same, and
// that a connector without them is connected in the end.
func TestAConnectorIsRegisteredAtATerminal(t *testing.T) {
	s := startWithConnector(t)
	term := openTerminalOf(t, 80, registerAt(t, s, "--fingerprint", s.Connectors[0].Fingerprint))
	typeSecret(t, term, "Password of 'admin' on the connector: ", sandbox.FirstPassword)
	typeSecret(t, term, "New password of 'admin': ", "hunter-two")
	typeSecret(t, term, "The new password again: ", "hunter-too")
	typeSecret(t, term, "The two passwords differ.\r\nNew password of 'admin': ", "hunter-three")
	term.waitFor(t, "differ.\r\nNew password of 'admin': \r\nThe new password again: ")
	typeSecret(t, term, "The new password again: ", "hunter-three")
	assert.Equal(t, 0, term.end(t), term.text())
	assert.Contains(t, term.text(), "dc-connector-1")
	for _, secret := range []string{sandbox.FirstPassword, "hunter"} {
		assert.NotContains(t, term.text(), secret)
	}
	term = openTerminal(t, registerAt(t, s, "--fingerprint", s.Connectors[0].Fingerprint))
	typeSecret(t, term, "Password of 'admin' on the connector: ", "hunter-three")
	assert.Equal(t, 0, term.end(t), "it is registered already: %s", term.text())
}

// TestNoPasswordIsAskedForAStranger checks that the certificate is looked at before somebody types a password.
func TestNoPasswordIsAskedForAStranger(t *testing.T) {
	s := startWithConnector(t)
	term := openTerminal(t, registerAt(t, s))
	assert.Equal(t, 1, term.end(t), term.text())
	assert.NotContains(t, term.text(), "Password of")
	assert.Contains(t, term.text(), s.Connectors[0].Fingerprint[:47], "people compare it")
	assert.False(t, slices.ContainsFunc(s.Platform.Requests(), func(r platform.Request) bool { return r.Path == "/v2/access-tokens" }))
}

// TestAnInterruptedRegistrationSaysWhatGoesOn interrupts the command at the prompt, where nothing has been done, and while it waits, where
// the password was changed and the connector goes on by itself.
func TestAnInterruptedRegistrationSaysWhatGoesOn(t *testing.T) {
	s := startWithConnector(t)
	term := openTerminal(t, registerAt(t, s, "--fingerprint", s.Connectors[0].Fingerprint))
	term.waitFor(t, "Password of 'admin' on the connector: ")
	time.Sleep(100 * time.Millisecond)
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t), term.text())

	s.Platform.Faults.Add(platform.Fault{Match: "GET /v2/data-source-connectors", Skip: 1, Times: 1000, Status: 503})
	term = openTerminal(t, registerAt(t, s, "--fingerprint", s.Connectors[0].Fingerprint))
	typeSecret(t, term, "Password of 'admin' on the connector: ", sandbox.FirstPassword)
	typeSecret(t, term, "New password of 'admin': ", "hunter-two")
	typeSecret(t, term, "The new password again: ", "hunter-two")
	require.Eventually(t, func() bool {
		return slices.ContainsFunc(s.Platform.Requests(), func(r platform.Request) bool { return r.Path == "/v2/data-source-connector/registration" })
	}, 10*time.Second, 20*time.Millisecond)
	time.Sleep(time.Second)
	term.interrupt(t)
	assert.Equal(t, 130, term.end(t), term.text())
	for _, said := range []string{"The registration goes on without this command.", "The password of 'admin' on the connector was changed.", "connector list --connection-id dc"} {
		assert.Contains(t, term.text(), said)
	}
}
