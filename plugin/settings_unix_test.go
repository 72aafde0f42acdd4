//go:build !windows

package plugin

import (
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

// TestTheSDKReadsWhatWeWrite holds that the file is the one of the host's SDK, in its format.
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

// TestTheLockOfTheSDKIsRespected holds that nobody writes while the SDK of an older version does, and that a file is read again
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
