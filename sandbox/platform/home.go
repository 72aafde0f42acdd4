package platform

import (
	"path/filepath"

	"ibmcloud-backup-recovery-plugin/sandbox/session"
)

// WriteHome writes a folder as the host CLI leaves it after a login to an account, below another folder, and returns its path.
// iam is the address of IAM.
func (p *Platform) WriteHome(parent string, account int, iam string) (home string, err error) {
	id := Identity{Manager, account}
	token, _ := p.tokens.issue(p.options.TokenLife, id)
	s, err := session.New(iam, token, id.refreshToken())
	if err != nil {
		return "", err
	}
	s.Target("us-east")
	s.ResourceGroup = session.DefaultGroup
	home = filepath.Join(parent, "home"+id.suffix())
	return home, s.Save(home)
}
