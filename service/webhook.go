package service

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// WebhookVariable is the environment variable with the address of a webhook. It begins as the variables of the service do, and is none of
// go-sdk-core's.
const WebhookVariable = "BACKUP_RECOVERY_NOTIFY_URL"

// MetricsTokenVariable is the environment variable with the token of those who may ask for metrics.
const MetricsTokenVariable = "BACKUP_RECOVERY_METRICS_TOKEN"

// Webhook is where messages are posted to. Its address is a secret: who has it can post. So it is in no error and no trace, and it is no text.
type Webhook struct{ address *url.URL }

// ErrWebhook says that an address is none that a message can be posted to.
var ErrWebhook error = i18n.NewError("webhook.address|The URL of the webhook cannot be used. It has to begin with https://, or with http:// for this machine.")

// NewWebhook returns the webhook with an address. The error, which is always ErrWebhook, does not repeat it.
func NewWebhook(address string) (*Webhook, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Hostname() == "" || u.Fragment != "" || u.Scheme != "https" && !(u.Scheme == "http" && isLoopback(u.Hostname())) {
		return nil, ErrWebhook
	}
	return &Webhook{u}, nil
}

// Host returns the host of a webhook, without a port.
func (w *Webhook) Host() string { return w.address.Hostname() }

// Key returns a digest of the address, by which two webhooks can be told apart and which says nothing of it.
func (w *Webhook) Key() string { return fmt.Sprintf("%x", sha256.Sum256([]byte(w.address.String()))) }

// The limits of a message: how long it may take with all tries, and how many bytes of a refusal are read and shown.
const (
	webhookTime   = 2 * time.Minute
	webhookAnswer = 64 << 10
	webhookShown  = 200
)

// Post posts JSON to a webhook and returns why it was not taken. What may be healed by time is tried again, at the pace that the receiver asks
// for; a message whose answer was lost comes twice then, which is better than not at all. No redirection is followed: the message would go to
// somebody who was not named. Certificates are checked whatever the host was told, because that is about the platform. Nothing is traced.
func (s *Session) Post(ctx context.Context, w *Webhook, body []byte) error {
	ctx, cancel := context.WithTimeoutCause(context.WithValue(ctx, callKey{}, &call{repeatable: true}), webhookTime, ErrIdleTimeout)
	defer cancel()
	carrier := s.Transport
	if carrier == nil {
		transport := networkTransport.Clone()
		transport.TLSClientConfig = &tls.Config{MinVersion: tls.VersionTLS12}
		transport.DialContext = dial
		defer transport.CloseIdleConnections()
		carrier = transport
	}
	client := &http.Client{Transport: newRetries(&idleTimeout{carrier, s.timeout()}), CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.address.String(), bytes.NewReader(body))
	if err != nil {
		return ErrWebhook
	}
	req.Header.Set("Content-Type", "application/json")
	if s.Agent != "" {
		req.Header.Set("User-Agent", s.Agent)
	}
	resp, err := client.Do(req)
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
		var address *url.Error
		for errors.As(err, &address) { // says the address
			err = address.Err
		}
		return i18n.NewError("webhook.gone|{{.Host}} could not be reached: {{.Reason}}", "Host", w.Host(), "Reason", w.hide(err.Error()))
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 200 && resp.StatusCode < 300 {
		return nil
	}
	said, _ := io.ReadAll(io.LimitReader(resp.Body, webhookAnswer))
	args := []any{"Host", w.Host(), "Status", strconv.Itoa(resp.StatusCode), "Reason", output.Shorten(w.hide(string(said)), webhookShown)}
	if strings.TrimSpace(string(said)) == "" || resp.StatusCode < 400 {
		return i18n.NewError("webhook.status|{{.Host}} answered with the status {{.Status}}.", args...)
	}
	return i18n.NewError("webhook.refused|{{.Host}} answered with the status {{.Status}}: {{.Reason}}", args...)
}

// hide makes a text of somebody else safe to print: on one line, and without what is secret in the address.
func (w *Webhook) hide(text string) string {
	secrets := append(strings.Split(w.address.EscapedPath(), "/"), strings.Split(w.address.Path, "/")...)
	secrets = append(secrets, w.address.RawQuery)
	for _, values := range w.address.Query() {
		secrets = append(secrets, values...)
	}
	if w.address.User != nil {
		password, _ := w.address.User.Password()
		secrets = append(secrets, w.address.User.Username(), password)
	}
	for _, secret := range secrets {
		if len(secret) >= 6 { // shorter ones are words
			text = strings.ReplaceAll(text, secret, hidden)
		}
	}
	return output.Clean(RedactText(strings.TrimSpace(text)))
}
