package host

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

const rootPage = `NAME:
   ibmcloud - A stand-in for the IBM Cloud CLI with the plug-in backup-recovery 1.2.3

USAGE:
   ibmcloud [global options] command [arguments...] [command options]

COMMANDS:
   backup-recovery, br   Back up and recover.
   login                 Log in with an API key
   logout                Log out
   help, h               Show help

GLOBAL OPTIONS:
   -q, --quiet     Leave out what is not asked for
   -v, --version   Print the version
   -h, --help      Show help

Enter 'ibmcloud help [command]' for more information about a command.
`

const policyPage = `NAME:
   ibmcloud backup-recovery protection-policy - Manage policies.

USAGE:
   ibmcloud backup-recovery protection-policy command [arguments...] [command options]

COMMANDS:
   schedule, sched   Show schedules.
   list, ls          List policies.
   get, show, view   Show a policy.
   help, h           Show help

Enter 'ibmcloud help backup-recovery protection-policy [command]' for more information about a command.
`

const getPage = `NAME:
   get - Show a policy.

ALIASES:
   show, view

USAGE:
   ibmcloud backup-recovery protection-policy get (--id ID | NAME)

OPTIONS:
   --id value               Id of the policy.
   -j, --jmes-query value   Query.
                            See jmespath.org.
   -q, --quiet              Say less.

`

func TestHelpPages(t *testing.T) {
	f := newFixture(t, sample())
	for page, lines := range map[string][]string{
		rootPage:   {"", "help", "h", "-h", "--help", "-q", "-q help", "help -h"},
		policyPage: {"br policy", "br policy --help", "br pp -h", "br pp help", "help br policy", "br help policy", "--help br pp", "help br pp -h"},
		getPage:    {"help br policy get", "br policy help view", "br h pp show", "help br policy get gold --help", "-h br policy get"},
	} {
		for _, line := range lines {
			code, err := f.run(t, strings.Fields(line)...)
			assert.NoError(t, err, line)
			assert.Zero(t, code, line)
			assert.Equal(t, page, f.stdout.String(), line)
			assert.Empty(t, f.stderr.String(), line)
		}
	}
}

func TestHelpHidesTheHidden(t *testing.T) {
	f := newFixture(t, sample())
	_, err := f.run(t, "br")
	assert.NoError(t, err)
	assert.NotContains(t, f.stdout.String(), "secret")
	assert.Less(t, strings.Index(f.stdout.String(), "protection-policy, policy, pp"), strings.Index(f.stdout.String(), "target, t"),
		"namespaces come first")
}

func TestVersion(t *testing.T) {
	f := newFixture(t, sample())
	code, err := f.run(t, "--version")
	assert.NoError(t, err)
	assert.Zero(t, code)
	assert.Equal(t, "ibmcloud stand-in with backup-recovery 1.2.3\n", f.stdout.String())
}

func TestUnknownWords(t *testing.T) {
	f := newFixture(t, sample())
	for line, says := range map[string]string{
		"rb policy list":     `"rb" is not a command of 'ibmcloud'; see 'ibmcloud help'`,
		"backup-recovry":     `"backup-recovry" is not a command of 'ibmcloud'; did you mean "backup-recovery"?`,
		"br polcy list":      `"polcy" is not a command of 'ibmcloud backup-recovery'; did you mean "policy"?`,
		"br policy lits":     `"lits" is not a command of 'ibmcloud backup-recovery protection-policy'; did you mean "list"?`,
		"br policy SHOW":     `"SHOW" is not a command of 'ibmcloud backup-recovery protection-policy'; did you mean "show"?`,
		"br secrte":          `"secrte" is not a command of 'ibmcloud backup-recovery'; see 'ibmcloud help backup-recovery'`,
		"br policy a\x1b[2J": `"a\x1b[2J" is not a command of 'ibmcloud backup-recovery protection-policy'; see 'ibmcloud help backup-recovery protection-policy'`,
		"br --output json":   `"--output" is not a command of 'ibmcloud backup-recovery'; see 'ibmcloud help backup-recovery'`,
		"help br policy gte": `"gte" is not a command of 'ibmcloud backup-recovery protection-policy'; did you mean "get"?`,
		"br help nonsense":   `"nonsense" is not a command of 'ibmcloud backup-recovery'; see 'ibmcloud help backup-recovery'`,
		"--loud br target":   `"--loud" is not an option of 'ibmcloud'; see 'ibmcloud help'`,
	} {
		code, err := f.run(t, strings.Fields(line)...)
		assert.EqualError(t, err, says)
		assert.Equal(t, 2, code, line)
		assert.Equal(t, "FAILED\n"+says+"\n", f.stderr.String())
		assert.Empty(t, f.stdout.String(), line)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"list", "get", "protection-policy"}
	for word, want := range map[string]string{
		"list": "list", "lst": "list", "ilst": "list", "got": "get", "l": "", "x": "", "protection-polici": "protection-policy",
		"protectionpolicys": "protection-policy", "policy": "", "": "",
	} {
		assert.Equal(t, want, nearest(word, names), word)
	}
}
