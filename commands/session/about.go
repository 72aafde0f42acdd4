package session

import (
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// About are the commands about the plug-in itself.
var About = []engine.Command{
	{Name: "version", Aliases: []string{"--version", "-v"}, About: "version.about|Show the version of the plug-in.", View: &output.View{Columns: []output.Column{{Path: "version"}}},
		Job: local(showVersion), Local: true,
		Examples: []string{"version", "version --output json"}},
}

func showVersion(c *engine.Context) error {
	return c.ShowValue(nil, map[string]string{"version": c.Session.Version})
}
