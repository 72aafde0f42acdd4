package output

import (
	"cmp"
	"strings"
	"time"
)

// A value in a table is compared as what it is: a number, a time or text.

// sortKey is a value taken apart, so that it can be compared with many others.
type sortKey struct {
	kind   int // 0 for numbers, which come first, 1 for times, 2 for text
	number decimal
	time   time.Time
	text   string // in lower case
}

func newSortKey(value string) sortKey {
	if n, ok := parseDecimal(strings.TrimSuffix(value, "%")); ok {
		return sortKey{number: n}
	}
	if t, err := time.Parse(time.RFC3339Nano, value); err == nil {
		return sortKey{kind: 1, time: t}
	}
	return sortKey{kind: 2, text: strings.ToLower(value)}
}

// compare puts values in order: numbers with every digit, times, and text without regard to case.
func (k *sortKey) compare(other *sortKey) int {
	switch {
	case k.kind != other.kind:
		return cmp.Compare(k.kind, other.kind)
	case k.kind == 0:
		return k.number.compare(&other.number)
	case k.kind == 1:
		return k.time.Compare(other.time)
	}
	return cmp.Compare(k.text, other.text)
}
