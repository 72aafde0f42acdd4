package service

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// newManagedWorld is a world without anything in the environment about the Manager.
func newManagedWorld(t *testing.T) *world {
	for _, name := range []string{ReportingVariable, ManagerURLVariable, ManagerKeyVariable, ManagerUserVariable, ManagerPasswordVariable, ManagerAuthenticatorVariable} {
		t.Setenv(name, "")
	}
	return newWorld(t)
}

// located returns where the reports are, or why that is not known.
func (w *world) located(t *testing.T, want Selection) (string, error) {
	target, err := w.Locate(t.Context(), managementServer.Name, want)
	if err != nil {
		return "", err
	}
	return target.URL(api.NewRequest(&api.GetReports)), nil
}

// TestTheRegionNamesTheManager looks up the Manager of each region that there is today, and of some that there are not.
func TestTheRegionNamesTheManager(t *testing.T) {
	w := newManagedWorld(t)
	for region, geography := range map[string]string{
		"us-east": "us", "us-south": "us", "ca-tor": "us", "br-sao": "us", "us-new": "us", "eu-de": "eu", "eu-gb": "eu", "eu-es": "eu", "jp-tok": "ap", "jp-osa": "ap", "au-syd": "ap",
	} {
		w.Region = region
		address, err := w.located(t, Selection{})
		require.NoError(t, err)
		assert.Equal(t, "https://manager."+geography+".backup-recovery.cloud.ibm.com/heliosreporting/api/v1/public/reports", address, region)
	}
	address, err := w.located(t, Selection{Region: "eu-de"})
	require.NoError(t, err)
	assert.Contains(t, address, "//manager.eu.")
	for _, region := range []string{"mars-1", "useast", ""} {
		w.Region = region
		_, err := w.located(t, Selection{})
		var unknown *NoGeography
		require.ErrorAs(t, err, &unknown, region)
		assert.Equal(t, region, unknown.Region)
	}
}

// TestWhoNamesTheReportingService sets the address in each place, from the one that counts least to the one that counts most.
func TestWhoNamesTheReportingService(t *testing.T) {
	w := newManagedWorld(t)
	check := func(want Selection, address string) {
		found, err := w.located(t, want)
		require.NoError(t, err)
		assert.Equal(t, address+"/heliosreporting/api/v1/public/reports", found)
	}
	w.Settings = memory{SettingReportingURL: "https://saved.example.com/heliosreporting/api/v1/", SettingURL: "https://instance.example.com"}
	check(Selection{}, "https://saved.example.com")
	t.Setenv(ReportingVariable, "https://environment.example.com")
	check(Selection{}, "https://environment.example.com")
	check(Selection{URL: "flag.example.com/heliosreporting/api/v1"}, "https://flag.example.com")
	check(Selection{URL: "http://127.0.0.1:1"}, "http://127.0.0.1:1")
	target, err := w.Locate(t.Context(), managementServer.Name, Selection{})
	require.NoError(t, err)
	assert.Equal(t, "https://environment.example.com/v2/mcm/provider-instances", target.URL(api.NewRequest(&api.GetProviderInstances)), "this hangs off the root")
	for _, address := range []string{"http://reports.example.com", "https://user:secret@reports.example.com", "ftp://reports.example.com", "https://reports.example.com?x=1"} {
		t.Setenv(ReportingVariable, address)
		_, err := w.located(t, Selection{})
		var bad *BadURL
		require.ErrorAs(t, err, &bad, address)
		assert.NotContains(t, bad.Error(), "secret")
	}
}

// TestAFileInTheWorkingFolderDoesNotNameTheManager puts its address and credentials into a credentials file that came with the folder.
func TestAFileInTheWorkingFolderDoesNotNameTheManager(t *testing.T) {
	w := newManagedWorld(t)
	text := ReportingVariable + "=https://evil.example.com\n" + ManagerURLVariable + "=https://evil.example.com\n" + ManagerKeyVariable + "=key\n"
	require.NoError(t, os.WriteFile(credentialsFile, []byte(text), 0o600))
	address, err := w.located(t, Selection{})
	require.NoError(t, err)
	assert.NotContains(t, address, "evil")
	has, err := w.HasManager()
	require.NoError(t, err)
	assert.False(t, has)
}

// TestTheManagerOfReportsGetsTheSession sends the session's token and no tenant, and not the user and password of another address.
func TestTheManagerOfReportsGetsTheSession(t *testing.T) {
	w := newManagedWorld(t)
	t.Setenv(ReportingVariable, w.endpoint.URL)
	ask := func() *http.Request {
		c, err := w.Connect(t.Context(), managementServer.Name, Selection{Tenant: "t/"})
		require.NoError(t, err)
		answer, err := c.Do(t.Context(), api.NewRequest(&api.GetReports))
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		return w.requests[len(w.requests)-1]
	}
	r := ask()
	assert.Equal(t, w.Token(), r.Header.Get("Authorization"))
	assert.Empty(t, r.Header.Get(api.TenantHeader))
	t.Setenv("BACKUP_RECOVERY_AUTH_TYPE", "basic")
	t.Setenv("BACKUP_RECOVERY_USERNAME", "user")
	t.Setenv("BACKUP_RECOVERY_PASSWORD", "secret")
	assert.True(t, strings.HasPrefix(ask().Header.Get("Authorization"), "Bearer "))
	t.Setenv("BACKUP_RECOVERY_AUTH_TYPE", "bearertoken")
	t.Setenv("BACKUP_RECOVERY_BEARER_TOKEN", "of-a-script")
	assert.Equal(t, "Bearer of-a-script", ask().Header.Get("Authorization"))
}

// managerAt returns the settings of a Manager at an address, with an API key.
func managerAt(address string) memory {
	return memory{SettingManagerURL: address + "/v2", SettingManagerKey: "secret-key"}
}

// askManager asks the Manager for its clusters.
func (w *world) askManager(t *testing.T) error {
	c, err := w.Connect(t.Context(), managerServer.Name, Selection{})
	if err != nil {
		return err
	}
	answer, err := c.Do(t.Context(), api.NewRequest(&api.GetClustersInfo))
	if err != nil {
		return err
	}
	return answer.Body.Close()
}

// TestWhatTheManagerNeeds leaves out each of its settings.
func TestWhatTheManagerNeeds(t *testing.T) {
	w := newManagedWorld(t)
	all := memory{SettingManagerURL: "https://manager.example.com", SettingManagerUser: "u", SettingManagerPassword: "p", SettingManagerAuthenticator: "https://login.example.com/token"}
	w.Settings = all
	_, err := w.Connect(t.Context(), managerServer.Name, Selection{})
	require.NoError(t, err)
	for missing, named := range map[string]string{SettingManagerURL: SettingManagerURL, SettingManagerUser: SettingManagerKey, SettingManagerPassword: SettingManagerPassword, SettingManagerAuthenticator: SettingManagerAuthenticator} {
		some := memory{}
		for name, value := range all {
			if name != missing {
				some[name] = value
			}
		}
		w.Settings = some
		var incomplete *NoManager
		require.ErrorAs(t, w.askManager(t), &incomplete, missing)
		assert.Equal(t, named, incomplete.Missing)
	}
	for _, name := range []string{SettingManagerURL, SettingManagerAuthenticator} {
		some := memory{}
		for name, value := range all {
			some[name] = value
		}
		some[name] = "http://plain.example.com"
		w.Settings = some
		var bad *BadURL
		require.ErrorAs(t, w.askManager(t), &bad, "no credentials without TLS: "+name)
	}
	assert.Zero(t, w.count())
}

// TestWhatTheEnvironmentAddsToTheSavedManager has each setting in a variable while the others are saved. No saved secret goes to another
// user or to another place than the saved one.
func TestWhatTheEnvironmentAddsToTheSavedManager(t *testing.T) {
	saved := memory{SettingManagerURL: "https://manager.example.com", SettingManagerUser: "u", SettingManagerPassword: "p", SettingManagerAuthenticator: "https://login.example.com/token"}
	with := func(name, value string) memory {
		some := memory{name: value}
		for name, value := range saved {
			if _, set := some[name]; !set {
				some[name] = value
			}
		}
		return some
	}
	const url, login = "https://manager.example.com", "https://login.example.com/token"
	for _, one := range []struct {
		saved memory
		env   map[string]string
		want  manager
	}{
		{saved, nil, manager{url, "", "u", "p", login}},
		{with(SettingManagerPassword, ""), map[string]string{ManagerPasswordVariable: "e"}, manager{url, "", "u", "e", login}},
		{saved, map[string]string{ManagerPasswordVariable: "e"}, manager{url, "", "u", "e", login}},
		{saved, map[string]string{ManagerUserVariable: "other"}, manager{url, "", "other", "", login}},
		{saved, map[string]string{ManagerUserVariable: "u"}, manager{url, "", "u", "p", login}},
		{saved, map[string]string{ManagerAuthenticatorVariable: "https://elsewhere.example.com"}, manager{url, "", "u", "", "https://elsewhere.example.com"}},
		{with(SettingManagerAuthenticator, ""), map[string]string{ManagerAuthenticatorVariable: login, ManagerPasswordVariable: "e"}, manager{url, "", "u", "e", login}},
		{saved, map[string]string{ManagerKeyVariable: "k"}, manager{url: url, key: "k"}},
		{with(SettingManagerKey, "saved"), map[string]string{ManagerUserVariable: "u", ManagerPasswordVariable: "e"}, manager{url, "", "u", "e", login}},
		{with(SettingManagerKey, "saved"), map[string]string{ManagerURLVariable: "https://e.example.com", ManagerPasswordVariable: "e"}, manager{url: "https://e.example.com", password: "e"}},
	} {
		w := newManagedWorld(t)
		w.Settings = one.saved
		for name, value := range one.env {
			t.Setenv(name, value)
		}
		got, err := w.manager()
		require.NoError(t, err)
		assert.Equal(t, one.want, *got, "%v", one.env)
	}
}

// TestTheKeyOfTheManagerGoesNowhereElse sends the key where the settings name it, and neither along a redirection, nor to an address of
// the command line, nor to one of the environment.
func TestTheKeyOfTheManagerGoesNowhereElse(t *testing.T) {
	w := newManagedWorld(t)
	w.Trace = filepath.Join(t.TempDir(), "trace")
	w.Settings = managerAt(w.endpoint.URL)
	require.NoError(t, w.askManager(t))
	assert.Equal(t, "secret-key", w.requests[0].Header.Get(managerKeyHeader))
	assert.Empty(t, w.requests[0].Header.Get("Authorization"), "the session's token is not for it")
	assert.Equal(t, "/v2/mcm/cluster-mgmt/info", w.requests[0].URL.Path)

	var stranger []*http.Request
	elsewhere := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		stranger = append(stranger, r)
		_, _ = io.WriteString(rw, `{}`)
	}))
	defer elsewhere.Close()
	w.answer(func(rw http.ResponseWriter, r *http.Request) { http.Redirect(rw, r, elsewhere.URL, http.StatusFound) })
	_ = w.askManager(t)
	for _, r := range stranger {
		assert.Empty(t, r.Header.Get(managerKeyHeader))
		assert.Empty(t, r.Header.Get("Authorization"))
	}
	_, err := w.Connect(t.Context(), managerServer.Name, Selection{URL: elsewhere.URL})
	var bad *BadURL
	require.ErrorAs(t, err, &bad)
	_, err = w.Connect(t.Context(), managerServer.Name, Selection{URL: w.endpoint.URL})
	require.NoError(t, err, "the same address may be repeated")

	t.Setenv(ManagerURLVariable, elsewhere.URL)
	var incomplete *NoManager
	require.ErrorAs(t, w.askManager(t), &incomplete, "what is saved is for the saved address")
	t.Setenv(ManagerKeyVariable, "key-of-the-environment")
	before := len(stranger)
	require.NoError(t, w.askManager(t))
	assert.Equal(t, "key-of-the-environment", stranger[before].Header.Get(managerKeyHeader))

	c, err := w.Connect(t.Context(), managerServer.Name, Selection{})
	require.NoError(t, err)
	shown, err := w.Preview(c.Target(), api.NewRequest(&api.GetClustersInfo))
	require.NoError(t, err)
	assert.Equal(t, map[string]string{managerKeyHeader: hidden}, shown.Headers)
	require.NoError(t, w.Close())
	trace, err := os.ReadFile(w.Trace)
	require.NoError(t, err)
	assert.Contains(t, string(trace), "/v2/mcm/cluster-mgmt/info")
	assert.NotContains(t, string(trace), "secret-key")
	assert.NotContains(t, string(trace), "key-of-the-environment")
}

// TestTheManagersTokenIsInMemoryAlone logs in once for several requests and anew where the token is refused, and leaves no trace of the
// password and the token.
func TestTheManagersTokenIsInMemoryAlone(t *testing.T) {
	w := newManagedWorld(t)
	w.Trace = filepath.Join(t.TempDir(), "trace")
	var logins []string
	answer := `{"accessToken":"token-1","tokenType":"Bearer"}`
	login := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		logins = append(logins, r.Method+" "+string(body))
		_, _ = io.WriteString(rw, answer)
	}))
	defer login.Close()
	saved := memory{SettingManagerURL: w.endpoint.URL, SettingManagerUser: "operator", SettingManagerPassword: `pass"word`, SettingManagerAuthenticator: login.URL}
	w.Settings = saved
	c, err := w.Connect(t.Context(), managerServer.Name, Selection{})
	require.NoError(t, err)
	ask := func() error {
		got, err := c.Do(t.Context(), api.NewRequest(&api.GetClustersInfo))
		if err == nil {
			err = got.Body.Close()
		}
		return err
	}
	require.NoError(t, ask())
	require.NoError(t, ask())
	require.Len(t, logins, 1)
	sent, err := json.Marshal(map[string]string{"username": "operator", "password": `pass"word`})
	require.NoError(t, err)
	assert.Equal(t, "POST "+string(sent), logins[0])
	assert.Equal(t, "Bearer token-1", w.requests[1].Header.Get("Authorization"))

	answer = `{"access_token":"token-2"}`
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer token-2" {
			rw.WriteHeader(http.StatusUnauthorized)
		}
		_, _ = io.WriteString(rw, `{}`)
	})
	require.NoError(t, ask())
	assert.Len(t, logins, 2)
	assert.Equal(t, saved, w.Settings, "no token is kept")

	for _, bad := range []string{`{}`, `no JSON`, `{"accessToken":""}`} {
		answer = bad
		var refused *ManagerLogin
		require.ErrorAs(t, w.askManager(t), &refused, bad)
		assert.NotContains(t, refused.Error(), "word")
		assert.Contains(t, refused.Error(), "has no token")
	}
	require.NoError(t, w.Close())
	trace, err := os.ReadFile(w.Trace)
	require.NoError(t, err)
	assert.NotContains(t, string(trace), "token-1")
	assert.NotContains(t, string(trace), `word`)
}

// TestTheManagersPasswordFollowsNoRedirection redirects the login.
func TestTheManagersPasswordFollowsNoRedirection(t *testing.T) {
	w := newManagedWorld(t)
	asked := 0
	elsewhere := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked++ }))
	defer elsewhere.Close()
	for _, status := range []int{http.StatusFound, http.StatusTemporaryRedirect} {
		login := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) { http.Redirect(rw, r, elsewhere.URL, status) }))
		w.Settings = memory{SettingManagerURL: w.endpoint.URL, SettingManagerUser: "operator", SettingManagerPassword: "secret", SettingManagerAuthenticator: login.URL}
		var refused *ManagerLogin
		err := w.askManager(t)
		require.ErrorAs(t, err, &refused)
		assert.NotContains(t, err.Error(), "secret")
		assert.NotContains(t, err.Error(), "Post", "what was not followed is said once")
		login.Close()
	}
	assert.Zero(t, asked)
	assert.Zero(t, w.count())
}

// TestARefusalRepeatsNoPassword has a login that repeats what it was sent.
func TestARefusalRepeatsNoPassword(t *testing.T) {
	w := newManagedWorld(t)
	login := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rw.WriteHeader(http.StatusUnauthorized)
		_, _ = io.WriteString(rw, `{"message": "operator is not let in with open sesame"}`)
	}))
	defer login.Close()
	w.Settings = memory{SettingManagerURL: w.endpoint.URL, SettingManagerUser: "operator", SettingManagerPassword: "open sesame", SettingManagerAuthenticator: login.URL}
	err := w.askManager(t)
	require.ErrorContains(t, err, "operator is not let in with "+hidden)
	assert.NotContains(t, err.Error(), "sesame")
}

// TestTheLoginToTheManagerEnds has a login that does not answer.
func TestTheLoginToTheManagerEnds(t *testing.T) {
	w := newManagedWorld(t)
	w.Timeout = 50 * time.Millisecond
	done := make(chan struct{})
	login := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-done }))
	defer login.Close()
	defer close(done)
	w.Settings = memory{SettingManagerURL: w.endpoint.URL, SettingManagerUser: "operator", SettingManagerPassword: "secret", SettingManagerAuthenticator: login.URL}
	var refused *ManagerLogin
	err := w.askManager(t)
	require.ErrorAs(t, err, &refused)
	assert.Contains(t, err.Error(), "did not answer in time")
}

func TestWhetherThereIsAManager(t *testing.T) {
	for url, want := range map[string]bool{"": false, "https://manager.example.com": true} {
		has, err := (&Session{Settings: memory{SettingManagerURL: url}}).HasManager()
		require.NoError(t, err)
		assert.Equal(t, want, has, url)
	}
}
