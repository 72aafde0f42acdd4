package servicetest

import (
	"bufio"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"
)

// statusLies are statuses that are no success, and some that do not exist.
func statusLies() []Lie {
	list := []Lie{
		withStatus("401 for ever", 401, isJSON, refusal("The token expired."), false, "WWW-Authenticate", `Bearer realm="x"`),
		withStatus("401 as a web page", 401, isHTML, page, false, "WWW-Authenticate", "Basic"),
		withStatus("407", 407, isHTML, page, false, "Proxy-Authenticate", "Basic"),
		withStatus("400 with nothing", 400, isJSON, "", false),
		withStatus("400 with text", 400, "text/plain", "Something\x1b[31m is wrong: "+hostileText, false),
		withStatus("400 with hostile words", 400, isJSON, hostileRefusal, false, "X-Request-Id", "id"+strings.Repeat("x", 5000)),
		withStatus("400 with other types", 400, isJSON, `{"errorCode":7,"message":["a",{}],"errors":"none","trace":{}}`, false),
		heavy(withStatus("400 with a list of errors", 400, isJSON, `{"errors":[`+strings.Repeat(`{"code":"x","message":"m"},`, 20_000)+`{}],"trace":null}`, false)),
		withStatus("400 with an HTML message", 400, isJSON, refusal("<b>bold</b> &amp; <script>x</script>"), false),
		withStatus("400 with the credentials", 400, isJSON, "", false),
		withStatus("403", 403, isJSON, refusal("No."), false),
		withStatus("403 as a web page", 403, isHTML, page, false),
		withStatus("404", 404, isJSON, refusal("There is none."), false),
		withStatus("404 as a web page", 404, isHTML, page, false),
		withStatus("405", 405, isJSON, refusal("Not here."), false),
		withStatus("409", 409, isJSON, refusal("There is one already."), false),
		withStatus("410", 410, isJSON, refusal("Gone."), false),
		withStatus("411", 411, isHTML, page, false),
		withStatus("413", 413, isHTML, page, false),
		withStatus("416", 416, isJSON, refusal("Not this range."), false, "Content-Range", "bytes */0"),
		withStatus("422", 422, isJSON, refusal("Not so."), false),
		withStatus("500", 500, isJSON, refusal("Broken."), true),
		withStatus("500 as a web page", 500, isHTML, page, true),
		withStatus("501", 501, isJSON, refusal("Not made."), false),
		withStatus("502 as a web page", 502, isHTML, page, true),
		withStatus("504 as a web page", 504, isHTML, page, true),
		withStatus("504 with Retry-After", 504, isHTML, page, true, "Retry-After", "1"),
		withStatus("599", 599, "", "", true),
		withStatus("600", 600, isJSON, "{}", true),
		withStatus("999", 999, isJSON, "{}", true),
		withStatus("226", 226, isJSON, `"x"`, true),
		withStatus("206 of another place", 206, "application/octet-stream", "abc", true, "Content-Range", "bytes 9000-9002/9003"),
	}
	for i := range list {
		switch list[i].Name {
		case "206 of another place", "226":
			list[i].Right = All
		case "400 with the credentials":
			list[i].Tell = func(w http.ResponseWriter, r *http.Request, _ Answer) {
				w.Header().Set("Content-Type", isJSON)
				w.Header().Set("X-Request-Id", r.Header.Get("Authorization"))
				w.WriteHeader(http.StatusBadRequest)
				fmt.Fprint(w, refusal("Refused: "+r.Header.Get("Authorization")))
			}
		}
	}
	for _, status := range []int{http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusRequestTimeout, http.StatusTooEarly} {
		for _, after := range []struct{ name, value string }{
			{"nothing", ""}, {"0", "0"}, {"a week", "604800"}, {"more than there is", "99999999999999999999"}, {"a negative one", "-5"},
			{"a date in the past", "Mon, 02 Jan 2006 15:04:05 GMT"}, {"a date far away", "Fri, 31 Dec 9999 23:59:59 GMT"}, {"rubbish", "soon\u00ff"}, {"a fraction", "0.5"},
		} {
			if after.value != "" && after.value != "0" && (status == http.StatusRequestTimeout || status == http.StatusTooEarly) {
				continue
			}
			lie := withStatus(fmt.Sprintf("%d with Retry-After of %s", status, after.name), status, isJSON, refusal("Later."), status == http.StatusServiceUnavailable && after.value == "", "Retry-After", after.value)
			if after.value == "" {
				lie = withStatus(fmt.Sprintf("%d without Retry-After", status), status, isJSON, refusal("Later."), status == http.StatusServiceUnavailable)
			}
			list = append(list, lie)
		}
	}
	for _, line := range []string{"HTTP/1.1 000 Zero", "HTTP/1.1 20 Short", "HTTP/1.1 -1 Negative", "HTTP/1.1 2000 Long", "HTTP/9.9 200 Future", "ICY 200 OK", "HTTP/1.1 200 \x1b[31mred", "SSH-2.0-OpenSSH_9.7", "\x15\x03\x01\x00\x02\x02\x28", ""} {
		lie := Lie{Name: fmt.Sprintf("the first line %q", line), Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				fmt.Fprintf(to, "%s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s", line, honest.Type, len(honest.Body), honest.Body)
			})
		}}
		if strings.Contains(line, " 200 ") {
			lie.Right = All // the client may take it, or not
		}
		list = append(list, lie)
	}
	return list
}

// hostileRefusal is an error whose words a terminal would act on.
const hostileRefusal = `{"errorCode":"K\u001b[31m\u202e","message":"line\r\nFAILED\u001b[2J\u0000\u009b31m \u202e \u200b","trace":"t\u001b]0;x\u0007"}`

// Stranger is the address of the host to which lies redirect, Plain the same without TLS, and Loopback a port of this machine.
const (
	Stranger = "https://stranger.example.com:443"
	Plain    = "http://stranger.example.com:80"
	Loopback = "http://127.0.0.1:9"
)

// redirectLies lead elsewhere.
func redirectLies() []Lie {
	var list []Lie
	for _, status := range []int{301, 307, 302, 303, 308} {
		for i, to := range []struct{ name, address string }{
			{"itself", ""}, {"another host", Stranger + "/v2/x"}, {"another host without TLS", Plain + "/x"}, {"another place that is not there", "/elsewhere"}, {"a file", "file:///etc/passwd"},
			{"this machine", Loopback + "/x"}, {"another port", "https://instance:8443/"}, {"the same host without TLS", "http://instance/"},
			{"a user at another host", "https://user:password@stranger.example.com/"}, {"what is no address", "https://[::1"}, {"a script", "javascript:alert(1)"}, {"nowhere", "\x00"},
		} {
			if i > 2 && status != http.StatusMovedPermanently && status != http.StatusTemporaryRedirect {
				continue // of the others the address makes no more difference
			}
			list = append(list, Lie{Name: fmt.Sprintf("%d to %s", status, to.name), Tell: func(w http.ResponseWriter, r *http.Request, _ Answer) {
				address := to.address
				if address == "" {
					address = r.URL.String()
				}
				if address == "/elsewhere" && r.URL.Path == address {
					w.WriteHeader(http.StatusNotFound)
					return
				}
				if address != "\x00" {
					w.Header().Set("Location", address)
				}
				w.WriteHeader(status)
			}})
		}
	}
	list = append(list, withStatus("304", 304, "", "", false), withStatus("300", 300, isHTML, page, false, "Location", "/elsewhere"), withStatus("399", 399, isJSON, "{}", false))
	return list
}

// headerLies are about headers.
func headerLies() []Lie {
	rawHeaders := func(name string, headers ...string) Lie {
		return Lie{Name: name, Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				head(to, honest, append([]string{fmt.Sprintf("Content-Length: %d", len(honest.Body))}, headers...)...)
				_, _ = to.Write(honest.Body)
			})
		}}
	}
	before := func(name, interim string, times int) Lie {
		return Lie{Name: name, Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				_, _ = to.WriteString(strings.Repeat(interim, times))
				head(to, honest, fmt.Sprintf("Content-Length: %d", len(honest.Body)))
				_, _ = to.Write(honest.Body)
			})
		}}
	}
	many := make([]string, 5000)
	for i := range many {
		many[i] = fmt.Sprintf("X-Header-%d: %d", i, i)
	}
	return []Lie{
		rawHeaders("a header of 512 KiB", "X-Long: "+strings.Repeat("x", 512<<10)),
		heavy(rawHeaders("a header of 11 MiB", "X-Long: "+strings.Repeat("x", 11<<20))),
		rawHeaders("5,000 headers", many...),
		rawHeaders("control characters in headers", "X-Request-Id: a\x1b[31mb", "Content-Disposition: attachment; filename=\"\x1b[2J\u202etxt.exe\""),
		rawHeaders("a header without a name", ": x"),
		rawHeaders("a header of rubbish", "\x00\xff\xfe"),
		rawHeaders("a folded header", "X-Folded: a\r\n  b"),
		rawHeaders("cookies", "Set-Cookie: session=\x1b[31m; Domain=.com", "Set-Cookie: token=secret"),
		rawHeaders("names of files outside", `Content-Disposition: attachment; filename="../../../../tmp/owned"; filename*=UTF-8''..%2f..%2fowned`),
		rawHeaders("a range of another place", "Content-Range: bytes 500-600/99999999999999999999"),
		rawHeaders("a date of the year 0", "Date: Thu, 01 Jan 0000 00:00:00 GMT", "Retry-After: 99999"),
		rawHeaders("a refresh of the page", "Refresh: 0; url="+Stranger, "Link: <"+Stranger+">; rel=next"),
		rawHeaders("an upgrade of the connection", "Connection: upgrade", "Upgrade: h2c"),
		rawHeaders("an alternative service", `Alt-Svc: h2="stranger.example.com:443"`),
		before("100 before", "HTTP/1.1 100 Continue\r\n\r\n", 1),
		before("102 and 103 before", "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n", 1),
		before("a thousand 103 before", "HTTP/1.1 103 Early Hints\r\n\r\n", 1000),
		before("101 before", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n", 1),
		{Name: "an answer twice", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			raw(w, func(to *bufio.Writer, _ net.Conn) {
				for range 2 {
					head(to, honest, fmt.Sprintf("Content-Length: %d", len(honest.Body)))
					_, _ = to.Write(honest.Body)
				}
			})
		}},
		{Name: "an answer after a pause", Right: All, Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, honest Answer) {
			time.Sleep(20 * time.Second)
			plain(w, honest, honest.Body)
		}},
		{Name: "a connection that ends at once", Taken: true, Tell: func(w http.ResponseWriter, _ *http.Request, _ Answer) {
			raw(w, func(*bufio.Writer, net.Conn) {})
		}},
	}
}
