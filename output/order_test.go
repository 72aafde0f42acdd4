package output

import (
	"bytes"
	"cmp"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func compareTexts(a, b string) int {
	x, y := newSortKey(a), newSortKey(b)
	return x.compare(&y)
}

// TestNumbersAreComparedWithEveryDigit compares with math/big, whose numbers are written out.
func TestNumbersAreComparedWithEveryDigit(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	digits := func(most int) string {
		var b strings.Builder
		for range random.IntN(most + 1) {
			b.WriteByte("000123456789"[random.IntN(12)])
		}
		return b.String()
	}
	number := func() string {
		text := []string{"", "-", "+"}[random.IntN(3)] + digits(3) + "1"[:random.IntN(2)]
		if random.IntN(2) == 0 {
			text += "." + digits(3)
		}
		if random.IntN(2) == 0 {
			text += []string{"e", "E"}[random.IntN(2)] + []string{"", "-", "+"}[random.IntN(3)] + []string{"0", "1", "2", "007", "12"}[random.IntN(5)]
		}
		return text
	}
	valid := 0
	for range 50_000 {
		a, b := number(), number()
		x, ok := new(big.Rat).SetString(a)
		y, also := new(big.Rat).SetString(b)
		if !ok || !also {
			continue
		}
		valid++
		require.Equal(t, x.Cmp(y), compareTexts(a, b), "%s and %s", a, b)
	}
	assert.Greater(t, valid, 10_000)
}

// TestNumbersWithLongExponents checks their order, which is exact without one of them being written out.
func TestNumbersWithLongExponents(t *testing.T) {
	nines, zeros := strings.Repeat("9", 40), strings.Repeat("0", 40)
	ordered := []string{
		"-1e1" + zeros, "-1e" + nines, "-1e999999999", "-2", "-1e-5", "-1e-999999999", "-1e-" + nines, "-1e-1" + zeros, "0e" + nines,
		"1e-1" + zeros, "1e-" + nines, "9e-" + nines, "1e-999999999", "0.5", "1e999999999", "1.1e999999999", "10e999999999", "1e99999999999999998", "1e99999999999999999",
		"1e100000000000000000", "1e999999999999999999", "1e1000000000000000000", "1e" + nines, "2e" + nines, "1e1" + zeros, "10e1" + zeros, "text",
	}
	for i, a := range ordered {
		for j, b := range ordered {
			assert.Equal(t, cmp.Compare(i, j), compareTexts(a, b), "%s and %s", a, b)
		}
	}
	for _, same := range [][2]string{
		{"10e" + nines, "1e1" + zeros}, {"0.1e1" + zeros, "1e" + nines}, {"10e-1" + zeros, "1e-" + nines}, {"0.01e100000000000000001", "1e99999999999999999"}, {"1e99999999999999999", "10e99999999999999998"},
		{"10e99999999999999999", "1e100000000000000000"}, {"1e0" + nines, "1e" + nines}, {"0e9", "-0"}, {"1", "1.000"}, {"50%", "50"},
	} {
		assert.Zero(t, compareTexts(same[0], same[1]), same)
	}
	for _, text := range []string{"", "-", "1e", "e3", "1e+-3", "0x10", "1/2", "1_000", "1e99999x", "--1", "1.2.3", ".", "Inf", "١"} {
		_, ok := parseDecimal(text)
		assert.False(t, ok, text)
	}
}

// TestLongNumbersCostTheirLength sorts and filters by numbers that have more digits, or would have, than any machine has memory.
func TestLongNumbersCostTheirLength(t *testing.T) {
	long := strings.Repeat("9", 1<<20)
	values := []string{"1e" + long, "1e-" + long, "1e999999999", "-1e999999999", "1e99999999999", long, "1." + long, "1"}
	answer := `{"rows":[{"n":` + strings.Join(values, `},{"n":`) + `}]}`
	view := &View{Rows: "rows", Columns: []Column{{Title: "N", Path: "n"}, {Title: "Size", Path: "n", Format: Size}, {Title: "Share", Path: "n", Format: Percent}, {Title: "When", Path: "n", Format: Usecs}, {Title: "For", Path: "n", Format: Span(time.Second)}}}
	began := time.Now()
	for _, condition := range []string{"N>1e999999998", "N<-1e999999998", "N=1e999999999"} {
		choice := NewChoice(view, false)
		require.NoError(t, choice.SortBy("n"))
		require.NoError(t, choice.Filter(condition, func(_ Unit, s string) (string, bool) { return s, IsNumber(s) }))
		var out bytes.Buffer
		require.NoError(t, (&Streams{Out: &out, Err: &out}).CSV(choice, strings.NewReader(answer), nil))
		assert.NotEmpty(t, out.String(), condition)
		require.NoError(t, (&Streams{Out: &out, Err: &out}).Table(choice, strings.NewReader(answer), nil))
	}
	q, err := ParseQuery("[sort(rows[].to_string(n)), rows[?n > `1e999999999`].n]")
	require.NoError(t, err)
	_, err = q.Run(t.Context(), strings.NewReader(answer), &Summary{Fields: map[string]string{"rows": ""}})
	require.NoError(t, err)
	assert.Less(t, time.Since(began), 20*time.Second, "it takes a second, and would take hours")
}

func TestTimesAreComparedAsTimes(t *testing.T) {
	times := []string{"2026-03-01T18:00:00.5Z", "2026-03-01T18:00:00Z", "2026-03-01T17:59:59.999Z", "2026-03-01T18:00:00.25Z"}
	slices.SortFunc(times, compareTexts)
	assert.Equal(t, []string{"2026-03-01T17:59:59.999Z", "2026-03-01T18:00:00Z", "2026-03-01T18:00:00.25Z", "2026-03-01T18:00:00.5Z"}, times)
	assert.Equal(t, -1, compareTexts("9", times[0]), "numbers come first")
	assert.Equal(t, -1, compareTexts(times[0], "a"), "and text last")
}

// FuzzOrder checks that values are in an order, and that numbers are in that of math/big.
func FuzzOrder(f *testing.F) {
	for _, seed := range [][3]string{{"1", "1e0", "10e-1"}, {"a", "B", ""}, {"1e999999999999999999999", "-0", "5%"}, {"2026-03-01T18:00:00Z", "2026-03-01T18:00:00.5+01:00", "2026"}, {"1e-17", "0.00000001", "1e99999999999999999"}} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if compareTexts(a, b) != -compareTexts(b, a) || compareTexts(a, a) != 0 {
			t.Fatalf("%q and %q are in no order", a, b)
		}
		if compareTexts(a, b) <= 0 && compareTexts(b, c) <= 0 && compareTexts(a, c) > 0 {
			t.Fatalf("%q, %q and %q are in a circle", a, b, c)
		}
		x, ok := parseDecimal(a)
		y, also := parseDecimal(b)
		if !ok || !also || x.large+y.large != "" || max(x.exponent, y.exponent) > 999 || min(x.exponent, y.exponent) < -999 {
			return
		}
		p, ok := new(big.Rat).SetString(a)
		q, also := new(big.Rat).SetString(b)
		if ok && also && p.Cmp(q) != x.compare(&y) {
			t.Fatalf("%q and %q compare as %d", a, b, x.compare(&y))
		}
	})
}

// FuzzFilter checks that a condition and a query never break, whatever they say.
func FuzzFilter(f *testing.F) {
	f.Add("Name=x", "rows[?n > `1`].name", "a.b[0]|*")
	f.Add("N>1e99999", "sort_by(@, &n)", "[-1].x|@")
	f.Add("First!~ü", "`{\"a\": 9007199254740993}`", "[x].|.")
	f.Add("When<2026-03-01T00:00:00Z", "a.'", "[9999999999999999999]")
	answer := `{"rows":[{"n":1e999,"name":"x"}],"people":[{"name":"x","size":9007199254740993,"when":1,"list":[{"x":[[1]]}]},{"name":null,"size":1e99}]}`
	value, err := Read(strings.NewReader(answer))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, condition, expression, path string) {
		choice := NewChoice(people, true)
		if choice.Filter(condition, func(_ Unit, s string) (string, bool) { return s, IsNumber(s) }) == nil {
			if err := (&Streams{Out: &bytes.Buffer{}, Err: &bytes.Buffer{}}).CSV(choice, strings.NewReader(answer), nil); err != nil {
				t.Fatal(err)
			}
		}
		_ = fmt.Sprint(At(value, path), List(value, path), String(value, path))
		if q, err := ParseQuery(expression); err == nil {
			if raw, err := q.Run(t.Context(), strings.NewReader(answer), nil); err == nil {
				if err := JSON(&bytes.Buffer{}, bytes.NewReader(raw), nil); err != nil {
					t.Fatalf("%q gives %q", expression, raw)
				}
			}
		}
		if page, err := SplitPage([]byte(answer), path, "name"); err == nil && page.HasList {
			_, err := SplitPage([]byte(string(page.Before)+string(page.After)), path)
			if err != nil {
				t.Fatalf("%q: %q and %q are no answer: %v", path, page.Before, page.After, err)
			}
		}
	})
}
