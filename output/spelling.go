package output

import (
	"math/big"
	"strings"
	"time"
)

// How times and sizes are written where somebody has chosen their zone or unit.

// SizeUnit is a unit of sizes.
type SizeUnit struct {
	Name  string
	Bytes int64
}

// SizeUnits are the units in which sizes can be written.
var SizeUnits = []SizeUnit{
	{"bytes", 1}, {"kB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"TiB", 1 << 40},
}

// ParseSizeUnit returns the unit with a name, in any case, and nil where there is none.
func ParseSizeUnit(name string) *SizeUnit {
	for i := range SizeUnits {
		if strings.EqualFold(SizeUnits[i].Name, name) {
			return &SizeUnits[i]
		}
	}
	return nil
}

// decimals is how many digits behind the point a size has at most that is no whole number of its unit.
const decimals = 3

// Number returns a number of bytes in the unit, rounded to three digits behind the point.
func (u *SizeUnit) Number(n int64) string {
	text := big.NewRat(n, u.Bytes).FloatString(decimals)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// Text returns a number of bytes in the unit with its name; nil is the unit that fits.
func (u *SizeUnit) Text(n int64) string {
	switch {
	case u == nil:
		return Bytes(n)
	case u.Bytes == 1:
		return u.Number(n) + " B"
	}
	return u.Number(n) + " " + u.Name
}

// spell writes the times and sizes of a row in the chosen zone and unit.
func (c *Choice) spell(row []Cell) []Cell {
	for i := range row {
		c.Spell(&row[i])
	}
	return row
}

// Spell writes a time or a size in the chosen zone and unit.
func (c *Choice) Spell(cell *Cell) {
	if c.Zone != nil && !cell.At.IsZero() {
		cell.At = cell.At.In(c.Zone)
		cell.Text, cell.Data = cell.At.Format(seconds), cell.At.Format(time.RFC3339Nano)
	}
	if c.Sizes == nil || cell.Unit != InBytes {
		return
	}
	if n, ok := new(big.Int).SetString(cell.Data, 10); ok && n.IsInt64() {
		cell.Text, cell.Data = c.Sizes.Text(n.Int64()), c.Sizes.Number(n.Int64())
	}
}

// heading returns the title of a column for programs, with the unit. It is the same in every language.
func (c *Choice) heading(column *Column) string {
	if c.Sizes != nil && column.unit() == InBytes {
		return string(column.Title) + " (" + c.Sizes.Name + ")"
	}
	return column.heading()
}
