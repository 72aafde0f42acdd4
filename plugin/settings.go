package plugin

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"unicode/utf8"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/service"
)

// settingsFile is the name of the file with the settings in the plug-in's folder. Name and format are those of the host's SDK,
// whose own reader panics on a damaged file and takes an empty one for no settings.
const settingsFile = "config.json"

// maxSettings is how many bytes a settings file may have.
const maxSettings = 16 << 20

// settings are the saved settings of the plug-in, a JSON object in one file. The file is read once, and again before each change.
// Values of other programs and types stay as they are, to the digit. All errors are *service.SettingsError.
type settings struct {
	file   string
	ctx    context.Context // whose end ends the wait for another writer
	mu     sync.Mutex      // of what follows
	done   bool            // whether the file has been read
	values map[string]json.RawMessage
	err    error
}

// newSettings returns the settings in a folder, which need not exist.
func newSettings(folder string) *settings {
	return &settings{file: filepath.Join(folder, settingsFile), ctx: context.Background()}
}

// bind makes the wait for another writer end when a context ends, with the context's cause. It is called before the settings are used.
func (s *settings) bind(ctx context.Context) { s.ctx = ctx }

// Get returns a setting, and "" for one that is not there.
func (s *settings) Get(name string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.done {
		s.values, s.err = s.load()
		s.done = true
	}
	if s.err != nil {
		return "", s.err
	}
	raw := s.values[name]
	switch {
	case raw == nil, string(raw) == "null":
		return "", nil
	case raw[0] == '"':
		var text string
		if err := json.Unmarshal(raw, &text); err != nil {
			return "", s.damaged(err)
		}
		return text, nil
	case raw[0] == '{', raw[0] == '[':
		return "", s.damaged(i18n.NewError("settings.type|'{{.Name}}' is not text.", "Name", name))
	}
	return string(raw), nil // a number or a truth value, which the SDK takes for text too
}

// Set saves a setting.
func (s *settings) Set(name, value string) error { return s.set(name, value, true) }

// SetIfFree saves a setting that nobody should have to wait for. It fails at once where another writer is at work.
func (s *settings) SetIfFree(name, value string) error { return s.set(name, value, false) }

func (s *settings) set(name, value string, wait bool) error {
	raw, err := json.Marshal(value)
	if err != nil {
		return s.unsaved(err)
	}
	return s.change(wait, func(values map[string]json.RawMessage) bool {
		same := bytes.Equal(values[name], raw)
		values[name] = raw
		return !same
	})
}

// Unset forgets a setting. One that is not there is no error.
func (s *settings) Unset(name string) error {
	return s.change(true, func(values map[string]json.RawMessage) bool {
		_, there := values[name]
		delete(values, name)
		return there
	})
}

// change reads the file, changes its values and writes it, while no other writer can. do reports whether there is something to write.
// Without wait, another writer is an error.
func (s *settings) change(wait bool, do func(map[string]json.RawMessage) bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	read := s.load
	if !wait {
		read = s.parse
	}
	values, err := read()
	if err != nil {
		return err
	}
	if !do(values) { // nothing to write, also where nothing could be written
		s.values, s.err, s.done = values, nil, true
		return nil
	}
	target, err := s.target()
	if err != nil {
		return s.unsaved(err)
	}
	unlock, err := lockSettings(s.ctx, target, wait)
	if err != nil {
		return s.unsaved(err)
	}
	defer unlock()
	if values, err = s.parse(); err != nil {
		return err
	}
	if do(values) {
		if err := writeSettings(target, values); err != nil {
			return s.unsaved(err)
		}
	}
	s.values, s.err, s.done = values, nil, true
	return nil
}

// load reads the file. The SDK of an older version of the plug-in writes in place: a file that is not whole is read once more
// when no such writer is at work.
func (s *settings) load() (map[string]json.RawMessage, error) {
	values, err := s.parse()
	var bad *service.SettingsError
	if !errors.As(err, &bad) || !bad.Damaged || runtime.GOOS == "windows" {
		return values, err
	}
	if info, err := os.Stat(s.file); err != nil || !info.Mode().IsRegular() {
		return nil, bad
	}
	unlock, err := lockToRead(s.ctx, s.file)
	switch {
	case s.ctx.Err() != nil:
		return nil, &service.SettingsError{File: s.file, Err: context.Cause(s.ctx)}
	case err != nil:
		return nil, bad
	}
	defer unlock()
	return s.parse()
}

// parse reads the file as it is now. A file that does not exist has no values.
func (s *settings) parse() (map[string]json.RawMessage, error) {
	raw, err := s.content()
	if err != nil || raw == nil {
		return map[string]json.RawMessage{}, err
	}
	if !utf8.Valid(raw) { // the reader of JSON would put other characters in the place of such bytes, and they would be saved
		return nil, s.damaged(i18n.NewError("settings.encoding|It is not UTF-8."))
	}
	var values map[string]json.RawMessage
	if !bytes.HasPrefix(bytes.TrimLeft(raw, " \t\r\n"), []byte("{")) && len(raw) > 0 {
		return nil, s.damaged(i18n.NewError("settings.object|It does not begin as a JSON object does."))
	}
	if err := json.Unmarshal(raw, &values); err != nil {
		return nil, s.damaged(err)
	}
	return values, nil
}

// content returns the bytes of the file; nil where there is none. It never waits for the other end of a pipe.
func (s *settings) content() ([]byte, error) {
	f, err := files.OpenRegular(s.file)
	if errors.Is(err, fs.ErrNotExist) {
		if _, link := os.Lstat(s.file); errors.Is(link, fs.ErrNotExist) {
			return nil, nil
		}
	}
	switch {
	case errors.Is(err, files.ErrNotRegular):
		return nil, s.damaged(i18n.NewError("settings.irregular|It is not a regular file."))
	case err != nil:
		return nil, &service.SettingsError{File: s.file, Err: err}
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return nil, &service.SettingsError{File: s.file, Err: err}
	}
	if info.Size() > maxSettings {
		return nil, s.damaged(i18n.NewError("settings.large|It is larger than {{.Size}} MiB.", "Size", maxSettings>>20))
	}
	raw := make([]byte, 0, info.Size()+1) // not nil, also for an empty file, which is damaged
	b := bytes.NewBuffer(raw)
	if _, err := b.ReadFrom(io.LimitReader(f, maxSettings)); err != nil {
		return nil, &service.SettingsError{File: s.file, Err: err}
	}
	return b.Bytes(), nil
}

// target returns the file behind links, so that a link stays one. The folder is made where there is none.
func (s *settings) target() (string, error) {
	target, err := filepath.EvalSymlinks(s.file)
	if errors.Is(err, fs.ErrNotExist) {
		return s.file, os.MkdirAll(filepath.Dir(s.file), 0o700)
	}
	return target, err
}

func (s *settings) damaged(err error) error {
	return &service.SettingsError{File: s.file, Err: err, Damaged: true}
}

func (s *settings) unsaved(err error) error {
	return &service.SettingsError{File: s.file, Err: err, Saving: true}
}

// writeSettings replaces a file by one with other values: whoever reads it sees the old or the new one, whole. The caller has the
// lock, so the name beside the file is free, or left by a writer that was killed.
func writeSettings(file string, values map[string]json.RawMessage) (err error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(values); err != nil {
		return err
	}
	if b.Len() > maxSettings {
		return i18n.NewError("settings.large|It is larger than {{.Size}} MiB.", "Size", maxSettings>>20)
	}
	old, err := os.Stat(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	beside := file + ".tmp"
	if err := os.Remove(beside); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.Remove(beside)
		}
	}()
	if old != nil {
		err = copyMode(f, old)
	}
	if err == nil {
		_, err = f.Write(b.Bytes())
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(beside, file)
	}
	if err == nil {
		syncFolder(filepath.Dir(file))
	}
	return err
}

// syncFolder brings a new name to the disk, where the system can do that.
func syncFolder(folder string) {
	if f, err := os.Open(folder); err == nil {
		_ = f.Sync()
		_ = f.Close()
	}
}
