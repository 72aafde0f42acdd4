package enginetest

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Gate is a gate that answers by itself and keeps the requests.
type Gate struct {
	// Answers are JSON by the ID of the operation; one without an answer gets {}.
	Answers map[string]string
	// Answer, which may be nil, answers a request instead; "" leaves it to Answers.
	Answer func(r *api.Request) string
	// Refuse, which may be nil, refuses requests.
	Refuse func(r *api.Request) error
	// IDs are identifiers by name. What is not there is an identifier itself.
	IDs      map[string]string
	Requests []*api.Request

	mu sync.Mutex // of the requests: a job may send several at once
}

// Call keeps a request and answers it.
func (g *Gate) Call(_ context.Context, r *api.Request, _ ...engine.How) (*service.Answer, error) {
	g.mu.Lock()
	g.Requests = append(g.Requests, r.Clone())
	g.mu.Unlock()
	if g.Refuse != nil {
		if err := g.Refuse(r); err != nil {
			return nil, err
		}
	}
	answer := ""
	if g.Answer != nil {
		answer = g.Answer(r)
	}
	if answer = cmp.Or(answer, g.Answers[r.Op.ID]); answer == "" {
		answer = "{}"
	}
	return &service.Answer{Status: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(answer))}, nil
}

// Fetch has no files.
func (g *Gate) Fetch(ctx context.Context, r *api.Request, how ...engine.How) (*service.File, string, error) {
	_, err := g.Call(ctx, r, how...)
	if err == nil {
		err = engine.ErrDryRun
	}
	return nil, "", err
}

// Resolve puts the identifiers in the place of names.
func (g *Gate) Resolve(ctx context.Context, r *api.Request) error {
	return r.ReplaceNames(func(_ api.Kind, word string) bool { return g.IDs[word] != "" }, func(k api.Kind, word string) (string, error) { return g.LookUp(ctx, k, word) })
}

// LookUp returns the identifier of a name.
func (g *Gate) LookUp(_ context.Context, _ api.Kind, word string) (string, error) {
	if id := g.IDs[word]; id != "" {
		return id, nil
	}
	return word, nil
}

// Sent returns the IDs of the operations that were called, in their order.
func (g *Gate) Sent() (operations []string) {
	for _, r := range g.Requests {
		operations = append(operations, r.Op.ID)
	}
	return operations
}

// Context returns what a job works with: the gate, positional arguments, and the clock of the test. What it prints goes to out and
// err.
func (g *Gate) Context(t testing.TB, out, err *bytes.Buffer, args ...string) *engine.Context {
	return engine.NewContext(t.Context(), &engine.Command{Name: "job", View: &output.View{}}, g, &output.Streams{In: strings.NewReader(""), Out: out, Err: err}, time.Now, args)
}
