package files

import "io/fs"

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
	if hasModes {
		// Where this cannot be done, as on a file system without permissions, the file stays as private as its part.
		_ = p.file.Chmod(p.finalMode(info))
		defer func() {
			if err != nil {
				_ = p.file.Chmod(partMode)
			}
		}()
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

// partMode is the permissions of what is not yet whole: nobody else's.
const partMode fs.FileMode = 0o600

// finalMode returns the permissions of the file in its place: those of the file that it replaces, or those of any new file where
// replaced is nil. It also keeps the group. It never lets anybody have the file who could not have had the earlier one: where the
// group is another, it may do no more than everybody, and a file that another user has put there does not decide who may write.
func (p *Part) finalMode(replaced fs.FileInfo) fs.FileMode {
	if replaced == nil {
		return 0o666 &^ umask
	}
	mode := replaced.Mode().Perm()
	switch {
	case !mine(replaced):
		mode &^= 0o022
	case keepGroup(p.file, replaced):
		return mode
	}
	return mode & (0o707 | (mode&0o007)<<3)
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
