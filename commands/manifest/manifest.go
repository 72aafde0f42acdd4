// Package manifest has the commands that keep the configuration of an instance in files: they write it, compare it, and make the instance as
// the files say.
package manifest

import "ibmcloud-backup-recovery-plugin/engine"

// Commands are the commands directly below the namespace about files with the configuration.
var Commands = []engine.Command{
	{Name: "export", About: "export.about|Write connections, sources, policies and groups as YAML.", Role: engine.Reader, ReadOnly: true, View: exported, Job: exportJob,
		Examples: []string{"export", "export --only policies,groups", "export --name production --output json"}},
	{Name: "diff", About: "diff.about|Compare the instance with files; exit status 1 if they differ.", Role: engine.Reader, ReadOnly: true, Lenient: true, View: steps, Job: diffJob,
		Examples: []string{"diff -f backup.yaml", "diff -f backup.yaml --prune"}},
	{Name: "apply", About: "apply.about|Make the instance as files say: create, change, and with --prune delete.", Role: engine.Manager, Asks: true, Lenient: true, View: steps,
		Job: applyJob, Wait: registrations,
		Examples: []string{"apply -f backup.yaml", "apply -f backup.yaml --wait --force", "apply -f backup.yaml --prune --dry-run"}},
}
