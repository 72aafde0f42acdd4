package commands

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestTablesAtATerminal shows a list of snapshots at a terminal of 80 columns, by the program's clock or the service's.
func TestTablesAtATerminal(t *testing.T) {
	local := time.Local
	time.Local = time.UTC
	t.Cleanup(func() { time.Local = local })
	t.Setenv("COLUMNS", "80")
	long := strings.Repeat("c25hcHNob3Q", 11)
	cli := estate(t)
	names := cli.Answer
	cli.Answer = func(r *http.Request) *http.Response {
		if r.URL.Path == "/v2/data-protect/objects/217/snapshots" {
			return enginetest.Reply(http.StatusOK, "application/json", `{"snapshots":[{"id":"`+long+`","objectId":217,"objectName":"web-1.shop.example.com","protectionGroupName":"files",
				"protectionGroupRunId":"12:1772388000000000","runType":"kRegular","snapshotTargetType":"Local","snapshotTimestampUsecs":1772388000000000,"expiryTimeUsecs":1773604800000000,"onLegalHold":true}]}`)
		}
		return names(r)
	}
	cli.App.Now = func() time.Time { return time.Unix(1772388000+3*3600, 0) }
	cli.App.Streams.OutTerm, cli.App.Streams.ErrTerm = true, true
	show := func(more ...string) string {
		require.Equal(t, 0, cli.Run(append([]string{"object-snapshots-list", "--id", "217"}, more...)...), cli.Err.String())
		return cli.Out.String()
	}
	assert.Equal(t, ""+
		"Taken    Group   Run   Type      Target   Expires   Legal Hold   Snapshot\n"+
		"3h ago   files   12    Regular   Local    in 13d    yes          "+engine.ShortSnapshot("217", long)+"\n", show())
	assert.Equal(t, "Hidden columns: Object. Use '-o wide' to see them.\n", cli.Err.String())
	ours := cli.Answer
	cli.Answer = func(r *http.Request) *http.Response { // of a service whose clock is ahead
		resp := ours(r)
		resp.Header.Set("Date", time.Unix(1772388000+51*3600, 0).UTC().Format(http.TimeFormat))
		return resp
	}
	assert.Contains(t, show(), "2d ago ")
	cli.Answer = ours

	for _, wide := range []string{show("-o", "wide"), show("--columns", "snapshot,taken,run,type")} {
		assert.Contains(t, wide, "2026-03-01 18:00:00   ")
		assert.Contains(t, wide, "Taken (UTC)")
		assert.Contains(t, wide, long)
		assert.Contains(t, wide, "12:1772388000000000")
		assert.Contains(t, wide, "Regular")
		assert.Empty(t, cli.Err.String())
	}
	assert.Contains(t, show("-o", "csv"), "2026-03-01T18:00:00Z,web-1.shop.example.com,files,12:1772388000000000,kRegular,Local,")
	assert.Equal(t, "\"kRegular\"\n", show("-o", "wide", "-j", "snapshots[0].runType"))
	assert.Contains(t, show("-o", "wide", "--filter", "Type=kRegular", "--sort-by", "taken"), long)
	assert.Contains(t, show("-o", "table", "--filter", "Snapshot="+long), "217-")
	cli.App.Streams.OutTerm = false
	assert.Contains(t, show(), long, "what reads a pipe gets it whole")

	require.Equal(t, 2, cli.Run("object-snapshots-list", "--id", "217", "-o", "wide", "--csv-safe"))
}
