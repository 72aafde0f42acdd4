//go:build !windows

package files

import (
	"context"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"
)

func TestDestinations(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	link := func(target, name string) { require.NoError(t, os.Symlink(target, at(name))) }
	write(t, at("file"), "mine")
	require.NoError(t, os.Mkdir(at("folder"), 0o700))
	require.NoError(t, syscall.Mkfifo(at("pipe"), 0o600))
	socket, err := net.Listen("unix", at("socket"))
	require.NoError(t, err)
	defer socket.Close()
	link("folder", "to-folder")
	link("pipe", "to-pipe")
	link("to-pipe", "to-link-to-pipe")
	link("/dev/null", "to-device")
	link("/dev/stdout", "to-stdout")
	link("file", "to-file")
	link("nothing", "to-nothing")
	link("to-itself", "to-itself")
	for path, want := range map[string]Destination{
		"-": Stream, "/dev/null": Stream, "/dev/stdout": Stream, "/dev/stderr": Stream, "/dev/fd/1": Stream, "/dev/fd/77": Stream,
		at("pipe"): Stream, at("to-pipe"): Stream, at("to-link-to-pipe"): Stream, at("to-device"): Stream, at("to-stdout"): Stream,
		at("folder"): Folder, at("to-folder"): Folder, at("nothing") + "/": Folder,
		at("nothing"): Place, at("file"): Place, at("to-file"): Place, at("to-nothing"): Place, at("to-itself"): Place, at("socket"): Place, "/dev/fd/x": Place,
	} {
		got, err := DestinationOf(path)
		require.NoError(t, err, path)
		assert.Equal(t, want, got, path)
	}
	for _, name := range []string{"to-file", "to-nothing", "to-itself", "socket"} {
		assert.Equal(t, &NotAFile{at(name)}, CheckPlace(at(name), true), name)
	}
}

func TestADiskIsNoStream(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "disk")
	if err := syscall.Mknod(disk, syscall.S_IFBLK|0o600, 7<<8); err != nil {
		t.Skip("only an administrator can make a device: ", err)
	}
	kind, err := DestinationOf(disk)
	require.NoError(t, err)
	assert.Equal(t, Place, kind)
	assert.Equal(t, &NotAFile{disk}, CheckPlace(disk, true))
}

func TestDescriptors(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	require.NoError(t, os.Symlink("/dev/stderr", link))
	for path, want := range map[string]int{"-": 1, "/dev/stdout": 1, "/dev/stderr": 2, "/dev/stdin": 0, "/dev/fd/63": 63, "/dev/../dev/fd/1": 1, link: 2} {
		number, open := Descriptor(path)
		assert.True(t, open, path)
		assert.Equal(t, want, number, path)
	}
	for _, path := range []string{"/dev/null", "/dev/fd", "/dev/fd/-1", "/dev/fd/1/x", "1", dir, filepath.Join(dir, "1")} {
		_, open := Descriptor(path)
		assert.False(t, open, path)
	}
}

func TestAPipeOfAnotherUserIsNotWrittenTo(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can give files away")
	}
	dir := t.TempDir()
	pipe, link := filepath.Join(dir, "pipe"), filepath.Join(dir, "link")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	require.NoError(t, os.Lchown(pipe, 12345, 12345))
	require.NoError(t, os.Symlink("/dev/null", link))
	require.NoError(t, os.Lchown(link, 12345, 12345))
	reader, err := os.OpenFile(pipe, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	require.NoError(t, err)
	defer reader.Close()
	for _, path := range []string{pipe, link} {
		_, err := DestinationOf(path)
		assert.Equal(t, &OtherUsers{path}, err)
		_, err = OpenStream(t.Context(), path)
		assert.Equal(t, &OtherUsers{path}, err)
	}
}

func TestAStreamIsWritten(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	got := make(chan string)
	go func() {
		content, _ := os.ReadFile(pipe)
		got <- string(content)
	}()
	f, err := OpenStream(t.Context(), pipe)
	require.NoError(t, err)
	_, err = io.WriteString(f, "content")
	require.NoError(t, err)
	require.NoError(t, f.Close())
	assert.Equal(t, "content", <-got)

	f, err = OpenStream(t.Context(), "/dev/null")
	require.NoError(t, err)
	_, err = io.WriteString(f, "content")
	require.NoError(t, err)
	require.NoError(t, f.Close())
}

func TestAPipeThatNobodyReadsEndsWithTheContext(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	within5s(t, func() {
		_, err := OpenStream(ctx, pipe)
		assert.ErrorIs(t, err, context.DeadlineExceeded)
	})
}

// TestAStreamThatHasBecomeAFile opens what is no stream any more.
func TestAStreamThatHasBecomeAFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "mine")
	_, err := OpenStream(t.Context(), file)
	assert.Equal(t, &NotAFile{file}, err)
	assert.Equal(t, "mine", read(t, file))
	_, err = OpenStream(t.Context(), file+"x")
	assert.ErrorIs(t, err, os.ErrNotExist)
	assert.NoFileExists(t, file+"x")
}

// TestAnInheritedFileIsWrittenWhereItStands has an open file of the kind that a shell leaves to a program, and one that the process
// keeps to itself.
func TestAnInheritedFileIsWrittenWhereItStands(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	f, err := os.Create(path)
	require.NoError(t, err)
	defer f.Close()
	_, err = io.WriteString(f, "first ")
	require.NoError(t, err)
	name := "/dev/fd/" + strconv.Itoa(int(f.Fd()))
	_, err = OpenStream(t.Context(), name)
	require.ErrorIs(t, err, syscall.EBADF, "it is the process's own")
	_, err = unix.FcntlInt(f.Fd(), unix.F_SETFD, 0)
	require.NoError(t, err)
	stream, err := OpenStream(t.Context(), name)
	require.NoError(t, err)
	_, err = io.WriteString(stream, "second")
	require.NoError(t, err)
	require.NoError(t, stream.Close())
	assert.Equal(t, "first second", read(t, path))

	in, err := os.Open(path)
	require.NoError(t, err)
	defer in.Close()
	_, err = unix.FcntlInt(in.Fd(), unix.F_SETFD, 0)
	require.NoError(t, err)
	_, err = OpenStream(t.Context(), "/dev/fd/"+strconv.Itoa(int(in.Fd())))
	assert.ErrorIs(t, err, syscall.EBADF, "it is open for reading")
	_, err = OpenStream(t.Context(), "/dev/fd/9999")
	assert.ErrorIs(t, err, syscall.EBADF)
}
