package survey

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestExposed(t *testing.T) {
	at := func(hour float64) time.Time { return now.Add(time.Duration(hour * float64(time.Hour))) }
	points := func(pairs ...float64) (list []Point) {
		for i := 0; i < len(pairs); i += 2 {
			list = append(list, Point{at(pairs[i]), at(pairs[i+1])})
		}
		return list
	}
	for _, c := range []struct {
		what        string
		points      []Point
		had         time.Time
		from, until float64
		want        Exposure
	}{
		{"nothing is known", nil, time.Time{}, 0, 24, Exposure{0, true}},
		{"runs, and none of them good", nil, at(4), 0, 24, Exposure{20 * time.Hour, true}},
		{"from the backup before", points(-2, -1), at(-2), 0, 24, Exposure{26 * time.Hour, false}},
		{"just before the next is available", points(-2, -1, 6, 8), at(-2), 0, 9, Exposure{10 * time.Hour, false}},
		{"in any order", points(6, 8, -2, -1), at(-2), 0, 9, Exposure{10 * time.Hour, false}},
		{"at the end", points(-2, -1, 1, 2), at(-2), 0, 12, Exposure{11 * time.Hour, false}},
		{"what is available later does not count", points(-2, -1, 1, 13), at(-2), 0, 12, Exposure{14 * time.Hour, false}},
		{"an older one that is available later changes nothing", points(-2, -1, -8, 1), at(-8), 0, 3, Exposure{5 * time.Hour, false}},
		{"before the first", points(6, 7), at(6), 0, 12, Exposure{6 * time.Hour, true}},
		{"an empty span", points(-2, -1), at(-2), 5, 5, Exposure{}},
	} {
		assert.Equal(t, c.want, Exposed(c.points, c.had, at(c.from), at(c.until)), c.what)
	}
}

func TestPoint(t *testing.T) {
	for _, c := range []struct {
		run  Run
		want bool
	}{
		{Run{Status: "Succeeded", Type: "kRegular"}, true},
		{Run{Status: "SucceededWithWarning", Type: "kFull"}, true},
		{Run{Status: "Failed", Succeeded: 1, Failed: 1}, true},
		{Run{Status: "Failed"}, false},
		{Run{Status: "Canceled"}, false},
		{Run{Status: "Missed"}, false},
		{Run{Status: "Skipped"}, false},
		{Run{Status: "Running"}, false},
		{Run{Status: "Succeeded", Type: "kLog"}, false},
	} {
		c.run.Start, c.run.End = now, now.Add(time.Hour)
		p, ok := c.run.Point()
		assert.Equal(t, c.want, ok, "%+v", c.run)
		if ok {
			assert.Equal(t, Point{now, now.Add(time.Hour)}, p)
		}
	}
	p, _ := (&Run{Status: "Succeeded", Start: now}).Point()
	assert.Equal(t, Point{now, now}, p, "one whose end is not told")
}
