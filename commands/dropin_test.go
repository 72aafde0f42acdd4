package commands

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service"
)

// What scripts that were written for another plug-in of this service type.

func TestAListIsWrappedForPrograms(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(200, ` [{"protectionSource":{"id":9007199254740993,"name":"web-1"}}] `)
	for _, c := range []struct{ words, want string }{
		{"--output json", `{"protectionSources":[{"protectionSource":{"id":9007199254740993,"name":"web-1"}}]}`},
		{"--jmes-query protectionSources[].protectionSource.id", `[9007199254740993]`},
	} {
		require.Equal(t, 0, d.Run(append([]string{"protection-source", "list"}, strings.Fields(c.words)...)...), "%s", &d.Err)
		assert.Equal(t, c.want, strings.Join(strings.Fields(d.Out.String()), ""))
	}
	require.Equal(t, 0, d.Run("protection-source", "list", "--output", "yaml"))
	assert.True(t, strings.HasPrefix(d.Out.String(), "protectionSources:\n"), d.Out.String())
	require.Equal(t, 0, d.Run("protection-source", "list"))
	assert.Contains(t, d.Out.String(), "web-1")
	d.Answer = always(200, `[]`)
	require.Equal(t, 0, d.Run("protection-source", "list", "--output", "json"))
	assert.Equal(t, `{"protectionSources":[]}`, strings.Join(strings.Fields(d.Out.String()), ""))
	for _, broken := range []string{`[{"protectionSource":{}}`, `[] []`, `[]}`} {
		d.Answer = always(200, broken)
		assert.Equal(t, 1, d.Run("protection-source", "list", "--output", "json"), broken)
	}
	d.Answer = always(200, `{"protectionSources":[]}`)
	require.Equal(t, 0, d.Run("protection-source", "list", "--output", "json"))
	assert.Equal(t, `{"protectionSources":[]}`, strings.Join(strings.Fields(d.Out.String()), ""), "what is wrapped stays as it is")
}

func TestAnAnswerFromAPipeCounts(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(204, "")
	for _, c := range []struct {
		in     string
		flags  string
		status int
		sent   int
		err    string
	}{
		{"y\n", "", 0, 1, "Delete protection policy '1:2:3'? [y/N]> \n"},
		{"YES", "", 0, 1, "[y/N]> \n"},
		{"y\r\n", "-q", 0, 1, ""},
		{"n\n", "", 0, 0, "[y/N]> \nCanceled.\n"},
		{"\n", "", 0, 0, "Canceled."},
		{"no", "-q", 0, 0, ""},
		{"", "", 2, 0, "Standard input ended without an answer"},
		{"1:2:4\n", "", 2, 0, "'1:2:4' from standard input is neither yes nor no."},
		{strings.Repeat("y", 1<<20), "", 2, 0, "neither yes nor no"},
		{"n\n", "--force", 0, 1, ""},
	} {
		d.App.Streams.In = strings.NewReader(c.in)
		assert.Equal(t, c.status, d.Run(append([]string{"policy", "delete", "1:2:3"}, strings.Fields(c.flags)...)...), "%.10q: %s", c.in, &d.Err)
		assert.Len(t, changing(d), c.sent, "%.10q", c.in)
		if c.err == "" {
			assert.Empty(t, d.Err.String(), "%.10q", c.in)
		}
		assert.Contains(t, d.Err.String(), c.err, "%.10q", c.in)
	}
	in := strings.NewReader("y\nn\n")
	d.App.Streams.In = in
	assert.Equal(t, 0, d.Run("policy", "delete", "1:2:3"))
	assert.Equal(t, 2, in.Len(), "the next answer is for the next command")
	d.App.Session.MCP = true
	d.App.Streams.In = strings.NewReader("y\n")
	assert.Equal(t, 2, d.Run("policy", "delete", "1:2:3"), "a model answers with --force alone")
}

func TestWhatIsDoneWithoutAnAnswerIsADocument(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(204, "")
	for _, c := range []struct{ format, want string }{{"json", "{}\n"}, {"yaml", "{}\n"}, {"csv", ""}} {
		assert.Equal(t, 0, d.Run("policy", "delete", "1:2:3", "--force", "--output", c.format))
		assert.Equal(t, c.want, d.Out.String(), c.format)
	}
	assert.Equal(t, 0, d.Run("source", "refresh", "7", "-j", "id"))
	assert.Equal(t, "null\n", d.Out.String())
}

func TestListsAndNumbersAndSwitchesOfScripts(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for _, c := range []struct{ line, want string }{
		{`group list --ids ["1:2:3","4:5:6"]`, "ids=1:2:3,4:5:6"},
		{`group list --ids ["1:2:3"] --ids 4:5:6`, "ids=1:2:3,4:5:6"},
		{`group list --ids []`, ""},
		{`objects-search --source-uuids [a-z]*`, "sourceUuids=[a-z]*"},
		{`protected-objects-search --snapshot-actions ["RecoverVMs"]`, ""},
		{`group list --environments physical,KSQL,kNovel`, "environments=kPhysical,kSQL,kNovel"},
		{`run list 1:2:3 -o json --local-backup-run-status succeededwithwarning`, "localBackupRunStatus=SucceededWithWarning"},
		{`group list --is-paused`, "isPaused=true"},
		{`group list --is-paused true`, "isPaused=true"},
		{`group list --is-paused false`, "isPaused=false"},
		{`group list --is-paused=1`, "isPaused=true"},
		{`group list --is-paused=T`, "isPaused=true"},
		{`group list --is-paused=FALSE`, "isPaused=false"},
		{`run list 1:2:3 -o json --num-runs 0x10`, "numRuns=16"},
		{`run list 1:2:3 -o json --start-time-usecs 0XfF`, "startTimeUsecs=255"},
		{`source list --id 0x20000000000001`, "id=9007199254740993"},
	} {
		assert.Equal(t, 0, d.Run(strings.Fields(c.line)...), "%s: %s", c.line, &d.Err)
		if c.want != "" {
			query, err := url.QueryUnescape(d.Sent[0].URL.RawQuery)
			require.NoError(t, err)
			assert.Equal(t, c.want, query, c.line)
		}
	}
	for _, line := range []string{"group list --is-paused=perhaps", "run list 1:2:3 --num-runs 0x", "run list 1:2:3 --num-runs 0x1_0", "group list --is-paused perhaps"} {
		assert.Equal(t, 2, d.Run(strings.Fields(line)...), line)
		assert.Empty(t, d.Sent, line)
	}
}

func TestNamesOfFlagsAndCommandsThatAreNearlyRight(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for line, want := range map[string]string{
		"protection-group get --protection-group-id 1:2:3": "Did you mean '--id'?",
		"recovery get --recovery-id 1:2:3":                 "Did you mean '--id'?",
		"protection-group-runs list":                       "Did you mean 'protection-group-run'?",
	} {
		assert.Equal(t, 2, d.Run(strings.Fields(line)...), line)
		assert.Contains(t, d.Err.String(), want, line)
	}
}

func TestATableOfAnEmptyListIsEmpty(t *testing.T) {
	d := enginetest.New(t, Catalog())
	for _, flags := range []string{"", "-q"} {
		assert.Equal(t, 0, d.Run(append([]string{"policy", "list"}, strings.Fields(flags)...)...))
		assert.Empty(t, d.Out.String())
		assert.NotEmpty(t, d.Err.String())
	}
	d.Answer = always(200, `{"policies":[]}`)
	assert.Equal(t, 0, d.Run("policy", "list", "--output", "json"))
	assert.JSONEq(t, `{"policies":[]}`, d.Out.String(), "but programs get a document")
	assert.Equal(t, 0, d.Run("policy", "list", "--output", "csv"))
	assert.Regexp(t, `^Name,ID,[^\n]*\n$`, d.Out.String(), "or the headings")
}

func TestARequestGoesWithoutATenantThatNobodyKnows(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.App.Session.Resources = func() (string, error) { return "", context.Canceled }
	run := func() int {
		d.Sent = nil
		d.Err.Reset()
		return d.App.Run(context.Background(), d.App.Catalog.Namespace, []string{"policy", "list", "--output", "json", "--service-url", "https://stranger.example.com"})
	}
	assert.Equal(t, 0, run(), "%s", &d.Err)
	assert.Contains(t, d.Err.String(), "No tenant is known for stranger.example.com")
	require.Len(t, d.Sent, 1)
	assert.NotContains(t, d.Sent[0].Header, http.CanonicalHeaderKey("X-IBM-Tenant-Id"))
	d.Answer = always(403, `{"errorCode":"KForbidden","message":"no tenant"}`)
	assert.Equal(t, 3, run())
	assert.Contains(t, d.Err.String(), "--xibm-tenant-id")
}

func TestSettingsOfTheOtherPlugin(t *testing.T) {
	d := enginetest.New(t, Catalog())
	saved := enginetest.Settings{service.SettingOtherURL: "https://old.example.com"}
	d.App.Session.Settings = saved
	config := func(words ...string) int {
		d.Out.Reset()
		d.Err.Reset()
		return d.App.Run(context.Background(), d.App.Catalog.Namespace, append([]string{"config"}, words...))
	}
	require.Equal(t, 0, config("get", "service-url"))
	assert.Equal(t, "https://old.example.com\n", d.Out.String())
	require.Equal(t, 0, config("list"))
	assert.Regexp(t, `backup_recovery-service-url +https://old.example.com`, d.Out.String())
	target, err := d.App.Session.Locate(t.Context(), "instance", service.Selection{Tenant: "t/"})
	require.NoError(t, err)
	assert.Equal(t, "https://old.example.com", target.Base.String())
	require.Equal(t, 0, config("set", "service-url", "https://new.example.com"))
	require.Equal(t, 0, config("get", "service-url"))
	assert.Equal(t, "https://new.example.com\n", d.Out.String())
	require.Equal(t, 0, config("unset", "service-url"))
	assert.Empty(t, saved)

	require.Equal(t, 0, config("get", "service-url"))
	assert.Equal(t, "\n", d.Out.String())
	assert.Contains(t, d.Err.String(), "'service-url' is not set.")
	require.Equal(t, 0, config("get", "service-url", "--output", "json"))
	assert.JSONEq(t, `{"name":"service-url","value":""}`, d.Out.String())
}

func TestSettingsOfEveryServer(t *testing.T) {
	d := enginetest.New(t, Catalog())
	saved := enginetest.Settings{}
	d.App.Session.Settings = saved
	config := func(words ...string) int {
		d.Out.Reset()
		d.Err.Reset()
		return d.App.Run(context.Background(), d.App.Catalog.Namespace, append([]string{"config"}, words...))
	}
	for name, value := range map[string]string{
		"management-reporting-service-url": "https://manager.us.backup-recovery.cloud.ibm.com/heliosreporting/api/v1",
		"connector-service-url":            "https://10.0.0.7", "management-sre-service-url": "https://sre.example.com",
		"management-sre-username": "ops", "management-sre-authentication-url": "https://sre.example.com/login",
	} {
		require.Equal(t, 0, config("set", name, value), "%s", &d.Err)
		require.Equal(t, 0, config("get", name))
		assert.Equal(t, value+"\n", d.Out.String())
	}
	assert.Equal(t, 2, config("set", "connector-service-url", "ftp://x"))
	assert.Equal(t, 2, config("set", "colour", "red"))
	assert.Contains(t, d.Err.String(), "management-sre-apikey")
	for _, name := range []string{"management-sre-apikey", "management-sre-password"} {
		require.Equal(t, 0, config("set", name, "s3cret"), "%s", &d.Err)
		assert.NotContains(t, d.Out.String(), "s3cret")
		assert.Equal(t, "s3cret", saved[name])
		d.App.Streams.In = strings.NewReader("from-a-pipe\n")
		require.Equal(t, 0, config("set", name, "-"), "%s", &d.Err)
		assert.Equal(t, "from-a-pipe", saved[name])
		for _, words := range [][]string{{"get", name}, {"list"}, {"list", "--output", "json"}} {
			require.Equal(t, 0, config(words...))
			assert.Contains(t, d.Out.String(), "[hidden]")
			assert.NotContains(t, d.Out.String(), "from-a-pipe")
		}
		require.Equal(t, 0, config("unset", name))
		assert.NotContains(t, saved, name)
	}
	assert.Equal(t, 2, config("set", "management-sre-apikey", "@/no/such/file"))
	assert.Contains(t, d.Err.String(), "management-sre-apikey: open /no/such/file")
}

func TestTheVersion(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.App.Session.Version = "7.8.9"
	for _, word := range []string{"version", "--version", "-v"} {
		assert.Equal(t, 0, d.RunLocal(word), "%s", &d.Err)
		assert.Equal(t, "7.8.9\n", d.Out.String(), word)
	}
}

func TestASavedAddressThatTheEnvironmentReplaces(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.App.Session.Settings = enginetest.Settings{service.SettingURL: "https://saved.example.com/v2", service.SettingTenant: "t/"}
	for address, warned := range map[string]bool{"https://env.example.com": true, "https://saved.example.com": false} {
		t.Setenv("BACKUP_RECOVERY_URL", address)
		d.Err.Reset()
		require.Equal(t, 0, d.App.Run(context.Background(), d.App.Catalog.Namespace, []string{"policy", "list", "--output", "json"}), "%s", &d.Err)
		assert.Equal(t, warned, strings.Contains(d.Err.String(), "BACKUP_RECOVERY_URL sets the address https://env.example.com; the saved one, https://saved.example.com/v2, is not used."), d.Err.String())
	}
}

func TestTheInstanceHasTwoNamesForItsFlag(t *testing.T) {
	d := enginetest.New(t, Catalog())
	assert.Equal(t, 0, d.Run("policy", "list", "--instance-id", "guid"), "%s", &d.Err)
	assert.Contains(t, d.Err.String(), "--instance has no effect", "the address counts")
	assert.Equal(t, 2, d.Run("policy", "list", "--instance-id", "guid", "--instance", "other"))
}

func TestRowsAreComparedAsPeopleWrite(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(200, `{"totalRuns":3,"runs":[
		{"id":"1:1","localBackupInfo":{"startTimeUsecs":1000000,"endTimeUsecs":1500000,"status":"Succeeded","localSnapshotStats":{"bytesRead":1024}}},
		{"id":"1:2","localBackupInfo":{"startTimeUsecs":1000000,"endTimeUsecs":3000000,"status":"Failed","localSnapshotStats":{"bytesRead":1395864371}}},
		{"id":"1:3","localBackupInfo":{"startTimeUsecs":1000000,"endTimeUsecs":3661000000,"status":"Failed","localSnapshotStats":{"bytesRead":9663676416}}}]}`)
	for flags, want := range map[string]string{
		"--filter Duration>1s": "1:2 1:3", "--filter Duration>=2s": "1:2 1:3", "--filter Duration<1m": "1:1 1:2", "--filter Duration<=2s": "1:1 1:2",
		"--filter Duration>1h": "1:3", "--filter Duration=2s": "1:2", "--filter Duration>1.5": "1:2 1:3",
		"--filter Read>1MiB": "1:2 1:3", "--filter Read=1KiB": "1:1", "--filter Read<1.4GiB": "1:1 1:2", "--filter Read!=9GiB": "1:1 1:2",
		"--filter Status=failed --limit 1": "1:2", "--sort-by -Read --limit 2": "1:3 1:2", "--filter Duration>1s --sort-by -Read --limit 1": "1:3",
	} {
		require.Equal(t, 0, d.Run(append([]string{"run", "list", "5:6:7", "--output", "csv", "--columns", "Run", "--no-headers"}, strings.Fields(flags)...)...), "%s: %s", flags, &d.Err)
		assert.Equal(t, want, strings.Join(strings.Fields(d.Out.String()), " "), flags)
	}
	require.Equal(t, 0, d.Run("run", "list", "5:6:7", "--output", "csv", "--columns", "Run,Duration,Read"))
	assert.Equal(t, "Run,Duration (s),Read (bytes)\n1:1,0.5,1024\n1:2,2,1395864371\n1:3,3660,9663676416\n", d.Out.String())
	require.Equal(t, 0, d.Run("run", "list", "5:6:7", "--output", "csv", "--columns", "Duration (s)"), "a heading is a name: %s", &d.Err)
	assert.Equal(t, 2, d.Run("run", "list", "5:6:7", "--filter", "Duration>long"))
	assert.Contains(t, d.Err.String(), "'long' cannot be compared with the column 'Duration': use a value such as '30m'.")
	for _, format := range []string{"table", "csv"} {
		require.Equal(t, 0, d.Run("run", "list", "5:6:7", "--filter", "Status=Canceled", "--output", format))
		assert.Contains(t, d.Err.String(), "Nothing meets the conditions of '--filter'.", format)
	}
}

func TestAFailingQueryIsNamed(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(200, `{"policies":[]}`)
	assert.Equal(t, 2, d.Run("policy", "list", "-j", "policies["))
	assert.Contains(t, d.Err.String(), "--jmes-query (-j): The expression ends too early")
	assert.Empty(t, d.Sent)
	assert.Equal(t, 1, d.Run("policy", "list", "-j", "sum(policies[0])"))
	assert.Contains(t, d.Err.String(), "--jmes-query (-j): The function 'sum' cannot be applied to: null.")
	assert.NotContains(t, d.Err.String(), "carried out")
	assert.Equal(t, 1, d.Run("policy", "create", "--name", "x", "--backup-policy-regular", `{"retention":{"unit":"Weeks","duration":2}}`, "-j", "sum(@)"))
	assert.Contains(t, d.Err.String(), "The request was carried out; only its answer could not be shown.")
}

// TestHelpFitsTheTerminal reads every page of help at several widths: a usage line breaks between options and never inside one.
func TestHelpFitsTheTerminal(t *testing.T) {
	d := enginetest.New(t, Catalog())
	_, leaves := d.App.Catalog.Tree()
	for _, width := range []int{80, 120} {
		t.Setenv("COLUMNS", strconv.Itoa(width))
		for i := range 2 * len(leaves) {
			l, words := leaves[i/2], [][]string{{"--help"}, {"--help", "--all"}}[i%2]
			d.Out.Reset()
			require.Equal(t, 0, d.App.Run(t.Context(), strings.TrimSpace(d.App.Catalog.Namespace+" "+l.Group), append([]string{l.Name}, words...)))
			usage := false
			for line := range strings.Lines(d.Out.String()) {
				line = strings.TrimRight(line, "\n")
				usage = line == "USAGE:" || usage && line != ""
				if words := strings.Fields(line); len(words) > 2 && !strings.HasPrefix(words[0], "--") {
					assert.LessOrEqual(t, len(line), width, "%s %s: %s", l.Group, l.Name, line)
				}
				if usage {
					assert.Equal(t, strings.Count(line, "["), strings.Count(line, "]"), "%s %s: %s", l.Group, l.Name, line)
					assert.Equal(t, strings.Count(line, "("), strings.Count(line, ")"), "%s %s: %s", l.Group, l.Name, line)
				}
			}
		}
	}
}

// TestARunThatGoesStraightToAnArchive has all its state there, and its tasks are named when it is canceled.
func TestARunThatGoesStraightToAnArchive(t *testing.T) {
	const run = `{"id":"7:1","protectionGroupId":"1:2:3","archivalInfo":{"archivalTargetResults":[
		{"targetName":"cos","archivalTaskId":"1:2:70","status":"Running","runType":"kRegular","startTimeUsecs":1000000,"stats":{"bytesRead":2048,"physicalBytesTransferred":1024,"logicalSizeBytes":4096}},
		{"targetName":"far","archivalTaskId":"1:2:71","status":"Running"}]},
		"objects":[{"object":{"name":"shop","id":5},"archivalInfo":{"archivalTargetResults":[{"status":"Running","message":"slow","expiryTimeUsecs":0,"stats":{"logicalSizeBytes":4096,"backupFileCount":3}}]}}]}`
	d := enginetest.New(t, Catalog())
	local := false
	d.Answer = func(r *http.Request) *http.Response {
		answer := run
		if local {
			answer = strings.Replace(run, `"archivalInfo"`, `"localBackupInfo":{"status":"Running"},"archivalInfo"`, 1)
		}
		switch {
		case r.Method == http.MethodPost:
			return enginetest.Reply(202, "application/json", `{}`)
		case strings.HasSuffix(r.URL.Path, "/runs"):
			return enginetest.Reply(200, "application/json", `{"totalRuns":1,"runs":[`+answer+`]}`)
		}
		return enginetest.Reply(200, "application/json", answer)
	}
	sent := func(words ...string) string {
		require.Equal(t, 0, d.Run(words...), "%s", &d.Err)
		for i, r := range d.Sent {
			if r.Method == http.MethodPost {
				return string(d.Bodies[i])
			}
		}
		return ""
	}
	const named = `{"action":"Cancel","cancelParams":[{"runId":"7:1","archivalTaskId":["1:2:70","1:2:71"]}]}`
	assert.JSONEq(t, named, sent("run", "cancel", "1:2:3"))
	assert.Len(t, d.Sent, 2, "what was read of the run is enough")
	assert.JSONEq(t, named, sent("run", "cancel", "1:2:3", "7:1"))
	assert.JSONEq(t, `{"action":"Pause","pauseParams":[{"runId":"7:1"}]}`, sent("run", "pause", "1:2:3"))
	local = true
	assert.JSONEq(t, `{"action":"Cancel","cancelParams":[{"runId":"7:1"}]}`, sent("run", "cancel", "1:2:3", "7:1"))
	local = false

	require.Equal(t, 0, d.Run("run", "list", "1:2:3"))
	assert.Regexp(t, `7:1 +Running +Regular .* 2 KiB +1 KiB`, d.Out.String())
	require.Equal(t, 0, d.Run("run", "get", "1:2:3", "7:1"))
	assert.Regexp(t, `Read +2 KiB`, d.Out.String())
	assert.Regexp(t, `shop +5 +Running +4 KiB +3 .*slow`, d.Out.String())
	assert.Regexp(t, `cos +Running`, d.Out.String())
}
