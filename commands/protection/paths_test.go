package protection

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/output"
)

func TestChosenPaths(t *testing.T) {
	for _, c := range []struct{ include, exclude, in, out, problem string }{
		{"", "", "/", "", ""},
		{"", "/tmp", "/", "/tmp", ""},
		{"/etc/,/etc,/srv//www/..", "", "/etc /srv", "", ""},
		{"/srv", "/srv/tmp/,/srv/tmp", "/srv", "/srv/tmp", ""},
		{"/srv,/srv/a", "/srv/a/b", "/srv", "/srv/a/b", ""},
		{"/srv/a,/srv", "", "/srv", "", ""},
		{"/srv,/srv/a/keep", "/srv/a", "/srv /srv/a/keep", "/srv/a", ""},
		{"/srv,/srv2", "/srv2/x", "/srv /srv2", "/srv2/x", ""},
		{`C:\data\,c:/data`, `C:\data\tmp`, "/C/data", "/C/data/tmp", ""},
		{`C:\`, `C:\Windows`, "/C", "/C/Windows", ""},
		{"$ALL_LOCAL_DRIVES", "", "$ALL_LOCAL_DRIVES", "", ""},
		{"/srv", "/srv2", "", "", "'/srv2' lies in none"},
		{"/etc", "/", "", "", "'/' lies in none"},
		{"", "/", "", "", "nothing would be left"},
		{"/srv,/srv/a", "/srv/a/", "", "", "nothing would be left"},
		{"etc", "", "", "", "not a whole path"},
		{"/etc", "*.tmp", "", "", "--exclude: '*.tmp' is not a whole path"},
	} {
		in, out, err := choosePaths(listed(c.include), listed(c.exclude))
		if c.problem != "" {
			require.ErrorContains(t, err, c.problem, c)
			continue
		}
		require.NoError(t, err, c)
		assert.Equal(t, c.in, strings.Join(in, " "), c)
		assert.Equal(t, c.out, strings.Join(out, " "), c)
	}
}

// listed returns the items of a flag, and nil for one that was not given.
func listed(typed string) []string {
	if typed == "" {
		return nil
	}
	return strings.Split(typed, ",")
}

func TestThePathThatHoldsAnother(t *testing.T) {
	include := []string{"/", "/srv", "/srv/a", "/C/"}
	for path, want := range map[string]string{"/etc": "/", "/": "/", "/srv": "/srv", "/srv/": "/srv", "/srv/b": "/srv", "/srv/ab": "/srv", "/srv/a/b": "/srv/a", "/srvx": "/", "/C/x": "/C/"} {
		assert.Equal(t, want, selection.HolderOf(include, path), path)
	}
	assert.Empty(t, selection.HolderOf([]string{"/srv"}, "/etc"))
}

func TestAnEntryOfAHostHasEachExcludedPathOnce(t *testing.T) {
	text, err := json.Marshal(fileEntry("9007199254740993", []string{"/srv", "/srv/a/keep", "/etc"}, []string{"/srv/a", "/srv/a/keep/x"}))
	require.NoError(t, err)
	assert.JSONEq(t, `{"id":9007199254740993,"filePaths":[{"includedPath":"/srv","excludedPaths":["/srv/a"]},
		{"includedPath":"/srv/a/keep","excludedPaths":["/srv/a/keep/x"]},{"includedPath":"/etc"}]}`, string(text))
	assert.Contains(t, string(text), "9007199254740993")
}

func TestPathsThatAreAddedToAHost(t *testing.T) {
	const whole, two, but = `[{"includedPath":"/"}]`, `[{"includedPath":"/etc/"},{"includedPath":"/srv","excludedPaths":["/srv/tmp","/srv/a"]}]`, `[{"includedPath":"/","excludedPaths":["/tmp"]}]`
	for _, c := range []struct{ have, include, exclude, want, problem string }{
		{whole, "/etc", "", "", ""},
		{whole, "/", "", "", ""},
		{whole, "/", "/tmp", "", "'/tmp' cannot be left out"},
		{but, "/", "/tmp", "", ""},
		{but, "/", "/tmp/x", "", ""},
		{but, "/", "", "", ""},
		{but, "/", "/var", "", "'/var' cannot be left out"},
		{but, "/tmp", "", `[{"includedPath":"/","excludedPaths":["/tmp"]},{"includedPath":"/tmp"}]`, ""},
		{two, "/etc", "", "", ""},
		{two, "/srv", "/srv/a,/srv/tmp", "", ""},
		{two, "/srv", "/srv/a", "", ""},
		{two, "/srv/b", "", "", ""},
		{two, "/srv/a/x", "", `[{"includedPath":"/etc/"},{"includedPath":"/srv","excludedPaths":["/srv/tmp","/srv/a"]},{"includedPath":"/srv/a/x"}]`, ""},
		{two, "/var", "/var/tmp", `[{"includedPath":"/etc/"},{"includedPath":"/srv","excludedPaths":["/srv/tmp","/srv/a"]},{"includedPath":"/var","excludedPaths":["/var/tmp"]}]`, ""},
		{two, "/", "/etc", "", "'/etc' cannot be left out"},
		{two, "/", "/srv/x", "", "'/srv/x' cannot be left out"},
		{`[{"includedPath":"/srv/data"}]`, "/", "/srv", "", "'/srv' cannot be left out"},
	} {
		entry, err := output.Read(strings.NewReader(`{"id":9007199254740993,"name":"web-1","unknown":1.10,"filePaths":` + c.have + `}`))
		require.NoError(t, err)
		in, out, err := choosePaths(listed(c.include), listed(c.exclude))
		require.NoError(t, err)
		fresh, changed, err := fileLayout.merged(entry, fileEntry("9007199254740993", in, out))
		if c.problem != "" {
			require.ErrorContains(t, err, c.problem, c)
			continue
		}
		require.NoError(t, err, c)
		assert.Equal(t, c.want != "", changed, c)
		want := c.want
		if want == "" {
			want = c.have
		}
		text, err := json.Marshal(fresh)
		require.NoError(t, err)
		assert.JSONEq(t, `{"id":9007199254740993,"name":"web-1","unknown":1.10,"filePaths":`+want+`}`, string(text), c)
		assert.Contains(t, string(text), `"id":9007199254740993`)
		assert.Contains(t, string(text), `"unknown":1.10`)
	}
}
