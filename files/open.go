package files

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

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
