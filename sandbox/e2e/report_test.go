package e2e

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// report is measure for a report.
func (s *largeInstance) report(t testing.TB, words ...string) (out []byte, took time.Duration, memory float64) {
	return s.measure(t, 0, append([]string{"report"}, words...)...)
}

// TestReportAsksOnceForAGroup checks how many requests a report sends, and how many at once, and that no run is lost or told twice.
func TestReportAsksOnceForAGroup(t *testing.T) {
	s := newLargeInstance(t, 200, time.Millisecond)
	out, _, _ := s.report(t, "runs", "--since", "-7d", "--output", "csv")
	rows, err := csv.NewReader(bytes.NewReader(out)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+200*runsOfEach)
	seen := map[string]bool{}
	for _, row := range rows[1:] {
		seen[row[1]] = true
	}
	require.Len(t, seen, 200*runsOfEach)
	require.LessOrEqual(t, s.requests.Load(), int64(200+2))
	require.LessOrEqual(t, s.most.Load(), int64(8))
	out, _, _ = s.report(t, "runs", "--since", "-7d", "--output", "html")
	page := string(out)
	require.Contains(t, page, `id="leftout"`, "a page says what it leaves out")
	require.NotContains(t, page, `>Environment</th>`)
	require.Equal(t, 200*runsOfEach, strings.Count(page[strings.Index(page, `<table class="sortable"`):], `<tr><th scope="row"`), "and has every run")
	out, _, _ = s.report(t, "runs", "--since", "-7d", "--group", "group-1,group-7?", "--output", "json", "-j", "totals.runs")
	require.Equal(t, fmt.Sprint(11*runsOfEach), strings.TrimSpace(string(out)))
	require.LessOrEqual(t, s.requests.Load(), int64(11+2), "groups that are not meant are not asked")
}

// BenchmarkReportRuns reports 100,000 runs of 1,000 groups, with 20 ms for each request: as a table, and as a page.
func BenchmarkReportRuns(b *testing.B) {
	s := newLargeInstance(b, 1000, 20*time.Millisecond)
	for _, format := range []string{"table", "csv", "json", "html"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				out, took, memory := s.report(b, "runs", "--since", "-7d", "--output", format)
				b.ReportMetric(float64(took.Milliseconds()), "ms")
				b.ReportMetric(float64(s.requests.Load()), "requests")
				b.ReportMetric(memory, "MiB-memory")
				b.ReportMetric(float64(len(out))/(1<<20), "MiB-output")
			}
		})
	}
}
