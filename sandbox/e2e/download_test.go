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

// newFileServer serves a large file, entirely and in parts as the service does, at next to no cost, so that the client is what
// a benchmark measures.
func newFileServer(t testing.TB, size int64) string {
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

// newDelayedProxy returns an address that forwards to another. Every byte of an answer is delayed, and a connection has at most
// a window of bytes in transit, as over a distance.
func newDelayedProxy(t testing.TB, to string, delay time.Duration, window int) string {
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
			go copyDelayed(near, far, delay, window)
		}
	}()
	return "http://" + l.Addr().String()
}

// copyDelayed copies bytes after a delay.
func copyDelayed(to, from net.Conn, delay time.Duration, window int) {
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

// peakMemory watches the memory of a process until it ends, and sends the maximum in MiB; 0 on systems without /proc.
func peakMemory(pid int) <-chan float64 {
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

// memoryFolder returns a folder in memory, where the system has one. Downloads are flushed to the disk and curl's are not, so
// that a disk would distort the comparison.
func memoryFolder(b *testing.B) string {
	dir, err := os.MkdirTemp("/dev/shm", "backup-recovery-")
	if err != nil {
		return b.TempDir()
	}
	b.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// BenchmarkDownload downloads a file of 512 MiB: over a connection with delay in four parts at once and in one, and without
// delay beside curl.
func BenchmarkDownload(b *testing.B) {
	const size = 512 << 20
	plugin := filepath.Join(b.TempDir(), "backup-recovery"+exe())
	out, err := exec.Command("go", "build", "-C", root, "-trimpath", "-ldflags", "-s -w", "-o", plugin, ".").CombinedOutput()
	require.NoError(b, err, "%s", out)
	s, err := sandbox.Start(sandbox.Options{Dir: b.TempDir()})
	require.NoError(b, err)
	b.Cleanup(func() { _ = s.Close() })
	near := newFileServer(b, size)
	far := newDelayedProxy(b, near[len("http://"):], 20*time.Millisecond, 4<<20)
	dir := memoryFolder(b)

	// fetch runs a download and returns the time and the peak memory of the plug-in in MiB.
	fetch := func(url string, parallel int) (time.Duration, float64) {
		target := filepath.Join(dir, "target")
		c := exec.Command(plugin, "indexed-file-download", "snapshot", "--file-path", "/large", "--output-file", target, "--force", "--quiet",
			"--parallel", strconv.Itoa(parallel), "--service-url", url, "--xibm-tenant-id", "t/")
		c.Env = append(append(os.Environ(), s.Env()...), "IBMCLOUD_PLUGIN_NAMESPACE=backup-recovery")
		var said bytes.Buffer
		c.Stdout, c.Stderr = &said, &said
		began := time.Now()
		require.NoError(b, c.Start())
		most := peakMemory(c.Process.Pid)
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
