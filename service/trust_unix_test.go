//go:build !windows

package service

import (
	"context"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/files"
)

func TestAFileThatOthersMayHaveWritten(t *testing.T) {
	w := newWorld(t)
	path := plant(t, "BACKUP_RECOVERY_APIKEY=k")
	require.NoError(t, os.Chmod(path, 0o666))
	_, err := w.readExternal(context.Background())
	assert.ErrorContains(t, err, "can change")
	require.NoError(t, os.Chmod(path, 0o600))
	if os.Geteuid() == 0 {
		require.NoError(t, os.Chown(path, 4711, 4711))
		_, err = w.readExternal(context.Background())
		assert.ErrorContains(t, err, "another user")
		t.Setenv("IBM_CREDENTIALS_FILE", path)
		_, err = w.readExternal(context.Background())
		assert.NoError(t, err, "whoever names a file has looked at it")
	}
}

// TestAPipeInTheWorkingFolderDoesNotHang plants what is no file.
func TestAPipeInTheWorkingFolderDoesNotHang(t *testing.T) {
	w := newWorld(t)
	path := plant(t)
	require.NoError(t, os.Remove(path))
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	_, err := w.readExternal(context.Background())
	assert.ErrorContains(t, err, "not a regular file")
	require.NoError(t, os.Remove(path))
	require.NoError(t, os.Mkdir(path, 0o700))
	_, err = w.readExternal(context.Background())
	assert.ErrorContains(t, err, "not a regular file")
}

func TestANamedPipeIsReadOnceAndEndsWithTheContext(t *testing.T) {
	w := newWorld(t)
	path := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	t.Setenv("IBM_CREDENTIALS_FILE", path)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	_, err := w.readExternal(ctx)
	require.ErrorIs(t, err, context.DeadlineExceeded)
	_ = os.WriteFile(path, nil, 0o600) // for the reader that was left behind
	path += "2"
	require.NoError(t, syscall.Mkfifo(path, 0o600))
	t.Setenv("IBM_CREDENTIALS_FILE", path)
	go func() { _ = os.WriteFile(path, []byte("BACKUP_RECOVERY_APIKEY=k\n"), 0o600) }()
	for range 2 {
		e, err := w.readExternal(context.Background())
		require.NoError(t, err)
		assert.Equal(t, "k", e.props["APIKEY"])
	}
}

// TestTheFileThatWasOpenedIsTheOneThatIsJudged puts a file of one's own in the place of another user's that is being read.
func TestTheFileThatWasOpenedIsTheOneThatIsJudged(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only the administrator can give files away")
	}
	path := filepath.Join(t.TempDir(), "credentials")
	require.NoError(t, os.WriteFile(path, []byte("BACKUP_RECOVERY_APIKEY=theirs"), 0o600))
	require.NoError(t, os.Chown(path, 4711, 4711))
	f, err := files.OpenRegular(path)
	require.NoError(t, err)
	defer f.Close()
	require.NoError(t, os.Remove(path))
	require.NoError(t, os.WriteFile(path, nil, 0o600))
	trust, err := files.Trust(f)
	require.NoError(t, err)
	assert.Equal(t, files.OthersFile, trust)
}
