// Package i18n has the messages of the plug-in in the languages that the host speaks.
//
// A message stands in the code where it is said, as one constant: a short key that never changes, and its English text behind
// a bar. Better English therefore breaks no translation. bin/i18n-extract collects the messages into the English catalogue,
// which translators begin with. A catalogue is read for another language only, when the first message is needed.
package i18n

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// Text is a message: KEY|ENGLISH, or KEY|ONE|OTHER for one that counts something, such as
// "files.unpacked|{{.Count}} file was unpacked.|{{.Count}} files were unpacked.". {{.Name}} stands for an argument. Its type is
// how bin/i18n-extract finds it.
type Text string

// Key returns what the message is called in catalogues.
func (t Text) Key() string {
	key, _, _ := strings.Cut(string(t), "|")
	return key
}

// Forms returns the English text for one and for any other number, which are the same for a message that counts nothing. Text
// without a key is its own English.
func (t Text) Forms() (one, other string) {
	_, text, keyed := strings.Cut(string(t), "|")
	if !keyed {
		return string(t), string(t)
	}
	one, other, counts := strings.Cut(text, "|")
	if !counts {
		other = one
	}
	return one, other
}

// Title is the heading of a column. Its English text is its identity, by which --columns, --filter and the first line of a CSV
// name it in every language, so the key follows from it.
type Title string

// Text returns the message of a title: the heading "Last run" has the key title.last-run.
func (t Title) Text() Text {
	if t == "" {
		return ""
	}
	return Text("title." + strings.ToLower(strings.ReplaceAll(string(t), " ", "-")) + "|" + string(t))
}

// String returns the title in the chosen language.
func (t Title) String() string { return T(t.Text()) }

//go:embed resources/all.*.json
var resources embed.FS

// Messages are the messages in one language.
type Messages struct {
	locale    string
	files     fs.FS
	load      sync.Once
	localizer *goi18n.Localizer // nil for English
	language  string            // of the localizer
	pseudo    bool
}

var current = &Messages{}

// SetLocale chooses the language, such as "de_DE", "pt-BR" or "" for English, of all that T returns from now on.
func SetLocale(locale string) { current = New(locale, resources) }

// New returns the messages of a locale from catalogues named resources/all.LOCALE.json. It reads nothing yet.
func New(locale string, files fs.FS) *Messages { return &Messages{locale: locale, files: files} }

// T returns a message in the chosen language with its arguments, names and values in turn: T("x|Delete {{.Name}}?", "Name", "gold") is
// "Delete gold?". The argument Count decides between singular and plural. A message without a translation stays English.
func T(text Text, args ...any) string { return current.T(text, args...) }

// Language returns the language of the messages as HTML names it, such as en or zh-Hans.
func Language() string { return current.Language() }

// English is T in English whatever the language, for values that programs read.
func English(text Text, args ...any) string { return (&Messages{}).T(text, args...) }

// T is the function T in the language of m.
func (m *Messages) T(text Text, args ...any) string {
	if text == "" {
		return ""
	}
	m.load.Do(m.read)
	if m.localizer != nil {
		if translated, ok := m.translate(text, args); ok {
			return translated
		}
	}
	form, other := text.Forms()
	if form != other && fmt.Sprint(argument(args, "Count")) != "1" {
		form = other
	}
	if m.pseudo {
		form = pseudo(form)
	}
	if len(args) == 0 || !strings.Contains(form, "{{") {
		return form
	}
	pairs := make([]string, 0, len(args))
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{{.%s}}", args[i]), fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(form)
}

func argument(args []any, name string) any {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1]
		}
	}
	return nil
}

// Language is the function Language of m.
func (m *Messages) Language() string {
	m.load.Do(m.read)
	if m.localizer == nil {
		return "en"
	}
	return m.language
}

func (m *Messages) translate(text Text, args []any) (string, bool) {
	data := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		data[fmt.Sprint(args[i])] = args[i+1]
	}
	c := &goi18n.LocalizeConfig{MessageID: text.Key(), TemplateData: data}
	if count, ok := data["Count"]; ok {
		c.PluralCount = count
	}
	translated, err := m.localizer.Localize(c)
	if err != nil && c.PluralCount != nil { // a message that mentions a count and does not depend on it
		c.PluralCount = nil
		translated, err = m.localizer.Localize(c)
	}
	return translated, err == nil && translated != ""
}

// read finds and reads the catalogue that fits a locale other than English best. A missing or broken one leaves English.
func (m *Messages) read() {
	locale, _, _ := strings.Cut(m.locale, ".") // as in de_DE.UTF-8
	if locale == PseudoLocale {
		m.pseudo = true
		return
	}
	wanted, err := language.Parse(strings.ReplaceAll(locale, "_", "-"))
	if base, _ := wanted.Base(); err != nil || base.String() == "en" || wanted == language.Und {
		return
	}
	names, _ := fs.Glob(m.files, "resources/all.*.json")
	supported := []language.Tag{language.English}
	catalogues := []string{""}
	for _, name := range names {
		tag, err := language.Parse(strings.ReplaceAll(strings.TrimSuffix(strings.TrimPrefix(name, "resources/all."), ".json"), "_", "-"))
		if base, _ := tag.Base(); err == nil && base.String() != "en" {
			supported, catalogues = append(supported, tag), append(catalogues, name)
		}
	}
	// The matcher knows that Taiwan and Hong Kong read traditional Chinese.
	_, index, confidence := language.NewMatcher(supported).Match(wanted)
	if index == 0 || confidence == language.No {
		return
	}
	raw, err := fs.ReadFile(m.files, catalogues[index])
	if err != nil {
		return
	}
	bundle := goi18n.NewBundle(language.English)
	if _, err := bundle.ParseMessageFileBytes(raw, supported[index].String()+".json"); err == nil {
		m.localizer, m.language = goi18n.NewLocalizer(bundle, supported[index].String()), supported[index].String()
	}
}

// Error is a failure that is told in one message.
type Error struct {
	Text Text
	Args []any
}

// NewError returns an error that is told with a message and its arguments.
func NewError(text Text, args ...any) *Error { return &Error{text, args} }

func (e *Error) Error() string { return T(e.Text, e.Args...) }
