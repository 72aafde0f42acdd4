// Command ibmcloud-backup-recovery-plugin is `ibmcloud backup-recovery`, a plug-in for the IBM Cloud CLI.
package main

import (
	_ "embed" // for metadata.json
	"os"

	"ibmcloud-backup-recovery-plugin/plugin"
)

//go:embed metadata.json
var metadata []byte

func main() { os.Exit(plugin.Start(metadata, os.Args[1:])) }
