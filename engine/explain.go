package engine

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// explainer turns errors into failures that people can act on.
type explainer struct {
	program string        // what people type before a resource
	role    Role          // that the command needs; "" where that is not known
	findOut func() string // returns the command line that shows what became of a request, or ""; may be nil
}

// selfExplaining is an error that knows best what to say of itself, or of the error in it.
type selfExplaining interface {
	error
	explained(x explainer) *Failure
}

// explain returns an error as a failure: what happened to what, and what to type next. What a reader that has gone away leaves is
// no failure to tell; it is returned as it is.
func (x explainer) explain(err error) error {
	if err == nil || errors.Is(err, syscall.EPIPE) {
		return err
	}
	var (
		special selfExplaining
		already *Failure
		wrong   *UsageError
		missing *NotFound
		unknown *service.Unknown
	)
	switch {
	case errors.As(err, &special):
		return special.explained(x)
	case errors.As(err, &already):
		return already
	case errors.As(err, &wrong):
		f := &Failure{What: wrong.Lines, Exit: ExitUsage}
		if wrong.help != "" {
			f.Next = i18n.T("usage.help|Run '{{.Command}}' for usage.", "Command", wrong.help)
		}
		return f
	case errors.As(err, &missing):
		return x.missing(missing)
	case errors.As(err, &unknown):
		return x.unknown(unknown)
	case errors.Is(err, context.Canceled):
		return Fail(ExitInterrupted, "interrupted|Interrupted.")
	}
	if f := x.remote(err); f != nil {
		return f
	}
	return local(err)
}

func (x explainer) failure(err error) *Failure {
	f := &Failure{}
	if !errors.As(x.explain(err), &f) {
		f.Exit, f.What = ExitFailed, []string{err.Error()}
	}
	return f
}

// hinted is an error with something better to type next than what is usual.
type hinted struct {
	err  error
	next string
}

func (e *hinted) Error() string { return e.err.Error() }

func (e *hinted) explained(x explainer) *Failure {
	f := *x.failure(e.err)
	f.Next = e.next
	return &f
}

// Hint returns an error with what to type next, in the place of what is usual for such an error.
func Hint(err error, text i18n.Text, args ...any) error {
	return &hinted{err, i18n.T(text, args...)}
}

// unknown says that nobody knows what became of a request, why, and how to find out. To send it again would do it twice.
func (x explainer) unknown(e *service.Unknown) *Failure {
	f := Fail(ExitUnknown, "unknown.request|It is not known whether the service carried out the request, because no answer of its own arrived.")
	reason := x.failure(e.Err)
	f.What, f.Meta = append(f.What, reason.What...), reason.Meta
	f.Next = i18n.T("unknown.repeat|Repeat the command only if the request was not carried out.")
	if x.findOut != nil && x.findOut() != "" {
		f.Next = i18n.T("unknown.find|Find out with: {{.Command}}", "Command", x.findOut()) + "\n" + f.Next
	}
	if errors.Is(e.Err, service.ErrIdleTimeout) {
		f.Next += "\n" + reason.Next // how to wait longer; other advice would be to try again
	}
	return f
}

// missing says that a name is not there, and which are like it.
func (x explainer) missing(e *NotFound) *Failure {
	f := &Failure{What: []string{e.Error()}, Exit: ExitNotFound}
	if len(e.Similar) > 0 {
		similar := make([]string, len(e.Similar))
		for i, name := range e.Similar {
			similar[i] = "'" + output.Clean(name) + "'"
		}
		const one, several i18n.Text = "name.similar|Did you mean {{.Name}}?", "name.similars|Did you mean one of {{.Names}}?"
		if len(similar) == 1 {
			f.What = append(f.What, i18n.T(one, "Name", similar[0]))
		} else {
			f.What = append(f.What, i18n.T(several, "Names", strings.Join(similar, ", ")))
		}
	}
	if kinds[e.Kind].list == "" {
		return f
	}
	f.Next = i18n.T("name.list|Run '{{.Command}}' to see them all.", "Command", x.program+" "+kinds[e.Kind].list)
	return f
}

// remote explains what went wrong with the session, the target or the service; nil for anything else.
func (x explainer) remote(err error) *Failure {
	if f := x.appliance(err); f != nil {
		return f
	}
	var (
		login      *service.LoginError
		entry      *service.LoginRefused
		instance   *service.NoInstance
		bad        *service.BadURL
		untrusted  *service.Untrusted
		refused    *service.Error
		gone       *service.Unreachable
		page       *service.WebPage
		redirected *service.Redirected
		syntax     *output.SyntaxError
		settings   *service.SettingsError
		geography  *service.NoGeography
		manager    *service.NoManager
		password   *service.ManagerLogin
	)
	switch {
	case errors.As(err, &redirected): // before what it holds, such as an address that cannot be used
		return (&Failure{What: []string{redirected.Error()}, Exit: ExitFailed}).Hint("answer.moved|Check the address. IBMCLOUD_TRACE=true shows where it leads.")
	case errors.As(err, &login) && login.Err != nil:
		return Fail(ExitLogin, "login.renew|The session could not be renewed: {{.Reason}}", "Reason", login.Err.Error()).Hint("login.command|Log in with 'ibmcloud login'.")
	case errors.As(err, &login):
		return Fail(ExitLogin, "login.none|You are not logged in to IBM Cloud.").Hint("login.command|Log in with 'ibmcloud login'.")
	case errors.As(err, &instance):
		return x.instance(instance)
	case errors.As(err, &untrusted):
		return &Failure{What: []string{output.Clean(untrusted.Reason.Error())}, Next: output.Clean(untrusted.Remedy.Error()), Exit: ExitUsage}
	case errors.As(err, &settings):
		return x.settings(settings)
	case errors.As(err, &bad):
		return &Failure{What: []string{bad.Error()}, Exit: ExitUsage}
	case errors.As(err, &entry):
		return refusedLogin(entry, x.refusal(entry.Err))
	case errors.As(err, &geography), errors.As(err, &manager), errors.As(err, &password):
		return x.manager(geography, manager, password)
	case errors.As(err, &refused):
		return x.refusal(refused)
	case errors.As(err, &page):
		return Fail(ExitFailed, "answer.page|{{.Host}} answered with a web page and not with data.", "Host", page.Host).
			Hint("answer.between|A proxy or a login page may stand between: check the network and the address.")
	case errors.As(err, &gone):
		return x.network(gone)
	case errors.As(err, &syntax):
		return Fail(ExitFailed, "answer.syntax|The answer ended early or is not JSON: {{.Reason}}", "Reason", syntax.Err.Error()).
			Hint("answer.trace|The output is not complete. Try again; IBMCLOUD_TRACE=true shows what was received.")
	}
	return nil
}

// manager says why the Manager's address or credentials are not known; one of the errors is there.
func (x explainer) manager(geography *service.NoGeography, missing *service.NoManager, login *service.ManagerLogin) *Failure {
	set := x.program + " config set "
	switch {
	case geography != nil && geography.Region == "":
		return Fail(ExitUsage, "manager.region|No region is targeted, so it is not known which Manager has the reports.").
			Hint("manager.target|Add '--region REGION', target one with 'ibmcloud target -r REGION', or name the address: '{{.Command}}'.", "Command", set+service.SettingReportingURL+" URL")
	case geography != nil:
		return Fail(ExitUsage, "manager.geography|It is not known which Manager has the reports of the region '{{.Region}}'.", "Region", geography.Region).
			Hint("manager.address|Name its address: '{{.Command}}'.", "Command", set+service.SettingReportingURL+" URL")
	case missing != nil && missing.Missing == service.SettingManagerURL:
		return Fail(ExitUsage, "manager.unset|The address of the Manager of alerts and upgrades is not set.").
			Hint("manager.set|Set it with '{{.URL}}', and the credentials with '{{.Key}}', or with {{.User}}, {{.Password}} and {{.Authenticator}}.", "URL", set+service.SettingManagerURL+" URL", "Key", set+service.SettingManagerKey+" @FILE",
				"User", service.SettingManagerUser, "Password", service.SettingManagerPassword, "Authenticator", service.SettingManagerAuthenticator)
	case missing != nil && missing.Missing == service.SettingManagerKey:
		return Fail(ExitUsage, "manager.credentials|There are no credentials for the Manager of alerts and upgrades.").
			Hint("manager.key|Set an API key with '{{.Key}}', or {{.User}}, {{.Password}} and {{.Authenticator}}.", "Key", set+service.SettingManagerKey+" @FILE",
				"User", service.SettingManagerUser, "Password", service.SettingManagerPassword, "Authenticator", service.SettingManagerAuthenticator)
	case missing != nil:
		value := " VALUE"
		if missing.Missing == service.SettingManagerPassword {
			value = " @FILE" // so that it is in no list of processes and no history
		}
		return Fail(ExitUsage, "manager.missing|The setting '{{.Setting}}' is missing.", "Setting", missing.Missing).
			Hint("manager.missing-set|Set it with '{{.Command}}'.", "Command", set+missing.Missing+value)
	}
	return Fail(ExitLogin, "manager.refused|The login to the Manager failed: {{.Reason}}", "Reason", login.Error()).
		Hint("manager.check|Check the settings '{{.User}}', '{{.Password}}' and '{{.Authenticator}}'.", "User", service.SettingManagerUser, "Password", service.SettingManagerPassword, "Authenticator", service.SettingManagerAuthenticator)
}

// longestMeta is how many bytes of a code or a transaction people see.
const longestMeta = 200

// settings says what is wrong with the file of the saved settings, and how to do without it.
func (x explainer) settings(e *service.SettingsError) *Failure {
	reason := e.Err.Error()
	switch {
	case e.Saving:
		return Fail(ExitFailed, "settings.unsaved|The settings in '{{.File}}' cannot be saved: {{.Reason}}", "File", e.File, "Reason", reason).
			Hint("settings.folder|Check the permissions of its folder and the space on the disk.")
	case e.Damaged:
		return Fail(ExitUsage, "settings.damaged|The settings file '{{.File}}' is damaged: {{.Reason}}", "File", e.File, "Reason", reason).
			Hint("settings.anew|Mend it, or move it away and choose the instance anew with '{{.Target}}' or '{{.Config}}'.",
				"Target", x.program+" target INSTANCE", "Config", x.program+" config set service-url URL")
	}
	return Fail(ExitFailed, "settings.unreadable|The settings file '{{.File}}' cannot be read: {{.Reason}}", "File", e.File, "Reason", reason).
		Hint("settings.permission|Make it readable, or move it away and choose the instance anew with '{{.Target}}' or '{{.Config}}'.",
			"Target", x.program+" target INSTANCE", "Config", x.program+" config set service-url URL")
}

// refusal explains an error of the service and says what may help.
func (x explainer) refusal(e *service.Error) *Failure {
	f := &Failure{What: []string{e.Message}, Exit: ExitFailed}
	if e.Message == "" {
		f.What[0] = i18n.T("refused.silent|The service answered '{{.Answer}}'.", "Answer", fmt.Sprintf("%d %s", e.Status, e.Words()))
	}
	var meta []string
	if e.Code != "" {
		meta = append(meta, i18n.T("refused.code|Code: {{.Code}}", "Code", output.Shorten(output.Clean(e.Code), longestMeta)))
	}
	meta = append(meta, i18n.T("refused.status|Status: {{.Status}}", "Status", e.Status))
	if e.Transaction != "" {
		meta = append(meta, i18n.T("refused.transaction|Transaction: {{.ID}}", "ID", output.Shorten(output.Clean(e.Transaction), longestMeta)))
	}
	f.Meta = strings.Join(meta, ", ")
	switch e.Kind() {
	case service.Unauthorized, service.Forbidden:
		if ofManager(e.Operation) {
			f.Exit = ExitLogin
			return f.Hint("refused.manager|Check the credentials of the Manager: the setting '{{.Key}}', or '{{.User}}' and '{{.Password}}'.",
				"Key", service.SettingManagerKey, "User", service.SettingManagerUser, "Password", service.SettingManagerPassword)
		}
	}
	switch e.Kind() {
	case service.Unauthorized:
		f.Exit, f.Next = ExitLogin, i18n.T("refused.login|The token was refused. Log in again with 'ibmcloud login'.")
	case service.Forbidden:
		f.Exit = ExitLogin
		if op := api.ByID(e.Operation); op != nil && op.Server == api.GetReports.Server { // which knows no tenant
			f.Next = i18n.T("refused.reports|The reports need the service role Reader on an instance. Ask an administrator of the account for it.")
		} else if x.role != "" {
			f.Next = i18n.T("refused.role|This command needs the service role {{.Role}}. Ask an administrator of the account for it, or check '--xibm-tenant-id'.", "Role", x.role)
		} else {
			f.Next = i18n.T("refused.access|Ask an administrator of the account for a service role on the instance.")
		}
	case service.NotFound:
		f.Exit = ExitNotFound
	case service.Conflict:
		f.Exit = ExitConflict
	case service.Busy:
		f.Next = i18n.T("refused.busy|The service is busy. Try again later.")
		if e.RetryAfter > 0 {
			f.Next = i18n.T("refused.retry|The service is busy. Try again in {{.Span}}.", "Span", output.Duration(e.RetryAfter))
		}
	case service.Broken:
		f.Next = i18n.T("refused.later|Try again later.")
		if e.Transaction != "" {
			f.Next = i18n.T("refused.broken|Try again later. If the error persists, give the transaction to IBM Cloud support.")
		}
	}
	x.refusedBy(e, f)
	return f
}

// ofManager reports whether an operation is one of the Manager's alerts and upgrades, which has credentials of its own.
func ofManager(operation string) bool {
	op := api.ByID(operation)
	return op != nil && op.Server == api.GetManagementAlerts.Server
}

func (x explainer) network(e *service.Unreachable) *Failure {
	switch {
	case errors.Is(e.Err, service.ErrIdleTimeout):
		return Fail(ExitFailed, "network.silent|{{.Host}} did not answer in time.", "Host", e.Host).Hint("network.timeout|IBMCLOUD_HTTP_TIMEOUT=SECONDS sets how long to wait.")
	case e.Ended:
		return Fail(ExitFailed, "network.broken|The answer of {{.Host}} broke off: {{.Reason}}", "Host", e.Host, "Reason", e.Err.Error()).
			Hint("network.partial|The output is not complete. Try again.")
	}
	if !e.NotSent {
		return Fail(ExitFailed, "network.reset|The connection to {{.Host}} broke before an answer came: {{.Reason}}", "Host", e.Host, "Reason", e.Err.Error()).
			Hint("network.again|Check the network, and try again.")
	}
	if e.Appliance {
		return Fail(ExitFailed, "network.unreachable|{{.Host}} cannot be reached: {{.Reason}}", "Host", e.Host, "Reason", e.Err.Error()).
			Hint("network.appliance|Check the address, and whether this machine is in a network that leads there.")
	}
	if e.Manager {
		return Fail(ExitFailed, "network.unreachable|{{.Host}} cannot be reached: {{.Reason}}", "Host", e.Host, "Reason", e.Err.Error()).
			Hint("network.manager|Check the network, and the address of the Manager.")
	}
	return Fail(ExitFailed, "network.unreachable|{{.Host}} cannot be reached: {{.Reason}}", "Host", e.Host, "Reason", e.Err.Error()).
		Hint("network.check|Check the network and the address. '{{.Command}}' lists the endpoints.", "Command", x.program+" instances")
}

// instance says which instances there are to choose from.
func (x explainer) instance(e *service.NoInstance) *Failure {
	var f *Failure
	target := x.program + " target INSTANCE"
	switch {
	case len(e.Found) == 0 && e.Wanted == "":
		return Fail(ExitNotFound, "instance.none|This account has no Backup and Recovery instance.").Hint("instance.create|Target another account with 'ibmcloud target', or create an instance.")
	case len(e.Found) == 0:
		return Fail(ExitNotFound, "instance.missing|No Backup and Recovery instance in this account is called '{{.Name}}'.", "Name", e.Wanted)
	case e.Twice:
		f = Fail(ExitUsage, "instance.ambiguous|Several instances are named '{{.Name}}':", "Name", e.Wanted).Hint("instance.guid|Use the GUID or the CRN instead of the name.")
	case e.Wanted != "":
		f = Fail(ExitNotFound, "instance.other|No Backup and Recovery instance in this account is called '{{.Name}}'. The instances are:", "Name", e.Wanted).
			Hint("instance.target|Choose one with '{{.Command}}'.", "Command", target)
	case e.Region != "" && !slices.ContainsFunc(e.Found, func(i service.Instance) bool { return i.Region == e.Region }):
		f = Fail(ExitUsage, "instance.region|No Backup and Recovery instance is in the region '{{.Region}}'. The instances are:", "Region", e.Region).
			Hint("instance.choose|Choose one with '--instance', or for all commands with '{{.Command}}'.", "Command", target)
	default:
		f = Fail(ExitUsage, "instance.unclear|There are several Backup and Recovery instances:").
			Hint("instance.choose|Choose one with '--instance', or for all commands with '{{.Command}}'.", "Command", target)
	}
	for _, i := range e.Found {
		f.What = append(f.What, fmt.Sprintf("  %s  %s  %s  %s", i.Name, i.Region, i.State, i.GUID))
	}
	return f
}

// local explains what went wrong on this machine.
func local(err error) *Failure {
	var (
		place   *fs.PathError
		foreign *files.Foreign
		special *files.NotAFile
		theirs  *files.OtherUsers
	)
	switch {
	case errors.As(err, &foreign):
		return Fail(ExitUsage, "file.foreign|No download has left '{{.File}}', so it is not changed. {{.Reason}}", "File", foreign.Path, "Reason", i18n.T(foreign.Reason)).
			Hint("file.move|Move or remove it, or choose another name with '--output-file'.")
	case errors.As(err, &special):
		return Fail(ExitUsage, "file.irregular|'{{.File}}' is a link, a folder, a device or a pipe, which is never replaced.", "File", special.Path).
			Hint("file.other|Choose another name with '--output-file'.")
	case errors.As(err, &theirs):
		return Fail(ExitUsage, "file.others|'{{.File}}' belongs to another user, so nothing is written to it.", "File", theirs.Path).
			Hint("file.other|Choose another name with '--output-file'.")
	case errors.As(err, &place) && place.Path == os.Stdout.Name():
		return Fail(ExitFailed, "stdout.failed|Standard output cannot be written: {{.Reason}}", "Reason", place.Err.Error())
	case errors.Is(err, fs.ErrExist):
		return Fail(ExitUsage, "file.exists|The file exists: {{.Reason}}", "Reason", err.Error()).Hint("file.rename|Choose another name with '--output-file', or replace it with '--force'.")
	case files.IsFull(err):
		return Fail(ExitFailed, "file.full|The disk is full: {{.Reason}}", "Reason", err.Error()).Hint("file.space|Free some space, or choose another place with '--output-file'.")
	case errors.Is(err, files.ErrBusy):
		return Fail(ExitConflict, "file.locked|Another download is writing this file: {{.Reason}}", "Reason", err.Error()).Hint("file.wait|Wait for it, or choose another name with '--output-file'.")
	}
	return &Failure{What: []string{output.Clean(err.Error())}, Exit: ExitFailed}
}
