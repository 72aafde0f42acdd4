package host

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox/session"
)

// accessToken has the claims {"email":"o@example.com","account":{"bss":"acc-1","name":"Ours"}}.
const accessToken = "e30.eyJlbWFpbCI6Im9AZXhhbXBsZS5jb20iLCJhY2NvdW50Ijp7ImJzcyI6ImFjYy0xIiwibmFtZSI6Ik91cnMifX0.c2ln"

// newLogin returns a host whose IAM knows the API key "good", and the folder of its session.
func newLogin(t *testing.T) (f *fixture, home string) {
	iam := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch key := r.FormValue("apikey"); {
		case r.URL.Path != "/identity/token" || r.FormValue("grant_type") != "urn:ibm:params:oauth:grant-type:apikey":
			w.WriteHeader(http.StatusNotFound)
		case key == "elsewhere":
			http.Redirect(w, r, "/identity/token?apikey=good&grant_type="+r.FormValue("grant_type"), http.StatusTemporaryRedirect)
		case key == "good":
			_, _ = w.Write([]byte(`{"access_token": "` + accessToken + `", "refresh_token": "again"}`))
		default:
			w.WriteHeader(http.StatusBadRequest)
			_, _ = w.Write([]byte(`{"errorCode": "BXNIM0415E", "errorMessage": "Provided API key could not be found."}`))
		}
	}))
	t.Cleanup(iam.Close)
	home = t.TempDir()
	f = newFixture(t, sample())
	f.Env = append(f.Env, "IBMCLOUD_HOME="+home, "IAM_ENDPOINT="+iam.URL, "IBMCLOUD_API_KEY=")
	return f, home
}

func TestLogin(t *testing.T) {
	f, home := newLogin(t)
	iam := f.variable("IAM_ENDPOINT")
	code, err := f.run(t, "login", "--apikey", "good", "-r", "eu-de", "-g", "Default", "-a", "https://test.cloud.ibm.com")
	require.NoError(t, err)
	assert.Zero(t, code)
	assert.Equal(t, `Authenticating...
OK

API endpoint:     https://test.cloud.ibm.com
Region:           eu-de
User:             o@example.com
Account:          Ours (acc-1)
Resource group:   Default
`, f.stdout.String())
	s, err := session.Load(home)
	require.NoError(t, err)
	assert.False(t, s.LoginAt.IsZero())
	s.LoginAt = s.LoginAt.AddDate(-s.LoginAt.Year(), 0, 0)
	want := session.Session{
		APIEndpoint: "https://test.cloud.ibm.com", CloudType: "public", CloudName: "bluemix", Region: "eu-de", RegionID: "eu-de",
		IAMEndpoint: iam, IAMToken: "Bearer " + accessToken, IAMRefreshToken: "again",
		Account:       session.Account{GUID: "acc-1", Name: "Ours", Owner: "o@example.com"},
		ResourceGroup: session.DefaultGroup, LoginAt: s.LoginAt, SDKVersion: s.SDKVersion,
	}
	assert.Equal(t, want, *s)
}

func TestLoginTargetsWhatWasAskedFor(t *testing.T) {
	f, home := newLogin(t)
	for _, c := range []struct {
		line   string
		region string
		group  session.ResourceGroup
	}{
		{"login --apikey=good --no-region", "", session.ResourceGroup{}},
		{"login --apikey good -r us-south -g " + session.DefaultGroup.GUID, "us-south", session.DefaultGroup},
		{"login --apikey good", "us-south", session.ResourceGroup{}},
		{"login --apikey good -r jp-tok -q", "jp-tok", session.ResourceGroup{}},
		{"-q login --apikey good --quiet", "jp-tok", session.ResourceGroup{}},
	} {
		_, err := f.run(t, strings.Fields(c.line)...)
		require.NoError(t, err, c.line)
		s, err := session.Load(home)
		require.NoError(t, err)
		assert.Equal(t, c.region, s.Region, c.line)
		assert.Equal(t, c.group, s.ResourceGroup, c.line)
		assert.Equal(t, strings.Contains(c.line, "-q"), f.stdout.Len() == 0, c.line)
	}
}

func TestWhereAPIKeysComeFrom(t *testing.T) {
	f, _ := newLogin(t)
	bare, created := filepath.Join(t.TempDir(), "key"), filepath.Join(t.TempDir(), "key.json")
	require.NoError(t, os.WriteFile(bare, []byte("good\n"), 0o600))
	require.NoError(t, os.WriteFile(created, []byte(`{"name": "ci", "apikey": "good"}`), 0o600))
	for _, value := range []string{"good", "@" + bare, "@" + created} {
		_, err := f.run(t, "login", "-r", "us-east", "--apikey", value)
		assert.NoError(t, err, value)
		f.Env = append(f.Env, "IBMCLOUD_API_KEY="+value)
		_, err = f.run(t, "login", "-r", "us-east")
		assert.NoError(t, err, value)
		_, err = f.run(t, "login", "-r", "us-east", "--apikey", "bad")
		assert.Error(t, err, "the flag counts")
		f.Env = append(f.Env, "IBMCLOUD_API_KEY=")
	}
}

func TestLoginsThatFail(t *testing.T) {
	f, home := newLogin(t)
	for _, c := range []struct {
		line string
		code int
		says string
	}{
		{"login -r us-east --apikey bad", 1, "Provided API key could not be found."},
		{"login -r us-east --apikey elsewhere", 1, "IAM answered 307 Temporary Redirect"},
		{"login -r us-east", 1, "no API key was given: use '--apikey' or IBMCLOUD_API_KEY"},
		{"login -r us-east --apikey @" + filepath.Join(home, "nothing"), 1, "the API key cannot be read"},
		{"login --apikey good", 1, "no region is known: use '-r REGION' or '--no-region'"},
		{"login --apikey good -r us-east --no-region", 1, "-r and --no-region exclude each other"},
		{"login --apikey good -r us-east -g other", 1, `the account has no resource group "other", only "Default"`},
		{"login --apikey good -r us-east more", 2, `unexpected argument "more"`},
		{"login --sso", 2, "flag provided but not defined: -sso"},
		{"logout now", 2, `unexpected argument "now"`},
	} {
		code, err := f.run(t, strings.Fields(c.line)...)
		assert.ErrorContains(t, err, c.says, c.line)
		assert.Equal(t, c.code, code, c.line)
		assert.True(t, strings.HasPrefix(f.stderr.String(), "FAILED\n"), c.line)
		assert.Empty(t, f.stdout.String(), c.line)
	}
	for _, name := range []string{"IAM_ENDPOINT", "IBMCLOUD_HOME"} {
		f, _ := newLogin(t)
		f.Env = append(f.Env, name+"=")
		code, err := f.run(t, "login", "-r", "us-east", "--apikey", "good")
		assert.ErrorContains(t, err, name+" is not set")
		assert.Equal(t, 1, code)
	}
	s, err := session.Load(home)
	require.NoError(t, err)
	assert.Equal(t, session.Session{}, *s, "nothing was saved")
}

func TestLogoutRemovesTheSessionAlone(t *testing.T) {
	f, home := newLogin(t)
	file := filepath.Join(home, ".bluemix", "config.json")
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o700))
	require.NoError(t, os.WriteFile(file, []byte(`{"Locale": "de_DE", "HTTPTimeout": 12345678901234567890}`), 0o600))
	_, err := f.run(t, "login", "-r", "eu-de", "-g", "Default", "--apikey", "good")
	require.NoError(t, err)
	code, err := f.run(t, "logout")
	require.NoError(t, err)
	assert.Zero(t, code)
	assert.Equal(t, "Logging out...\nOK\n", f.stdout.String())
	s, err := session.Load(home)
	require.NoError(t, err)
	assert.Equal(t, "eu-de", s.Region)
	assert.Empty(t, s.IAMToken+s.IAMRefreshToken+s.Account.GUID+s.ResourceGroup.GUID)
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Contains(t, string(raw), `"Locale": "de_DE"`)
	assert.Contains(t, string(raw), `"HTTPTimeout": 12345678901234567890`)

	_, err = f.run(t, "logout", "-q")
	assert.NoError(t, err, "without a session too")
	assert.Empty(t, f.stdout.String())

	require.NoError(t, os.WriteFile(file, []byte(`{"Locale`), 0o600))
	_, err = f.run(t, "login", "--apikey", "good")
	assert.ErrorContains(t, err, "the session cannot be read")
}

func TestHelpOfLogin(t *testing.T) {
	f, _ := newLogin(t)
	for _, line := range []string{"login --help", "login -h", "help login"} {
		code, err := f.run(t, strings.Fields(line)...)
		require.NoError(t, err)
		assert.Zero(t, code)
		assert.Contains(t, f.stdout.String(), "\n   --apikey value ", line)
		assert.Contains(t, f.stdout.String(), "\n   -q, --quiet ", line)
	}
	code, err := f.run(t, "logn")
	assert.ErrorContains(t, err, `did you mean "login"?`)
	assert.Equal(t, 2, code)
}
