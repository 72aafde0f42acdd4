// Command sandbox runs a Backup and Recovery service on this machine, with IAM and a Resource Controller, until Ctrl-C. README.md
// in the folder of the module describes it.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

func main() {
	var o sandbox.Options
	flag.StringVar(&o.Dir, "dir", "", "folder for the state (default: a temporary one, removed at the end)")
	flag.IntVar(&o.Port, "port", 0, "port of IAM, Resource Controller and control address; instances have the following ports (default: any free port)")
	flag.IntVar(&o.Instances, "instances", 1, "number of instances")
	flag.IntVar(&o.Accounts, "accounts", 1, "number of accounts, which have the instances in turn")
	flag.IntVar(&o.Connectors, "connectors", 0, "number of connectors with addresses of their own, over TLS; tokens then register none by themselves")
	flag.IntVar(&o.ConnectorAgents, "connector-agents", 0, "number of connector agents with addresses of their own, over TLS")
	flag.DurationVar(&o.RunTime, "run-time", 2*time.Second, "minimum duration of a run")
	flag.DurationVar(&o.RunDelay, "run-delay", 300*time.Millisecond, "time from the request to the start of a run")
	flag.DurationVar(&o.TokenLife, "token-life", time.Hour, "validity of a token")
	flag.BoolVar(&o.ContentRange, "tell-size", false, "send the size of a file with each part of it (Content-Range)")
	flag.Float64Var(&o.ClockSpeed, "clock-speed", 1, "speed of the service's clock relative to this machine's: with 3600, an hour takes a second")
	flag.BoolVar(&o.ToArchive, "archive-direct", false, "back up straight to an archive, without local snapshots")
	flag.BoolVar(&o.Strict, "strict", false, "refuse parameters and fields that are not in the API description")
	flag.BoolVar(&o.LargeIDs, "large-ids", false, "give sources, objects, tasks, connections and connectors ids that exceed 2^53")
	flag.Func("endpoint", "folder that stands for a host name or URL, as `NAME=FOLDER`; may be repeated", func(value string) error { return addEndpoint(&o, value) })
	envFile := flag.String("env-file", "", "file for the environment, written when the sandbox listens")
	flag.Parse()
	if err := run(o, *envFile); err != nil {
		fmt.Fprintln(os.Stderr, "sandbox:", err)
		os.Exit(1)
	}
}

// addEndpoint adds a folder that stands for an endpoint, written NAME=FOLDER. A relative path is one of the current folder.
func addEndpoint(o *sandbox.Options, value string) error {
	name, folder, ok := strings.Cut(value, "=")
	if !ok || name == "" || folder == "" {
		return errors.New("NAME=FOLDER is needed")
	}
	folder, err := filepath.Abs(folder)
	if err != nil {
		return err
	}
	if o.Endpoints == nil {
		o.Endpoints = map[string]string{}
	}
	o.Endpoints[name] = folder
	return nil
}

func run(o sandbox.Options, envFile string) (err error) {
	debug.SetGCPercent(400) // garbage collection while the state is read would double the start-up time
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	s, err := sandbox.Start(o)
	if err != nil {
		return err
	}
	defer func() {
		if closed := s.Close(); err == nil {
			err = closed
		}
	}()
	var env strings.Builder
	for _, pair := range s.Env() {
		name, value, _ := strings.Cut(pair, "=")
		fmt.Fprintf(&env, "export %s='%s'\n", name, strings.ReplaceAll(value, "'", `'\''`))
	}
	fmt.Printf("# IAM and Resource Controller: %s (API key: %s)\n", s.PlatformURL, s.APIKey)
	for _, in := range s.Instances {
		fmt.Printf("# Instance %s in %s, tenant %s: %s\n", in.Name, in.Region, in.Tenant, in.URL)
	}
	for _, c := range s.Connectors {
		fmt.Printf("# %s: %s, user admin, first password %s\n#   SHA-256 fingerprint: %s\n", c.Name, c.URL, sandbox.FirstPassword, c.Fingerprint)
	}
	for _, c := range s.ConnectorAgents {
		fmt.Printf("# %s: %s\n#   SHA-256 fingerprint: %s\n", c.Name, c.URL, c.Fingerprint)
	}
	fmt.Printf("# Reports of the Manager: %s\n", s.ReportsURL)
	fmt.Printf("# Alerts and upgrades of the Manager: %s (API key: %s, or user %s with the password %s at %s)\n", s.ManagerURL, sandbox.ManagerKey, sandbox.ManagerUser, sandbox.ManagerPassword, s.LoginURL)
	for i, home := range s.Homes[1:] {
		fmt.Printf("# Account %d: IBMCLOUD_HOME='%s'\n", i+2, home)
	}
	fmt.Print(env.String())
	if envFile != "" {
		if err := os.MkdirAll(filepath.Dir(envFile), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(envFile+".new", []byte(env.String()), 0o600); err != nil {
			return err
		}
		if err := os.Rename(envFile+".new", envFile); err != nil {
			return err
		}
	}
	<-ctx.Done()
	fmt.Println("# Stopped.")
	return nil
}
