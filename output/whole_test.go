package output

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// forms are the forms of an answer, each to a writer.
func forms(t *testing.T, view *View) map[string]func(io.Writer, io.Reader) error {
	return map[string]func(io.Writer, io.Reader) error{
		"json": func(w io.Writer, r io.Reader) error { return JSON(w, r, nil) },
		"yaml": func(w io.Writer, r io.Reader) error { return YAML(w, r, nil) },
		"csv": func(w io.Writer, r io.Reader) error {
			return (&Streams{Out: w, Err: io.Discard}).CSV(NewChoice(view, true), r, nil)
		},
		"table": func(w io.Writer, r io.Reader) error {
			return (&Streams{Out: w, Err: io.Discard}).Table(NewChoice(view, true), r, nil)
		},
		"query": func(w io.Writer, r io.Reader) error {
			q, err := ParseQuery("rows")
			require.NoError(t, err)
			raw, err := q.Run(t.Context(), r, nil)
			if err != nil {
				return err
			}
			_, err = w.Write(raw)
			return err
		},
	}
}

func TestAnAnswerThatEndsEarlyIsAnErrorInEveryForm(t *testing.T) {
	whole := `{"rows":[{"name":"a","id":1},{"name":"b","id":2}],"more":[1,2]}`
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}}}
	for cut := 1; cut < len(whole); cut++ {
		for form, show := range forms(t, view) {
			assert.Error(t, show(io.Discard, strings.NewReader(whole[:cut])), "%s cut at %d", form, cut)
			broken := errors.New("the line broke")
			assert.ErrorIs(t, show(io.Discard, io.MultiReader(strings.NewReader(whole[:cut]), failing{broken})), broken, "%s broken at %d", form, cut)
		}
	}
}

// TestWhatFollowsAnAnswerIsAnErrorInEveryForm checks also that nothing is written then that looks whole.
func TestWhatFollowsAnAnswerIsAnErrorInEveryForm(t *testing.T) {
	list := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}}}
	single := &View{Columns: []Column{{Title: "Name", Path: "name"}}}
	for _, view := range []*View{list, single} {
		for form, show := range forms(t, view) {
			for _, answer := range []string{`{"name":"x","rows":[{"name":"a"}]}`, `[]`, `"text"`, `1`, `{}`} {
				for _, behind := range []string{`{"b":2}`, ` {"rows":[{"name":"b"}]}`, "\n[1]\n", " 2", "x", "}", "<html>", "\x00"} {
					var out bytes.Buffer
					var syntax *SyntaxError
					assert.ErrorAs(t, show(&out, strings.NewReader(answer+behind)), &syntax, "%s: %s%s", form, answer, behind)
					if form == "json" {
						assert.False(t, json.Valid(out.Bytes()), "%s%s gives %s", answer, behind, &out)
					} else {
						assert.Empty(t, out.String(), "%s: %s%s", form, answer, behind)
					}
				}
				assert.NoError(t, show(io.Discard, strings.NewReader(answer+" \n\t ")), "%s: %s", form, answer)
			}
		}
	}
	_, err := SplitPage([]byte(`{"rows":[]}{"rows":[1]}`), "rows")
	assert.ErrorContains(t, err, "Something follows its end")
}

// TestDepthCostsItsSize shows answers that are nested as deeply as JSON may be: indentation would need the square of that.
func TestDepthCostsItsSize(t *testing.T) {
	const levels = 9_000
	lists := strings.Repeat("[", levels) + `1,"two"` + strings.Repeat("]", levels)
	objects := strings.Repeat(`{"rows":`, levels) + `[1,1]` + strings.Repeat("}", levels)
	wide := strings.Repeat("[", levels) + strings.Repeat(`1,`, 20_000) + "1" + strings.Repeat("]", levels)
	tree := strings.Repeat(`{"name":"x","rows":[`, levels/2) + strings.Repeat("]}", levels/2)
	view := &View{Rows: "rows", Children: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "All"}}}
	plain := &View{Rows: "rows", Children: "rows", Columns: []Column{{Title: "Name", Path: "name"}}}
	for name, answer := range map[string]string{"lists": lists, "objects": objects, "wide": wide, "tree": tree} {
		for form, show := range forms(t, plain) {
			var out bytes.Buffer
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			require.NoError(t, show(&out, strings.NewReader(answer)), "%s as %s", name, form)
			runtime.ReadMemStats(&after)
			assert.Less(t, out.Len(), 60*maxIndented*maxIndented+30*len(answer), "%s as %s", name, form)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(64<<20), "%s as %s", name, form)
			switch form {
			case "json":
				var compact bytes.Buffer
				require.NoError(t, json.Compact(&compact, out.Bytes()))
				assert.True(t, answer == compact.String(), name)
			case "yaml":
				var node yaml.Node
				require.NoError(t, yaml.Unmarshal(out.Bytes(), &node), name)
			}
		}
	}
	var out bytes.Buffer
	require.NoError(t, (&Streams{Out: &out}).CSV(NewChoice(&View{Columns: view.Columns}, false), strings.NewReader(`{"name":`+strings.Repeat("[", levels)+`"`+strings.Repeat("x", 1<<20)+`"`+strings.Repeat("]", levels)+"}"), nil))
	out.Reset()
	require.NoError(t, JSON(&out, strings.NewReader(strings.Repeat(`{"a":`, maxIndented+2)+`[1,{}]`+strings.Repeat("}", maxIndented+2)), nil))
	assert.Contains(t, out.String(), "\n"+strings.Repeat("  ", maxIndented)+`"a": {"a":{"a":[1,{}]}}`+"\n")
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// endless makes a list of n rows as it is read.
func endless(n int) io.Reader {
	r, w := io.Pipe()
	go func() {
		_, _ = io.WriteString(w, `{"rows":[`)
		for i := range n {
			if i > 0 {
				_, _ = io.WriteString(w, ",")
			}
			_, _ = fmt.Fprintf(w, `{"name":"object-%d","id":%d,"text":%q}`, i, int64(1)<<62+int64(i), strings.Repeat("x", 700))
		}
		_, _ = io.WriteString(w, `]}`)
		_ = w.Close()
	}()
	return r
}

func TestMemoryDoesNotGrowWithJSONAndCSV(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "ID", Path: "id"}}}
	for form, show := range map[string]func(io.Writer, io.Reader) error{
		"json": func(w io.Writer, r io.Reader) error { return JSON(w, r, nil) },
		"yaml": func(w io.Writer, r io.Reader) error { return YAML(w, r, nil) },
		"table": func(w io.Writer, r io.Reader) error {
			return (&Streams{Out: w, Err: io.Discard}).Table(NewChoice(view, true), r, nil)
		},
		"csv": func(w io.Writer, r io.Reader) error {
			return (&Streams{Out: w, Err: io.Discard}).CSV(NewChoice(view, true), r, nil)
		},
	} {
		var most uint64
		var written int64
		err := show(writerFunc(func(p []byte) (int, error) {
			if written>>21 != (written+int64(len(p)))>>21 { // every 2 MiB, for it takes a while
				var m runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapAlloc)
			}
			written += int64(len(p))
			return len(p), nil
		}), endless(60_000)) // 45 MB
		require.NoError(t, err, form)
		assert.Less(t, most, uint64(16<<20), form)
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestErrorsOfReadingAreTheirOwn has a body that cannot be read: what is said is the reason, and not who found it.
func TestErrorsOfReadingAreTheirOwn(t *testing.T) {
	broken := errors.New("the line is dead")
	_, err := Read(io.MultiReader(strings.NewReader(`{"a":`), iotest.ErrReader(broken)))
	require.ErrorIs(t, err, broken)
	assert.Equal(t, "the line is dead", err.Error())
}
