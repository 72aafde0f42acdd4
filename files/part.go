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

// path returns where the whole file goes.
func (p *Part) path() string { return filepath.Join(p.root.Name(), p.name) }

// Restart forgets everything that is there. No chunk may be written meanwhile.
func (p *Part) Restart() error {
	p.saving.Lock()
	defer p.saving.Unlock()
	p.mu.Lock()
	clear(p.done)
	p.kept, p.fresh, p.noted = 0, nil, 0
	if p.sum != nil { // of what is gone
		p.sum.stop()
		p.sum = nil
	}
	p.mu.Unlock()
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
