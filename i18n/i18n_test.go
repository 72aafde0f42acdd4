package i18n

import (
	"io/fs"
	"os/exec"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
)

// counting tells how many files were opened.
type counting struct {
	fs.FS
	opened int
}

func (c *counting) Open(name string) (fs.File, error) {
	c.opened++
	return c.FS.Open(name)
}

var catalogues = fstest.MapFS{
	"resources/all.de_DE.json": {Data: []byte(`[{"id": "Delete {{.Name}}?", "translation": "{{.Name}} löschen?"}, {"id": "Empty", "translation": ""}]`)},
	"resources/all.pt_BR.json": {Data: []byte(`[{"id": "Yes", "translation": "Sim"}]`)},
	"resources/all.fr_FR.json": {Data: []byte(`not JSON`)},
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ locale, text, want string }{
		{"de_DE", "Delete {{.Name}}?", "gold löschen?"},
		{"de", "Delete {{.Name}}?", "gold löschen?"},
		{"de-AT", "Delete {{.Name}}?", "gold löschen?"},
		{"pt-BR", "Yes", "Sim"},
		{"pt_BR", "No", "No"},
		{"de_DE", "Empty", "Empty"},
		{"fr_FR", "Yes", "Yes"},
		{"xx", "Yes", "Yes"},
		{"", "Delete {{.Name}}?", "Delete gold?"},
	} {
		assert.Equal(t, c.want, New(c.locale, catalogues).T(c.text, "Name", "gold"), c)
	}
}

func TestEnglishReadsNoCatalogue(t *testing.T) {
	for _, locale := range []string{"", "en_US", "en", "C", "POSIX"} {
		files := &counting{FS: catalogues}
		assert.Equal(t, "Yes", New(locale, files).T("Yes"))
		assert.Zero(t, files.opened, locale)
	}
	files := &counting{FS: catalogues}
	w := New("de_DE", files)
	assert.Zero(t, files.opened, "not before the first sentence")
	w.T("Yes")
	before := files.opened
	w.T("No")
	assert.Equal(t, before, files.opened, "and only once")
}

func TestArgumentsAreNotTemplates(t *testing.T) {
	assert.Equal(t, "{{.B}} and x", T("{{.A}} and {{.B}}", "A", "{{.B}}", "B", "x"))
	assert.Equal(t, "n {{.Missing}}", T("n {{.Missing}}", "Other", 1))
}

func TestTheEnglishCatalogueIsCurrent(t *testing.T) {
	check := exec.Command("go", "run", "./i18n/extract", "-check")
	check.Dir = ".."
	out, err := check.CombinedOutput()
	assert.NoError(t, err, "%s", out)
}
