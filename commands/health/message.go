package health

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// The limits of a message: how many problems of each sort it lists, and how many bytes of a name, a reason, and of the text of a chat it has.
// Slack shows up to 4,000 characters in one piece.
const (
	maxPosted   = 100
	maxChatted  = 10
	maxPhrase   = 300
	maxChatText = 3500
)

// posted is a message as JSON: the document of status, with what has changed.
type posted struct {
	*summary             // of the only instance; nil where there are several
	Instances []*summary `json:"instances,omitempty"`
	At        int64      `json:"atUsecs"`
	Needs     int        `json:"needsAttention"`
	New       []*problem `json:"new"`
	Repaired  []trouble  `json:"repaired"`
	Attention []*problem `json:"attention"`
	Omitted   int        `json:"omitted"` // how many of the lists above are not in them
}

// message returns what is posted.
func (n *notifying) message(c *engine.Context, d *document, failures *engine.Failures, changed news) []byte {
	m := &posted{At: c.Now().UnixMicro(), New: []*problem{}, Repaired: []trouble{}, Attention: []*problem{}}
	for _, one := range d.Instances {
		told := *one
		told.Instance = phrase(one.Instance)
		m.Omitted += keep(&m.Instances, &told)
	}
	if !d.many {
		m.summary = &summary{}
		if d.summary != nil {
			*m.summary = *d.summary
		}
		m.Instance, m.Region = instanceOf(c)
	}
	fresh := map[trouble]bool{}
	for _, p := range changed.fresh {
		fresh[p] = true
	}
	all := d.Attention
	for _, name := range failures.Names() {
		all = append(all[:len(all):len(all)], &problem{Finding: &survey.Finding{Kind: unread, Name: name, Reason: failures.Of(name), Counts: true}})
	}
	m.Needs = len(all)
	for _, p := range all {
		told := *p.Finding
		told.ID, told.Name, told.Group, told.Reason, told.Next = phrase(p.ID), phrase(p.Name), phrase(p.Group), phrase(p.Reason), phrase(p.Next)
		one := &problem{Instance: phrase(p.Instance), Finding: &told}
		m.Omitted += keep(&m.Attention, one)
		if fresh[troubleOf(p)] {
			m.Omitted += keep(&m.New, one)
		}
	}
	for _, p := range changed.gone {
		m.Omitted += keep(&m.Repaired, trouble{phrase(p.Instance), p.Kind, phrase(p.ID), phrase(p.Name), phrase(p.Group)})
	}
	var document any = m
	if n.format == "slack" || n.format != "json" && strings.HasPrefix(n.hook.Host(), "hooks.slack") {
		// No marks of emphasis and no links are made of what a name or a reason happens to hold.
		document = map[string]any{"text": m.chat(changed), "mrkdwn": false, "unfurl_links": false, "unfurl_media": false}
	}
	text, _ := json.Marshal(document) // of strings and numbers, which always can be
	return text
}

// troubleOf returns what tells a problem from others.
func troubleOf(p *problem) trouble {
	return trouble{identity(p.Instance), p.Kind, identity(p.ID), identity(p.Name), identity(p.Group)}
}

// identity returns a name of the service as it is kept: a long one as its beginning and a digest, so that the memory stays small enough to be read
// again.
func identity(name string) string {
	if len(name) <= maxPhrase {
		return name
	}
	return fmt.Sprintf("%s#%x", output.Shorten(name, maxPhrase/2), sha256.Sum256([]byte(name)))
}

// keep adds one to a list that is not full, and returns how many it left out.
func keep[T any](list *[]T, one T) int {
	if len(*list) == maxPosted {
		return 1
	}
	*list = append(*list, one)
	return 0
}

// phrase returns a text of the service as a message holds it: in one line, of bounded length, and without what looks like a secret.
func phrase(text string) string {
	return output.Shorten(output.Clean(service.RedactText(text)), maxPhrase)
}

// instanceOf returns the name and the region of the instance, as far as they are known.
func instanceOf(c *engine.Context) (name, region string) {
	target := c.Options.Target
	target.Offline = true
	if t, err := c.Session.Locate(c, "instance", target); err == nil {
		if t.Instance != nil {
			return phrase(t.Instance.Name), phrase(t.Instance.Region)
		}
		if t.Base != nil {
			return phrase(t.Base.Host), ""
		}
	}
	return phrase(target.Instance), phrase(target.Region)
}

// forChat escapes what Slack takes for a mention or a link.
var forChat = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// chat returns the message for a chat.
func (m *posted) chat(changed news) string {
	var b strings.Builder
	line := func(text string) { b.WriteString(forChat.Replace(text) + "\n") }
	where := i18n.T("notify.all|all instances")
	if m.summary != nil {
		where = m.Instance
		if m.Region != "" {
			where += " (" + m.Region + ")"
		}
	}
	line("IBM Cloud Backup and Recovery: " + where)
	if m.Needs == 0 {
		line(i18n.T("notify.fine|Everything is in order again."))
	}
	if n := len(changed.fresh); n > 0 {
		line(i18n.T("notify.new|{{.Count}} new problem needs attention:|{{.Count}} new problems need attention:", "Count", n))
		for _, f := range m.New[:min(len(m.New), maxChatted)] {
			line("• " + word(f.Kind) + ": " + place(f.Instance, f.Name) + " – " + f.Reason)
		}
		further(line, n-min(len(m.New), maxChatted))
	}
	if n := len(changed.gone); n > 0 {
		line(i18n.T("notify.repaired|{{.Count}} problem is gone:|{{.Count}} problems are gone:", "Count", n))
		for _, p := range m.Repaired[:min(len(m.Repaired), maxChatted)] {
			line("• " + word(p.Kind) + ": " + place(p.Instance, p.Name))
		}
		further(line, n-min(len(m.Repaired), maxChatted))
	}
	if changed.still > 0 {
		line(i18n.T("notify.still|{{.Count}} problem still needs attention.|{{.Count}} problems still need attention.", "Count", changed.still))
	}
	return output.Shorten(strings.TrimSuffix(b.String(), "\n"), maxChatText)
}

// further says how many there are that are not listed.
func further(line func(string), n int) {
	if n > 0 {
		line(i18n.T("list.more|and {{.Count}} more|and {{.Count}} more", "Count", n))
	}
}

// place returns a name, behind that of its instance where there are several.
func place(instance, name string) string {
	if instance == "" {
		return name
	}
	return instance + ": " + name
}

// word returns what people call a kind of trouble.
func word(kind survey.Kind) string {
	if kind == unread {
		return i18n.T("problem.unread|Not Read")
	}
	return i18n.T(problemWords[kind])
}
