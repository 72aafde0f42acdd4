//go:build !windows

package plugin

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/IBM-Cloud/ibm-cloud-cli-sdk/plugin"
	"github.com/gofrs/flock"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/service"
)

func TestAPipeIsNoSettings(t *testing.T) {
	folder := t.TempDir()
	require.NoError(t, syscall.Mkfifo(filepath.Join(folder, settingsFile), 0o600))
	damaged(t, folder) // and does not wait for the other end
}

func TestSettingsThatMayNotBeReadAreAnError(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, settingsFile), []byte("{}"), 0o000))
	_, err := newSettings(folder).Get("x")
	var e *service.SettingsError
	require.ErrorAs(t, err, &e)
	assert.False(t, e.Damaged)
}

// TestTheSDKReadsWhatWeWrite checks that the file is the one of the host's SDK, in its format.
func TestTheSDKReadsWhatWeWrite(t *testing.T) {
	home := t.TempDir()
	t.Setenv("IBMCLOUD_HOME", home)
	host := plugin.InitPluginContext("backup-recovery")
	s := newSettings(host.PluginDirectory())
	require.NoError(t, s.Set("instance", "crn & <more>"))
	value, err := host.PluginConfig().GetString("instance")
	require.NoError(t, err)
	assert.Equal(t, "crn & <more>", value)
	require.NoError(t, host.PluginConfig().Set("tenant-id", "t/"))
	value, err = newSettings(host.PluginDirectory()).Get("tenant-id")
	require.NoError(t, err)
	assert.Equal(t, "t/", value)
}

// TestTheLockOfTheSDKIsRespected checks that nobody writes while the SDK of an older version does, and that a file is read again
// that was found in the middle of that.
func TestTheLockOfTheSDKIsRespected(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, settingsFile)
	require.NoError(t, os.WriteFile(file, []byte(`{"a": "b"`), 0o600))
	lock := flock.New(file)
	require.NoError(t, lock.Lock())
	read, wrote := make(chan string, 1), make(chan error, 1)
	go func() {
		value, _ := newSettings(folder).Get("a")
		read <- value
	}()
	go func() { wrote <- newSettings(folder).Set("c", "d") }()
	select {
	case <-read:
		t.Error("half a file was read")
	case <-wrote:
		t.Error("the lock was passed over")
	case <-time.After(100 * time.Millisecond): // longer would only be stricter
	}
	require.NoError(t, os.WriteFile(file, []byte(`{"a": "whole"}`), 0o600))
	require.NoError(t, lock.Unlock())
	assert.Equal(t, "whole", <-read)
	require.NoError(t, <-wrote)
	assert.Equal(t, map[string]any{"a": "whole", "c": "d"}, saved(t, folder))
}

// TestAWaitForTheLockEndsWithTheCommand checks that neither reading nor writing waits for another writer once the command has ended,
// and that what may be left unsaved waits for nobody.
func TestAWaitForTheLockEndsWithTheCommand(t *testing.T) {
	for name, content := range map[string]string{"lock beside": `{"a": "b"}`, "lock of an SDK": `{"a": "b"`} {
		folder := t.TempDir()
		file := filepath.Join(folder, settingsFile)
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		lock := flock.New(file)
		if name == "lock beside" {
			lock = flock.New(file + ".lock")
		}
		require.NoError(t, lock.Lock())
		s := newSettings(folder)
		began := time.Now()
		var e *service.SettingsError
		require.ErrorAs(t, s.SetIfFree("c", "d"), &e, name)

		interrupted := errors.New("interrupted")
		ctx, cancel := context.WithCancelCause(context.Background())
		time.AfterFunc(50*time.Millisecond, func() { cancel(interrupted) })
		s.bind(ctx)
		assert.ErrorIs(t, s.Set("c", "d"), interrupted, name)
		assert.ErrorIs(t, s.Unset("a"), interrupted, name)
		if _, err := s.Get("a"); name == "lock beside" {
			assert.NoError(t, err, "reading a whole file needs no lock")
		} else {
			assert.ErrorIs(t, err, interrupted)
		}
		assert.Less(t, time.Since(began), lockPatience/2, name)
		require.NoError(t, lock.Unlock())
		raw, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, content, string(raw))
	}
	s := newSettings(t.TempDir())
	require.NoError(t, s.SetIfFree("c", "d"))
	value, err := s.Get("c")
	require.NoError(t, err)
	assert.Equal(t, "d", value)
}
