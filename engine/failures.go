package engine

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Failures are what went wrong with some of several things, so that a job can go on with the others.
type Failures struct {
	what []string
	of   map[string]string
	exit Exit
	next string
}

// Add notes what went wrong with a thing, and nothing where err is nil or a dry run's. It returns the error where the job cannot go on:
// when the command was interrupted, the session has ended, or it is not known whether a request was carried out.
func (f *Failures) Add(c *Context, name string, err error) error {
	if err == nil || errors.Is(err, ErrDryRun) {
		return nil
	}
	exit := c.explainer.failure(err).Exit
	var refused *service.Error
	ended := exit == ExitLogin && !(errors.As(err, &refused) && refused.Kind() == service.Forbidden) // who may not see one thing may see others
	if c.Err() != nil || exit == ExitUnknown || exit == ExitInterrupted || ended {
		return err
	}
	f.Note(c, name, err)
	return nil
}

// Note is Add for a job that has nothing more to do with other things: whatever went wrong is noted.
func (f *Failures) Note(c *Context, name string, err error) {
	if err == nil || errors.Is(err, ErrDryRun) {
		return
	}
	failure := c.explainer.failure(err)
	if f.of == nil {
		f.of = map[string]string{}
	}
	f.of[name] = failure.What[0]
	f.what = append(f.what, output.Clean(name)+": "+failure.What[0])
	if failure.Exit > f.exit {
		f.exit, f.next = failure.Exit, failure.Next
	}
}

// Join notes what went wrong with parts of a thing.
func (f *Failures) Join(name string, parts *Failures) {
	for _, line := range parts.what {
		f.what = append(f.what, output.Clean(name)+": "+line)
	}
	for part, line := range parts.of {
		if f.of == nil {
			f.of = map[string]string{}
		}
		f.of[name+": "+part] = line
	}
	if parts.exit > f.exit {
		f.exit, f.next = parts.exit, parts.next
	}
}

// Reason returns the first line of what is said of an error, and "" where there is none.
func (c *Context) Reason(err error) string {
	if err == nil || errors.Is(err, ErrDryRun) {
		return ""
	}
	return c.explainer.failure(err).What[0]
}

// Partly returns the error of a job that has done a part of its work, with sentences that say what was done. The same command line again
// finishes it.
func (c *Context) Partly(err error, done []string) error {
	if err == nil || len(done) == 0 || errors.Is(err, ErrDryRun) || errors.Is(err, ErrCanceled) {
		return err
	}
	f := *c.explainer.failure(err)
	f.What = append(append([]string{}, f.What...), done...)
	if f.Exit == ExitUnknown { // what is to be done first is said already
		return &f
	}
	f.Next = strings.TrimPrefix(f.Next+"\n"+i18n.T("partly.again|The same command again does the rest."), "\n")
	return &f
}

// Unfinished returns the error of one of several steps, with what it is about and what was not done because of it.
func Unfinished(err error, title string, left []string) error { return &stepError{err, title, left} }

type stepError struct {
	err   error
	title string
	left  []string
}

func (e *stepError) Error() string { return e.err.Error() }

// Unwrap returns the error.
func (e *stepError) Unwrap() error { return e.err }

func (e *stepError) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.What = append([]string{e.title + ": " + f.What[0]}, f.What[1:]...)
	if e.left != nil {
		names := strings.Join(e.left[:min(len(e.left), MaxListed)], ", ")
		if more := len(e.left) - MaxListed; more > 0 {
			names += ", " + i18n.T("list.more|and {{.Count}} more|and {{.Count}} more", "Count", more)
		}
		f.What = append(f.What, i18n.T("unfinished.left|Not done: {{.Names}}.", "Names", names))
	}
	return &f
}

// KeptAt returns an error that also says in which file the text is that somebody wrote in vain.
func KeptAt(err error, path string) error { return &kept{err, path} }

type kept struct {
	err  error
	path string
}

func (e *kept) Error() string { return e.err.Error() }

// Unwrap returns the error.
func (e *kept) Unwrap() error { return e.err }

func (e *kept) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.Next = strings.TrimPrefix(f.Next+"\n"+i18n.T("edit.kept|What you wrote is in '{{.File}}'.", "File", output.Clean(e.path)), "\n")
	return &f
}

// Lines returns what went wrong, a line a thing, as it may be shown.
func (f *Failures) Lines() (lines []string) {
	for _, line := range f.what {
		lines = append(lines, safe(line))
	}
	return lines
}

// Of returns what went wrong with a thing, as it may be shown, and "" where nothing did.
func (f *Failures) Of(name string) string { return safe(f.of[name]) }

// Names returns the names of the things that something went wrong with, sorted.
func (f *Failures) Names() []string { return slices.Sorted(maps.Keys(f.of)) }

// Err returns all that went wrong, with the highest of the exit statuses, and nil where nothing did.
func (f *Failures) Err() error {
	if f.what == nil {
		return nil
	}
	return &Failure{What: f.what, Exit: f.exit, Next: f.next}
}
