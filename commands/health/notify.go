package health

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/service"
)

// notifying is how status tells somebody what has changed since the last call.
type notifying struct {
	where  string // as it was typed; "" for nobody
	format string

	hook *service.Webhook
	of   []any // what else the memory is of
}

// trouble is what tells one trouble from another. When it began and its reason do not count: a group whose runs fail night after night is one
// trouble, and an age in a reason changes by the minute.
type trouble struct {
	Instance string      `json:"instance,omitempty"` // where there are several
	Kind     survey.Kind `json:"kind"`
	ID       string      `json:"id,omitempty"`
	Name     string      `json:"name"`
	Group    string      `json:"group,omitempty"`
}

// unread is the kind of what could not be read, which needs attention too: nobody would notice what is wrong there.
const unread survey.Kind = "unread"

// told is what somebody was told last.
type told struct {
	At       time.Time `json:"at"`
	Problems []trouble `json:"problems"`
}

// The limits of what is kept and of how long another call is waited for, which may be posting.
const (
	maxTold      = 16 << 20 // bytes
	notifyLock   = 3 * time.Minute
	instanceName = "instance" // what could not be read where nothing could
)

func (n *notifying) declare(f *engine.Flags) {
	f.Filled(&n.where, "notify", "SOURCE", "status.notify|Post what has changed to the webhook whose URL is in @FILE, standard input (-), or BACKUP_RECOVERY_NOTIFY_URL (env).")
	f.Choice(&n.format, "notify-format", []string{"auto", "slack", "json"}, "status.notify-format|The format of the post; auto is slack for a Slack URL, else json.")
}

// prepare reads the address, before anything else is done.
func (n *notifying) prepare(c *engine.Context, failOn []string, all bool) (err error) {
	names, kinds := slices.Clone(c.Args), slices.Clone(failOn)
	slices.Sort(names)
	slices.Sort(kinds)
	n.of = []any{names, kinds, all}
	var address string
	switch {
	case n.where == "" && n.format != "auto" && n.format != "":
		return engine.Usage("notify.alone|--notify-format has an effect with --notify only.")
	case n.where == "":
		return nil
	case n.where == "env":
		if address = os.Getenv(service.WebhookVariable); address == "" {
			return engine.Usage("notify.unset|--notify: the variable {{.Name}} is not set.", "Name", service.WebhookVariable)
		}
	case n.where == "-" || n.where[0] == '@':
		if address, err = c.ReadSecret("--notify", n.where); err != nil {
			return engine.Usage("notify.unread|--notify: {{.Reason}}", "Reason", c.Reason(err))
		}
	default: // likely the address itself, which is not repeated here
		return engine.Usage("notify.typed|--notify takes @FILE, - or env, because every user of this machine can read the command line, and the URL of a webhook is a secret.")
	}
	if n.hook, err = service.NewWebhook(address); err != nil {
		return engine.Usage("notify.unread|--notify: {{.Reason}}", "Reason", err.Error())
	}
	return nil
}

// tell posts what a document says if it is something else than what was told last. The error is a *engine.Failure of the status 11, or one that
// ends the command.
func (n *notifying) tell(c *engine.Context, d *document, failures *engine.Failures) error {
	if n.hook == nil {
		return nil
	}
	posted, err := n.tellIfNew(c, d, failures)
	switch {
	case err == nil || c.Err() != nil:
		return err
	case posted:
		return engine.Fail(engine.ExitUnposted, "notify.unkept|The change was posted, but this could not be kept: {{.Reason}}", "Reason", err.Error()).Hint("notify.twice|The next call posts it again.")
	}
	return engine.Fail(engine.ExitUnposted, "notify.failed|The change was not posted: {{.Reason}}", "Reason", err.Error()).Hint("notify.again|The next call posts it.")
}

// unreadable posts that nothing could be read, and returns why.
func (n *notifying) unreadable(c *engine.Context, err error) error {
	if n.hook == nil || c.Err() != nil {
		return err
	}
	var failures engine.Failures
	failures.Note(c, instanceName, err)
	if unposted := n.tell(c, &document{}, &failures); unposted != nil {
		c.Warn("notify.both|{{.Reason}}", "Reason", unposted.Error())
	}
	return err
}

// also returns an error that counts more than that something was not posted, with that said too.
func also(err error, unposted error) error {
	var first, second *engine.Failure
	if !errors.As(err, &first) || !errors.As(unposted, &second) {
		return cmp.Or(err, unposted)
	}
	both := *first
	both.What, both.Silent = append(slices.Clone(first.What), second.What...), false
	both.Next = strings.TrimPrefix(first.Next+"\n"+second.Next, "\n")
	return &both
}

// tellIfNew compares with what was told last, and posts and keeps what is new. It returns whether it posted, also where that could not be kept.
// Two calls at once do so one after the other.
func (n *notifying) tellIfNew(c *engine.Context, d *document, failures *engine.Failures) (posted bool, err error) {
	path, err := n.place(c)
	if err != nil {
		return false, err
	}
	unlock, err := files.Lock(c, path+".lock", notifyLock)
	if err != nil {
		return false, err
	}
	defer unlock()
	before, err := readTold(c, path)
	if err != nil {
		return false, err
	}
	now := told{At: c.Now().UTC(), Problems: troublesOf(d, failures, before)}
	news := compare(before.Problems, now.Problems)
	if len(news.fresh)+len(news.gone) > 0 {
		if err := c.Session.Post(c, n.hook, n.message(c, d, failures, news)); err != nil {
			return false, err
		}
		posted = true
		c.Note("notify.posted|Posted to {{.Host}}.", "Host", n.hook.Host())
	}
	text, err := json.Marshal(now)
	if err == nil {
		err = files.Replace(path, text, 0o600)
	}
	return posted, err
}

// place returns where it is kept what this webhook was told of this instance for the same arguments. The instance is the one that was asked
// for: which one that is may not be known while the platform is away.
func (n *notifying) place(c *engine.Context) (string, error) {
	s, t := c.Session, c.Options.Target
	saved, err := s.FirstSetting(service.SettingURL, service.SettingOtherURL, service.SettingInstance)
	if err != nil {
		return "", err
	}
	key, err := json.Marshal([]any{s.Account, s.Region, s.Group, saved, os.Getenv("BACKUP_RECOVERY_URL"), t.URL, t.Instance, t.Region, t.Tenant, n.of, n.hook.Key()})
	if err != nil {
		return "", err
	}
	folder := filepath.Join(s.Folder, "notify")
	sum := sha256.Sum256(key)
	return filepath.Join(folder, fmt.Sprintf("%x.json", sum[:16])), os.MkdirAll(folder, 0o700)
}

// readTold returns what was told last; nothing where that was never or the file is damaged, so that it is told again. What is no file is an error:
// nothing could be kept there.
func readTold(c *engine.Context, path string) (last told, err error) {
	there, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return told{}, nil
	case err != nil:
		return told{}, err
	case !there.Mode().IsRegular():
		return told{}, &files.NotAFile{Path: path}
	case there.Size() > maxTold:
		return told{}, nil
	}
	text, err := files.Read(c, path, maxTold)
	if err == nil && json.Unmarshal(text, &last) != nil {
		return told{}, nil
	}
	return last, err
}

// troublesOf returns what needs attention, each once. Where something could not be read, what was wrong before is so still as far as anybody
// knows.
func troublesOf(d *document, failures *engine.Failures, before told) (list []trouble) {
	seen := map[trouble]bool{}
	add := func(p trouble) {
		if !seen[p] {
			seen[p] = true
			list = append(list, p)
		}
	}
	for _, f := range d.Attention {
		add(troubleOf(f))
	}
	names := failures.Names()
	for _, name := range names {
		add(trouble{Kind: unread, Name: identity(name)})
	}
	for _, p := range before.Problems {
		if len(names) > 0 && p.Kind != unread {
			add(p)
		}
	}
	return list
}

// news are what has changed between two calls.
type news struct {
	fresh, gone []trouble
	still       int
}

func compare(before, now []trouble) (n news) {
	was, is := map[trouble]bool{}, map[trouble]bool{}
	for _, p := range before {
		was[p] = true
	}
	for _, p := range now {
		if is[p] = true; was[p] {
			n.still++
		} else {
			n.fresh = append(n.fresh, p)
		}
	}
	for _, p := range before {
		if !is[p] {
			n.gone = append(n.gone, p)
		}
	}
	return n
}
