package service

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const webhookSecret = "T0000SECRET"

func TestAddressesOfWebhooks(t *testing.T) {
	for address, ok := range map[string]bool{
		"https://hooks.slack.com/services/T/B/x": true, " https://example.com/x?key=1\n": true, "http://127.0.0.1:8080/x": true, "http://localhost/x": true, "http://[::1]/x": true,
		"http://example.com/" + webhookSecret: false, "ftp://example.com/": false, "example.com/" + webhookSecret: false, "https:///" + webhookSecret: false, "": false, "https://a b/" + webhookSecret: false,
		"https://example.com/x#y": false, "file:///etc/passwd": false, "http://127.0.0.1.example.com/": false,
	} {
		_, err := NewWebhook(address)
		assert.Equal(t, ok, err == nil, address)
		if err != nil {
			assert.NotContains(t, err.Error(), webhookSecret)
		}
	}
}

// post posts to a server that answers as told, and returns how often it was asked, and what came of it.
func post(t *testing.T, session *Session, answer http.HandlerFunc) (int, error) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		body, _ := io.ReadAll(r.Body)
		assert.Equal(t, `{"a":1}`, string(body))
		assert.Equal(t, "application/json", r.Header.Get("Content-Type"))
		assert.Empty(t, r.Header.Get("Authorization"))
		answer(w, r)
	}))
	defer server.Close()
	hook, err := NewWebhook(server.URL + "/services/" + webhookSecret + "?token=" + webhookSecret)
	require.NoError(t, err)
	err = session.Post(t.Context(), hook, []byte(`{"a":1}`))
	return int(asked.Load()), err
}

func TestAMessageIsPostedAndTriedAgain(t *testing.T) {
	asked, err := post(t, &Session{}, func(http.ResponseWriter, *http.Request) {})
	require.NoError(t, err)
	assert.Equal(t, 1, asked)

	n := 0
	asked, err = post(t, &Session{}, func(w http.ResponseWriter, _ *http.Request) {
		if n++; n < 3 {
			w.Header().Set("Retry-After", "0")
			w.WriteHeader([]int{0, 429, 502}[n])
		}
	})
	require.NoError(t, err)
	assert.Equal(t, 3, asked)
}

func TestARefusalOfAWebhookHidesItsAddress(t *testing.T) {
	for status, wanted := range map[int]string{404: "no_service \\u001b", 403: "no_service", 302: "302", 307: "307"} {
		asked, err := post(t, &Session{}, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "https://elsewhere.example/"+webhookSecret)
			w.WriteHeader(status)
			fmt.Fprintf(w, "no_service \x1b %s%s", r.URL, strings.Repeat("x", 5000))
		})
		require.Error(t, err)
		assert.Equal(t, 1, asked, "a redirection was followed, or a refusal tried again")
		assert.Contains(t, err.Error(), wanted)
		assert.NotContains(t, err.Error(), webhookSecret)
		assert.NotContains(t, err.Error(), "elsewhere")
		assert.Less(t, len(err.Error()), 400)
	}
}

func TestAWebhookThatIsAwayHidesItsAddress(t *testing.T) {
	hook, err := NewWebhook("http://127.0.0.1:1/" + webhookSecret)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(WithoutRetries(t.Context()), 5*time.Second)
	defer cancel()
	err = (&Session{}).Post(ctx, hook, nil)
	require.Error(t, err)
	assert.NotContains(t, err.Error(), webhookSecret)
	assert.Contains(t, err.Error(), "127.0.0.1")
}

func TestAMessageEndsWithTheContextAndWithPatience(t *testing.T) {
	block := make(chan struct{})
	defer close(block)
	ctx, cancel := context.WithCancelCause(t.Context())
	why := errors.New("why")
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { cancel(why); <-r.Context().Done() }))
	defer server.Close()
	hook, err := NewWebhook(server.URL)
	require.NoError(t, err)
	require.ErrorIs(t, (&Session{}).Post(ctx, hook, nil), why)

	silent := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer silent.Close()
	hook, err = NewWebhook(silent.URL + "/" + webhookSecret)
	require.NoError(t, err)
	began := time.Now()
	err = (&Session{Timeout: 100 * time.Millisecond}).Post(t.Context(), hook, nil)
	require.Error(t, err)
	assert.NotContains(t, err.Error(), webhookSecret)
	assert.Less(t, time.Since(began), 10*time.Second)
}

// TestAWebhookIsNotTraced has the host trace everything.
func TestAWebhookIsNotTraced(t *testing.T) {
	file := filepath.Join(t.TempDir(), "trace")
	session := &Session{Trace: file}
	_, err := post(t, session, func(http.ResponseWriter, *http.Request) {})
	require.NoError(t, err)
	require.NoError(t, session.Close())
	raw, _ := os.ReadFile(file)
	assert.NotContains(t, string(raw), webhookSecret)
}

// TestCertificatesOfWebhooksAreChecked has the host told not to check those of the platform.
func TestCertificatesOfWebhooksAreChecked(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("it was asked") }))
	defer server.Close()
	server.Config.ErrorLog = nil
	hook, err := NewWebhook(server.URL + "/" + webhookSecret)
	require.NoError(t, err)
	err = (&Session{SkipTLS: true}).Post(t.Context(), hook, nil)
	require.Error(t, err)
	assert.NotContains(t, err.Error(), webhookSecret)
}

// TestOwnVariablesAreNoConfiguration checks that they do not count as one, in whose place the environment would be read no further.
func TestOwnVariablesAreNoConfiguration(t *testing.T) {
	assert.Empty(t, properties([]string{WebhookVariable + "=https://x", MetricsTokenVariable + "=y", TrustedHostsVariable + "=z"}))
	assert.NotEmpty(t, properties([]string{"BACKUP_RECOVERY_URL=https://x"}))
}

// TestWhatIsSecretInTheAddressOfAWebhook checks what is hidden of the texts of others, and that words stay.
func TestWhatIsSecretInTheAddressOfAWebhook(t *testing.T) {
	address, err := url.Parse("https://someone:password1@host.example/services/T0000/abcdef/abcde?key=query-secret")
	require.NoError(t, err)
	w := &Webhook{address: address}
	assert.Equal(t, hidden+" "+hidden+" "+hidden+" "+hidden+" abcde "+hidden, w.hide("someone password1 services abcdef abcde query-secret"))
	address.User = nil
	assert.Equal(t, "someone", w.hide("someone"))
}
