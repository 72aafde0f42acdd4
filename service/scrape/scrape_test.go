package scrape

import (
	"bufio"
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output/openmetrics"
)

const token = "a-token-of-a-test"

// page says which format it is in.
func page(_ context.Context, open bool) ([]byte, error) {
	return fmt.Appendf(nil, "open=%t", open), nil
}

func TestWhoGetsTheMetrics(t *testing.T) {
	for _, c := range []struct {
		method, path, host, authorization, token string
		status                                   int
	}{
		{"GET", "/metrics", "127.0.0.1:9464", "", "", 200},
		{"GET", "/metrics", "localhost", "", "", 200},
		{"GET", "/metrics", "[::1]:9464", "", "", 200},
		{"HEAD", "/metrics", "localhost", "", "", 200},
		{"GET", "/metrics?x=1", "localhost", "", "", 200},
		{"GET", "/metrics", "evil.example:9464", "", "", 403},
		{"GET", "/metrics", "127.0.0.1.evil.example", "", "", 403},
		{"POST", "/metrics", "localhost", "", "", 405},
		{"GET", "/", "localhost", "", "", 404},
		{"GET", "/metrics/", "localhost", "", "", 404},
		{"GET", "/metrics", "prod.example:9464", "Bearer " + token, token, 200},
		{"GET", "/metrics", "prod.example:9464", "bearer " + token, token, 200},
		{"GET", "/metrics", "prod.example:9464", "Basic " + token, token, 401},
		{"GET", "/metrics", "prod.example:9464", "Bearer " + token + "x", token, 401},
		{"GET", "/metrics", "prod.example:9464", "Bearer " + token[1:], token, 401},
		{"GET", "/metrics", "prod.example:9464", "Bearer ", token, 401},
		{"GET", "/metrics", "localhost", "", token, 401},
		{"GET", "/", "localhost", "", token, 401}, // who has no token learns nothing
	} {
		r := httptest.NewRequest(c.method, c.path, nil)
		r.Host = c.host
		if c.authorization != "" {
			r.Header.Set("Authorization", c.authorization)
		}
		w := httptest.NewRecorder()
		(&Server{Page: page, Token: c.token}).ServeHTTP(w, r)
		assert.Equal(t, c.status, w.Code, "%+v", c)
		assert.NotContains(t, w.Body.String(), token)
		assert.Equal(t, c.status == 200 && c.method == "GET", w.Body.String() == "open=false", "%+v", c)
	}
}

func TestTheFormatIsTheOneThatIsAskedFor(t *testing.T) {
	for accept, open := range map[string]bool{
		"": false, "*/*": false, "text/plain": false, "nonsense;;,": false,
		"application/openmetrics-text": true, "application/openmetrics-text; version=1.0.0": true, "application/openmetrics-text;version=0.0.1": false, "application/openmetrics-text;q=0": false,
		"application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1": true,
		"application/openmetrics-text;q=0.5,text/plain;q=0.5": true, "application/openmetrics-text;q=0.4,text/plain;q=0.5": false, "application/openmetrics-text;q=0,text/plain;q=0": false,
		"text/plain;version=0.0.4,application/openmetrics-text;version=1.0.0;q=0.5": false,
	} {
		r := httptest.NewRequest("GET", "http://localhost/metrics", nil)
		r.Header.Set("Accept", accept)
		w := httptest.NewRecorder()
		(&Server{Page: page}).ServeHTTP(w, r)
		media := map[bool]string{true: openmetrics.MediaType, false: openmetrics.TextMediaType}[open]
		assert.Equal(t, media, w.Header().Get("Content-Type"), accept)
		assert.Equal(t, fmt.Sprintf("open=%t", open), w.Body.String(), accept)
	}
}

func TestHowLongMetricsAreWaitedFor(t *testing.T) {
	for header, want := range map[string]time.Duration{"": 9 * time.Second, "10": 9 * time.Second, "2": 1800 * time.Millisecond, "60": longestWait, "-1": 9 * time.Second, "NaN": 9 * time.Second, "x": 9 * time.Second, "0": 9 * time.Second, "3599": longestWait, "3600": 9 * time.Second} {
		assert.Equal(t, want, patience(header), header)
	}
}

func TestMetricsThatCannotBeHad(t *testing.T) {
	w := httptest.NewRecorder()
	(&Server{Page: func(context.Context, bool) ([]byte, error) { return nil, errors.New("secret") }}).ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/metrics", nil))
	assert.Equal(t, 500, w.Code)
	assert.NotContains(t, w.Body.String(), "secret")
}

func TestAddressesOfThisMachineAlone(t *testing.T) {
	for _, address := range []string{"127.0.0.1:0", "localhost:0", "127.8.9.1:0"} {
		l, err := Listen(t.Context(), address, false)
		if assert.NoError(t, err, address) {
			host, _, _ := net.SplitHostPort(l.Addr().String())
			assert.True(t, net.ParseIP(host).IsLoopback(), address)
			_ = l.Close()
		}
	}
	for _, address := range []string{"0.0.0.0:0", ":0", "[::]:0", "192.0.2.1:0", "example.com:0", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:-1", "127.0.0.1:65536", ""} {
		_, err := Listen(t.Context(), address, false)
		assert.ErrorIs(t, err, ErrAddress, address)
	}
	l, err := Listen(t.Context(), "0.0.0.0:0", true)
	require.NoError(t, err)
	_ = l.Close()
}

// serve serves until the test ends it, and returns where, and the end of serving.
func serve(t *testing.T, s *Server) (address string, stop func() error) {
	l, err := Listen(t.Context(), "127.0.0.1:0", false)
	require.NoError(t, err)
	ctx, cancel := context.WithCancel(t.Context())
	over := make(chan error, 1)
	go func() { over <- s.Serve(ctx, l) }()
	return l.Addr().String(), func() error {
		cancel()
		select {
		case err := <-over:
			return err
		case <-time.After(10 * time.Second):
			return errors.New("it goes on")
		}
	}
}

// TestTheEndLetsTheLastOneFinish ends a server in the middle of an answer.
func TestTheEndLetsTheLastOneFinish(t *testing.T) {
	asked, answer := make(chan struct{}), make(chan struct{})
	address, stop := serve(t, &Server{Page: func(context.Context, bool) ([]byte, error) { close(asked); <-answer; return []byte("whole"), nil }})
	got := make(chan string, 1)
	go func() {
		resp, err := http.Get("http://" + address + "/metrics")
		if err != nil {
			got <- err.Error()
			return
		}
		defer resp.Body.Close()
		raw, _ := io.ReadAll(resp.Body)
		got <- string(raw)
	}()
	<-asked
	time.AfterFunc(100*time.Millisecond, func() { close(answer) })
	require.NoError(t, stop())
	assert.Equal(t, "whole", <-got)
	_, err := net.DialTimeout("tcp", address, time.Second)
	assert.Error(t, err, "it still listens")
}

// TestConnectionsAreBounded opens more connections than there may be, which say nothing, and finds that those beyond have to wait and are served
// when there is room.
func TestConnectionsAreBounded(t *testing.T) {
	address, stop := serve(t, &Server{Page: page})
	var idle []net.Conn
	for range maxAtOnce {
		c, err := net.Dial("tcp", address)
		require.NoError(t, err)
		idle = append(idle, c)
	}
	time.Sleep(50 * time.Millisecond) // until all are accepted
	late, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer late.Close()
	_, err = io.WriteString(late, "GET /metrics HTTP/1.0\r\nHost: localhost\r\n\r\n")
	require.NoError(t, err)
	require.NoError(t, late.SetReadDeadline(time.Now().Add(200*time.Millisecond)))
	_, err = late.Read(make([]byte, 1))
	require.ErrorIs(t, err, os.ErrDeadlineExceeded)
	_ = idle[0].Close()
	require.NoError(t, late.SetReadDeadline(time.Now().Add(5*time.Second)))
	resp, err := http.ReadResponse(bufio.NewReader(late), nil)
	require.NoError(t, err)
	assert.Equal(t, 200, resp.StatusCode)
	for _, c := range idle {
		_ = c.Close()
	}
	require.NoError(t, stop())
}

// TestAHeadThatNeverEndsIsCutOff sends a byte from time to time, and a head that is too large.
func TestAHeadThatNeverEndsIsCutOff(t *testing.T) {
	address, stop := serve(t, &Server{Page: page, head: time.Second})
	slow, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer slow.Close()
	_, _ = io.WriteString(slow, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: ")
	large, err := net.Dial("tcp", address)
	require.NoError(t, err)
	defer large.Close()
	_, _ = io.WriteString(large, "GET /metrics HTTP/1.1\r\nHost: localhost\r\nX: ")
	go func() { _, _ = large.Write(make([]byte, 1<<20)) }()
	resp, err := http.ReadResponse(bufio.NewReader(large), nil)
	if err == nil { // else the connection was reset, which is as good
		assert.Equal(t, http.StatusRequestHeaderFieldsTooLarge, resp.StatusCode)
	}
	over := make(chan struct{})
	go func() {
		defer close(over)
		_, _ = io.Copy(io.Discard, slow)
	}()
	began := time.Now()
	for open := true; open; {
		select {
		case <-over:
			open = false
		case <-time.After(100 * time.Millisecond):
			_, _ = slow.Write([]byte("x"))
			require.Less(t, time.Since(began), 5*time.Second)
		}
	}
	require.NoError(t, stop())
}

// keyPair writes a certificate for localhost with a serial number, and its key.
func keyPair(t *testing.T, dir string, serial int64) (cert, key string) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), DNSNames: []string{"localhost"}, NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	require.NoError(t, err)
	raw, err := x509.MarshalECPrivateKey(private)
	require.NoError(t, err)
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	require.NoError(t, os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: raw}), 0o600))
	require.NoError(t, os.WriteFile(cert, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	return cert, key
}

// TestTLS serves over TLS, never below 1.2, and takes a certificate that was renewed, unless it is broken.
func TestTLS(t *testing.T) {
	dir := t.TempDir()
	cert, key := keyPair(t, dir, 1)
	pair, err := LoadKeyPair(cert, key)
	require.NoError(t, err)
	address, stop := serve(t, &Server{Page: page, TLS: pair})
	serial := func() int64 {
		c, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true})
		require.NoError(t, err)
		defer c.Close()
		return c.ConnectionState().PeerCertificates[0].SerialNumber.Int64()
	}
	assert.EqualValues(t, 1, serial())
	_, err = tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11})
	require.Error(t, err)

	keyPair(t, dir, 2)
	require.NoError(t, os.Chtimes(cert, time.Now(), time.Now().Add(time.Minute)))
	assert.EqualValues(t, 2, serial())
	require.NoError(t, os.WriteFile(cert, []byte("half of i"), 0o600))
	require.NoError(t, os.Chtimes(cert, time.Now(), time.Now().Add(2*time.Minute)))
	assert.EqualValues(t, 2, serial())
	require.NoError(t, os.Remove(cert))
	assert.EqualValues(t, 2, serial())

	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	resp, err := client.Get("https://" + address + "/metrics")
	require.NoError(t, err)
	_ = resp.Body.Close()
	assert.Equal(t, 200, resp.StatusCode)
	client.CloseIdleConnections()
	_, err = LoadKeyPair(filepath.Join(dir, "none"), key)
	require.Error(t, err)
	require.NoError(t, stop())
}
