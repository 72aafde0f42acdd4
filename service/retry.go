package service

import (
	"context"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"strconv"
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
	c, _ := ctx.Value(callKey{}).(*call)
	repeatable := c != nil && c.repeatable
	if err != nil {
		var certificate *x509.CertificateInvalidError
		var authority x509.UnknownAuthorityError
		var name x509.HostnameError
		if errors.As(err, &certificate) || errors.As(err, &authority) || errors.As(err, &name) || errors.Is(err, ErrIdleTimeout) && !repeatable {
			return false, nil
		}
		return repeatable && !errors.Is(err, ErrIdleTimeout) || notSent(err), nil
	}
	wait := retryAfter(resp.Header, time.Now())
	if wait > maxRetryAfter {
		return false, nil
	}
	switch {
	case resp.StatusCode == http.StatusTooManyRequests:
		return true, nil
	case resp.StatusCode == http.StatusServiceUnavailable && resp.Header.Get("Retry-After") != "":
		return true, nil
	case resp.StatusCode >= 500 && resp.StatusCode != http.StatusNotImplemented:
		return repeatable, nil
	}
	return false, nil
}

// notSent reports whether a failure came before anything went out: no name, no route, nobody listening.
func notSent(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// pause is as long as the service asks for, else it grows.
func pause(_, _ time.Duration, attempt int, resp *http.Response) time.Duration {
	if resp != nil && resp.Header.Get("Retry-After") != "" {
		return retryAfter(resp.Header, time.Now())
	}
	return retryBackoff.Pause(attempt)
}

// retryAfter reads the header in both of its forms, seconds and a date. It is never negative.
func retryAfter(header http.Header, now time.Time) time.Duration {
	text := header.Get("Retry-After")
	if secs, err := strconv.ParseInt(text, 10, 32); err == nil {
		return max(0, time.Duration(secs)*time.Second)
	}
	if date, err := http.ParseTime(text); err == nil {
		return max(0, date.Sub(now))
	}
	return 0
}
