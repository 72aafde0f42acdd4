package commands

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"
	"unicode/utf8"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/service/servicetest"
)

const (
	sessionToken = "token-of-the-session"
	freshToken   = "token-that-was-renewed"
	heavySample  = 25              // of so many commands, one is told a lie that costs much
	patience     = 3 * time.Minute // of the bubble's time, after which a command is interrupted
)

// special are the words of commands that need others than their required flags, and their arguments by their titles.
var special = map[string][]string{
	"recovery download": {"1:2:9", "--output-file", "FILE"},
}

// arguments are values of positional arguments, by their titles.
var arguments = map[string]string{"GROUP": "1:2:3", "RUN": "1:2", "RECOVERY": "1:2:9"}

// variant is a way to run a command: an output format, on a terminal or not, and what makes it send more than one request.
type variant struct {
	format   string
	terminal bool
	long     bool // --all-pages or --wait, where the command has it
}

var variants = []variant{{"json", false, false}, {"table", true, false}, {"yaml", false, true}, {"csv", false, false}, {"json", true, true}, {"table", false, true}, {"yaml", true, false}, {"csv", true, true}}

// failure is a failure that is known: a pattern of COMMAND/LIE, the beginning of what is wrong, and the reason.
type failure struct{ pattern, wrong, reason string }

// known are the failures of today. One that is met no more fails the test, so that its line goes.
var known = []failure{
	{"*/nothing", "it succeeded", empty},
	{"*/blanks", "it succeeded", empty},
	{"*/204 in the place of content", "it succeeded", empty},
	{"*create/*", notUsage, strangeID},
	{"protection-source register/*", notUsage, strangeID},
	{"protection-source list/*", notUsage, strangeID},
	{"protection-group-run list/a gzip bomb", "it took", "a page is held in memory, whatever its size"},
}

const (
	empty     = "what changes something may be answered with nothing"
	notUsage  = "the command line is called wrong"
	strangeID = "an ID in an answer that cannot be one is called a usage error"
)

// hostileCommand is a command with the words that make it send a request.
type hostileCommand struct {
	name  string
	words []string
	*engine.Command
}

// everyRequest returns all commands that send a request to the instance.
func everyRequest() (list []hostileCommand) {
	_, leaves := Catalog().Tree()
	for _, l := range leaves {
		if l.Command.Local {
			continue
		}
		c := hostileCommand{name: strings.TrimSpace(l.Group + " " + l.Name), Command: l.Command}
		c.words = strings.Fields(c.name)
		if words, ok := special[c.name]; ok {
			c.words = append(c.words, words...)
		} else {
			flags, _ := needed(l.Flags)
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
		if c.Confirm != "" {
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
	log.SetOutput(io.Discard) // the HTTP client complains of answers that nobody asked for
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
		session.Refresh = func() (string, error) { return "Bearer " + freshToken, nil }
		t.Cleanup(func() { assert.NoError(t, session.Close()) })
	}
	folder := t.TempDir()
	met := map[failure]bool{}
	lies := append(servicetest.Lies(), servicetest.Honest())
	for i, c := range everyRequest() {
		for j := range lies {
			if lies[j].Heavy && (i+j)%heavySample != 0 || testing.Short() && (i+j/len(variants))%4 != 0 {
				continue
			}
			// The sum makes every lie meet every variant, and every command too.
			h := &hostile{cli: clis[(i+j/len(variants))%len(clis)], honest: honest, trace: trace, folder: folder, command: c, lie: &lies[j], variant: variants[(i+j)%len(variants)]}
			wrong := h.run(t)
			if wrong == "" || isKnown(c.name+"/"+h.lie.Name, wrong, met) {
				continue
			}
			assert.Fail(t, "A lie did harm.", "%q, %s: %s", h.line(h.variant, folder), h.lie.Name, wrong)
		}
	}
	if testing.Short() {
		return
	}
	for _, f := range known {
		assert.True(t, met[f], "%s: %s is no failure any more: remove it from the known ones (%s).", f.pattern, f.wrong, f.reason)
	}
}

// isKnown reports whether a failure is among the known ones, and notes in met which it is.
func isKnown(name, wrong string, met map[failure]bool) (found bool) {
	for _, f := range known {
		if ok, err := path.Match(f.pattern, name); ok && err == nil && strings.HasPrefix(wrong, f.wrong) {
			met[f], found = true, true
		}
	}
	return found
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
	synctest.Test(t, func(t *testing.T) {
		network := servicetest.NewNetwork()
		defer func() {
			network.Close()
			time.Sleep(time.Minute) // until those who tell slow lies notice
		}()
		network.Serve("https://instance:443", liar)
		stranger := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			strayed = append(strayed, r)
			w.WriteHeader(http.StatusForbidden)
		})
		for _, address := range []string{servicetest.Stranger, servicetest.Plain, servicetest.Loopback, "https://instance:8443", "http://instance:80"} {
			network.Serve(address, stranger)
		}
		h.cli.App.Session.Transport = network.Transport()
		h.cli.App.Streams.OutTerm = h.variant.terminal
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		began := time.Now()
		func() {
			defer func() { panicked = recover() }()
			status = h.cli.RunContext(ctx, h.line(h.variant, h.folder)...)
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
		check(took <= patience+time.Minute, "it took %v", took),
		check(grown <= mostMemory, "it took %d MiB of memory", grown>>20),
		h.checkStatus(status),
		h.checkRequests(liar.Requests(), strayed),
		h.checkSecrets(string(trace)),
		h.checkStreams(status),
	)
}

// mostMemory is what a command may take of memory beside what the tests have, in bytes.
const mostMemory = 128 << 20

// resident returns the bytes of memory that the heap has from the system: it grows to the most that was needed at once.
func resident() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapSys - m.HeapReleased)
}

func firstWrong(all ...string) string {
	for _, wrong := range all {
		if wrong != "" {
			return wrong
		}
	}
	return ""
}

func check(ok bool, format string, args ...any) string {
	if ok {
		return ""
	}
	return fmt.Sprintf(format, args...)
}

var documented = []engine.Exit{engine.ExitDone, engine.ExitFailed, engine.ExitUsage, engine.ExitLogin, engine.ExitNotFound, engine.ExitConflict, engine.ExitTimeout,
	engine.ExitBadEnd, engine.ExitWarned, engine.ExitUnknown, engine.ExitInterrupted}

func (h *hostile) checkStatus(status int) string {
	form := servicetest.Document
	if op := h.command.Op; op != nil {
		form = servicetest.Forms(1) << op.Answer
	}
	switch {
	case !slices.Contains(documented, engine.Exit(status)):
		return fmt.Sprint("no documented exit status: ", status)
	case status == int(engine.ExitUsage):
		return "the command line is called wrong: " + h.cli.Err.String()
	case status == 0 && h.lie.Right&form == 0:
		return "it succeeded: " + abridged(h.cli.Out.String())
	case status != 0 && h.lie.Name == servicetest.Honest().Name && h.command.Op != nil && h.command.Wait == nil && h.command.Failed == nil:
		return fmt.Sprintf("it failed with %d: %s", status, h.cli.Err.String())
	case status != 0 && h.cli.Err.Len() == 0:
		return fmt.Sprintf("it failed with %d and says nothing", status)
	}
	return ""
}

// checkRequests holds that nothing is done twice, and that credentials go to nobody else.
func (h *hostile) checkRequests(sent, strayed []*http.Request) string {
	if len(sent) == 0 {
		return "it sent nothing"
	}
	if len(sent) > servicetest.Patience {
		return "it does not stop asking"
	}
	done := map[string]int{}
	for _, r := range sent {
		if op := h.honest.operation(r); op != nil && !op.Repeatable() {
			done[op.ID]++
		}
	}
	for op, times := range done {
		if h.lie.Taken && times > 1 {
			return fmt.Sprintf("%s was sent %d times", op, times)
		}
	}
	for _, r := range strayed {
		if strings.Contains(fmt.Sprint(r.Header, r.URL), "token-") || r.Header.Get(api.TenantHeader) != "" || r.Method != http.MethodGet {
			return fmt.Sprintf("%s %s got %v", r.Method, r.Host, r.Header)
		}
	}
	return ""
}

func (h *hostile) checkSecrets(trace string) string {
	for name, text := range map[string]string{"standard output": h.cli.Out.String(), "standard error": h.cli.Err.String(), "the trace": trace} {
		for _, secret := range []string{sessionToken, freshToken} {
			if at := strings.Index(text, secret); at >= 0 {
				return "a token is in " + name + ": " + abridged(text[max(0, at-100):])
			}
		}
	}
	return ""
}

func (h *hostile) checkStreams(status int) string {
	out, stderr := h.cli.Out.String(), h.cli.Err.String()
	if at := strings.IndexFunc(stderr, dangerous); at >= 0 {
		return fmt.Sprintf("standard error has %q", abridged(stderr[max(0, at-20):]))
	}
	if at := strings.IndexFunc(out, dangerous); at >= 0 && (h.variant.terminal || h.variant.format == "table") {
		return fmt.Sprintf("the terminal gets %q", abridged(out[max(0, at-20):]))
	}
	if len(stderr) > 16<<10 {
		return fmt.Sprintf("standard error has %d bytes", len(stderr))
	}
	if status != 0 || h.variant.format == "table" || h.variant.terminal || out == "" && h.command.Op != nil && h.command.Op.Answer == api.NoAnswer {
		return ""
	}
	var err error
	switch h.variant.format {
	case "json":
		err = validJSON(out)
	case "yaml":
		var v yaml.Node
		err = yaml.Unmarshal([]byte(out), &v)
	case "csv":
		_, err = csv.NewReader(strings.NewReader(out)).ReadAll()
	}
	if err != nil {
		return fmt.Sprintf("the output is no %s (%v): %s", h.variant.format, err, abridged(out))
	}
	return ""
}

func validJSON(text string) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("it is no UTF-8")
	}
	dec := json.NewDecoder(strings.NewReader(text))
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		return err
	}
	if _, err := dec.Token(); err != io.EOF {
		return fmt.Errorf("something follows the document")
	}
	return nil
}

// dangerous reports whether a terminal may act on a character, or show it as nothing.
func dangerous(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x200b && r <= 0x200f || r >= 0x2028 && r <= 0x202e || r >= 0x2060 && r <= 0x2069 ||
		r == 0xfeff || r >= 0xe0000 && r <= 0xe007f
}

func abridged(text string) string {
	if len(text) > 300 {
		return text[:300] + "…"
	}
	return text
}

// honesty answers requests as the document says.
type honesty struct {
	*referee
	answers map[string]servicetest.Answer
}

func newHonesty(t *testing.T) *honesty {
	h := &honesty{newReferee(t), map[string]servicetest.Answer{}}
	doc, err := openapi3.NewLoader().LoadFromData([]byte(api.Document()))
	require.NoError(t, err)
	for _, item := range doc.Paths.Map() {
		for _, op := range item.Operations() {
			answer := servicetest.Answer{Status: http.StatusNoContent}
			if known := api.ByID(op.OperationID); known != nil {
				answer.Kind = known.Answer
			}
			for status, response := range op.Responses.Map() {
				content := response.Value.Content
				if status == "default" || content == nil {
					continue
				}
				answer.Status = 200
				if media := content.Get("application/json"); media != nil && answer.Kind == api.JSON {
					answer.Type, answer.Body = "application/json", mustJSON(example("", media.Schema.Value, 0))
				} else {
					answer.Type, answer.Body = "application/octet-stream", []byte("the bytes of a file")
				}
			}
			h.answers[op.OperationID] = answer
		}
	}
	return h
}

// operation returns the operation of a request; nil for one that is in no document.
func (h *honesty) operation(r *http.Request) *api.Operation {
	req := r.Clone(context.Background())
	req.URL.Scheme, req.URL.Host = "https", "instance"
	route, _, err := h.router.FindRoute(req)
	if err != nil {
		return nil
	}
	return api.ByID(route.Operation.OperationID)
}

func (h *honesty) answer(r *http.Request) servicetest.Answer {
	op := h.operation(r)
	if op == nil {
		return servicetest.Answer{Status: http.StatusNotFound}
	}
	answer := h.answers[op.ID]
	answer.Body = bytes.Clone(answer.Body)
	if offset, err := strconv.Atoi(r.URL.Query().Get("startOffset")); err == nil {
		length, _ := strconv.Atoi(r.URL.Query().Get("length"))
		answer.Body = answer.Body[min(offset, len(answer.Body)):min(offset+length, len(answer.Body))]
	}
	return answer
}

// example is a value that a schema describes: of everything one, and what ends has ended well.
func example(name string, s *openapi3.Schema, depth int) any {
	if len(s.AllOf) > 0 {
		return example(name, s.AllOf[0].Value, depth)
	}
	switch {
	case len(s.Enum) > 0 && slices.Contains(s.Enum, any("Succeeded")):
		return "Succeeded"
	case len(s.Enum) > 0:
		return s.Enum[0]
	case s.Items != nil && depth > 3:
		return []any{}
	case s.Items != nil:
		return []any{example(name, s.Items.Value, depth+1)}
	case len(s.Properties) > 0:
		object := map[string]any{}
		for name, prop := range s.Properties {
			if depth <= 3 {
				object[name] = example(name, prop.Value, depth+1)
			}
		}
		return object
	case strings.HasPrefix(name, "total"):
		return 1 // there are no more pages, and nothing failed
	case name == "error", strings.HasPrefix(name, "afterCursor"), strings.HasSuffix(name, "Cookie"):
		return ""
	case s.Type.Is("integer"):
		return 1795504384659002
	case s.Type.Is("number"):
		return 2.5
	case s.Type.Is("boolean"):
		return true
	case s.Type.Is("object"):
		return map[string]any{}
	case strings.HasSuffix(strings.ToLower(name), "id"):
		return "1:2:3"
	case strings.HasSuffix(strings.ToLower(name), "status"):
		return "Succeeded"
	}
	return "text"
}
