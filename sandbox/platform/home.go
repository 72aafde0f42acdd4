package platform

import (
	"encoding/json"
	"os"
	"path/filepath"
	"time"
)

// WriteHome writes a folder as the host CLI leaves it after a login to an account, below another folder, and returns its path.
// iam is the address of IAM.
func (p *Platform) WriteHome(parent string, account int, iam string) (home string, err error) {
	id := Identity{Manager, account}
	home = filepath.Join(parent, "home"+id.suffix())
	dir := filepath.Join(home, ".bluemix")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	token, _ := p.tokens.issue(p.options.TokenLife, id)
	raw, err := json.MarshalIndent(jsonObject{
		"APIEndpoint": "https://cloud.ibm.com", "CloudType": "public", "CloudName": "bluemix", "Region": "us-east", "RegionID": "us-east",
		"IAMEndpoint": iam, "IAMToken": "Bearer " + token, "IAMRefreshToken": id.refreshToken(),
		"Account":       jsonObject{"GUID": AccountID(account), "Name": "Sandbox" + id.suffix(), "Owner": "operator@example.com"},
		"ResourceGroup": jsonObject{"GUID": "a1b2c3d4e5f60718293a4b5c6d7e8f90", "Name": "Default", "Default": true},
		"LoginAt":       time.Now().Format(time.RFC3339), "SDKVersion": "1.12.1",
	}, "", "  ")
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "config.json")
	if err := os.WriteFile(file+".new", raw, 0o600); err != nil {
		return "", err
	}
	return home, os.Rename(file+".new", file)
}
