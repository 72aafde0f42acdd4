package commands

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// The things that the tests of restoring have, with one snapshot each.
const (
	restorable = `{"objects":[
		{"id":202,"name":"web-1","environment":"kPhysical","objectType":"kHost","sourceInfo":{"id":202,"name":"web-1"}},
		{"id":203,"name":"web-2","environment":"kPhysical","objectType":"kHost","sourceInfo":{"id":203,"name":"web-2"}},
		{"id":206,"name":"PROD/orders","environment":"kSQL","sourceInfo":{"id":204,"name":"db-1"}},
		{"id":210,"name":"shop","environment":"kKubernetes","sourceInfo":{"id":209,"name":"roks"}},
		{"id":230,"name":"vm","environment":"kVMware","sourceInfo":{"id":230,"name":"vm"}}]}`
	restorableHosts = `{"objects":[
		{"id":202,"name":"web-1","environment":"kPhysical"},{"id":203,"name":"web-2","environment":"kPhysical"},
		{"id":204,"name":"db-1","environment":"kPhysical"},{"id":207,"name":"db-2","environment":"kPhysical"}]}`
	restorableSources = `{"registrations":[{"id":202,"environment":"kPhysical","sourceInfo":{"name":"web-1"}},
		{"id":209,"environment":"kKubernetes","sourceInfo":{"name":"roks"}},{"id":211,"environment":"kKubernetes","sourceInfo":{"name":"other"}}]}`
	restorableTree = `[{"protectionSource":{"id":ID,"physicalProtectionSource":{"volumes":[
		{"guid":"guid-d-ID","label":"data","mountPoints":["D:"]},{"guid":"guid-e-ID","label":"logs","mountPoints":["/logs"]}]}},
		"applicationNodes":[{"nodes":[{"protectionSource":{"id":206,"name":"PROD/orders","sqlProtectionSource":{"dbFiles":[
			{"fileType":"kRows","fullPath":"D:\\data\\orders.mdf"},{"fileType":"kLog","fullPath":"E:\\logs\\orders.ldf"}]}}}]}]}]`
)

// restorableAt is when the snapshots were taken.
var restorableAt = time.Date(2026, 11, 20, 8, 0, 0, 0, time.UTC)

// restoreCLI returns a CLI whose service has things to restore. ranges are those that logs cover.
func restoreCLI(t *testing.T, ranges string) *enginetest.CLI {
	t.Setenv("TZ", "UTC")
	d := enginetest.New(t, Catalog())
	d.Answer = func(r *http.Request) *http.Response {
		path, body := r.URL.Path, "{}"
		switch {
		case strings.HasSuffix(path, "/search/protected-objects"):
			body = restorable
		case strings.HasSuffix(path, "/search/objects"):
			body = restorableHosts
		case strings.HasSuffix(path, "/sources/registrations"):
			body = restorableSources
		case strings.HasSuffix(path, "/snapshots"):
			body = `{"snapshots":[{"id":"snap-` + strings.Split(path, "/")[4] + `","snapshotTimestampUsecs":` + strconv.FormatInt(restorableAt.UnixMicro(), 10) + `,"protectionGroupId":"1:2:3","protectionGroupRunId":"5:1795860000000000","runType":"kFull"}]}`
		case strings.HasSuffix(path, "/restore-points"):
			body = `{"timeRangeInfo":{"timeRanges":[` + ranges + `]}}`
		case strings.HasSuffix(path, "/protectionSources"):
			body = strings.ReplaceAll(restorableTree, "ID", r.URL.Query().Get("id"))
		case strings.HasSuffix(path, "/recoveries"):
			body = `{"id":"1:2:77","name":"n","status":"Accepted"}`
		}
		return enginetest.Reply(http.StatusOK, "application/json", body)
	}
	return d
}

// created returns the bodies of the requests for recoveries.
func created(d *enginetest.CLI) (bodies []string) {
	for i, r := range d.Sent {
		if r.Method == http.MethodPost && strings.HasSuffix(r.URL.Path, "/recoveries") {
			bodies = append(bodies, string(d.Bodies[i]))
		}
	}
	return bodies
}

func TestWhatARestoreSends(t *testing.T) {
	for line, want := range map[string]string{
		"restore web-1:/etc/app.yaml": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverFiles","objects":[{"snapshotId":"snap-202"}],
			"recoverFileAndFolderParams":{"targetEnvironment":"kPhysical","filesAndFolders":[{"absolutePath":"/etc/app.yaml"}],
			"physicalTargetParams":{"recoverTarget":{"id":202},"restoreToOriginalPaths":true,"overwriteExisting":false,"preserveAttributes":true,"continueOnError":false}}}}`,
		`restore 202:/etc/ WEB-1:C:\data --to web-2:/tmp/back --overwrite --force --keep-going`: `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverFiles",
			"objects":[{"snapshotId":"snap-202"}],"recoverFileAndFolderParams":{"targetEnvironment":"kPhysical","filesAndFolders":[{"absolutePath":"/etc"},{"absolutePath":"/C/data"}],
			"physicalTargetParams":{"recoverTarget":{"id":203},"alternateRestoreDirectory":"/tmp/back","overwriteExisting":true,"preserveAttributes":true,"continueOnError":true}}}}`,
		"restore web-1:/etc --to /tmp": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverFiles","objects":[{"snapshotId":"snap-202"}],
			"recoverFileAndFolderParams":{"targetEnvironment":"kPhysical","filesAndFolders":[{"absolutePath":"/etc"}],
			"physicalTargetParams":{"recoverTarget":{"id":202},"alternateRestoreDirectory":"/tmp","overwriteExisting":false,"preserveAttributes":true,"continueOnError":false}}}}`,
		"restore web-1 --volumes D:,logs=data --to web-2 --force": ``, // two into one
		"restore web-1 --volumes D:,logs --force": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverPhysicalVolumes","objects":[{"snapshotId":"snap-202"}],
			"recoverVolumeParams":{"targetEnvironment":"kPhysical","physicalTargetParams":{"mountTarget":{"id":202},
			"volumeMapping":[{"sourceVolumeGuid":"guid-d-202","destinationVolumeGuid":"guid-d-202"},{"sourceVolumeGuid":"guid-e-202","destinationVolumeGuid":"guid-e-202"}]}}}}`,
		"restore web-1 --volumes data=/logs --to web-2 --force": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"RecoverPhysicalVolumes","objects":[{"snapshotId":"snap-202"}],
			"recoverVolumeParams":{"targetEnvironment":"kPhysical","physicalTargetParams":{"mountTarget":{"id":203},"volumeMapping":[{"sourceVolumeGuid":"guid-d-202","destinationVolumeGuid":"guid-e-203"}]}}}}`,
		"restore db-1/PROD/orders": `{"name":"n","snapshotEnvironment":"kSQL","mssqlParams":{"recoveryAction":"RecoverApps","recoverAppParams":[{"snapshotId":"snap-206","targetEnvironment":"kSQL",
			"sqlTargetParams":{"recoverToNewSource":false,"originalSourceConfig":{"withNoRecovery":false,"overwritingPolicy":"FailIfExists"}}}]}}`,
		"restore orders --as copy --data-folder /d --no-recovery --overwrite --force --to db-1/prod": `{"name":"n","snapshotEnvironment":"kSQL","mssqlParams":{"recoveryAction":"RecoverApps",
			"recoverAppParams":[{"snapshotId":"snap-206","targetEnvironment":"kSQL","sqlTargetParams":{"recoverToNewSource":false,"originalSourceConfig":{"withNoRecovery":true,
			"overwritingPolicy":"Overwrite","newDatabaseName":"copy","dataFileDirectoryLocation":"/d","logFileDirectoryLocation":"/d"}}}]}}`,
		"restore orders --to db-2/TEST --as copy": `{"name":"n","snapshotEnvironment":"kSQL","mssqlParams":{"recoveryAction":"RecoverApps","recoverAppParams":[{"snapshotId":"snap-206","targetEnvironment":"kSQL",
			"sqlTargetParams":{"recoverToNewSource":true,"newSourceConfig":{"host":{"id":207},"instanceName":"TEST","databaseName":"copy","dataFileDirectoryLocation":"D:\\data",
			"logFileDirectoryLocation":"E:\\logs","withNoRecovery":false,"overwritingPolicy":"FailIfExists"}}}]}}`,
		"restore roks/shop": `{"name":"n","snapshotEnvironment":"kKubernetes","kubernetesParams":{"recoveryAction":"RecoverNamespaces","objects":[{"snapshotId":"snap-210"}],
			"recoverNamespaceParams":{"targetEnvironment":"kKubernetes","kubernetesTargetParams":{"objects":[{"snapshotId":"snap-210"}],"recoverPvcsOnly":false,"recoveryTargetConfig":{"recoverToNewSource":false}}}}}`,
		"restore shop --as my-shop-2 --to other --label app=web --vm a,b --storage-class gold=silver --pvc-only": `{"name":"n","snapshotEnvironment":"kKubernetes","kubernetesParams":{
			"recoveryAction":"RecoverNamespaces","objects":[{"snapshotId":"snap-210"}],"recoverNamespaceParams":{"targetEnvironment":"kKubernetes","kubernetesTargetParams":{
			"objects":[{"snapshotId":"snap-210"}],"recoverPvcsOnly":true,"renameRecoveredNamespacesParams":{"prefix":"my-","suffix":"-2"},
			"recoveryTargetConfig":{"recoverToNewSource":true,"newSourceConfig":{"source":{"id":211}}},
			"includeParams":{"labelVector":[{"key":"app","value":"web"}],"labelCombinationMethod":"AND","selectedResources":[{"apiGroup":"kubevirt.io","kind":"VirtualMachine","isClusterScoped":false,
				"resourceList":[{"name":"a"},{"name":"b"}]}]},
			"storageClass":{"useStorageClassMapping":true,"storageClassMapping":[{"key":"gold","value":"silver"}]}}}}}`,
		"recovery mount web-1": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"InstantVolumeMount","objects":[{"snapshotId":"snap-202"}],
			"mountVolumeParams":{"targetEnvironment":"kPhysical","physicalTargetParams":{"mountToOriginalTarget":true,"readOnlyMount":false}}}}`,
		"recovery mount web-1 --to 203 --volumes D: --read-only": `{"name":"n","snapshotEnvironment":"kPhysical","physicalParams":{"recoveryAction":"InstantVolumeMount","objects":[{"snapshotId":"snap-202"}],
			"mountVolumeParams":{"targetEnvironment":"kPhysical","physicalTargetParams":{"mountToOriginalTarget":false,"newTargetConfig":{"mountTarget":{"id":203}},"readOnlyMount":true,"volumeNames":["D:"]}}}}`,
	} {
		d := restoreCLI(t, "")
		status := d.Run(append(strings.Fields(line), "--no-wait", "--name", "n")...)
		if want == "" {
			assert.Equal(t, 2, status, line)
			assert.Empty(t, created(d), line)
			continue
		}
		require.Equal(t, 0, status, "%s: %s", line, &d.Err)
		bodies := created(d)
		require.Len(t, bodies, 1, line)
		assert.JSONEq(t, want, bodies[0], line)
		assert.NotContains(t, d.Err.String(), "Warning", "%s: the body has what the document does not know", line)
	}
}

func TestHowManyRequestsARestoreTakes(t *testing.T) {
	for line, want := range map[string][]string{
		"restore web-1:/etc":                         {"GET protected-objects", "GET snapshots", "POST recoveries"},
		"restore web-1:/etc web-1:/srv --at -1h":     {"GET protected-objects", "GET snapshots", "POST recoveries"},
		"restore web-1:/etc --to web-2":              {"GET objects", "GET protected-objects", "GET snapshots", "POST recoveries"},
		"restore roks/shop --to other":               {"GET protected-objects", "GET registrations", "GET registrations", "GET snapshots", "POST recoveries"},
		"restore web-1:/etc --to web-2 --dry-run":    {"GET objects", "GET protected-objects", "GET snapshots"},
		"restore web-1:/etc web-2:/srv --to web-2:/": {"GET objects", "GET objects", "GET protected-objects", "GET protected-objects", "GET snapshots", "GET snapshots", "POST recoveries", "POST recoveries"},
	} {
		d := restoreCLI(t, "")
		require.Equal(t, 0, d.Run(append(strings.Fields(line), "--no-wait")...), "%s: %s", line, &d.Err)
		var sent []string
		for _, r := range d.Sent {
			sent = append(sent, r.Method+" "+r.URL.Path[strings.LastIndex(r.URL.Path, "/")+1:])
		}
		slices.Sort(sent)
		assert.Equal(t, want, sent, line)
	}
}

func TestWhatARestoreRefuses(t *testing.T) {
	for line, want := range map[string]string{
		"restore web-1":                                 "'web-1' is a host: name its paths as 'web-1:/path', or volumes with --volumes.",
		"restore vm":                                    "'vm' is of the environment VMware, which cannot be restored by this command.",
		"restore web-1:/etc --as x":                     "--as has no effect on files.",
		"restore web-1:/etc --no-recovery":              "--no-recovery has no effect on files.",
		"restore web-1:/etc --volumes D:":               "A path and --volumes exclude each other.",
		"restore web-1:/etc web-1 --volumes D:":         "A path and --volumes exclude each other.",
		"restore web-1 --volumes D: --overwrite":        "--overwrite has no effect on volumes.",
		"restore web-1 --volumes D: --to web-2:/x":      "'web-2:/x' is no place for volumes: use HOST.",
		"restore orders --keep-going":                   "--keep-going has no effect on databases.",
		"restore orders --prefix a":                     "--prefix has no effect on databases.",
		"restore orders --to db-2:/x":                   "'db-2:/x' is no place for a database",
		"restore orders --as db-2/x":                    "--as 'db-2/x' is a name alone. Use --to for the host and the instance.",
		"restore shop --overwrite":                      "--overwrite has no effect on namespaces.",
		"restore shop --data-folder /x":                 "--data-folder has no effect on namespaces.",
		"restore shop --to other/x":                     "'other/x' is no place for a namespace: use CLUSTER.",
		"restore shop --to web-1":                       "'web-1' is no cluster: its environment is Physical.",
		"restore shop --as blog":                        "the new name must contain 'shop'",
		"restore shop --as shop2 --suffix x":            "--as excludes --prefix and --suffix.",
		"restore shop --label app":                      "--label: 'app' is not of the form KEY=VALUE.",
		"restore shop:/etc":                             "'shop:/etc' is no host",
		"restore orders shop --as x":                    "--as is for one database or namespace.",
		"restore orders shop --snapshot abcd":           "--snapshot is for one host, database or namespace",
		"restore orders --at -1h --snapshot abcd":       "--at and --snapshot exclude each other.",
		"restore web-1:/etc --to=":                      "--to is empty.",
		"restore web-1:/etc --snapshot=":                "--snapshot is empty.",
		"restore web-1 --volumes=":                      "--volumes is empty.",
		"restore web-1:/etc/x web-1:/srv/x --to /tmp":   "'web-1:/etc/x' and 'web-1:/srv/x' would both become 'web-1:/tmp/x'.",
		"restore web-1:/etc web-2:/etc --to web-2":      "'web-1:/etc' and 'web-2:/etc' would both become 'web-2:/etc'.",
		"recovery mount web-1:/etc":                     "'web-1:/etc' is no host.",
		"recovery mount shop":                           "'shop' is no host",
		"recovery mount web-1 --at -1h --snapshot abcd": "--at and --snapshot exclude each other.",
		"download web-1":                                "'web-1' names no path. Use HOST:PATH.",
		"download web-1:/etc web-2:/etc":                "One download is of one host.",
		"download web-1:/etc --resume --output-file x":  "--resume continues an archive that is already packed.",
		"restore web-1:/etc --overwrite":                "Overwrite 'web-1:/etc' with its state of ",
		"restore web-1:/etc web-1:/srv --overwrite":     "Overwrite what exists of 2 paths on 'web-1' with their state of ",
		"restore orders --overwrite --to db-2 --as b":   "Overwrite database 'db-2/PROD/b', if it exists, with the state of ",
		"restore web-1 --volumes D:":                    "Overwrite volume D: of 'web-1' entirely with its state of ",
		"restore web-1 --volumes D:,logs --to web-2":    "Overwrite the 2 volumes D:, logs of 'web-2' entirely with their state of ",
		"restore @testdata/nosuch":                      "@testdata/nosuch: ",
		"restore web-1:/etc --at 25:00":                 "--at: '25:00' is not a time.",
	} {
		d := restoreCLI(t, "")
		assert.Equal(t, 2, d.Run(strings.Fields(line)...), "%s: %s", line, &d.Err)
		assert.Contains(t, d.Err.String(), want, line)
		assert.Empty(t, created(d), line)
	}
}

func TestADatabaseIsRestoredAsOfAMomentThatItsLogsLeadTo(t *testing.T) {
	usecs := func(hours time.Duration) string {
		return strconv.FormatInt(restorableAt.Add(hours*time.Hour).UnixMicro(), 10)
	}
	between := func(from, to time.Duration) string {
		return `{"startTimeUsecs":` + usecs(from) + `,"endTimeUsecs":` + usecs(to) + `}`
	}
	at := restorableAt.Add(2 * time.Hour).Format(time.RFC3339)
	for ranges, covered := range map[string]bool{
		between(0, 3):                       true,
		between(0, 2):                       true, // to the microsecond
		between(2, 3):                       true,
		between(0, 1) + "," + between(2, 4): true,
		"":                                  false,
		between(0, 1):                       false,
		between(3, 4):                       false,
		between(0, 1) + "," + between(3, 4): false,
	} {
		d := restoreCLI(t, ranges)
		require.Equal(t, 0, d.Run("restore", "orders", "--as", "copy", "--at", at, "--no-wait", "--output", "json"), &d.Err)
		var body struct {
			MSSQL struct {
				Apps []struct {
					Time   int64 `json:"pointInTimeUsecs"`
					Target struct {
						Config struct {
							Time int64 `json:"restoreTimeUsecs"`
						} `json:"originalSourceConfig"`
					} `json:"sqlTargetParams"`
				} `json:"recoverAppParams"`
			} `json:"mssqlParams"`
		}
		require.Len(t, created(d), 1)
		require.NoError(t, json.Unmarshal([]byte(created(d)[0]), &body))
		want := int64(0)
		if covered {
			want = restorableAt.Add(2 * time.Hour).UnixMicro()
			assert.Contains(t, d.Err.String(), "and the log backups behind it", ranges)
			assert.Contains(t, d.Out.String(), `"asOfUsecs": `+usecs(2), ranges)
		} else {
			assert.Contains(t, d.Err.String(), "No log backups of 'db-1/PROD/orders' cover", ranges)
			assert.Contains(t, d.Out.String(), `"asOfUsecs": `+usecs(0), ranges)
		}
		assert.Equal(t, want, body.MSSQL.Apps[0].Time, ranges)
		assert.Equal(t, want, body.MSSQL.Apps[0].Target.Config.Time, ranges)
	}
	// The moment of the snapshot itself needs no logs, and the newest snapshot none either.
	for _, line := range [][]string{{"--at", restorableAt.Format(time.RFC3339)}, {"--at", "5"}, {}} {
		d := restoreCLI(t, "")
		require.Equal(t, 0, d.Run(append([]string{"restore", "orders", "--as", "copy", "--no-wait"}, line...)...), &d.Err)
		for _, r := range d.Sent {
			assert.NotContains(t, r.URL.Path, "restore-points", line)
		}
		assert.NotContains(t, d.Err.String(), "Warning", line)
	}
}

func TestHostileNamesInAPlanAndItsQuestion(t *testing.T) {
	d := restoreCLI(t, "")
	answer := d.Answer
	d.Answer = func(r *http.Request) *http.Response {
		if strings.HasSuffix(r.URL.Path, "/search/protected-objects") {
			return enginetest.Reply(http.StatusOK, "application/json", `{"objects":[{"id":202,"name":"web\u001b[2J\r\n1","environment":"kPhysical","sourceInfo":{"id":202,"name":"x"}},
				{"id":206,"name":"PROD/\u001b]0;x\u0007","environment":"kSQL","sourceInfo":{"id":204,"name":"\u202edb"}}]}`)
		}
		return answer(r)
	}
	for _, line := range []string{"restore 202:/etc --overwrite", "restore 202 --volumes D:", "restore 206 --overwrite", "restore 206 --to db-2 --as b --no-wait", "recovery mount 202 --no-wait", "restore 202:/etc --to web-2 --no-wait", "snapshot list 202"} {
		d.Run(strings.Fields(line)...)
		for _, text := range []string{d.Out.String(), d.Err.String()} {
			assert.NotContains(t, text, "\x1b", line)
			assert.NotContains(t, text, "\a", line)
			assert.NotContains(t, text, "\u202e", line)
			assert.NotContains(t, text, "\r", line)
		}
	}
}
