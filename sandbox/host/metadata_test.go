package host

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPluginThatCannotBeUsed(t *testing.T) {
	for name, test := range map[string]struct {
		metadata any
		change   func(*fixture)
		says     string
	}{
		"no path":   {sample(), func(f *fixture) { f.Plugin = "" }, "no path of a plug-in was given"},
		"missing":   {sample(), func(f *fixture) { f.Plugin = filepath.Join(f.Plugin+".d", "none") }, "cannot be started"},
		"folder":    {sample(), func(f *fixture) { f.Plugin = filepath.Dir(f.Plugin) }, "is a folder"},
		"broken":    {sample(), func(f *fixture) { f.Plugin = filepath.Join(filepath.Dir(f.log), "metadata.json") }, "does not tell its commands"},
		"fails":     {sample(), func(f *fixture) { require.NoError(t, os.Remove(filepath.Join(filepath.Dir(f.log), "metadata.json"))) }, "exit status 9: \"no metadata today\""},
		"not JSON":  {"Usage:\x1b[1m backup\nmore", nil, `not JSON as the host knows it (invalid character 'U' looking for beginning of value): "Usage:\x1b[1m backup"`},
		"two JSONs": {`{"Name":"a"} {}`, nil, "not JSON"},
		"silent":    {"", nil, "not JSON"},
		"too long":  {"x" + string(make([]byte, 500)), nil, "…"},
		"empty":     {"{}", nil, "has no name or no commands"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, test.metadata)
			if test.change != nil {
				test.change(f)
			}
			code, err := f.run(t, "br", "target")
			assert.Equal(t, 1, code)
			require.ErrorContains(t, err, test.says)
			assert.Equal(t, "FAILED\n"+err.Error()+"\n", f.stderr.String())
			assert.Empty(t, f.stdout.String())
		})
	}
}

func TestAmbiguousMetadata(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Metadata)
		says   []string
	}{
		"namespace and command": {
			func(m *Metadata) {
				m.Commands = append(m.Commands, Command{Namespace: "backup-recovery", Name: "protection-policy"})
			},
			[]string{`the namespace "backup-recovery protection-policy"`, `the command "backup-recovery protection-policy"`},
		},
		"alias of both": {
			func(m *Metadata) {
				m.Commands = append(m.Commands, Command{Namespace: "backup-recovery", Name: "rule", Alias: "pp"})
			},
			[]string{`"backup-recovery pp" means both`, `protection-policy"`, `the command "backup-recovery rule"`},
		},
		"alias of two commands": {
			func(m *Metadata) {
				m.Commands = append(m.Commands, Command{Namespace: "backup-recovery protection-policy", Name: "last", Aliases: []string{"ls"}})
			},
			[]string{`protection-policy list"`, `protection-policy last"`},
		},
		"name with a space": {
			func(m *Metadata) {
				m.Commands = append(m.Commands, Command{Namespace: "backup-recovery", Name: "protection-policy list"})
			},
			[]string{`"backup-recovery protection-policy list" means both`},
		},
		"namespace twice": {
			func(m *Metadata) { m.Namespaces = append(m.Namespaces, Namespace{Name: "backup-recovery"}) },
			[]string{`the namespace "backup-recovery" and the namespace "backup-recovery"`},
		},
		"command nowhere": {
			func(m *Metadata) { m.Commands[0].Namespace = "br" },
			[]string{`the command "target" stands in the namespace "br", which is not there`},
		},
		"namespace nowhere": {
			func(m *Metadata) { m.Namespaces[0].ParentName = "elsewhere" },
			[]string{`the namespace "schedule" stands in "elsewhere", which is not there`},
		},
		"nameless command":   {func(m *Metadata) { m.Commands[0].Name = " " }, []string{"has no name"}},
		"nameless namespace": {func(m *Metadata) { m.Namespaces[0].Name = "" }, []string{"has no name"}},
	} {
		t.Run(name, func(t *testing.T) {
			meta := sample()
			test.change(&meta)
			_, err := newTree(meta)
			for _, part := range test.says {
				assert.ErrorContains(t, err, part)
			}
		})
	}
	meta := sample()
	meta.Commands[0].Aliases = []string{"t", "target", "t"}
	_, err := newTree(meta)
	assert.NoError(t, err, "a name given twice to one command is clear enough")
}

// TestMetadataIsAskedForAgain changes the binary, so it works on a copy.
func TestMetadataIsAskedForAgain(t *testing.T) {
	f := newFixture(t, sample())
	content, err := os.ReadFile(f.Plugin)
	require.NoError(t, err)
	dir := t.TempDir()
	f.Plugin, f.Cache = filepath.Join(dir, "plugin.exe"), filepath.Join(dir, "cache")
	require.NoError(t, os.WriteFile(f.Plugin, content, 0o700))
	first := time.Now().Add(-time.Hour)
	require.NoError(t, os.Chtimes(f.Plugin, first, first))

	// Every step is a new process, as far as the host's memory goes.
	ask := func(want int, why string) {
		t.Helper()
		fresh := &Host{Plugin: f.Plugin, Env: f.Env, Cache: f.Cache, Stderr: &f.stderr}
		for range 2 {
			code, err := fresh.Run(t.Context(), []string{"br", "help"})
			require.NoError(t, err)
			require.Zero(t, code)
		}
		assert.Equal(t, want, f.timesAsked(t), why)
	}
	ask(1, "the first time")
	ask(1, "the cache holds it")

	second := first.Add(time.Nanosecond * 1000)
	require.NoError(t, os.Chtimes(f.Plugin, second, second))
	ask(2, "a newer binary of the same size")

	require.NoError(t, os.WriteFile(f.Plugin, append(content, 0), 0o700))
	require.NoError(t, os.Chtimes(f.Plugin, second, second))
	ask(3, "a longer binary of the same time")

	require.NoError(t, os.WriteFile(f.Cache, []byte("{"), 0o600))
	ask(4, "a broken cache")
	ask(4, "which was mended")

	f.Env = replaceEnv(f.Env, "LC_ALL", "de_DE")
	ask(5, "descriptions in another language")

	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 2, "nothing but binary and cache is left behind")

	f.Cache = filepath.Join(dir, "none", "cache")
	ask(6, "a cache that cannot be written does no harm")
}

func TestMemoryFollowsTheBinary(t *testing.T) {
	f := newFixture(t, sample())
	f.start(t, "br", "target")
	f.stamp.Size++ // as if the binary had been built anew
	f.start(t, "br", "target")
	assert.Equal(t, 2, f.timesAsked(t))
}
