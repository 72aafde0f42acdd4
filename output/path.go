package output

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// A path leads to a value in an answer, whether it is read whole or as it streams by: names with dots between, [n] for the
// n-th item of a list (negative from the end, in an answer that is read whole), "@" for the answer itself, and "*" for the first
// list in an object, or the answer itself where that is a list. Of paths with | between, the first that holds something counts, and an empty
// text only where no other does: an empty name is none.

// At returns the value at a path, and nil where there is none.
func At(v any, path string) any { return parsePath(path).find(v) }

// path is a path taken apart: alternatives of steps.
type path [][]step

// step is a name, the number of an item, or the first list.
type step struct {
	name  string
	item  int
	index bool // whether it is an item
	list  bool // whether it is the first list
}

// paths are those that have been taken apart, by their texts: the program has a few hundred, which are asked for with every row. No more than
// mostPaths are kept, whatever the texts come from.
var (
	paths     sync.Map
	pathCount atomic.Int64
)

const mostPaths = 4096

// parsePath takes a path apart. What it returns is shared, and nobody changes it.
func parsePath(text string) path {
	if known, ok := paths.Load(text); ok {
		return known.(path)
	}
	p := newPath(text)
	if pathCount.Load() < mostPaths {
		pathCount.Add(1)
		paths.Store(text, p)
	}
	return p
}

func newPath(text string) (p path) {
	for _, alternative := range strings.Split(text, "|") {
		steps := []step{}
		for alternative != "" && alternative != "@" {
			var s step
			switch end := strings.IndexAny(alternative, ".["); {
			case alternative[0] == '[':
				number, rest, _ := strings.Cut(alternative[1:], "]")
				n, err := strconv.Atoi(number)
				if err != nil {
					n = math.MaxInt // which no list has
				}
				s, alternative = step{item: n, index: true}, strings.TrimPrefix(rest, ".")
			case end < 0:
				s, alternative = step{name: alternative}, ""
			default:
				s, alternative = step{name: alternative[:end]}, strings.TrimPrefix(alternative[end:], ".")
			}
			if s.name == "*" {
				s = step{list: true}
			}
			steps = append(steps, s)
		}
		p = append(p, steps)
	}
	return p
}

func (p path) find(v any) any {
	found, _ := p.lookUp(v)
	return found
}

// lookUp returns the value at a path and the name of the field that holds it, nil and "" where there is none. The items of a list are
// held by its field.
func (p path) lookUp(v any) (any, string) {
	var empty any
	var emptyField string
	for _, steps := range p {
		found, field := v, ""
		for _, s := range steps {
			if found = s.find(found); found == nil {
				break
			}
			if s.name != "" {
				field = s.name
			}
		}
		switch {
		case found == "" && empty == nil:
			empty, emptyField = found, field
		case found != nil && found != "":
			return found, field
		}
	}
	return empty, emptyField
}

func (s step) find(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if !s.list {
			return v[s.name]
		}
		for _, field := range v { // an object with several lists has no first one once it is read
			if list, ok := field.([]any); ok {
				return list
			}
		}
	case []any:
		n := s.item
		if n < 0 {
			n += len(v)
		}
		switch {
		case s.list:
			return v
		case s.index && n >= 0 && n < len(v):
			return v[n]
		}
	}
	return nil
}

// needs are the fields of an object that somebody looks at, and of those the fields below; nil means everything.
type needs map[string]needs

// add puts the fields that a path looks at to those that are needed.
func (n needs) add(p path) {
	for _, steps := range p {
		at := n
		for i, s := range steps {
			if s.index {
				continue
			}
			below, known := at[s.name]
			last := i == len(steps)-1 || i == len(steps)-2 && steps[i+1].index
			switch {
			case known && below == nil: // everything below is needed already
			case last:
				at[s.name] = nil
			case !known:
				at[s.name] = needs{}
			}
			if at = at[s.name]; at == nil {
				break
			}
		}
	}
}

// String returns the text of a scalar at a path, and "" where there is none.
func String(v any, path string) string { return text(At(v, path)) }

// Int returns the whole number at a path, and false where there is none.
func Int(v any, path string) (int64, bool) {
	n, err := strconv.ParseInt(String(v, path), 10, 64)
	return n, err == nil
}

// UsecsAt returns the time at a path, in microseconds since 1970; zero where there is none, or none since then.
func UsecsAt(v any, path string) time.Time {
	if n, ok := Int(v, path); ok && n > 0 {
		return time.UnixMicro(n)
	}
	return time.Time{}
}

// SecondsAt is UsecsAt for a time in seconds.
func SecondsAt(v any, path string) time.Time {
	if n, ok := Int(v, path); ok && n > 0 {
		return time.Unix(n, 0)
	}
	return time.Time{}
}

// UsecsOf returns a time in microseconds since 1970; 0 for none, and for one before.
func UsecsOf(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return max(t.UnixMicro(), 0)
}

// List returns the list at a path, and nil where there is none.
func List(v any, path string) []any {
	list, _ := At(v, path).([]any)
	return list
}

// text returns a value as text, a list with commas between its items.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		var b strings.Builder
		writeList(&b, v)
		return b.String()
	}
	raw, _ := json.Marshal(v)
	return string(raw)
}

// writeList writes the items of a list with commas between. Lists in it are not copied level by level.
func writeList(b *strings.Builder, list []any) {
	for i, item := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		if inner, ok := item.([]any); ok {
			writeList(b, inner)
		} else {
			b.WriteString(text(item))
		}
	}
}
