package output

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
)

// decimal is the number sign · 0.digits · 10^exponent. It is never written out: 1e999999999 has a thousand million digits.
type decimal struct {
	sign     int    // -1, 0 or 1
	digits   string // without zeros at either end; "" for 0
	exponent int64
	large    string // the size of the exponent where an int64 may not hold it, without zeros before it; else ""
	negative bool   // whether such an exponent is negative
}

// IsNumber reports whether a text is a number as parseDecimal reads it.
func IsNumber(text string) bool {
	_, ok := parseDecimal(text)
	return ok
}

// parseDecimal reads a number with digits, and perhaps a sign, a point and an exponent. It is false for anything else. The time it
// takes grows with the text alone.
func parseDecimal(text string) (d decimal, ok bool) {
	sign := 1
	if text != "" && (text[0] == '-' || text[0] == '+') {
		if text[0] == '-' {
			sign = -1
		}
		text = text[1:]
	}
	mantissa, power := text, ""
	if at := strings.IndexAny(text, "eE"); at >= 0 {
		mantissa, power = text[:at], text[at+1:]
		unsigned := strings.TrimLeft(power, "+-")
		if len(power)-len(unsigned) > 1 || !allDigits(unsigned) {
			return decimal{}, false
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if !allDigits(whole + fraction) {
		return decimal{}, false
	}
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return decimal{}, true
	}
	d = decimal{sign: sign, digits: strings.TrimRight(digits, "0")}
	d.setExponent(power, int64(len(digits)-len(fraction)))
	return d, true
}

func allDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// An exponent of more than smallPower digits is kept as text. Texts are shorter than 10^smallPower bytes, so that adding the place
// of the point never changes its sign.
const (
	smallPower = 17
	tenTo18    = 1_000_000_000_000_000_000
)

// setExponent sets the exponent to the sum of one as text, which may be empty, and the place of the point.
func (d *decimal) setExponent(power string, point int64) {
	d.negative = strings.HasPrefix(power, "-")
	power = strings.TrimLeft(strings.TrimLeft(power, "+-"), "0")
	if len(power) <= smallPower {
		n, _ := strconv.ParseInt("0"+power, 10, 64)
		if d.negative {
			n, d.negative = -n, false
		}
		d.exponent = n + point
		return
	}
	if d.negative {
		point = -point
	}
	high, low := power[:len(power)-18], power[len(power)-18:]
	n, _ := strconv.ParseInt(low, 10, 64)
	switch n += point; {
	case n < 0:
		high, n = addOne(high, '9', '0', -1), n+tenTo18
	case n >= tenTo18:
		high, n = addOne("0"+high, '0', '9', 1), n-tenTo18
	}
	d.large = strings.TrimLeft(high+fmt.Sprintf("%018d", n), "0")
}

// addOne adds one to a whole number, or takes it away: step is 1 or -1. A digit that is full becomes empty, and the one before it
// changes.
func addOne(number string, empty, full byte, step int) string {
	digits := []byte(number)
	for i := len(digits) - 1; i >= 0; i-- {
		if digits[i] != full {
			digits[i] += byte(step)
			break
		}
		digits[i] = empty
	}
	return string(digits)
}

// compare returns -1, 0 or 1 as d is less than, equal to or greater than another number.
func (d *decimal) compare(other *decimal) int {
	if d.sign != other.sign || d.sign == 0 {
		return cmp.Compare(d.sign, other.sign)
	}
	order := d.compareExponents(other)
	if order == 0 {
		order = strings.Compare(d.digits, other.digits) // both begin behind the point
	}
	return d.sign * order
}

func (d *decimal) compareExponents(other *decimal) int {
	if d.large == "" && other.large == "" {
		return cmp.Compare(d.exponent, other.exponent)
	}
	a, aNegative := d.wholeExponent()
	b, bNegative := other.wholeExponent()
	switch {
	case aNegative && !bNegative:
		return -1
	case !aNegative && bNegative:
		return 1
	}
	order := cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	if aNegative {
		return -order
	}
	return order
}

// wholeExponent returns the size of the exponent as text, and whether it is negative.
func (d *decimal) wholeExponent() (size string, negative bool) {
	if d.large != "" {
		return d.large, d.negative
	}
	return strings.CutPrefix(strconv.FormatInt(d.exponent, 10), "-")
}
