//go:build unix

package e2e

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// published is the expected output of testdata/published.sh.
const published = `== The host web-1
Group web-files is paused.
Run RUN is being canceled.
No run is active.
web-1 is gone.
== The namespace shop
shop is in the archive.
shop-moved is in cluster-2.
Group move-shop is paused.
No run is active.
Done.
`

// TestAPublishedScript runs a script as people publish them for the service, which knows nothing of the sandbox: it takes a host
// out of service whose backup hangs, and moves a namespace from one cluster to another.
func TestAPublishedScript(t *testing.T) {
	for _, tool := range []string{"bash", "jq"} {
		_, err := exec.LookPath(tool)
		require.NoError(t, err, "%s is needed: install it, such as with 'apt-get install %s'", tool, tool)
	}
	archive := `, "primaryBackupTarget": {"targetType": "Archival", "archivalTargetSettings": {"targetId": 7, "targetName": "vault"}}`
	for name, c := range map[string]struct {
		options sandbox.Options
		target  string // what the policy of the namespace says of the place of its backups
		cancel  string // how the run of the host is canceled; RUN stands for its id
	}{
		"all runs go straight to an archive":              {sandbox.Options{ToArchive: true}, "", `{"archivalTaskId":["TASK"],"runId":"RUN"}`},
		"the runs of the namespace go to an archive only": {sandbox.Options{}, archive, `{"runId":"RUN"}`},
	} {
		t.Run(name, func(t *testing.T) {
			s, br := startForScripts(t, c.options)
			dir := t.TempDir()
			manifest := "kind: Deployment\nmetadata:\n  name: web\n  namespace: shop\n"
			for file, content := range map[string]string{
				"host/one.txt": "one\n", "cluster-1/shop/web.yaml": manifest, "cluster-1/blog/web.yaml": manifest, "cluster-2/default/web.yaml": manifest,
			} {
				require.NoError(t, os.MkdirAll(filepath.Dir(filepath.Join(dir, file)), 0o755))
				require.NoError(t, os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644))
			}
			host := br("source", "register", "--wait", "--environment", "kPhysical", "--name", "web-1", "--physical-params-endpoint", filepath.Join(dir, "host"), "-j", "id")
			for _, cluster := range []string{"cluster-1", "cluster-2"} {
				br("source", "register", "--wait", "--environment", "kKubernetes", "--name", cluster, "--kubernetes-params-endpoint", filepath.Join(dir, cluster),
					"--kubernetes-params-kubernetes-distribution", "kIKS", "--kubernetes-params-client-private-key", "x")
			}
			local := br("policy", "create", "--name", "gold", "--backup-policy", `{"regular": {"retention": {"unit": "Weeks", "duration": 2}}}`, "-j", "id")
			br("policy", "create", "--name", "vaulted", "--backup-policy", `{"regular": {"retention": {"unit": "Weeks", "duration": 2}`+c.target+`}}`)
			s.Platform.Faults.Add(platform.Fault{Match: "POST /v2/data-protect/protection-groups", RunHang: true})
			br("group", "create", "--name", "web-files", "--policy-id", local, "--environment", "kPhysical", "--physical-params",
				`{"protectionType": "kFile", "fileProtectionTypeParams": {"objects": [{"id": `+host+`, "filePaths": [{"includedPath": "/"}]}]}}`)
			require.Eventually(t, func() bool { return br("run", "list", "web-files", "-j", "totalRuns") == "1" }, 10*time.Second, 50*time.Millisecond)
			placeholders := strings.NewReplacer("RUN", br("run", "list", "web-files", "-j", "runs[0].id"),
				"TASK", br("run", "list", "web-files", "-j", "runs[0].archivalInfo.archivalTargetResults[0].archivalTaskId"))

			script := exec.Command("bash", "testdata/published.sh")
			script.Env = append(os.Environ(), s.Env()...)
			home := t.TempDir()
			for name, value := range map[string]string{
				"PATH": tools + string(os.PathListSeparator) + os.Getenv("PATH"), "IBMCLOUD_HOME": home, "API_KEY": s.APIKey, "REGION": s.Instances[0].Region,
				"SERVICE_URL": s.Instances[0].URL, "TENANT_ID": s.Instances[0].Tenant, "HOST_NAME": "web-1", "HOST_GROUP": "web-files", "POLICY": "vaulted",
				"CLUSTER": "cluster-1", "NAMESPACE": "shop", "NEW_CLUSTER": "cluster-2", "POLL_SECONDS": "0.1",
			} {
				script.Env = append(script.Env, name+"="+value)
			}
			wrong := exec.Command("bash", "testdata/published.sh")
			wrong.Env = append(script.Env[:len(script.Env):len(script.Env)], "API_KEY=wrong")
			out, err := wrong.CombinedOutput()
			assert.Error(t, err)
			assert.Equal(t, "FAILED\nProvided API key could not be found.\nERROR: cannot log in\n", string(out))

			var complaints strings.Builder
			script.Stderr = &complaints
			out, err = script.Output()
			require.NoError(t, err, "%s%s", out, &complaints)
			assert.Equal(t, placeholders.Replace(published), string(out))

			assert.Equal(t, `["cluster-1","cluster-2"]`, br("source", "list", "-j", "protectionSources[].protectionSource.name"))
			assert.Equal(t, `[]`, br("group", "list", "-j", "protectionGroups[?!isDeleted].name"))
			assert.Equal(t, `["Succeeded"]`, br("recovery", "list", "-j", "recoveries[].status"))
			assert.NotEqual(t, "0", br("object-snapshots-list", "shop", "-j", "length(snapshots)"), "the group was deleted without its snapshots")
			assert.FileExists(t, filepath.Join(dir, "host", "one.txt"))
			assert.NoFileExists(t, filepath.Join(dir, "cluster-2", "blog-moved", "web.yaml"))
			for file, want := range map[string]string{"cluster-1/shop/web.yaml": manifest, "cluster-2/shop-moved/web.yaml": strings.ReplaceAll(manifest, "shop", "shop-moved")} {
				raw, err := os.ReadFile(filepath.Join(dir, file))
				assert.NoError(t, err)
				assert.Equal(t, want, string(raw), file)
			}
			assert.JSONEq(t, placeholders.Replace(`{"action": "Cancel", "cancelParams": [`+c.cancel+`]}`), bodiesOf(s, http.MethodPost, "/runs/actions"))
			after := run(t.Context(), s, "br", "policy", "list")
			after.Env = append(after.Env, "IBMCLOUD_HOME="+home)
			var exit *exec.ExitError
			require.ErrorAs(t, after.Run(), &exit)
			assert.Equal(t, 3, exit.ExitCode(), "the script logged out")
		})
	}
}

// startForScripts starts a sandbox, and returns a function that runs a command of the plug-in and returns its output on one line.
func startForScripts(t *testing.T, options sandbox.Options) (*sandbox.Server, func(args ...string) string) {
	options.Dir, options.Strict, options.RunTime, options.RunDelay = t.TempDir(), true, 300*time.Millisecond, 50*time.Millisecond
	s, err := sandbox.Start(options)
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	return s, func(args ...string) string {
		c := run(t.Context(), s, append([]string{"br"}, args...)...)
		out, err := c.Output()
		require.NoError(t, err, "%v", args)
		return strings.Trim(strings.Join(strings.Fields(string(out)), ""), `"`)
	}
}

// bodiesOf returns the bodies of the requests to a sandbox with a method and the end of a path.
func bodiesOf(s *sandbox.Server, method, end string) string {
	var bodies strings.Builder
	for _, r := range s.Platform.Requests() {
		if r.Method == method && strings.HasSuffix(r.Path, end) {
			bodies.Write(r.Body)
		}
	}
	return bodies.String()
}
