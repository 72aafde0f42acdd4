package files

import (
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// noteMark is the first line of every note: what makes one of ours known, and the version of the format. The second line is the
// origin in JSON. Each line after that is the number of a chunk that is safely on the disk, and a full stop.
const noteMark = "ibmcloud backup-recovery download 1\n"

// maxNote is the size of the longest note that is believed, in bytes: enough for some 60 TB.
const maxNote = 64 << 20

// note is what is known of a file that is still coming. It is locked while it is open. Only who has it locked removes it.
type note struct {
	root *os.Root
	name string
	file *os.File
	size int64 // bytes that are right
}

// Pauses while another process is between creating a note and locking it.
const (
	noteTries = 200
	notePause = 5 * time.Millisecond
)

// openNote opens and locks a note, or creates it. The error is ErrBusy while another process has it, and *Foreign when a file of
// that name is no note.
func openNote(root *os.Root, name string) (n *note, created bool, err error) {
	path := filepath.Join(root.Name(), name)
	for range noteTries {
		f, created, err := openOwn(root, name)
		if err != nil {
			return nil, false, err
		}
		n := &note{root: root, name: name, file: f}
		locked, err := tryLock(f)
		for try := 0; created && err == nil && !locked && try < noteTries; try++ {
			time.Sleep(notePause) // somebody looks whether the new note is empty
			locked, err = tryLock(f)
		}
		switch {
		case err != nil || !locked:
			if created {
				_ = n.remove() // it is empty: nobody else believes in it
			}
			n.close()
			if err == nil {
				err = &fs.PathError{Op: "write", Path: path, Err: ErrBusy}
			}
			return nil, false, err
		case !is(root, name, f):
			n.close() // who had it locked before has removed it
			continue
		case created:
			if _, err := f.WriteAt([]byte(noteMark), 0); err != nil {
				_ = n.remove()
				n.close()
				return nil, false, err
			}
			n.size = int64(len(noteMark))
			return n, true, nil
		}
		mark := make([]byte, len(noteMark))
		got, err := f.ReadAt(mark, 0)
		if string(mark) == noteMark {
			n.size = int64(len(noteMark))
			return n, false, nil
		}
		n.close()
		if err != nil && err != io.EOF {
			return nil, false, err
		}
		if got > 0 {
			return nil, false, &Foreign{path, NoMark}
		}
		time.Sleep(notePause) // it may have been created a moment ago
	}
	return nil, false, &Foreign{path, NoMark}
}

// restart forgets all chunks and notes an origin. It is on the disk when restart returns.
func (n *note) restart(origin Origin) error {
	header, err := json.Marshal(origin)
	if err == nil {
		err = n.file.Truncate(int64(len(noteMark)))
	}
	if err == nil {
		n.size = int64(len(noteMark))
		err = n.write(append(header, '\n'))
	}
	if err == nil {
		err = n.file.Sync()
	}
	return err
}

// recall returns the chunks below a limit that an earlier try has left, if it was about the same origin. From the first line on that
// is not whole nothing is believed, and it is cut off.
func (n *note) recall(origin Origin, limit int64) (map[int64]bool, error) {
	text, err := io.ReadAll(io.NewSectionReader(n.file, int64(len(noteMark)), maxNote))
	if err != nil {
		return nil, err
	}
	header, rest, whole := bytes.Cut(text, []byte("\n"))
	var was Origin
	if !whole || json.Unmarshal(header, &was) != nil || was != origin {
		return nil, nil
	}
	done := make(map[int64]bool)
	size := len(noteMark) + len(header) + 1
	for {
		line, after, whole := bytes.Cut(rest, []byte("\n"))
		digits, stopped := strings.CutSuffix(string(line), ".")
		chunk, err := strconv.ParseUint(digits, 10, 63)
		if !whole || !stopped || err != nil {
			break
		}
		if int64(chunk) < limit {
			done[int64(chunk)] = true
		}
		size += len(line) + 1
		rest = after
	}
	n.size = int64(size)
	return done, n.file.Truncate(n.size)
}

// add notes chunks, which are on the disk.
func (n *note) add(chunks []int64) error {
	var lines []byte
	for _, chunk := range chunks {
		lines = append(strconv.AppendInt(lines, chunk, 10), '.', '\n')
	}
	return n.write(lines)
}

// write adds to the end. What could only be written in part is written over the next time.
func (n *note) write(b []byte) error {
	if _, err := n.file.WriteAt(b, n.size); err != nil {
		return err
	}
	n.size += int64(len(b))
	return nil
}

// remove removes the note, which stays locked until it is closed.
func (n *note) remove() error { return removeOwn(n.root, n.name, n.file) }

// close releases the lock.
func (n *note) close() { _ = n.file.Close() }
