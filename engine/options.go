package engine

import (
	"cmp"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Options are the options that commands have in common, parsed.
type Options struct {
	Format    output.Format
	Query     *output.Query // nil for none
	NoHeaders bool
	CSVSafe   bool // whether a CSV may hold nothing that a spreadsheet runs
	Quiet     bool
	Target    service.Selection
	DryRun    bool
	Lenient   bool // whether what looks like a slip is sent all the same
	Force     bool
	Login     LoginOptions // to a connector

	mayBeLenient bool // whether there is --lenient

	List     ListOptions
	Wait     WaitOptions
	Save     SaveOptions
	Skeleton bool  // whether to print a template of the body, and send nothing
	Example  *Body // the example of the body to print, in which case nothing is sent; nil for none
	// Zone is the time zone of times that tables and CSV show; nil for the local one, and UTC in CSV. Sizes is the unit of sizes; nil for the
	// one that fits, and bytes in CSV.
	Zone  *time.Location
	Sizes *output.SizeUnit
}

// ListOptions are those of lists.
type ListOptions struct {
	AllPages bool
	Limit    int // 0 for none
	Columns  []string
	SortBy   string
	Filters  []string
}

// WaitOptions are those of commands that wait.
type WaitOptions struct {
	Wait    bool
	Timeout time.Duration // 0 for none
	Strict  bool          // whether a success with warnings is a failure
	Objects bool          // whether to show each object
}

// SaveOptions are those of commands that save a file.
type SaveOptions struct {
	Where    string // --output-file as it was typed
	Parallel int
	Resume   bool
	Extract  string // the folder to unpack into, or ""
	Limit    int64  // bytes that an archive may unpack to; 0 for the usual limit
}

// newFlags derives the flags of a command. Once they are parsed, options holds what all commands have in common, and job, which
// is nil for a command that is nothing but an operation, carries the command out.
func newFlags(c *Command, now func() time.Time) (flags *Flags, options *Options, job Job) {
	s, o := &Flags{now: now, list: make([]*flag, 0, typicalFlags)}, &Options{Format: output.Formats[0]}
	if c.Op != nil {
		s.operation(c.Op)
		for _, f := range c.Ignored {
			s.add(flag{Name: f.Name, Value: f.Value, ignored: true, About: "flag.ignored|Accepted for older scripts; has no effect, because the API has no such parameter."})
		}
		if c.Op.Body != nil {
			if len(c.Bodies) > 0 {
				o.declareExample(s, c)
			}
			s.add(flag{Name: jsonInputFlag, Value: "JSON", About: "flag.json-input|The body: JSON, @FILE (JSON or YAML), or - for standard input; other flags replace its fields."})
			s.Switch(&o.Skeleton, skeletonFlag, "flag.generate-json-input|Print a template of the body with each field's type and values, and send nothing.")
		}
	}
	if !c.Writes {
		o.declareFile(s, c)
	}
	if c.Op != nil || !c.Local && !c.ReadOnly {
		s.Switch(&o.DryRun, dryRunFlag, "flag.dry-run|Print the request, secrets hidden, and change nothing.")
	}
	if c.Job != nil {
		job = c.Job(s)
	}
	if c.Writes { // which comes after what the report is about
		o.declareFile(s, c)
	}
	if o.mayBeLenient = c.Lenient || c.Op != nil && hasSlips(c.Op); o.mayBeLenient {
		s.Switch(&o.Lenient, "lenient", "flag.lenient|Send what looks like a mistake: a misspelled word, a number out of range.")
	}
	if c.appliance() != "" {
		o.declareAppliance(s, c)
	}
	o.Wait.declare(s, c)
	o.List.declare(s, c)
	if c.Confirm != "" || c.Asks {
		short := "f"
		if s.named(short) != nil { // the job has a use for it
			short = ""
		}
		s.short(&o.Force, "force", short, "flag.force|Do it without asking.")
	}
	first := len(s.list)
	o.declare(s, c)
	if c.appliance() != "" && c.Appliance == "" {
		o.declareAddress(s)
	} else if !c.Local {
		abouts := c.targetAbouts()
		s.Text(&o.Target.Instance, "instance", "INSTANCE", abouts.instance)
		s.add(flag{Name: "instance-id", Value: "INSTANCE", About: "flag.instance-id|The same as --instance, for scripts that call it so.", bind: func(f *flag) error {
			if o.Target.Instance != "" && o.Target.Instance != f.text() {
				return Usage("flag.instances|--instance and --instance-id name different instances. Use one of them.")
			}
			o.Target.Instance = f.text()
			return nil
		}})
		s.Text(&o.Target.Region, "region", "REGION", abouts.region)
		s.Text(&o.Target.URL, "service-url", "URL", abouts.url)
		s.Text(&o.Target.Tenant, "xibm-tenant-id", "TENANT", abouts.tenant)
	}
	for _, f := range s.list[first:] {
		f.Common = true
	}
	return s, o, job
}

// targetAbouts are the descriptions of the options that say where a request goes.
type targetAbouts struct{ instance, region, url, tenant i18n.Text }

// targetAbouts returns what these options mean for the command. The Manager serves all instances, so that those which choose one have no
// effect; alerts alone come from the instance too, where nothing names the Manager.
func (c *Command) targetAbouts() targetAbouts {
	const noEffect i18n.Text = "flag.of-instances|Has no effect, because the Manager serves all instances."
	switch {
	case c.Op == nil || c.Op == &api.GetAlerts || c.Op == &api.GetAlertSummary:
	case c.Op.Server == api.GetReports.Server:
		return targetAbouts{noEffect, "flag.manager-region|The region whose geography's Manager to use, instead of the targeted one.",
			"flag.manager-url|The address of the Manager's reports; takes precedence over everything saved or found.", noEffect}
	case c.Op.Server == api.GetManagementAlerts.Server:
		return targetAbouts{noEffect, noEffect, "flag.manager-named|The address of the Manager, which has to be the one in the settings or the environment.", noEffect}
	}
	return targetAbouts{"flag.instance|The instance to use: its name, GUID or CRN.", "flag.region|The region of the instance, instead of the targeted one.",
		"flag.service-url|The address of the instance; takes precedence over everything saved or found.", "flag.xibm-tenant-id|The tenant to work for, if it is not the instance's own."}
}

// declareFile declares the options of a file, where the command saves one.
func (o *Options) declareFile(s *Flags, c *Command) {
	if c.savesFile() {
		o.Save.declare(s, c)
		s.short(&o.Force, "force", "f", "flag.overwrite|Replace a file that exists.")
	}
}

// hasSlips reports whether something in a request of an operation may look like a slip.
func hasSlips(op *api.Operation) bool {
	return op.Body != nil || slices.ContainsFunc(op.Params, func(p api.Param) bool { return p.MaySlip() })
}

// typicalFlags is how many flags a command has, or a few more.
const typicalFlags = 40

// Names of flags about a request as a whole.
const (
	jsonInputFlag = "json-input" // takes the body
	skeletonFlag  = "generate-json-input"
	dryRunFlag    = "dry-run"
)

// declare declares the options that every command has.
func (o *Options) declare(s *Flags, c *Command) {
	names := make([]string, 0, len(output.Formats)+len(c.Formats))
	for _, list := range [][]output.Format{output.Formats, c.Formats} {
		for _, f := range list {
			names = append(names, string(f))
		}
	}
	const about i18n.Text = "flag.output|The output format: table, wide, json, yaml or csv."
	s.add(flag{Name: "output", Short: "o", Value: "FORMAT", About: cmp.Or(c.FormatsAbout, about), choices: names, bind: func(f *flag) error {
		format, ok := output.ParseFormat(f.text(), c.Formats...)
		if !ok {
			return notOneOf(f.Name, f.text(), names)
		}
		o.Format = format
		return nil
	}})
	s.add(flag{Name: "jmes-query", Short: "j", Value: "QUERY", About: "flag.jmes-query|Show what this JMESPath expression selects, as JSON or YAML; holds the whole answer in memory.", bind: func(f *flag) (err error) {
		if o.Query, err = output.ParseQuery(f.text()); err != nil {
			return Usage(badQuery, "Reason", err.Error())
		}
		return nil
	}})
	s.Switch(&o.NoHeaders, "no-headers", "flag.no-headers|Omit the headings of a table.")
	s.Switch(&o.CSVSafe, "csv-safe", "flag.csv-safe|Put an apostrophe before CSV values that a spreadsheet would run as formulas.")
	s.short(&o.Quiet, "quiet", "q", "flag.quiet|No notes, no progress and no questions.")
}

// badQuery says what is wrong with a query.
const badQuery i18n.Text = "query.invalid|--jmes-query (-j): {{.Reason}}"

// Machine reports whether a program reads what the command prints.
func (o *Options) Machine() bool { return !o.Format.IsTable() || o.Query != nil }

// selects reports whether rows are left out or put in another order, so that which ones are shown is known only when all have come.
func (o *ListOptions) selects() bool { return o.SortBy != "" || len(o.Filters) > 0 }

func (o *ListOptions) declare(s *Flags, c *Command) {
	if c.Pages != nil {
		s.Switch(&o.AllPages, "all-pages", "flag.all-pages|List everything, however many requests that takes.")
		if s.named("limit") == nil { // the operation has one of its own
			s.Number(&o.Limit, "limit", 1, 1<<31-1, "flag.limit|List at most this many items, after --filter and --sort-by, however many requests that takes.")
		}
	}
	if c.View != nil && c.View.Rows != "" {
		s.List(&o.Columns, "columns", "LIST", "flag.columns|Show these columns of a table or CSV, in this order.")
		s.Text(&o.SortBy, "sort-by", "COLUMN", "flag.sort-by|Sort a table or CSV by this column; -COLUMN sorts in descending order.")
		s.Repeated(&o.Filters, "filter", "CONDITION", "flag.filter|Show only rows like Status=Failed; also != ~ !~ < > <= >=. Can be repeated: all must hold.")
	}
}

func (o *WaitOptions) declare(s *Flags, c *Command) {
	if c.Wait == nil && !c.Waits {
		return
	}
	if c.Wait != nil {
		s.Switch(&o.Wait, "wait", "flag.wait|Wait until finished; the exit status reports the result.")
	}
	s.Span(&o.Timeout, "wait-timeout", "flag.wait-timeout|Stop waiting after this time, such as 2h, with exit status 6; the service continues.")
	if c.Waits || c.Wait.Objects {
		s.Switch(&o.Strict, "strict", "flag.strict|Exit with status 8 if it succeeds with warnings.")
		s.Switch(&o.Objects, "show-objects", "flag.show-objects|Show each object while waiting.")
	}
}

func (o *SaveOptions) declare(s *Flags, c *Command) {
	const about i18n.Text = "flag.output-file|Where to write the file: a file, a folder, a device or a pipe, or - for standard output."
	s.Text(&o.Where, "output-file", "FILE", about)
	if c.Writes {
		return
	}
	if c.resumes() {
		o.Parallel = service.DefaultParallel
		s.Number(&o.Parallel, "parallel", 1, service.MaxParallel, "flag.parallel|How many chunks to fetch at once.")
		s.Switch(&o.Resume, "resume", "flag.resume|Continue an interrupted download.")
	}
	if c.Archive {
		s.Text(&o.Extract, "extract", "DIR", "flag.extract|Unpack the archive into this folder. The archive itself is kept only with --output-file.")
		s.Size(&o.Limit, "extract-limit", "flag.extract-limit|The most that the archive may unpack to; by default 1 GiB or a hundred times its size, whichever is more.")
	}
}

// check refuses options that exclude each other or would have no effect. waits is whether the command waits.
func (o *Options) check(s *Flags, c *Command, waits bool) error {
	if o.Query != nil && o.Format == output.CSVFormat {
		return Usage("query.csv|--jmes-query works with JSON and YAML, not with CSV.")
	}
	if o.Query != nil && slices.Contains(c.Formats, o.Format) {
		return Usage("query.format|--jmes-query works with JSON and YAML, not with '--output {{.Format}}'.", "Format", string(o.Format))
	}
	if !o.Format.IsTable() && o.Format != output.CSVFormat || o.Query != nil {
		for _, name := range []string{"columns", "sort-by", "filter"} {
			if f := s.named(name); f != nil && f.given() {
				return Usage("flag.tables-only|--{{.Flag}} is for tables and CSV. Use --jmes-query to select from JSON and YAML.", "Flag", name)
			}
		}
	}
	if o.CSVSafe && o.Format != output.CSVFormat {
		return Usage("flag.csv-only|--csv-safe has an effect only with '--output csv'.")
	}
	if !waits && c.Wait != nil {
		for _, name := range []string{"wait-timeout", "strict", "show-objects"} {
			if f := s.named(name); f != nil && f.given() {
				return Usage("flag.wait-only|--{{.Flag}} has an effect only with --wait.", "Flag", name)
			}
		}
	}
	return nil
}

// checkSave is check for the options of a file, of which op, where there is one, may be asked for a part only. streams is whether it is
// written as it comes.
func (s *Flags) checkSave(o *SaveOptions, op *api.Operation, streams bool) error {
	for _, whole := range []string{"resume", "parallel", "extract"} {
		f := s.named(whole)
		if f == nil || !f.given() {
			continue
		}
		if part := s.partOfFile(op); part != nil {
			return Usage("flag.part|--{{.Flag}} fetches a part of the file, and --{{.Other}} works on a whole file. Use one of them.", "Flag", part.Name, "Other", whole)
		}
		if streams && whole != "parallel" {
			return Usage("flag.stream|--{{.Flag}} needs a file, and --output-file {{.File}} is none: what is written to it as it comes cannot be continued or unpacked.", "Flag", whole, "File", o.Where)
		}
	}
	if o.Limit > 0 && o.Extract == "" {
		return Usage("flag.extract-only|--extract-limit has an effect only with --extract.")
	}
	return nil
}

// partOfFile returns a flag that was given and asks for a part of a file, and nil where there is none.
func (s *Flags) partOfFile(op *api.Operation) *flag {
	if op == nil {
		return nil
	}
	for _, f := range s.list {
		if f.given() && f.Param != nil && slices.Contains([]string{"startOffset", "length"}, f.Param.Name) {
			return f
		}
	}
	return nil
}
