package e2e

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/sandbox"
)

// warehouse serves one large file: whole, and in pieces as the service does. It costs next to nothing, so that
// what is measured is who fetches.
func warehouse(t testing.TB, size int64) string {
	store := make([]byte, 64<<20)
	_, _ = rand.NewChaCha8([32]byte{1}).Read(store)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start, _ := strconv.ParseInt(r.URL.Query().Get("startOffset"), 10, 64)
		length, err := strconv.ParseInt(r.URL.Query().Get("length"), 10, 64)
		if err != nil {
			length = size
		}
		length = max(0, min(length, size-start))
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Content-Length", strconv.FormatInt(length, 10))
		for length > 0 {
			from := start % int64(len(store))
			n, err := w.Write(store[from:min(from+min(length, 256<<10), int64(len(store)))])
			if err != nil {
				return
			}
			start, length = start+int64(n), length-int64(n)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// line is a way to an address on which every byte of an answer comes later, and on which a connection has no more
// than a window under way, as over a distance.
func line(t testing.TB, to string, delay time.Duration, window int) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			near, err := l.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("tcp", to)
			if err != nil {
				_ = near.Close()
				continue
			}
			go func() {
				_, _ = io.Copy(far, near)
				_ = far.(*net.TCPConn).CloseWrite()
			}()
			go later(near, far, delay, window)
		}
	}()
	return "http://" + l.Addr().String()
}

// later passes bytes on after a while.
func later(to, from net.Conn, delay time.Duration, window int) {
	type chunk struct {
		bytes []byte
		due   time.Time
	}
	const size = 128 << 10
	way, free := make(chan chunk, window/size), make(chan []byte, window/size+2)
	for range cap(free) {
		free <- make([]byte, size)
	}
	go func() {
		defer close(way)
		for {
			b := <-free
			n, err := io.ReadAtLeast(from, b, 1)
			if n > 0 {
				way <- chunk{b[:n], time.Now().Add(delay)}
			}
			if err != nil {
				return
			}
		}
	}()
	for c := range way {
		time.Sleep(time.Until(c.due))
		if _, err := to.Write(c.bytes); err != nil {
			_ = from.Close()
		}
		free <- c.bytes[:size]
	}
	_ = to.Close()
	_ = from.Close()
}

// memory watches how much memory a process has until it ends, and gives the most, in MiB; 0 where that cannot be seen.
func memory(pid int) <-chan float64 {
	most := make(chan float64, 1)
	go func() {
		var peak float64
		for {
			raw, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
			_, after, found := strings.Cut(string(raw), "VmHWM:")
			if err != nil || !found {
				most <- peak
				return
			}
			kib, _ := strconv.ParseFloat(strings.Fields(after)[0], 64)
			peak = max(peak, kib/1024)
			time.Sleep(5 * time.Millisecond)
		}
	}()
	return most
}

// inMemory is a folder that no disk slows down, where the system has one: downloads are flushed to the disk, which
// curl does not do, and a disk's moods would be all that is seen.
func inMemory(b *testing.B) string {
	dir, err := os.MkdirTemp("/dev/shm", "backup-recovery-")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// BenchmarkDownload fetches a file of 512 MiB: over a line with delay with four pieces at once and with one, and
// without delay beside curl, all in turn.
func BenchmarkDownload(b *testing.B) {
	const size = 512 << 20
	plugin := filepath.Join(b.TempDir(), "backup-recovery"+exe())
	out, err := exec.Command("go", "build", "-C", root, "-trimpath", "-ldflags", "-s -w", "-o", plugin, ".").CombinedOutput()
	require.NoError(b, err, "%s", out)
	s, err := sandbox.Start(sandbox.Options{Dir: b.TempDir()})
	require.NoError(b, err)
	b.Cleanup(func() { _ = s.Close() })
	near := warehouse(b, size)
	far := line(b, near[len("http://"):], 20*time.Millisecond, 4<<20)
	dir := inMemory(b)

	// fetch runs a download and gives the time it took and the most memory that the plug-in had, in MiB.
	fetch := func(url string, parallel int) (time.Duration, float64) {
		target := filepath.Join(dir, "target")
		c := exec.Command(plugin, "indexed-file-download", "snapshot", "--file-path", "/large", "--output-file", target, "--force", "--quiet",
			"--parallel", strconv.Itoa(parallel), "--service-url", url, "--xibm-tenant-id", "t/")
		c.Env = append(append(os.Environ(), s.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")
		var said bytes.Buffer
		c.Stdout, c.Stderr = &said, &said
		began := time.Now()
		require.NoError(b, c.Start())
		most := memory(c.Process.Pid)
		err := c.Wait()
		took := time.Since(began)
		require.NoError(b, err, "%s", &said)
		info, err := os.Stat(target)
		require.NoError(b, err)
		require.EqualValues(b, size, info.Size())
		require.NoError(b, os.Remove(target))
		return took, <-most
	}
	curl := func() time.Duration {
		target := filepath.Join(dir, "curl")
		began := time.Now()
		out, err := exec.Command("curl", "-sS", "-o", target, near).CombinedOutput()
		took := time.Since(began)
		require.NoError(b, err, "%s", out)
		require.NoError(b, os.Remove(target))
		return took
	}
	rate := func(d time.Duration) float64 { return size / (1 << 20) / d.Seconds() }
	b.Run("20 ms of delay", func(b *testing.B) {
		for b.Loop() {
			one, _ := fetch(far, 1)
			four, most := fetch(far, 4)
			b.ReportMetric(rate(one), "one-MiB/s")
			b.ReportMetric(rate(four), "four-MiB/s")
			b.ReportMetric(one.Seconds()/four.Seconds(), "times-as-fast")
			b.ReportMetric(most, "MiB-memory")
		}
	})
	b.Run("no delay", func(b *testing.B) {
		if _, err := exec.LookPath("curl"); err != nil {
			b.Skip("curl is not there to compare with")
		}
		for b.Loop() {
			var plain, four time.Duration
			var most float64
			for range 3 {
				plain += curl()
				took, mem := fetch(near, 4)
				four, most = four+took, max(most, mem)
			}
			b.ReportMetric(rate(plain/3), "curl-MiB/s")
			b.ReportMetric(rate(four/3), "four-MiB/s")
			b.ReportMetric(plain.Seconds()/four.Seconds(), "of-curl")
			b.ReportMetric(most, "MiB-memory")
		}
	})
}
