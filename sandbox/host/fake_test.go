package host

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The test binary is also the plug-in and, for signals, a host in a process of its own. This variable says which.
const roleVariable = "HOST_TEST_ROLE"

func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) {
	case "plugin":
		os.Exit(fakePlugin(os.Args[1:]))
	case "host":
		h := Host{Plugin: os.Args[1], Env: replaceEnv(os.Environ(), roleVariable, "plugin"),
			Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr}
		code, _ := h.Run(context.Background(), os.Args[2:])
		os.Exit(code)
	}
	os.Exit(m.Run())
}

// fakePlugin is a plug-in whose metadata stands in a file and whose commands do one thing each.
func fakePlugin(args []string) int {
	if slices.Equal(args, []string{"SendMetadata"}) {
		if log := os.Getenv("HOST_TEST_LOG"); log != "" {
			file, _ := os.OpenFile(log, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
			fmt.Fprintln(file, "asked")
			_ = file.Close()
		}
		content, err := os.ReadFile(os.Getenv("HOST_TEST_METADATA"))
		if err != nil {
			fmt.Fprintln(os.Stderr, "no metadata today")
			return 9
		}
		_, _ = os.Stdout.Write(content)
		return 0
	}
	switch args[0] {
	case "exit":
		code, _ := strconv.Atoi(args[1])
		return code
	case "cat":
		_, _ = io.Copy(os.Stdout, os.Stdin)
		fmt.Fprint(os.Stderr, "copied")
	case "read-three":
		_, _ = io.ReadFull(os.Stdin, make([]byte, 3))
	case "wait":
		return waitForSignal()
	case "die":
		self, _ := os.FindProcess(os.Getpid())
		_ = self.Kill()
		time.Sleep(time.Minute)
	default:
		dir, _ := os.Getwd()
		_ = json.NewEncoder(os.Stdout).Encode(started{args, dir, os.Environ()})
	}
	return 0
}

// waitForSignal counts interrupts until standard input ends, and ends with 40 and their number, or at once with 60 when
// terminated.
func waitForSignal() int {
	signals, eof := make(chan os.Signal, 8), make(chan struct{})
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		time.Sleep(50 * time.Millisecond) // a signal too many shows up by then
		close(eof)
	}()
	fmt.Println("ready", os.Getpid())
	for status := 40; ; {
		select {
		case s := <-signals:
			if s == syscall.SIGTERM {
				return 60
			}
			status++
			fmt.Println("interrupted")
		case <-eof:
			return status
		}
	}
}

// started is what the fake plug-in saw of its start.
type started struct {
	Args []string
	Dir  string
	Env  []string
}

// variable returns the only value of an environment variable.
func (s started) variable(t *testing.T, name string) string {
	t.Helper()
	var values []string
	for _, v := range s.Env {
		if value, ok := strings.CutPrefix(v, name+"="); ok {
			values = append(values, value)
		}
	}
	require.Len(t, values, 1, name)
	return values[0]
}

// fixture is a host with the fake plug-in, and what came out of it.
type fixture struct {
	*Host
	stdout, stderr bytes.Buffer
	log            string
}

// newFixture makes a host for metadata that is a value or, as a string, the very bytes.
func newFixture(t *testing.T, metadata any) *fixture {
	t.Helper()
	content, isText := metadata.(string)
	if !isText {
		marshalled, err := json.Marshal(metadata)
		require.NoError(t, err)
		content = string(marshalled)
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "metadata.json")
	require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
	f := &fixture{log: filepath.Join(dir, "log")}
	binary, err := os.Executable()
	require.NoError(t, err)
	env := replaceEnv(os.Environ(), roleVariable, "plugin")
	env = append(env, "GORACE=atexit_sleep_ms=0", // else each race-built process lingers for a second
		"HOST_TEST_METADATA="+file, "HOST_TEST_LOG="+f.log,
		"IBMCLOUD_PLUGIN_NAMESPACE=stale", "BLUEMIX_PLUGIN_NAMESPACE=stale", "IBMCLOUD_CLI=stale", "BLUEMIX_CLI=stale")
	f.Host = &Host{Plugin: binary, Env: env, Stdout: &f.stdout, Stderr: &f.stderr}
	return f
}

// run runs a line of words and returns the status; what came out replaces what an earlier line left.
func (f *fixture) run(t *testing.T, line ...string) (int, error) {
	t.Helper()
	f.stdout.Reset()
	f.stderr.Reset()
	return f.Run(t.Context(), line)
}

// start runs a line that must reach the plug-in, and returns what the plug-in reported of its start.
func (f *fixture) start(t *testing.T, line ...string) started {
	t.Helper()
	code, err := f.run(t, line...)
	require.NoError(t, err)
	require.Zero(t, code, f.stderr.String())
	var seen started
	require.NoError(t, json.Unmarshal(f.stdout.Bytes(), &seen), f.stdout.String())
	return seen
}

// timesAsked counts how often the plug-in had to describe itself.
func (f *fixture) timesAsked(t *testing.T) int {
	t.Helper()
	content, err := os.ReadFile(f.log)
	if os.IsNotExist(err) {
		return 0
	}
	require.NoError(t, err)
	return strings.Count(string(content), "asked")
}

func replaceEnv(env []string, name, value string) []string {
	rest := slices.DeleteFunc(slices.Clone(env), func(v string) bool { return strings.HasPrefix(v, name+"=") })
	return append(rest, name+"="+value)
}

// sample is a plug-in with three levels, aliases at each, and a child that stands before its parent.
func sample() Metadata {
	return Metadata{
		Name: "backup-recovery", Version: Version{1, 2, 3},
		Namespaces: []Namespace{
			{ParentName: "backup-recovery protection-policy", Name: "schedule", Aliases: []string{"sched"}, Description: "Show schedules."},
			{Name: "backup-recovery", Aliases: []string{"br"}, Description: "Back up and recover."},
			{ParentName: "backup-recovery", Name: "protection-policy", Aliases: []string{"policy", "pp"}, Description: "Manage policies."},
		},
		Commands: []Command{
			{Namespace: "backup-recovery", Name: "target", Alias: "t", Description: "Choose an instance."},
			{Namespace: "backup-recovery", Name: "exit", Description: "End."},
			{Namespace: "backup-recovery", Name: "cat", Description: "Copy."},
			{Namespace: "backup-recovery", Name: "read-three", Description: "Read."},
			{Namespace: "backup-recovery", Name: "wait", Description: "Wait."},
			{Namespace: "backup-recovery", Name: "die", Description: "Die."},
			{Namespace: "backup-recovery", Name: "secret", Description: "Not for help.", Hidden: true},
			{Namespace: "backup-recovery", Name: "policy export all", Description: "Export all policies."},
			{Namespace: "backup-recovery protection-policy", Name: "list", Aliases: []string{"ls"}, Description: "List policies."},
			{Namespace: "backup-recovery protection-policy", Name: "get", Alias: "ignored", Aliases: []string{"show", "view"},
				Description: "Show a policy.", Usage: "ibmcloud backup-recovery protection-policy get (--id ID | NAME)",
				Flags: []Flag{
					{Name: "id", Description: "Id of the policy.", HasValue: true},
					{Name: "jmes-query,j", Description: "Query.\nSee jmespath.org.", HasValue: true},
					{Name: "quiet, q", Description: "Say less."},
					{Name: "internal", Description: "Never shown.", Hidden: true},
				}},
			{Namespace: "backup-recovery protection-policy schedule", Name: "next", Description: "Show the next run."},
		},
	}
}
