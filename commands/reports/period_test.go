package reports

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMoments(t *testing.T) {
	berlin, err := loadZone("Europe/Berlin")
	require.NoError(t, err)
	at := time.Date(2026, 11, 28, 13, 0, 0, 0, berlin)
	for typed, want := range map[string][2]string{ // as the beginning, and as the end of a period
		"now":                  {"2026-11-28T13:00:00+01:00", ""},
		"-7d":                  {"2026-11-21T13:00:00+01:00", ""},
		"-35d":                 {"2026-10-24T14:00:00+02:00", ""}, // across the end of summer time
		"today":                {"2026-11-28T00:00:00+01:00", "2026-11-29T00:00:00+01:00"},
		"Yesterday":            {"2026-11-27T00:00:00+01:00", "2026-11-28T00:00:00+01:00"},
		"2026-10-25":           {"2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"}, // of 25 hours
		"2026-11-20 18:30":     {"2026-11-20T18:30:00+01:00", ""},
		"2026-11-20t18:30:15":  {"2026-11-20T18:30:15+01:00", ""},
		"08:10":                {"2026-11-28T08:10:00+01:00", ""},
		"18:30":                {"2026-11-27T18:30:00+01:00", ""},
		"2026-11-20T18:30:00Z": {"2026-11-20T19:30:00+01:00", ""},
	} {
		for i, end := range []bool{false, true} {
			found, ok := parseMoment(typed, at, end)
			require.True(t, ok, typed)
			expected := want[i]
			if expected == "" {
				expected = want[0]
			}
			assert.Equal(t, expected, found.In(berlin).Format(time.RFC3339), typed)
		}
	}
	for _, typed := range []string{"", "25:00", "tomorow", "2026-13-01", "7d"} {
		_, ok := parseMoment(typed, at, false)
		assert.False(t, ok, typed)
	}
}

// TestPeriodsAreCut checks that days begin at midnight of the zone, also where one has 25 hours, and that no chart gets too many parts.
func TestPeriodsAreCut(t *testing.T) {
	berlin, err := loadZone("europe/berlin")
	if err != nil { // a system's own data may know it in this spelling only
		berlin, err = loadZone("Europe/Berlin")
	}
	require.NoError(t, err)
	p := period{since: time.Date(2026, 10, 24, 15, 0, 0, 0, berlin), until: time.Date(2026, 10, 26, 9, 0, 0, 0, berlin), zone: berlin}
	bounds, layout := p.cut(p.since)
	require.Len(t, bounds, 4)
	assert.Equal(t, []string{"10-24 00:00", "10-25 00:00", "10-26 00:00", "10-26 09:00"}, []string{bounds[0].Format("01-02 15:04"), bounds[1].Format("01-02 15:04"), bounds[2].Format("01-02 15:04"), bounds[3].Format("01-02 15:04")})
	assert.Equal(t, 25*time.Hour, bounds[2].Sub(bounds[1]))
	assert.Equal(t, "01-02", layout)

	until := time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)
	for span, want := range map[time.Duration]string{90 * 24 * time.Hour: "01-02", 92 * 24 * time.Hour: "01-02", 400 * 24 * time.Hour: "01-02", 3 * 365 * 24 * time.Hour: "2006-01", 20 * 365 * 24 * time.Hour: "2006"} {
		p := period{since: until.Add(-span), until: until, zone: time.UTC}
		bounds, layout := p.cut(p.since)
		assert.Equal(t, want, layout, span.String())
		assert.LessOrEqual(t, len(bounds)-1, mostParts, span.String())
		assert.False(t, bounds[0].After(p.since), span.String())
		assert.Equal(t, until, bounds[len(bounds)-1])
	}
	p = period{until: until, zone: time.UTC} // all there is
	bounds, _ = p.cut(until.Add(-50 * time.Hour))
	assert.Len(t, bounds, 4)
}

func TestPercent(t *testing.T) {
	assert.Equal(t, "", percent(0, 0).String())
	assert.Equal(t, "100", percent(3, 3).String())
	assert.Equal(t, "99.9", percent(99_999, 100_000).String(), "not all")
	assert.Equal(t, "0.1", percent(1, 100_000).String(), "not none")
	assert.Equal(t, "0.0", percent(0, 5).String())
	assert.Equal(t, "66.6", percent(2, 3).String())
}

func TestLargest(t *testing.T) {
	of := map[string]int64{}
	for i := range 25 {
		of[string(rune('a'+i))] = int64(i)
	}
	bars := largest(of, count)
	require.Len(t, bars, mostBars+1)
	assert.Equal(t, "y", bars[0].Name)
	assert.True(t, bars[mostBars].Other)
	assert.Equal(t, int64(0+1+2+3+4), bars[mostBars].Value)
}
