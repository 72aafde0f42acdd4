package files

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// stressVariable makes the test binary one of the processes of TestProcessesDoNotMix, and says which: FOLDER, NUMBER and TIME in JSON.
const stressVariable = "FILES_STRESS_PROCESS"

// stressTimeVariable is how long TestProcessesDoNotMix takes, such as 1m.
const stressTimeVariable = "FILES_STRESS_TIME"

type stressProcess struct {
	Folder    string
	Number    byte
	Overwrite bool
	Until     time.Time
}

type stressResult struct{ Committed, Busy, Exists, Resumed int }

func TestMain(m *testing.M) {
	if text := os.Getenv(stressVariable); text != "" {
		var p stressProcess
		err := json.Unmarshal([]byte(text), &p)
		var result *stressResult
		if err == nil {
			result, err = p.run()
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		_ = json.NewEncoder(os.Stdout).Encode(result)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// TestProcessesDoNotMix has two to four processes download under one name, again and again: what is in its place is that of one
// of them, whole. FILES_STRESS_TIME=1m lets it run for longer than a second.
func TestProcessesDoNotMix(t *testing.T) {
	span := time.Second
	if text := os.Getenv(stressTimeVariable); text != "" {
		var err error
		span, err = time.ParseDuration(text)
		require.NoError(t, err)
	}
	for _, overwrite := range []bool{false, true} {
		for _, count := range []int{2, 4} {
			dir := memoryFolder(t)
			outputs := make([]bytes.Buffer, count)
			commands := make([]*exec.Cmd, count)
			until := time.Now().Add(span / 4)
			for i := range commands {
				text, err := json.Marshal(stressProcess{dir, byte(i + 1), overwrite, until})
				require.NoError(t, err)
				c := exec.CommandContext(t.Context(), os.Args[0])
				c.Env = append(os.Environ(), stressVariable+"="+string(text))
				c.Stdout, c.Stderr = &outputs[i], &outputs[i]
				require.NoError(t, c.Start())
				commands[i] = c
			}
			var sum stressResult
			for i, c := range commands {
				require.NoError(t, c.Wait(), "%s", &outputs[i])
				var result stressResult
				require.NoError(t, json.Unmarshal(outputs[i].Bytes(), &result), "%s", &outputs[i])
				sum.Committed += result.Committed
				sum.Busy += result.Busy
				sum.Exists += result.Exists
				sum.Resumed += result.Resumed
			}
			t.Logf("%d processes, overwrite %t: %+v", count, overwrite, sum)
			assert.Positive(t, sum.Committed)
		}
	}
}

// memoryFolder returns a new folder in memory, where the system has such a thing: flushing to a disk leaves little time for races.
func memoryFolder(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "files-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// run downloads under one name until the time is over.
func (p stressProcess) run() (*stressResult, error) {
	const chunk, chunks = 4096, 8
	result := &stressResult{}
	place := filepath.Join(p.Folder, "name")
	ours := false
	for round := 0; time.Now().Before(p.Until); round++ {
		if ours && round%5 == 0 {
			if err := os.Remove(place); err != nil { // so that another one may win
				return nil, err
			}
			ours = false
		}
		part, err := Open(p.Folder, "name", Origin{ID: strconv.Itoa(int(p.Number)), Chunk: chunk}, round%2 == 1)
		if errors.Is(err, ErrBusy) {
			result.Busy++
			continue
		}
		if err != nil {
			return nil, err
		}
		if kept, _ := part.Kept(); len(kept) > 0 {
			result.Resumed++
		}
		for i := range int64(chunks) {
			if part.Has(i) {
				continue
			}
			if _, err := part.WriteAt(bytes.Repeat([]byte{p.Number}, chunk), i*chunk); err != nil {
				return nil, err
			}
			part.Done(i)
		}
		if round%8 == 0 {
			part.Keep()
			continue
		}
		if _, err := part.Finish(context.Background(), chunk*chunks); err != nil {
			return nil, err
		}
		_, err = part.Commit(p.Overwrite)
		switch {
		case errors.Is(err, fs.ErrExist):
			result.Exists++
			if err := part.Discard(); err != nil {
				return nil, err
			}
			continue
		case err != nil:
			return nil, err
		}
		if err := part.Close(); err != nil {
			return nil, err
		}
		result.Committed++
		content, err := os.ReadFile(place)
		if err != nil {
			return nil, err
		}
		if len(content) != chunk*chunks || bytes.Count(content, content[:1]) != len(content) || !p.Overwrite && content[0] != p.Number {
			return nil, fmt.Errorf("process %d: a mixture of %d bytes, from %d to %d", p.Number, len(content), content[0], content[len(content)-1])
		}
		ours = !p.Overwrite
	}
	return result, nil
}
