package plugin

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"strconv"
	"time"

	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/bluemix"
	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/bluemix/authentication"
	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/bluemix/endpoints"
	sdk "github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/service"
)

// newSession reads the host's context into the value that the rest of the program works with. What costs
// something, such as the token, is asked for when it is needed.
func newSession(host sdk.PluginContext, a about) *service.Session {
	s := &service.Session{
		// The SDK's IsLoggedIn may ask IAM for a token; whether there is a session is known without that.
		LoggedIn: host.IAMToken() != "" || host.IAMRefreshToken() != "", Token: host.IAMToken, Refresh: func() (string, error) { return refresh(host) },
		Account: host.CurrentAccount().GUID, Region: host.CurrentRegion().Name, Group: host.CurrentResourceGroup().GUID,
		Private: host.IsPrivateEndpointEnabled(), SkipTLS: host.IsSSLDisabled(),
		Timeout: timeout(host), Trace: host.Trace(),
		Color: host.ColorEnabled() != "false" && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb", ColorPipes: bluemix.EnvColor.Get() == "true",
		Locale: locale(host.Locale()), MCP: host.MCPEnabled(),
		Agent:    fmt.Sprintf("ibmcloud-backup-recovery-plugin/%s (%s/%s)", a.Version, runtime.GOOS, runtime.GOARCH),
		Version:  a.Version,
		Settings: newSettings(host.PluginDirectory()), Folder: host.PluginDirectory(),
	}
	own := os.Getenv("IBMCLOUD_RESOURCE_CONTROLLER_API_ENDPOINT")
	s.OwnResources = own != ""
	s.Resources = func() (string, error) {
		if own != "" {
			return own, nil
		}
		address, err := host.GetEndpoint(endpoints.ResourceController)
		if !s.LoggedIn && (err != nil || address == "") {
			return "", &service.LoginError{} // where nobody has ever logged in, the host knows no cloud
		}
		if err == nil && address == "" {
			err = i18n.NewError("login.cloud|No cloud is targeted. Log in with 'ibmcloud login'.")
		}
		return address, err
	}
	return s
}

// locale returns the language: what the host has set, else what the environment says as POSIX has it.
func locale(host string) string {
	for _, choice := range []string{host, os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")} {
		if choice != "" {
			return choice
		}
	}
	return ""
}

// refresh gets a new token through the host, and distinguishes a session that has ended from a failure on the way.
func refresh(host sdk.PluginContext) (string, error) {
	token, err := host.RefreshIAMToken()
	var (
		invalid  *authentication.InvalidTokenError
		expired  *authentication.RefreshTokenExpiryError
		grant    *authentication.InvalidGrantTypeError
		inactive *authentication.SessionInactiveError
		external *authentication.ExternalAuthenticationError
		refused  *authentication.ServerError
	)
	if errors.As(err, &invalid) || errors.As(err, &expired) || errors.As(err, &grant) || errors.As(err, &inactive) || errors.As(err, &external) ||
		errors.As(err, &refused) && refused.StatusCode < 500 && refused.StatusCode != http.StatusTooManyRequests {
		err = &service.SessionExpired{Err: err}
	}
	return token, err
}

// timeout is the host's HTTP timeout: its environment variable, which the SDK names but does not read, before
// what `ibmcloud config --http-timeout` saved.
func timeout(host sdk.PluginContext) time.Duration {
	if seconds, err := strconv.Atoi(bluemix.EnvHTTPTimeout.Get()); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	return time.Duration(host.HTTPTimeout()) * time.Second
}
