package engine

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// flag is a flag of a command: of an operation's field, of a job, or common to commands.
type flag struct {
	Name    string
	Short   string
	About   i18n.Text
	Value   string // what stands for the value in help, in capitals; "" for a switch
	Field   *api.Field
	Param   *api.Param // the parameter that it fills
	Body    []string   // the path of the body field that it fills
	Common  bool       // whether every command has it
	raw     []string   // what was typed, in order
	must    bool       // whether a job cannot do without it
	ignored bool       // whether it is accepted and has no effect
	spare   bool       // whether a job can do without it although the request has to have it
	bind    func(f *flag) error

	optional bool // whether it may be given without its value

	choices []string // what it may be, where its field does not say so
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
	// View, which may be nil, returns how the job shows its answer, where that depends on the flags or on the positional arguments; nil
	// for the command's own view.
	View func(args []string) *output.View
	// Complete, which may be nil, adds to the request that the flags of an operation have made what its job has flags of its own for,
	// before the request is checked.
	Complete func(r *api.Request) error

	list  []*flag
	store []flag // what list points to; full ones are kept by that alone
	now   func() time.Time
}

// Text declares a flag for a text. value stands for it in help, in capitals.
func (s *Flags) Text(to *string, name, value string, about i18n.Text) {
	s.add(flag{Name: name, Value: value, About: about, bind: func(f *flag) error { *to = f.text(); return nil }})
}

// Filled is Text for a flag whose empty value would silently be as good as none, such as that of a variable which is not set.
func (s *Flags) Filled(to *string, name, value string, about i18n.Text) {
	s.add(flag{Name: name, Value: value, About: about, bind: func(f *flag) error {
		if *to = f.text(); *to == "" {
			return Usage("check.empty|{{.Place}} must not be empty.", "Place", "--"+name)
		}
		return nil
	}})
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
		*to, err = splitLists(f.Name, f.raw)
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
		n, err := strconv.Atoi(decimal(f.text()))
		if err != nil || n < least || n > most {
			return Usage("flag.range|--{{.Flag}}: '{{.Value}}' is not a number from {{.Least}} to {{.Most}}.", "Flag", name, "Value", f.text(), "Least", least, "Most", most)
		}
		*to = n
		return nil
	}})
}

// Time declares a flag for a time, of which a day is its beginning. Without it, *to stays zero.
func (s *Flags) Time(to *time.Time, name string, about i18n.Text) { s.time(to, name, about, false) }

// Until is Time for the end of a period: a day is its end.
func (s *Flags) Until(to *time.Time, name string, about i18n.Text) { s.time(to, name, about, true) }

func (s *Flags) time(to *time.Time, name string, about i18n.Text, end bool) {
	s.add(flag{Name: name, Value: "TIME", About: about, Field: &api.Field{Type: api.Integer, Unit: api.UnixUsecs}, bind: func(f *flag) (err error) {
		if usecs, notNumber := strconv.ParseInt(f.text(), 10, 64); notNumber == nil {
			*to, err = usecsOf(name, usecs)
			return err
		}
		t, ok := ParseTime(f.text(), s.now())
		if !ok {
			return notTime(name, f.text())
		}
		if end && isDay(f.text()) {
			t = Midnight(t.Local(), 1).Add(-time.Microsecond)
		}
		*to = t
		return nil
	}})
}

// Parsed declares a flag that a job reads itself. parse gets what was typed and the time of the command; its error is one of usage.
func (s *Flags) Parsed(name, value string, about i18n.Text, parse func(typed string, now time.Time) error) {
	s.add(flag{Name: name, Value: value, About: about, bind: func(f *flag) error { return parse(f.text(), s.now()) }})
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

// Names says of which kind the things are that the values of a flag name, for completion.
func (s *Flags) Names(name string, k api.Kind) {
	f := s.named(name)
	field := *f.Field
	field.Kind = k
	f.Field = &field
}

// Short sets the short form of a flag that was declared.
func (s *Flags) Short(name, short string) { s.named(name).Short = short }

// Spare says that the flag of something that the request has to have need not be given, because the job fills it in.
func (s *Flags) Spare(name string) {
	if f := s.named(name); f != nil { // a test of the job alone has no flags of the operation
		f.spare = true
	}
}

// Given reports whether a flag was given, once the command line was parsed.
func (s *Flags) Given(name string) bool {
	f := s.named(name)
	return f != nil && f.given()
}

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
		if f.Flag == "" { // a parameter has it
			continue
		}
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
