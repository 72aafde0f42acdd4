package engine

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// TestAnAnswerToAQuestionIsOneLine checks that nothing behind it is read, and no more than an answer has.
func TestAnAnswerToAQuestionIsOneLine(t *testing.T) {
	in := strings.NewReader("yes\nnext\n")
	line, err := readLine(in)
	require.NoError(t, err)
	assert.Equal(t, "yes", line)
	rest, err := io.ReadAll(in)
	require.NoError(t, err)
	assert.Equal(t, "next\n", string(rest))
	line, err = readLine(strings.NewReader("no end"))
	assert.ErrorIs(t, err, io.EOF)
	assert.Equal(t, "no end", line)
	in = strings.NewReader(strings.Repeat("x", 2*longestAnswer))
	line, err = readLine(in)
	require.NoError(t, err)
	assert.Len(t, line, longestAnswer)
	assert.Equal(t, longestAnswer, in.Len())
}

// TestTimeGoesByTheClockOfTheServer has a service whose clock is ahead, and another server whose clock is wrong.
func TestTimeGoesByTheClockOfTheServer(t *testing.T) {
	here := time.Date(2026, 11, 29, 12, 0, 0, 0, time.UTC)
	now := here
	newOne := func(command *Command) *console {
		return newConsole(&output.Streams{}, &Options{}, command, func() time.Time { return now })
	}
	c := newOne(&Command{})
	assert.Equal(t, here, c.serviceNow(), "nothing was heard")
	c.heard(api.GetProtectionGroups.Server, here.Add(20*time.Second))
	assert.Equal(t, here.Add(20*time.Second), c.serviceNow())
	assert.Equal(t, here, c.shownNow(), "nobody would notice")
	c.heard(api.GetProtectionGroups.Server, here.Add(-time.Hour))
	c.heard(api.GetProtectionGroups.Server, time.Time{})
	for _, year := range []int{0, 1, 1970, 2263, 9999} {
		c.heard(api.GetProtectionGroups.Server, time.Date(year, 1, 1, 0, 0, 1, 0, time.UTC))
	}
	c.heard(Connector, here.Add(1000*time.Hour))
	now = now.Add(time.Minute)
	assert.Equal(t, here.Add(-59*time.Minute), c.serviceNow(), "and it goes on")
	assert.Equal(t, c.serviceNow(), c.shownNow())

	c = newOne(&Command{Op: &api.GetDataSourceConnectorLogs})
	c.heard(api.GetProtectionGroups.Server, here.Add(-time.Hour))
	assert.Equal(t, now, c.serviceNow())
	c.heard(Connector, here)
	assert.Equal(t, here, c.serviceNow(), "what a connector keeps is as old as its clock says")
}
