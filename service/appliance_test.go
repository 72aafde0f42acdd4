package service_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/service"
)

// appliance is a connector with a certificate of its own.
type appliance struct {
	*httptest.Server
	pin  string // SHA-256 of the certificate
	file string // with the certificate

	mu     sync.Mutex
	got    []*http.Request
	bodies []string
	answer func(w http.ResponseWriter, r *http.Request)
}

// requests returns what was received, as METHOD PATH AUTHORIZATION.
func (a *appliance) requests() (list []string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, r := range a.got {
		list = append(list, strings.TrimSpace(r.Method+" "+r.URL.Path+" "+r.Header.Get("Authorization")))
	}
	return list
}

// newAppliance starts a connector whose certificate is made of a template, signed by itself.
func newAppliance(t *testing.T, change func(*x509.Certificate)) *appliance {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "connector"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	if change != nil {
		change(template)
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	require.NoError(t, err)
	sum := sha256.Sum256(der)
	a := &appliance{pin: hex.EncodeToString(sum[:]), file: filepath.Join(t.TempDir(), "ca.pem")}
	require.NoError(t, os.WriteFile(a.file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600))
	a.answer = func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.URL.Path == "/v2/access-tokens" {
			fmt.Fprintf(w, `{"accessToken":"connector-token-%d","tokenType":"Bearer"}`, len(a.got))
			return
		}
		_, _ = io.WriteString(w, `{"registrationStatus":{"status":"NotDone"}}`)
	}
	a.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		a.mu.Lock()
		defer a.mu.Unlock()
		a.got, a.bodies = append(a.got, r), append(a.bodies, string(body))
		a.answer(w, r)
	}))
	a.Config.ErrorLog = log.New(io.Discard, "", 0)
	a.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	a.StartTLS()
	t.Cleanup(a.Close)
	return a
}

// savedSettings are settings that are kept nowhere.
type savedSettings map[string]string

func (s savedSettings) Get(name string) (string, error) { return s[name], nil }
func (s savedSettings) Set(name, value string) error    { s[name] = value; return nil }
func (s savedSettings) Unset(name string) error         { delete(s, name); return nil }

// connectorSession is one that is logged in to IBM Cloud, at the host's most careless setting.
func connectorSession(saved savedSettings) *service.Session {
	return &service.Session{LoggedIn: true, SkipTLS: true, Token: func() string { return "Bearer iam-token" }, Refresh: func() (string, error) { return "Bearer iam-fresh", nil }, Settings: saved}
}

// ask sends a request for the status to a connector.
func ask(s *service.Session, own service.Appliance) error {
	client, err := s.Connect(context.Background(), "connector", service.Selection{Appliance: own})
	if err != nil {
		return err
	}
	answer, err := client.Do(context.Background(), api.NewRequest(&api.GetDataSourceConnectorStatus))
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// TestCertificatesOfConnectors checks on what conditions a certificate is accepted. The host's setting that certificates are not
// checked is none of them.
func TestCertificatesOfConnectors(t *testing.T) {
	plain := newAppliance(t, nil)
	other := newAppliance(t, nil)
	expired := newAppliance(t, func(c *x509.Certificate) { c.NotAfter = time.Now().Add(-time.Minute) })
	early := newAppliance(t, func(c *x509.Certificate) { c.NotBefore = time.Now().Add(time.Minute) })
	named := newAppliance(t, func(c *x509.Certificate) { c.IPAddresses, c.DNSNames = nil, []string{"dc.example.com"} })
	nameless := newAppliance(t, func(c *x509.Certificate) { c.IPAddresses = nil })
	colons := strings.ToUpper(plain.pin[:2]) + ":" + plain.pin[2:8] + " " + plain.pin[8:] + "\n"
	const accepted = service.CertificateProblem(255)
	for _, c := range []struct {
		name string
		at   *appliance
		own  service.Appliance
		want service.CertificateProblem
	}{
		{"nothing said", plain, service.Appliance{}, service.NotTrusted},
		{"its fingerprint", plain, service.Appliance{Fingerprint: plain.pin}, accepted},
		{"its fingerprint as people copy it", plain, service.Appliance{Fingerprint: "SHA256 Fingerprint=" + colons}, accepted},
		{"another fingerprint", plain, service.Appliance{Fingerprint: other.pin}, service.OtherFingerprint},
		{"its certificate as authority", plain, service.Appliance{CAFile: plain.file}, accepted},
		{"another authority", plain, service.Appliance{CAFile: other.file}, service.NotTrusted},
		{"expired", expired, service.Appliance{CAFile: expired.file}, service.Expired},
		{"expired with its fingerprint", expired, service.Appliance{Fingerprint: expired.pin}, service.Expired},
		{"not valid yet, with its fingerprint", early, service.Appliance{Fingerprint: early.pin}, service.Expired},
		{"another name", named, service.Appliance{CAFile: named.file}, service.WrongName},
		{"another name with its fingerprint", named, service.Appliance{Fingerprint: named.pin}, service.WrongName},
		{"the right name", named, service.Appliance{CAFile: named.file, CertificateName: "dc.example.com"}, accepted},
		{"the right name with its fingerprint", named, service.Appliance{Fingerprint: named.pin, CertificateName: "dc.example.com"}, accepted},
		{"a wrong name", named, service.Appliance{Fingerprint: named.pin, CertificateName: "dc.example.org"}, service.WrongName},
		{"no name", nameless, service.Appliance{CAFile: nameless.file}, service.WrongName},
		{"no name with its fingerprint", nameless, service.Appliance{Fingerprint: nameless.pin}, accepted},
	} {
		t.Run(c.name, func(t *testing.T) {
			before := len(c.at.requests())
			c.own.URL, c.own.Login = c.at.URL, &service.Login{Token: "given"}
			err := ask(connectorSession(nil), c.own)
			if c.want == accepted {
				require.NoError(t, err)
				assert.Len(t, c.at.requests(), before+1)
				return
			}
			var bad *service.BadCertificate
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, c.want, bad.Problem, bad.Err)
			assert.Equal(t, c.at.pin, strings.ToLower(bad.Fingerprint), "what people compare")
			assert.Len(t, c.at.requests(), before, "nothing is sent")
			assert.False(t, service.Transient(err))
		})
	}
}

// TestFingerprintsAsPeopleCopyThem checks which texts are fingerprints.
func TestFingerprintsAsPeopleCopyThem(t *testing.T) {
	digits := strings.Repeat("ab12", 16)
	for _, text := range []string{digits, strings.ToUpper(digits), "sha256 Fingerprint=" + digits, "SHA-256: " + digits, "SHA256:" + digits, " " + digits + "\r\n", digits[:30] + " " + digits[30:], strings.Repeat("ab:12:", 15) + "AB:12"} {
		sum, err := service.ParseFingerprint(text)
		require.NoError(t, err, text)
		assert.Equal(t, digits, hex.EncodeToString(sum), text)
	}
	for _, text := range []string{"", "SHA256", digits[:62], digits + "00", digits[:63] + "g", "sha1 Fingerprint=" + digits[:40], digits[:40], strings.Repeat("x", 100000)} {
		_, err := service.ParseFingerprint(text)
		require.Error(t, err, text)
		assert.Less(t, len(err.Error()), 400)
	}
}

// TestTheTokenOfIAMNeverGoesToAConnector checks what a connector gets, for each way to log in and for each of its operations, and that an
// agent gets no credentials at all.
func TestTheTokenOfIAMNeverGoesToAConnector(t *testing.T) {
	a := newAppliance(t, nil)
	for _, server := range []string{"connector", "connector-agent"} {
		for _, login := range []*service.Login{nil, {Token: "given"}, service.NewLogin("admin", "first", "LOCAL")} {
			client, err := connectorSession(nil).Connect(context.Background(), server, service.Selection{Appliance: service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: login}})
			require.NoError(t, err)
			for _, op := range api.Operations {
				if op.Server != server {
					continue
				}
				r := api.NewRequest(op)
				r.Body = json.RawMessage(`{}`)
				answer, err := client.Do(context.Background(), r)
				var missing *service.NoLogin
				if login == nil && server == "connector" && op.ID != "CreateAccessToken" {
					require.ErrorAs(t, err, &missing, op.ID)
				} else {
					require.NoError(t, err, op.ID)
					_ = answer.Body.Close()
				}
			}
		}
	}
	seen := map[string]bool{}
	for i, r := range a.got {
		assert.NotContains(t, fmt.Sprint(r.Header, r.URL, a.bodies[i]), "iam", r.URL)
		seen[r.URL.Path+" "+r.Header.Get("Authorization")] = true
	}
	assert.True(t, seen["/v2/access-tokens "], "a login carries no token")
	assert.True(t, seen["/v1/connector-agents/registration "], "a connector agent gets none")
	assert.True(t, seen["/v2/data-source-connector/status Bearer given"])
}

// TestALoginIsSharedAndRenewedOnce checks that one login serves all requests, and that a token that has expired is replaced once.
func TestALoginIsSharedAndRenewedOnce(t *testing.T) {
	a := newAppliance(t, nil)
	login := service.NewLogin("admin", "first", "")
	own := service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: login}
	client, err := connectorSession(nil).Connect(context.Background(), "connector", service.Selection{Appliance: own})
	require.NoError(t, err)
	do := func() error {
		answer, err := client.Do(context.Background(), api.NewRequest(&api.GetDataSourceConnectorStatus))
		if err == nil {
			_ = answer.Body.Close()
		}
		return err
	}
	require.NoError(t, do())
	require.NoError(t, do())
	assert.Equal(t, []string{"POST /v2/access-tokens", "GET /v2/data-source-connector/status Bearer connector-token-1", "GET /v2/data-source-connector/status Bearer connector-token-1"}, a.requests())
	assert.JSONEq(t, `{"username":"admin","password":"first"}`, a.bodies[0])

	honest := a.answer
	a.answer = func(w http.ResponseWriter, r *http.Request) { // the first token has expired
		if r.Header.Get("Authorization") == "Bearer connector-token-1" {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		honest(w, r)
	}
	require.NoError(t, do())
	assert.Equal(t, []string{"GET /v2/data-source-connector/status Bearer connector-token-1", "POST /v2/access-tokens", "GET /v2/data-source-connector/status Bearer connector-token-5"}, a.requests()[3:])

	a.answer = func(w http.ResponseWriter, r *http.Request) { // and no other one is any better
		if r.URL.Path == "/v2/access-tokens" {
			honest(w, r)
			return
		}
		w.WriteHeader(http.StatusUnauthorized)
	}
	before := len(a.requests())
	var refused *service.Error
	require.ErrorAs(t, do(), &refused)
	assert.Equal(t, service.Unauthorized, refused.Kind())
	assert.Len(t, a.requests(), before+3, "it is tried once more and not again")

	a.answer = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }
	var entry *service.LoginRefused
	require.ErrorAs(t, do(), &entry, "the password was changed meanwhile")
	assert.Equal(t, "admin", entry.User)
	login.SetPassword("second")
	a.answer = honest
	require.NoError(t, do())
	assert.Contains(t, a.bodies[len(a.bodies)-2], `"second"`)

	// A token that was given cannot be renewed.
	own.Login = &service.Login{Token: "given"}
	a.answer = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusUnauthorized) }
	before = len(a.requests())
	require.ErrorAs(t, ask(connectorSession(nil), own), &refused)
	assert.Len(t, a.requests(), before+1)
}

// TestALoginThatNobodyAnswers checks that a connector that is away is not taken for one that refuses, nor an odd answer for a token.
func TestALoginThatNobodyAnswers(t *testing.T) {
	service.HurryRetries(t)
	a := newAppliance(t, nil)
	own := service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: service.NewLogin("admin", "first", "")}
	var page *service.WebPage
	for _, body := range []string{"{}", "<html>", `{"accessToken":""}`, `{"accessToken":5}`, `"x"`} {
		a.answer = func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, body) }
		err := ask(connectorSession(nil), own)
		require.Error(t, err, body)
		assert.Equal(t, body == "<html>", errors.As(err, &page), "%s: %v", body, err)
	}
	a.answer = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }
	err := ask(connectorSession(nil), own)
	var refused *service.LoginRefused
	assert.False(t, errors.As(err, &refused), err)
	a.Close()
	var gone *service.Unreachable
	require.ErrorAs(t, ask(connectorSession(nil), own), &gone)
	assert.True(t, gone.Appliance)
}

// TestWhereConnectorsAre checks where an address, a fingerprint and a file of certificates come from, and that those of the instance have
// nothing to say.
func TestWhereConnectorsAre(t *testing.T) {
	a := newAppliance(t, nil)
	t.Setenv("BACKUP_RECOVERY_URL", "https://instance.example.com")
	locate := func(server string, set savedSettings, own service.Appliance) (*service.Target, error) {
		return connectorSession(set).Locate(context.Background(), server, service.Selection{URL: "https://other.example.com", Instance: "x", Appliance: own})
	}
	var none *service.NoAddress
	for _, server := range []string{"connector", "connector-agent"} {
		_, err := locate(server, savedSettings{service.SettingURL: "https://instance.example.com"}, service.Appliance{})
		require.ErrorAs(t, err, &none, server)
	}
	saved := savedSettings{service.SettingConnectorURL: "https://saved.example.com/v2"}
	target, err := locate("connector", saved, service.Appliance{})
	require.NoError(t, err)
	assert.Equal(t, "https://saved.example.com", target.Base.String())
	t.Setenv("BACKUP_RECOVERY_CONNECTOR_URL", "env.example.com")
	t.Setenv("BACKUP_RECOVERY_CONNECTOR_AGENT_URL", "agent.example.com:8443")
	target, err = locate("connector", saved, service.Appliance{})
	require.NoError(t, err)
	assert.Equal(t, "https://env.example.com", target.Base.String())
	assert.Equal(t, "https://saved.example.com/v2", target.Unused)
	target, err = locate("connector-agent", saved, service.Appliance{})
	require.NoError(t, err)
	assert.Equal(t, "https://agent.example.com:8443", target.Base.String())
	target, err = locate("connector", saved, service.Appliance{URL: "10.1.2.3", Via: "HOST"})
	require.NoError(t, err)
	assert.Equal(t, "https://10.1.2.3", target.Base.String())
	assert.Empty(t, target.Unused)
	var bad *service.BadURL
	for _, address := range []string{"http://10.1.2.3", "https://user:secret@10.1.2.3", "https://10.1.2.3/?token=x", "ftp://10.1.2.3"} {
		_, err = locate("connector", nil, service.Appliance{URL: address})
		require.ErrorAs(t, err, &bad, address)
		assert.NotContains(t, err.Error(), "secret")
	}

	// A saved fingerprint is that of the saved address, and of no other.
	login := &service.Login{Token: "given"}
	saved = savedSettings{service.SettingConnectorURL: a.URL, service.SettingConnectorFingerprint: a.pin}
	require.NoError(t, ask(connectorSession(saved), service.Appliance{URL: a.URL, Login: login}))
	saved[service.SettingConnectorURL] = "https://saved.example.com"
	var refused *service.BadCertificate
	require.ErrorAs(t, ask(connectorSession(saved), service.Appliance{URL: a.URL, Login: login}), &refused)
	t.Setenv("BACKUP_RECOVERY_CONNECTOR_CA_FILE", a.file)
	require.NoError(t, ask(connectorSession(saved), service.Appliance{URL: a.URL, Login: login}))
	require.ErrorAs(t, ask(connectorSession(saved), service.Appliance{URL: a.URL, Fingerprint: strings.Repeat("00", 32), Login: login}), &refused, "what was typed counts first")

	empty := filepath.Join(t.TempDir(), "empty.pem")
	require.NoError(t, os.WriteFile(empty, []byte("no certificate"), 0o600))
	var option *service.BadOption
	for _, own := range []service.Appliance{{Fingerprint: "x"}, {CAFile: empty}, {CAFile: empty + "x"}, {CAFile: a.file, Fingerprint: a.pin}} {
		own.URL = a.URL
		_, err := locate("connector", nil, own)
		require.ErrorAs(t, err, &option, "%+v", own)
	}
}

// TestConnectorsAreNoConfigurationOfTheService checks that the variables about connectors are no credentials for the instance.
func TestConnectorsAreNoConfigurationOfTheService(t *testing.T) {
	for _, name := range []string{"URL", "USERNAME", "PASSWORD", "ACCESS_TOKEN", "AGENT_URL", "FINGERPRINT"} {
		t.Setenv(service.ConnectorVariables+name, "secret")
	}
	s := connectorSession(nil)
	s.Resources = func() (string, error) { return "", errors.New("asked for the list of instances") }
	_, err := s.Connect(context.Background(), "instance", service.Selection{})
	require.ErrorContains(t, err, "asked for the list")
}

// TestALoginLeavesNoTrace checks that neither a trace nor a dry run nor an error holds what a connector is logged in to with, or what it
// answers.
func TestALoginLeavesNoTrace(t *testing.T) {
	a := newAppliance(t, nil)
	file := filepath.Join(t.TempDir(), "trace")
	s := connectorSession(nil)
	s.Trace = file
	own := service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: service.NewLogin("admin", "hunter-two", "LOCAL")}
	client, err := s.Connect(context.Background(), "connector", service.Selection{Appliance: own})
	require.NoError(t, err)
	requests := []*api.Request{api.NewRequest(&api.GetDataSourceConnectorStatus), api.NewRequest(&api.UpdateUser), api.NewRequest(&api.RegisterDataSourceConnector)}
	requests[1].Body = json.RawMessage(`{"username":"admin","currentPassword":"hunter-two","password":"hunter-three"}`)
	requests[2].Body = json.RawMessage(`{"registrationToken":"hunter-four"}`)
	for _, r := range requests {
		answer, err := client.Do(context.Background(), r)
		require.NoError(t, err)
		_, _ = io.Copy(io.Discard, answer.Body)
		_ = answer.Body.Close()
		shown, err := s.Preview(client.Target(), r)
		require.NoError(t, err)
		assert.NotContains(t, fmt.Sprintf("%+v %s", shown, shown.Body), "hunter")
	}
	a.answer = func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = io.WriteString(w, `{"message":"no"}`)
	}
	own.Login.SetPassword("hunter-five")
	err = ask(s, own)
	require.Error(t, err)
	assert.NotContains(t, fmt.Sprintf("%v %+v", err, err), "hunter")
	require.NoError(t, s.Close())
	trace, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(trace), "POST "+a.URL+"/v2/access-tokens")
	assert.NotContains(t, string(trace), "hunter")
	assert.NotContains(t, string(trace), "connector-token")
}

// TestNoRedirectTakesACredentialOfAConnectorElsewhere checks that a token and a password stay with the host that was vouched for, and that
// the certificate of another host is not taken for its own.
func TestNoRedirectTakesACredentialOfAConnectorElsewhere(t *testing.T) {
	a, thief := newAppliance(t, nil), newAppliance(t, nil)
	for _, status := range []int{301, 302, 303, 307, 308} {
		a.answer = func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, thief.URL+r.URL.Path, status) }
		for _, login := range []*service.Login{{Token: "given"}, service.NewLogin("admin", "first", "")} {
			err := ask(connectorSession(nil), service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: login})
			var redirected *service.Redirected
			require.ErrorAs(t, err, &redirected)
		}
	}
	assert.Empty(t, thief.requests())
}

// TestWhatARefusalRepeatsIsHidden has a connector that repeats passwords and tokens in sentences, of which neither an error nor a trace
// shows one.
func TestWhatARefusalRepeatsIsHidden(t *testing.T) {
	a := newAppliance(t, nil)
	const password, fresh = `open "sesame`, "close it again"
	a.answer = func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/access-tokens") {
			_, _ = io.WriteString(w, `{"accessToken":"connector-token"}`)
			return
		}
		var sent struct{ CurrentPassword, Password string }
		_ = json.Unmarshal([]byte(a.bodies[len(a.bodies)-1]), &sent)
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusBadRequest)
		_ = json.NewEncoder(w).Encode(map[string]string{"message": "not " + sent.CurrentPassword + " nor " + sent.Password + " with " + r.Header.Get("Authorization") + " of admin"})
	}
	file := filepath.Join(t.TempDir(), "trace")
	s := connectorSession(nil)
	s.Trace = file
	c, err := s.Connect(t.Context(), "connector", service.Selection{Appliance: service.Appliance{URL: a.URL, Fingerprint: a.pin, Login: service.NewLogin("admin", password, "")}})
	require.NoError(t, err)
	r := api.NewRequest(&api.UpdateUser)
	r.Body, err = json.Marshal(map[string]string{"username": "admin", "currentPassword": password, "password": fresh})
	require.NoError(t, err)
	_, err = c.Do(t.Context(), r)
	require.ErrorContains(t, err, "not [hidden] nor [hidden] with Bearer [hidden] of admin")
	require.NoError(t, s.Close())
	trace, err := os.ReadFile(file)
	require.NoError(t, err)
	for _, secret := range []string{"sesame", fresh, "connector-token"} {
		assert.NotContains(t, string(trace), secret)
	}
	assert.Contains(t, string(trace), "nor [hidden]")
}
