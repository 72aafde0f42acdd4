package output

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestATableOnATerminalIsShownWhileItIsRead checks that rows behind the first ones reach a terminal before the list ends, and a pipe in large
// pieces.
func TestATableOnATerminalIsShownWhileItIsRead(t *testing.T) {
	for _, terminal := range []bool{true, false} {
		writes := 0
		out := writerFunc(func(p []byte) (int, error) {
			writes++
			return len(p), nil
		})
		table := (&Streams{Out: out, OutTerm: terminal}).table(&View{Columns: []Column{{Title: "N"}}}, layout{})
		for range window {
			require.NoError(t, table.add([]Cell{{Text: "x"}}))
		}
		for range 3 {
			time.Sleep(flushEvery + flushEvery/2)
			require.NoError(t, table.add([]Cell{{Text: "y"}}))
		}
		before := writes
		require.NoError(t, table.end())
		assert.Equal(t, terminal, before >= 3, "%d times", before)
	}
}

// TestNamesStandOut checks that the first column is painted as names are, where it says nothing else of itself, and headings and answers
// without one are not.
func TestNamesStandOut(t *testing.T) {
	paint := func(v *View, cells ...Cell) string {
		var out bytes.Buffer
		table := (&Streams{Out: &out, OutTerm: true, Color: true}).table(v, layout{})
		require.NoError(t, table.add(cells))
		require.NoError(t, table.end())
		return out.String()
	}
	titled := &View{Columns: []Column{{Title: "Name"}, {Title: "State"}}}
	name, bad := (&Streams{Color: true}).Paint(true, Name, "a"), (&Streams{Color: true}).Paint(true, Bad, "a")
	require.NotEqual(t, "a", name)
	assert.Equal(t, name+"   b\n", paint(titled, Cell{Text: "a"}, Cell{Text: "b"}))
	assert.Equal(t, bad+"   b\n", paint(titled, Cell{Text: "a", Tone: Bad}, Cell{Text: "b"}))
	assert.Equal(t, "a   b\n", paint(&View{Columns: make([]Column, 2)}, Cell{Text: "a"}, Cell{Text: "b"}))
}

// TestWhatCannotBeWritten checks that a full disk is an error of every form.
func TestWhatCannotBeWritten(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "N", Path: "n"}}}
	answer := `{"rows":[{"n":"` + strings.Repeat("x", longestCell) + `"},{"n":2}]}`
	gone := errors.New("no space left")
	full := writerFunc(func([]byte) (int, error) { return 0, gone })
	for name, write := range map[string]func(*Streams) error{
		"table": func(s *Streams) error { return s.Table(NewChoice(view, true), strings.NewReader(answer), nil) },
		"csv":   func(s *Streams) error { return s.CSV(NewChoice(view, true), strings.NewReader(answer), nil) },
		"json":  func(s *Streams) error { return JSON(s.Out, strings.NewReader(answer), nil) },
		"yaml":  func(s *Streams) error { return YAML(s.Out, strings.NewReader(answer), nil) },
	} {
		assert.ErrorIs(t, write(&Streams{Out: full, Err: &bytes.Buffer{}}), gone, name)
	}
}
