package service_test

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/service"
)

// roundTrip is a network in which a function answers.
type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// reply returns an answer.
func reply(r *http.Request, status int, header http.Header, body string) *http.Response {
	return &http.Response{StatusCode: status, Status: strconv.Itoa(status), Header: header, Body: io.NopCloser(strings.NewReader(body)), Request: r, ProtoMajor: 1, ProtoMinor: 1}
}

// FuzzFileHeaders delivers a file with any headers: it is had whole or not at all, and nothing panics.
func FuzzFileHeaders(f *testing.F) {
	for _, seed := range [][3]string{
		{"", "", ""}, {"bytes 0-9/10", "10", `attachment; filename="a.zip"`}, {"bytes 0-9/9223372036854775807", "9223372036854775807", `attachment; filename*=UTF-8''%2e%2e%2fx`},
		{"bytes -5--1/-7", "-1", ";;"}, {"bytes */0", "+10", "attachment; filename=\"\x1b[2J\""}, {"bytes 0-0/*", "1e9", "inline"}, {"0-9/10/11", "0x10", "a=b"}, {"bytes 9-18/10", " 10", ""},
	} {
		f.Add(seed[0], seed[1], seed[2], uint8(10))
	}
	f.Fuzz(func(t *testing.T, contentRange, length, disposition string, size uint8) {
		whole := strings.Repeat("0123456789abcdef", 16)[:size]
		synctest.Test(t, func(t *testing.T) {
			var count atomic.Int32
			client := connect(t, "https://instance", roundTrip(func(r *http.Request) (*http.Response, error) {
				if count.Add(1) > 100 {
					return nil, &net.OpError{Op: "read", Err: io.ErrUnexpectedEOF}
				}
				from, err := strconv.Atoi(r.URL.Query().Get("startOffset"))
				if err != nil || from < 0 {
					return reply(r, http.StatusBadRequest, http.Header{}, ""), nil
				}
				header := http.Header{"Content-Range": {contentRange}, "Content-Length": {length}, "Content-Disposition": {disposition}}
				return reply(r, http.StatusOK, header, whole[min(from, len(whole)):]), nil
			}), time.Minute)
			file, err := client.Open(t.Context(), api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", "1:2:3"))
			if err != nil {
				return
			}
			defer file.Close()
			var got bytes.Buffer
			n, err := file.Fetch(t.Context(), service.NewOrdered(&got, 2), 2, nil)
			if err == nil && (n != int64(size) || got.String() != whole) {
				t.Errorf("%d bytes %q are taken for %q", n, got.String(), whole)
			}
		})
	})
}

// FuzzHeaders answers with any header, status and body: the client returns, with a body or an error, and within its time.
func FuzzHeaders(f *testing.F) {
	for _, seed := range []struct{ name, value string }{
		{"Retry-After", "-1"}, {"Retry-After", "99999999999999999999"}, {"Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"}, {"Retry-After", "60"}, {"Location", "https://[::1"}, {"Location", "http://x/"},
		{"Content-Type", ";"}, {"Content-Type", "text/html"}, {"Content-Encoding", "gzip"}, {"Date", "x"}, {"X-Request-Id", "\x1b[31m"}, {"WWW-Authenticate", "Basic"}, {"Content-Length", "-1"},
	} {
		for _, status := range []int{200, 302, 401, 429, 503} {
			f.Add(status, seed.name, seed.value, `{"message":"m"}`)
		}
	}
	f.Fuzz(func(t *testing.T, status int, name, value, body string) {
		synctest.Test(t, func(t *testing.T) {
			count := 0
			client := connect(t, "https://instance", roundTrip(func(r *http.Request) (*http.Response, error) {
				if count++; r.URL.Host != "instance" && r.Header.Get("Authorization") == "Bearer token" || r.URL.Scheme != "https" && r.URL.Hostname() != "localhost" && net.ParseIP(r.URL.Hostname()) == nil {
					t.Errorf("credentials or a plain request go to %s", r.URL)
				}
				return reply(r, status, http.Header{name: {value}}, body), nil
			}), time.Minute)
			began := time.Now()
			answer, err := client.Do(t.Context(), api.NewRequest(&api.GetRecoveries))
			if err == nil {
				_, _ = io.Copy(io.Discard, answer.Body)
				_ = answer.Time()
				require.NoError(t, answer.Body.Close())
			}
			if took := time.Since(began); took > 5*time.Minute || count > 60 {
				t.Errorf("%d requests in %v", count, took)
			}
		})
	})
}

// FuzzAddresses reads any address: what is accepted is HTTPS or this machine, has no credentials in it, and is accepted again as it was
// read.
func FuzzAddresses(f *testing.F) {
	for _, seed := range []string{
		"https://host.example.com", "host/v2", "http://localhost:8080/x/v2/", "http://127.0.0.1", "http://[::1]:1", "http://127.0.0.1.example.com", "https://user:pass@host", "https://host?q", "https://host#f",
		"//host", "https://", "http://localhost@evil.example.com", "HTTPS://HOST/V2", "https://host/%2e%2e/v2", "ftp://host", "https://host:99999", "http://localhost%00.evil", "http://[::ffff:127.0.0.1]", " host ", "https://host/v2/v2",
		"http://2130706433", "http://0", "https:///host", "https:host", "a://b://c", "https://hé.example.com",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, address string) {
		base, err := service.ParseBase(address)
		if err != nil {
			if service.CheckURL(address) == nil {
				t.Errorf("%q is accepted and cannot be read: %v", address, err)
			}
			return
		}
		if base.User != nil || base.RawQuery != "" || base.Fragment != "" || base.Host == "" {
			t.Errorf("%q is read as %#v", address, base)
		}
		if service.CheckURL(address) != nil {
			return
		}
		host := base.Hostname()
		if ip := net.ParseIP(host); base.Scheme != "https" && host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			t.Errorf("%q is accepted without TLS", address)
		}
		again, err := service.ParseBase(base.String())
		if err != nil {
			t.Errorf("%q is read as %q, which cannot be read: %v", address, base, err)
			return
		}
		third, err := service.ParseBase(again.String())
		if err != nil || third.String() != again.String() || !sameHost(again, base) {
			t.Errorf("%q is read as %q, then as %q, then as %q", address, base, again, third)
		}
	})
}

func sameHost(a, b *url.URL) bool { return a.Host == b.Host && a.Scheme == b.Scheme }
