package output

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestBytesHaveThreeDigits(t *testing.T) {
	for n, want := range map[int64]string{
		0: "0 B", 1023: "1023 B", 1024: "1 KiB", -1023: "-1023 B", -1024: "-1 KiB", 1536: "1.5 KiB", 1<<20 - 1: "1 MiB", 1023 << 10: "1023 KiB", -1 << 20: "-1 MiB",
		1<<20 - 51: "1 MiB", 1<<20 - 52: "1023.9 KiB", math.MaxInt64: "8 EiB", math.MinInt64: "-8 EiB",
	} {
		assert.Equal(t, want, Bytes(n), n)
	}
}

// TestLengthsOfTime checks both forms: for people in two units, and as seconds with every digit.
func TestLengthsOfTime(t *testing.T) {
	for d, want := range map[time.Duration][2]string{
		0: {"0s", "0"}, time.Millisecond: {"<1s", "0.001"}, time.Second: {"1s", "1"}, -time.Millisecond: {"-<1s", "-0.001"}, -time.Second: {"-1s", "-1"},
		-1500 * time.Millisecond: {"-1s", "-1.5"}, 90 * time.Second: {"1m 30s", "90"}, 25*time.Hour + time.Minute: {"1d 1h", "90060"}, 24*time.Hour + time.Minute: {"1d", "86460"},
		math.MaxInt64: {"106751d 23h", "9223372036.854775807"}, math.MinInt64: {"-106751d 23h", "-9223372036.854775808"},
	} {
		cell := Took(d)
		assert.Equal(t, want, [2]string{cell.Text, cell.Data}, d)
	}
	for n, want := range map[int64]time.Duration{math.MaxInt64: math.MaxInt64, math.MinInt64: -math.MaxInt64, 60: time.Minute, -1: -time.Second, 9223372036: 9223372036 * time.Second, 9223372037: math.MaxInt64, -9223372037: -math.MaxInt64} {
		assert.Equal(t, want, Length(n, time.Second), n)
	}
}

func TestTimesOfEveryUnit(t *testing.T) {
	inUTC(t)
	for _, unit := range []struct {
		format Formatter
		value  string
	}{{Secs, "1772388001"}, {Msecs, "1772388001500"}, {Usecs, "1772388001500250"}} {
		cell := unit.format(json.Number(unit.value))
		assert.Equal(t, "2026-03-01 18:00:01", cell.Text)
		want := map[int]string{10: "2026-03-01T18:00:01Z", 13: "2026-03-01T18:00:01.5Z", 16: "2026-03-01T18:00:01.50025Z"}[len(unit.value)]
		assert.Equal(t, want, cell.Data)
	}
	assert.Equal(t, Cell{}, Usecs(json.Number("0")), "no time at all")
	assert.Equal(t, "soon", Usecs("soon").Text)
}
