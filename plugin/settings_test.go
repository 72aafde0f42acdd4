package plugin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/service"
)

// writerEnv makes the test binary a writer of settings: FOLDER, FIRST KEY and HOW MANY, or 0 for a writer that goes on until it is killed.
const writerEnv = "SETTINGS_WRITER"

func TestMain(m *testing.M) {
	words := strings.Fields(os.Getenv(writerEnv))
	if len(words) == 0 {
		os.Exit(m.Run())
	}
	s := newSettings(words[0])
	first, _ := strconv.Atoi(words[1])
	many, _ := strconv.Atoi(words[2])
	if many > 0 {
		if err := writeMany(s, first, many); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	for i := first; ; i++ { // says what is saved for good
		if err := s.Set(fmt.Sprintf("key-%d", i), strings.Repeat("v", 40)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Println(i)
	}
}

// writeMany saves settings at once, each under its own key.
func writeMany(s *settings, first, many int) error {
	var group sync.WaitGroup
	failed := make(chan error, many)
	for i := first; i < first+many; i++ {
		group.Go(func() {
			if err := s.Set(fmt.Sprintf("key-%d", i), strconv.Itoa(i)); err != nil {
				failed <- err
			}
		})
	}
	group.Wait()
	close(failed)
	return <-failed
}

func writer(t *testing.T, folder string, first, many int) (*exec.Cmd, *bytes.Buffer) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), fmt.Sprintf("%s=%s %d %d", writerEnv, folder, first, many))
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	require.NoError(t, cmd.Start())
	return cmd, &out
}

// saved returns the settings file of a folder.
func saved(t *testing.T, folder string) map[string]any {
	raw, err := os.ReadFile(filepath.Join(folder, settingsFile))
	require.NoError(t, err)
	var values map[string]any
	require.NoError(t, json.Unmarshal(raw, &values), "%q", raw)
	return values
}

func TestAThousandWritersLoseNothing(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "not", "there")
	var (
		all []*exec.Cmd
		out []*bytes.Buffer
	)
	for i := range 4 {
		cmd, o := writer(t, folder, i*200, 200)
		all, out = append(all, cmd), append(out, o)
	}
	require.NoError(t, writeMany(newSettings(folder), 800, 200))
	for i, cmd := range all {
		require.NoError(t, cmd.Wait(), out[i].String())
	}
	values := saved(t, folder)
	for i := range 1000 {
		assert.Equal(t, strconv.Itoa(i), values[fmt.Sprintf("key-%d", i)])
	}
	assert.NoFileExists(t, filepath.Join(folder, settingsFile+".tmp"))
}

func TestAWriterThatIsKilledLeavesAWholeFile(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("killing differs")
	}
	folder := t.TempDir()
	require.NoError(t, newSettings(folder).Set("kept", "yes"))
	done, most := 0, 20 // milliseconds
	for round := range 200 {
		if done == 0 && round%20 == 19 {
			most *= 2 // on a busy machine a process takes longer to begin
		}
		cmd, out := writer(t, folder, round*10000, 0)
		time.Sleep(time.Duration(5+rand.IntN(most)) * time.Millisecond)
		require.NoError(t, cmd.Process.Kill())
		_ = cmd.Wait()
		values := saved(t, folder)
		require.Equal(t, "yes", values["kept"])
		for _, line := range strings.Fields(out.String()) {
			n, err := strconv.Atoi(line)
			require.NoError(t, err, out.String())
			require.Contains(t, values, "key-"+line)
			done = max(done, n%10000+1)
		}
	}
	assert.Positive(t, done, "no writer came to save anything")
	require.NoError(t, newSettings(folder).Set("after", "all"))
	left, err := os.ReadDir(folder)
	require.NoError(t, err)
	var names []string
	for _, f := range left {
		names = append(names, f.Name())
	}
	assert.ElementsMatch(t, []string{"config.json", "config.json.lock"}, names)
}

func TestSettingsStayAsTheyAre(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, settingsFile)
	require.NoError(t, os.WriteFile(file, []byte(`{"big":12345678901234567890.10,"on":true,"tree":{"b":[1,{"x":9007199254740993}],"a":"<é>"},"instance":"crn","none":null}`), 0o640))
	s := newSettings(folder)
	for name, want := range map[string]string{"big": "12345678901234567890.10", "on": "true", "instance": "crn", "none": "", "absent": ""} {
		value, err := s.Get(name)
		require.NoError(t, err)
		assert.Equal(t, want, value, name)
	}
	_, err := s.Get("tree")
	assert.ErrorContains(t, err, "'tree' is not text")
	require.NoError(t, s.Set("tenant-id", "t/"))
	require.NoError(t, s.Unset("instance"))
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	var compact bytes.Buffer
	require.NoError(t, json.Compact(&compact, raw))
	assert.Equal(t, `{"big":12345678901234567890.10,"none":null,"on":true,"tenant-id":"t/","tree":{"b":[1,{"x":9007199254740993}],"a":"<é>"}}`, compact.String())
	value, err := s.Get("tenant-id")
	require.NoError(t, err)
	assert.Equal(t, "t/", value)
	if runtime.GOOS != "windows" {
		info, err := os.Stat(file)
		require.NoError(t, err)
		assert.EqualValues(t, 0o600, info.Mode().Perm(), "settings may be secrets: others read them no longer")
	}
}

func TestNewSettingsAreTheOwnersAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	folder := filepath.Join(t.TempDir(), "new")
	s := newSettings(folder)
	require.NoError(t, s.Unset("x"))
	assert.NoDirExists(t, folder, "there was nothing to write")
	require.NoError(t, s.Set("x", "y"))
	info, err := os.Stat(filepath.Join(folder, settingsFile))
	require.NoError(t, err)
	assert.EqualValues(t, 0o600, info.Mode().Perm())
}

func TestALinkStaysALink(t *testing.T) {
	real, folder := t.TempDir(), t.TempDir()
	behind, link := filepath.Join(real, "mine.json"), filepath.Join(folder, settingsFile)
	if err := os.Symlink(behind, link); err != nil {
		t.Skip(err)
	}
	_, err := newSettings(folder).Get("x")
	assert.Error(t, err, "a link to nowhere is no empty file")
	require.NoError(t, os.WriteFile(behind, []byte(`{"x": "1"}`), 0o600))
	s := newSettings(folder)
	require.NoError(t, s.Set("x", "2"))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&os.ModeSymlink)
	raw, err := os.ReadFile(behind)
	require.NoError(t, err)
	assert.JSONEq(t, `{"x": "2"}`, string(raw))
}

func TestDamagedSettingsAreAnError(t *testing.T) {
	for name, content := range map[string]string{
		"empty": "", "blank": " \n", "half": `{"instance": "crn:v1`, "array": `["instance"]`, "text": `"instance"`, "null": `null`, "NUL": "\x00\x00\x00\x00",
		"NUL behind": "{}\x00", "two": `{"a":"b"}{"c":"d"}`, "BOM": "\ufeff{}", "other bytes": "{\"instance\": \"b\xfcro\"}", "other bytes in a name": "{\"b\xfcro\": \"x\"}", "UTF-16": "\xff\xfe{\x00}\x00", "huge": `{"a": "` + strings.Repeat("x", maxSettings) + `"}`,
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			file := filepath.Join(folder, settingsFile)
			require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
			damaged(t, folder)
			raw, err := os.ReadFile(file)
			require.NoError(t, err)
			assert.True(t, content == string(raw), "it was written to")
		})
	}
}

// damaged holds that the settings in a folder can be neither read nor changed, and that the error names the file.
func damaged(t *testing.T, folder string) {
	t.Helper()
	s := newSettings(folder)
	_, got := s.Get("instance")
	for _, err := range []error{got, s.Set("instance", "other"), s.Unset("instance")} {
		var e *service.SettingsError
		require.ErrorAs(t, err, &e)
		assert.True(t, e.Damaged)
		assert.Equal(t, filepath.Join(folder, settingsFile), e.File)
	}
}

func TestAFolderIsNoSettings(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, settingsFile), 0o700))
	damaged(t, folder)
}

func TestSettingsThatCannotBeWrittenAreAnError(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	s := newSettings(filepath.Join(file, "folder")) // can be no folder, for root neither
	var e *service.SettingsError
	require.ErrorAs(t, s.Set("x", "y"), &e)
	assert.False(t, e.Damaged)
	assert.Contains(t, e.Error(), settingsFile)

	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, settingsFile), []byte(`{"a": "b"}`), 0o600))
	require.NoError(t, os.MkdirAll(filepath.Join(folder, settingsFile+".tmp", "full"), 0o700)) // in the way of what is written beside
	s = newSettings(folder)
	require.ErrorAs(t, s.Set("x", "y"), &e)
	assert.True(t, e.Saving)
	assert.Equal(t, map[string]any{"a": "b"}, saved(t, folder))
	assert.NoError(t, s.Set("a", "b"), "nothing to write")
}
