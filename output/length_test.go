package output

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestLengthsThatCannotBeHeld(t *testing.T) {
	for _, c := range []struct {
		n    int64
		unit time.Duration
		text string
	}{
		{1 << 52, time.Minute, "106751d 23h"}, {1 << 60, time.Microsecond, "106751d 23h"}, {math.MaxInt64, time.Second, "106751d 23h"},
		{math.MinInt64, time.Second, "-106751d 23h"}, {math.MinInt64, 1, "-106751d 23h"}, {-2, time.Hour, "-2h"}, {90, time.Minute, "1h 30m"}, {0, time.Hour, "0s"},
	} {
		assert.Equal(t, c.text, Duration(Length(c.n, c.unit)), "%d of %s", c.n, c.unit)
		assert.Equal(t, c.text, Span(c.unit)(c.n).Text, "%d of %s", c.n, c.unit)
	}
	assert.Equal(t, "-106751d 23h", Duration(math.MinInt64))
}
