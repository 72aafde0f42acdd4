package engine

import (
	"context"
	"slices"
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// names looks up names and identifiers, each once for a command.
type names struct {
	ids   map[named]string                                                  // identifiers
	known map[api.Kind]map[string]string                                    // names by identifier, of all things of a kind
	read  func(ctx context.Context, r *api.Request) (answer any, err error) // sends a request that only reads

	mu sync.Mutex // of the maps: a job may ask several things at once
}

// named is a name of a kind.
type named struct {
	kind api.Kind
	word string
}

func newNames(read func(ctx context.Context, r *api.Request) (any, error)) *names {
	return &names{ids: map[named]string{}, known: map[api.Kind]map[string]string{}, read: read}
}

// lookUp returns the identifier that a name of a kind stands for, without regard to case. An identifier stays as it is. A name
// that several things have is an error that lists them.
func (n *names) lookUp(ctx context.Context, k api.Kind, word string) (string, error) {
	if !isName(k, word) {
		return word, nil
	}
	n.mu.Lock()
	id, ok := n.ids[named{k, word}]
	n.mu.Unlock()
	if ok {
		return id, nil
	}
	find := n.find
	if k == api.KindSnapshot {
		find = n.findSnapshot
	}
	id, err := find(ctx, k, word)
	if err == nil {
		n.mu.Lock()
		n.ids[named{k, word}] = id
		n.mu.Unlock()
	}
	return id, err
}

// findSnapshot returns the identifier of the snapshot that a short one stands for, or of the newest one of the object before @latest.
func (n *names) findSnapshot(ctx context.Context, _ api.Kind, word string) (string, error) {
	object, ok := strings.CutSuffix(word, atLatest)
	if !ok {
		return n.snapshot(ctx, word)
	}
	id, err := n.lookUp(ctx, api.KindObject, object)
	if err != nil {
		return "", err
	}
	return n.newestSnapshot(ctx, id, word)
}

// find asks the lists in which a name can be, narrowed to it. Where that finds nothing, it asks for all of them: the service may
// compare names to the letter, and all names help to say what was meant.
func (n *names) find(ctx context.Context, k api.Kind, word string) (string, error) {
	var all []string
	for _, whole := range []bool{false, true} {
		for _, l := range kinds[k].lookups {
			if whole && l.narrow == "" {
				continue // it was asked for whole the first time
			}
			narrow := l.narrow
			if whole {
				narrow = ""
			}
			rows, err := n.rows(ctx, l, narrow, word)
			if err != nil {
				return "", err
			}
			ids, candidates := l.matching(rows, func(row any) bool {
				return strings.EqualFold(output.String(row, l.name), word) || strings.EqualFold(l.word(row), word)
			})
			if ids == nil {
				ids, candidates = l.matching(rows, func(row any) bool { return isLastNumber(output.String(row, l.id), word) })
			}
			for _, row := range rows {
				all = append(all, output.String(row, l.name))
			}
			switch {
			case len(ids) == 1:
				return ids[0], nil
			case len(ids) > 1:
				e := Usage(kinds[k].ambiguous, "Name", word)
				e.Lines = append(e.Lines, Listed(candidates)...)
				return "", e
			}
		}
	}
	return "", Missing(k, word, all)
}

// matching returns the identifiers of the rows that are meant, each once, and lines about them.
func (l *lookup) matching(rows []any, isMeant func(row any) bool) (ids, candidates []string) {
	for _, row := range rows {
		id := output.String(row, l.id)
		if isMeant(row) && !slices.Contains(ids, id) {
			ids = append(ids, id)
			candidates = append(candidates, l.candidate(row))
		}
	}
	return ids, candidates
}

// word returns what a row is called on a command line: by its name, and what belongs to a host or cluster behind the name of that.
func (l *lookup) word(row any) string {
	name, of := output.String(row, l.name), ""
	if l.above != "" {
		of = output.String(row, l.above)
	}
	if of == "" || of == name {
		return name
	}
	return of + "/" + name
}

// candidate returns a line about a row: its identifier and what tells it apart.
func (l *lookup) candidate(row any) string {
	words := []string{output.String(row, l.id)}
	for i := range l.details {
		if cell := l.details[i].Cell(row); cell.Text != "" {
			words = append(words, cell.Text)
		}
	}
	return strings.Join(words, "  ")
}

// rows returns the rows of a list, narrowed to a name where there is a parameter for that.
func (n *names) rows(ctx context.Context, l lookup, narrow, word string) ([]any, error) {
	r := api.NewRequest(l.op)
	if narrow != "" {
		r.SetNamed(narrow, word)
	}
	answer, err := n.read(ctx, r)
	if err != nil {
		return nil, err
	}
	return below(output.List(answer, l.rows), l.nested), nil
}

// below returns rows with all that are below them.
func below(rows []any, nested string) []any {
	if nested == "" {
		return rows
	}
	var all []any
	for _, row := range rows {
		all = append(append(all, row), below(output.Children(row, nested), nested)...)
	}
	return all
}

// replace puts identifiers in the place of the names in a request.
func (n *names) replace(ctx context.Context, r *api.Request) error {
	return r.ReplaceNames(isName, func(k api.Kind, word string) (string, error) {
		if k == api.KindRun {
			return n.runIn(ctx, r, word)
		}
		return n.lookUp(ctx, k, word)
	})
}

// runIn returns the identifier of the run that a word means in a request, which names its group. The word stays as it is where it does
// not.
func (n *names) runIn(ctx context.Context, r *api.Request, word string) (string, error) {
	for i := range r.Op.Params {
		p := &r.Op.Params[i]
		if groups := r.Get(p.Name); p.Kind == api.KindGroup && len(groups) == 1 {
			group, err := n.lookUp(ctx, api.KindGroup, groups[0])
			if err != nil {
				return "", err
			}
			return n.run(ctx, group, word)
		}
	}
	return word, nil
}

// name returns the name that an identifier of a kind belongs to, and "" where it is not known. All names of the kind are read
// with one request when the first is asked for.
func (n *names) name(ctx context.Context, k api.Kind, id string) string {
	if n.known[k] == nil && hasNames(k) {
		n.known[k] = map[string]string{}
		l := kinds[k].lookups[0]
		rows, _ := n.rows(ctx, l, "", "") // who may not see the names sees the identifiers
		for _, row := range rows {
			n.known[k][output.String(row, l.id)] = output.String(row, l.name)
		}
	}
	return n.known[k][id]
}
