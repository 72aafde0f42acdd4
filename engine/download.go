package engine

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Destination is where a file goes and how it gets there.
type Destination struct {
	stream   string // what the bytes are written to as they come; "" for a file that is put in its place when it is whole
	dir      string
	name     string // "" for the file's own
	force    bool   // replaces what is there
	resume   bool
	parallel int
	extract  string // folder to unpack into, or ""
	discard  bool   // whether the archive is removed once it is unpacked
	verify   bool   // whether the file is an archive to be read through
	limit    int64  // bytes that the archive may unpack to; 0 for the usual limit

	// MayPend is whether the service may answer without content before the file is there, which is service.ErrNotReady then.
	MayPend bool
}

// Saved is a file that has arrived.
type Saved struct {
	path     string // "" for standard output, and for an archive that was unpacked and not kept
	streamed bool   // whether the path is that of a stream
	size     int64  // bytes
	kept     int64  // of them, bytes from an earlier try
	sha256   string
	took     time.Duration
	archive  string // the name of an archive that was not kept
	folder   string // where it was unpacked
	unpacked *files.Unpacked
	verified int // files in the archive whose checksums are right
}

// Destination returns where the options say that a file goes. Better an error now than after an hour of waiting: it says when the
// place is not free. archive is whether the file is an archive, which is read through once it is there.
func (c *Context) Destination(archive bool) (*Destination, error) {
	o := &c.Options.Save
	d := &Destination{resume: o.Resume, parallel: max(o.Parallel, 1), extract: expandHome(o.Extract), limit: o.Limit}
	if err := d.place(expandHome(o.Where)); err != nil {
		return nil, err
	}
	if err := c.flags.checkSave(o, c.command.Op, d.Streams()); err != nil {
		return nil, err
	}
	if c.isTerminal(d.stream) {
		return nil, Usage("flag.terminal|--output-file {{.File}} leads to a terminal. Redirect it to a file or another program.", "File", o.Where)
	}
	d.force = c.Options.Force || c.command.Replaces && d.name != ""
	d.verify = archive && !d.Streams()
	if d.extract != "" && o.Where == "" {
		d.dir, d.discard = d.extract, true
	}
	return d, d.free()
}

// place sets what the file is written to: what was named, or the current folder, where that is "".
func (d *Destination) place(where string) error {
	if where == "" {
		d.dir = "."
		return nil
	}
	kind, err := files.DestinationOf(where)
	switch kind {
	case files.Stream:
		d.stream = where
	case files.Folder:
		d.dir = where
	case files.Place:
		d.dir, d.name = filepath.Dir(where), filepath.Base(where)
	}
	return err
}

// Streams reports whether the bytes are written as they come, so that nothing of them is there to continue from.
func (d *Destination) Streams() bool { return d.stream != "" }

// free returns an error unless there is a free place for the file, or one that may be replaced.
func (d *Destination) free() error {
	if d.Streams() || d.discard {
		return nil
	}
	if info, err := os.Stat(d.dir); err != nil {
		return err
	} else if !info.IsDir() {
		return &os.PathError{Op: "open", Path: d.dir, Err: syscall.ENOTDIR}
	}
	if d.name == "" {
		return nil
	}
	return files.CheckPlace(filepath.Join(d.dir, d.name), d.force)
}

// saveAnswer carries out a command whose answer is a file.
func (c *Context) saveAnswer() error {
	d, err := c.Destination(false)
	if err != nil {
		return err
	}
	saved, err := c.Download(c.Request, d, c.own()...)
	if err != nil {
		return err
	}
	return c.Report(saved)
}

// SaveOwn brings the file of the command's own request, which the flags have made, to where it is wanted.
func (c *Context) SaveOwn(d *Destination) (*Saved, error) {
	return c.Download(c.Request, d, c.own()...)
}

// unfinished says that a download ended early and left something to continue from.
type unfinished struct {
	err  error
	part string // the file with what there is
	kept int64  // bytes
}

func (e *unfinished) Error() string { return e.err.Error() }

// Unwrap returns the reason.
func (e *unfinished) Unwrap() error { return e.err }

func (e *unfinished) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.Next = strings.TrimSpace(f.Next + "\n" + i18n.T("download.kept|{{.Size}} are kept in '{{.File}}'. Add '--resume' to the same command to continue from there.",
		"Size", output.Bytes(e.kept), "File", output.Clean(e.part)))
	return &f
}

// Download brings a file to where it is wanted: whole, or not at all. To a stream it comes in part where the error says so.
func (c *Context) Download(r *api.Request, d *Destination, how ...How) (*Saved, error) {
	if d.Streams() {
		return c.stream(r, d, how...)
	}
	file, address, err := c.Gate.Fetch(c, r, how...)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if d.MayPend && file.Empty {
		return nil, service.ErrNotReady
	}
	if d.name == "" {
		if d.name = files.SafeName(file.Name); d.name == "" {
			d.name = c.fallbackName(r)
		}
		if err := d.free(); err != nil {
			return nil, err
		}
	}
	if d.discard {
		if err := os.MkdirAll(d.dir, 0o755); err != nil {
			return nil, err
		}
	}
	part, err := files.Open(d.dir, d.name, files.Origin{ID: address, Version: file.Version, Chunk: service.ChunkSize}, d.resume)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	saved, err := c.fill(file, part, d)
	if err == nil {
		return saved, nil
	}
	if wrongBytes(err) {
		_ = part.Discard()
	} else if kept := part.Keep(); kept > 0 && c.command.resumes() {
		err = &unfinished{err, part.Path, kept}
	}
	return nil, err
}

// wrongBytes reports whether an error says that bytes which have arrived are wrong, so that no later try may continue from them.
// Anything else may pass, a refusal of the service too: what is there is kept.
func wrongBytes(err error) bool {
	var bad *service.BadFile
	return errors.As(err, &bad)
}

// fallbackName returns the name for a file that the service does not name.
func (c *Context) fallbackName(r *api.Request) string {
	if c.command.FileName != nil {
		if name := files.SafeName(c.command.FileName(c)); name != "" {
			return name
		}
	}
	if path := r.Get("filePath"); path != nil {
		if name := files.SafeName(path[0]); name != "" {
			return name
		}
	}
	if id := r.Get("id"); id != nil {
		return "recovery-" + files.SafeName(strings.ReplaceAll(id[0], ":", "-")) + ".zip"
	}
	return c.command.Name + ".bin"
}

// fill fetches what a part does not have yet, and puts the whole in its place.
func (c *Context) fill(file *service.File, part *files.Part, d *Destination) (*Saved, error) {
	saved := &Saved{}
	chunks, kept := part.Kept()
	if kept > 0 {
		same, err := file.Unchanged(c, part, chunks)
		if err == nil && !same {
			c.Note("download.changed|'{{.File}}' has changed since the interrupted download: starting over...", "File", d.name)
			kept, err = 0, part.Restart()
		} else if err == nil {
			c.Note("download.resumed|Continuing '{{.File}}' after {{.Size}}...", "Size", output.Bytes(kept), "File", d.name)
		}
		if err != nil {
			return nil, err
		}
		saved.kept = kept
	}
	meter := c.Streams.Meter(i18n.T("download.active|Downloading"), kept, c.Now)
	defer meter.Stop()
	var err error
	if saved.size, err = file.Fetch(c, part, d.parallel, meter.Set); err != nil {
		return nil, err
	}
	if saved.size == 0 && len(chunks) > 0 {
		return nil, service.ErrNoEnd // it had bytes before
	}
	if saved.sha256, err = part.Finish(c, saved.size); err != nil {
		return nil, err
	}
	saved.took = meter.Took()
	meter.Stop()
	return saved, c.putInPlace(part, d, saved)
}

// putInPlace puts a file that is whole in its place, reads an archive through, and unpacks it.
func (c *Context) putInPlace(part *files.Part, d *Destination, saved *Saved) (err error) {
	limit := d.limit
	if limit == 0 {
		limit = files.Limit(saved.size)
	}
	if d.verify && d.extract == "" {
		if saved.verified, err = files.Verify(c, part, limit); err != nil && !isTooLarge(err) {
			return explainArchive(err)
		}
	}
	if !d.discard {
		path, err := part.Commit(d.force)
		if err != nil {
			return err
		}
		saved.path = path
	}
	if d.extract == "" {
		return nil
	}
	saved.folder = d.extract
	saved.unpacked, err = files.Extract(c, part, d.extract, d.force, limit)
	switch {
	case c.Err() != nil:
		return err
	case err != nil && d.discard:
		if path, kept := part.Commit(d.force); kept == nil {
			c.Note("extract.kept|The archive itself was saved to '{{.File}}'.", "File", path)
		}
		return explainArchive(err)
	case err != nil:
		return explainArchive(err)
	case d.discard:
		saved.archive = d.name
		return part.Discard()
	}
	return nil
}

// isTooLarge reports whether an archive is one that is not unpacked for its size, which does not keep it from being saved.
func isTooLarge(err error) bool {
	var large *files.TooLarge
	return errors.As(err, &large) || errors.Is(err, files.ErrTooMany)
}
