package files

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The endings of the two files beside the place of a file that is still coming: its bytes, and what is known of them.
const (
	partEnding = ".part"
	noteEnding = ".part.state"
)

// Origin says where the bytes of a file come from. Bytes from two origins are never mixed.
type Origin struct {
	ID      string `json:"id"`      // what was asked for, and of whom
	Version string `json:"version"` // changes with the content; "" where it is not known
	Chunk   int64  `json:"chunk"`   // the length of its chunks, in bytes
}

// ErrBusy says that another process is fetching the same file.
var ErrBusy error = i18n.NewError("file.busy|Another download is writing this file.")

// Part is a file that is still coming: its chunks are written beside its place, in any order, and Commit puts it
// there when it is whole. Which chunks are safely on the disk is noted, so that a later try can go on from there.
type Part struct {
	Path string // of the bytes

	dir, name string
	origin    Origin
	file      *os.File
	note      *os.File
	lock      *flock.Flock

	mu    sync.Mutex
	done  map[int64]bool
	kept  int     // how many of them are from before
	fresh []int64 // those of them that have not been noted
	noted int     // how many of them a later try would find
	saved time.Time

	saving sync.Mutex // held while chunks are flushed and noted
	sum    *follower
}

// saveEvery is how often chunks are flushed to the disk and noted: what a kill costs at most, beside the chunks that
// are under way. It is short so that the disk has little left to do at the end.
const saveEvery = 250 * time.Millisecond

// Open begins a file in a folder, or goes on with what an earlier try with the same origin has left when resume is
// set. Whoever opens a Part ends it with Commit, Keep or Discard. Two processes cannot fetch the same file: the
// error is ErrBusy then.
func Open(dir, name string, origin Origin, resume bool) (p *Part, err error) {
	p = &Part{Path: filepath.Join(dir, name+partEnding), dir: dir, name: name, origin: origin, done: make(map[int64]bool), saved: time.Now()}
	// The note is what is locked: where a lock keeps others from writing, as on Windows, it must not be the bytes.
	p.lock = flock.New(p.notePath(), flock.SetFlag(os.O_CREATE|os.O_RDWR), flock.SetPermissions(0o600))
	switch locked, err := p.lock.TryLock(); {
	case err != nil:
		return nil, err
	case !locked:
		return nil, &fs.PathError{Op: "write", Path: filepath.Join(dir, name), Err: ErrBusy}
	}
	if p.note, err = os.OpenFile(p.notePath(), os.O_RDWR, 0o600); err == nil {
		p.file, err = os.OpenFile(p.Path, os.O_CREATE|os.O_RDWR, 0o600)
	}
	if err == nil && resume {
		err = p.recall()
	}
	if err == nil && p.kept == 0 {
		err = p.Restart()
	}
	if err != nil {
		_ = p.Discard()
		return nil, err
	}
	return p, nil
}

func (p *Part) notePath() string { return filepath.Join(p.dir, p.name+noteEnding) }

// noteStart is where the text of a note begins: the byte before is the one that Windows locks.
const noteStart = 1

// recall learns which chunks an earlier try has left, if it was about the same thing.
func (p *Part) recall() error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(io.NewSectionReader(p.note, noteStart, 1<<40))
	var was Origin
	if !lines.Scan() || json.Unmarshal(lines.Bytes(), &was) != nil || was != p.origin {
		return nil
	}
	for lines.Scan() {
		var chunk int64
		// A line ends in a full stop, so that one that was cut short counts for nothing.
		if _, err := fmt.Sscanf(lines.Text(), "%d.", &chunk); err == nil && strings.HasSuffix(lines.Text(), ".") &&
			chunk >= 0 && chunk < info.Size()/p.origin.Chunk {
			p.done[chunk] = true
		}
	}
	p.kept, p.noted = len(p.done), len(p.done)
	_, err = p.note.Seek(0, io.SeekEnd)
	return err
}

// Restart forgets everything that is there. It belongs before the first new chunk.
func (p *Part) Restart() error {
	clear(p.done)
	p.kept, p.noted = 0, 0
	header, err := json.Marshal(p.origin)
	if err == nil {
		err = p.file.Truncate(0)
	}
	if err == nil {
		err = p.note.Truncate(noteStart)
	}
	if err == nil {
		_, err = p.note.Seek(noteStart, io.SeekStart)
	}
	if err == nil {
		_, err = p.note.Write(append(header, '\n'))
	}
	return err
}

// Kept returns the chunks that are there from an earlier try, in order, and how many bytes they are.
func (p *Part) Kept() (chunks []int64, size int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for chunk := int64(0); len(chunks) < p.kept; chunk++ {
		if p.done[chunk] {
			chunks = append(chunks, chunk)
		}
	}
	return chunks, int64(p.kept) * p.origin.Chunk
}

// Has reports whether a chunk is there.
func (p *Part) Has(chunk int64) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.done[chunk]
}

// WriteAt writes bytes at their place in the file.
func (p *Part) WriteAt(b []byte, offset int64) (int, error) { return p.file.WriteAt(b, offset) }

// ReadAt reads bytes that have been written.
func (p *Part) ReadAt(b []byte, offset int64) (int, error) { return p.file.ReadAt(b, offset) }

// Done says that a chunk of full length has been written.
func (p *Part) Done(chunk int64) {
	p.mu.Lock()
	p.done[chunk] = true
	p.fresh = append(p.fresh, chunk)
	due := time.Since(p.saved) >= saveEvery
	if due {
		p.saved = time.Now()
	}
	if p.sum == nil {
		p.sum = follow(p)
	}
	p.mu.Unlock()
	p.sum.wake()
	if due && p.saving.TryLock() {
		go func() {
			defer p.saving.Unlock()
			_ = p.save() // a chunk that could not be noted is fetched again, no more
		}()
	}
}

// save flushes what has been written and then notes it: what the note says is on the disk. The caller holds saving.
func (p *Part) save() error {
	p.mu.Lock()
	fresh := p.fresh
	p.fresh = nil
	p.mu.Unlock()
	if len(fresh) == 0 {
		return nil
	}
	if err := p.file.Sync(); err != nil {
		return err
	}
	var lines strings.Builder
	for _, chunk := range fresh {
		fmt.Fprintf(&lines, "%d.\n", chunk)
	}
	if _, err := io.WriteString(p.note, lines.String()); err != nil {
		return err
	}
	p.mu.Lock()
	p.noted += len(fresh)
	p.mu.Unlock()
	return nil
}

// Finish says how long the whole file is, flushes it to the disk and returns the SHA-256 of its bytes, in hexadecimal.
// It ends early with the context.
func (p *Part) Finish(ctx context.Context, size int64) (sum string, err error) {
	if err := p.file.Truncate(size); err != nil { // a service may have sent more than there is in the end
		return "", err
	}
	p.mu.Lock()
	if p.sum == nil {
		p.sum = follow(p)
	}
	p.mu.Unlock()
	if sum, err = p.sum.finish(ctx, size); err != nil {
		return "", err
	}
	return sum, p.file.Sync()
}

// Commit puts a finished file in its place. A file that is there already is replaced only with overwrite; else the
// error is fs.ErrExist and the part is still there.
func (p *Part) Commit(overwrite bool) (path string, err error) {
	path = filepath.Join(p.dir, p.name)
	p.close()
	if overwrite {
		err = os.Rename(p.Path, path) // which replaces a file on Windows too
	} else {
		err = place(p.Path, path)
	}
	if err == nil {
		p.forget()
	}
	return path, err
}

// place renames a file where a rename must not replace another.
func place(from, to string) error {
	// A link fails where a rename would replace a file that came in the meantime.
	err := os.Link(from, to)
	if err == nil {
		return os.Remove(from)
	}
	if _, there := os.Lstat(to); there == nil || errors.Is(err, fs.ErrExist) {
		return &fs.PathError{Op: "create", Path: to, Err: fs.ErrExist}
	}
	return os.Rename(from, to) // no links on this file system
}

// Keep ends a try that has not come to its end, and leaves what a later one can go on from. It returns how many bytes
// that is. Where it would be nothing, nothing is left.
func (p *Part) Keep() (kept int64) {
	p.saving.Lock()
	_ = p.save()
	p.saving.Unlock()
	if p.noted == 0 {
		_ = p.Discard()
		return 0
	}
	p.close()
	_ = p.lock.Close()
	return int64(p.noted) * p.origin.Chunk
}

// Discard ends a try and leaves nothing.
func (p *Part) Discard() error {
	p.close()
	err := os.Remove(p.Path)
	p.forget()
	return err
}

// forget removes the note and releases the lock.
func (p *Part) forget() {
	p.close()
	_ = p.lock.Close()
	_ = os.Remove(p.notePath())
}

func (p *Part) close() {
	p.saving.Lock() // what is being saved comes to its end
	defer p.saving.Unlock()
	if p.sum != nil {
		p.sum.stop()
	}
	for _, f := range []*os.File{p.file, p.note} {
		if f != nil {
			_ = f.Close()
		}
	}
}

// follower computes the sum of a file from its front while its chunks come in any order. It reads them back from the
// disk's cache, so that what is summed is what is there.
type follower struct {
	part   *Part
	signal chan struct{}
	end    chan int64 // gets the size of the file once
	quit   chan struct{}
	once   sync.Once
	sum    chan string
	err    error
}

func follow(p *Part) *follower {
	f := &follower{part: p, signal: make(chan struct{}, 1), end: make(chan int64, 1), quit: make(chan struct{}), sum: make(chan string, 1)}
	go f.run()
	return f
}

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
	at, chunk := int64(0), f.part.origin.Chunk
	read := func(to int64) bool {
		for at < to {
			select {
			case <-f.quit:
				return false
			default:
			}
			n, err := f.part.file.ReadAt(buffer[:min(int64(len(buffer)), to-at)], at)
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
		for f.part.Has(at / chunk) {
			if !read((at/chunk + 1) * chunk) {
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

func (f *follower) stop() { f.once.Do(func() { close(f.quit) }) }
