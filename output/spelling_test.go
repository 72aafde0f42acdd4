package output

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSizeUnits(t *testing.T) {
	assert.Nil(t, ParseSizeUnit("furlongs"))
	assert.Nil(t, ParseSizeUnit(""))
	for _, c := range []struct {
		unit  string
		bytes int64
		text  string
		data  string
	}{
		{"mib", 1 << 20, "1 MiB", "1"},
		{"MB", 1 << 20, "1.049 MB", "1.049"},
		{"KiB", 1536, "1.5 KiB", "1.5"},
		{"GiB", 1, "0 GiB", "0"},
		{"bytes", 9007199254740993, "9007199254740993 B", "9007199254740993"},
		{"TB", -25e11, "-2.5 TB", "-2.5"},
	} {
		unit := ParseSizeUnit(c.unit)
		require.NotNil(t, unit, c.unit)
		assert.Equal(t, c.text, unit.Text(c.bytes))
		assert.Equal(t, c.data, unit.Number(c.bytes))
	}
	var none *SizeUnit
	assert.Equal(t, "1.5 KiB", none.Text(1536))
}

// TestChosenZoneAndUnit shows a list in a zone and a unit: cells are written so, and sorted and filtered by what they are.
func TestChosenZoneAndUnit(t *testing.T) {
	view := &View{Rows: "list", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "At", Path: "at", Format: Usecs}, {Title: "Size", Path: "size", Format: Size}}}
	const answer = `{"list":[{"name":"a","at":1795867200000000,"size":3145728},{"name":"b","at":1795780800000000,"size":1024},{"name":"none"}]}`
	tokyo := time.FixedZone("JST", 9*3600)
	show := func(change func(c *Choice), how func(s *Streams, c *Choice) error) string {
		var out bytes.Buffer
		c := NewChoice(view, true)
		c.Zone, c.Sizes = tokyo, ParseSizeUnit("MiB")
		change(c)
		require.NoError(t, how(&Streams{Out: &out, Err: &out}, c))
		return out.String()
	}
	csv := func(s *Streams, c *Choice) error { return s.CSV(c, strings.NewReader(answer), nil) }
	table := func(s *Streams, c *Choice) error { return s.Table(c, strings.NewReader(answer), nil) }
	assert.Equal(t, "Name,At,Size (MiB)\na,2026-11-28T21:00:00+09:00,3\nb,2026-11-27T21:00:00+09:00,0.001\nnone,,\n", show(func(*Choice) {}, csv))
	shown := show(func(c *Choice) { require.NoError(t, c.SortBy("size")) }, table)
	assert.Contains(t, shown, "At (JST)")
	assert.Contains(t, shown, "2026-11-28 21:00:00   3 MiB")
	assert.Less(t, strings.Index(shown, "0.001 MiB"), strings.Index(shown, "3 MiB"))
	assert.Contains(t, show(func(c *Choice) { c.Zone, c.Sizes = nil, nil }, csv), "a,2026-11-28T12:00:00Z,3145728\n")
	cell := Size(json.Number("5"))
	(&Choice{}).Spell(&cell)
	assert.Equal(t, "5 B", cell.Text)
}
