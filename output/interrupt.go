package output

import (
	"context"
	"io"
	"os"
	"time"
)

// interruptGrace is how long a stream may take for what is written after the command was interrupted, such as the reason.
const interruptGrace = 250 * time.Millisecond

// Interruptible returns the streams as ones that end with a context. Reading a terminal or a pipe, and writing to a pipe that nobody
// reads, cannot be interrupted otherwise. A call that the context has ended returns its cause and leaves the system's own call
// behind, which ends with the process.
func (s *Streams) Interruptible(ctx context.Context) *Streams {
	bound := *s
	bound.In = &interruptibleReader{ctx: ctx, r: s.In}
	bound.Out = Interruptible(ctx, s.Out)
	bound.Err = Interruptible(ctx, s.Err)
	return &bound
}

// Interruptible returns a writer as one that ends with a context.
func Interruptible(ctx context.Context, w io.Writer) io.Writer {
	return &interruptibleWriter{ctx: ctx, Writer: w}
}

// SameFile reports whether two writers write to the same file, device or pipe.
func SameFile(a, b io.Writer) bool {
	first, second := fileOf(a), fileOf(b)
	if first == nil || second == nil {
		return a == b
	}
	one, err := first.Stat()
	if err != nil {
		return false
	}
	other, err := second.Stat()
	return err == nil && os.SameFile(one, other)
}

type interruptibleWriter struct {
	io.Writer
	ctx   context.Context
	stuck bool // whether a call was left behind
}

// fileOf returns the file that a stream writes to, and nil for one that writes elsewhere.
func fileOf(w io.Writer) *os.File {
	if bound, ok := w.(*interruptibleWriter); ok {
		w = bound.Writer
	}
	f, _ := w.(*os.File)
	return f
}

type written struct {
	n   int
	err error
}

// Write writes as the writer below does.
func (w *interruptibleWriter) Write(p []byte) (int, error) {
	if w.stuck {
		return 0, context.Cause(w.ctx)
	}
	done := make(chan written, 1)
	own := append([]byte(nil), p...) // which may still be written from when the caller has p back
	go func() {
		n, err := w.Writer.Write(own)
		done <- written{n, err}
	}()
	select {
	case result := <-done:
		return result.n, result.err
	case <-w.ctx.Done():
	}
	timer := time.NewTimer(interruptGrace)
	defer timer.Stop()
	select {
	case result := <-done:
		return result.n, result.err
	case <-timer.C:
		w.stuck = true
		return 0, context.Cause(w.ctx)
	}
}

type interruptibleReader struct {
	ctx     context.Context
	r       io.Reader
	pending chan struct{} // closed when the call below has returned; nil where there is none
	got     []byte        // what it has read and nobody has taken
	err     error
}

// Read reads as the reader below does.
func (r *interruptibleReader) Read(p []byte) (int, error) {
	if len(r.got) == 0 && r.err == nil {
		if r.pending == nil {
			r.pending = make(chan struct{})
			buffer := make([]byte, len(p))
			go func(done chan struct{}) {
				n, err := r.r.Read(buffer)
				r.got, r.err = buffer[:n], err
				close(done)
			}(r.pending)
		}
		select {
		case <-r.pending:
			r.pending = nil
		case <-r.ctx.Done():
			return 0, context.Cause(r.ctx)
		}
	}
	n := copy(p, r.got)
	r.got = r.got[n:]
	if len(r.got) == 0 {
		err := r.err
		r.err = nil // an end of a terminal's input may be followed by more
		return n, err
	}
	return n, nil
}

// within does something that cannot be interrupted, and returns early with the cause when the context ends first; then undo makes
// good what it leaves behind.
func within(ctx context.Context, do func() ([]byte, error), undo func()) ([]byte, error) {
	var text []byte
	var err error
	done := make(chan struct{})
	go func() {
		text, err = do()
		close(done)
	}()
	select {
	case <-done:
		return text, err
	case <-ctx.Done():
		undo()
		return nil, context.Cause(ctx)
	}
}
