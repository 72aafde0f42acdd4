package engine

import (
	"cmp"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// fills reports whether a flag fills a parameter or a field of the body of an operation.
func (f *flag) fills() bool { return f.Param != nil || f.Body != nil }

// The order of the options in help.
const (
	rankRequired = iota // with the twins of arguments, which are required too
	rankMain            // those that people need, in the order in which the command names them
	rankOther           // the others of the operation
	rankJob             // those of jobs, of waiting and of lists
	rankBody            // those about the request as a whole
	rankIgnored         // those of older scripts
)

// rank returns where a flag of a command stands in its help.
func (c *Command) rank(f *flag) int {
	switch {
	case f.required() || f.Param != nil && f.Param.In == api.Path:
		return rankRequired
	case slices.Contains(c.Main, f.Name):
		return rankMain
	case f.fills():
		return rankOther
	case f.ignored:
		return rankIgnored
	case f.Name == jsonInputFlag || f.Name == exampleFlag || f.Name == skeletonFlag || f.Name == dryRunFlag:
		return rankBody
	}
	return rankJob
}

// options returns the flags of a command that its help shows, those that people need first, and how many it leaves out: where all is
// false, those of the operation that the command does not name as its main ones.
func (c *Command) options(flags *Flags, all bool) (shown []*flag, left int) {
	for _, f := range flags.list {
		rank := c.rank(f)
		switch {
		case f.Common:
		case all || rank != rankIgnored && (rank != rankOther || c.Main == nil):
			shown = append(shown, f)
		default:
			left++
		}
	}
	slices.SortStableFunc(shown, func(a, b *flag) int {
		return cmp.Or(c.rank(a)-c.rank(b), slices.Index(c.Main, a.Name)-slices.Index(c.Main, b.Name))
	})
	return shown, left
}

// title returns how a flag stands in a list of options.
func (f *flag) title() string {
	var b strings.Builder
	f.writeTitle(&b)
	return b.String()
}

// maxValues is how many values of an enumeration short help shows.
const maxValues = 5

// describe returns what a list of options says about a flag: its line, whether it is required, its default and values. Where all is
// false, the values are spelled as people type them, and of many only some are there, those in the examples first.
func (f *flag) describe(all bool, examples []string) string {
	words := []string{i18n.T(f.About)}
	switch {
	case f.required() && f.hasParts():
		words = append(words, i18n.T("help.required-parts|Required, as a whole or field by field."))
	case f.required():
		words = append(words, i18n.T("help.required|Required."))
	}
	spell := func(value string) string { return value }
	if !all && f.fills() {
		spell = shortValue
	}
	if f.Field.Default != "" {
		words = append(words, i18n.T("help.default|Default: {{.Value}}.", "Value", spell(f.Field.Default)))
	}
	switch values := f.Field.Enum; {
	case len(values) > maxValues && !all:
		words = append(words, i18n.T("help.some-values|Values: {{.Values}}, …", "Values", joinValues(usedFirst(values, examples)[:maxValues], spell)))
	case len(values) > 0:
		words = append(words, i18n.T("help.values|Values: {{.Values}}.", "Values", joinValues(values, spell)))
	}
	return strings.Join(words, " ")
}

// hasParts reports whether the flag takes an object whose fields have flags of their own.
func (f *flag) hasParts() bool {
	return len(f.Body) == 1 && f.Field.Lists == 0 && !f.Field.Map && slices.ContainsFunc(f.Field.Fields(), func(part api.Field) bool { return part.Flag != "" })
}

// usedFirst returns values with those first that examples use.
func usedFirst(values, examples []string) []string {
	words := strings.FieldsFunc(strings.Join(examples, " "), func(r rune) bool { return r == ' ' || r == ',' || r == '=' })
	order := func(value string) int {
		if at := slices.Index(words, shortValue(value)); at >= 0 {
			return at
		}
		return len(words)
	}
	sorted := slices.Clone(values)
	slices.SortStableFunc(sorted, func(a, b string) int { return order(a) - order(b) })
	return sorted
}

func joinValues(values []string, spell func(string) string) string {
	spelled := make([]string, len(values))
	for i, value := range values {
		spelled[i] = spell(value)
	}
	return strings.Join(spelled, ", ")
}
