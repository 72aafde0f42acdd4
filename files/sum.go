package files

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"sync"
)

// follower computes the sum of a file from its front while its chunks come in any order. It reads them back from the
// disk's cache, so that what is summed is what is there.
type follower struct {
	bytes  io.ReaderAt
	has    func(chunk int64) bool
	chunk  int64
	signal chan struct{}
	end    chan int64 // gets the size of the file once
	quit   chan struct{}
	once   sync.Once
	sum    chan string
	err    error
}

// follow begins a sum of bytes, of which has reports which chunks are there. chunk is the length of one.
func follow(bytes io.ReaderAt, has func(chunk int64) bool, chunk int64) *follower {
	f := &follower{bytes: bytes, has: has, chunk: chunk, signal: make(chan struct{}, 1), end: make(chan int64, 1), quit: make(chan struct{}), sum: make(chan string, 1)}
	go f.run()
	return f
}

// wake says that another chunk is there.
func (f *follower) wake() {
	select {
	case f.signal <- struct{}{}:
	default:
	}
}

func (f *follower) run() {
	defer close(f.sum)
	sum := sha256.New()
	buffer := make([]byte, 256<<10)
	at := int64(0)
	read := func(to int64) bool {
		for at < to {
			select {
			case <-f.quit:
				return false
			default:
			}
			n, err := f.bytes.ReadAt(buffer[:min(int64(len(buffer)), to-at)], at)
			if n == 0 {
				f.err = err
				return false
			}
			_, _ = sum.Write(buffer[:n])
			at += int64(n)
		}
		return true
	}
	for {
		for f.has(at / f.chunk) {
			if !read((at/f.chunk + 1) * f.chunk) {
				return
			}
		}
		select {
		case <-f.quit:
			return
		case <-f.signal:
		case size := <-f.end:
			if read(size) {
				f.sum <- hex.EncodeToString(sum.Sum(nil))
			}
			return
		}
	}
}

// finish returns the SHA-256 of the first size bytes, all of which are there.
func (f *follower) finish(ctx context.Context, size int64) (string, error) {
	f.end <- size
	select {
	case <-ctx.Done():
		return "", context.Cause(ctx)
	case sum, ok := <-f.sum:
		if !ok && f.err == nil {
			f.err = fs.ErrClosed
		}
		return sum, f.err
	}
}

// stop ends the work before its end.
func (f *follower) stop() { f.once.Do(func() { close(f.quit) }) }
