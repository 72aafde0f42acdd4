package servicetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// hostileText has what a terminal or a parser may act on: escape sequences, NUL, characters that turn or hide text, C1 controls.
const hostileText = "a\x1b[31m\x1b]0;owned\a\x00\r\n\t\u202eevil\u200b\u2066\ufeff\u009b2J\x7f/../\U000e0041"

// valueLies are JSON of the right form with values that are none.
func valueLies() []Lie {
	values := func(name string, change func(v any) any) Lie {
		return withBody(name, All, func(honest Answer) []byte { return rewrite(honest.Body, change) })
	}
	number := func(digits string) Lie {
		name := digits
		if len(digits) > 30 {
			name = fmt.Sprintf("%.3s… of %d digits", digits, len(digits))
		}
		return values("the number "+name+" everywhere", func(v any) any {
			switch v.(type) {
			case json.Number, string, bool:
				return json.Number(digits)
			}
			return v
		})
	}
	text := func(name, s string) Lie {
		return values(name, func(v any) any {
			if _, ok := v.(string); ok {
				return s
			}
			return v
		})
	}
	replaced := func(name string, raw string) Lie { // where JSON of Go cannot say it
		return withBody(name, All, func(honest Answer) []byte {
			marked := rewrite(honest.Body, func(v any) any {
				if _, ok := v.(string); ok {
					return "PUT-IT-HERE"
				}
				return v
			})
			return bytes.ReplaceAll(marked, []byte("PUT-IT-HERE"), []byte(raw))
		})
	}
	return []Lie{
		values("text for lists", func(v any) any { return instead(v, isList, "a list") }),
		values("an object for lists", func(v any) any { return instead(v, isList, map[string]any{"a": 1}) }),
		values("a number for objects", func(v any) any { return instead(v, isObject, 7) }),
		values("a list for objects", func(v any) any { return instead(v, isObject, []any{[]any{}, 1, nil}) }),
		values("an object for texts", func(v any) any { return instead(v, isText, map[string]any{"a": nil}) }),
		values("a list for texts", func(v any) any { return instead(v, isText, []any{1, "x", nil}) }),
		values("true for all that is no object", func(v any) any { return instead(v, func(v any) bool { return !isObject(v) && !isList(v) }, true) }),
		values("null for texts and numbers", func(v any) any {
			return instead(v, func(v any) bool { return !isObject(v) && !isList(v) }, nil)
		}),
		values("null for lists", func(v any) any { return instead(v, isList, nil) }),
		values("null in lists", func(v any) any {
			if list, ok := v.([]any); ok {
				return append([]any{nil}, append(list, nil)...)
			}
			return v
		}),
		values("lists without anything", func(v any) any { return instead(v, isList, []any{}) }),
		values("objects without anything", func(v any) any { return instead(v, isObject, map[string]any{}) }),
		withBody("null alone", All, func(Answer) []byte { return []byte("null") }),
		withBody("a text alone", All, func(Answer) []byte { return []byte(`"text"`) }),
		withBody("a number alone", All, func(Answer) []byte { return []byte("1e400") }),
		withBody("a list alone", All, func(Answer) []byte { return []byte(`[[1],{"a":2},null]`) }),
		number("1e999999"), number("1e400"), number("-1e999999"), number("1e-999999"), number("9223372036854775808"), number("-9223372036854775809"), number("9223372036854775807"),
		number("18446744073709551616"), number("-0"), number("-1"), number("0.1e1"), number("1" + strings.Repeat("0", 5000)),
		text("control characters in every text", hostileText),
		text("a formula in every text", "=HYPERLINK(\"http://evil\")\n-,\"\""),
		text("slashes in every text", "../../../etc/passwd"),
		text("line ends in every text", "1:2\r\n: - x\n---\n...\n"),
		text("an empty text", ""),
		text("blanks in every text", "  \t "),
		text("a long text", strings.Repeat("long ", 3500)),
		text("combining characters", "e"+strings.Repeat("\u0301", 2000)),
		text("words of YAML", "~"),
		text("braces of templates", "{{.Name}} %s %d %!s(MISSING) ${HOME} $(id)"),
		replaced("bytes that are no UTF-8", "\xff\xc0\xaf\xed\xa0\x80"),
		replaced("half a surrogate", `\ud800`),
		replaced("control characters without an escape", "\x01\x1b[31m"),
		withBody("names twice", All, func(honest Answer) []byte {
			if !bytes.HasPrefix(honest.Body, []byte("{")) {
				return honest.Body
			}
			return append(bytes.TrimSuffix(bytes.Clone(honest.Body), []byte("}")), append([]byte(","), honest.Body[1:]...)...)
		}),
		withBody("more promised than comes", All, func(honest Answer) []byte {
			return regexp.MustCompile(`"(total\w*|\w*[cC]ount)":[0-9]+`).ReplaceAll(honest.Body, []byte(`"$1":1000000`))
		}),
		values("hostile names of fields", func(v any) any {
			if object, ok := v.(map[string]any); ok {
				object[hostileText], object[""], object[strings.Repeat("k", 10_000)] = 1, 2, 3
			}
			return v
		}),
		heavy(withBody("10,000 lists in each other", All, func(honest Answer) []byte {
			return rewriteRaw(honest.Body, strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000))
		})),
		heavy(withBody("10,000 objects in each other", All, func(honest Answer) []byte {
			return rewriteRaw(honest.Body, strings.Repeat(`{"a":`, 10_000)+"1"+strings.Repeat("}", 10_000))
		})),
		heavy(withBody("100,000 lists that never end", None|Bytes, func(Answer) []byte { return []byte(strings.Repeat("[", 100_000)) })),
	}
}

func isList(v any) bool   { _, ok := v.([]any); return ok }
func isObject(v any) bool { _, ok := v.(map[string]any); return ok }
func isText(v any) bool   { _, ok := v.(string); return ok }

func instead(v any, is func(any) bool, other any) any {
	if is(v) {
		return other
	}
	return v
}

// rewrite changes every value of a JSON text but the outermost one. What is no JSON stays as it is.
func rewrite(body []byte, change func(v any) any) []byte {
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var whole any
	if dec.Decode(&whole) != nil {
		return body
	}
	var walk func(v any, outermost bool) any
	walk = func(v any, outermost bool) any {
		switch v := v.(type) {
		case map[string]any:
			for name := range v {
				v[name] = walk(v[name], false)
			}
		case []any:
			for i := range v {
				v[i] = walk(v[i], false)
			}
		}
		if outermost {
			return v
		}
		return change(v)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if enc.Encode(walk(whole, true)) != nil {
		return body
	}
	return bytes.TrimSpace(out.Bytes())
}

// rewriteRaw puts raw JSON in the place of every text.
func rewriteRaw(body []byte, raw string) []byte {
	put := false
	marked := rewrite(body, func(v any) any {
		if isText(v) && !put {
			put = true
			return "PUT-IT-HERE"
		}
		return v
	})
	return bytes.ReplaceAll(marked, []byte(`"PUT-IT-HERE"`), []byte(raw))
}
