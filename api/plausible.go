package api

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

// implausible returns the problem of a value that the service may take and nobody means.
func implausible(code ProblemCode, args ...any) Problem {
	return Problem{Code: code, Args: args, Warning: true, Slip: true}
}

// checkNumber returns why a whole number is implausible for a field: it is out of its range or, of a time, in another unit.
func (f *Field) checkNumber(n int64) (found []Problem) {
	value := strconv.FormatInt(n, 10)
	switch r := f.Range; {
	case r == nil || n >= r.Min && n <= r.Max:
	case r.Max == NoLimit:
		found = append(found, implausible(TooSmall, "Value", value, "Minimum", r.Min))
	default:
		found = append(found, implausible(OutOfRange, "Value", value, "Minimum", r.Min, "Maximum", r.Max))
	}
	if meant, other := f.Unit.Meant(n); other {
		code := map[Unit]ProblemCode{UnixUsecs: NotUsecs, UnixMsecs: NotMsecs, UnixSecs: NotSecs}[f.Unit]
		found = append(found, implausible(code, "Value", value, "Year", strconv.Itoa(f.Unit.Time(n).Year()), "Near", strconv.FormatInt(meant, 10)))
	}
	return found
}

// MaySlip reports whether a value of a field may be a slip: whether the document has values, a range or a form that are surely meant.
func (f *Field) MaySlip() bool {
	return len(f.Enum) > 0 || f.Range != nil || f.NotEmpty || perSec[f.Unit] > 0
}

// perSec is how many of a unit of times there are in a second, and 0 for other units.
var perSec = [...]int64{UnixUsecs: 1_000_000, UnixMsecs: 1000, UnixSecs: 1, Bytes: 0}

// LeastSecs is the first time that is taken for one, in seconds since 1970: in 1973.
const LeastSecs = 100_000_000

// mostSecs is the last such time, in 5138. As it is a thousand times the first one, times in seconds, milliseconds, microseconds and
// nanoseconds are told apart by their size.
const mostSecs = 1000 * LeastSecs

// Meant reports whether a time in a unit is surely given in another one, and returns the number that was meant. Small numbers, such as 0,
// are sentinels and no times, and what is no time is in no other unit.
func (u Unit) Meant(n int64) (meant int64, other bool) {
	per := perSec[u]
	if per == 0 || n < LeastSecs || n >= LeastSecs*per && n <= mostSecs*per {
		return n, false
	}
	given := int64(1) // how many of what was given there are in a second
	for given < 1_000_000_000 && n >= mostSecs*given {
		given *= 1000
	}
	if given < per {
		return n * (per / given), true
	}
	return n / (given / per), true
}

// Time returns the time that a number is in a unit of times.
func (u Unit) Time(n int64) time.Time {
	switch u {
	case UnixUsecs:
		return time.UnixMicro(n).UTC()
	case UnixMsecs:
		return time.UnixMilli(n).UTC()
	}
	return time.Unix(n, 0).UTC()
}

// checkTogether returns which values of an object do not fit together. values are the first tokens of those that are there.
func checkTogether(fields []Field, values map[string]json.Token) (found []Problem) {
	for i := range fields {
		f := &fields[i]
		switch v := values[f.Name].(type) {
		case string:
			if needed := NeededBy(fields, f, v); needed != nil && values[needed.Name] == nil {
				found = append(found, implausible(NoSchedule, "Unit", v, "Field", needed.Name))
			}
		case json.Number:
			end := endOf(fields, f)
			if end == nil {
				continue
			}
			if last, ok := values[end.Name].(json.Number); ok && isReversed(f.Unit, v.String(), last.String()) {
				p := reversed(f.Unit, v.String(), last.String())
				p.Path, p.End.Path = f.Name, end.Name
				found = append(found, p)
			}
		}
	}
	return found
}

// NeededBy returns the field of an object that has to be there when its field unit has a value, such as hourSchedule for Hours, and nil
// where the object has none for it.
func NeededBy(fields []Field, unit *Field, value string) *Field {
	one := strings.TrimSuffix(Spell(unit.Enum, value), "s")
	if unit.Name != "unit" || one == "" {
		return nil
	}
	return FieldNamed(fields, strings.ToLower(one[:1])+one[1:]+"Schedule")
}

// reversed returns the parameters that begin a range behind the one that ends it.
func (r *Request) reversed() (found []Problem) {
	fields := make([]Field, len(r.Op.Params))
	for i := range r.Op.Params {
		fields[i] = r.Op.Params[i].Field
	}
	for i := range fields {
		first, end := r.Get(fields[i].Name), endOf(fields, &fields[i])
		if end == nil || len(first) != 1 {
			continue
		}
		if last := r.Get(end.Name); len(last) == 1 && isReversed(end.Unit, first[0], last[0]) {
			p := reversed(end.Unit, first[0], last[0])
			p.Param, p.End.Param = &r.Op.Params[i], r.Op.Param(end.Name)
			found = append(found, p)
		}
	}
	return found
}

// ends are the words in names of fields that begin a range, with those in the name of the field that ends it.
var ends = [...][2]string{{"start", "end"}, {"Start", "End"}, {"from", "to"}, {"From", "To"}, {"lower", "upper"}, {"Lower", "Upper"}, {"Time", "EndTime"}}

// endOf returns the field that ends a range of integers that a field begins, and nil for a field that begins none.
func endOf(fields []Field, first *Field) *Field {
	if first.Type != Integer || first.Lists > 0 || first.Map {
		return nil
	}
	for _, words := range ends {
		name := strings.Replace(first.Name, words[0], words[1], 1)
		if name == first.Name {
			continue
		}
		if end := FieldNamed(fields, name); end != nil && end.Type == Integer && end.Lists == 0 && !end.Map && end.Unit == first.Unit {
			return end
		}
	}
	return nil
}

// isReversed reports whether a range begins behind its end. An end of 0 or below is a sentinel, and what is wrong by itself is not compared.
func isReversed(u Unit, first, last string) bool {
	from, wrong := strconv.ParseInt(first, 10, 64)
	to, alsoWrong := strconv.ParseInt(last, 10, 64)
	if wrong != nil || alsoWrong != nil || to <= 0 || from <= to {
		return false
	}
	_, other := u.Meant(from)
	_, otherEnd := u.Meant(to)
	return !other && !otherEnd
}

// reversed returns the problem of a range that begins behind its end, without their places.
func reversed(u Unit, first, last string) Problem {
	code := LowerAboveUpper
	if perSec[u] > 0 {
		code, first, last = StartAfterEnd, timeText(u, first), timeText(u, last)
	}
	p := implausible(code, "Value", first, "EndValue", last)
	p.End = &Problem{}
	return p
}

func timeText(u Unit, number string) string {
	n, _ := strconv.ParseInt(number, 10, 64)
	return u.Time(n).Format(time.RFC3339Nano)
}
