package commands

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestAReportOfAnySizeIsPrintedAsItComes has more rows than a job may hold.
func TestAReportOfAnySizeIsPrintedAsItComes(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	row := `{"a":"` + strings.Repeat("x", 1<<16) + `"},`
	answer := `{"components":[{"data":[` + strings.TrimSuffix(strings.Repeat(row, 1100), ",") + `]}]}`
	cli.Answer = func(*http.Request) *http.Response {
		reply := enginetest.Reply(200, "application/json", "")
		reply.Body, reply.ContentLength = io.NopCloser(strings.NewReader(answer)), -1
		return reply
	}
	for _, format := range []string{"json", "yaml"} {
		require.Equal(t, 0, cli.Run("console", "reports-preview", "--id", "r", "--output", format), &cli.Err)
		assert.Greater(t, cli.Out.Len(), 64<<20)
	}
	assert.Equal(t, 1, cli.Run("console", "reports-preview", "--id", "r", "--output", "csv"), "all columns have to be known first")
	assert.Contains(t, cli.Err.String(), "too large")
}

// TestAReportWithoutRowsSaysSo tells people, beside the answer.
func TestAReportWithoutRowsSaysSo(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	for answer, empty := range map[string]bool{`{"title":"T","components":[{"name":"A","data":[]},{"name":"B"}]}`: true, `{"title":"T","components":[{"name":"A","data":[]},{"name":"B","data":[{"x":1}]}]}`: false} {
		cli.Answer = func(*http.Request) *http.Response { return enginetest.Reply(200, "application/json", answer) }
		require.Equal(t, 0, cli.Run("console", "reports-preview", "--id", "r"), &cli.Err)
		assert.Equal(t, empty, strings.Contains(cli.Err.String(), "The report has no rows."), answer)
		require.Equal(t, 0, cli.Run("console", "reports-preview", "--id", "r", "--output", "json"), &cli.Err)
		assert.Empty(t, cli.Err.String())
	}
}
