package engine

import (
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// isNumber reports whether a word is a whole number without a sign.
func isNumber(word string) bool { return word != "" && strings.Trim(word, "0123456789") == "" }

func isInteger(word string) bool {
	_, err := strconv.ParseInt(word, 10, 64)
	return err == nil
}

// decimal returns a whole number of 64 bits that is written in hexadecimal, such as 0x10, in decimal digits. Any other text stays as
// it is.
func decimal(typed string) string {
	if digits := strings.TrimLeft(typed, "+-"); len(typed)-len(digits) < 2 && (strings.HasPrefix(digits, "0x") || strings.HasPrefix(digits, "0X")) && !strings.Contains(digits, "_") {
		if n, err := strconv.ParseInt(typed, 0, 64); err == nil {
			return strconv.FormatInt(n, 10)
		}
	}
	return typed
}

// shortValue returns how people may type a documented value: without its k, and not beginning with a capital, such as physical for
// kPhysical and sql for kSQL.
func shortValue(value string) string {
	if rest, ok := strings.CutPrefix(value, "k"); ok && rest != "" && unicode.IsUpper(rune(rest[0])) {
		value = rest
	}
	capitals := 0
	for capitals < len(value) && unicode.IsUpper(rune(value[capitals])) {
		capitals++
	}
	if capitals > 1 && capitals < len(value) && unicode.IsLower(rune(value[capitals])) {
		capitals-- // which begins the next word
	}
	return strings.ToLower(value[:capitals]) + value[capitals:]
}

// convert turns what a person typed for one value into what the service takes: times, spans and sizes become whole numbers, and
// documented values get their spelling; the rest stays as it is. flag is what to name in an error.
func convert(f *api.Field, flag, typed string, now time.Time) (string, error) {
	if f.Type == api.String {
		return api.Spell(f.Enum, typed), nil
	}
	if f.Type != api.Integer {
		return typed, nil
	}
	if digits := decimal(typed); digits != typed || isInteger(digits) {
		return digits, nil
	}
	var n int64
	switch f.Unit {
	case api.UnixUsecs, api.UnixMsecs, api.UnixSecs:
		t, ok := ParseTime(typed, now)
		if !ok {
			return "", notTime(flag, typed)
		}
		n = map[api.Unit]int64{api.UnixUsecs: t.UnixMicro(), api.UnixMsecs: t.UnixMilli(), api.UnixSecs: t.Unix()}[f.Unit]
	case api.SpanMins, api.SpanSecs:
		unit := map[api.Unit]time.Duration{api.SpanMins: time.Minute, api.SpanSecs: time.Second}[f.Unit]
		d, ok := ParseSpan(typed)
		if !ok || d%unit != 0 {
			return "", notSpan(flag, typed, unit)
		}
		n = int64(d / unit)
	case api.Bytes:
		var ok bool
		if n, ok = ParseSize(typed); !ok {
			return "", notSize(flag, typed)
		}
	default:
		return typed, nil // the check says what is wrong
	}
	return strconv.FormatInt(n, 10), nil
}

// invalid returns that the value of a flag is wrong, and why.
func invalid(flag string, err error) error {
	return Usage("flag.invalid|--{{.Flag}}: {{.Reason}}", "Flag", flag, "Reason", err.Error())
}

func notOneOf(flag, typed string, words []string) error {
	return Usage("flag.choice|--{{.Flag}}: '{{.Value}}' is not one of {{.Values}}.", "Flag", flag, "Value", typed, "Values", strings.Join(words, ", "))
}

func notTime(flag, typed string) error {
	return Usage("flag.time|--{{.Flag}}: '{{.Value}}' is not a time. Use a date such as '2026-03-01', '2026-03-01T18:30:00Z', 'yesterday', 'now', or '-24h' and '-7d' for the past.",
		"Flag", flag, "Value", typed)
}

// notUsecs says that a number cannot be meant as a time in microseconds.
const notUsecs i18n.Text = "check.usecs|{{.Place}}: {{.Value}} is a time in {{.Year}}: the field takes microseconds. Did you mean '{{.Near}}'?"

// usecsOf returns the time that a number of microseconds is. Seconds and milliseconds are an error that says what was meant.
func usecsOf(flag string, n int64) (time.Time, error) {
	t := time.UnixMicro(n)
	if meant, other := api.UnixUsecs.Meant(n); other {
		return t, Usage(notUsecs, "Place", "--"+flag, "Value", strconv.FormatInt(n, 10), "Year", strconv.Itoa(t.UTC().Year()), "Near", strconv.FormatInt(meant, 10))
	}
	return t, nil
}

func notSpan(flag, typed string, unit time.Duration) error {
	if unit == time.Minute {
		return Usage("flag.minutes|--{{.Flag}}: '{{.Value}}' is not a duration in whole minutes. Use '30m', '4h', '2d' or '6w'.", "Flag", flag, "Value", typed)
	}
	return Usage("flag.seconds|--{{.Flag}}: '{{.Value}}' is not a duration in whole seconds. Use '30s', '4h', '2d' or '6w'.", "Flag", flag, "Value", typed)
}

func notSize(flag, typed string) error {
	return Usage("flag.size|--{{.Flag}}: '{{.Value}}' is not a size. Use '8MiB', '500MB' or a number of bytes.", "Flag", flag, "Value", typed)
}

// ParseTime reads a time: now, the beginning of today or yesterday, a span before or after it (-24h, +2d), RFC 3339, or a local date with or without
// a time of day. A time from 1970 to the beginning of 1973 is the beginning of 1970: it means that everything is wanted, and its number
// in microseconds would be taken for one in other units.
func ParseTime(text string, now time.Time) (time.Time, bool) {
	t, ok := parseTime(text, now)
	if secs := t.Unix(); secs >= 0 && secs < api.LeastSecs {
		return time.Unix(0, 0), ok
	}
	return t, ok
}

// Midnight returns the beginning of a day in the zone of a time, so many days after that of the time.
func Midnight(t time.Time, days int) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day()+days, 0, 0, 0, 0, t.Location())
}

// isDay reports whether a text is a day, without a time on it.
func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil || strings.EqualFold(text, "today") || strings.EqualFold(text, "yesterday")
}

func parseTime(text string, now time.Time) (time.Time, bool) {
	switch strings.ToLower(text) {
	case "now":
		return now, true
	case "today":
		return Midnight(now.Local(), 0), true
	case "yesterday":
		return Midnight(now.Local(), -1), true
	}
	if len(text) > 1 && (text[0] == '-' || text[0] == '+') {
		d, ok := ParseSpan(text[1:])
		if text[0] == '-' {
			d = -d
		}
		return now.Add(d), ok
	}
	if t, err := time.Parse(time.RFC3339Nano, text); err == nil {
		return t, true
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02T15:04:05"} {
		if t, err := time.ParseInLocation(layout, text, time.Local); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// ParseSpan reads a length of time in years of 365 days, weeks, days, hours, minutes and seconds, largest first: 1y, 6w, 2d, 1h30m.
func ParseSpan(text string) (time.Duration, bool) {
	units := []struct {
		letter byte
		size   time.Duration
	}{{'y', 365 * 24 * time.Hour}, {'w', 7 * 24 * time.Hour}, {'d', 24 * time.Hour}, {'h', time.Hour}, {'m', time.Minute}, {'s', time.Second}}
	var total time.Duration
	next := 0
	for text != "" {
		digits := 0
		for digits < len(text) && text[digits] >= '0' && text[digits] <= '9' {
			digits++
		}
		if digits == 0 || digits == len(text) || digits > 9 {
			return 0, false
		}
		n, _ := strconv.ParseInt(text[:digits], 10, 64)
		for next < len(units) && units[next].letter != text[digits] {
			next++
		}
		if next == len(units) || n > int64((1<<63-1-total)/units[next].size) {
			return 0, false
		}
		total += time.Duration(n) * units[next].size
		text = text[digits+1:]
		next++
	}
	return total, next > 0
}

// ParseSize reads a number of bytes in decimal (kB, MB) or binary (KiB, MiB) units. It must come out whole.
func ParseSize(text string) (int64, bool) {
	r, ok := parseBytes(text)
	if !ok || !r.IsInt() || !r.Num().IsInt64() {
		return 0, false
	}
	return r.Num().Int64(), true
}

// parseBytes is ParseSize for sizes that need not come out whole, such as 1.3 GiB.
func parseBytes(text string) (*big.Rat, bool) {
	end := strings.LastIndexAny(text, "0123456789.") + 1
	number, unit := text[:end], strings.ToLower(strings.TrimSpace(text[end:]))
	factor := int64(1)
	for i, prefix := range []string{"k", "m", "g", "t", "p"} {
		power := func(base int64) int64 {
			f := base
			for range i {
				f *= base
			}
			return f
		}
		switch unit {
		case prefix + "ib":
			factor = power(1024)
		case prefix + "b":
			factor = power(1000)
		}
	}
	if factor == 1 && unit != "b" && unit != "" {
		return nil, false
	}
	if len(number) > 40 || strings.Trim(number, "0123456789.") != "" { // an exponent would be written out
		return nil, false
	}
	r, ok := new(big.Rat).SetString(number)
	if !ok {
		return nil, false
	}
	return r.Mul(r, new(big.Rat).SetInt64(factor)), true
}
