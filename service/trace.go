package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
)

// hidden stands where a secret was.
const hidden = "[hidden]"

// traceBody is how much of a body a trace shows; more is counted.
const traceBody = 64 << 10

// traced writes what is sent and what comes back to where the host's trace setting says: "true" means standard error, another
// word a file, which is opened once for a session. Secrets are hidden, in headers, in addresses and in bodies.
func (s *Session) traced(next http.RoundTripper) http.RoundTripper {
	s.trace.open.Do(func() {
		switch strings.ToLower(s.Trace) {
		case "", "false", "no", "0":
			return
		case "true", "yes", "1":
			s.trace.out = os.Stderr
			return
		}
		f, err := os.OpenFile(s.Trace, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%v\n", err)
			s.trace.out = os.Stderr
			return
		}
		s.trace.out, s.trace.file = f, f
	})
	if s.trace.out == nil {
		return next
	}
	return &tracing{next: next, out: s.trace.out, session: s}
}

// tracing writes what passes. Several of them may write to one place: each writes a request or an answer in one piece.
type tracing struct {
	next    http.RoundTripper
	session *Session
	out     io.Writer
}

func (t *tracing) RoundTrip(req *http.Request) (*http.Response, error) {
	c := callOf(req)
	var body []byte
	if req.Body != nil && req.Body != http.NoBody {
		var err error
		if body, err = io.ReadAll(req.Body); err != nil {
			return nil, err
		}
		_ = req.Body.Close()
		req.Body = io.NopCloser(bytes.NewReader(body))
	}
	t.write("REQUEST", fmt.Sprintf("%s %s", req.Method, RedactURL(req.URL, c.op)), req.Header, RedactBody(body, c.op))
	began := t.session.now()
	resp, err := t.next.RoundTrip(req)
	if err != nil {
		t.write("FAILURE", err.Error(), nil, nil)
		return nil, err
	}
	took := t.session.now().Sub(began).Round(1e6)
	first := fmt.Sprintf("%s (%s)", resp.Status, took)
	kind := resp.Header.Get("Content-Type")
	if strings.Contains(kind, "json") || strings.HasPrefix(kind, "text/") {
		resp.Body = &tracedBody{ReadCloser: resp.Body, done: func(seen []byte, more int) {
			shown := RedactBody(seen, c.op)
			if c.op != nil && c.op.Secret && resp.StatusCode < 300 {
				shown = []byte(hidden)
			}
			if more > 0 {
				shown = fmt.Appendf(shown, "\n[%d bytes more]", more)
			}
			t.write("RESPONSE", first, resp.Header, shown)
		}}
	} else {
		t.write("RESPONSE", first, resp.Header, nil)
	}
	return resp, nil
}

func (t *tracing) write(what, first string, header http.Header, body []byte) {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%s: [%s]\n%s\n", what, t.session.now().Format("2006-01-02T15:04:05.000Z07:00"), first)
	names := make([]string, 0, len(header))
	for name := range header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		value := strings.Join(header[name], ", ")
		if secretHeader(name) {
			value = hidden
		}
		fmt.Fprintf(&b, "%s: %s\n", name, value)
	}
	if len(body) > 0 {
		fmt.Fprintf(&b, "\n%s\n", body)
	}
	_, _ = io.WriteString(t.out, b.String())
}

// tracedBody remembers the beginning of a body as it is read, and shows it at its end.
type tracedBody struct {
	io.ReadCloser
	seen []byte
	more int
	once sync.Once
	done func(seen []byte, more int)
}

func (b *tracedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	keep := min(n, traceBody-len(b.seen))
	b.seen = append(b.seen, p[:keep]...)
	b.more += n - keep
	if err != nil {
		b.once.Do(func() { b.done(b.seen, b.more) })
	}
	return n, err
}

func (b *tracedBody) Close() error {
	b.once.Do(func() { b.done(b.seen, b.more) })
	return b.ReadCloser.Close()
}

func secretHeader(name string) bool {
	name = strings.ToLower(name)
	return name == "authorization" || name == "cookie" || name == "set-cookie" || strings.Contains(name, "token") || strings.Contains(name, "secret")
}

// secretName reports whether nobody may see the values of fields with a name, also in answers that the document does not describe.
func secretName(name string) bool {
	name = strings.ToLower(name)
	for _, part := range []string{"password", "passwd", "secret", "token", "privatekey", "apikey", "encryptionkey", "consumerkey"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}

// RedactURL returns an address without the values of secret parameters. What stands in a path is never secret.
func RedactURL(u *url.URL, op *api.Operation) string {
	if u.RawQuery == "" {
		return u.String()
	}
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
		}
	}
	shown := *u
	shown.RawQuery = ""
	return shown.String() + "?" + strings.Join(parts, "&")
}

// RedactBody returns a body with the values of secret fields hidden. A body that is not whole JSON is shown only
// when nothing in it looks like a secret.
func RedactBody(body []byte, op *api.Operation) []byte {
	if len(body) == 0 {
		return nil
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.UseNumber()
	var out bytes.Buffer
	if err := redactValue(dec, &out, false); err == nil && !dec.More() {
		return out.Bytes()
	}
	if secretName(strings.NewReplacer("_", "", "-", "").Replace(string(body))) || bytes.Contains(body, []byte("eyJ")) {
		return fmt.Appendf(nil, "[%d bytes that may hold a secret]", len(body))
	}
	return body
}

// redactValue copies one JSON value, and hides it when it is secret.
func redactValue(dec *json.Decoder, out *bytes.Buffer, secret bool) error {
	tok, err := dec.Token()
	if err != nil {
		return err
	}
	delim, isDelim := tok.(json.Delim)
	if !isDelim {
		if secret && tok != nil {
			tok = hidden
		}
		raw, err := marshal(tok)
		out.Write(raw)
		return err
	}
	out.WriteString(delim.String())
	for first := true; dec.More(); first = false {
		if !first {
			out.WriteByte(',')
		}
		hide := secret
		if delim == '{' {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			name, _ := key.(string)
			raw, err := marshal(name)
			if err != nil {
				return err
			}
			out.Write(raw)
			out.WriteByte(':')
			hide = hide || secretName(name)
		}
		if err := redactValue(dec, out, hide); err != nil {
			return err
		}
	}
	tok, err = dec.Token()
	if err == nil {
		out.WriteString(tok.(json.Delim).String())
	}
	return err
}

func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
