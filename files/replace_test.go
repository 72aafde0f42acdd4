package files

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReplaceIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "backup.prom")
	for _, text := range []string{"one", "two", ""} {
		require.NoError(t, Replace(path, []byte(text), 0o644))
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		assert.Equal(t, text, string(raw))
	}
	info, err := os.Stat(path)
	require.NoError(t, err)
	if runtime.GOOS != "windows" {
		assert.EqualValues(t, 0o644, info.Mode().Perm())
	}

	require.ErrorIs(t, Replace(dir, nil, 0o644), ErrNotRegular)
	require.ErrorIs(t, Replace(filepath.Join(dir, "none", "x"), nil, 0o644), os.ErrNotExist)
	if link := filepath.Join(dir, "link"); os.Symlink(path, link) == nil {
		require.ErrorIs(t, Replace(link, []byte("x"), 0o644), ErrNotRegular)
	}
	names, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	assert.Empty(t, names, "something was left behind")
}

func TestReplaceLeavesWhatIsThereWhereItCannotWrite(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("permissions of folders do not count here")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	require.NoError(t, os.WriteFile(path, []byte("old"), 0o600))
	require.NoError(t, os.Chmod(dir, 0o500))
	t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
	require.ErrorIs(t, Replace(path, []byte("new"), 0o600), os.ErrPermission)
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "old", string(raw))
}

func TestALockIsHadByOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	unlock, err := Lock(t.Context(), path, time.Second)
	require.NoError(t, err)
	_, err = Lock(t.Context(), path, 50*time.Millisecond)
	require.Error(t, err)
	ctx, cancel := context.WithCancelCause(t.Context())
	why := errors.New("why")
	time.AfterFunc(50*time.Millisecond, func() { cancel(why) })
	_, err = Lock(ctx, path, time.Minute)
	require.ErrorIs(t, err, why)
	time.AfterFunc(50*time.Millisecond, unlock)
	again, err := Lock(t.Context(), path, 10*time.Second)
	require.NoError(t, err)
	again()
	_, err = Lock(t.Context(), filepath.Join(path, "x"), time.Second)
	require.Error(t, err)
}
