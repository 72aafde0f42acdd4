package metrics

import (
	"context"
	"errors"
	"os"
	"sync"
	"syscall"
	"time"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output/openmetrics"
	"ibmcloud-backup-recovery-plugin/service"
	"ibmcloud-backup-recovery-plugin/service/scrape"
)

// leastToken is how many bytes a token has at least, so that nobody tries them all.
const leastToken = 16

// listening is how metrics are served.
type listening struct {
	address   string // "" where they are not
	anywhere  bool
	token     string // as it was typed
	cert, key string
	interval  time.Duration
}

func (l *listening) declare(f *engine.Flags) {
	f.Filled(&l.address, "listen", "ADDRESS", "metrics.listen|Serve the metrics at this address of this machine until interrupted: 127.0.0.1:9464.")
	f.Switch(&l.anywhere, "listen-anywhere", "metrics.listen-anywhere|Allow an address for --listen that other machines reach; needs --listen-token.")
	f.Filled(&l.token, "listen-token", "SOURCE", "metrics.listen-token|Answer only requests with the token from @FILE, standard input (-), or BACKUP_RECOVERY_METRICS_TOKEN (env).")
	f.Filled(&l.cert, "tls-cert", "FILE", "metrics.tls-cert|Serve over TLS with this certificate chain, as PEM.")
	f.Filled(&l.key, "tls-key", "FILE", "metrics.tls-key|The private key of --tls-cert, as PEM.")
	f.Span(&l.interval, "interval", "metrics.interval|Ask the service at most once in this time, 1m or more. Default: 1m.")
}

// check refuses options that have no effect, and addresses that need others.
func (l *listening) check() error {
	if l.address == "" {
		for _, one := range []struct {
			flag  string
			given bool
		}{{"listen-anywhere", l.anywhere}, {"listen-token", l.token != ""}, {"tls-cert", l.cert != ""}, {"tls-key", l.key != ""}, {"interval", l.interval != 0}} {
			if one.given {
				return engine.Usage("metrics.alone|--{{.Flag}} has an effect with --listen only.", "Flag", one.flag)
			}
		}
		return nil
	}
	switch {
	case l.interval != 0 && l.interval < settled:
		return engine.Usage("metrics.often|--interval: the service is asked at most once a minute.")
	case (l.cert == "") != (l.key == ""):
		return engine.Usage("metrics.pair|--tls-cert and --tls-key belong together.")
	case l.anywhere && l.token == "":
		return engine.Usage("metrics.open|--listen-anywhere needs --listen-token: the metrics name what you back up.")
	}
	return nil
}

// secret returns the token, and "" for none.
func (l *listening) secret(c *engine.Context) (token string, err error) {
	switch {
	case l.token == "":
		return "", nil
	case l.token == "env":
		if token = os.Getenv(service.MetricsTokenVariable); token == "" {
			return "", engine.Usage("metrics.unset|--listen-token: the variable {{.Name}} is not set.", "Name", service.MetricsTokenVariable)
		}
	case l.token == "-" || l.token[0] == '@':
		if token, err = c.ReadSecret("--listen-token", l.token); err != nil {
			return "", engine.Usage("metrics.unread|--listen-token: {{.Reason}}", "Reason", c.Reason(err))
		}
	default: // it stands in the list of processes, and is not repeated here
		return "", engine.Usage("metrics.typed|--listen-token takes @FILE, - or env: every user of this machine can read a token on a command line.")
	}
	if len(token) < leastToken {
		return "", engine.Usage("metrics.short|--listen-token: a token has at least {{.Count}} characters.", "Count", leastToken)
	}
	return token, nil
}

// serve serves the metrics until the command is interrupted, which is its regular end.
func (o *options) serve(c *engine.Context, common []openmetrics.Label) error {
	l := &o.listen
	server := &scrape.Server{}
	var err error
	if server.Token, err = l.secret(c); err != nil {
		return err
	}
	if l.cert != "" {
		if server.TLS, err = scrape.LoadKeyPair(l.cert, l.key); err != nil {
			return engine.Usage("metrics.certificate|--tls-cert: '{{.Cert}}' and '{{.Key}}' cannot be used: {{.Reason}}", "Cert", l.cert, "Key", l.key, "Reason", err.Error())
		}
	}
	listener, err := scrape.Listen(c, l.address, l.anywhere)
	switch {
	case errors.Is(err, scrape.ErrAddress) && !l.anywhere:
		return engine.Usage("metrics.address|--listen: '{{.Address}}' is no address of this machine alone, such as 127.0.0.1:9464. Others need --listen-anywhere and --listen-token.", "Address", l.address)
	case errors.Is(err, scrape.ErrAddress):
		return engine.Usage("metrics.anywhere|--listen: '{{.Address}}' is no address, such as 0.0.0.0:9464.", "Address", l.address)
	case errors.Is(err, syscall.EADDRINUSE):
		return engine.Fail(engine.ExitConflict, "metrics.taken|{{.Address}} cannot be listened on: another program does.", "Address", l.address)
	case err != nil:
		return engine.Fail(engine.ExitFailed, "metrics.unheard|{{.Address}} cannot be listened on: {{.Reason}}", "Address", l.address, "Reason", err.Error())
	}
	scheme := "https"
	if server.TLS == nil {
		if scheme = "http"; l.anywhere {
			c.Warn("metrics.plain|Without --tls-cert, the token and the metrics can be read on the way.")
		}
	}
	server.Page = newPasses(c, o, common).page
	c.Note("metrics.serving|Serving metrics at {{.Address}} until interrupted.", "Address", scheme+"://"+listener.Addr().String()+"/metrics")
	return server.Serve(c, listener)
}

// passes are the passes over an instance for those who ask for metrics, however many they are.
type passes struct {
	c        *engine.Context
	options  *options
	common   []openmetrics.Label
	interval time.Duration

	mu       sync.Mutex    // of what follows
	under    chan struct{} // is closed when the pass that is under way has ended; nil where none is
	last     *pass         // nil before the first
	metrics  *pass         // the last one that read at least a part of the instance; nil before the first
	good     int
	failures int
}

func newPasses(c *engine.Context, o *options, common []openmetrics.Label) *passes {
	return &passes{c: c, options: o, common: common, interval: max(o.listen.interval, settled)}
}

// page returns the metrics. Where the last ones are old, a pass begins; who asks waits for it until the context ends, and gets the earlier
// metrics then. A pass belongs to all who ask and ends with the command alone.
func (p *passes) page(ctx context.Context, open bool) ([]byte, error) {
	p.mu.Lock()
	if p.under == nil && (p.last == nil || p.c.Now().Sub(p.last.began) >= p.interval) {
		p.under = make(chan struct{})
		go p.pass(p.under)
	}
	under := p.under
	p.mu.Unlock()
	if under != nil {
		select {
		case <-under:
		case <-ctx.Done():
		}
	}
	return p.text(open)
}

// pass reads the instance once.
func (p *passes) pass(ended chan struct{}) {
	one := look(p.c)
	p.mu.Lock()
	p.last, p.under = one, nil
	if one.err == nil {
		p.metrics = one
		p.good++
	} else {
		p.failures++
		if p.c.Err() == nil {
			p.c.Note("metrics.failed|The instance could not be read: {{.Reason}}", "Reason", p.c.Reason(one.err))
		}
	}
	p.mu.Unlock()
	close(ended)
}

// text returns the metrics that there are.
func (p *passes) text(open bool) ([]byte, error) {
	p.mu.Lock()
	last, read, good, bad := p.last, p.metrics, p.good, p.failures
	p.mu.Unlock()
	f := &metrics{common: p.common}
	f.addPlugin(p.c)
	f.add("passes", float64(good), "result", "success")
	f.add("passes", float64(bad), "result", "failure")
	if read != nil {
		read.addInstance(f, p.options.objects)
	}
	if last != nil {
		last.addPass(f)
		f.add("pass_age_seconds", span(p.c.Now().Sub(last.began)))
	}
	return text(f.list, open)
}
