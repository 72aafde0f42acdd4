package commands

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"syscall"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// The exit statuses, which scripts rely on.
const (
	exitDone        = 0
	exitFailed      = 1 // the service refused or failed
	exitUsage       = 2
	exitLogin       = 3 // not logged in, or not allowed
	exitNotFound    = 4
	exitConflict    = 5 // already running, already there
	exitTimeout     = 6 // timed out waiting; the work goes on
	exitBadEnd      = 7 // the backup or recovery ended badly
	exitWarned      = 8 // it succeeded with warnings, and --strict was said
	exitInterrupted = 130
)

// usageError is a mistake in the command line. Nothing was sent.
type usageError struct {
	lines []string
	help  string // the command line that shows how it is done
}

func (e *usageError) Error() string { return strings.Join(e.lines, "\n") }

func usage(text i18n.Text, args ...any) *usageError {
	return &usageError{lines: []string{i18n.T(text, cleanArgs(args)...)}}
}

// notFound says that nothing has the name that was typed.
type notFound struct{ Noun, Name, Near string }

func (e *notFound) Error() string { return e.Noun + " " + e.Name }

// failure is how a command ends when it does not end well: what happened, what to do, and the exit status.
type failure struct {
	what []string
	next string
	meta string
	exit int
}

func (f *failure) Error() string { return strings.Join(f.what, "\n") }

// quoted puts a word that came from outside between quotes, safe to print.
func quoted(word string) string { return strconv.Quote(word) }

func (a *App) warn(sentence string) {
	if !a.Streams.Quiet {
		fmt.Fprintln(a.Streams.Err, a.Streams.Paint(a.Streams.ErrTerm, output.Careful, i18n.T("Warning:"))+" "+sentence)
	}
}

// finish prints an error in the host's style and gives the exit status.
func (a *App) finish(err error) int {
	if err == nil {
		return exitDone
	}
	if errors.Is(err, syscall.EPIPE) {
		return exitFailed // whoever read our output has gone; there is nobody to tell
	}
	var f *failure
	if !errors.As(err, &f) {
		errors.As((&invocation{App: a, cmd: &command{}}).explain(err), &f)
	}
	w := a.Streams.Err
	fmt.Fprintln(w, a.Streams.Paint(a.Streams.ErrTerm, output.Bad, i18n.T("FAILED")))
	for _, line := range f.what {
		fmt.Fprintln(w, output.CleanLines(line))
	}
	if f.next != "" {
		fmt.Fprintln(w, f.next)
	}
	if f.meta != "" {
		fmt.Fprintln(w, output.Clean(f.meta))
	}
	return f.exit
}

// explain turns any error into a failure: in the words of someone who has to mend it.
func (inv *invocation) explain(err error) error {
	if err == nil {
		return nil
	}
	var (
		already  *failure
		wrong    *usageError
		missing  *notFound
		refused  *service.Error
		gone     *service.Unreachable
		login    *service.Login
		instance *service.NoInstance
		tenant   *service.NoTenant
		bad      *service.BadURL
		syntax   *output.SyntaxError
		begun    *unfinished
		waited   *stopped
		partial  *incomplete
	)
	switch {
	case errors.As(err, &already):
		return already
	case errors.As(err, &begun):
		f := &failure{}
		errors.As(inv.explain(begun.err), &f)
		f.next = strings.TrimSpace(f.next + "\n" + i18n.T("{{.Size}} are kept in {{.File}}: the same command with --resume goes on from there.",
			"Size", output.Bytes(begun.kept), "File", output.Clean(begun.part)))
		return f
	case errors.As(err, &partial):
		f := &failure{}
		errors.As(inv.explain(partial.err), &f)
		f.what = append(f.what, i18n.T("The list is not complete: {{.Items}} items in {{.Pages}} answers had come before.", "Items", partial.items, "Pages", partial.pages))
		f.next = strings.TrimSpace(strings.Replace(f.next, i18n.T("What was printed is not complete. Try again."), "", 1))
		return f
	case errors.As(err, &waited):
		return inv.explainStopped(waited)
	case errors.Is(err, errLimit):
		return &failure{what: []string{i18n.T("The time limit of {{.Span}} was over before the service had answered.", "Span", output.Duration(inv.limit))}, exit: exitTimeout}
	case errors.Is(err, syscall.EPIPE):
		return err
	case errors.As(err, &wrong):
		f := &failure{what: append([]string{i18n.T("Incorrect usage.")}, wrong.lines...), exit: exitUsage}
		if wrong.help != "" {
			f.next = i18n.T("{{.Help}} shows how it is done.", "Help", wrong.help)
		}
		return f
	case errors.Is(err, context.Canceled):
		return &failure{what: []string{i18n.T("Interrupted.")}, exit: exitInterrupted}
	case errors.As(err, &missing):
		f := &failure{what: []string{i18n.T("There is no {{.Noun}} named {{.Name}}.", "Noun", missing.Noun, "Name", quoted(missing.Name))}, exit: exitNotFound}
		if missing.Near != "" {
			f.next = i18n.T("Did you mean {{.Near}}?", "Near", quoted(output.Clean(missing.Near)))
		}
		return f
	case errors.As(err, &login):
		if login.Err != nil {
			return &failure{what: []string{i18n.T("The session could not be renewed: {{.Reason}}", "Reason", reason(login.Err))}, next: i18n.T("Log in with: ibmcloud login"), exit: exitLogin}
		}
		return &failure{what: []string{i18n.T("You are not logged in to IBM Cloud. Log in with: ibmcloud login")}, exit: exitLogin}
	case errors.As(err, &instance):
		return explainInstance(instance)
	case errors.As(err, &tenant):
		return &failure{what: []string{i18n.T("The tenant for {{.Host}} is not known.", "Host", tenant.Host)}, exit: exitUsage,
			next: i18n.T("Give it with --xibm-tenant-id, or save it: {{.Command}}", "Command", Program+" config set tenant-id TENANT")}
	case errors.As(err, &bad):
		return &failure{what: []string{i18n.T("{{.URL}} cannot be used: {{.Why}}.", "URL", bad.URL, "Why", i18n.T(bad.Why))}, exit: exitUsage}
	case errors.As(err, &refused):
		return inv.explainRefusal(refused)
	case errors.As(err, &gone):
		return explainNetwork(gone)
	case errors.As(err, &syntax):
		return &failure{what: []string{i18n.T("The answer ended early or is not JSON: {{.Reason}}", "Reason", reason(syntax.Err))}, exit: exitFailed,
			next: i18n.T("What was printed is not complete. Try again; IBMCLOUD_TRACE=true shows what came.")}
	case errors.Is(err, fs.ErrExist):
		return &failure{what: []string{i18n.T("The file exists already: {{.Reason}}", "Reason", reason(err))}, exit: exitUsage,
			next: i18n.T("Choose another name with --output-file, or replace it with --force.")}
	case errors.Is(err, syscall.ENOSPC):
		return &failure{what: []string{i18n.T("The disk is full: {{.Reason}}", "Reason", reason(err))}, exit: exitFailed,
			next: i18n.T("Make room, or choose another place with --output-file.")}
	case errors.Is(err, files.ErrBusy):
		return &failure{what: []string{i18n.T("Another download is writing this file: {{.Reason}}", "Reason", reason(err))}, exit: exitConflict,
			next: i18n.T("Wait for it, or choose another name with --output-file.")}
	}
	return &failure{what: []string{reason(err)}, exit: exitFailed}
}

// reason words the cause of a failure, translated where it is one of our own.
func reason(err error) string {
	var (
		ours *service.Said
		bad  *service.BadURL
	)
	switch {
	case errors.As(err, &ours):
		return i18n.T(ours.Text, ours.Args...)
	case errors.As(err, &bad):
		return bad.URL + ": " + i18n.T(bad.Why)
	case err == nil:
		return ""
	}
	return err.Error()
}

// explainRefusal words an error of the service and says what may help.
func (inv *invocation) explainRefusal(e *service.Error) error {
	f := &failure{what: []string{e.Words()}, exit: exitFailed}
	var meta []string
	if e.Code != "" {
		meta = append(meta, i18n.T("Code: {{.Code}}", "Code", e.Code))
	}
	meta = append(meta, i18n.T("Status: {{.Status}}", "Status", e.Status))
	if e.Transaction != "" {
		meta = append(meta, i18n.T("Transaction: {{.ID}}", "ID", e.Transaction))
	}
	f.meta = strings.Join(meta, ", ")
	switch e.Kind() {
	case service.Unauthorized:
		f.exit, f.next = exitLogin, i18n.T("The token was refused. Log in again with: ibmcloud login")
	case service.Forbidden:
		f.exit = exitLogin
		if inv.cmd.Role != "" {
			f.next = i18n.T("This command needs the service role {{.Role}}; ask an administrator of the account for it, or check --xibm-tenant-id.", "Role", inv.cmd.Role)
		} else {
			f.next = i18n.T("Ask an administrator of the account for a service role on the instance.")
		}
	case service.NotFound:
		f.exit = exitNotFound
	case service.Conflict:
		f.exit = exitConflict
	case service.Busy:
		f.next = i18n.T("The service is busy. Try again later.")
		if e.RetryAfter > 0 {
			f.next = i18n.T("The service is busy. Try again in {{.Span}}.", "Span", output.Duration(e.RetryAfter))
		}
	case service.Broken:
		f.next = i18n.T("Try again later; if it goes on, give the transaction to IBM Cloud support.")
	}
	return f
}

func explainNetwork(e *service.Unreachable) error {
	f := &failure{exit: exitFailed}
	switch {
	case errors.Is(e.Err, service.ErrSilent):
		f.what = []string{i18n.T("{{.Host}} has not answered in time.", "Host", e.Host)}
		f.next = i18n.T("IBMCLOUD_HTTP_TIMEOUT=SECONDS gives it longer.")
	case e.Ended:
		f.what = []string{i18n.T("The answer of {{.Host}} broke off: {{.Reason}}", "Host", e.Host, "Reason", reason(e.Err))}
		f.next = i18n.T("What was printed is not complete. Try again.")
	default:
		f.what = []string{i18n.T("{{.Host}} cannot be reached: {{.Reason}}", "Host", e.Host, "Reason", reason(e.Err))}
		f.next = i18n.T("Check the network and the address; {{.Command}} lists the endpoints.", "Command", Program+" instances")
	}
	return f
}

// explainInstance says which instances there are to choose from.
func explainInstance(e *service.NoInstance) error {
	f := &failure{exit: exitUsage}
	switch {
	case len(e.Found) == 0 && e.Wanted == "":
		f.what = []string{i18n.T("This account has no Backup and Recovery instance.")}
		f.next = i18n.T("Target another account with ibmcloud target, or create an instance.")
		f.exit = exitNotFound
		return f
	case e.Twice:
		f.what = []string{i18n.T("Several instances are named {{.Name}}:", "Name", quoted(e.Wanted))}
		f.next = i18n.T("Give the GUID or the CRN instead of the name.")
	case e.Wanted != "":
		f.what = []string{i18n.T("There is no Backup and Recovery instance {{.Name}} in this account. There are:", "Name", quoted(e.Wanted))}
		f.next = i18n.T("Choose one with: {{.Command}}", "Command", Program+" target INSTANCE")
		f.exit = exitNotFound
	default:
		f.what = []string{i18n.T("It is not clear which Backup and Recovery instance is meant. There are:")}
		f.next = i18n.T("Choose one with --instance or, for good, with: {{.Command}}", "Command", Program+" target INSTANCE")
	}
	if len(e.Found) == 0 {
		f.what = []string{i18n.T("There is no Backup and Recovery instance {{.Name}} in this account.", "Name", quoted(e.Wanted))}
		f.next = ""
	}
	for _, i := range e.Found {
		f.what = append(f.what, fmt.Sprintf("  %s  %s  %s  %s", i.Name, i.Region, i.State, i.GUID))
	}
	return f
}
