package commands

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
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

// TestHelpSaysWhereTheManagersCommandsGo checks that an option about the address is not explained with the instance where the Manager is asked.
func TestHelpSaysWhereTheManagersCommandsGo(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	for words, manager := range map[string]bool{"console reports-list": true, "console export-report": true, "provider-instances": true, "management-sre clusters": true,
		"management-sre upgrades-create": true, "alert list": false, "alert summary": false, "alert get": false, "policy list": false} {
		require.Equal(t, 0, cli.Run(append(strings.Fields(words), "--help")...), words)
		page := strings.Join(strings.Fields(cli.Out.String()), " ")
		assert.Equal(t, manager, strings.Contains(page, "--service-url URL The address of the Manager"), words)
		assert.Equal(t, manager, strings.Contains(page, "--instance INSTANCE Has no effect"), words)
		assert.Equal(t, !manager, strings.Contains(page, "The address of the instance"), words)
	}
}

// TestTheDaysOfAReport checks that a period of days has the last one whole.
func TestTheDaysOfAReport(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(*http.Request) *http.Response {
		return enginetest.Reply(200, "application/json", `{"component":{"data":[]},"filters":[{"attribute":"atUsecs","filterType":"TimeRange"}]}`)
	}
	bounds := func(words ...string) (lower, upper int64) {
		require.Equal(t, 0, cli.Run(append([]string{"console", "components-preview", "--id", "c", "--limit-size", "1"}, words...)...), &cli.Err)
		var body struct {
			Filters []struct {
				TimeRangeFilterParams struct{ LowerBound, UpperBound int64 }
			}
		}
		require.NoError(t, json.Unmarshal(cli.Bodies[len(cli.Bodies)-1], &body))
		require.Len(t, body.Filters, 1)
		return body.Filters[0].TimeRangeFilterParams.LowerBound, body.Filters[0].TimeRangeFilterParams.UpperBound
	}
	lower, upper := bounds("--since", "2026-03-01", "--until", "2026-03-01")
	assert.Equal(t, time.Date(2026, 3, 1, 0, 0, 0, 0, time.Local).UnixMicro(), lower)
	assert.Equal(t, time.Date(2026, 3, 2, 0, 0, 0, 0, time.Local).UnixMicro()-1, upper)
	_, upper = bounds("--until", "2026-03-01 10:00")
	assert.Equal(t, time.Date(2026, 3, 1, 10, 0, 0, 0, time.Local).UnixMicro(), upper)
	lower, upper = bounds("--since", "yesterday", "--until", "today")
	assert.InDelta(t, float64(48*time.Hour/time.Microsecond), float64(upper-lower), float64(2*time.Hour/time.Microsecond), "clocks may change")
}

// TestAReportWithoutRowsSaysSo checks the note for people, beside the answer.
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

// TestAReportThatIsNeverCompleteIsWaitedForInTime has a Manager that goes on making it, and one that says nothing at all.
func TestAReportThatIsNeverCompleteIsWaitedForInTime(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	t.Chdir(t.TempDir())
	was := engine.PollBackoff
	engine.PollBackoff = service.Backoff{First: 300 * time.Millisecond, Max: 300 * time.Millisecond, Factor: 1}
	t.Cleanup(func() { engine.PollBackoff = was })
	for _, slow := range []time.Duration{0, 100 * time.Millisecond, 400 * time.Millisecond} { // the time ends in a pause, or in a look
		cli.Answer = func(r *http.Request) *http.Response {
			_ = service.Sleep(r.Context(), slow)
			return enginetest.Reply(202, "", "")
		}
		assert.Equal(t, 6, cli.Run("console", "export-report", "--id", "r", "--async", "--wait", "--wait-timeout", "1s"))
		assert.Contains(t, cli.Err.String(), "The report was not complete within 1s.", slow)
	}
}

// TestWhatIsAboutSettingsNamesNoInstance has a hint about settings in a command for an address.
func TestWhatIsAboutSettingsNamesNoInstance(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(*http.Request) *http.Response { return enginetest.Reply(404, "application/json", `{}`) }
	assert.Equal(t, 4, cli.Run("alert", "list"))
	assert.Contains(t, cli.Err.String(), "config set management-sre-service-url URL'")
	assert.Equal(t, 2, cli.Run("management-sre", "upgrades-cancel"))
	assert.Contains(t, cli.Err.String(), "One of CLUSTER, --cluster-identifiers is required.")
}

// TestARefusalOfReportsNamesNoTenant explains a 403 of the Manager.
func TestARefusalOfReportsNamesNoTenant(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.Answer = func(*http.Request) *http.Response { return enginetest.Reply(403, "application/json", `{}`) }
	assert.Equal(t, 3, cli.Run("console", "reports-list"))
	assert.Contains(t, cli.Err.String(), "Reader")
	assert.NotContains(t, cli.Err.String(), "tenant")
}

// TestAnExampleWithoutArgumentsIsSentWithOneSpace copies the line that sends it.
func TestAnExampleWithoutArgumentsIsSentWithOneSpace(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	require.Equal(t, 0, cli.Run("management-sre", "upgrades-create", "--example"), &cli.Err)
	assert.Contains(t, cli.Out.String(), "upgrades-create --json-input @now.yaml")
}

// TestAManagerThatIsAwayIsNoInstance has hints about its address, and not about the endpoints of instances.
func TestAManagerThatIsAwayIsNoInstance(t *testing.T) {
	cli := enginetest.New(t, Catalog())
	cli.App.Session.Transport = enginetest.Transport(func(*http.Request) (*http.Response, error) {
		return nil, &net.OpError{Op: "dial", Err: errors.New("no route")}
	})
	assert.Equal(t, 1, cli.Run("console", "reports-list"))
	assert.Contains(t, cli.Err.String(), "the address of the Manager")
	assert.NotContains(t, cli.Err.String(), "endpoints")
}
