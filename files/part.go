package files

import (
	"context"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"
)

// Origin says where the bytes of a file come from. Bytes from two origins are never mixed.
type Origin struct {
	ID      string `json:"id"`      // what was asked for, and of whom
	Version string `json:"version"` // changes with the content; "" where it is not known
	Chunk   int64  `json:"chunk"`   // the length of its chunks, in bytes
}

// Part is a file that is still coming: its chunks are written beside its place, in any order, and Commit puts it
// there when it is whole. Which chunks are safely on the disk is noted, so that a later try can go on from there.
// All of it happens in the folder that was opened, even if the folder's name becomes another one's.
type Part struct {
	Path string // of the bytes

	root   *os.Root // the folder
	name   string   // of the file when it is whole
	bytes  string   // the name until then
	origin Origin
	file   *os.File
	note   *note // locked; nil once the part is committed, kept or discarded

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

// Open begins a file in a folder, or goes on with what an earlier try with the same origin has left when resume is set. Whoever opens
// a Part ends it with Commit, Keep or Discard, and then closes it. Two processes cannot fetch the same file: the error is ErrBusy
// then. It is *Foreign where a name that the part needs is that of a file which no download has left, and *NotAFile where the file
// could not be put in its place.
func Open(dir, name string, origin Origin, resume bool) (*Part, error) {
	path := filepath.Join(dir, name)
	if filepath.Base(name) != name || !filepath.IsLocal(name) || origin.Chunk <= 0 {
		return nil, &fs.PathError{Op: "create", Path: path, Err: fs.ErrInvalid}
	}
	if ownName(name) {
		return nil, &Foreign{path, OwnName}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	p := &Part{root: root, name: name, origin: origin, done: make(map[int64]bool), saved: time.Now()}
	if err := p.open(resume); err != nil {
		_ = p.Close()
		return nil, err
	}
	return p, nil
}

func (p *Part) open(resume bool) error {
	var noteName string
	p.bytes, noteName = partNames(p.name)
	p.Path = filepath.Join(p.root.Name(), p.bytes)
	info, err := p.root.Lstat(p.name)
	if err := checkPlace(p.path(), info, within(p.root, p.name, err), true); err != nil {
		return err
	}
	// The note is what is locked, and it is there before the bytes are and after they are gone: so bytes without one are not ours.
	n, first, err := openNote(p.root, noteName)
	if err != nil {
		return err
	}
	p.note = n
	if first {
		if err := n.restart(p.origin); err != nil {
			_ = n.remove()
			return err
		}
	} else if err := p.afterKill(); err != nil {
		return err
	}
	file, created, err := openOwn(p.root, p.bytes)
	if err == nil && first && !created {
		_ = file.Close()
		err = &Foreign{p.Path, NoNote}
	}
	if err != nil {
		if first {
			_ = n.remove()
		}
		return err
	}
	p.file = file
	if !created && resume {
		if err := p.recall(); err != nil {
			return err
		}
	}
	if !first && p.kept == 0 {
		return p.Restart()
	}
	return nil
}

// path returns where the whole file goes.
func (p *Part) path() string { return filepath.Join(p.root.Name(), p.name) }

// afterKill takes away the second name of a file that was put in its place by a process which was killed in the middle of that.
func (p *Part) afterKill() error {
	whole, err := p.root.Lstat(p.name)
	if err != nil {
		return nil // most likely it is not there; if it is something else, what comes next meets it too
	}
	part, err := p.root.Lstat(p.bytes)
	if err == nil && part.Mode().IsRegular() && os.SameFile(whole, part) {
		return within(p.root, p.bytes, p.root.Remove(p.bytes))
	}
	return nil
}

// recall learns which chunks an earlier try has left, if it was about the same thing.
func (p *Part) recall() error {
	info, err := p.file.Stat()
	if err != nil {
		return err
	}
	done, err := p.note.recall(p.origin, info.Size()/p.origin.Chunk)
	if err == nil && done != nil {
		p.done, p.kept, p.noted = done, len(done), len(done)
	}
	return err
}

// Restart forgets everything that is there. It belongs before the first new chunk.
func (p *Part) Restart() error {
	clear(p.done)
	p.kept, p.noted = 0, 0
	// First the note, so that it never says more than what is there.
	if err := p.note.restart(p.origin); err != nil {
		return err
	}
	return p.file.Truncate(0)
}

// Kept returns the chunks that are there from an earlier try, in order, and how many bytes they are. It belongs before the first new
// chunk.
func (p *Part) Kept() (chunks []int64, size int64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.done)), int64(p.kept) * p.origin.Chunk
}

// Has reports whether a chunk is there.
func (p *Part) Has(chunk int64) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.done[chunk]
}

// WriteAt writes bytes at their place in the file.
func (p *Part) WriteAt(b []byte, offset int64) (int, error) { return p.file.WriteAt(b, offset) }

// ReadAt reads bytes that have been written, also after Commit.
func (p *Part) ReadAt(b []byte, offset int64) (int, error) { return p.file.ReadAt(b, offset) }

// Stat returns what the system says about the file, also after Commit.
func (p *Part) Stat() (fs.FileInfo, error) { return p.file.Stat() }

// Done says that a chunk of full length has been written.
func (p *Part) Done(chunk int64) {
	p.mu.Lock()
	p.done[chunk] = true
	p.fresh = append(p.fresh, chunk)
	due := time.Since(p.saved) >= saveEvery
	if due {
		p.saved = time.Now()
	}
	sum := p.summing()
	p.mu.Unlock()
	sum.wake()
	if due && p.saving.TryLock() {
		go func() {
			defer p.saving.Unlock()
			_ = p.save() // a chunk that could not be noted is fetched again, no more
		}()
	}
}

// summing returns the sum of the file, which it begins. The caller holds mu.
func (p *Part) summing() *follower {
	if p.sum == nil {
		p.sum = follow(p.file, p.Has, p.origin.Chunk)
	}
	return p.sum
}

// save flushes what has been written and then notes it: what the note says is on the disk. The caller holds saving.
func (p *Part) save() error {
	p.mu.Lock()
	fresh := p.fresh
	p.fresh = nil
	p.mu.Unlock()
	if len(fresh) == 0 || p.note == nil {
		return nil
	}
	if err := p.file.Sync(); err != nil {
		return err
	}
	if err := p.note.add(fresh); err != nil {
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
	summing := p.summing()
	p.mu.Unlock()
	if sum, err = summing.finish(ctx, size); err != nil {
		return "", err
	}
	return sum, p.file.Sync()
}

// Commit puts a finished file in its place, whole or not at all, and returns its path. A file that is there already is replaced only
// with overwrite; else the error is fs.ErrExist. Anything else that is there stays, and the error is *NotAFile. After an error the
// part is still there, unless it is *Foreign: another file has taken the name of the part, and stays as it is.
func (p *Part) Commit(overwrite bool) (path string, err error) {
	p.saving.Lock() // what is being saved comes to its end
	defer p.saving.Unlock()
	path = p.path()
	info, err := p.root.Lstat(p.name)
	if err := checkPlace(path, info, within(p.root, p.name, err), overwrite); err != nil {
		return path, err
	}
	ours, err := p.file.Stat()
	switch {
	case err != nil:
		return path, err
	case !is(p.root, p.bytes, p.file):
		return path, &Foreign{p.Path, Replaced}
	case links(p.file, ours) != 1:
		return path, &Foreign{p.Path, SeveralLink}
	}
	if overwrite {
		err = within(p.root, p.name, p.root.Rename(p.bytes, p.name)) // which replaces a file on Windows too
	} else {
		err = place(p.root, p.bytes, p.name, p.root.Link)
	}
	if err != nil {
		return path, err
	}
	if !is(p.root, p.name, p.file) {
		return path, &Foreign{path, Replaced}
	}
	if is(p.root, p.bytes, p.file) {
		return path, nil // the second name could not be removed: with the note beside it, the next try does
	}
	p.forget()
	return path, nil
}

// Keep ends a try that has not come to its end, and leaves what a later one can go on from. It returns how many bytes
// that is. Where it would be nothing, nothing is left. Keep does nothing after Commit.
func (p *Part) Keep() (kept int64) {
	p.saving.Lock()
	_ = p.save()
	p.saving.Unlock()
	if p.noted == 0 {
		_ = p.Discard()
		return 0
	}
	if p.note == nil {
		return 0
	}
	_ = p.Close()
	return int64(p.noted) * p.origin.Chunk
}

// Discard ends a try and leaves nothing. It does nothing after Commit.
func (p *Part) Discard() (err error) {
	p.saving.Lock()
	defer p.saving.Unlock()
	if p.note != nil {
		if err = removeOwn(p.root, p.bytes, p.file); err == nil {
			p.forget()
		}
	}
	p.close()
	return err
}

// forget removes the note, and then releases the lock.
func (p *Part) forget() {
	_ = p.note.remove()
	p.note.close()
	p.note = nil
}

// Close releases what the part still holds. What is neither committed nor discarded is kept.
func (p *Part) Close() error {
	p.saving.Lock()
	defer p.saving.Unlock()
	p.close()
	return nil
}

// close releases everything, the lock last. The caller holds saving.
func (p *Part) close() {
	if p.sum != nil {
		p.sum.stop()
	}
	if p.file != nil {
		_ = p.file.Close()
	}
	if p.note != nil {
		p.note.close()
		p.note = nil
	}
	_ = p.root.Close()
}
