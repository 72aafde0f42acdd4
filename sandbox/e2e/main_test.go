package e2e

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// root is the folder of the plug-in's module.
const root = "../.."

// tools is the folder with the binaries that the tests start: the plug-in, and the commands of the sandbox's module.
var tools string

func TestMain(m *testing.M) {
	os.Exit(func() int {
		var err error
		if tools, err = os.MkdirTemp("", "backup-recovery-test-"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
		defer os.RemoveAll(tools)
		build := exec.Command("go", "build", "-o", tools+string(filepath.Separator), "../cmd/sandbox", "../cmd/ibmcloud", "../cmd/compare")
		plugin := exec.Command("go", "build", "-C", root, "-o", filepath.Join(tools, "backup-recovery"+exe()), ".")
		for _, c := range []*exec.Cmd{build, plugin} {
			if out, err := c.CombinedOutput(); err != nil {
				fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
				return 1
			}
		}
		return m.Run()
	}())
}

func exe() string {
	if runtime.GOOS == "windows" {
		return ".exe"
	}
	return ""
}

// TestScripts runs the scripts in testdata/scripts, each against a sandbox of its own with ids that a float cannot hold.
// $HOST_FOLDER is a folder to register as a host; web-1, web-9, db-1 and db-9.example.com are addresses of $WORK/web-1 and so on, and
// https://roks.example.com:6443 is the one of $WORK/roks.
//
// In addition to testscript's own commands there are:
//
//	status N COMMAND…           runs a command that has to exit with a status
//	until TEXT COMMAND…         repeats a command until its output contains a text, for at most 20 seconds
//	fault JSON                  adds a fault, see platform.Fault
//	clear-faults                removes all faults
//	revoke                      revokes all tokens
//	received N METHOD PATH      checks the number of requests with a method and the beginning of a path
//	forget-requests             resets the counts for received
//	protect                     creates a connection, registers $HOST_FOLDER as web-1, and protects it by the policy gold in the group
//	                            files, whose first run it waits for; sets $CONNECTION, $SOURCE and $POLICY to the ids
//	advance DURATION            moves the service's clock ahead, such as by 36h
//	control BODY PATH           sends a request to the control address, which has to succeed
//	lift-troubles               lifts all troubles
//	setvar NAME COMMAND…        sets a variable to the output of a command, without quotes around it
func TestScripts(t *testing.T) {
	testscript.Run(t, scripts("testdata/scripts", sandbox.Options{LargeIDs: true}))
}

// scripts returns how the scripts of a folder are run, against sandboxes with options.
func scripts(dir string, options sandbox.Options) testscript.Params {
	return testscript.Params{
		Dir: dir,
		Setup: func(env *testscript.Env) error {
			o := options // of this script, which runs beside others
			o.Dir, o.Instances, o.Strict = filepath.Join(env.WorkDir, "sandbox"), 2, true
			o.RunTime, o.RunDelay = time.Second, 50*time.Millisecond
			o.Connectors, o.ConnectorAgents, o.SelfRegistering = 1, 1, true
			o.Endpoints = map[string]string{}
			for _, name := range []string{"web-1", "web-9", "db-1", "db-9"} {
				o.Endpoints[name+".example.com"] = filepath.Join(env.WorkDir, name)
			}
			o.Endpoints["https://roks.example.com:6443"] = filepath.Join(env.WorkDir, "roks")
			s, err := sandbox.Start(o)
			if err != nil {
				return err
			}
			env.Defer(func() { _ = s.Close() })
			env.Values["sandbox"] = s
			host := filepath.Join(env.WorkDir, "host")
			if err := os.Mkdir(host, 0o755); err != nil {
				return err
			}
			env.Vars = append(env.Vars, s.Env()...)
			env.Setenv("PATH", tools+string(os.PathListSeparator)+env.Getenv("PATH"))
			env.Setenv("IBMCLOUD_PLUGIN_CACHE", filepath.Join(tools, "metadata"))
			env.Setenv("HOST_FOLDER", host)
			env.Setenv("INSTANCE_1", s.Instances[0].URL)
			env.Setenv("INSTANCE_2", s.Instances[1].URL)
			env.Setenv("API_KEY", s.APIKey)
			env.Setenv("MANAGER", s.ManagerURL)
			env.Setenv("MANAGER_LOGIN", s.LoginURL)
			env.Setenv("MANAGER_KEY", sandbox.ManagerKey)
			env.Setenv("MANAGER_USER", sandbox.ManagerUser)
			env.Setenv("MANAGER_PASSWORD", sandbox.ManagerPassword)
			env.Setenv("TZ", "UTC")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": func(ts *testscript.TestScript, _ bool, args []string) {
				want, err := strconv.Atoi(args[0])
				ts.Check(err)
				got := 0
				if err := ts.Exec(args[1], args[2:]...); err != nil {
					var exit *exec.ExitError
					if !errors.As(err, &exit) {
						ts.Fatalf("%v", err)
					}
					got = exit.ExitCode()
				}
				if got != want {
					ts.Fatalf("the status is %d and not %d", got, want)
				}
			},
			"until": func(ts *testscript.TestScript, _ bool, args []string) {
				for end := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
					err := ts.Exec(args[1], args[2:]...)
					if strings.Contains(ts.ReadFile("stdout")+ts.ReadFile("stderr"), args[0]) {
						return
					}
					if time.Now().After(end) {
						ts.Fatalf("%q did not come (%v)", args[0], err)
					}
				}
			},
			"fault": func(ts *testscript.TestScript, _ bool, args []string) {
				var f platform.Fault
				ts.Check(json.Unmarshal([]byte(strings.Join(args, " ")), &f))
				server(ts).Platform.Faults.Add(f)
			},
			"clear-faults":    func(ts *testscript.TestScript, _ bool, _ []string) { server(ts).Platform.Faults.Clear() },
			"revoke":          func(ts *testscript.TestScript, _ bool, _ []string) { server(ts).Platform.RevokeTokens() },
			"forget-requests": func(ts *testscript.TestScript, _ bool, _ []string) { server(ts).Platform.ForgetRequests() },
			"received": func(ts *testscript.TestScript, _ bool, args []string) {
				n := 0
				for _, r := range server(ts).Platform.Requests() {
					if r.Method == args[1] && strings.HasPrefix(r.Path, args[2]) {
						n++
					}
				}
				if strconv.Itoa(n) != args[0] {
					ts.Fatalf("%d such requests were received, not %s", n, args[0])
				}
			},
			"protect": func(ts *testscript.TestScript, _ bool, _ []string) {
				protect(ts.Getenv("HOST_FOLDER"), func(query string, args ...string) string {
					if query != "" {
						args = append(args, "-j", query)
					}
					ts.Check(ts.Exec("ibmcloud", append([]string{"br"}, args...)...))
					return strings.Trim(strings.TrimSpace(ts.ReadFile("stdout")), `"`)
				}, ts.Setenv)
			},
			"advance": func(ts *testscript.TestScript, _ bool, args []string) {
				span, err := time.ParseDuration(args[0])
				ts.Check(err)
				server(ts).Advance(span)
			},
			"control": func(ts *testscript.TestScript, _ bool, args []string) {
				resp, err := http.Post(server(ts).PlatformURL+args[1], "application/json", strings.NewReader(args[0]))
				ts.Check(err)
				defer resp.Body.Close()
				answer, err := io.ReadAll(resp.Body)
				ts.Check(err)
				if resp.StatusCode >= 300 {
					ts.Fatalf("%s", answer)
				}
			},
			"lift-troubles": func(ts *testscript.TestScript, _ bool, _ []string) {
				req, err := http.NewRequest("DELETE", server(ts).PlatformURL+"/sandbox/troubles", nil)
				ts.Check(err)
				resp, err := http.DefaultClient.Do(req)
				ts.Check(err)
				ts.Check(resp.Body.Close())
			},
			"setvar": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(ts.Exec(args[1], args[2:]...))
				ts.Setenv(args[0], strings.Trim(strings.TrimSpace(ts.ReadFile("stdout")), `"`))
			},
		},
	}
}

// protect registers a folder as the host web-1, protects it in the group files, and waits for the end of the first run. do runs a command and
// returns what a query selects of its output, or all of it; found is called with the ids.
func protect(folder string, do func(query string, args ...string) string, found func(name, id string)) {
	do("", "target", "sandbox-1")
	connection := do("connectionId", "connection", "create", "--connection-name", "site")
	source := do("id", "source", "register", "--wait", "--environment", "kPhysical", "--name", "web-1", "--connection-id", connection,
		"--physical-params-endpoint", folder, "--physical-params-host-type", "kLinux", "--physical-params-physical-type", "kHost")
	policy := do("id", "policy", "create", "--name", "gold", "--backup-policy-regular", `{"retention": {"unit": "Weeks", "duration": 2}}`)
	do("", "group", "create", "--name", "files", "--policy-id", policy, "--environment", "kPhysical", "--physical-params",
		`{"protectionType": "kFile", "fileProtectionTypeParams": {"objects": [{"id": `+source+`, "filePaths": [{"includedPath": "/"}]}]}}`)
	for end := time.Now().Add(time.Minute); do("runs[0].localBackupInfo.status", "run", "list", "files") != "Succeeded" && time.Now().Before(end); {
		time.Sleep(50 * time.Millisecond)
	}
	for name, id := range map[string]string{"CONNECTION": connection, "SOURCE": source, "POLICY": policy} {
		found(name, id)
	}
}

func server(ts *testscript.TestScript) *sandbox.Server { return ts.Value("sandbox").(*sandbox.Server) }

// run starts the plug-in through the stand-in host with a sandbox's environment.
func run(ctx context.Context, s *sandbox.Server, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, filepath.Join(tools, "ibmcloud"+exe()), args...)
	c.Env = append(os.Environ(), s.Env()...)
	return c
}
