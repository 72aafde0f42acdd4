package service

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// redactJSON returns a JSON text with secrets hidden, and whether it was whole.
func redactJSON(text []byte) ([]byte, bool) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	r := &jsonRedactor{dec: dec}
	if err := r.value(false, false); err != nil || len(bytes.TrimSpace(text[dec.InputOffset():])) > 0 {
		return nil, false
	}
	return r.shown(), true
}

// jsonRedactor copies JSON and hides what is secret.
type jsonRedactor struct {
	dec   *json.Decoder
	out   bytes.Buffer
	field string // whose value comes next
	hide  []span // of out: values that were known as secret only after they were written
}

// value copies a value. Of a secret object or array, everything in it is hidden; of a collection of secrets, what has no name.
func (r *jsonRedactor) value(secret, collected bool) error {
	tok, err := r.dec.Token()
	if err != nil {
		return err
	}
	switch tok {
	case json.Delim('{'):
		return r.object(secret, collected)
	case json.Delim('['):
		return r.list(secret, collected)
	}
	text, isText := tok.(string)
	_, isNumber := tok.(json.Number)
	switch {
	case secret && tok != nil, collected && (isText || isNumber):
		tok = hidden
	case isText && !(r.field == snapshotField && isSnapshotID(text)):
		tok = redactString(text)
	}
	return r.write(tok)
}

// snapshotField is the field of bodies with the identifier of a snapshot.
const snapshotField = "snapshotId"

// isSnapshotID reports whether a text may be the identifier of a snapshot and is no token. Identifiers are JSON in Base64 and begin as a JWT
// does, which has three parts.
func isSnapshotID(text string) bool {
	return strings.Trim(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-=") == ""
}

// list copies the items of an array whose bracket was read.
func (r *jsonRedactor) list(secret, collected bool) error {
	r.out.WriteByte('[')
	for first := true; r.dec.More(); first = false {
		if !first {
			r.out.WriteByte(',')
		}
		if err := r.value(secret, collected); err != nil {
			return err
		}
	}
	_, err := r.dec.Token()
	r.out.WriteByte(']')
	return err
}

// object copies the fields of an object whose brace was read. It may be a pair of a name and values, in any order.
func (r *jsonRedactor) object(secret, collected bool) error {
	var values []span // of a pair
	named := collected
	r.out.WriteByte('{')
	for first := true; r.dec.More(); first = false {
		if !first {
			r.out.WriteByte(',')
		}
		key, err := r.dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		if err := r.write(redactText(name, true)); err != nil {
			return err
		}
		r.out.WriteByte(':')
		r.field = name
		began := r.out.Len()
		several := collection(name)
		if err := r.value(secret || !several && secretName(name), several); err != nil {
			return err
		}
		if shown := r.out.Bytes()[began:]; pairName(name) && shown[0] == '"' {
			named = named || secretName(string(shown))
		}
		if pairValue(name) {
			values = append(values, span{began, r.out.Len()})
		}
	}
	if named {
		r.hide = append(r.hide, values...)
	}
	_, err := r.dec.Token()
	r.out.WriteByte('}')
	return err
}

func (r *jsonRedactor) write(tok any) error {
	raw, err := marshal(tok)
	r.out.Write(raw)
	return err
}

// shown returns what was copied without what is hidden of it. A null hides nothing.
func (r *jsonRedactor) shown() []byte {
	all := r.out.Bytes()
	if len(r.hide) == 0 {
		return all
	}
	slices.SortFunc(r.hide, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	shown := make([]byte, 0, len(all))
	at := 0
	for _, s := range r.hide {
		if s.from < at || string(all[s.from:s.to]) == "null" { // inside of one that is hidden
			continue
		}
		shown = append(append(shown, all[at:s.from]...), `"`+hidden+`"`...)
		at = s.to
	}
	return append(shown, all[at:]...)
}

// pairName reports whether a field says what the value beside it is, as in {"name": "password", "value": "x"}.
func pairName(field string) bool {
	switch strings.ToLower(field) {
	case "name", "key", "field", "header", "parameter", "property", "attribute", "type", "kind":
		return true
	}
	return false
}

// pairValue reports whether a field holds what another field names, such as value, values and stringValue.
func pairValue(field string) bool {
	return slices.ContainsFunc(nameWords(field), func(word string) bool { return word == "value" || word == "values" || word == "val" })
}

// collection reports whether an object with a name holds secrets beside what is none, such as the name of a user.
func collection(name string) bool {
	words := nameWords(name)
	if len(words) > 1 && words[len(words)-1] == "headers" && words[len(words)-2] == "auth" { // names of headers, each with its secret
		return true
	}
	return len(words) > 0 && (words[len(words)-1] == "credentials" || len(words) > 1 && words[len(words)-1] == "list" && words[len(words)-2] == "credentials")
}

// redactString hides the secrets in the text of a field, which may itself be JSON.
func redactString(text string) string {
	if trimmed := strings.TrimSpace(text); trimmed != "" && strings.ContainsRune(`{["`, rune(trimmed[0])) {
		if shown, whole := redactJSON([]byte(trimmed)); whole {
			return string(shown)
		}
	}
	return redactText(text, true)
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
