package service

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

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
		f, err := openTrace(s.Trace)
		if err != nil {
			fmt.Fprintln(os.Stderr, output.Clean(err.Error()))
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
		t.write("FAILURE", RedactText(err.Error()), nil, nil)
		return nil, err
	}
	took := t.session.now().Sub(began).Round(1e6)
	first := fmt.Sprintf("%s (%s)", redactText(resp.Status, true), took)
	kind := resp.Header.Get("Content-Type")
	if strings.Contains(kind, "json") || strings.HasPrefix(kind, "text/") {
		resp.Body = &tracedBody{ReadCloser: resp.Body, done: func(seen []byte, more int) {
			shown := []byte(withoutEcho(string(RedactBody(seen, c.op)), append(secretsInHeaders(req.Header), secretsInBody(body)...)))
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
	fmt.Fprintf(&b, "\n%s: [%s]\n%s\n", what, t.session.now().Format("2006-01-02T15:04:05.000Z07:00"), output.Clean(first))
	names := make([]string, 0, len(header))
	for name := range header {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Fprintf(&b, "%s: %s\n", output.Clean(name), output.Clean(redactHeader(name, strings.Join(header[name], ", "))))
	}
	if len(body) > 0 {
		fmt.Fprintf(&b, "\n%s\n", output.CleanLines(string(body)))
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

// openTrace opens a file for traces, which it adds to. A new one is its owner's alone. A link, a pipe or a device is refused: someone
// else may have put it there, and a pipe that nobody reads would stop the command.
func openTrace(name string) (*os.File, error) {
	irregular := i18n.NewError("trace.irregular|The trace file '{{.File}}' is not a regular file. The trace goes to standard error.", "File", name)
	before, err := os.Lstat(name)
	if err == nil && !before.Mode().IsRegular() {
		return nil, irregular
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY|syscall.O_NONBLOCK, 0o600)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() || before != nil && !os.SameFile(before, info) {
		_ = f.Close()
		return nil, irregular
	}
	if runtime.GOOS != "windows" && info.Mode().Perm()&0o077 != 0 {
		fmt.Fprintln(os.Stderr, output.Clean(i18n.T("trace.shared|The trace file '{{.File}}' can be read by others. Run 'chmod 600' on it.", "File", name)))
	}
	return f, nil
}
