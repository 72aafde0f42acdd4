package engine

import (
	"encoding/csv"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// flag is a flag of a command: of an operation's field, of a job, or common to commands.
type flag struct {
	Name   string
	Short  string
	About  i18n.Text
	Value  string // what stands for the value in help, in capitals; "" for a switch
	Field  *api.Field
	Param  *api.Param // the parameter that it fills
	Body   []string   // the path of the body field that it fills
	Common bool       // whether every command has it
	raw    []string   // what was typed, in order
	must   bool       // whether a job cannot do without it
	bind   func(f *flag) error
}

// Set takes a value from the command line (flag.Value). What is wrong with it is said once all are there, in our own words.
func (f *flag) Set(s string) error {
	f.raw = append(f.raw, s)
	return nil
}

// String returns the value (flag.Value).
func (f *flag) String() string {
	if f == nil {
		return ""
	}
	return strings.Join(f.raw, ",")
}

// IsBoolFlag reports to the parser that a switch needs no value.
func (f *flag) IsBoolFlag() bool { return f.Value == "" }

func (f *flag) given() bool { return f.raw != nil }

// text returns the value that counts: the last one.
func (f *flag) text() string {
	if len(f.raw) == 0 {
		return ""
	}
	return f.raw[len(f.raw)-1]
}

// Flags are the flags of one command. A job declares its own with the methods below, each bound to a variable that holds the
// value once the command line was parsed.
type Flags struct {
	// AlsoWaits, which may be nil, reports whether the job waits without --wait, so that the options of waiting have an effect.
	AlsoWaits func() bool

	list  []*flag
	store []flag // what list points to; full ones are kept by that alone
	now   func() time.Time
}

// Text declares a flag for a text. value stands for it in help, in capitals.
func (s *Flags) Text(to *string, name, value string, about i18n.Text) {
	s.add(flag{Name: name, Value: value, About: about, bind: func(f *flag) error { *to = f.text(); return nil }})
}

// Switch declares a flag that is there or not.
func (s *Flags) Switch(to *bool, name string, about i18n.Text) { s.short(to, name, "", about) }

// short declares a switch with a short form.
func (s *Flags) short(to *bool, name, short string, about i18n.Text) {
	s.add(flag{Name: name, Short: short, About: about, bind: func(f *flag) error { *to = f.text() == "true"; return nil }})
}

// List declares a flag for several texts: comma-separated, quoted as in CSV, and repeatable.
func (s *Flags) List(to *[]string, name, value string, about i18n.Text) {
	s.add(flag{Name: name, Value: value, About: about, Field: &api.Field{Lists: 1}, bind: func(f *flag) (err error) {
		*to, err = f.items()
		return err
	}})
}

// Repeated declares a flag for several texts that may hold commas: each time it is given adds one.
func (s *Flags) Repeated(to *[]string, name, value string, about i18n.Text) {
	s.add(flag{Name: name, Value: value, About: about, bind: func(f *flag) error { *to = f.raw; return nil }})
}

// Choice declares a flag for one of several words, the first of which counts when it is not given.
func (s *Flags) Choice(to *string, name string, words []string, about i18n.Text) {
	*to = words[0]
	s.add(flag{Name: name, Value: "VALUE", About: about, Field: &api.Field{Enum: words, Default: words[0]}, bind: func(f *flag) error {
		if *to = f.text(); !slices.Contains(words, *to) {
			return notOneOf(name, f.text(), words)
		}
		return nil
	}})
}

// Number declares a flag for a whole number from least to most. What to holds counts when it is not given, unless it is 0.
func (s *Flags) Number(to *int, name string, least, most int, about i18n.Text) {
	field := &api.Field{Type: api.Integer}
	if *to != 0 {
		field.Default = strconv.Itoa(*to)
	}
	s.add(flag{Name: name, Value: "NUMBER", About: about, Field: field, bind: func(f *flag) error {
		n, err := strconv.Atoi(f.text())
		if err != nil || n < least || n > most {
			return Usage("flag.range|--{{.Flag}}: '{{.Value}}' is not a number from {{.Least}} to {{.Most}}.", "Flag", name, "Value", f.text(), "Least", least, "Most", most)
		}
		*to = n
		return nil
	}})
}

// Time declares a flag for a time. Without it, *to stays zero.
func (s *Flags) Time(to *time.Time, name string, about i18n.Text) {
	s.add(flag{Name: name, Value: "TIME", About: about, Field: &api.Field{Type: api.Integer, Unit: api.UnixUsecs}, bind: func(f *flag) error {
		if usecs, err := strconv.ParseInt(f.text(), 10, 64); err == nil {
			*to = time.UnixMicro(usecs)
			return nil
		}
		t, ok := ParseTime(f.text(), s.now())
		if !ok {
			return notTime(name, f.text())
		}
		*to = t
		return nil
	}})
}

// Span declares a flag for a length of time in whole seconds, at least one.
func (s *Flags) Span(to *time.Duration, name string, about i18n.Text) {
	s.add(flag{Name: name, Value: "SPAN", About: about, Field: &api.Field{Type: api.Integer, Unit: api.SpanSecs}, bind: func(f *flag) error {
		text, err := convert(f.Field, name, f.text(), s.now())
		if err != nil {
			return err
		}
		seconds, err := strconv.ParseInt(text, 10, 32)
		if err != nil || seconds < 1 {
			return notSpan(name, f.text(), time.Second)
		}
		*to = time.Duration(seconds) * time.Second
		return nil
	}})
}

// Size declares a flag for a number of bytes, at least one.
func (s *Flags) Size(to *int64, name string, about i18n.Text) {
	s.add(flag{Name: name, Value: "SIZE", About: about, Field: &api.Field{Type: api.Integer, Unit: api.Bytes}, bind: func(f *flag) error {
		n, ok := ParseSize(f.text())
		if !ok || n < 1 {
			return notSize(name, f.text())
		}
		*to = n
		return nil
	}})
}

func (s *Flags) add(f flag) {
	if f.Field == nil {
		f.Field = &textField
		if f.Value == "" {
			f.Field = &boolField
		}
	}
	if len(s.store) == cap(s.store) {
		s.store = make([]flag, 0, storeSize)
	}
	s.store = append(s.store, f)
	s.list = append(s.list, &s.store[len(s.store)-1])
}

// storeSize is how many flags are allocated together: the host's list of all commands has some 1,500 of them.
const storeSize = 32

var (
	textField = api.Field{}
	boolField = api.Field{Type: api.Boolean}
)

// Require says that a flag that was declared has to be given.
func (s *Flags) Require(name string) { s.named(name).must = true }

// operation declares the flags of an operation: one for each parameter, each field of its body, and each field of the objects
// in that.
func (s *Flags) operation(op *api.Operation) {
	for i := range op.Params {
		if p := &op.Params[i]; p.Flag != "" && p.Name != api.TenantHeader {
			s.add(flag{Name: p.Flag, About: i18n.Text(p.About), Value: placeholder(&p.Field), Field: &p.Field, Param: p})
		}
	}
	for i := range op.Body {
		f := &op.Body[i]
		s.add(flag{Name: f.Flag, About: i18n.Text(f.About), Value: placeholder(f), Field: f, Body: []string{f.Name}})
		if f.Lists > 0 || f.Map {
			continue
		}
		fields := f.Fields()
		for j := range fields {
			if sub := &fields[j]; sub.Flag != "" {
				s.add(flag{Name: f.Flag + "-" + sub.Flag, About: i18n.Text(sub.About), Value: placeholder(sub), Field: sub, Body: []string{f.Name, sub.Name}})
			}
		}
	}
}

// placeholder returns what stands for the value of a field's flag in help.
func placeholder(f *api.Field) string {
	switch {
	case f.Map || f.Type == api.Object || f.Type == api.Any || f.Lists > 1:
		return "JSON"
	case f.Lists == 1:
		return "LIST"
	case f.Unit == api.UnixUsecs || f.Unit == api.UnixMsecs || f.Unit == api.UnixSecs:
		return "TIME"
	case f.Unit == api.SpanMins || f.Unit == api.SpanSecs:
		return "SPAN"
	case f.Unit == api.Bytes:
		return "SIZE"
	case f.Type == api.Boolean:
		return ""
	case f.Flag == "id" || strings.HasSuffix(f.Flag, "-id"):
		return "ID"
	case f.Type == api.Integer || f.Type == api.Number:
		return "NUMBER"
	case strings.HasSuffix(f.Flag, "name"):
		return "NAME"
	}
	return "VALUE"
}

// named returns the flag with a name or a short form, and nil where there is none.
func (s *Flags) named(name string) *flag {
	for _, f := range s.list {
		if f.Name == name || f.Short == name && name != "" {
			return f
		}
	}
	return nil
}

// of returns the flag of a parameter, and nil where it has none.
func (s *Flags) of(p *api.Param) *flag {
	for _, f := range s.list {
		if f.Param == p {
			return f
		}
	}
	return nil
}

// parse reads the flags of a command line and sets the variables that they are bound to. It returns the positional arguments,
// which may stand anywhere, and reports whether help was asked for.
func (s *Flags) parse(name string, words []string) (args []string, help bool, err error) {
	tidy, help, err := s.tidy(words)
	if help || err != nil {
		return nil, help, err
	}
	flags := make([]cli.Flag, len(s.list))
	for i, f := range s.list {
		flags[i] = cli.GenericFlag{Name: strings.TrimSuffix(f.Name+","+f.Short, ","), Value: f}
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
		return nil, false, &UsageError{Lines: []string{err.Error()}}
	}
	for _, f := range s.list {
		if f.IsBoolFlag() && f.given() && f.text() != "true" && f.text() != "false" {
			return nil, false, Usage("flag.switch|--{{.Flag}}: '{{.Value}}' is neither true nor false.", "Flag", f.Name, "Value", f.text())
		}
		if f.must && !f.given() {
			return nil, false, Usage("flag.required|--{{.Flag}} is required.", "Flag", f.Name)
		}
		if f.given() && f.bind != nil {
			if err := f.bind(f); err != nil {
				return nil, false, err
			}
		}
	}
	return args, false, nil
}

// tidy puts flags before arguments and joins each to its value, because the parser stops at the first argument and would take
// -24h for a flag.
func (s *Flags) tidy(words []string) (tidy []string, help bool, err error) {
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
		name, _, joined := strings.Cut(strings.TrimPrefix(word[1:], "-"), "=")
		if isHelp(word) {
			return nil, true, nil
		}
		f := s.named(name)
		switch {
		case f == nil:
			return nil, false, s.unknown(name)
		case joined || f.IsBoolFlag():
			tidy = append(tidy, word)
		case i+1 == len(words):
			return nil, false, Usage("flag.value|--{{.Flag}} needs a value: {{.Value}}.", "Flag", f.Name, "Value", f.Value)
		default:
			i++
			tidy = append(tidy, "--"+f.Name+"="+words[i])
		}
	}
	return append(append(tidy, "--"), arguments...), false, nil
}

func isHelp(word string) bool { return word == "--help" || word == "-h" || word == "-help" }

func (s *Flags) unknown(name string) error {
	names := make([]string, len(s.list))
	for i, f := range s.list {
		names[i] = f.Name
	}
	if near := api.Nearest(name, names); near != "" && len(name) > 1 {
		return Usage("flag.near|Unknown option '--{{.Flag}}'. Did you mean '--{{.Near}}'?", "Flag", name, "Near", near)
	}
	return Usage("flag.unknown|Unknown option '--{{.Flag}}'.", "Flag", name)
}

// items splits the values of a list flag: commas separate, quotes hold together as in CSV, and the flag may be repeated.
func (f *flag) items() ([]string, error) {
	all := []string{}
	for _, raw := range f.raw {
		if raw == "" {
			continue
		}
		r := csv.NewReader(strings.NewReader(raw))
		r.FieldsPerRecord = -1
		r.TrimLeadingSpace = true
		records, err := r.ReadAll()
		if err != nil {
			return nil, Usage("flag.list|--{{.Flag}}: '{{.Value}}' is not a list. Put an item with quotes or commas in double quotes, and double the quotes in it.",
				"Flag", f.Name, "Value", raw)
		}
		for _, record := range records {
			all = append(all, record...)
		}
	}
	return all, nil
}
