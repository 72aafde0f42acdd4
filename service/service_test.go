package service

import (
	"compress/gzip"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// memory is a Settings that keeps nothing on the disk.
type memory map[string]string

func (m memory) Get(name string) (string, error) { return m[name], nil }
func (m memory) Set(name, value string) error    { m[name] = value; return nil }
func (m memory) Unset(name string) error         { delete(m, name); return nil }

// jwt makes a token that ends at a time.
func jwt(name string, end time.Time) string {
	claims, _ := json.Marshal(map[string]any{"sub": name, "exp": end.Unix()})
	return "e30." + base64.RawURLEncoding.EncodeToString(claims) + ".sig"
}

// world is a session with a Resource Controller and one endpoint, and a log of what they were asked.
type world struct {
	*Session
	controller, endpoint *httptest.Server
	resources            []map[string]any
	handle               http.HandlerFunc // of the endpoint
	lookUps              int
	refreshed            int
	mu                   sync.Mutex
	requests             []*http.Request
	bodies               []string
}

func newWorld(t *testing.T) *world {
	for _, name := range []string{"BACKUP_RECOVERY_URL", "BACKUP_RECOVERY_APIKEY", "BACKUP_RECOVERY_AUTH_TYPE", "BACKUP_RECOVERY_BEARER_TOKEN", "BACKUP_RECOVERY_TENANT_ID", "IBM_CREDENTIALS_FILE", "VCAP_SERVICES"} {
		t.Setenv(name, "")
	}
	t.Chdir(t.TempDir()) // go-sdk-core reads ibm-credentials.env from the working folder
	w := &world{}
	w.answer(func(rw http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(rw, `{}`) })
	w.endpoint = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.mu.Lock()
		w.requests, w.bodies = append(w.requests, r.Clone(context.Background())), append(w.bodies, string(body))
		handle := w.handle
		w.mu.Unlock()
		handle(rw, r)
	}))
	w.controller = httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.lookUps++
		_ = json.NewEncoder(rw).Encode(map[string]any{"resources": w.resources})
	}))
	t.Cleanup(w.endpoint.Close)
	t.Cleanup(w.controller.Close)
	w.Session = &Session{
		LoggedIn: true, Account: "acc", Region: "us-east", Settings: memory{}, Timeout: 5 * time.Second,
		Token:     func() string { return "Bearer " + jwt("first", time.Now().Add(time.Hour)) },
		Refresh:   func() (string, error) { w.refreshed++; return jwt("second", time.Now().Add(time.Hour)), nil },
		Resources: func() (string, error) { return w.controller.URL, nil }, OwnResources: true,
	}
	w.add("one", "us-east", "https://one.backup-recovery.cloud.ibm.com", nil)
	return w
}

func (w *world) add(name, region, endpoint string, extensions map[string]any) {
	if extensions == nil {
		extensions = map[string]any{"tenant-id": name + "-tenant", "endpoints.public": endpoint, "endpoints.private": strings.Replace(endpoint, "://", "://private.", 1)}
	}
	w.resources = append(w.resources, map[string]any{
		"name": name, "guid": "guid-" + name, "region_id": region, "state": "active", "extensions": extensions,
		"crn": "crn:v1:bluemix:public:backup-recovery:" + region + ":a/acc:guid-" + name + "::",
	})
}

// answer says how the endpoint answers from now on.
func (w *world) answer(handle http.HandlerFunc) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.handle = handle
}

// count is the number of requests that came in.
func (w *world) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.requests)
}

// client talks to the endpoint for a tenant.
func (w *world) client(t *testing.T) *Client {
	c, err := w.Connect(context.Background(), "instance", Selection{URL: w.endpoint.URL, Tenant: "t/"})
	require.NoError(t, err)
	return c
}

func TestEachStepOfThePrecedenceNamesTheEndpoint(t *testing.T) {
	w := newWorld(t)
	w.add("two", "eu-de", "https://two.backup-recovery.cloud.ibm.com", nil)
	w.add("three", "eu-de", "https://three.backup-recovery.cloud.ibm.com", nil)
	set := w.Settings.(memory)
	steps := []struct {
		name         string
		arrange      func()
		want         Selection
		via          Via
		base, tenant string
	}{
		{"the only instance of the region", func() {}, Selection{}, ViaOnlyInstance, "https://one.backup-recovery.cloud.ibm.com", "one-tenant/"},
		{"the saved instance", func() { set[SettingInstance] = "two" }, Selection{}, ViaSavedInstance, "https://two.backup-recovery.cloud.ibm.com", "two-tenant/"},
		{"--instance", func() {}, Selection{Instance: "GUID-THREE"}, ViaInstanceFlag, "https://three.backup-recovery.cloud.ibm.com", "three-tenant/"},
		{"the saved URL", func() { set[SettingURL], set[SettingTenant] = "saved.example.com/v2/", "saved/" }, Selection{Instance: "three"}, ViaSavedURL, "https://saved.example.com", "saved/"},
		{"the environment", func() { t.Setenv("BACKUP_RECOVERY_URL", "https://env.example.com") }, Selection{}, ViaEnvironment, "https://env.example.com", "saved/"},
		{"the environment's tenant before the saved one", func() { t.Setenv("BACKUP_RECOVERY_TENANT_ID", "env/") }, Selection{}, ViaEnvironment, "https://env.example.com", "env/"},
		{"--service-url", func() {}, Selection{URL: "https://flag.example.com", Instance: "one"}, ViaURLFlag, "https://flag.example.com", "env/"},
		{"--xibm-tenant-id", func() {}, Selection{URL: "https://flag.example.com", Tenant: "flag/"}, ViaURLFlag, "https://flag.example.com", "flag/"},
	}
	for _, step := range steps { // each leaves in place what the next one has to beat
		step.arrange()
		target, err := w.Locate(context.Background(), "instance", step.want)
		require.NoError(t, err, step.name)
		assert.Equal(t, step.base, target.Base.String(), step.name)
		assert.Equal(t, step.via, target.Via, step.name)
		assert.Equal(t, step.tenant, target.Tenant, step.name)
	}
}

func TestTenantOfABareAddress(t *testing.T) {
	w := newWorld(t)
	target, err := w.Locate(context.Background(), "instance", Selection{URL: "https://private.one.backup-recovery.cloud.ibm.com"})
	require.NoError(t, err)
	assert.Equal(t, "one-tenant/", target.Tenant, "the instance whose endpoint has the same host")

	c, err := w.Connect(context.Background(), "instance", Selection{URL: "https://stranger.example.com"})
	require.NoError(t, err)
	sent, err := c.build(context.Background(), c.Target(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err, "the service decides whether it does without a tenant")
	assert.NotContains(t, sent.Header, http.CanonicalHeaderKey(api.TenantHeader))
}

func TestInstanceThatIsNotClear(t *testing.T) {
	w := newWorld(t)
	w.add("two", "us-east", "https://two.backup-recovery.cloud.ibm.com", nil)
	w.add("TWO", "eu-de", "https://zwei.backup-recovery.cloud.ibm.com", nil)
	for _, c := range []struct {
		name  string
		want  Selection
		found int
		twice bool
	}{
		{"several in the region", Selection{}, 2, false},
		{"none in the region", Selection{Region: "jp-tok"}, 3, false},
		{"a name that nothing has", Selection{Instance: "four"}, 3, false},
		{"a name that two have", Selection{Instance: "two"}, 2, true},
	} {
		_, err := w.Locate(context.Background(), "instance", c.want)
		var no *NoInstance
		require.ErrorAs(t, err, &no, c.name)
		assert.Len(t, no.Found, c.found, c.name)
		assert.Equal(t, c.twice, no.Twice, c.name)
	}
	target, err := w.Locate(context.Background(), "instance", Selection{Instance: "two", Region: "eu-de"})
	require.NoError(t, err, "the region tells two of a name apart")
	assert.Equal(t, "https://zwei.backup-recovery.cloud.ibm.com", target.Base.String())
}

func TestTheTargetedResourceGroupDecides(t *testing.T) {
	w := newWorld(t)
	w.add("two", "us-east", "https://two.backup-recovery.cloud.ibm.com", nil)
	w.add("two", "us-east", "https://zwei.backup-recovery.cloud.ibm.com", nil)
	w.resources[len(w.resources)-1]["resource_group_id"] = "blue"
	for _, want := range []Selection{{}, {Instance: "two"}} {
		w.Group = ""
		_, err := w.Locate(context.Background(), "instance", want)
		var no *NoInstance
		require.ErrorAs(t, err, &no)
		w.Group = "green"
		_, err = w.Locate(context.Background(), "instance", want)
		require.ErrorAs(t, err, &no, "none of them is in it")
		w.Group = "blue"
		target, err := w.Locate(context.Background(), "instance", want)
		require.NoError(t, err)
		assert.Equal(t, "https://zwei.backup-recovery.cloud.ibm.com", target.Base.String())
		if want.Instance == "" {
			assert.Equal(t, ViaResourceGroup, target.Via)
		}
	}
	target, err := w.Locate(context.Background(), "instance", Selection{Instance: "guid-one"})
	require.NoError(t, err)
	assert.Equal(t, "https://one.backup-recovery.cloud.ibm.com", target.Base.String(), "an instance that is named is used, whatever its group")
}

func TestInstancesOfTheTargetedResourceGroupComeFirst(t *testing.T) {
	list := []Instance{{Name: "a", Group: "green"}, {Name: "b", Group: "blue"}, {Name: "c"}, {Name: "d", Group: "blue"}}
	_, _, err := choose(list, "", "", "blue")
	var no *NoInstance
	require.ErrorAs(t, err, &no)
	var names []string
	for _, i := range no.Found {
		names = append(names, i.Name)
	}
	assert.Equal(t, []string{"b", "d", "a", "c"}, names)
	assert.Equal(t, "a", list[0].Name, "the list itself stays as it is")
}

func TestPrivateNetwork(t *testing.T) {
	w := newWorld(t)
	w.Private = true
	target, err := w.Locate(context.Background(), "instance", Selection{})
	require.NoError(t, err)
	assert.Equal(t, "https://private.one.backup-recovery.cloud.ibm.com", target.Base.String())
}

func TestEveryFormOfExtensions(t *testing.T) {
	for name, extensions := range map[string]map[string]any{
		"flat":           {"tenant-id": "abc", "endpoints.public": "https://pub.example.com", "endpoints.private": "https://priv.example.com"},
		"nested":         {"tenant-id": "abc/", "endpoints": map[string]any{"public": "https://pub.example.com", "private": "https://priv.example.com"}},
		"without scheme": {"tenant-id": "abc", "endpoints.public": "pub.example.com", "endpoints": map[string]any{"private": "priv.example.com"}},
	} {
		w := newWorld(t)
		w.resources = nil
		w.add("x", "us-east", "", extensions)
		list, _, err := w.Instances(context.Background(), false)
		require.NoError(t, err)
		assert.Equal(t, "abc/", list[0].Tenant, name)
		assert.Equal(t, "https://pub.example.com", list[0].Public, name)
		assert.Equal(t, "https://priv.example.com", list[0].Private, name)
	}
}

func TestInstancesAreCachedByAccountRegionAndNetwork(t *testing.T) {
	w := newWorld(t)
	ask := func() (cached bool) {
		_, cached, err := w.Instances(context.Background(), false)
		require.NoError(t, err)
		return cached
	}
	assert.False(t, ask())
	assert.True(t, ask())
	w.Account = "other"
	assert.False(t, ask(), "another account sees other instances")
	w.Private = true
	assert.False(t, ask())
	w.Region = "eu-de"
	assert.False(t, ask())
	w.Now = func() time.Time { return time.Now().Add(13 * time.Hour) }
	assert.False(t, ask(), "after half a day it is looked up again")
	assert.Equal(t, 5, w.lookUps)
}

func TestAListThatWentStaleIsLookedUpAgain(t *testing.T) {
	w := newWorld(t)
	w.resources = nil
	w.add("one", "us-east", "http://127.0.0.1:1", nil)
	_, _, err := w.Instances(context.Background(), true)
	require.NoError(t, err)
	w.resources = nil
	w.add("one", "us-east", w.endpoint.URL, nil) // the instance moved
	c, err := w.Connect(context.Background(), "instance", Selection{})
	require.NoError(t, err)
	answer, err := c.Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	assert.Equal(t, 2, w.lookUps)
}

func TestNextPageOnAnotherHostIsRefused(t *testing.T) {
	w := newWorld(t)
	stranger := 0
	other := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { stranger++ }))
	defer other.Close()
	w.controller.Config.Handler = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(rw, `{"next_url": "%s/v2/resource_instances?start=2", "resources": []}`, other.URL)
	})
	_, _, err := w.Instances(context.Background(), true)
	assert.ErrorContains(t, err, "another host")
	assert.Zero(t, stranger)
}

// TestAListOfInstancesThatDoesNotEndIsAnError leads back to a page, under its address or new ones, and on to new pages for ever.
func TestAListOfInstancesThatDoesNotEndIsAnError(t *testing.T) {
	for name, page := range map[string]struct {
		next, crn func(n int) int
		most      int // requests
	}{
		"the same page":                {func(int) int { return 1 }, func(int) int { return 1 }, 2},
		"two pages in turn":            {func(n int) int { return n % 2 }, func(n int) int { return n % 2 }, 3},
		"a page under new addresses":   {func(n int) int { return n }, func(int) int { return 1 }, 2},
		"other resources without end":  {func(n int) int { return n }, func(n int) int { return n }, maxPages},
		"pages of nothing without end": {func(n int) int { return n }, nil, maxPages},
	} {
		t.Run(name, func(t *testing.T) {
			w, asked := newWorld(t), 0
			w.controller.Config.Handler = http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
				asked++
				resources := ""
				if page.crn != nil {
					resources = fmt.Sprintf(`{"crn": "crn:v1:bluemix:public:backup-recovery:us-east:a/1:%d::"}`, page.crn(asked))
				}
				fmt.Fprintf(rw, `{"next_url": "/v2/resource_instances?start=%d", "resources": [%s]}`, page.next(asked), resources)
			})
			_, _, err := w.Instances(t.Context(), true)
			assert.ErrorIs(t, err, errEndless)
			assert.Equal(t, page.most, asked)
		})
	}
}

func TestAddressesThatATokenMustNotGoTo(t *testing.T) {
	for address, why := range map[string]string{
		"http://example.com":         "TLS only",
		"http://127.0.0.1.evil.com":  "TLS only",
		"ftp://example.com":          "not an address",
		"https://":                   "not an address",
		"https://user:pass@host":     "a host and a path only",
		"https://host/v2?token=x":    "a host and a path only",
		"http://[::1]:80":            "",
		"http://127.0.0.1:8080/v2":   "",
		"http://localhost/v2/":       "",
		"host.example.com":           "",
		"https://host.example.com/x": "",
	} {
		err := CheckURL(address)
		if why == "" {
			assert.NoError(t, err, address)
			continue
		}
		assert.ErrorContains(t, err, why, address)
		assert.NotContains(t, fmt.Sprint(err), "pass@", address)
	}
}

func TestTokenIsRenewedBeforeItEnds(t *testing.T) {
	w := newWorld(t)
	w.Token = func() string { return jwt("old", time.Now().Add(20*time.Second)) }
	_, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	assert.Equal(t, 1, w.refreshed)
	assert.Equal(t, "Bearer "+jwt("second", time.Now().Add(time.Hour)), w.requests[0].Header.Get("Authorization"))

	// One that still lives is tried when renewing fails, one that has ended is not.
	w.Refresh = func() (string, error) { return "", errors.New("IAM is away") }
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	w.Token = func() string { return jwt("old", time.Now().Add(-time.Second)) }
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	var login *LoginError
	require.ErrorAs(t, err, &login)
	assert.ErrorContains(t, err, "IAM is away")
}

func TestTokenIsRenewedOnceOn401(t *testing.T) {
	w := newWorld(t)
	second := "Bearer " + jwt("second", time.Now().Add(time.Hour))
	w.Refresh = func() (string, error) { w.refreshed++; return second, nil }
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != second {
			rw.WriteHeader(http.StatusUnauthorized)
		}
	})
	r := api.NewRequest(&api.CreateProtectionPolicy)
	r.Body = json.RawMessage(`{"name":"x"}`)
	_, err := w.client(t).Do(context.Background(), r)
	require.NoError(t, err)
	assert.Equal(t, []string{`{"name":"x"}`, `{"name":"x"}`}, w.bodies, "the body goes along again")

	w.requests, w.refreshed = nil, 0
	w.answer(func(rw http.ResponseWriter, _ *http.Request) { rw.WriteHeader(http.StatusUnauthorized) })
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	var refused *Error
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, Unauthorized, refused.Kind())
	assert.Equal(t, 1, w.refreshed)
	assert.Len(t, w.requests, 2)
}

func TestNotLoggedIn(t *testing.T) {
	w := newWorld(t)
	w.LoggedIn = false
	_, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	var login *LoginError
	require.ErrorAs(t, err, &login)
	assert.Empty(t, w.requests)

	t.Setenv("BACKUP_RECOVERY_BEARER_TOKEN", "given-token")
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	assert.Equal(t, "Bearer given-token", w.requests[0].Header.Get("Authorization"))
}

func TestRedirectsNeverCarryATokenElsewhere(t *testing.T) {
	w := newWorld(t)
	var seen []*http.Request
	other := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		seen = append(seen, r)
		_, _ = io.WriteString(rw, `{}`)
	}))
	defer other.Close()
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		http.Redirect(rw, r, other.URL+"/x", http.StatusTemporaryRedirect)
	})
	_, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	require.Len(t, seen, 1)
	assert.Empty(t, seen[0].Header.Get("Authorization"))
	assert.Empty(t, seen[0].Header.Get(api.TenantHeader))

	// A body goes nowhere else at all.
	r := api.NewRequest(&api.CreateProtectionPolicy)
	r.Body = json.RawMessage(`{}`)
	_, err = w.client(t).Do(context.Background(), r)
	assert.ErrorContains(t, err, "another host")
	assert.Len(t, seen, 1)

	// Within the host the token stays.
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.Path, "/moved") {
			http.Redirect(rw, r, "/moved", http.StatusFound)
		}
	})
	w.requests = nil
	_, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	require.Len(t, w.requests, 2)
	assert.NotEmpty(t, w.requests[1].Header.Get("Authorization"))
}

func TestABrokenConnectionRepeatsOnlyWhatIsSafe(t *testing.T) {
	for _, c := range []struct {
		op   *api.Operation
		want int
	}{{&api.GetRecoveries, 2}, {&api.CreateRecovery, 1}} {
		w := newWorld(t)
		w.answer(func(http.ResponseWriter, *http.Request) {
			if w.count() == 1 {
				panic(http.ErrAbortHandler)
			}
		})
		r := api.NewRequest(c.op)
		if c.op.Body != nil {
			r.Body = json.RawMessage(`{}`)
		}
		_, err := w.client(t).Do(context.Background(), r)
		assert.Equal(t, c.want == 1, err != nil)
		assert.Equal(t, c.want, w.count(), c.op.ID)
	}
}

func TestRetryAfterInBothForms(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for text, want := range map[string]time.Duration{
		"7": 7 * time.Second, "-5": 0, "": 0, "soon": 0,
		"Sun, 01 Mar 2026 12:00:30 GMT": 30 * time.Second, "Sun, 01 Mar 2026 11:00:00 GMT": 0,
	} {
		assert.Equal(t, want, retryAfter(http.Header{"Retry-After": {text}}, now), text)
	}
}

func TestSilenceEndsARequestAndASlowAnswerDoesNot(t *testing.T) {
	w := newWorld(t)
	w.Timeout = 150 * time.Millisecond
	release := make(chan struct{})
	defer close(release)
	w.answer(func(http.ResponseWriter, *http.Request) { <-release })
	r := api.NewRequest(&api.CreateRecovery)
	r.Body = json.RawMessage(`{}`)
	_, err := w.client(t).Do(context.Background(), r)
	require.ErrorIs(t, err, ErrIdleTimeout)

	w.answer(func(rw http.ResponseWriter, _ *http.Request) {
		for range 8 { // longer than the limit altogether, never silent for as long
			_, _ = io.WriteString(rw, "12345")
			rw.(http.Flusher).Flush()
			time.Sleep(50 * time.Millisecond)
		}
	})
	answer, err := w.client(t).Do(context.Background(), api.NewRequest(&api.GetRecoveries))
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Len(t, body, 40)

	w.answer(func(rw http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(rw, "12345")
		rw.(http.Flusher).Flush()
		<-release
	})
	answer, err = w.client(t).Do(context.Background(), api.NewRequest(&api.GetRecoveries))
	require.NoError(t, err)
	_, err = io.ReadAll(answer.Body)
	require.ErrorIs(t, err, ErrIdleTimeout)
}

func TestCancellingEndsARequest(t *testing.T) {
	w := newWorld(t)
	ctx, cancel := context.WithCancel(context.Background())
	w.answer(func(_ http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() })
	_, err := w.client(t).Do(ctx, api.NewRequest(&api.GetRecoveries))
	assert.ErrorIs(t, err, context.Canceled)
}

func TestEveryShapeOfErrors(t *testing.T) {
	for _, c := range []struct {
		name, body    string
		status        int
		code, message string
		kind          Kind
	}{
		{"the service's", `{"errorCode": "KValidationError", "message": "name: too long"}`, 400, "KValidationError", "name: too long", Refused},
		{"the platform's", `{"errors": [{"code": "a", "message": "one"}, {"code": "b", "message": "two"}], "trace": "t1", "status_code": 404}`, 404, "a", "one; two", NotFound},
		{"a gateway's page", `<html><h1>Bad Gateway</h1></html>`, 502, "", "", Broken},
		{"plain text", "upstream connect error", 503, "", "upstream connect error", Busy},
		{"nothing", "", 403, "", "", Forbidden},
		{"JSON that is cut", `{"errorCode": "K`, 400, "", "", Refused},
		{"something that exists", `{"errorCode": "KX", "message": "A policy of that name already exists."}`, 400, "KX", "A policy of that name already exists.", Conflict},
		{"what was done already", `{"errorCode": "KX", "message": "The run was already pruned."}`, 400, "KX", "The run was already pruned.", Refused},
	} {
		e := readError(c.status, http.Header{}, []byte(c.body))
		assert.Equal(t, c.code, e.Code, c.name)
		assert.Equal(t, c.message, e.Message, c.name)
		assert.Equal(t, c.kind, e.Kind(), c.name)
		assert.NotEmpty(t, e.Words(), c.name)
	}
	e := readError(400, http.Header{"X-Correlation-Id": {"abc"}}, []byte(strings.Repeat("x", 4000)))
	assert.Equal(t, "abc", e.Transaction)
	assert.Less(t, len(e.Message), 400)
}

func TestTraceHidesSecrets(t *testing.T) {
	w := newWorld(t)
	w.Trace = filepath.Join(t.TempDir(), "trace")
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Type", "application/json")
		rw.Header().Set("Set-Cookie", "session=SECRET1")
		_, _ = io.WriteString(rw, `{"name": "kept", "privateKey": "SECRET2", "nested": [{"clientSecret": {"a": "SECRET3"}}], "n": 9007199254740993}`)
	})
	r := api.NewRequest(&api.CreateProtectionPolicy)
	r.Body = json.RawMessage(`{"name":"shown","password":"SECRET4"}`)
	answer, err := w.client(t).Do(context.Background(), r)
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	assert.Contains(t, string(body), "SECRET2", "only the trace hides it")

	trace, err := os.ReadFile(w.Trace)
	require.NoError(t, err)
	for _, want := range []string{"POST " + w.endpoint.URL, "shown", "kept", "9007199254740993", "Authorization: " + hidden, "200 OK"} {
		assert.Contains(t, string(trace), want)
	}
	for _, secret := range []string{"SECRET", "e30."} {
		assert.NotContains(t, string(trace), secret)
	}

	// The answer to an operation whose whole answer is a secret.
	w.answer(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "application/json")
		_, _ = io.WriteString(rw, `{"x": "SECRET5"}`)
	})
	token := api.NewRequest(&api.GenerateDataSourceConnectionRegistrationToken)
	token.SetNamed("connectionId", "1")
	answer, err = w.client(t).Do(context.Background(), token)
	require.NoError(t, err)
	_, _ = io.ReadAll(answer.Body)
	trace, err = os.ReadFile(w.Trace)
	require.NoError(t, err)
	assert.NotContains(t, string(trace), "SECRET5")
}

func FuzzRedactBody(f *testing.F) {
	f.Add(`{"password": "x"}`)
	f.Add(`[{"a": {"apiKey": ["s"]}}]`)
	f.Add(`{"token": "eyJ`)
	f.Fuzz(func(t *testing.T, inner string) {
		quoted, err := json.Marshal("zq" + inner + "qz")
		if err != nil {
			return
		}
		for _, body := range []string{`{"password": ` + string(quoted) + `}`, `{"a": [{"clientSecret": ` + string(quoted) + `}]}`, `{"password": ` + string(quoted)} {
			out := string(RedactBody([]byte(body), nil))
			if strings.Contains(out, "zq") || strings.Contains(out, "qz") {
				t.Fatalf("%s shows the secret: %s", body, out)
			}
		}
	})
}

func TestAnswersComeCompressedAndFilesAsTheyAre(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			_, _ = io.WriteString(rw, "as it is")
			return
		}
		rw.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(rw)
		_, _ = io.WriteString(z, `{"policies":[]}`)
		_ = z.Close()
	})
	c := w.client(t)
	answer, err := c.Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, `{"policies":[]}`, string(body))
	answer, err = c.Do(t.Context(), fileRequest())
	require.NoError(t, err)
	body, err = io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, "as it is", string(body))
}

func TestConnectionsAreKeptAndHTTP2IsSpokenWhereItIs(t *testing.T) {
	w := newWorld(t)
	var protocols []string
	addresses := map[string]bool{}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		protocols = append(protocols, r.Proto)
		addresses[r.RemoteAddr] = true
		_, _ = io.WriteString(rw, `{}`)
	}))
	server.EnableHTTP2 = true
	server.StartTLS()
	defer server.Close()
	w.SkipTLS = true
	for _, base := range []string{server.URL, w.endpoint.URL} {
		c, err := w.Connect(t.Context(), "instance", Selection{URL: base, Tenant: "t/"})
		require.NoError(t, err)
		for range 3 {
			answer, err := c.Do(t.Context(), api.NewRequest(&api.GetProtectionPolicies))
			require.NoError(t, err)
			_, err = io.Copy(io.Discard, answer.Body)
			require.NoError(t, err)
			require.NoError(t, answer.Body.Close())
		}
	}
	assert.Equal(t, []string{"HTTP/2.0", "HTTP/2.0", "HTTP/2.0"}, protocols)
	assert.Len(t, addresses, 1)
	addresses = map[string]bool{}
	for _, r := range w.requests {
		addresses[r.RemoteAddr] = true
	}
	assert.Len(t, addresses, 1)
}

// TestAnActiveRunIsToldByMoreThanAWord checks that only the refusal of a run because of another one counts.
func TestAnActiveRunIsToldByMoreThanAWord(t *testing.T) {
	create := api.CreateProtectionGroupRun.ID
	for _, c := range []struct {
		operation, message string
		status             int
		active             bool
	}{
		{create, "A run is already active.", 400, true}, {create, "There is an active run already.", 409, true}, {create, "Backup already in progress for this group", 400, true},
		{create, "A run of the protection group is already running.", 409, true},
		{create, "The run was already pruned.", 400, false}, {create, "The group is being changed.", 409, false}, {create, "A run is already active.", 500, false},
		{api.UpdateProtectionGroupRun.ID, "A run is already active.", 400, false},
	} {
		e := &Error{Operation: c.operation, Status: c.status, Message: c.message}
		assert.Equal(t, c.active, e.ActiveRun(), c)
		if c.active {
			assert.Equal(t, Conflict, e.Kind())
		}
	}
}

// TestATraceFileIsOpenedOnceAndClosed sends to two hosts with one session.
func TestATraceFileIsOpenedOnceAndClosed(t *testing.T) {
	w := newWorld(t)
	w.Trace = filepath.Join(t.TempDir(), "trace")
	for range 2 {
		answer, err := w.client(t).Do(t.Context(), api.NewRequest(&api.GetRecoveries))
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
	}
	open := w.trace.file
	require.NotNil(t, open)
	raw, err := os.ReadFile(w.Trace)
	require.NoError(t, err)
	assert.Equal(t, 2, strings.Count(string(raw), "GET "+w.client(t).Target().Base.String()+"/v2/data-protect/recoveries"))
	assert.Same(t, open, w.trace.file)
	require.NoError(t, w.Close())
	assert.ErrorIs(t, open.Close(), os.ErrClosed)
}

// weather is another server: an address of its own, another credential, another shape of errors, and a certificate that only it
// is trusted with. It is all that it takes, beside the entry in the document that makes the operation.
func weather(address string, certificate *x509.Certificate) *Server {
	return &Server{
		Name: "weather",
		Locate: func(context.Context, *Session, Selection) (*Target, error) {
			base, err := url.Parse(address)
			return &Target{Base: base}, err
		},
		Signer: func(*Session, *Target) Signer { return apiKey("sunny") },
		Hidden: map[string]string{"Api-Key": hidden},
		ReadError: func(status int, _ http.Header, body []byte) *Error {
			return &Error{Status: status, Message: "The weather is bad: " + string(body)}
		},
		TLS: func(*Session, *Target) *tls.Config {
			pool := x509.NewCertPool()
			pool.AddCert(certificate)
			return &tls.Config{RootCAs: pool}
		},
	}
}

type apiKey string

func (k apiKey) Sign(req *http.Request) error    { req.Header.Set("Api-Key", string(k)); return nil }
func (apiKey) Renew(*http.Request) (bool, error) { return false, nil }

func TestAnotherServerIsOneValue(t *testing.T) {
	answering := http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "sunny", r.Header.Get("Api-Key"))
		assert.Empty(t, r.Header.Get("Authorization"), "the session's token is not for it")
		assert.Empty(t, r.Header.Get(api.TenantHeader))
		if r.URL.Path != "/api/v3/weather/Oslo" {
			http.Error(rw, "no such city", http.StatusNotFound)
			return
		}
		_, _ = io.WriteString(rw, `{"sky":"clear"}`)
	})
	host := httptest.NewTLSServer(answering)
	t.Cleanup(host.Close)
	w := newWorld(t)
	w.Transport = nil
	w.Servers = []*Server{weather(host.URL, host.Certificate())}
	op := &api.Operation{ID: "GetWeather", Method: "GET", Server: "weather", Base: "/api/v3", Path: "/weather/{city}", Answer: api.JSON,
		Params: []api.Param{{In: api.Path, Field: api.Field{Name: "city", Required: true}}}}

	c, err := w.Connect(t.Context(), op.Server, Selection{})
	require.NoError(t, err)
	answer, err := c.Do(t.Context(), api.NewRequest(op).SetNamed("city", "Oslo"))
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, `{"sky":"clear"}`, string(body))
	_, err = c.Do(t.Context(), api.NewRequest(op).SetNamed("city", "Atlantis"))
	var refused *Error
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "The weather is bad: no such city\n", refused.Message)
	assert.Equal(t, NotFound, refused.Kind())
	shown, err := w.Preview(c.Target(), api.NewRequest(op).SetNamed("city", "Oslo"))
	require.NoError(t, err)
	assert.Equal(t, host.URL+"/api/v3/weather/Oslo", shown.URL)
	assert.Equal(t, map[string]string{"Api-Key": hidden}, shown.Headers)
	assert.Panics(t, func() { w.server("nobody") })
}
