// Command ibmcloud runs the plug-in without the IBM Cloud CLI, with the same arguments, environment and exit status.
//
// The plug-in is the file in IBMCLOUD_PLUGIN, by default `backup-recovery` beside this executable. IBMCLOUD_PLUGIN_CACHE may
// name a file for the plug-in's metadata, which saves one start of the plug-in for each command.
package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"

	"ibmcloud-backup-recovery-plugin/sandbox/host"
)

func main() {
	h := host.Host{
		Plugin: pluginPath(os.Getenv, os.Executable),
		Env:    os.Environ(),
		Cache:  os.Getenv("IBMCLOUD_PLUGIN_CACHE"),
		Stdin:  os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
	}
	// Run has printed the error.
	code, _ := h.Run(context.Background(), os.Args[1:])
	os.Exit(code)
}

// pluginPath returns the path of the plug-in's binary. It follows symbolic links, so that a link to this executable from a
// folder on the PATH works.
func pluginPath(getenv func(string) string, executable func() (string, error)) string {
	if path := getenv("IBMCLOUD_PLUGIN"); path != "" {
		return path
	}
	name := "backup-recovery"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	self, err := executable()
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(self); err == nil {
		self = real
	}
	return filepath.Join(filepath.Dir(self), name)
}
