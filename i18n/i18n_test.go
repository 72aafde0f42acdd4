package i18n

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
)

var catalogues = fstest.MapFS{
	"resources/all.de_DE.json": {Data: []byte(`[{"id": "delete", "other": "{{.Name}} löschen?"}, {"id": "empty", "other": ""},
		{"id": "files", "one": "{{.Count}} Datei", "other": "{{.Count}} Dateien"}, {"id": "count", "other": "Nummer {{.Count}}"}, {"id": "title.last-run", "other": "Letzter Lauf"}]`)},
	"resources/all.pt_BR.json":   {Data: []byte(`[{"id": "yes", "other": "Sim"}]`)},
	"resources/all.zh_Hans.json": {Data: []byte(`[{"id": "yes", "other": "简体"}]`)},
	"resources/all.zh_Hant.json": {Data: []byte(`[{"id": "yes", "other": "繁體"}]`)},
	"resources/all.fr_FR.json":   {Data: []byte(`not JSON`)},
	"resources/all.en_US.json":   {Data: []byte(`[{"id": "yes", "other": "Not read"}]`)},
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		locale string
		text   Text
		want   string
	}{
		{"de_DE", "delete|Delete {{.Name}}?", "gold löschen?"},
		{"de", "delete|Delete {{.Name}}?", "gold löschen?"},
		{"de-AT", "delete|Remove {{.Name}}?", "gold löschen?"}, // better English breaks no translation
		{"de_DE.UTF-8", "delete|Delete {{.Name}}?", "gold löschen?"},
		{"pt-BR", "yes|Yes", "Sim"},
		{"pt_BR", "no|No", "No"},
		{"de_DE", "empty|Empty", "Empty"},
		{"fr_FR", "yes|Yes", "Yes"},
		{"zh_CN", "yes|Yes", "简体"},
		{"zh_TW", "yes|Yes", "繁體"},
		{"zh-HK", "yes|Yes", "繁體"},
		{"zh_Hant", "yes|Yes", "繁體"},
		{"xx", "yes|Yes", "Yes"},
		{"tlh", "yes|Yes", "Yes"},
		{"", "delete|Delete {{.Name}}?", "Delete gold?"},
		{"en_GB", "yes|Yes", "Yes"},
	} {
		assert.Equal(t, c.want, New(c.locale, catalogues).T(c.text, "Name", "gold"), c)
	}
	assert.Equal(t, "Letzter Lauf", New("de", catalogues).T(Title("Last run").Text()))
	assert.Equal(t, "Last run", Title("Last run").String())
}

func TestNumbersDecideTheForm(t *testing.T) {
	const files Text = "files|{{.Count}} file|{{.Count}} files"
	for count, want := range map[int]string{0: "0 files", 1: "1 file", 2: "2 files", 21: "21 files"} {
		assert.Equal(t, want, New("", catalogues).T(files, "Count", count))
	}
	german := New("de_DE", catalogues)
	assert.Equal(t, "1 Datei", german.T(files, "Count", 1))
	assert.Equal(t, "2 Dateien", german.T(files, "Count", int64(2)))
	assert.Equal(t, "Nummer 1", german.T("count|Number {{.Count}}", "Count", 1))
}

func TestEnglishReadsNoCatalogue(t *testing.T) {
	for _, locale := range []string{"", "en_US", "en", "C", "POSIX", PseudoLocale} {
		files := &counting{FS: catalogues}
		assert.Contains(t, New(locale, files).T("yes|5"), "5")
		assert.Zero(t, files.opened, locale)
	}
	files := &counting{FS: catalogues}
	m := New("de_DE", files)
	assert.Zero(t, files.opened, "not before the first message")
	m.T("yes|Yes")
	before := files.opened
	m.T("no|No")
	assert.Equal(t, before, files.opened, "and only once")
}

type counting struct {
	fs.FS
	opened int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.opened++
	return c.FS.Open(name)
}

func TestArgumentsAreNotTemplates(t *testing.T) {
	assert.Equal(t, "{{.B}} and x", T("a|{{.A}} and {{.B}}", "A", "{{.B}}", "B", "x"))
	assert.Equal(t, "n {{.Missing}}", T("a|n {{.Missing}}", "Other", 1))
	assert.Equal(t, "{{.B}} löschen?", New("de", catalogues).T("delete|Delete {{.Name}}?", "Name", "{{.B}}"))
}

func TestThePseudoLocaleKeepsWhatATranslatorKeeps(t *testing.T) {
	m := New(PseudoLocale, catalogues)
	assert.Equal(t, "⟦Ŕúñ 'ibmcloud br' ƒóŕ gold. Đóñ'ţ.~~~~~~⟧", m.T("x|Run 'ibmcloud br' for {{.Name}}. Don't.", "Name", "gold"))
	assert.GreaterOrEqual(t, len([]rune(m.T("x|twenty letters here"))), 28)
}

func TestAnErrorIsToldInOneMessage(t *testing.T) {
	assert.EqualError(t, NewError("x|{{.Name}} is gone.", "Name", "gold"), "gold is gone.")
}
