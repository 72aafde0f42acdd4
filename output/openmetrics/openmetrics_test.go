package openmetrics

import (
	"bytes"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var families = []Family{
	{Name: "x_run_duration_seconds", Unit: "seconds", Type: Gauge, Help: `How long a "run" took, in C:\.`, Samples: []Sample{
		{Labels: []Label{{"group", "web\nfiles"}}, Value: 1.5},
		{Labels: []Label{{"group", `a"b\`}, {"kind", "\xff\x1b[31m"}}, Value: 1 << 53},
	}},
	{Name: "x_requests", Type: Counter, Help: "Requests.", Samples: []Sample{{Value: 3}}},
	{Name: "x_build", Type: Info, Help: "The program.", Samples: []Sample{{Labels: []Label{{"version", "1.0"}}, Value: 1}}},
	{Name: "x_nothing", Type: Gauge, Help: "Has no samples."},
	{Name: "x_last_backup_timestamp_seconds", Unit: "seconds", Type: Gauge, Help: "When.", Samples: []Sample{{Value: math.Inf(1)}}},
}

func TestWriteOpenMetrics(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Write(&out, families))
	assert.Equal(t, `# HELP x_build The program.
# TYPE x_build info
x_build_info{version="1.0"} 1
# HELP x_last_backup_timestamp_seconds When.
# TYPE x_last_backup_timestamp_seconds gauge
# UNIT x_last_backup_timestamp_seconds seconds
x_last_backup_timestamp_seconds +Inf
# HELP x_requests Requests.
# TYPE x_requests counter
x_requests_total 3
# HELP x_run_duration_seconds How long a \"run\" took, in C:\\.
# TYPE x_run_duration_seconds gauge
# UNIT x_run_duration_seconds seconds
x_run_duration_seconds{group="a\"b\\",kind="`+"\uFFFD\x1b"+`[31m"} 9007199254740992
x_run_duration_seconds{group="web\nfiles"} 1.5
# EOF
`, out.String())
	assert.Equal(t, "x_run_duration_seconds", families[0].Name, "the families of the caller are in another order")
}

func TestWriteTextOfPrometheus(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, WriteText(&out, families[:3]))
	assert.Equal(t, `# HELP x_build_info The program.
# TYPE x_build_info gauge
x_build_info{version="1.0"} 1
# HELP x_requests_total Requests.
# TYPE x_requests_total counter
x_requests_total 3
# HELP x_run_duration_seconds How long a "run" took, in C:\\.
# TYPE x_run_duration_seconds gauge
x_run_duration_seconds{group="a\"b\\",kind="`+"\uFFFD\x1b"+`[31m"} 9007199254740992
x_run_duration_seconds{group="web\nfiles"} 1.5
`, out.String())
}

func TestAnEmptyExpositionStillEnds(t *testing.T) {
	var open, text bytes.Buffer
	require.NoError(t, Write(&open, nil))
	require.NoError(t, WriteText(&text, nil))
	assert.Equal(t, "# EOF\n", open.String())
	assert.Empty(t, text.String())
}

func TestConventionsAreHeld(t *testing.T) {
	label := func(names ...string) []Sample {
		s := Sample{Value: 1}
		for _, name := range names {
			s.Labels = append(s.Labels, Label{name, "v"})
		}
		return []Sample{s}
	}
	for reason, f := range map[string]Family{
		"small letters":            {Name: "x_Runs", Type: Gauge},
		"single underscores":       {Name: "x__runs", Type: Gauge},
		"begins with a letter":     {Name: "9x_runs", Type: Gauge},
		"'_total' at the end":      {Name: "x_runs_total", Type: Counter},
		"'_count' at the end":      {Name: "x_runs_count", Type: Gauge},
		"'_info' at the end":       {Name: "x_build_info", Type: Info},
		"type 'histogram'":         {Name: "x_runs", Type: "histogram"},
		"unit 'minutes'":           {Name: "x_minutes", Unit: "minutes", Type: Gauge},
		"not end with the unit":    {Name: "x_seconds_last", Unit: "seconds", Type: Gauge},
		"that the family does not": {Name: "x_seconds", Type: Gauge},
		"'hours' is no base unit":  {Name: "x_hours_left", Type: Gauge},
		"says the type 'gauge'":    {Name: "x_gauge_runs", Type: Gauge},
		"no unit":                  {Name: "x_bytes", Unit: "bytes", Type: Info},
		"label 'Group'":            {Name: "x_runs", Type: Gauge, Samples: label("Group")},
		"label '__name'":           {Name: "x_runs", Type: Gauge, Samples: label("__name")},
		"label 'le'":               {Name: "x_runs", Type: Gauge, Samples: label("le")},
		"label 'group'":            {Name: "x_runs", Type: Gauge, Samples: label("group", "group")},
		"two samples":              {Name: "x_runs", Type: Gauge, Samples: append(label("group"), label("group")...)},
		"a counter is below 0":     {Name: "x_runs", Type: Counter, Samples: []Sample{{Value: -1}}},
		"or no number":             {Name: "x_runs", Type: Counter, Samples: []Sample{{Value: math.NaN()}}},
		"value of an info":         {Name: "x_build", Type: Info, Samples: []Sample{{Value: 2}}},
	} {
		f.Help = "Helps."
		var out bytes.Buffer
		var wrong *FamilyError
		err := Write(&out, append(families[:1:1], f))
		if assert.True(t, errors.As(err, &wrong), reason) {
			assert.Equal(t, f.Name, wrong.Family)
			assert.Contains(t, err.Error(), reason)
		}
		assert.Empty(t, out.String(), reason)
	}
	assert.ErrorContains(t, Write(&bytes.Buffer{}, []Family{{Name: "x_runs", Type: Gauge, Help: " "}}), "no help")
	assert.ErrorContains(t, Write(&bytes.Buffer{}, append(families, families[0])), "used twice")
	assert.ErrorContains(t, Write(&bytes.Buffer{}, []Family{{Name: "x_runs", Type: Counter, Help: "h"}, {Name: "x_runs", Type: Gauge, Help: "h"}}), "used twice")
}

func FuzzLabelsStayInTheirLine(f *testing.F) {
	f.Add("a\"} 2\nother 3", `\`)
	f.Fuzz(func(t *testing.T, value, other string) {
		var out bytes.Buffer
		err := Write(&out, []Family{{Name: "x_runs", Type: Gauge, Help: value + ".", Samples: []Sample{{Labels: []Label{{"a", value}, {"b", other}}, Value: 7}}}})
		if strings.TrimSpace(value+".") == "" {
			return
		}
		require.NoError(t, err)
		lines := strings.Split(out.String(), "\n")
		require.Len(t, lines, 5, "%q", out.String())
		assert.True(t, strings.HasPrefix(lines[2], `x_runs{a="`) && strings.HasSuffix(lines[2], `"} 7`), lines[2])
		inside := strings.NewReplacer(`\\`, "", `\"`, "", `\n`, "").Replace(lines[2])
		assert.Equal(t, 4, strings.Count(inside, `"`), lines[2])
		assert.NotContains(t, inside, `\`)
	})
}
