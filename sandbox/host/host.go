// Package host stands in for the IBM Cloud CLI: it reads a plug-in's metadata, finds the command that a line of words names,
// and starts the plug-in's binary as `ibmcloud` does. It relies on that contract alone, so the output of a plug-in here is
// what a user of the real host sees. Of the host's own commands it has login and logout.
package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// cliName is the name of the host CLI, which the plug-in gets too.
const cliName = "ibmcloud"

// The exit statuses of the host itself; any other comes from the plug-in.
const (
	exitFailed = 1
	exitUsage  = 2
)

// Host runs the commands of one plug-in. The zero value of every field but Plugin is useful. A Host may be used by several
// goroutines at once, but not copied after its first use.
type Host struct {
	Plugin string   // path of the plug-in's binary; a relative one counts from the host's own working directory
	Env    []string // environment of the plug-in; nil means the host's own
	Dir    string   // working directory of the plug-in; empty means the host's own
	Cache  string   // file that keeps the metadata between processes; empty means none

	// Stdin, Stdout and Stderr are the plug-in's. An *os.File is handed over as it is, so a terminal stays a terminal. From any
	// other Stdin, more may be read than the plug-in uses.
	Stdin          io.Reader
	Stdout, Stderr io.Writer

	mu    sync.Mutex
	tree  *tree
	stamp stamp
}

// Run does what `ibmcloud args…` does and returns the exit status: the plug-in's own if it was started, else 0 after help and
// success, 1 when the plug-in cannot be used or a command of the host fails, and 2 for words that name nothing. The error says why the host itself failed; it has already been
// written to Stderr in the host's style. A plug-in that ends with a status other than 0 is no error.
//
// When ctx ends first, the plug-in is asked to end (SIGTERM), is killed a little later, and the error is the context's.
func (h *Host) Run(ctx context.Context, args []string) (exitCode int, err error) {
	code, err := h.run(ctx, args)
	if err != nil {
		fmt.Fprintf(orDiscard(h.Stderr), "FAILED\n%v\n", err)
	}
	return code, err
}

func (h *Host) run(ctx context.Context, args []string) (int, error) {
	if words, ok := completed(args); ok {
		return h.complete(ctx, words)
	}
	global, words, err := parseGlobal(args)
	if err != nil {
		return exitUsage, err
	}
	t, err := h.commands(ctx)
	if err != nil {
		return exitFailed, err
	}
	out := orDiscard(h.Stdout)
	switch {
	case global.version:
		fmt.Fprintf(out, "%s stand-in with %s %s\n", cliName, t.meta.Name, t.meta.Version)
		return 0, nil
	case global.help:
		return t.help(out, t.root, words)
	}
	at := t.root.resolve(words)
	switch {
	case at.command != nil && at.command.builtin != nil:
		return h.runBuiltin(ctx, at, global.quiet)
	case at.command != nil:
		return h.start(ctx, at, global.quiet)
	case len(at.rest) == 0 || isHelpFlag(at.rest[0]):
		t.namespaceHelp(out, at.namespace)
		return 0, nil
	case isHelpWord(at.rest[0]):
		return t.help(out, at.namespace, at.rest[1:])
	}
	return exitUsage, unknown(at)
}

// globalFlags are the host's own flags, which stand before the first word.
type globalFlags struct{ quiet, version, help bool }

func parseGlobal(args []string) (g globalFlags, words []string, err error) {
	for i, arg := range args {
		switch {
		case arg == "-q" || arg == "--quiet":
			g.quiet = true
		case arg == "-v" || arg == "--version":
			g.version = true
		case isHelpFlag(arg):
			g.help = true
		case len(arg) > 0 && arg[0] == '-':
			return g, nil, fmt.Errorf("%q is not an option of '%s'; see '%s help'", arg, cliName, cliName)
		default:
			return g, args[i:], nil
		}
	}
	return g, nil, nil
}

// commands returns the plug-in's commands from memory, the cache file or the plug-in itself: the first of these that was
// written by the current binary.
func (h *Host) commands(ctx context.Context) (*tree, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	now, err := h.currentStamp()
	if err != nil {
		return nil, fmt.Errorf("the plug-in cannot be started: %w", err)
	}
	if h.tree != nil && h.stamp == now {
		return h.tree, nil
	}
	if meta, ok := readCache(h.Cache, now); ok {
		if t, err := newTree(meta); err == nil {
			h.tree, h.stamp = t, now
			return t, nil
		}
	}
	meta, err := h.requestMetadata(ctx, now.Path)
	if err != nil {
		return nil, err
	}
	t, err := newTree(meta)
	if err != nil {
		return nil, fmt.Errorf("the metadata of the plug-in %s cannot be used: %w", now.Path, err)
	}
	writeCache(h.Cache, now, meta)
	h.tree, h.stamp = t, now
	return t, nil
}

// unknown returns an error for words that match nothing, with a suggestion.
func unknown(at match) error {
	text := fmt.Sprintf("%q is not a command of '%s'", at.rest[0], at.namespace.path())
	if near := nearest(at.rest[0], at.namespace.visibleNames()); near != "" {
		text += fmt.Sprintf("; did you mean %q?", near)
	} else {
		text += fmt.Sprintf("; see '%s'", joinWords(cliName, "help", at.namespace.full))
	}
	return errors.New(text)
}

func (h *Host) environment() []string {
	env := h.Env
	if env == nil {
		env = os.Environ()
	}
	// The three-index slice makes every append copy, so that two runs never share the caller's spare capacity.
	return env[:len(env):len(env)]
}

func orDiscard(w io.Writer) io.Writer {
	if w == nil {
		return io.Discard
	}
	return w
}
