package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"syscall"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Open files of the process that are streams of the command.
const (
	outDescriptor = 1
	errDescriptor = 2
)

// isTerminal reports whether a path stands for a stream of the command that is a terminal, which would show whatever a file has in it.
func (c *Context) isTerminal(path string) bool {
	number, open := files.Descriptor(path)
	return open && (number == outDescriptor && c.Streams.OutTerm || number == errDescriptor && c.Streams.ErrTerm)
}

// stream is a device, a pipe or an open file of this process.
type stream struct {
	io.Writer
	path string   // "" for standard output
	file *os.File // nil for a stream of the command
}

// openStream opens what a path leads to. Where that is also what the command says something on, it says nothing.
func (c *Context) openStream(path string) (*stream, error) {
	number, open := files.Descriptor(path)
	to := &stream{path: path}
	switch {
	case open && number == outDescriptor:
		to.Writer = c.Streams.Out
	case open && number == errDescriptor:
		to.Writer = c.Streams.Err
	default:
		f, err := files.OpenStream(c, path)
		if err != nil {
			return nil, err
		}
		to.Writer, to.file = output.Interruptible(c, f), f
	}
	if open {
		c.Streams.Quiet = c.Streams.Quiet || output.SameFile(to.Writer, c.Streams.Err)
		if output.SameFile(to.Writer, c.Streams.Out) {
			to.path = ""
		}
	}
	return to, nil
}

// Write writes as io.Writer does. That the reader of a pipe has gone is an error to tell, other than of one of standard output.
func (s *stream) Write(p []byte) (int, error) {
	n, err := s.Writer.Write(p)
	if s.file != nil && errors.Is(err, syscall.EPIPE) {
		err = Fail(ExitFailed, "stream.closed|The reader of '{{.File}}' has closed it before the end of the file.", "File", s.path)
	}
	return n, err
}

// Close closes what was opened.
func (s *stream) Close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// stream writes a file to a stream, in order and as it comes.
func (c *Context) stream(r *api.Request, d *Destination, how ...How) (saved *Saved, err error) {
	to := &stream{Writer: io.Discard}
	if !c.Options.DryRun { // before the request, because the service does not wait for as long as the reader of a pipe may need
		if to, err = c.openStream(d.stream); err != nil {
			return nil, err
		}
		defer func() {
			if closing := to.Close(); err == nil {
				err = closing
			}
		}()
	}
	file, _, err := c.Gate.Fetch(c, r, how...)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if d.MayPend && file.Empty {
		return nil, service.ErrNotReady
	}
	meter := c.Streams.Meter(i18n.T("download.active|Downloading"), 0, c.Now)
	defer meter.Stop()
	sum := sha256.New()
	size, err := file.Fetch(c, service.NewOrdered(io.MultiWriter(to, sum), d.parallel), d.parallel, meter.Set)
	return &Saved{path: to.path, streamed: true, size: size, sha256: hex.EncodeToString(sum.Sum(nil)), took: meter.Took()}, err
}
