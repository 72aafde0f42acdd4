// Package session reads and writes the file in which the IBM Cloud CLI keeps a login, and from which its plug-ins take account,
// region and token.
package session

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// DefaultEndpoint is the API endpoint of the public cloud.
const DefaultEndpoint = "https://cloud.ibm.com"

// DefaultGroup is the one resource group of an account.
var DefaultGroup = ResourceGroup{GUID: "a1b2c3d4e5f60718293a4b5c6d7e8f90", Name: "Default", Default: true}

// Session is a login to an account, with the names of the fields in the file.
type Session struct {
	APIEndpoint     string
	CloudType       string
	CloudName       string
	Region          string // empty if none is targeted
	RegionID        string
	IAMEndpoint     string
	IAMToken        string // with "Bearer " in front
	IAMRefreshToken string
	Account         Account
	ResourceGroup   ResourceGroup // the zero value if none is targeted
	LoginAt         time.Time
	SDKVersion      string
}

// Account is the account of a session.
type Account struct{ GUID, Name, Owner string }

// ResourceGroup is a resource group of an account.
type ResourceGroup struct {
	GUID    string
	Name    string
	Default bool
}

// New returns the session for tokens of IAM, with the account that the access token names, and without a region and a resource
// group. iam is the address of IAM.
func New(iam, accessToken, refreshToken string) (*Session, error) {
	parts := strings.Split(accessToken, ".")
	if len(parts) != 3 {
		return nil, errors.New("the token is no JSON Web Token")
	}
	raw, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return nil, fmt.Errorf("the token cannot be read: %w", err)
	}
	var claims struct {
		Email   string
		Account struct{ BSS, Name string }
	}
	if err := json.Unmarshal(raw, &claims); err != nil {
		return nil, fmt.Errorf("the token cannot be read: %w", err)
	}
	return &Session{
		APIEndpoint: DefaultEndpoint, CloudType: "public", CloudName: "bluemix",
		IAMEndpoint: iam, IAMToken: "Bearer " + accessToken, IAMRefreshToken: refreshToken,
		Account: Account{GUID: claims.Account.BSS, Name: claims.Account.Name, Owner: claims.Email},
		LoginAt: time.Now(), SDKVersion: "1.12.1",
	}, nil
}

// Target sets the region of a session. The empty one targets none.
func (s *Session) Target(region string) { s.Region, s.RegionID = region, region }

// Load returns the session below a folder that IBMCLOUD_HOME names. Where there is none, its fields are empty.
func Load(home string) (*Session, error) {
	s := &Session{}
	raw, err := os.ReadFile(file(home))
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err == nil {
		err = json.Unmarshal(raw, s)
	}
	if err != nil {
		return nil, fmt.Errorf("the session cannot be read: %w", err)
	}
	return s, nil
}

// Save writes a session below a folder that IBMCLOUD_HOME names. What else the file holds, such as the language, remains.
func (s *Session) Save(home string) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return change(home, func(fields map[string]json.RawMessage) error { return json.Unmarshal(raw, &fields) })
}

// Remove ends the session below a folder that IBMCLOUD_HOME names. The targeted region and what else the file holds remain.
func Remove(home string) error {
	return change(home, func(fields map[string]json.RawMessage) error {
		for _, name := range []string{"IAMToken", "IAMRefreshToken", "Account", "ResourceGroup", "LoginAt"} {
			delete(fields, name)
		}
		return nil
	})
}

// change reads the fields of the file, changes them, and writes it under another name first: a plug-in that is being started
// reads the old or the new file, entirely.
func change(home string, do func(fields map[string]json.RawMessage) error) error {
	fields := map[string]json.RawMessage{}
	raw, err := os.ReadFile(file(home))
	if err == nil {
		err = json.Unmarshal(raw, &fields)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the session cannot be read: %w", err)
	}
	if err := do(fields); err != nil {
		return err
	}
	if raw, err = json.MarshalIndent(fields, "", "  "); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(file(home)), 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(file(home)+".new", raw, 0o600); err != nil {
		return err
	}
	return os.Rename(file(home)+".new", file(home))
}

func file(home string) string { return filepath.Join(home, ".bluemix", "config.json") }
