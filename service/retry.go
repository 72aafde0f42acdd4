package service

import (
	"context"
	"crypto/x509"
	"errors"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

const (
	retries      = 4
	firstPause   = 300 * time.Millisecond
	longestPause = 8 * time.Second
	// patience is the longest wait that the service may ask for; a longer one is left to the person.
	patience = time.Minute
)

// newRetries repeats requests over next: the ones that are safe to repeat after 429, 5xx and failures of the
// network; the others only when the service cannot have taken them in.
func newRetries(next http.RoundTripper) http.RoundTripper {
	return &retryablehttp.RoundTripper{Client: &retryablehttp.Client{
		HTTPClient:   &http.Client{Transport: next, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		RetryMax:     retries,
		RetryWaitMin: firstPause,
		RetryWaitMax: longestPause,
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
		if errors.As(err, &certificate) || errors.As(err, &authority) || errors.As(err, &name) || errors.Is(err, ErrSilent) && !repeatable {
			return false, nil
		}
		return repeatable && !errors.Is(err, ErrSilent) || notSent(err), nil
	}
	wait := retryAfter(resp.Header, time.Now())
	if wait > patience {
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

// notSent tells failures before anything went out: no name, no route, nobody listening.
func notSent(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && op.Op == "dial"
}

// pause is as long as the service asks for, else it doubles each time; a little chance keeps many clients from
// coming back together.
func pause(least, most time.Duration, attempt int, resp *http.Response) time.Duration {
	if resp != nil && resp.Header.Get("Retry-After") != "" {
		return retryAfter(resp.Header, time.Now())
	}
	wait := min(least<<attempt, most)
	return wait/2 + rand.N(wait/2+1)
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
