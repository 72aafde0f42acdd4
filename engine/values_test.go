package engine

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
)

func TestTimesAsPeopleSayThem(t *testing.T) {
	local := time.Local
	time.Local = time.FixedZone("here", 3600)
	t.Cleanup(func() { time.Local = local })
	now := time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"now": "2026-03-10T12:00:00Z", "NOW": "2026-03-10T12:00:00Z", "-24h": "2026-03-09T12:00:00Z", "-7d": "2026-03-03T12:00:00Z", "+1w": "2026-03-17T12:00:00Z", "-1d12h": "2026-03-09T00:00:00Z",
		"2026-03-01T18:30:00Z": "2026-03-01T18:30:00Z", "2026-03-01T18:30:00.123456+02:00": "2026-03-01T16:30:00.123456Z",
		"2026-03-01": "2026-02-28T23:00:00Z", "2026-03-01 10:15": "2026-03-01T09:15:00Z", "2026-03-01T10:15:30": "2026-03-01T09:15:30Z",
		"yesterday": "2026-03-08T23:00:00Z", "Today": "2026-03-09T23:00:00Z",
		"": "", "tomorrow": "", "-": "", "-5": "", "24h": "", "2026-13-01": "", "-5x": "", "-h": "",
	} {
		got, ok := ParseTime(text, now)
		assert.Equal(t, want != "", ok, text)
		if ok {
			assert.Equal(t, want, got.UTC().Format(time.RFC3339Nano), text)
		}
	}
}

func TestSpans(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"30m": 30 * time.Minute, "4h": 4 * time.Hour, "2d": 48 * time.Hour, "1y": 365 * 24 * time.Hour, "1y2w": 379 * 24 * time.Hour, "6w": 6 * 7 * 24 * time.Hour, "1h30m": 90 * time.Minute, "0s": 0,
		"": -1, "5": -1, "m": -1, "1m1h": -1, "1h1h": -1, "-1h": -1, "1.5h": -1, "99999999999w": -1, "999999999w": -1, "300y": -1, "2d1y": -1, "1Y": -1,
	} {
		got, ok := ParseSpan(text)
		assert.Equal(t, want >= 0, ok, text)
		if ok {
			assert.Equal(t, want, got, text)
		}
	}
}

func TestSizes(t *testing.T) {
	for text, want := range map[string]int64{
		"8MiB": 8 << 20, "8 mib": 8 << 20, "500MB": 500_000_000, "1.5KiB": 1536, "7": 7, "7B": 7, "8PiB": 8 << 50, "2kB": 2000,
		"": -1, "MiB": -1, "-1MiB": -1, "1.0001KiB": -1, "9999999PiB": -1, "1e3": -1, "1e999999999": -1, "1e999999999MiB": -1, "8M": -1, "1/2MiB": -1, "8EiB": -1,
	} {
		got, ok := ParseSize(text)
		assert.Equal(t, want >= 0, ok, text)
		if ok {
			assert.Equal(t, want, got, text)
		}
	}
}

func FuzzValues(f *testing.F) {
	f.Add("-1d12h")
	f.Add("8MiB")
	f.Fuzz(func(t *testing.T, text string) {
		_, _ = ParseTime(text, time.Unix(0, 0))
		if d, ok := ParseSpan(text); ok && d < 0 {
			t.Fatalf("%q is a span of %v", text, d)
		}
		if n, ok := ParseSize(text); ok && n < 0 {
			t.Fatalf("%q is a size of %d", text, n)
		}
	})
}

// TestShortValuesAreUnderstood types every documented value as help spells it.
func TestShortValuesAreUnderstood(t *testing.T) {
	for short, value := range map[string]string{"physical": "kPhysical", "sql": "kSQL", "uiUser": "UIUser", "succeeded": "Succeeded", "kind": "kind", "k": "k", "hydrateCDP": "kHydrateCDP"} {
		assert.Equal(t, short, shortValue(value))
	}
	assert.Equal(t, "Physical", api.Spell([]string{"kPhysical", "Physical"}, "Physical"))
	assert.Equal(t, "novel", api.Spell([]string{"kPhysical"}, "novel"))
	count := 0
	check := func(f *api.Field) {
		for _, value := range f.Enum {
			assert.Equal(t, value, api.Spell(f.Enum, shortValue(value)), f.Name)
			assert.Equal(t, value, api.Spell(f.Enum, strings.ToUpper(value)), f.Name)
			count++
		}
	}
	for _, op := range api.Operations {
		for i := range op.Params {
			check(&op.Params[i].Field)
		}
		for i := range op.Body {
			check(&op.Body[i])
			fields := op.Body[i].Fields()
			for j := range fields {
				check(&fields[j])
			}
		}
	}
	assert.Greater(t, count, 200)
}

// TestTheFirstYears reads dates of 1970 to 1973 as the beginning of 1970: their numbers in microseconds would be those of seconds today.
func TestTheFirstYears(t *testing.T) {
	for text, want := range map[string]int64{
		"1969-12-31T23:59:59Z": -1, "1970-01-01T00:00:00Z": 0, "1970-01-01T05:00:00Z": 0, "1973-03-03T09:46:39Z": 0, "1973-03-03T09:46:40Z": 100_000_000,
	} {
		at, ok := ParseTime(text, time.Now())
		assert.True(t, ok, text)
		assert.Equal(t, want, at.Unix(), text)
	}
	at, ok := ParseTime("-1h", time.Unix(1795489984, 0))
	assert.True(t, ok)
	assert.Equal(t, int64(1795486384), at.Unix())
}
