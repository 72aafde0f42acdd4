package engine

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli"

	"ibmcloud-backup-recovery-plugin/api"
)

// helpKind is which help a command line asks for.
type helpKind uint8

const (
	noHelp helpKind = iota
	shortHelp
	fullHelp // with every option and value
)

// allOfHelp is the word that turns short help into full help. Some commands have a flag of this name.
const allOfHelp = "--all"

// helpOf returns which help words ask for.
func helpOf(words []string) helpKind {
	if end := slices.Index(words, "--"); end >= 0 {
		words = words[:end]
	}
	switch {
	case !slices.ContainsFunc(words, isHelp):
		return noHelp
	case slices.Contains(words, allOfHelp):
		return fullHelp
	}
	return shortHelp
}

// parse reads the flags of a command line and sets the variables that they are bound to. It returns the positional arguments,
// which may stand anywhere, and which help was asked for.
func (s *Flags) parse(name string, words []string) (args []string, help helpKind, err error) {
	tidy, help, err := s.tidy(words)
	if help != noHelp || err != nil {
		return nil, help, err
	}
	flags := make([]cli.Flag, len(s.list))
	for i, f := range s.list {
		flags[i] = cli.GenericFlag{Name: f.Name, Value: f} // by this name alone: the parser sets a short form a second time
	}
	app := cli.NewApp()
	app.HideHelp, app.HideVersion = true, true
	app.Writer, app.ErrWriter = io.Discard, io.Discard
	app.ExitErrHandler = func(*cli.Context, error) {}
	app.Commands = []cli.Command{{
		Name: name, Flags: flags, HideHelp: true, SkipArgReorder: true,
		OnUsageError: func(_ *cli.Context, err error, _ bool) error { return err },
		Action:       func(c *cli.Context) error { args = c.Args(); return nil },
	}}
	if err := app.Run(append([]string{name, name}, tidy...)); err != nil {
		return nil, noHelp, &UsageError{Lines: []string{err.Error()}}
	}
	for _, f := range s.list {
		if f.IsBoolFlag() && f.given() {
			on, err := strconv.ParseBool(f.text())
			if err != nil {
				return nil, noHelp, Usage("flag.switch|--{{.Flag}}: '{{.Value}}' is neither true nor false.", "Flag", f.Name, "Value", f.text())
			}
			f.raw = []string{strconv.FormatBool(on)}
		}
		if f.must && !f.given() {
			return nil, noHelp, Usage("flag.required|--{{.Flag}} is required.", "Flag", f.Name)
		}
		if f.given() && f.bind != nil {
			if err := f.bind(f); err != nil {
				return nil, noHelp, err
			}
		}
	}
	return args, noHelp, nil
}

// tidy puts flags before arguments, by their long names, and joins each to its value, because the parser stops at the first argument and
// would take -24h for a flag.
func (s *Flags) tidy(words []string) (tidy []string, help helpKind, err error) {
	var arguments []string
	for i := 0; i < len(words); i++ {
		word := words[i]
		if word == "--" {
			arguments = append(arguments, words[i+1:]...)
			break
		}
		if len(word) < 2 || word[0] != '-' {
			arguments = append(arguments, word)
			continue
		}
		name, joined := splitFlag(word)
		if isHelp(word) {
			return nil, helpOf(words), nil
		}
		f := s.named(name)
		switch {
		case f == nil && word == allOfHelp && helpOf(words) != noHelp: // which comes later
		case f == nil:
			return nil, noHelp, s.unknown(name)
		case f.IsBoolFlag() && !joined && i+1 < len(words) && isTruth(words[i+1]):
			i++
			tidy = append(tidy, "--"+f.Name+"="+words[i])
		case f.optional && !joined:
			value := ""
			if f.takes(words[i+1:]) {
				i++
				value = words[i]
			}
			tidy = append(tidy, "--"+f.Name+"="+value)
		case joined:
			_, value, _ := strings.Cut(word, "=")
			tidy = append(tidy, "--"+f.Name+"="+value)
		case f.IsBoolFlag():
			tidy = append(tidy, "--"+f.Name)
		case i+1 == len(words):
			return nil, noHelp, Usage("flag.value|--{{.Flag}} needs a value: {{.Value}}.", "Flag", f.Name, "Value", f.Value)
		default:
			i++
			tidy = append(tidy, "--"+f.Name+"="+words[i])
		}
	}
	return append(append(tidy, "--"), arguments...), noHelp, nil
}

// takes reports whether the first of the words behind a flag is its value. One that may do without its value takes any word that is no
// option.
func (f *flag) takes(words []string) bool {
	return !f.optional || len(words) > 0 && !strings.HasPrefix(words[0], "-")
}

// splitFlag returns the name of the flag that a word begins with, and reports whether its value is joined to it.
func splitFlag(word string) (name string, joined bool) {
	name, _, joined = strings.Cut(strings.TrimPrefix(word[1:], "-"), "=")
	return name, joined
}

// isTruth reports whether a word behind a switch belongs to it. Anything else is an argument of its own.
func isTruth(word string) bool {
	return strings.EqualFold(word, "true") || strings.EqualFold(word, "false")
}

// isHelp reports whether a word asks for help wherever it stands.
func isHelp(word string) bool { return word == "--help" || word == "-h" || word == "-help" }

func (s *Flags) unknown(name string) error {
	names := make([]string, len(s.list))
	for i, f := range s.list {
		names[i] = f.Name
	}
	near := api.Nearest(name, names)
	if near == "" {
		near = lastWords(name, names)
	}
	if near != "" && len(name) > 1 {
		return Usage("flag.near|Unknown option '--{{.Flag}}'. Did you mean '--{{.Near}}'?", "Flag", name, "Near", near)
	}
	return Usage("flag.unknown|Unknown option '--{{.Flag}}'.", "Flag", name)
}

// lastWords returns the longest of the names that a name ends with, such as id for protection-group-id, and "" where there is none.
func lastWords(name string, names []string) (longest string) {
	for _, known := range names {
		if len(known) > len(longest) && strings.HasSuffix(name, "-"+known) {
			longest = known
		}
	}
	return longest
}
