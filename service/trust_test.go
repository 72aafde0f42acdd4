package service

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// plant writes a credentials file into the working folder and returns a home folder that is elsewhere.
func plant(t *testing.T, lines ...string) string {
	t.Helper()
	t.Setenv("HOME", t.TempDir())
	path, err := filepath.Abs(credentialsFile)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o600))
	return path
}

// TestAFileInTheWorkingFolderNamesOnlyItsOwnCredentials has a line for every key that go-sdk-core reads.
func TestAFileInTheWorkingFolderNamesOnlyItsOwnCredentials(t *testing.T) {
	const own = "BACKUP_RECOVERY_APIKEY=k"
	for name, c := range map[string]struct {
		lines []string
		says  string // "" where it is taken
	}{
		"an API key":                       {[]string{own}, ""},
		"an API key for an instance":       {[]string{own, "BACKUP_RECOVERY_URL=https://x.us-east.backup-recovery.cloud.ibm.com"}, ""},
		"an instance of a test platform":   {[]string{own, "BACKUP_RECOVERY_URL=https://x.us-east.backup-recovery.test.cloud.ibm.com/v2"}, ""},
		"a bearer token":                   {[]string{"BACKUP_RECOVERY_BEARER_TOKEN=t"}, ""},
		"basic":                            {[]string{"BACKUP_RECOVERY_AUTH_TYPE=basic", "BACKUP_RECOVERY_USERNAME=u", "BACKUP_RECOVERY_PASSWORD=p"}, ""},
		"no authentication":                {[]string{"BACKUP_RECOVERY_AUTH_TYPE=noauth"}, ""},
		"a refresh token":                  {[]string{"BACKUP_RECOVERY_AUTH_TYPE=iam", "BACKUP_RECOVERY_REFRESH_TOKEN=r", "BACKUP_RECOVERY_CLIENT_ID=i", "BACKUP_RECOVERY_CLIENT_SECRET=s"}, ""},
		"a scope":                          {[]string{own, "BACKUP_RECOVERY_SCOPE=x"}, ""},
		"another profile":                  {[]string{own, "BACKUP_RECOVERY_AUTH_TYPE=iamAssume", "BACKUP_RECOVERY_IAM_PROFILE_ID=p"}, ""},
		"the platform's identity service":  {[]string{own, "BACKUP_RECOVERY_AUTH_URL=https://private.us-east.iam.cloud.ibm.com/identity/token"}, ""},
		"what the program does not read":   {[]string{own, "BACKUP_RECOVERY_ENABLE_GZIP=true", "BACKUP_RECOVERY_MAX_RETRIES=9", "BACKUP_RECOVERY_ENABLE_RETRIES=1", "BACKUP_RECOVERY_RETRY_INTERVAL=1"}, ""},
		"a tenant":                         {[]string{own, "BACKUP_RECOVERY_TENANT_ID=t/"}, ""},
		"other services":                   {[]string{"OTHER_CR_TOKEN_FILENAME=/etc/passwd", "# BACKUP_RECOVERY_URL=http://x"}, ""},
		"false is false":                   {[]string{own, "BACKUP_RECOVERY_AUTH_DISABLE_SSL=false"}, ""},
		"a file of this machine":           {[]string{"BACKUP_RECOVERY_AUTH_TYPE=container", "BACKUP_RECOVERY_CR_TOKEN_FILENAME=/home/me/.bluemix/config.json", "BACKUP_RECOVERY_AUTH_URL=http://attacker"}, "BACKUP_RECOVERY_CR_TOKEN_FILENAME"},
		"a file beside a key":              {[]string{own, "BACKUP_RECOVERY_CR_TOKEN_FILENAME=/etc/passwd"}, "BACKUP_RECOVERY_CR_TOKEN_FILENAME"},
		"the identity of a container":      {[]string{"BACKUP_RECOVERY_AUTH_TYPE=Container", "BACKUP_RECOVERY_IAM_PROFILE_ID=p"}, "BACKUP_RECOVERY_AUTH_TYPE"},
		"the same by another name":         {[]string{"BACKUP_RECOVERY_AUTHTYPE=container", "BACKUP_RECOVERY_IAM_PROFILE_ID=p"}, "BACKUP_RECOVERY_AUTH_TYPE"},
		"the same by default":              {[]string{"BACKUP_RECOVERY_IAM_PROFILE_NAME=p"}, "BACKUP_RECOVERY_AUTH_TYPE"},
		"the identity of a machine":        {[]string{"BACKUP_RECOVERY_AUTH_TYPE=vpc", "BACKUP_RECOVERY_IAM_PROFILE_CRN=p"}, "BACKUP_RECOVERY_AUTH_TYPE"},
		"a version of the machine's":       {[]string{own, "BACKUP_RECOVERY_VPC_IMS_VERSION=2022-03-01"}, "BACKUP_RECOVERY_VPC_IMS_VERSION"},
		"unchecked certificates of IAM":    {[]string{own, "BACKUP_RECOVERY_AUTH_DISABLE_SSL=true"}, "BACKUP_RECOVERY_AUTH_DISABLE_SSL"},
		"unchecked certificates":           {[]string{own, "BACKUP_RECOVERY_DISABLE_SSL=T"}, "BACKUP_RECOVERY_DISABLE_SSL"},
		"another identity service":         {[]string{own, "BACKUP_RECOVERY_AUTH_URL=https://iam.attacker.example.com"}, "iam.attacker.example.com"},
		"an identity service on loopback":  {[]string{own, "BACKUP_RECOVERY_AUTH_URL=http://127.0.0.1:1"}, "127.0.0.1"},
		"a name that only ends like ours":  {[]string{own, "BACKUP_RECOVERY_AUTH_URL=https://eviliam.cloud.ibm.com"}, "eviliam.cloud.ibm.com"},
		"what others rent":                 {[]string{own, "BACKUP_RECOVERY_URL=https://us-south.functions.cloud.ibm.com"}, "us-south.functions.cloud.ibm.com"},
		"another host":                     {[]string{own, "BACKUP_RECOVERY_URL=https://attacker.example.com"}, "attacker.example.com"},
		"an address for the session":       {[]string{"BACKUP_RECOVERY_URL=https://attacker.example.com"}, "session's token"},
		"an instance for the session":      {[]string{"BACKUP_RECOVERY_URL=https://x.us-east.backup-recovery.cloud.ibm.com"}, "session's token"},
		"an address here for the session":  {[]string{"BACKUP_RECOVERY_URL=http://127.0.0.1:9"}, "session's token"},
		"an address with a password in it": {[]string{own, "BACKUP_RECOVERY_URL=https://u:secret@attacker.example.com"}, "cannot be used"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			plant(t, c.lines...)
			_, err := w.readExternal(context.Background())
			if c.says == "" {
				assert.NoError(t, err)
				return
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.says)
			assert.NotContains(t, err.Error(), "secret")
			_, err = w.Connect(context.Background(), "instance", Selection{URL: w.endpoint.URL, Tenant: "t/"})
			assert.Error(t, err, "every command")
			_, _, err = w.Instances(context.Background(), true)
			assert.Error(t, err, "the list of instances")
			assert.Zero(t, w.count()+w.lookUps)
		})
	}
}

func TestAPersonMayTrustAHost(t *testing.T) {
	for name, trust := range map[string]func(*world){
		"in the environment":  func(*world) { t.Setenv(TrustedHostsVariable, "other, CLOUD.example.com") },
		"with a saved wish":   func(w *world) { _ = w.Settings.Set(SettingTrustedHosts, "cloud.example.com") },
		"as one of many":      func(*world) { t.Setenv(TrustedHostsVariable, ".example.com") },
		"by naming the file":  func(*world) { t.Setenv("IBM_CREDENTIALS_FILE", credentialsFile) },
		"as the home's":       func(*world) { dir, _ := os.Getwd(); t.Setenv("HOME", dir) },
		"in the environment ": func(*world) { _ = os.Remove(credentialsFile); t.Setenv("BACKUP_RECOVERY_APIKEY", "k") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			t.Setenv(TrustedHostsVariable, "")
			plant(t, "BACKUP_RECOVERY_APIKEY=k", "BACKUP_RECOVERY_AUTH_URL=https://cloud.example.com")
			trust(w)
			_, err := w.readExternal(context.Background())
			assert.NoError(t, err)
		})
	}
	w := newWorld(t)
	plant(t, "BACKUP_RECOVERY_APIKEY=k", "BACKUP_RECOVERY_AUTH_URL=https://cloud.example.com", "BACKUP_RECOVERY_TRUSTED_HOSTS=cloud.example.com")
	for _, entry := range []string{"", "example.com", "loud.example.com", "cloud.example.com.evil", ",,"} {
		t.Setenv(TrustedHostsVariable, entry)
		_, err := w.readExternal(context.Background())
		assert.Error(t, err, "%q", entry)
	}
}

// TestWhatWasCheckedIsWhatIsUsed changes the file between the check and the first request.
func TestWhatWasCheckedIsWhatIsUsed(t *testing.T) {
	w := newWorld(t)
	plant(t, "BACKUP_RECOVERY_BEARER_TOKEN=mine")
	c, err := w.Connect(context.Background(), "instance", Selection{URL: w.endpoint.URL, Tenant: "t/"})
	require.NoError(t, err)
	plant(t, "BACKUP_RECOVERY_AUTH_TYPE=container", "BACKUP_RECOVERY_CR_TOKEN_FILENAME=/etc/passwd", "BACKUP_RECOVERY_IAM_PROFILE_ID=p", "BACKUP_RECOVERY_AUTH_URL=http://127.0.0.1:1")
	answer, err := c.Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	_ = answer.Body.Close()
	assert.Equal(t, "Bearer mine", w.requests[0].Header.Get("Authorization"))
}

// TestAuthenticatorsAreTheOnesOfGoSDKCore compares with what go-sdk-core makes of the same environment.
func TestAuthenticatorsAreTheOnesOfGoSDKCore(t *testing.T) {
	for _, props := range []map[string]string{
		{"APIKEY": "k"},
		{"AUTH_TYPE": "IAM", "APIKEY": "k", "AUTH_URL": "https://iam.example.com", "CLIENT_ID": "i", "CLIENT_SECRET": "s", "SCOPE": "x", "AUTH_DISABLE_SSL": "true"},
		{"AUTHTYPE": "iam", "REFRESH_TOKEN": "r", "CLIENT_ID": "i", "CLIENT_SECRET": "s"},
		{"AUTH_TYPE": "iamassume", "APIKEY": "k", "IAM_PROFILE_NAME": "p", "IAM_ACCOUNT_ID": "a"},
		{"AUTH_TYPE": "container", "IAM_PROFILE_NAME": "p", "CR_TOKEN_FILENAME": "/x"},
		{"IAM_PROFILE_ID": "p"},
		{"AUTH_TYPE": "vpc", "IAM_PROFILE_CRN": "p", "VPC_IMS_VERSION": "2022-03-01"},
		{"AUTH_TYPE": "bearertoken", "BEARER_TOKEN": "t"},
		{"AUTH_TYPE": "basic", "USERNAME": "u", "PASSWORD": "p"},
		{"AUTH_TYPE": "cp4d", "USERNAME": "u", "PASSWORD": "p", "AUTH_URL": "https://cp4d.example.com", "CP4D_ACCOUNT_ID": "a"},
		{"AUTH_TYPE": "cp4d", "USERNAME": "u", "APIKEY": "k", "AUTH_URL": "https://cp4d.example.com", "AUTH_DISABLE_SSL": "1"},
		{"AUTH_TYPE": "mcsp", "APIKEY": "k", "AUTH_URL": "https://mcsp.example.com"},
		{"AUTH_TYPE": "mcspv2", "APIKEY": "k", "AUTH_URL": "https://mcsp.example.com", "SCOPE_COLLECTION_TYPE": "accounts", "SCOPE_ID": "1", "INCLUDE_ROLES": "true",
			"INCLUDE_BUILTIN_ACTIONS": "1", "INCLUDE_CUSTOM_ACTIONS": "f", "PREFIX_ROLES": "T", "CALLER_EXT_CLAIM": `{"a":"b"}`},
		{"AUTH_TYPE": "noauth"},
		{"AUTH_TYPE": "container"}, {"AUTH_TYPE": "nonsense"}, {"AUTH_TYPE": "mcspv2", "APIKEY": "k", "PREFIX_ROLES": "maybe"},
	} {
		t.Run(props["AUTH_TYPE"]+props["AUTHTYPE"], func(t *testing.T) {
			newWorld(t)
			for name, value := range props {
				t.Setenv("BACKUP_RECOVERY_"+name, value)
			}
			want, wanted := core.GetAuthenticatorFromEnvironment(serviceName)
			got, err := (&external{props: props}).authenticator(time.Minute)
			if wanted != nil {
				assert.Error(t, err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, withoutClient(want), withoutClient(got))
		})
	}
}

// withoutClient returns an authenticator as text, without the client, which is our own.
func withoutClient(a core.Authenticator) string {
	v := reflect.ValueOf(a).Elem()
	if client := v.FieldByName("Client"); client.IsValid() {
		client.SetZero()
	}
	text := fmt.Sprintf("%+v", v.Interface())
	return regexp.MustCompile(`client:\S+|0x[0-9a-f]+`).ReplaceAllString(text, "")
}

// TestCredentialsFollowNoRedirection lets the identity service send every method of go-sdk-core elsewhere.
func TestCredentialsFollowNoRedirection(t *testing.T) {
	stolen := 0
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { stolen++ }))
	defer other.Close()
	asked := 0
	for _, status := range []int{301, 302, 303, 307, 308} {
		identity := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
			asked++
			http.Redirect(rw, r, other.URL, status)
		}))
		for _, props := range []map[string]string{
			{"APIKEY": "k"}, {"AUTH_TYPE": "iamAssume", "APIKEY": "k", "IAM_PROFILE_ID": "p"}, {"AUTH_TYPE": "mcsp", "APIKEY": "k"},
			{"AUTH_TYPE": "mcspv2", "APIKEY": "k", "SCOPE_COLLECTION_TYPE": "accounts", "SCOPE_ID": "1"}, {"AUTH_TYPE": "cp4d", "USERNAME": "u", "PASSWORD": "p"},
			{"AUTH_TYPE": "vpc", "IAM_PROFILE_ID": "p"}, {"AUTH_TYPE": "iam", "REFRESH_TOKEN": "r", "CLIENT_ID": "i", "CLIENT_SECRET": "s"},
		} {
			props["AUTH_URL"] = identity.URL
			a, err := (&external{props: props}).authenticator(time.Second)
			require.NoError(t, err)
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://instance", nil)
			require.NoError(t, err)
			assert.Error(t, a.Authenticate(req), props)
		}
		identity.Close()
	}
	assert.Zero(t, stolen)
	assert.GreaterOrEqual(t, asked, 35)
}

func TestAnIdentityServiceIsReadInPart(t *testing.T) {
	var sent atomic.Int64
	identity := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		piece := []byte(`{"access_token":"` + strings.Repeat("a", 64<<10))
		for sent.Store(0); sent.Load() < 1<<30; sent.Add(int64(len(piece))) {
			if _, err := rw.Write(piece); err != nil {
				return
			}
		}
	}))
	defer identity.Close()
	a, err := (&external{props: map[string]string{"APIKEY": "k", "AUTH_URL": identity.URL}}).authenticator(time.Minute)
	require.NoError(t, err)
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://instance", nil)
	require.NoError(t, err)
	assert.Error(t, a.Authenticate(req))
	identity.CloseClientConnections()
	assert.Less(t, sent.Load(), int64(64<<20))
}

func TestBasicAuthenticationWithoutAPasswordIsAnError(t *testing.T) {
	_, err := (&external{props: map[string]string{"AUTH_TYPE": "basic", "USERNAME": "u"}}).authenticator(time.Minute)
	assert.Error(t, err) // go-sdk-core itself panics
}

func TestVCAPServicesAreReadAsGoSDKCoreDoes(t *testing.T) {
	for _, text := range []string{
		``, `{`, `{}`, `{"backup_recovery":[]}`, `{"backup_recovery":[{"name":"x"}]}`,
		`{"backup_recovery":[{"name":"x","credentials":{"url":"https://a","apikey":"k"}}]}`,
		`{"other":[{"name":"backup_recovery","credentials":{"url":"https://b","username":"u","password":"p"}}],"backup_recovery":[{"credentials":{"apikey":"k"}}]}`,
		`{"backup_recovery":[{"credentials":{"url":"https://c"}}]}`, `{"backup_recovery":[{"credentials":{}}]}`,
	} {
		newWorld(t)
		t.Setenv("VCAP_SERVICES", text)
		for _, name := range []string{"BACKUP_RECOVERY_URL", "BACKUP_RECOVERY_APIKEY", "BACKUP_RECOVERY_AUTH_TYPE", "BACKUP_RECOVERY_BEARER_TOKEN", "BACKUP_RECOVERY_TENANT_ID", TrustedHostsVariable} {
			require.NoError(t, os.Unsetenv(name))
		}
		want, err := core.GetServiceProperties(serviceName)
		require.NoError(t, err)
		got := vcapProperties(text)
		assert.Len(t, got, len(want), text)
		for name, value := range want {
			assert.Equal(t, value, got[name], "%s %s", text, name)
		}
	}
}

func TestSecretsGoToAnIdentityServiceOverTLSOnly(t *testing.T) {
	w := newWorld(t)
	t.Setenv("BACKUP_RECOVERY_APIKEY", "k")
	for address, ok := range map[string]bool{"https://iam.example.com": true, "http://127.0.0.1:1": true, "http://iam.example.com": false, "iam.example.com": false, "http://%": false} {
		t.Setenv("BACKUP_RECOVERY_AUTH_URL", address)
		_, err := w.readExternal(context.Background())
		assert.Equal(t, ok, err == nil, "%s: %v", address, err)
	}
}

// TestTheResourceControllerNamesOnlyHostsOfTheService lets it name others.
func TestTheResourceControllerNamesOnlyHostsOfTheService(t *testing.T) {
	for endpoint, c := range map[string]struct{ platform, own bool }{
		"https://x.us-east.backup-recovery.cloud.ibm.com":         {true, true},
		"https://x.private.us-east.backup-recovery.cloud.ibm.com": {true, true},
		"https://X.US-EAST.Backup-Recovery.Cloud.IBM.com":         {true, true},
		"https://attacker.example.com":                            {false, false},
		"https://backup-recovery.cloud.ibm.com.example.com":       {false, false},
		"https://evilbackup-recovery.cloud.ibm.com":               {false, false},
		"https://x.cloud.ibm.com":                                 {false, false},
		"http://127.0.0.1:7":                                      {false, true},
		"http://x.us-east.backup-recovery.cloud.ibm.com":          {false, false},
		"https://u:p@x.us-east.backup-recovery.cloud.ibm.com":     {false, false},
	} {
		for _, own := range []bool{false, true} {
			w := newWorld(t)
			w.OwnResources, w.resources = own, nil
			w.add("one", "us-east", "", map[string]any{"tenant-id": "t", "endpoints.public": endpoint})
			for range 2 { // looked up, and from the list that was kept
				_, err := w.Locate(context.Background(), "instance", Selection{})
				assert.Equal(t, own && c.own || !own && c.platform, err == nil, "%s, own %v: %v", endpoint, own, err)
			}
		}
	}
	w := newWorld(t)
	w.resources = nil
	w.add("one", "us-east", "https://private.example.com", nil)
	_, err := w.Locate(context.Background(), "instance", Selection{})
	var untrusted *Untrusted
	require.ErrorAs(t, err, &untrusted)
	assert.Contains(t, untrusted.Remedy.Error(), "private.example.com")
	require.NoError(t, w.Settings.Set(SettingTrustedHosts, "private.example.com"))
	_, err = w.Locate(context.Background(), "instance", Selection{})
	assert.NoError(t, err)
}

// TestRedirects goes through every method and every redirection, within the host and to another.
func TestRedirects(t *testing.T) {
	var arrived []*http.Request
	other := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		arrived = append(arrived, r)
		_, _ = io.WriteString(rw, `{}`)
	}))
	defer other.Close()
	for _, method := range []string{"GET", "POST", "PUT", "DELETE"} {
		for _, status := range []int{301, 302, 303, 307, 308} {
			for _, elsewhere := range []bool{false, true} {
				w := newWorld(t)
				arrived = nil
				w.answer(func(rw http.ResponseWriter, r *http.Request) {
					if strings.HasSuffix(r.URL.Path, "/moved") {
						arrived = append(arrived, r)
						_, _ = io.WriteString(rw, `{}`)
						return
					}
					to := w.endpoint.URL + "/moved"
					if elsewhere {
						to = other.URL + "/moved"
					}
					http.Redirect(rw, r, to, status)
				})
				op := &api.Operation{ID: "x", Method: method, Path: "/x", Answer: api.JSON, Server: "instance", Params: []api.Param{{In: api.Header, Field: api.Field{Name: api.TenantHeader}}, {In: api.Query, Field: api.Field{Name: "encryptionKey", Secret: true}}}}
				answer, err := w.client(t).Do(context.Background(), api.NewRequest(op).SetNamed("encryptionKey", "geheim"))
				followed := method == "GET" || status >= 307 && !elsewhere
				if !followed {
					var redirected *Redirected
					assert.ErrorAs(t, err, &redirected, "%s %d %v", method, status, elsewhere)
					assert.Empty(t, arrived, "%s %d %v", method, status, elsewhere)
					continue
				}
				require.NoError(t, err, "%s %d %v", method, status, elsewhere)
				_ = answer.Body.Close()
				require.Len(t, arrived, 1)
				assert.Equal(t, method, arrived[0].Method)
				assert.Empty(t, arrived[0].Header.Get("Referer"))
				assert.NotContains(t, arrived[0].URL.String(), "geheim")
				assert.Equal(t, elsewhere, arrived[0].Header.Get("Authorization") == "")
				assert.Equal(t, elsewhere, arrived[0].Header.Get(api.TenantHeader) == "")
			}
		}
	}
}

// TestNoRedirectFromElsewhereToThisMachine asks the rule itself: a test has no other host.
func TestNoRedirectFromElsewhereToThisMachine(t *testing.T) {
	request := func(address string) *http.Request {
		u, err := url.Parse(address)
		require.NoError(t, err)
		return &http.Request{Method: "GET", URL: u, Header: http.Header{"Referer": {"https://a/?key=x"}, "X-Custom": {"x"}, "Accept": {"*/*"}}}
	}
	assert.Error(t, checkRedirect(request("http://localhost/x"), []*http.Request{request("https://a.example.com")}))
	assert.Error(t, checkRedirect(request("http://b.example.com/x"), []*http.Request{request("https://a.example.com")}))
	assert.Error(t, checkRedirect(request("http://a.example.com/x"), []*http.Request{request("https://a.example.com")}))
	to := request("https://b.example.com/x")
	assert.NoError(t, checkRedirect(to, []*http.Request{request("https://a.example.com")}))
	assert.Equal(t, http.Header{"Accept": {"*/*"}}, to.Header)
}

func TestTheBodyOfARefusalIsBounded(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Type", "text/plain")
		rw.WriteHeader(http.StatusBadRequest)
		piece := []byte(strings.Repeat("x", 64<<10))
		for range 1 << 14 { // a gigabyte, unless the reader stops
			if _, err := rw.Write(piece); err != nil {
				return
			}
		}
	})
	_, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	var refused *Error
	require.ErrorAs(t, err, &refused)
	assert.LessOrEqual(t, len(refused.Message), 4<<10)
}

func TestListsOfHosts(t *testing.T) {
	for list, ok := range map[string]bool{
		"br.example.com": true, ".example.com": true, "a, .b.c ,d": true, "127.0.0.1": true, "[::1]": true, "xn--bcher-kva.example": true,
		"": false, "a,,b": false, "https://a": false, "a/b": false, "a:443": false, "*.a": false, "u@a": false, "a b": false, ".": false, "a?b": false, "a#b": false,
	} {
		assert.Equal(t, ok, CheckHosts(list) == nil, "%q", list)
	}
}

// TestACredentialsFileWithoutCredentials checks that a host which a file names without credentials for it does not get the session's token,
// unless somebody trusts it or it is the service's.
func TestACredentialsFileWithoutCredentials(t *testing.T) {
	for name, test := range map[string]struct {
		lines, trusted, flag string
		refused              bool
	}{
		"another host":         {lines: "BACKUP_RECOVERY_URL=https://elsewhere.example.com", refused: true},
		"with credentials":     {lines: "BACKUP_RECOVERY_URL=https://elsewhere.example.com\nBACKUP_RECOVERY_APIKEY=k"},
		"a trusted one":        {lines: "BACKUP_RECOVERY_URL=https://elsewhere.example.com", trusted: "elsewhere.example.com"},
		"the service's":        {lines: "BACKUP_RECOVERY_URL=https://x.us-east.backup-recovery.cloud.ibm.com"},
		"this machine":         {lines: "BACKUP_RECOVERY_URL=http://127.0.0.1:9"},
		"on the command line":  {lines: "OTHER_URL=x", flag: "https://elsewhere.example.com"},
		"over the file's host": {lines: "BACKUP_RECOVERY_URL=https://third.example.com", flag: "https://elsewhere.example.com"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			path := plant(t, strings.Split(test.lines, "\n")...)
			t.Setenv("IBM_CREDENTIALS_FILE", path)
			t.Setenv(TrustedHostsVariable, test.trusted)
			_, err := w.locate(t.Context(), Selection{URL: test.flag, Tenant: "t/"})
			if test.refused {
				assert.ErrorContains(t, err, "names this host without credentials for it")
			} else {
				assert.NoError(t, err)
			}
		})
	}
}
