package engine

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
)

const (
	// maxCompletion is how long a person who completes a word waits for names from the service.
	maxCompletion = 3 * time.Second
	// mostCandidates is how many names are offered at most.
	mostCandidates = 500
)

// Complete prints what may follow words behind our namespace, a candidate a line, and returns the exit status. The word that is being
// typed is none of them. Names are looked up with the session, quietly: what cannot be had is not offered.
func (a *App) Complete(ctx context.Context, words []string) int {
	streams := *a.Streams
	streams.Err, streams.Quiet, streams.Unattended = io.Discard, true, true
	quiet := *a
	quiet.Streams = &streams
	ctx, cancel := context.WithTimeout(ctx, maxCompletion)
	defer cancel()
	for _, candidate := range quiet.candidates(ctx, words) {
		if isPlain(candidate) {
			_, _ = fmt.Fprintln(streams.Out, candidate) // who has gone needs no completion
		}
	}
	return int(ExitDone)
}

// isPlain reports whether a shell takes a candidate for what it is. Bash expands what it is offered: a name such as $(cmd) would run,
// and names come from the service.
func isPlain(candidate string) bool {
	return candidate != "" && strings.Trim(candidate, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:/@+,=") == ""
}

// candidates returns what may follow words.
func (a *App) candidates(ctx context.Context, words []string) (list []string) {
	if len(words) > 0 && words[0] == "help" {
		words = words[1:]
	}
	found, err := a.Catalog.find(words)
	switch {
	case err != nil:
		return nil
	case found.command != nil:
		return a.afterCommand(ctx, found)
	case found.resource != nil:
		for _, c := range found.resource.Commands {
			list = append(list, c.Name)
		}
		return list
	}
	for _, r := range a.Catalog.Resources {
		list = append(list, r.Name)
	}
	for _, c := range a.Catalog.Commands {
		list = append(list, c.Name)
	}
	return list
}

// afterCommand returns what may follow a command and the words behind it: the values of the flag that is the last of them, else
// flags, and names for the next argument.
func (a *App) afterCommand(ctx context.Context, found *found) (list []string) {
	flags, options, _ := newFlags(found.command, a.clock())
	rest, open := flags.open(found.rest)
	args, help, _ := flags.parse(found.command.Name, rest) // what is wrong so far may become right
	switch help {
	case shortHelp:
		return []string{allOfHelp}
	case fullHelp:
		return nil
	}
	if open != nil {
		list = append(slices.Clone(open.Field.Enum), open.choices...)
		if open.Value == instanceTitle {
			return append(list, a.instanceNames(ctx)...)
		}
		return append(list, a.names(ctx, options, open.Field.Kind)...)
	}
	arguments := found.command.arguments()
	if n := len(arguments); len(args) < n || n > 0 && arguments[n-1].Many {
		next := arguments[min(len(args), n-1)]
		switch {
		case next.Choices != nil:
			list = next.Choices()
		case next.Title == instanceTitle:
			list = a.instanceNames(ctx)
		default:
			list = a.names(ctx, options, cmp.Or(next.Kind, kindCalled(next.Title)))
		}
	}
	for _, f := range flags.list {
		if !f.given() || f.Field.Lists > 0 {
			list = append(list, "--"+f.Name)
		}
	}
	return list
}

// open returns words without a flag at their end that waits for its value, and that flag; nil where there is none.
func (s *Flags) open(words []string) (rest []string, last *flag) {
	for i := 0; i < len(words); i++ {
		if len(words[i]) < 2 || words[i][0] != '-' {
			continue
		}
		name, joined := splitFlag(words[i])
		if f := s.named(name); f != nil && !joined && !f.IsBoolFlag() {
			if i+1 == len(words) {
				return words[:i], f
			}
			if f.takes(words[i+1:]) {
				i++
			}
		}
	}
	return words, nil
}

// kindCalled returns the kind of an argument, and "" for one of none.
func kindCalled(title string) api.Kind {
	for k := range kinds {
		if kinds[k].argument == title {
			return k
		}
	}
	return ""
}

// instanceTitle is what stands for an instance in usage lines.
const instanceTitle = "INSTANCE"

// instanceNames returns the names of the account's instances, as they were listed last where that is not long ago.
func (a *App) instanceNames(ctx context.Context) (names []string) {
	list, _, _ := a.Session.Instances(ctx, false)
	for i := range list {
		names = append(names, list[i].Name)
	}
	return names
}

// names returns the names of a kind, sorted.
func (a *App) names(ctx context.Context, options *Options, k api.Kind) (names []string) {
	if !hasNames(k) {
		return nil
	}
	l := kinds[k].lookups[0]
	gate := newGate(a.Session, options, &console{streams: a.Streams, options: options, now: a.clock()})
	rows, _ := gate.names.rows(ctx, l, "", "")
	for _, row := range rows {
		names = append(names, l.word(row))
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
	})
	names = slices.Compact(names)
	return names[:min(len(names), mostCandidates)]
}
