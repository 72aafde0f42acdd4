package commands

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"runtime/metrics"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/service/servicetest"
)

// mostMemory is what a command may take of memory beside what the tests have, in bytes.
const mostMemory = 512 << 20 // the most that is read whole, 64 MiB, while its buffer grows, and as much again with the race detector

// resident returns the bytes of memory that the heap has from the system: it grows to the most that was needed at once.
func resident() int64 {
	parts := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/unused:bytes"}, {Name: "/memory/classes/heap/free:bytes"}}
	metrics.Read(parts) // which stops nothing, unlike runtime.ReadMemStats
	var sum uint64
	for _, part := range parts {
		sum += part.Value.Uint64()
	}
	return int64(sum)
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

// checkRequests checks that nothing is done twice, and that credentials go to nobody else.
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
