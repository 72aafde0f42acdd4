package engine

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Exit is an exit status, which scripts rely on.
type Exit int

// The exit statuses.
const (
	ExitDone        Exit = 0
	ExitFailed      Exit = 1 // the service refused or failed
	ExitUsage       Exit = 2
	ExitLogin       Exit = 3 // not logged in, or not allowed
	ExitNotFound    Exit = 4
	ExitConflict    Exit = 5  // already running, already there
	ExitTimeout     Exit = 6  // timed out waiting; the service continues
	ExitBadEnd      Exit = 7  // the backup or recovery ended badly
	ExitWarned      Exit = 8  // it succeeded with warnings, with --strict
	ExitAttention   Exit = 9  // something needs attention
	ExitUnknown     Exit = 10 // sent, and nothing tells whether the service carried it out
	ExitUnposted    Exit = 11 // nothing needs attention any more, and nobody could be notified of it
	ExitInterrupted Exit = 130
)

// Failure is how a command ends when it does not end well: what happened, what to type next, and the exit status.
type Failure struct {
	What []string // lines
	Next string   // may have several lines
	Meta string   // the service's code and transaction
	Exit Exit
	// Silent is whether the status says it all, as of a comparison that finds a difference.
	Silent bool
}

func (f *Failure) Error() string { return strings.Join(f.What, "\n") }

// Fail returns a failure that is told in one message.
func Fail(exit Exit, text i18n.Text, args ...any) *Failure {
	return &Failure{Exit: exit, What: []string{i18n.T(text, cleanArgs(args)...)}}
}

// Hint returns the failure with what to type next.
func (f *Failure) Hint(text i18n.Text, args ...any) *Failure {
	f.Next = i18n.T(text, args...)
	return f
}

// UsageError is a mistake in the command line. Nothing was sent.
type UsageError struct {
	Lines []string
	help  string // the command line that shows the usage
}

func (e *UsageError) Error() string { return strings.Join(e.Lines, "\n") }

// Usage returns a mistake in the command line that is told in one message.
func Usage(text i18n.Text, args ...any) *UsageError {
	return &UsageError{Lines: []string{i18n.T(text, cleanArgs(args)...)}}
}

// safe returns lines for people without secrets in addresses and without characters that a terminal acts on, whatever library or
// service they come from.
func safe(lines string) string { return output.CleanLines(service.RedactText(lines)) }

// cleanArgs makes texts that came from outside safe to print.
func cleanArgs(args []any) []any {
	args = slices.Clone(args)
	for i := range args {
		if s, ok := args[i].(string); ok {
			args[i] = output.Clean(s)
		}
	}
	return args
}

// MaxListed is how many lines a list of troubles or objects has at most.
const MaxListed = 20

// Listed returns up to MaxListed lines, indented, and how many more there are.
func Listed(lines []string) []string {
	var shown []string
	for i, line := range lines {
		if i == MaxListed {
			return append(shown, "  "+i18n.T("list.more|and {{.Count}} more|and {{.Count}} more", "Count", len(lines)-i))
		}
		text := output.Shorten(output.CleanLines(line), longestMessage/MaxListed)
		shown = append(shown, "  "+strings.ReplaceAll(text, "\n", "\n  ")) // further lines of it too, which are no words of ours
	}
	return shown
}
