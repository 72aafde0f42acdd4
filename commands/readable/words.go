// Package readable turns things of the service into what people read and edit, and back: names stand in the place of identifiers, and what
// only the service sets, its defaults and secrets are left out.
package readable

import (
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Words are the words for identifiers, and the identifiers that words mean. What there is of a kind is read once, when the first word of it
// is wanted.
type Words struct {
	mu    sync.Mutex
	kinds map[api.Kind]*book
}

// book has the words for the identifiers of a kind.
type book struct {
	words map[string]string   // by identifier
	ids   map[string][]string // by word, in lower case
	all   []string            // words, to say what was meant
}

// NewWords returns words that are not read yet.
func NewWords() *Words { return &Words{kinds: map[api.Kind]*book{}} }

// Add adds the word for an identifier of a kind that has just been made.
func (w *Words) Add(c *engine.Context, k api.Kind, id, word string) error {
	b, err := w.of(c, k)
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	b.add(id, word)
	return nil
}

// Forget makes the words of a kind be read again: things were made or deleted.
func (w *Words) Forget(k api.Kind) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.kinds, k)
}

// Word returns the word for an identifier of a kind, and the identifier itself where nothing has it, or several have the word.
func (w *Words) Word(c *engine.Context, k api.Kind, id string) (string, error) {
	b, err := w.of(c, k)
	if err != nil {
		return "", err
	}
	if word := b.words[id]; word != "" && len(b.ids[strings.ToLower(word)]) == 1 && !engine.IsID(k, word) {
		return word, nil
	}
	return id, nil
}

// ID returns the identifier that a word of a kind means, and an identifier as it is. The error is *engine.NotFound, or one of usage for a word
// that means several things.
func (w *Words) ID(c *engine.Context, k api.Kind, word string) (string, error) {
	if engine.IsID(k, word) {
		return word, nil
	}
	b, err := w.of(c, k)
	if err != nil {
		return "", err
	}
	switch ids := b.ids[strings.ToLower(word)]; len(ids) {
	case 0:
		return "", engine.Missing(k, word, b.all)
	case 1:
		return ids[0], nil
	default:
		return "", engine.Usage("readable.ambiguous|Several things are named '{{.Name}}'. Use one of these IDs: {{.IDs}}.", "Name", word, "IDs", strings.Join(ids, ", "))
	}
}

// of returns the words of a kind, which are read where that was not done yet.
func (w *Words) of(c *engine.Context, k api.Kind) (*book, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if b := w.kinds[k]; b != nil {
		return b, nil
	}
	b, err := read(c, k)
	if err == nil {
		w.kinds[k] = b
	}
	return b, err
}

// read reads the words of a kind.
func read(c *engine.Context, k api.Kind) (*book, error) {
	b := newBook()
	if k == api.KindObject {
		objects, err := selection.All(c)
		if err != nil {
			return nil, err
		}
		for _, o := range objects {
			b.add(o.ID, o.Title())
		}
		k = api.KindSource // a host or cluster that is no object itself
	}
	op, rows, _, _ := engine.NameList(k)
	if op == nil {
		return b, nil
	}
	result, err := c.Call(api.NewRequest(op))
	if err != nil {
		return nil, err
	}
	b.take(k, output.List(result.Value, rows))
	return b, nil
}

// Take takes the words of a kind from a list that was read already.
func (w *Words) Take(k api.Kind, rows []any) {
	b := newBook()
	b.take(k, rows)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.kinds[k] = b
}

func newBook() *book { return &book{words: map[string]string{}, ids: map[string][]string{}} }

// take adds the rows of a list of things of a kind.
func (b *book) take(k api.Kind, rows []any) {
	_, _, name, id := engine.NameList(k)
	for _, row := range rows {
		if output.At(row, "isDeleted") != true {
			b.add(output.String(row, id), output.String(row, name))
		}
	}
}

// add adds a thing. One that is there already keeps its word.
func (b *book) add(id, word string) {
	if b.words[id] != "" || id == "" || word == "" {
		return
	}
	b.words[id] = word
	key := strings.ToLower(word)
	b.ids[key] = append(b.ids[key], id)
	b.all = append(b.all, word)
}
