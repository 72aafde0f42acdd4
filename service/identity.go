package service

import (
	"context"
	"crypto/tls"
	"errors"
	"io"
	"net/http"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// maxToken is the most that is read of an answer of an identity service, in bytes: a token is some kilobytes long.
const maxToken = 1 << 20

// networkTransport is net/http's own. It is kept from before anything may have been put in its place.
var networkTransport = http.DefaultTransport.(*http.Transport)

// IdentityClient returns what talks to identity services, for go-sdk-core's authenticators and the host's SDK. Both would send an API
// key or a refresh token along a redirection, wherever it leads, and read answers without end. timeout is for a whole request.
func IdentityClient(insecure bool, timeout time.Duration) *http.Client {
	transport := networkTransport.Clone()
	transport.TLSClientConfig = &tls.Config{InsecureSkipVerify: insecure, MinVersion: tls.VersionTLS12} // the user said so
	return &http.Client{Transport: shortAnswers{transport}, Timeout: timeout, CheckRedirect: func(*http.Request, []*http.Request) error { return errIdentityRedirect }}
}

var errIdentityRedirect error = i18n.NewError("identity.redirect|The identity service redirected the request, which was not followed, because credentials are in it.")

// shortAnswers bounds the bodies of answers.
type shortAnswers struct{ next http.RoundTripper }

func (t shortAnswers) RoundTrip(req *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(req)
	if err == nil {
		resp.Body = limitedBody{io.LimitReader(resp.Body, maxToken), resp.Body}
	}
	return resp, err
}

// refreshSession renews the host's session, for as long as the network may be silent: the host's SDK itself knows no limit.
func (s *Session) refreshSession() (string, error) {
	ctx, cancel := context.WithTimeoutCause(context.Background(), s.timeout(), ErrIdleTimeout)
	defer cancel()
	var token string
	err := sign(ctx, func() (err error) { token, err = s.Refresh(); return err })
	switch {
	case errors.Is(err, errIdentityRedirect):
		return "", errIdentityRedirect
	case err != nil:
		return "", err
	}
	return token, nil
}

// sign does something with credentials, which may ask an identity service, and returns early when the context ends.
func sign(ctx context.Context, do func() error) error {
	done := make(chan error, 1)
	go func() { done <- do() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
