// Package output shows answers: tables for people, and JSON, YAML, CSV and queries for programs.
package output

import (
	"context"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"
)

// Streams are the three streams of a command and what is known of them. Nothing in the program reaches for
// os.Stdout, so that a test can look at all that a command says.
type Streams struct {
	In      io.Reader
	Out     io.Writer
	Err     io.Writer
	InTerm  bool // whether a person sits at In
	OutTerm bool // whether Out is a terminal
	ErrTerm bool // whether Err is a terminal
	Color   bool // whether to colour what goes to a terminal
	// ColorPipes is whether to colour what goes to a pipe or a file too.
	ColorPipes bool
	// Columns is the width of what is no terminal of this machine; 0 for the usual one.
	Columns int
	Quiet   bool // no notes, no progress, no questions
	// Unattended is whether nobody may be asked, not even through a pipe at In.
	Unattended bool
	ReadPass   func(ctx context.Context) ([]byte, error) // reads a line without showing it; nil where that is not possible
}

// Standard returns the process's own streams.
func Standard() *Streams {
	return &Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InTerm: isTerminal(os.Stdin), OutTerm: isTerminal(os.Stdout), ErrTerm: isTerminal(os.Stderr),
		ReadPass: readPassword,
	}
}

// readPassword reads a line from the terminal without showing it. When the context ends first, the terminal shows what is typed
// again.
func readPassword(ctx context.Context) ([]byte, error) {
	fd := int(os.Stdin.Fd())
	state, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	return within(ctx, func() ([]byte, error) { return term.ReadPassword(fd) }, func() { _ = term.Restore(fd, state) })
}

func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// CanAsk reports whether there is a person to ask.
func (s *Streams) CanAsk() bool { return s.InTerm && s.ErrTerm && !s.Quiet }

// Terminal returns the files of the terminal at In and Out, for what draws a whole screen and reads keys. It is false where there is none.
func (s *Streams) Terminal() (in, out *os.File, ok bool) {
	r := s.In
	if bound, is := r.(*interruptibleReader); is {
		r = bound.r
	}
	in, isFile := r.(*os.File)
	out = fileOf(s.Out)
	return in, out, isFile && out != nil && s.InTerm && s.OutTerm && !s.Unattended
}

// CanAnimate reports whether progress may be drawn.
func (s *Streams) CanAnimate() bool { return s.ErrTerm && !s.Quiet }

// usualWidth is the number of columns where there is no terminal.
const usualWidth = 80

// Width is the number of columns of the terminal at Out, or else at Err: what goes through a pager or head is read there too.
func (s *Streams) Width() int {
	if s.Columns > 0 {
		return s.Columns
	}
	for _, stream := range []struct {
		out      io.Writer
		terminal bool
	}{{s.Out, s.OutTerm}, {s.Err, s.ErrTerm}} {
		if f := fileOf(stream.out); f != nil && stream.terminal {
			if w, _, err := term.GetSize(int(f.Fd())); err == nil && w > 20 {
				return w
			}
		}
	}
	if w, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && w > 20 {
		return w
	}
	return usualWidth
}

// Fold breaks sentences between words where they are wider than the terminal at Err; what goes elsewhere stays as it is. Lines with a command line
// stay whole, so that they can be copied.
func (s *Streams) Fold(text string) string {
	if !s.ErrTerm {
		return text
	}
	width := s.Width()
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if ansi.StringWidth(line) > width && !strings.Contains(line, "ibmcloud ") {
			lines[i] = ansi.Wordwrap(line, width, "")
		}
	}
	return strings.Join(lines, "\n")
}

// Tone is how a word is meant; on a terminal with colours it becomes a colour.
type Tone uint8

// The tones.
const (
	Normal Tone = iota
	Name        // of a thing
	Good
	Active
	Warning
	Bad
	Title
	Command // what to type
)

var tones = [...]string{Name: "36;1", Good: "32;1", Active: "36", Warning: "35;1", Bad: "31;1", Title: "1", Command: "33;1"}

// Paint colours text for a stream that is a terminal or not.
func (s *Streams) Paint(terminal bool, tone Tone, text string) string {
	if !(s.Color && terminal || s.ColorPipes) || tone == Normal || text == "" {
		return text
	}
	return "\x1b[" + tones[tone] + "m" + text + "\x1b[0m"
}
