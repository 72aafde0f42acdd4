package service

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
)

// content is bytes that no piece repeats.
func content(size int) []byte {
	b := make([]byte, size)
	_, _ = rand.NewChaCha8([32]byte{7}).Read(b)
	return b
}

func fileRequest() *api.Request {
	return api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", "1:2:3")
}

// serve delivers a file in pieces, each after spoil had a look at the request and may have answered it.
func (w *world) serve(file []byte, spoil func(n int, rw http.ResponseWriter, piece []byte) bool) {
	n := 0
	w.answer(func(rw http.ResponseWriter, r *http.Request) {
		start, _ := strconv.Atoi(r.URL.Query().Get("startOffset"))
		length, err := strconv.Atoi(r.URL.Query().Get("length"))
		if err != nil {
			length = len(file)
		}
		piece := file[min(start, len(file)):min(start+length, len(file))]
		n++
		if spoil == nil || !spoil(n, rw, piece) {
			_, _ = rw.Write(piece)
		}
	})
}

func TestFetchPutsPiecesTogether(t *testing.T) {
	for _, size := range []int{0, 1, PieceSize - 1, PieceSize, PieceSize + 1, 2*PieceSize + 12345} {
		t.Run(strconv.Itoa(size), func(t *testing.T) {
			w, file := newWorld(t), content(size)
			w.serve(file, nil)
			var got bytes.Buffer
			var told int64
			n, _, err := w.client(t).Fetch(context.Background(), fileRequest(), &got, func(done, _ int64) { told = done })
			require.NoError(t, err)
			assert.EqualValues(t, size, n)
			assert.EqualValues(t, size, told)
			assert.True(t, bytes.Equal(file, got.Bytes()))
		})
	}
}

func TestFetchFromAServiceWithItsOwnIdeaOfPieces(t *testing.T) {
	file := content(100_000)
	for name, spoil := range map[string]func(int, http.ResponseWriter, []byte) bool{
		"short pieces": func(_ int, rw http.ResponseWriter, piece []byte) bool {
			_, _ = rw.Write(piece[:min(len(piece), 30_000)])
			return true
		},
		"416 behind the end": func(_ int, rw http.ResponseWriter, piece []byte) bool {
			if len(piece) == 0 {
				rw.WriteHeader(http.StatusRequestedRangeNotSatisfiable)
			}
			return len(piece) == 0
		},
		"an announced total": func(n int, rw http.ResponseWriter, piece []byte) bool {
			rw.Header().Set("Content-Range", fmt.Sprintf("bytes 0-%d/%d", len(piece)-1, len(file)))
			assert.Equal(t, 1, n, "nothing is asked for behind the end")
			return false
		},
		"a line that breaks": func(n int, rw http.ResponseWriter, piece []byte) bool {
			if n > 6 || len(piece) == 0 {
				return false
			}
			rw.Header().Set("Content-Length", strconv.Itoa(len(piece)))
			_, _ = rw.Write(piece[:len(piece)/3])
			rw.(http.Flusher).Flush()
			panic(http.ErrAbortHandler)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.serve(file, spoil)
			var got bytes.Buffer
			_, _, err := w.client(t).Fetch(context.Background(), fileRequest(), &got, nil)
			require.NoError(t, err)
			assert.True(t, bytes.Equal(file, got.Bytes()))
		})
	}
}

func TestFetchGivesUpOnAServiceThatIgnoresOffsets(t *testing.T) {
	w := newWorld(t)
	w.answer(func(rw http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(rw, "always the same") })
	_, _, err := w.client(t).Fetch(context.Background(), fileRequest(), io.Discard, nil)
	assert.ErrorIs(t, err, ErrSamePiece)
	assert.LessOrEqual(t, len(w.requests), 3)
}

func TestFetchSendsAWishedPieceAsItIs(t *testing.T) {
	w := newWorld(t)
	w.serve(content(1000), nil)
	var got bytes.Buffer
	_, _, err := w.client(t).Fetch(context.Background(), fileRequest().SetNamed("startOffset", "10").SetNamed("length", "5"), &got, nil)
	require.NoError(t, err)
	assert.Equal(t, content(1000)[10:15], got.Bytes())
	require.Len(t, w.requests, 1)
	assert.Equal(t, "startOffset=10&length=5", w.requests[0].URL.RawQuery)
}

func TestFetchStopsWhenTheDiskIsFull(t *testing.T) {
	w := newWorld(t)
	w.serve(content(3*PieceSize), nil)
	_, _, err := w.client(t).Fetch(context.Background(), fileRequest(), fullDisk{}, nil)
	assert.ErrorIs(t, err, syscall.ENOSPC)
	assert.Len(t, w.requests, 1)
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestWriteFileIsThereWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	write := func(text string, err error) func(io.Writer) (string, error) {
		return func(w io.Writer) (string, error) {
			_, _ = io.WriteString(w, text)
			list, _ := filepath.Glob(filepath.Join(dir, "name*"))
			assert.LessOrEqual(t, len(list), 1)
			return "name", err
		}
	}
	_, err := WriteFile(dir, false, write("half", errors.New("broken")))
	require.Error(t, err)
	left, _ := os.ReadDir(dir)
	assert.Empty(t, left)

	path, err := WriteFile(dir, false, write("one", nil))
	require.NoError(t, err)
	assert.Equal(t, filepath.Join(dir, "name"), path)
	_, err = WriteFile(dir, false, write("two", nil))
	require.ErrorIs(t, err, fs.ErrExist)
	_, err = WriteFile(dir, true, write("half", errors.New("broken")))
	require.Error(t, err)
	now, _ := os.ReadFile(path)
	assert.Equal(t, "one", string(now))
	_, err = WriteFile(dir, true, write("three", nil))
	require.NoError(t, err)
	now, _ = os.ReadFile(path)
	assert.Equal(t, "three", string(now))
	left, _ = os.ReadDir(dir)
	assert.Len(t, left, 1)
}

func TestNamesFromOutsideAreNoPaths(t *testing.T) {
	for name, want := range map[string]string{
		"a.zip": "a.zip", "../../etc/passwd": "passwd", `..\..\boot.ini`: "boot.ini", "/abs": "abs", "..": "", ".": "", "": "",
		".bashrc": "bashrc", "a\x00b\x1b[2J": "a_b_[2J", "CON": "_CON", "nul.txt": "_nul.txt", "COM1.tar.gz": "_COM1.tar.gz", "x:stream": "x_stream", "end. .": "end",
		"日本語.txt": "日本語.txt",
	} {
		assert.Equal(t, want, SafeName(name), "%q", name)
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("../x")
	f.Fuzz(func(t *testing.T, name string) {
		safe := SafeName(name)
		if safe == "" {
			return
		}
		if filepath.Base(safe) != safe || safe == ".." || safe == "." || filepath.IsAbs(safe) {
			t.Fatalf("%q became %q", name, safe)
		}
		if again := SafeName(safe); again != safe && !bytes.HasPrefix([]byte(safe), []byte("_")) {
			t.Fatalf("%q became %q and then %q", name, safe, again)
		}
	})
}
