package commands

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/service"
)

// flagSpec is a flag of a command, derived from an operation's field or common to commands.
type flagSpec struct {
	Name   string
	Short  string
	About  i18n.Text
	Value  string // what stands for the value in help, in capitals; "" for a switch
	Field  *api.Field
	Param  *api.Param // the parameter that it fills
	Body   []string   // the path of the body field that it fills
	Common bool       // whether every command has it
	raw    []string   // what was typed, in order
}

// Set takes a value from the command line (flag.Value).
func (f *flagSpec) Set(s string) error {
	if f.Value == "" && s != "true" && s != "false" {
		return errors.New(i18n.T("{{.Value}} is neither true nor false", "Value", quoted(s)))
	}
	f.raw = append(f.raw, s)
	return nil
}

// String shows the value (flag.Value).
func (f *flagSpec) String() string {
	if f == nil {
		return ""
	}
	return strings.Join(f.raw, ",")
}

// IsBoolFlag tells the parser that a switch needs no value.
func (f *flagSpec) IsBoolFlag() bool { return f.Value == "" }

// flagSet is the flags of one command.
type flagSet struct{ list []*flagSpec }

// The options that commands share. Their words stand here once.
var (
	textField = api.Field{}
	boolField = api.Field{Type: api.Boolean}

	anyCommand = []flagSpec{
		{Name: "output", Value: "FORMAT", About: "How to show the answer: table, json, yaml or csv."},
		{Name: "jmes-query", Short: "j", Value: "QUERY", About: "Show only what this JMESPath expression selects, as JSON or YAML; holds the whole answer in memory."},
		{Name: "no-headers", About: "Leave out the titles of a table."},
		{Name: "quiet", Short: "q", About: "No notes, no progress and no questions."},
	}
	anyRequest = []flagSpec{
		{Name: "instance", Value: "INSTANCE", About: "The instance to talk to: its name, GUID or CRN."},
		{Name: "region", Value: "REGION", About: "The region to look for an instance in, instead of the targeted one."},
		{Name: "service-url", Value: "URL", About: "The address of the instance, before anything saved or found."},
		{Name: "xibm-tenant-id", Value: "TENANT", About: "The tenant to work for, when it is not the instance's own."},
	}
	dryRun     = flagSpec{Name: "dry-run", About: "Print the request, secrets hidden, and send nothing."}
	force      = flagSpec{Name: "force", Short: "f", About: "Do it without asking."}
	outputFile = flagSpec{Name: "output-file", Value: "FILE", About: "Where to write the file; a folder, or - for standard output, will do."}
	overwrite  = flagSpec{Name: "force", Short: "f", About: "Replace a file that exists."}
	parallel   = flagSpec{Name: "parallel", Value: "NUMBER", Field: &api.Field{Type: api.Integer, Default: strconv.Itoa(service.Parallel)}, About: "How many pieces to fetch at once, up to 16."}
	resume     = flagSpec{Name: "resume", About: "Go on with what an earlier, interrupted try has left."}
	extract    = flagSpec{Name: "extract", Value: "DIR", About: "Unpack the archive into this folder. Without --output-file the archive itself is not kept."}
	mostOut    = flagSpec{Name: "extract-limit", Value: "SIZE", Field: &api.Field{Type: api.Integer, Unit: api.Bytes}, About: "The most that the archive may become; without it 1 GiB or a hundred times its size, whichever is more."}
	jsonInput  = flagSpec{Name: "json-input", Value: "JSON", About: "The whole body: JSON, @FILE (JSON or YAML), or - for standard input."}
	skeleton   = flagSpec{Name: "generate-json-input", About: "Print a body with every field, its type and documented values, and send nothing."}
)

// newFlags derives the flags of a command.
func newFlags(c *command) *flagSet {
	s := &flagSet{}
	if op := c.Op; op != nil {
		for i := range op.Params {
			if p := &op.Params[i]; p.Flag != "" && p.Name != api.TenantHeader {
				s.add(flagSpec{Name: p.Flag, About: i18n.Text(p.About), Value: placeholder(&p.Field), Field: &p.Field, Param: p})
			}
		}
		for i := range op.Body {
			f := &op.Body[i]
			if f.Flag == "" {
				continue
			}
			s.add(flagSpec{Name: f.Flag, About: i18n.Text(f.About), Value: placeholder(f), Field: f, Body: []string{f.Name}})
			if f.Lists > 0 || f.Map {
				continue
			}
			fields := f.Fields()
			for j := range fields {
				if sub := &fields[j]; sub.Flag != "" {
					s.add(flagSpec{Name: f.Flag + "-" + sub.Flag, About: i18n.Text(sub.About), Value: placeholder(sub), Field: sub, Body: []string{f.Name, sub.Name}})
				}
			}
		}
		for _, old := range noPlace[op.ID] {
			s.add(old)
		}
		if op.Body != nil {
			s.add(jsonInput, skeleton)
		}
		if op.Answer == api.File {
			s.add(outputFile, overwrite)
			if op.Param("startOffset") != nil {
				s.add(parallel, resume)
			}
		}
		s.add(dryRun)
	}
	own := slices.Clone(c.Flags)
	if c.Wait != nil {
		own = append(own, c.Wait.fields()...)
	}
	if c.Watches {
		own = append(own, limitFlag, strictFlag, partsFlag)
	}
	for i := range own {
		f := &own[i]
		s.add(flagSpec{Name: f.Flag, About: i18n.Text(f.About), Value: placeholder(f), Field: f})
	}
	if c.Archive {
		if c.Op == nil {
			s.add(outputFile, overwrite, parallel, resume)
		}
		s.add(extract, mostOut)
	}
	if c.Pages != nil {
		s.add(allPages, limitRows)
	}
	if c.View != nil && c.View.Rows != "" {
		s.add(tableOption...)
	}
	if c.Confirm != "" {
		s.add(force)
	}
	common := anyCommand
	if c.Op != nil || c.Asks {
		common = slices.Concat(anyCommand, anyRequest)
	}
	for _, f := range common {
		f.Common = true
		s.add(f)
	}
	return s
}

// noPlace are flags that scripts for this service use but whose operations have no place for them. They are
// taken, so that the scripts go on running, and said to have no effect.
var noPlace = map[string][]flagSpec{
	"SearchProtectedObjects": {
		{Name: "instance-ids", Value: "LIST", About: noEffect}, {Name: "regions", Value: "LIST", About: noEffect},
		{Name: "include-service-instance-status", About: noEffect},
	},
	"RegisterProtectionSource":           {{Name: "kubernetes-params-velero-kubevirt-plugin-image-location", Value: "VALUE", About: noEffect}},
	"UpdateProtectionSourceRegistration": {{Name: "kubernetes-params-velero-kubevirt-plugin-image-location", Value: "VALUE", About: noEffect}},
}

const noEffect i18n.Text = "Accepted for older scripts; the service has no such parameter, and a warning says so."

func (s *flagSet) add(specs ...flagSpec) {
	for _, f := range specs {
		if f.Field == nil {
			f.Field = &textField
			if f.Value == "" {
				f.Field = &boolField
			}
		}
		s.list = append(s.list, &f)
	}
}

// placeholder is what stands for the value of a field's flag in help.
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
	case f.Type == api.Integer || f.Type == api.Number:
		return "NUMBER"
	case f.Flag == "id" || strings.HasSuffix(f.Flag, "-id"):
		return "ID"
	case strings.HasSuffix(f.Flag, "name"):
		return "NAME"
	}
	return "VALUE"
}

func (s *flagSet) named(name string) *flagSpec {
	for _, f := range s.list {
		if f.Name == name || f.Short == name && name != "" {
			return f
		}
	}
	return nil
}

// given tells whether a flag was typed. A flag that the command does not have was not.
func (s *flagSet) given(name string) bool {
	f := s.named(name)
	return f != nil && f.raw != nil
}

// text is the value of a flag that was typed once or more: the last one counts.
func (s *flagSet) text(name string) string {
	if f := s.named(name); f != nil && len(f.raw) > 0 {
		return f.raw[len(f.raw)-1]
	}
	return ""
}

func (s *flagSet) isTrue(name string) bool { return s.text(name) == "true" }

// parse reads the flags of a command line. Positional arguments, which may stand anywhere, go to args. It tells
// whether help was asked for.
func (s *flagSet) parse(name string, words []string, args *[]string) (help bool, err error) {
	tidy, help, err := s.tidy(words)
	if help || err != nil {
		return help, err
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
		Action:       func(c *cli.Context) error { *args = c.Args(); return nil },
	}}
	if err := app.Run(append([]string{Namespace, name}, tidy...)); err != nil {
		return false, usage("{{.Reason}}", "Reason", err.Error())
	}
	return false, nil
}

// tidy puts flags before arguments and joins each to its value, because the parser stops at the first argument
// and would take -24h for a flag.
func (s *flagSet) tidy(words []string) (tidy []string, help bool, err error) {
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
			return nil, false, usage("--{{.Flag}} needs a value: {{.Value}}.", "Flag", f.Name, "Value", f.Value)
		default:
			i++
			tidy = append(tidy, "--"+f.Name+"="+words[i])
		}
	}
	return append(append(tidy, "--"), arguments...), false, nil
}

func (s *flagSet) unknown(name string) error {
	names := make([]string, len(s.list))
	for i, f := range s.list {
		names[i] = f.Name
	}
	if near := api.Nearest(name, names); near != "" && len(name) > 1 {
		return usage("--{{.Flag}} is not an option of this command; did you mean --{{.Near}}?", "Flag", name, "Near", near)
	}
	return usage("--{{.Flag}} is not an option of this command.", "Flag", name)
}

// items splits the values of a list flag: commas separate, quotes hold together as in CSV, and the flag may be
// repeated.
func (f *flagSpec) items() ([]string, error) {
	var all []string
	for _, raw := range f.raw {
		if raw == "" {
			continue
		}
		r := csv.NewReader(strings.NewReader(raw))
		r.FieldsPerRecord = -1
		r.TrimLeadingSpace = true
		records, err := r.ReadAll()
		if err != nil {
			return nil, usage("--{{.Flag}}: {{.Value}} is not a list: put an item with quotes or commas in double quotes and double those in it.",
				"Flag", f.Name, "Value", quoted(raw))
		}
		for _, record := range records {
			all = append(all, record...)
		}
	}
	if all == nil {
		all = []string{}
	}
	return all, nil
}
