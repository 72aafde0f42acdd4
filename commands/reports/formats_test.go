package reports

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output/junit"
)

type suite struct {
	Name       string `xml:"name,attr"`
	Tests      int    `xml:"tests,attr"`
	Failures   int    `xml:"failures,attr"`
	Skipped    int    `xml:"skipped,attr"`
	Properties []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	} `xml:"properties>property"`
	Cases []struct {
		Name    string `xml:"name,attr"`
		Class   string `xml:"classname,attr"`
		Failure *struct {
			Message string `xml:"message,attr"`
			Text    string `xml:",chardata"`
		} `xml:"failure"`
		Skipped *struct {
			Message string `xml:"message,attr"`
		} `xml:"skipped"`
	} `xml:"testcase"`
}

func TestJUnitHasACaseAThing(t *testing.T) {
	cli := instance(t, lists())
	for line, want := range map[string]string{
		"runs":             "db ok, files failed, new skipped, shop ok",
		"failures":         "db ok, files failed, new skipped, shop ok",
		"runs --since -9h": "db skipped, files failed, new skipped, shop ok",
		"sla":              "db ok, files failed, new skipped, shop ok",
		"unprotected":      "web-1 ok, web-2 ok, web-3 failed",
		"objects":          "web-1 ok, web-2 failed, web-3 skipped",
		"recoveries":       "back failed, sql ok",
		"agents":           "web-1 failed, web-2 ok",
		"connectors":       "dc-1 failed, dc-2 ok",
		"rpo":              "new failed, files failed, shop ok, db skipped",
	} {
		require.Equal(t, 0, cli.Run(append(append([]string{"report"}, strings.Fields(line)...), "-o", "junit")...), "%s: %s", line, &cli.Err)
		var doc struct {
			Suite []suite `xml:"testsuite"`
		}
		require.NoError(t, xml.Unmarshal(cli.Out.Bytes(), &doc), line)
		require.Len(t, doc.Suite, 1)
		s := doc.Suite[0]
		var found []string
		failures, skipped := 0, 0
		for _, c := range s.Cases {
			word := "ok"
			switch {
			case c.Failure != nil:
				word = "failed"
				failures++
				assert.NotEmpty(t, c.Failure.Message, line)
			case c.Skipped != nil:
				word = "skipped"
				skipped++
				assert.NotEmpty(t, c.Skipped.Message, line)
			}
			found = append(found, c.Name+" "+word)
			assert.NotEmpty(t, c.Class)
		}
		assert.Equal(t, want, strings.Join(found, ", "), line)
		assert.Equal(t, []int{len(found), failures, skipped}, []int{s.Tests, s.Failures, s.Skipped}, line)
		assert.Equal(t, "backup-recovery."+strings.Fields(line)[0], s.Name)
	}
}

func TestOpenMetricsHasTheFigures(t *testing.T) {
	cli := instance(t, lists())
	for line, want := range map[string]string{
		"runs":        `_runs{state="failed"} 1`,
		"failures":    `_group_runs{group="files",state="failed"} 1`,
		"sla":         `_group_sla_missed_runs{group="files"} 1`,
		"unprotected": `_objects{state="unprotected",environment="physical"} 1`,
		"objects":     `_objects{state="no_backup",environment="physical"} 1`,
		"storage":     `_group_written_bytes{group="files"} 1536`,
		"recoveries":  `_recoveries{state="failed"} 1`,
		"agents":      `_agents{state="unreachable"} 1`,
		"connectors":  `_connectors{state="disconnected"} 1`,
		"locks":       `_group_runs_locked{group="db"} 1`,
		"rpo":         `_group_backup_age_seconds{group="files"} 32400`,
	} {
		require.Equal(t, 0, cli.Run("report", line, "-o", "openmetrics"), "%s: %s", line, &cli.Err)
		assert.Contains(t, "\n"+cli.Out.String(), "\nibm_backup_recovery_report"+want+"\n", line)
		assert.Contains(t, cli.Out.String(), `ibm_backup_recovery_report_made_info{report="`+line+`",service_instance="instance"`)
		assert.True(t, strings.HasSuffix(cli.Out.String(), "# EOF\n"), line)
	}
}

// TestTwoGroupsOfOneName checks that figures of groups with one name do not exclude each other.
func TestTwoGroupsOfOneName(t *testing.T) {
	all := lists()
	all["/v2/data-protect/protection-groups"] = strings.Replace(all["/v2/data-protect/protection-groups"], `"name":"db"`, `"name":"files"`, 1)
	cli := instance(t, all)
	for _, kind := range []string{"runs", "sla", "storage", "rpo", "locks"} {
		require.Equal(t, 0, cli.Run("report", kind, "-o", "openmetrics"), "%s: %s", kind, &cli.Err)
	}
	require.Equal(t, 0, cli.Run("report", "sla", "-o", "openmetrics"))
	assert.Contains(t, cli.Out.String(), `_group_sla_runs{group="files"} 5`)
}

// TestPagesSayWhatTheyAre looks at the page of each kind: one document, with a policy, and without anything from elsewhere.
func TestPagesSayWhatTheyAre(t *testing.T) {
	cli := instance(t, lists())
	for _, c := range Resource.Commands {
		require.Equal(t, 0, cli.Run("report", c.Name, "-o", "html", "--zone", "Europe/Berlin"), "%s: %s", c.Name, &cli.Err)
		page := cli.Out.String()
		assert.Equal(t, 1, strings.Count(page, "<h1>"), c.Name)
		assert.Contains(t, page, "Content-Security-Policy")
		assert.NotContains(t, page, "unsafe-inline")
		assert.Contains(t, page, "<dd>instance</dd>")
		assert.Contains(t, page, "<dd>Europe/Berlin</dd>")
		assert.Contains(t, page, "2026-11-28 13:00", "the time in the zone")
		assert.NotRegexp(t, regexp.MustCompile(`(src|href|action)="?(https?:)?//`), page)
		if c.Name != "connectors" {
			assert.Contains(t, page, `<table class="sortable"`)
		}
	}
}

func TestReportsAreWrittenWhole(t *testing.T) {
	cli := instance(t, lists())
	dir := t.TempDir()
	path := filepath.Join(dir, "r.html")
	require.Equal(t, 0, cli.Run("report", "runs", "-o", "html", "--output-file", path), cli.Err.String())
	assert.Empty(t, cli.Out.String())
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(string(raw), "</html>\n"))
	assert.NotEqual(t, 0, cli.Run("report", "runs", "-o", "csv", "--output-file", path), "a file that is there stays")
	again, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, raw, again)
	require.Equal(t, 0, cli.Run("report", "runs", "-o", "csv", "--output-file", path, "--force"))
	again, err = os.ReadFile(path)
	require.NoError(t, err)
	assert.True(t, strings.HasPrefix(string(again), "Group,Run,Type,"))
	require.Equal(t, 0, cli.Run("report", "rpo", "-o", "junit", "--output-file", dir+"/"))
	assert.FileExists(t, filepath.Join(dir, "report-rpo.xml"))
	require.Equal(t, 0, cli.Run("report", "rpo", "--output-file", filepath.Join(dir, "t.txt"), "-q"))
	assert.Empty(t, cli.Out.String()+cli.Err.String())
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, left, 3, "no part of a file is left")

	cli.App.Streams.OutTerm = true
	assert.Equal(t, 2, cli.Run("report", "runs", "-o", "html"))
	assert.Contains(t, cli.Err.String(), "--output-file")
	assert.Empty(t, cli.Out.String())
}

// broken is a reader that cannot be written to for long.
type broken struct{ left int }

func (b *broken) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestABrokenPipeEndsIt(t *testing.T) {
	cli := instance(t, lists())
	for _, format := range []string{"html", "junit", "openmetrics", "csv", "json"} {
		cli.App.Streams.Out = &broken{10}
		assert.Equal(t, 1, cli.Run("report", "runs", "-o", format), format)
	}
}

func TestTestCasesHaveNamesOfTheirOwn(t *testing.T) {
	var names []string
	for c := range distinct(slices.Values([]junit.Case{{Name: "a"}, {Name: "a"}, {Name: "b"}, {Name: "a (2)"}, {Name: "a"}, {Class: "x", Name: "a"}})) {
		names = append(names, c.Class+c.Name)
	}
	assert.Equal(t, []string{"a", "a (2)", "b", "a (2) (2)", "a (3)", "xa"}, names)
	for c := range distinct(slices.Values([]junit.Case{{Name: "a\u202eb", Failed: "x\x1b[31m", Details: "one\ntwo\u009b"}})) {
		assert.Equal(t, junit.Case{Name: `a\u202eb`, Failed: `x\u001b[31m`, Details: "one\ntwo\\u009b"}, c)
	}

	answers := lists()
	answers["/v2/data-protect/protection-groups"] = strings.ReplaceAll(answers["/v2/data-protect/protection-groups"], `"name":"new"`, `"name":"files"`)
	cli := instance(t, answers)
	cli.Run("report", "failures", "--output", "junit")
	assert.Contains(t, cli.Out.String(), `name="files"`)
	assert.Contains(t, cli.Out.String(), `name="files (2)"`)
}
