package host

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWordsBecomeNamespaceAndArguments(t *testing.T) {
	const br, policy = "backup-recovery", "backup-recovery protection-policy"
	f := newFixture(t, sample())
	for _, test := range []struct {
		line      string
		namespace string
		args      []string
	}{
		{"backup-recovery target", br, []string{"target"}},
		{"br target", br, []string{"target"}},
		{"br t --instance x", br, []string{"target", "--instance", "x"}},
		{"br protection-policy list", policy, []string{"list"}},
		{"br policy ls --output json", policy, []string{"list", "--output", "json"}},
		{"br pp view gold", policy, []string{"get", "gold"}},
		{"br policy get --help", policy, []string{"get", "--help"}},
		{"br policy get -- --help help", policy, []string{"get", "--", "--help", "help"}},
		{"br policy get list", policy, []string{"get", "list"}},
		{"br pp sched next 1", policy + " schedule", []string{"next", "1"}},
		{"br policy export all --now", br, []string{"policy export all", "--now"}},
		{"br secret", br, []string{"secret"}},
	} {
		t.Run(test.line, func(t *testing.T) {
			seen := f.start(t, strings.Fields(test.line)...)
			assert.Equal(t, test.args, seen.Args)
			assert.Equal(t, test.namespace, seen.variable(t, "IBMCLOUD_PLUGIN_NAMESPACE"))
			assert.Equal(t, test.namespace, seen.variable(t, "BLUEMIX_PLUGIN_NAMESPACE"))
			assert.Equal(t, "ibmcloud", seen.variable(t, "IBMCLOUD_CLI"))
			assert.Equal(t, "ibmcloud", seen.variable(t, "BLUEMIX_CLI"))
		})
	}
	assert.Equal(t, 1, f.timesAsked(t), "metadata is asked for once")
}

func TestArgumentsArriveByteForByte(t *testing.T) {
	f := newFixture(t, sample())
	odd := []string{"get", "", " ", "a b", `{"a": "\"$HOME\""}`, "*", "ö", "\x1b[0m"}
	seen := f.start(t, append([]string{"br", "policy"}, odd...)...)
	assert.Equal(t, odd, seen.Args)

	code, err := f.run(t, "br policy", "list")
	assert.Error(t, err, "one quoted argument is not two words")
	assert.Equal(t, 2, code)
}

func TestQuietReachesThePlugin(t *testing.T) {
	f := newFixture(t, sample())
	f.Env = append(f.Env, "IBMCLOUD_QUIET=")
	assert.Empty(t, f.start(t, "br", "target").variable(t, "IBMCLOUD_QUIET"))
	for _, flag := range []string{"-q", "--quiet"} {
		seen := f.start(t, flag, "br", "target", "-q")
		assert.Equal(t, "true", seen.variable(t, "IBMCLOUD_QUIET"))
		assert.Equal(t, []string{"target", "-q"}, seen.Args)
	}
}

func TestDirIsThePluginsOnly(t *testing.T) {
	f := newFixture(t, sample())
	here, err := os.Getwd()
	require.NoError(t, err)
	f.Plugin, err = filepath.Rel(here, f.Plugin)
	require.NoError(t, err)
	f.Dir, err = filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	assert.Equal(t, f.Dir, f.start(t, "br", "target").Dir, "a relative plug-in is found from the host's folder")
}

func TestStatusIsThePlugins(t *testing.T) {
	f := newFixture(t, sample())
	for _, want := range []int{0, 1, 2, 7, 130} {
		code, err := f.run(t, "br", "exit", strconv.Itoa(want))
		assert.NoError(t, err)
		assert.Equal(t, want, code)
		assert.Empty(t, f.stderr.String(), "the host adds nothing")
	}
}

func TestStreamsPassThrough(t *testing.T) {
	f := newFixture(t, sample())
	text := strings.Repeat("0123456789\x00\r\n", 20000)
	f.Stdin = strings.NewReader(text)
	code, err := f.run(t, "br", "cat")
	require.NoError(t, err)
	assert.Zero(t, code)
	assert.True(t, text == f.stdout.String(), "every byte arrives")
	assert.Equal(t, "copied", f.stderr.String())
}

func TestFileIsHandedOver(t *testing.T) {
	f := newFixture(t, sample())
	path := filepath.Join(t.TempDir(), "in")
	require.NoError(t, os.WriteFile(path, []byte("abcdef"), 0o600))
	file, err := os.Open(path)
	require.NoError(t, err)
	defer file.Close()
	f.Stdin = file
	_, err = f.run(t, "br", "read-three")
	require.NoError(t, err)
	rest, err := io.ReadAll(file)
	require.NoError(t, err)
	assert.Equal(t, "def", string(rest), "a pipe in between would have swallowed the rest")
}

func TestReaderThatWaitsDoesNotHoldUpTheEnd(t *testing.T) {
	f := newFixture(t, sample())
	in, keepOpen := io.Pipe()
	defer keepOpen.Close()
	f.Stdin = in
	code, err := f.run(t, "br", "exit", "4")
	assert.NoError(t, err)
	assert.Equal(t, 4, code)
}

func TestContextEndsThePlugin(t *testing.T) {
	f := newFixture(t, sample())
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stdin, keepOpen := io.Pipe()
	defer keepOpen.Close()
	out, stdout := io.Pipe()
	f.Stdin, f.Stdout = stdin, stdout
	go func() {
		_, _ = out.Read(make([]byte, 64)) // the plug-in is ready
		cancel()
		_, _ = io.Copy(io.Discard, out)
	}()
	code, err := f.Run(ctx, []string{"br", "wait"})
	assert.ErrorIs(t, err, context.Canceled)
	assert.NotZero(t, code)
	if runtime.GOOS != "windows" {
		assert.Equal(t, 60, code, "the plug-in was asked, not killed")
	}
}

func TestOutputThatCannotBeWritten(t *testing.T) {
	f := newFixture(t, sample())
	f.Stdout = fullDisk{}
	code, err := f.run(t, "br", "target")
	assert.ErrorIs(t, err, errFull)
	assert.NotZero(t, code)
}

var errFull = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestHostInSeveralGoroutines(t *testing.T) {
	f := newFixture(t, sample())
	f.Stdout, f.Stderr = nil, nil
	codes := make(chan int)
	for i := range 4 {
		go func() {
			code, _ := f.Run(context.Background(), []string{"br", "exit", strconv.Itoa(i)})
			codes <- code
		}()
	}
	var got []int
	for range 4 {
		select {
		case code := <-codes:
			got = append(got, code)
		case <-time.After(10 * time.Second):
			t.Fatal("a command hangs")
		}
	}
	assert.ElementsMatch(t, []int{0, 1, 2, 3}, got)
	assert.Equal(t, 1, f.timesAsked(t))
}
