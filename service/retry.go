package service

import (
	"context"
	"crypto/x509"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// retries is how often a request is sent again.
const retries = 4

// retryBackoff is how long to wait between tries of a request.
var retryBackoff = Backoff{First: 300 * time.Millisecond, Max: 8 * time.Second, Factor: 2, Jitter: 0.3}

// maxRetryAfter is the longest wait that the service may ask for; a longer one is left to the person.
const maxRetryAfter = time.Minute

// newRetries repeats requests over next: the ones that are safe to repeat after 429, 5xx and failures of the
// network; the others only when the service cannot have taken them in.
func newRetries(next http.RoundTripper) http.RoundTripper {
	return &retryablehttp.RoundTripper{Client: &retryablehttp.Client{
		HTTPClient:   &http.Client{Transport: next, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		RetryMax:     retries,
		RetryWaitMin: retryBackoff.First,
		RetryWaitMax: retryBackoff.Max,
		CheckRetry:   shouldRetry,
		Backoff:      pause,
		ErrorHandler: retryablehttp.PassthroughErrorHandler,
	}}
}

func shouldRetry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if ctx.Err() != nil {
		if err == nil {
			return false, nil // whoever reads the answer notices
		}
		return false, context.Cause(ctx)
	}
	if ctx.Value(onceKey{}) != nil {
		return false, nil
	}
	c, _ := ctx.Value(callKey{}).(*call)
	if c == nil {
		c = &call{}
	}
	repeatable := c.repeatable
	if err != nil {
		var certificate x509.CertificateInvalidError
		var refused *BadCertificate
		var authority x509.UnknownAuthorityError
		var name x509.HostnameError
		if errors.As(err, &certificate) || errors.As(err, &authority) || errors.As(err, &name) || errors.As(err, &refused) || errors.Is(err, ErrIdleTimeout) && !repeatable {
			return false, nil
		}
		return repeatable && !errors.Is(err, ErrIdleTimeout) || c.notSent(err), nil
	}
	wait := retryAfter(resp.Header, time.Now())
	if wait > maxRetryAfter {
		return false, nil
	}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return true, nil
	case provenBusy(resp.StatusCode, resp.Header):
		return true, nil
	case resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented, resp.StatusCode == http.StatusRequestTimeout, resp.StatusCode == http.StatusTooEarly:
		return repeatable, nil
	}
	return false, nil
}

type onceKey struct{}

// WithoutRetries returns a context whose requests are sent once, however they end: for somebody who asks again and again anyway, at
// a pace of his own.
func WithoutRetries(ctx context.Context) context.Context {
	return context.WithValue(ctx, onceKey{}, true)
}

// provenBusy reports whether an answer proves that a request was not carried out although it may be later: 503 with Retry-After, as
// JSON. The service itself refuses in that form. A gateway says 503 also where its connection to the service broke when the request
// had been passed on; it then sends a page or text, or no time to come back at.
func provenBusy(status int, header http.Header) bool {
	return status == http.StatusServiceUnavailable && header.Get("Retry-After") != "" && strings.Contains(header.Get("Content-Type"), "json")
}

// decided reports whether an answer that is no success tells that a request was not carried out. Gateways answer 502, 504 and most
// often 503 when they do not know; and a server error in another form than the service's comes from one.
func decided(status int, header http.Header) bool {
	switch {
	case status < 500, status == http.StatusNotImplemented, provenBusy(status, header):
		return true
	case status == http.StatusBadGateway, status == http.StatusServiceUnavailable, status == http.StatusGatewayTimeout:
		return false
	}
	return strings.Contains(header.Get("Content-Type"), "json")
}

// pause is as long as the service asks for, else it grows. A wish that cannot be read is none.
func pause(_, _ time.Duration, attempt int, resp *http.Response) time.Duration {
	if resp != nil && (retryAfter(resp.Header, time.Now()) > 0 || resp.Header.Get("Retry-After") == "0") {
		return retryAfter(resp.Header, time.Now())
	}
	return retryBackoff.Pause(attempt)
}

// retryAfter reads the header in both of its forms, seconds and a date. It is never negative.
func retryAfter(header http.Header, now time.Time) time.Duration {
	text := header.Get("Retry-After")
	secs, err := strconv.ParseInt(text, 10, 32)
	if err == nil || errors.Is(err, strconv.ErrRange) && secs > 0 { // the greatest number then
		return max(0, time.Duration(secs)*time.Second)
	}
	if date, err := http.ParseTime(text); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}
