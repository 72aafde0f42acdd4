package api

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
)

// Problem is something that a request has wrong, or that looks wrong.
type Problem struct {
	Param   *Param      // the parameter; nil for something in the body
	Path    string      // the place in the body, such as backupPolicy.regular.retention.duration or objects[2].id
	Code    ProblemCode // what is wrong
	Args    []any       // names and values in turn, as the code says
	Warning bool        // whether the request may be sent all the same, since the service may know more than the document
	Slip    bool        // of a warning: whether something else was surely meant, such as a documented word, see isSlip, or another number
	End     *Problem    // of StartAfterEnd and LowerAboveUpper: the place of the other value
}

// IsImplausible reports whether the value is one that the service may take and nobody means.
func (p *Problem) IsImplausible() bool { return p.Code >= Empty }

// ProblemCode is what is wrong with a value.
type ProblemCode uint8

// What can be wrong, with the arguments of each: Value is what was given, as it is to be shown.
const (
	NotWhole         ProblemCode = iota // Value
	NotNumber                           // Value
	NotBoolean                          // Value
	NotText                             // Value
	NotObject                           // Value
	NotList                             // Value
	TooLarge                            // Value, a whole number that does not fit into 64 bits
	Missing                             // a required value
	EmptyPath                           // Value, which cannot stand in a path
	TooFew                              // Count, the least number of items
	ControlCharacter                    // Value
	Duplicate                           // a field that is given twice
	NotJSON                             // Reason
	UnknownField                        // a field that the document does not have
	UnknownFieldNear                    // Near, the documented one that is most like it
	UnknownValue                        // Value, Values
	UnknownValueNear                    // Value, Near
	UnknownForm                         // Value, Form, a regular expression

	// From here on: values that the service may take and nobody means.

	Empty           // a text that cannot be empty
	TooSmall        // Value, Minimum
	OutOfRange      // Value, Minimum, Maximum
	NotUsecs        // Value, Year, which it would be in microseconds, Near, the number that was probably meant
	NotMsecs        // the same in milliseconds
	NotSecs         // the same in seconds
	NoSchedule      // Unit, Field, which has to be there with this unit
	StartAfterEnd   // Value, EndValue, two times
	LowerAboveUpper // Value, EndValue, two numbers
	Masked          // a secret as asterisks, as answers have it
)

// Check compares the request with the document: errors for what the service is sure to refuse, warnings for what the document
// does not know, and slips for what is implausible. Where named, which may be nil, reports that a kind of thing has names that can be
// looked up, any text may stand for its identifier.
func (r *Request) Check(named func(Kind) bool) []Problem {
	c := &checker{named: named}
	for i := range r.Op.Params {
		p := &r.Op.Params[i]
		items := r.Get(p.Name)
		if items == nil {
			if p.Required {
				c.found = append(c.found, Problem{Param: p, Code: Missing})
			}
			continue
		}
		c.param = p
		for _, item := range items {
			if p.In == Path && (item == "" || item == "." || item == "..") {
				c.fail("", EmptyPath, "Value", strconv.Quote(item))
			} else if p.In == Header && strings.ContainsFunc(item, isControl) {
				c.fail("", ControlCharacter, "Value", strconv.Quote(item))
			}
			c.text(&p.Field, "", item)
		}
		c.param = nil
	}
	c.found = append(c.found, r.reversed()...)
	if r.Op.Body != nil {
		c.body(r.Op.Body, r.Body)
	}
	return c.found
}

type checker struct {
	named func(Kind) bool
	found []Problem
	param *Param
	dec   *json.Decoder
}

func (c *checker) fail(path string, code ProblemCode, args ...any) {
	c.found = append(c.found, Problem{Param: c.param, Path: path, Code: code, Args: args})
}

func (c *checker) warn(path string, code ProblemCode, args ...any) {
	c.found = append(c.found, Problem{Param: c.param, Path: path, Code: code, Args: args, Warning: true})
}

// slip notes of the last warning whether a word is a slip for another one, which people may write without its k.
func (c *checker) slip(word, near string) {
	c.found[len(c.found)-1].Slip = isSlip(word, near) || isSlip(word, strings.TrimPrefix(near, "k"))
}

// leastMask is how many asterisks are taken for a secret that an answer does not show.
const leastMask = 3

// implausible adds problems whose paths begin at a path.
func (c *checker) implausible(path string, found []Problem) {
	for _, p := range found {
		p.Param, p.Path = c.param, join(path, p.Path)
		if p.End != nil {
			p.End.Path = join(path, p.End.Path)
		}
		c.found = append(c.found, p)
	}
}

func (c *checker) body(fields []Field, raw []byte) {
	if len(raw) == 0 {
		raw = []byte("{}")
	}
	c.decode("", raw, func() error {
		tok, err := c.dec.Token()
		if err != nil {
			return err
		}
		if tok != json.Delim('{') {
			c.fail("", NotObject, "Value", c.show(tok))
			return c.skip(tok)
		}
		return c.object(fields, "")
	})
}

// decode runs a walk over raw and reports text that is not JSON.
func (c *checker) decode(path string, raw []byte, walk func() error) {
	c.dec = json.NewDecoder(bytes.NewReader(raw))
	c.dec.UseNumber()
	err := walk()
	if err == nil {
		if _, err = c.dec.Token(); err == io.EOF {
			return
		} else if err == nil {
			c.fail(path, NotJSON, "Reason", "more text behind its end")
			return
		}
	}
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	c.fail(path, NotJSON, "Reason", err.Error())
}

// object checks what stands between { and }.
func (c *checker) object(fields []Field, path string) error {
	seen := make(map[string]json.Token) // how each value begins
	for c.dec.More() {
		tok, err := c.dec.Token()
		if err != nil {
			return err
		}
		name, place := tok.(string), join(path, tok.(string))
		if _, twice := seen[name]; twice {
			c.fail(place, Duplicate)
		}
		seen[name] = nil
		f := FieldNamed(fields, name)
		if f == nil {
			names := make([]string, len(fields))
			for i := range fields {
				names[i] = fields[i].Name
			}
			if near := Nearest(name, names); near != "" {
				c.warn(place, UnknownFieldNear, "Near", near)
				c.slip(name, near)
			} else {
				c.warn(place, UnknownField)
			}
			var any json.RawMessage
			if err := c.dec.Decode(&any); err != nil {
				return err
			}
			continue
		}
		if seen[name], err = c.value(f, 0, place); err != nil {
			return err
		}
	}
	if _, err := c.dec.Token(); err != nil {
		return err
	}
	for i := range fields {
		if _, there := seen[fields[i].Name]; fields[i].Required && !there {
			c.fail(join(path, fields[i].Name), Missing)
		}
	}
	c.implausible(path, checkTogether(fields, seen))
	return nil
}

// value checks one value and returns its first token; lists says inside how many of the field's lists it stands.
func (c *checker) value(f *Field, lists int, path string) (json.Token, error) {
	if f.Type == Any {
		var any json.RawMessage
		return nil, c.dec.Decode(&any)
	}
	tok, err := c.dec.Token()
	if err != nil {
		return nil, err
	}
	return tok, c.inside(f, lists, path, tok)
}

// inside checks the value that begins with a token.
func (c *checker) inside(f *Field, lists int, path string, tok json.Token) error {
	if tok == nil { // null is how some clients leave a field out
		if f.Required && lists == 0 {
			c.fail(path, Missing)
		}
		return nil
	}
	if lists < int(f.Lists) {
		if tok != json.Delim('[') {
			c.fail(path, NotList, "Value", c.show(tok))
			return c.skip(tok)
		}
		n := 0
		for ; c.dec.More(); n++ {
			if _, err := c.value(f, lists+1, path+"["+strconv.Itoa(n)+"]"); err != nil {
				return err
			}
		}
		if lists == 0 && n < int(f.MinItems) {
			c.fail(path, TooFew, "Count", int(f.MinItems))
		}
		_, err := c.dec.Token()
		return err
	}
	if f.Type == Object || f.Map {
		if tok != json.Delim('{') {
			c.fail(path, NotObject, "Value", c.show(tok))
			return c.skip(tok)
		}
		if f.Map {
			return c.mapped(f, path)
		}
		return c.object(f.Fields(), path)
	}
	c.scalar(f, path, tok)
	return c.skip(tok)
}

func (c *checker) mapped(f *Field, path string) error {
	item := *f
	item.Map = false
	for c.dec.More() {
		key, err := c.dec.Token()
		if err != nil {
			return err
		}
		if _, err := c.value(&item, int(f.Lists), join(path, key.(string))); err != nil {
			return err
		}
	}
	_, err := c.dec.Token()
	return err
}

// scalar checks a JSON value that is no object and no list.
func (c *checker) scalar(f *Field, path string, tok json.Token) {
	switch v := tok.(type) {
	case string:
		if f.Type == String || v != "" && c.mayBeName(f) {
			c.text(f, path, v)
			return
		}
	case json.Number:
		if f.Type == Integer || f.Type == Number {
			c.text(f, path, v.String())
			return
		}
	case bool:
		if f.Type == Boolean {
			return
		}
	}
	wrong := map[Type]ProblemCode{String: NotText, Integer: NotWhole, Number: NotNumber, Boolean: NotBoolean}
	c.fail(path, wrong[f.Type], "Value", c.show(tok))
}

// text checks a value in the form in which it travels in a path or query.
func (c *checker) text(f *Field, path, text string) {
	if text != "" && c.mayBeName(f) {
		return
	}
	switch f.Type {
	case Integer:
		n, err := strconv.ParseInt(text, 10, 64)
		switch {
		case err == nil:
			c.implausible(path, f.checkNumber(n))
		case isWhole(text):
			c.fail(path, TooLarge, "Value", text)
		default:
			c.fail(path, NotWhole, "Value", quoteText(text))
		}
	case Number:
		if quoted := quoteText(text); quoted != text {
			c.fail(path, NotNumber, "Value", quoted)
		}
	case Boolean:
		if text != "true" && text != "false" {
			c.fail(path, NotBoolean, "Value", strconv.Quote(text))
		}
	case String:
		if f.Secret && len(text) >= leastMask && strings.Trim(text, "*") == "" {
			c.implausible(path, []Problem{implausible(Masked)})
			return
		}
		if f.NotEmpty && strings.TrimSpace(text) == "" {
			c.implausible(path, []Problem{implausible(Empty)})
			return
		}
		if len(f.Enum) > 0 && !slices.Contains(f.Enum, text) {
			if near := Nearest(text, f.Enum); near != "" {
				c.warn(path, UnknownValueNear, "Value", strconv.Quote(text), "Near", near)
				c.slip(text, near)
			} else {
				c.warn(path, UnknownValue, "Value", strconv.Quote(text), "Values", strings.Join(f.Enum, ", "))
			}
		}
		if f.Pattern != "" {
			if re, err := regexp.Compile(f.Pattern); err == nil && !re.MatchString(text) {
				c.warn(path, UnknownForm, "Value", strconv.Quote(text), "Form", f.Pattern)
			}
		}
	}
}

// mayBeName reports whether a name may stand in the place of an identifier.
func (c *checker) mayBeName(f *Field) bool { return f.Kind != "" && c.named != nil && c.named(f.Kind) }

// quoteText puts quotes around what is no number, so that "4" and 4 can be told apart.
func quoteText(text string) string {
	if json.Valid([]byte(text)) && !strings.ContainsAny(text, `"[{tfn`) {
		return text
	}
	return strconv.Quote(text)
}

// skip reads on to the end of the list or object that tok began, so that the checks behind it go on.
func (c *checker) skip(tok json.Token) error {
	depth := 0
	for {
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth <= 0 {
			return nil
		}
		var err error
		if tok, err = c.dec.Token(); err != nil {
			return err
		}
	}
}

// show words a value for an error.
func (c *checker) show(tok json.Token) string {
	switch v := tok.(type) {
	case json.Delim:
		if v == '{' {
			return "{…}"
		}
		return "[…]"
	case string:
		if r := []rune(v); len(r) > 40 {
			v = string(r[:40]) + "…"
		}
		return strconv.Quote(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return "null"
}

// Nearest returns the word of list that was probably meant, and "" when none is close.
func Nearest(word string, list []string) string {
	if near := Similar(word, list, 1); len(near) > 0 {
		return near[0]
	}
	return ""
}

// Similar returns up to most words of list that may have been meant, the most similar first.
func Similar(word string, list []string, most int) []string {
	type candidate struct {
		word     string
		distance int
	}
	var close []candidate
	for _, other := range list {
		a, b := strings.ToLower(word), strings.ToLower(other)
		distance := levenshtein.ComputeDistance(a, b)
		if plain, ok := strings.CutPrefix(other, "k"); ok && plain != "" && plain[0] <= 'Z' { // people leave the k out
			distance = min(distance, levenshtein.ComputeDistance(a, strings.ToLower(plain)))
		}
		if len(a) >= 3 && (b == "k"+a || strings.HasPrefix(b, a)) { // the service writes kRegular where people say regular
			distance = 0
		}
		if distance < len(word)/3+2 && !slices.ContainsFunc(close, func(c candidate) bool { return c.word == other }) {
			close = append(close, candidate{other, distance})
		}
	}
	slices.SortStableFunc(close, func(a, b candidate) int { return a.distance - b.distance })
	var words []string
	for _, c := range close[:min(most, len(close))] {
		words = append(words, c.word)
	}
	return words
}

func join(path, name string) string {
	switch "" {
	case path:
		return name
	case name:
		return path
	}
	return path + "." + name
}

func isWhole(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return s != "" && strings.Trim(s, "0123456789") == ""
}

func isControl(r rune) bool { return r < ' ' || r == 0x7f }
