package commands

import (
	"context"
	"fmt"
	"hash/fnv"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service/servicetest"
)

const (
	sessionToken = "token-of-the-session"
	freshToken   = "token-that-was-renewed"
	maxWait      = 3 * time.Minute // of the bubble's time, after which a command is interrupted
)

// special are the words of commands that need others than their required flags, and their arguments by their titles.
var special = map[string][]string{
	"recovery download":              {"1:2:9", "--output-file", "FILE"},
	"protection-group-run expire":    {"1:2:3", "--older-than", "30d"},
	"protection-group-run cancel":    {"--all"},
	"protection-group-run retry":     {"--failed"},
	"protection-group-run keep":      {"1:2:3", "--all", "--for", "1y"},
	"restore":                        {"217:/etc/hosts", "--to", "/tmp"},
	"download":                       {"217:/etc/hosts", "--output-file", "FILE"},
	"protect":                        {"217", "--policy", "1:2:4"},
	"unprotect":                      {"217"},
	"data-source-connector register": {"10.1.2.3", "--connection", "5", "--no-wait"},
	"protection-policy set":          {"1:2:4", "retention=4w"},
	"protection-group set":           {"1:2:3", "paused=true"},
	"data-source-connection set":     {"1", "name=dc"},
	"data-source-connection edit":    {"1"},
	"protection-source set":          {"217", "name=web-1"},
	"protection-source edit":         {"217"},
	"diff":                           {"--file", "testdata/manifest.yaml", "--prune"},
	"apply":                          {"--file", "testdata/manifest.yaml", "--prune"},
	"instances":                      {},
	"target":                         {"one"},
}

// heavyFor are the commands that are told the lies that cost much: one of each way in which an answer is read.
var heavyFor = []string{"recovery get", "protection-group-run list", "agent-download"}

// arguments are values of positional arguments, by their titles.
var arguments = map[string]string{"GROUP": "1:2:3", "RUN": "1:2", "RECOVERY": "1:2:9", "OBJECT": "217", "HOST": "217", "NAME": "hosts"}

// variant is a way to run a command: an output format, on a terminal or not, and what makes it send more than one request.
type variant struct {
	format   string
	terminal bool
	long     bool // --all-pages or --wait, where the command has it
}

var variants = []variant{{"json", false, false}, {"table", true, false}, {"yaml", false, true}, {"csv", false, false}, {"json", true, true}, {"table", false, true}, {"yaml", true, false}, {"csv", true, true}}

// hostileCommand is a command with the words that make it send a request.
type hostileCommand struct {
	name  string
	words []string
	*engine.Command
}

// everyRequest returns all commands that send a request: to the instance, or to the Resource Controller where they are special.
func everyRequest() (list []hostileCommand) {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		c := hostileCommand{name: strings.TrimSpace(l.Group + " " + l.Name), Command: l.Command}
		c.words = strings.Fields(c.name)
		words, ok := special[c.name]
		if l.Command.Local && !ok {
			continue
		}
		if ok {
			c.words = append(c.words, words...)
		} else {
			flags, _ := needed(c.Command, l.Flags)
			c.words = append(c.words, flags...)
			if c.Op == nil {
				for _, a := range c.Args {
					c.words = append(c.words, arguments[a.Title])
				}
			}
			if c.Op != nil && c.Op.Answer == api.File {
				c.words = append(c.words, "--output-file", "FILE")
			}
		}
		if c.Confirm != "" || c.Asks {
			c.words = append(c.words, "--force")
		}
		list = append(list, c)
	}
	return list
}

// line returns the words of a command in a variant. Files go below a folder.
func (c *hostileCommand) line(v variant, folder string) []string {
	words := append(slices.Clone(c.words), "--output", v.format)
	for i := range words {
		if words[i] == "FILE" {
			words[i] = filepath.Join(folder, "file")
		}
	}
	if v.long && c.Pages != nil {
		words = append(words, "--all-pages")
	}
	if v.long && c.Wait != nil {
		words = append(words, "--wait")
	}
	return words
}

// TestEveryCommandIsLiedTo puts every command through every lie of servicetest, each time in another variant. A new command is among
// them without a line here. With -short it takes a fourth of them.
func TestEveryCommandIsLiedTo(t *testing.T) {
	t.Setenv("VISUAL", "true") // an editor that changes nothing
	log.SetOutput(io.Discard)  // the HTTP client complains of answers that nobody asked for
	t.Cleanup(func() { log.SetOutput(os.Stderr) })
	honest := newHonesty(t)
	trace := filepath.Join(t.TempDir(), "trace")
	clis := [4]*enginetest.CLI{}
	for i := range clis {
		clis[i] = enginetest.New(t, Catalog())
		session := clis[i].App.Session
		if i == 0 {
			session.Trace = trace // of a fourth, because it costs time
		}
		session.Token = func() string { return "Bearer " + sessionToken }
		session.Resources = func() (string, error) { return "https://controller", nil }
		session.Refresh = func() (string, error) { return "Bearer " + freshToken, nil }
		t.Cleanup(func() { assert.NoError(t, session.Close()) })
	}
	folder := t.TempDir()
	met := map[failure]bool{}
	lies := append(servicetest.Lies(), servicetest.Honest())
	for _, c := range everyRequest() {
		hash := fnv.New32a()
		_, _ = io.WriteString(hash, c.name)
		for j := range lies {
			// Every lie meets every variant, and every command too; and what a command meets does not depend on others.
			turn := int(hash.Sum32()>>8) + j
			if lies[j].Heavy && !slices.Contains(heavyFor, c.name) || testing.Short() && turn/len(variants)%4 != 0 {
				continue
			}
			turns := []variant{variants[turn%len(variants)]}
			if lies[j].Heavy {
				turns[0] = variants[0]
			}
			if c.Pages != nil { // one page and all pages have ways of their own
				other := turns[0]
				other.long = !other.long
				turns = append(turns, other)
			}
			for _, v := range turns {
				h := &hostile{cli: clis[turn/len(variants)%len(clis)], honest: honest, trace: trace, folder: folder, command: c, lie: &lies[j], variant: v}
				wrong := h.run(t)
				if wrong != "" && !isKnown(c.name+"/"+h.lie.Name, wrong, met) {
					assert.Fail(t, "A lie did harm.", "%q, %s: %s", h.line(h.variant, folder), h.lie.Name, wrong)
				}
			}
		}
	}
	if testing.Short() {
		return
	}
	for _, f := range known {
		assert.True(t, met[f], "%s: %s is no failure any more: remove it from the known ones (%s).", f.pattern, f.wrong, f.reason)
	}
}

// hostile is one run of one command that is told one lie.
type hostile struct {
	cli           *enginetest.CLI
	honest        *honesty
	trace, folder string
	command       hostileCommand
	lie           *servicetest.Lie
	variant       variant
}

func (h *hostile) line(v variant, folder string) []string { return h.command.line(v, folder) }

// run runs the command and returns what is wrong, or "".
func (h *hostile) run(t *testing.T) (wrong string) {
	_ = os.RemoveAll(filepath.Join(h.folder, "file"))
	_ = os.Truncate(h.trace, 0)
	before := resident()
	liar := &servicetest.Liar{Lie: h.lie, Honest: h.honest.answer}
	var status int
	var took time.Duration
	var panicked any
	var strayed []*http.Request
	var mu sync.Mutex // of strayed: a job asks several things at once
	synctest.Test(t, func(t *testing.T) {
		network := servicetest.NewNetwork()
		defer func() {
			network.Close()
			time.Sleep(time.Minute) // until those who tell slow lies notice
		}()
		network.Serve("https://instance:443", liar)
		network.Serve("https://controller:443", liar)
		stranger := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			strayed = append(strayed, r)
			mu.Unlock()
			w.WriteHeader(http.StatusForbidden)
		})
		for _, address := range []string{servicetest.Stranger, servicetest.Plain, servicetest.Loopback, "https://instance:8443", "http://instance:80"} {
			network.Serve(address, stranger)
		}
		h.cli.App.Session.Transport, h.cli.App.Session.Settings = network.Transport(), enginetest.NewSettings()
		h.cli.App.Streams.OutTerm = h.variant.terminal
		ctx, cancel := context.WithTimeout(t.Context(), maxWait)
		defer cancel()
		began := time.Now()
		func() {
			defer func() { panicked = recover() }()
			status = h.start(ctx)
		}()
		took = time.Since(began)
	})
	grown := resident() - before
	if grown > mostMemory {
		debug.FreeOSMemory() // so that the next one is measured, too
	}
	if panicked != nil {
		return fmt.Sprint("panic: ", panicked)
	}
	trace, _ := os.ReadFile(h.trace)
	return firstWrong(
		check(took <= maxWait+time.Minute, "it took %v", took),
		check(grown <= mostMemory, "it took %d MiB of memory", grown>>20),
		h.checkStatus(status),
		h.checkRequests(liar.Requests(), strayed),
		h.checkSecrets(string(trace)),
		h.checkStreams(status),
	)
}

// start runs the command line and returns its exit status.
func (h *hostile) start(ctx context.Context) int {
	line := h.line(h.variant, h.folder)
	if !h.command.Local {
		return h.cli.RunContext(ctx, line...)
	}
	h.cli.Out.Reset()
	h.cli.Err.Reset()
	return h.cli.App.Run(ctx, Namespace, line)
}
