package host

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/session"
)

// loginTime is how long IAM may take to answer.
const loginTime = 30 * time.Second

var loginCommand = Command{
	Name: "login", Description: "Log in with an API key",
	Usage: cliName + " login --apikey KEY|@FILE [-r REGION | --no-region] [-a API_ENDPOINT] [-g RESOURCE_GROUP] [-q]",
	Flags: []Flag{
		{Name: "apikey", Description: "API key, or @FILE; by default the value of IBMCLOUD_API_KEY", HasValue: true},
		{Name: "r", Description: "Region; by default that of the session before", HasValue: true},
		{Name: "no-region", Description: "Target no region"},
		{Name: "a", Description: "API endpoint; by default " + session.DefaultEndpoint, HasValue: true},
		{Name: "g", Description: "Name or ID of the resource group; by default none is targeted", HasValue: true},
		{Name: "q,quiet", Description: "Print nothing but errors"},
	},
	builtin: (*Host).logIn,
}

var logoutCommand = Command{
	Name: "logout", Description: "Log out", Usage: cliName + " logout [-q]",
	Flags:   []Flag{{Name: "q,quiet", Description: "Print nothing but errors"}},
	builtin: (*Host).logOut,
}

// logIn gets tokens for an API key and saves the session.
func (h *Host) logIn(ctx context.Context, values map[string]string) error {
	home, err := h.home()
	if err != nil {
		return err
	}
	iam := h.variable("IAM_ENDPOINT")
	if iam == "" {
		return errors.New("IAM_ENDPOINT is not set: this stand-in logs in at the address that it names, such as that of the sandbox")
	}
	key, err := apiKey(cmp.Or(values["apikey"], h.variable("IBMCLOUD_API_KEY")))
	if err != nil {
		return err
	}
	before, err := session.Load(home)
	if err != nil {
		return err
	}
	region := cmp.Or(values["r"], before.Region)
	switch {
	case values["no-region"] != "" && values["r"] != "":
		return errors.New("-r and --no-region exclude each other")
	case values["no-region"] != "":
		region = ""
	case region == "":
		return errors.New("no region is known: use '-r REGION' or '--no-region'")
	}
	var group session.ResourceGroup
	if name := values["g"]; name != "" {
		if group = session.DefaultGroup; name != group.Name && name != group.GUID {
			return fmt.Errorf("the account has no resource group %q, only %q", name, group.Name)
		}
	}

	s, err := requestSession(ctx, iam, key)
	if err != nil {
		return err
	}
	s.Target(region)
	s.ResourceGroup = group
	s.APIEndpoint = cmp.Or(values["a"], s.APIEndpoint)
	if err := s.Save(home); err != nil {
		return err
	}
	if values["q"] == "" {
		fmt.Fprintf(orDiscard(h.Stdout), "Authenticating...\nOK\n\n%s\n", columns([][2]string{
			{"API endpoint:", s.APIEndpoint},
			{"Region:", cmp.Or(s.Region, "none")},
			{"User:", s.Account.Owner},
			{"Account:", fmt.Sprintf("%s (%s)", s.Account.Name, s.Account.GUID)},
			{"Resource group:", cmp.Or(group.Name, "none")},
		}))
	}
	return nil
}

// logOut ends the session.
func (h *Host) logOut(_ context.Context, values map[string]string) error {
	home, err := h.home()
	if err == nil {
		err = session.Remove(home)
	}
	if err == nil && values["q"] == "" {
		fmt.Fprint(orDiscard(h.Stdout), "Logging out...\nOK\n")
	}
	return err
}

// home returns the folder that holds the session. Without the variable it would be the person's, with a session of the real
// host.
func (h *Host) home() (string, error) {
	home := h.variable("IBMCLOUD_HOME")
	if home == "" {
		return "", errors.New("IBMCLOUD_HOME is not set: the session in your own folder may be that of the IBM Cloud CLI, so it is left alone")
	}
	return home, nil
}

// apiKey returns the API key that a value names: the key itself, or @ and a file with the key or with JSON as
// `ibmcloud iam api-key-create` writes it.
func apiKey(value string) (string, error) {
	name, isFile := strings.CutPrefix(value, "@")
	switch {
	case value == "":
		return "", errors.New("no API key was given: use '--apikey' or IBMCLOUD_API_KEY")
	case !isFile:
		return value, nil
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return "", fmt.Errorf("the API key cannot be read: %w", err)
	}
	var created struct{ APIKey string }
	if json.Unmarshal(raw, &created) == nil && created.APIKey != "" {
		return created.APIKey, nil
	}
	return string(bytes.TrimSpace(raw)), nil
}

// requestSession asks IAM for the session of an API key. An answer that refuses it is an error with IAM's message.
func requestSession(ctx context.Context, iam, key string) (*session.Session, error) {
	ctx, cancel := context.WithTimeout(ctx, loginTime)
	defer cancel()
	form := url.Values{"grant_type": {"urn:ibm:params:oauth:grant-type:apikey"}, "apikey": {key}}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, strings.TrimSuffix(iam, "/")+"/identity/token", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "application/json")
	r.SetBasicAuth("bx", "bx")                                                                                          // the name of the host's client, to which refresh tokens belong
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }} // the key goes nowhere else
	resp, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(io.LimitReader(resp.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	var answer struct {
		AccessToken  string `json:"access_token"`
		RefreshToken string `json:"refresh_token"`
		ErrorMessage string `json:"errorMessage"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil || resp.StatusCode != http.StatusOK {
		return nil, errors.New(cmp.Or(answer.ErrorMessage, "IAM answered "+resp.Status))
	}
	return session.New(iam, answer.AccessToken, answer.RefreshToken)
}
