package engine

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Gate is what every request goes through, of commands and jobs alike.
type Gate interface {
	// Call checks a request, puts identifiers in the place of names, and sends it to the server that its operation belongs to.
	// In a dry run a request that would change something is printed instead, and the error is ErrDryRun. Whoever gets the
	// answer closes its body.
	Call(ctx context.Context, r *api.Request, how ...How) (*service.Answer, error)
	// Fetch is Call for a file, which comes in chunks. address is where it is fetched from and for whom: two files with the same
	// address are the same one.
	Fetch(ctx context.Context, r *api.Request, how ...How) (file *service.File, address string, err error)
	// Resolve puts identifiers in the place of the names in a request that is not sent yet.
	Resolve(ctx context.Context, r *api.Request) error
	// LookUp returns the identifier that the name of a thing of a kind stands for. An identifier stays as it is.
	LookUp(ctx context.Context, k api.Kind, word string) (string, error)
}

// ErrDryRun says that a request was printed and not sent, because only that was wanted.
var ErrDryRun = errors.New("this is a dry run")

// How is something special about a call.
type How func(*call)

// call is what is special about a call.
type call struct {
	question func() (string, error) // returns what is asked before the request is sent, "" for nothing; nil for nothing
	own      bool                   // whether the request is the command's own, which a dry run prints even where it only reads
	place    func(*api.Problem) string
	returned bool // whether the body is one that the service has returned
}

// Returned says that the body of a request is what the service has returned of a thing, with a change: whether it is valid is for the
// service to say, and what stands in the place of an identifier is one.
func Returned() How { return func(c *call) { c.returned = true } }

// askingFor asks the question that a function returns, "" for none, before the request is sent. Without consent the call is an error, unless
// the command was forced. The function is called only where somebody is to be asked.
func askingFor(question func() (string, error)) How { return func(c *call) { c.question = question } }

// own marks the request that a command was made for. place names where a problem of it is on the command line.
func own(place func(*api.Problem) string) How {
	return func(c *call) { c.own, c.place = true, place }
}

// gate is the Gate of a command.
type gate struct {
	session *service.Session
	streams *output.Streams
	options *Options
	console *console
	names   *names

	naming  sync.Mutex                 // of named: a job may change several things at once, and asks once
	named   bool                       // whether people know which instance is changed
	mu      sync.Mutex                 // of the clients: the details of a run are asked for beside the run
	clients map[string]*service.Client // by the server's name
	slots   *slots                     // which the requests that are not answered yet take
}

func newGate(session *service.Session, options *Options, c *console) *gate {
	g := &gate{session: session, streams: c.streams, options: options, console: c, clients: map[string]*service.Client{}, slots: &slots{session: session}}
	g.names = newNames(g.read)
	return g
}

// Call implements Gate.
func (g *gate) Call(ctx context.Context, r *api.Request, how ...How) (*service.Answer, error) {
	if err := g.prepare(ctx, r, how...); err != nil {
		return nil, err
	}
	return g.send(ctx, r)
}

// Fetch implements Gate.
func (g *gate) Fetch(ctx context.Context, r *api.Request, how ...How) (*service.File, string, error) {
	if err := g.prepare(ctx, r, how...); err != nil {
		return nil, "", err
	}
	client, err := g.connect(ctx, r.Op)
	if err != nil {
		return nil, "", err
	}
	g.warnTenant(client.Target(), r)
	file, err := client.Open(ctx, r)
	return file, client.Address(r), err
}

// Resolve implements Gate.
func (g *gate) Resolve(ctx context.Context, r *api.Request) error { return g.names.replace(ctx, r) }

// LookUp implements Gate.
func (g *gate) LookUp(ctx context.Context, k api.Kind, word string) (string, error) {
	return g.names.lookUp(ctx, k, word)
}

// prepare does all that comes before a request is sent. Where it returns ErrDryRun the request was printed instead.
func (g *gate) prepare(ctx context.Context, r *api.Request, how ...How) error {
	c := &call{place: bodyPlace}
	for _, set := range how {
		set(c)
	}
	if !c.returned {
		if err := g.checkAndResolve(ctx, r, c); err != nil {
			return err
		}
	}
	// What only reads may be sent in a dry run, so that names can be looked up; a file would be written.
	if g.options.DryRun && (c.own || !r.Op.ReadOnly() || r.Op.Answer == api.File) {
		if err := g.preview(ctx, r); err != nil {
			return err
		}
		return ErrDryRun
	}
	question := ""
	if c.question != nil && !g.options.Force {
		var err error
		if question, err = c.question(); err != nil {
			return err
		}
	}
	if !r.Op.ReadOnly() {
		if err := g.nameTarget(ctx, r.Op, question != ""); err != nil {
			return err
		}
	}
	if question == "" {
		return nil
	}
	return g.console.confirm(ctx, question, false)
}

// checkAndResolve checks a request and puts identifiers in the place of names. Implausible values are refused in the
// command's own request alone: in those that a job makes they are what the service has returned.
func (g *gate) checkAndResolve(ctx context.Context, r *api.Request, c *call) error {
	check := func(named bool, warn func(string)) error {
		found := findings(r, named, c.place)
		if !c.own {
			found = slices.DeleteFunc(found, func(f finding) bool { return f.implausible })
		}
		return judge(found, g.options, warn)
	}
	if err := check(true, nil); err != nil {
		return err
	}
	if err := g.names.replace(ctx, r); err != nil {
		return err
	}
	return check(false, g.console.warn)
}

// acknowledged is the setting with the instance that a person has agreed to change although it was found and not named.
const acknowledged = "acknowledged-instance"

// nameTarget says, before something is changed, which instance that happens in where nobody has named one: it was found as the only
// one, and that may be another one than yesterday. At a terminal it asks, once for an instance, unless the command asks something
// itself.
func (g *gate) nameTarget(ctx context.Context, op *api.Operation, asks bool) error {
	client, err := g.connect(ctx, op)
	if err != nil {
		return err
	}
	t := client.Target()
	g.naming.Lock()
	defer g.naming.Unlock()
	if g.named || t.Via != service.ViaOnlyInstance && t.Via != service.ViaResourceGroup || t.Instance == nil {
		return nil
	}
	g.named = true
	args := []any{"Name", output.Clean(t.Instance.Name), "Region", output.Clean(t.Instance.Region)}
	if t.Via == service.ViaResourceGroup {
		g.console.note(i18n.T("target.group|No instance was named: using '{{.Name}}' in {{.Region}}, the only one in the targeted resource group.", args...))
	} else {
		g.console.note(i18n.T("target.found|No instance was named: using '{{.Name}}' in {{.Region}}, the only one there.", args...))
	}
	if asks || g.options.Force || !g.streams.CanAsk() {
		return nil
	}
	if known, err := g.session.Settings.Get(acknowledged); err != nil || known == t.Instance.CRN {
		return err // an instance that was found was looked for with settings
	}
	if err := g.console.confirm(ctx, i18n.T("target.agree|Change '{{.Name}}'?", args...), false); err != nil {
		return err
	}
	_ = g.session.Settings.Set(acknowledged, t.Instance.CRN) // else it is asked again
	return nil
}

// read sends a request that only reads and returns the whole answer.
func (g *gate) read(ctx context.Context, r *api.Request) (any, error) {
	result, err := readAll(g.Call(ctx, r))
	if err != nil {
		return nil, err
	}
	return result.Value, nil
}

func (g *gate) send(ctx context.Context, r *api.Request) (*service.Answer, error) {
	client, err := g.connect(ctx, r.Op)
	if err != nil {
		return nil, err
	}
	g.warnTenant(client.Target(), r)
	release, err := g.slots.take(ctx) // what asks for several things at once may be asked for at once with others
	if err != nil {
		return nil, err
	}
	defer release()
	answer, err := client.Do(ctx, r)
	if err == nil {
		g.console.heard(r.Op.Server, answer.Time())
	}
	return answer, err
}

// connect returns the client of the server that an operation belongs to, and makes it when there is none yet.
func (g *gate) connect(ctx context.Context, op *api.Operation) (*service.Client, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if client := g.clients[op.Server]; client != nil {
		return client, nil
	}
	if err := logIn(ctx, g.session, g.options, g.console, op); err != nil {
		return nil, err
	}
	client, err := g.session.Connect(ctx, op.Server, g.options.Target)
	if err != nil {
		return nil, err
	}
	g.clients[op.Server] = client
	g.warnUnused(client.Target(), op.Server)
	return client, nil
}

// warnTenant says when a request that is for a tenant goes out without one, because nothing names it.
func (g *gate) warnTenant(t *service.Target, r *api.Request) {
	p := r.Op.Param(api.TenantHeader)
	if p == nil || len(r.Get(api.TenantHeader)) > 0 || t.Tenant != "" || t.Base == nil {
		return
	}
	g.console.warn(i18n.T("tenant.unknown|No tenant is known for {{.Host}}: the request goes without one. Set it with '--xibm-tenant-id' or 'config set tenant-id'.", "Host", t.Base.Host))
}

// warnUnused says when a saved address or an option that chooses an instance had no effect because an address takes precedence.
func (g *gate) warnUnused(t *service.Target, server string) {
	if t.Unused != "" {
		g.console.warn(i18n.T("target.saved|{{.Via}} sets the address {{.URL}}; the saved one, {{.Saved}}, is not used.", "Via", t.Via, "URL", t.Base, "Saved", t.Unused))
	}
	if t.Instance != nil || t.Base == nil || t.Via == "" || server == Connector || server == ConnectorAgent { // Via says who chose the address, where somebody can
		return
	}
	const unused i18n.Text = "target.unused|--{{.Flag}} has no effect, because {{.Via}} sets the address {{.URL}}."
	for _, option := range []struct{ flag, value string }{{"instance", g.options.Target.Instance}, {"region", g.options.Target.Region}} {
		if option.value != "" && (option.flag != "region" || t.Via != service.ViaGeography) {
			g.console.warn(i18n.T(unused, "Flag", option.flag, "Via", t.Via, "URL", t.Base))
		}
	}
}

// previewView is how a request that is not sent is shown as CSV.
var previewView = &output.View{Columns: []output.Column{{Title: "Method", Path: "method"}, {Title: "URL", Path: "url"}, {Title: "Body", Path: "body"}}}

// preview prints what would be sent, secrets hidden. Nothing is asked for that is not known already.
func (g *gate) preview(ctx context.Context, r *api.Request) error {
	var target *service.Target
	if client := g.clients[r.Op.Server]; client != nil {
		target = client.Target()
	} else {
		offline := g.options.Target
		offline.Offline = true
		var err error
		if target, err = g.session.Locate(ctx, r.Op.Server, offline); err != nil {
			return err
		}
	}
	shown, err := g.session.Preview(target, r)
	if err != nil {
		return err
	}
	if tenant, ok := shown.Headers[api.TenantHeader]; ok && tenant == "" {
		shown.Headers[api.TenantHeader] = i18n.T("preview.tenant|[found with the instance]")
	}
	if g.options.Machine() {
		return g.console.showValue(ctx, previewView, shown)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s\n", shown.Method, shown.URL)
	for _, name := range slices.Sorted(maps.Keys(shown.Headers)) {
		fmt.Fprintf(&b, "%s: %s\n", name, output.Clean(shown.Headers[name]))
	}
	if len(shown.Body) > 0 {
		b.WriteByte('\n')
		if err := output.JSON(&b, bytes.NewReader(shown.Body), nil); err != nil {
			return err
		}
	}
	_, err = g.streams.JSONOut().Write([]byte(b.String()))
	return err
}

// Result is a whole answer.
type Result struct {
	Raw   []byte
	Value any       // see output.Read
	At    time.Time // by the service's clock, to the second; zero where it does not say

	answer *service.Answer // whose body was read
}

// Header returns what a header of the answer says, and "" where it is not there.
func (r *Result) Header(name string) string {
	if r.answer == nil {
		return ""
	}
	return r.answer.Header.Get(name)
}

// maxRead is how many bytes of an answer a job reads: a page, a run with its objects, or a list of some ten thousand things.
const maxRead = 64 << 20

// readAll reads an answer whole.
func readAll(answer *service.Answer, err error) (*Result, error) {
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	result := &Result{At: answer.Time(), answer: answer}
	var raw bytes.Buffer
	if _, err := raw.ReadFrom(output.Held(answer.Body, maxRead)); err != nil {
		return nil, err
	}
	result.Raw = raw.Bytes()
	result.Value, err = output.Read(bytes.NewReader(result.Raw))
	return result, err
}

// unanswered returns an error with an answer of success as one that leaves open what became of the request, where that must not be
// sent twice: an answer that broke off or cannot be read does not tell.
func unanswered(op *api.Operation, err error) error {
	var unknown *service.Unknown
	var gone *service.Unreachable
	var syntax *output.SyntaxError
	if op.Repeatable() || errors.As(err, &unknown) || !errors.As(err, &gone) && !errors.As(err, &syntax) || gone != nil && gone.NotSent {
		return err
	}
	return &service.Unknown{Operation: op.ID, Err: err}
}
