package engine

import (
	"bufio"
	"io"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Write calls write, which prints an answer, with standard output leading to where the destination is: a file that is put in its place when
// it is whole, or not at all, or what is written to as it comes. A nil destination is standard output. name is that of the file where the
// destination is a folder.
func (c *Context) Write(d *Destination, name string, write func() error) error {
	switch {
	case d == nil:
		return write()
	case d.Streams():
		to, err := c.openStream(d.stream)
		if err != nil {
			return err
		}
		err = c.into(to, write)
		if closing := to.Close(); err == nil {
			err = closing
		}
		return err
	case d.name == "":
		d.name = name
		if err := d.free(); err != nil {
			return err
		}
	}
	part, err := files.Open(d.dir, d.name, files.Origin{ID: c.command.Name, Chunk: service.ChunkSize}, false)
	if err != nil {
		return err
	}
	defer part.Close()
	to := io.NewOffsetWriter(part, 0)
	if err := c.into(to, write); err != nil {
		_ = part.Discard()
		return err
	}
	size, err := to.Seek(0, io.SeekCurrent)
	if err == nil {
		_, err = part.Finish(c, size)
	}
	var path string
	if err == nil {
		path, err = part.Commit(d.force)
	}
	if err != nil {
		_ = part.Discard()
		return err
	}
	c.Note("write.saved|Wrote {{.Size}} to '{{.File}}'.", "Size", output.Bytes(size), "File", path)
	return nil
}

// into calls write with standard output leading to a writer, which is no terminal.
func (c *Context) into(to io.Writer, write func() error) error {
	s := c.Streams
	was := *s
	defer func() { s.Out, s.OutTerm, s.ColorPipes = was.Out, was.OutTerm, was.ColorPipes }()
	buffer := bufio.NewWriterSize(to, 64<<10)
	s.Out, s.OutTerm, s.ColorPipes = buffer, false, false
	if err := write(); err != nil {
		return err
	}
	return buffer.Flush()
}

// WriteTo returns where --output-file says that an answer goes, and nil for standard output. What only a browser shows is not written to a
// terminal. It says now when the place is not free, before anything is read.
func (c *Context) WriteTo() (*Destination, error) {
	if c.Options.Save.Where != "" {
		return c.Destination(false)
	}
	if c.Options.Force {
		return nil, Usage("write.force|--force has an effect only with --output-file.")
	}
	if c.Streams.OutTerm && c.Options.Format == output.HTMLFormat {
		return nil, &UsageError{Lines: []string{
			i18n.T("write.terminal|'--output html' writes a page for a browser, and standard output is a terminal."),
			i18n.T("write.where|Add '--output-file report.html', or redirect the output to a file."),
		}}
	}
	return nil, nil
}

// Instance returns the name of the instance that the command works with, or its host where no name is known, and its region; "" for what is
// not known. Nothing is asked for it that a request before has not found out.
func (c *Context) Instance() (name, region string) {
	g, ok := c.Gate.(*gate)
	if !ok {
		return "", ""
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, client := range g.clients {
		t := client.Target()
		switch {
		case t.Instance != nil:
			return t.Instance.Name, t.Instance.Region
		case t.Base != nil:
			name = t.Base.Host
		}
	}
	return name, ""
}
