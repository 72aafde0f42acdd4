package service

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
)

// hidden stands where a secret was.
const hidden = "[hidden]"

// RedactURL returns an address without its user and password, and without the values of secret parameters. What stands in a path
// is secret by its look only.
func RedactURL(u *url.URL, op *api.Operation) string {
	shown := *u
	shown.User, shown.RawQuery, shown.ForceQuery, shown.Fragment, shown.RawFragment = nil, "", false, "", ""
	text := redactText(shown.String(), false)
	if u.User != nil {
		text = strings.Replace(text, "://", "://"+hidden+"@", 1)
	}
	if u.RawQuery != "" {
		parts := strings.Split(u.RawQuery, "&")
		for i, part := range parts {
			name, _, _ := strings.Cut(part, "=")
			name, _ = url.QueryUnescape(name)
			p := (*api.Param)(nil)
			if op != nil {
				p = op.Param(name)
			}
			if secretName(name) || p != nil && p.Secret {
				parts[i] = url.QueryEscape(name) + "=" + hidden
			} else {
				parts[i] = redactText(part, false)
			}
		}
		text += "?" + strings.Join(parts, "&")
	}
	if u.Fragment != "" {
		text += "#" + redactText(u.EscapedFragment(), true)
	}
	return text
}

// redactHeader returns the value of a header without secrets. Of the addresses that an answer sends to, no parameter is shown: they
// may be signed in ways that no name tells.
func redactHeader(name, value string) string {
	if secretName(name) {
		return hidden
	}
	switch http.CanonicalHeaderKey(name) {
	case "Location", "Content-Location", "Refresh", "Link":
		var b strings.Builder
		for rest := value; rest != ""; {
			before, query, found := strings.Cut(rest, "?")
			b.WriteString(redactText(before, true))
			if !found {
				break
			}
			end := until(query, 0, ">\"' \t")
			b.WriteByte('?')
			for i, part := range strings.FieldsFunc(query[:end], func(r rune) bool { return r == '&' || r == ';' || r == '#' }) {
				if i > 0 {
					b.WriteByte('&')
				}
				parameter, _, _ := strings.Cut(part, "=")
				b.WriteString(redactText(parameter, true) + "=" + hidden)
			}
			rest = query[end:]
		}
		return b.String()
	}
	return redactText(value, true)
}

// RedactText returns a message, such as the error of a library, without what nobody may see: users and passwords in addresses,
// secret parameters of addresses, tokens and private keys.
func RedactText(text string) string {
	for _, name := range []string{"HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"} { // errors quote them in many ways
		_, rest, found := strings.Cut(os.Getenv(name), "://")
		if !found {
			rest = os.Getenv(name)
		}
		if at := strings.LastIndexByte(rest, '@'); at > 0 {
			_, password, _ := strings.Cut(rest[:at], ":")
			for _, secret := range []string{rest[:at], password} {
				if len(secret) > 3 {
					text = strings.ReplaceAll(text, secret, hidden)
				}
			}
		}
	}
	text = redactText(text, false)
	const port = `invalid port "` // a piece of a password that has a slash in it
	if before, after, found := strings.Cut(text, port); found && strings.Contains(before, hidden) {
		if _, rest, closed := strings.Cut(after, `"`); closed {
			text = before + `invalid port "` + hidden + `"` + rest
		}
	}
	return text
}

// RedactAddress returns an address that someone typed, which need not be one, without its user, password and secret parameters.
func RedactAddress(address string) string {
	scheme, rest := "", address
	if i := strings.Index(address, "://"); i >= 0 {
		scheme, rest = address[:i+3], address[i+3:]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 {
		rest = hidden + rest[at:]
	}
	return redactText(scheme+rest, false)
}

// RedactBody returns a body with secrets hidden: the values of fields with secret names, and what looks like a secret, also in JSON
// in a text, in addresses, in forms, and in JSON that is not whole.
func RedactBody(body []byte, op *api.Operation) []byte {
	if len(body) == 0 {
		return nil
	}
	if shown, whole := redactJSON(body); whole {
		return shown
	}
	return []byte(redactText(string(body), true))
}

// redactJSON returns a JSON text with secrets hidden, and whether it was whole.
func redactJSON(text []byte) ([]byte, bool) {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var out bytes.Buffer
	if err := redactValue(dec, &out, false); err != nil || len(bytes.TrimSpace(text[dec.InputOffset():])) > 0 {
		return nil, false
	}
	return out.Bytes(), true
}

// redactValue copies one JSON value, and hides it when it is secret. Of a secret object or array, everything in it is.
func redactValue(dec *json.Decoder, out *bytes.Buffer, secret bool) error {
	tok, err := dec.Token()
	if err != nil {
		return err
	}
	delim, isDelim := tok.(json.Delim)
	if !isDelim {
		text, isText := tok.(string)
		switch {
		case secret && tok != nil:
			tok = hidden
		case isText:
			tok = redactString(text)
		}
		raw, err := marshal(tok)
		out.Write(raw)
		return err
	}
	out.WriteString(delim.String())
	pair := false // whether the object is a pair of a name and a value, and the name is secret
	for first := true; dec.More(); first = false {
		if !first {
			out.WriteByte(',')
		}
		hide := secret
		name := ""
		if delim == '{' {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			name, _ = key.(string)
			raw, err := marshal(redactText(name, true))
			if err != nil {
				return err
			}
			out.Write(raw)
			out.WriteByte(':')
			hide = hide || secretName(name) && !collection(name) || pair && strings.EqualFold(name, "value")
		}
		began := out.Len()
		if err := redactValue(dec, out, hide); err != nil {
			return err
		}
		switch shown := out.Bytes()[began:]; {
		case collection(name) && shown[0] == '"': // a text, where a collection was expected
			out.Truncate(began)
			out.WriteString(`"` + hidden + `"`)
		case strings.EqualFold(name, "name") || strings.EqualFold(name, "key"):
			pair = shown[0] == '"' && secretName(string(shown))
		}
	}
	tok, err = dec.Token()
	if err == nil {
		out.WriteString(tok.(json.Delim).String())
	}
	return err
}

// collection reports whether an object with a name holds secrets beside what is none, such as the name of a user.
func collection(name string) bool {
	words := nameWords(name)
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
