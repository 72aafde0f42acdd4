package service

import (
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
			name, value, _ := strings.Cut(part, "=")
			name, _ = url.QueryUnescape(name)
			plain, err := url.QueryUnescape(value)
			p := (*api.Param)(nil)
			if op != nil {
				p = op.Param(name)
			}
			shown := redactText(part, false)
			if secretName(name) || p != nil && p.Secret || err == nil && (shown == part || plain != value) && redactText(plain, true) != plain {
				shown = url.QueryEscape(name) + "=" + hidden
			}
			parts[i] = shown
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
// secret parameters of addresses, tokens and private keys, and what stands behind a secret name and looks like a value.
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
	} else if host, port, found := strings.Cut(rest[:until(rest, 0, "/?#")], ":"); found && !strings.HasPrefix(rest, "[") && strings.Trim(port, "0123456789") != "" {
		rest = host + ":" + hidden + rest[len(host)+1+len(port):] // no port: a password whose host is missing
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
