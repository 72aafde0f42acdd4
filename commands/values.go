package commands

import (
	"math/big"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// wire turns what a person typed for one value into what the service takes: times, spans and sizes become
// integers; the rest stays as it is.
func (inv *invocation) wire(f *flagSpec, typed string) (string, error) {
	if _, err := strconv.ParseInt(typed, 10, 64); err == nil || f.Field.Type != api.Integer {
		return typed, nil
	}
	var n int64
	var ok bool
	switch f.Field.Unit {
	case api.UnixUsecs, api.UnixMsecs, api.UnixSecs:
		t, known := parseTime(typed, inv.now())
		if !known {
			return "", usage("--{{.Flag}}: {{.Value}} is not a time: write 2026-03-01, 2026-03-01T18:30:00Z, now, or -24h, -7d for a while ago.",
				"Flag", f.Name, "Value", quoted(typed))
		}
		n, ok = t.UnixMicro(), true
		if f.Field.Unit == api.UnixMsecs {
			n = t.UnixMilli()
		} else if f.Field.Unit == api.UnixSecs {
			n = t.Unix()
		}
	case api.SpanMins, api.SpanSecs:
		per := time.Second
		if f.Field.Unit == api.SpanMins {
			per = time.Minute
		}
		d, known := parseSpan(typed)
		n, ok = int64(d/per), known && d%per == 0
		if !ok {
			whole := i18n.Text("--{{.Flag}}: {{.Value}} is not a span of whole minutes: write 30m, 4h, 2d or 6w.")
			if per == time.Second {
				whole = "--{{.Flag}}: {{.Value}} is not a span of whole seconds: write 30s, 4h, 2d or 6w."
			}
			return "", usage(whole, "Flag", f.Name, "Value", quoted(typed))
		}
	case api.Bytes:
		if n, ok = parseSize(typed); !ok {
			return "", usage("--{{.Flag}}: {{.Value}} is not a size: write 8MiB, 500MB or a number of bytes.",
				"Flag", f.Name, "Value", quoted(typed))
		}
	default:
		return typed, nil // the check says what is wrong
	}
	return strconv.FormatInt(n, 10), nil
}

// parseTime reads a time: now, a span before or after it (-24h, +2d), RFC 3339, or a local date with or without
// a time of day.
func parseTime(text string, now time.Time) (time.Time, bool) {
	if strings.EqualFold(text, "now") {
		return now, true
	}
	if len(text) > 1 && (text[0] == '-' || text[0] == '+') {
		d, ok := parseSpan(text[1:])
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

// parseSpan reads a length of time in weeks, days, hours, minutes and seconds, largest first: 6w, 2d, 1h30m.
func parseSpan(text string) (time.Duration, bool) {
	units := []struct {
		letter byte
		size   time.Duration
	}{{'w', 7 * 24 * time.Hour}, {'d', 24 * time.Hour}, {'h', time.Hour}, {'m', time.Minute}, {'s', time.Second}}
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

// parseSize reads a number of bytes in decimal (kB, MB) or binary (KiB, MiB) units. It must come out whole.
func parseSize(text string) (int64, bool) {
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
		return 0, false
	}
	r, ok := new(big.Rat).SetString(number)
	if !ok || strings.ContainsAny(number, "eE/") {
		return 0, false
	}
	r.Mul(r, new(big.Rat).SetInt64(factor))
	if !r.IsInt() || !r.Num().IsInt64() || r.Sign() < 0 {
		return 0, false
	}
	return r.Num().Int64(), true
}
