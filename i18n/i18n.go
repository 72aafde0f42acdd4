// Package i18n has the words of the plug-in in the languages that the host speaks.
//
// The English sentence is the key. A catalogue is read only for another locale, and only when the first
// sentence is needed; bin/i18n-extract writes the English one from the source.
package i18n

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

// Text is a sentence in English that people can see. Its type is how bin/i18n-extract finds it, so a
// sentence is declared with it or passed straight to T.
type Text string

//go:embed resources/all.*.json
var resources embed.FS

// Words translates into one language.
type Words struct {
	locale string
	files  fs.FS
	load   sync.Once
	texts  map[string]string
}

var current = &Words{}

// SetLocale chooses the language, such as "de_DE", "pt-BR" or "" for English, for all that T says from now on.
func SetLocale(locale string) { current = New(locale, resources) }

// New makes the words of a locale from catalogues named resources/all.LOCALE.json. It reads nothing yet.
func New(locale string, files fs.FS) *Words { return &Words{locale: locale, files: files} }

// T translates a sentence and fills in its arguments: names and values in turn, so that
// T("Delete {{.Name}}?", "Name", "gold") is "Delete gold?". A sentence without a translation stays English.
func T[S ~string](text S, args ...any) string { return current.T(string(text), args...) }

// T translates one sentence, as the function T does.
func (w *Words) T(text string, args ...any) string {
	w.load.Do(w.read)
	if t := w.texts[text]; t != "" {
		text = t
	}
	if len(args) == 0 || !strings.Contains(text, "{{") {
		return text
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{{.%s}}", args[i]), fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// read fills texts for a locale other than English: first for the locale itself, else for its language. A
// missing or broken catalogue leaves English.
func (w *Words) read() {
	locale := strings.ReplaceAll(w.locale, "-", "_")
	language, _, _ := strings.Cut(locale, "_")
	if language == "" || language == "en" || language == "C" || language == "POSIX" {
		return
	}
	names, _ := fs.Glob(w.files, "resources/all."+language+"_*.json")
	for _, name := range append([]string{"resources/all." + locale + ".json"}, names...) {
		raw, err := fs.ReadFile(w.files, name)
		if err != nil {
			continue
		}
		var entries []Entry
		if json.Unmarshal(raw, &entries) != nil {
			continue
		}
		w.texts = make(map[string]string, len(entries))
		for _, e := range entries {
			w.texts[e.ID] = e.Translation
		}
		return
	}
}

// Entry is one sentence of a catalogue, in the form that the host's own catalogues have.
type Entry struct {
	ID          string `json:"id"`
	Translation string `json:"translation"`
}
