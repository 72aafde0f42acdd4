package engine

import (
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// problemTexts say what is wrong with the value at {{.Place}}.
var problemTexts = [...]i18n.Text{
	api.NotWhole:         "check.whole|{{.Place}}: {{.Value}} is not a whole number.",
	api.NotNumber:        "check.number|{{.Place}}: {{.Value}} is not a number.",
	api.NotBoolean:       "check.boolean|{{.Place}}: {{.Value}} is neither true nor false.",
	api.NotText:          "check.text|{{.Place}}: {{.Value}} is not text. Put it in double quotes.",
	api.NotObject:        "check.object|{{.Place}}: {{.Value}} is not an object.",
	api.NotList:          "check.list|{{.Place}}: {{.Value}} is not a list.",
	api.TooLarge:         "check.large|{{.Place}}: {{.Value}} does not fit into 64 bits.",
	api.Missing:          "check.missing|{{.Place}} is required.",
	api.EmptyPath:        "check.path|{{.Place}}: {{.Value}} is not an ID.",
	api.TooFew:           "check.few|{{.Place}}: at least {{.Count}} item is needed.|{{.Place}}: at least {{.Count}} items are needed.",
	api.ControlCharacter: "check.control|{{.Place}}: {{.Value}} has control characters.",
	api.Duplicate:        "check.duplicate|{{.Place}} is given twice.",
	api.NotJSON:          "check.json|{{.Place}} is not valid JSON: {{.Reason}}",
	api.UnknownField:     "check.field|{{.Place}} is not a documented field.",
	api.UnknownFieldNear: "check.field-near|{{.Place}} is not a documented field. Did you mean '{{.Near}}'?",
	api.UnknownValue:     "check.value|{{.Place}}: {{.Value}} is not a documented value. The values are: {{.Values}}.",
	api.UnknownValueNear: "check.value-near|{{.Place}}: {{.Value}} is not a documented value. Did you mean '{{.Near}}'?",
	api.UnknownForm:      "check.form|{{.Place}}: {{.Value}} does not match the documented pattern {{.Form}}",
	api.Empty:            "check.empty|{{.Place}} must not be empty.",
	api.TooSmall:         "check.small|{{.Place}}: {{.Value}} is too small: it must be at least {{.Minimum}}.",
	api.OutOfRange:       "check.range|{{.Place}}: {{.Value}} is out of range: it must be from {{.Minimum}} to {{.Maximum}}.",
	api.NotUsecs:         notUsecs,
	api.NotMsecs:         "check.msecs|{{.Place}}: {{.Value}} is a time in {{.Year}}: the field takes milliseconds. Did you mean '{{.Near}}'?",
	api.NotSecs:          "check.secs|{{.Place}}: {{.Value}} is a time in {{.Year}}: the field takes seconds. Did you mean '{{.Near}}'?",
	api.NoSchedule:       "check.schedule|{{.Place}}: '{{.Field}}' is required with the unit '{{.Unit}}'.",
	api.StartAfterEnd:    "check.after|{{.Place}}: {{.Value}} is after {{.EndValue}} ({{.End}}).",
	api.Masked:           "check.masked|{{.Place}}: these asterisks stand for a secret that answers do not show. Give the secret itself, such as by '@FILE'.",
	api.LowerAboveUpper:  "check.above|{{.Place}}: {{.Value}} is greater than {{.EndValue}} ({{.End}}).",
}

// finding is a problem of a request as people are told of it.
type finding struct {
	sentence                   string
	warning, slip, implausible bool
}

// findings compares a request with the document. Problems are at the places that place names. While names may stand for identifiers,
// named is true.
func findings(r *api.Request, named bool, place func(*api.Problem) string) (found []finding) {
	var lookedUp func(api.Kind) bool
	if named {
		lookedUp = hasWords
	}
	for _, p := range r.Check(lookedUp) {
		found = append(found, finding{sentence(&p, place), p.Warning, p.Slip, p.IsImplausible()})
	}
	return found
}

// sentence returns what people are told of a problem; place returns where it is.
func sentence(p *api.Problem, place func(*api.Problem) string) string {
	args := append(cleanArgs(p.Args), "Place", place(p))
	if p.End != nil {
		args = append(args, "End", place(p.End))
	}
	return i18n.T(problemTexts[p.Code], args...)
}

// judge returns the errors of a request together; warn is called for each warning. What is surely a slip is an error, unless the options
// say that it is sent all the same.
func judge(found []finding, o *Options, warn func(sentence string)) error {
	var wrong []string
	slips := false
	for _, f := range found {
		if slip := f.slip && !o.Lenient; !f.warning || slip {
			wrong, slips = append(wrong, f.sentence), slips || slip
		} else if warn != nil {
			warn(f.sentence)
		}
	}
	if slips && o.mayBeLenient {
		wrong = append(wrong, i18n.T("check.lenient|Use '--lenient' to send it all the same."))
	}
	if len(wrong) > 0 {
		return &UsageError{Lines: wrong}
	}
	return nil
}

// Located is what is wrong with a value of a YAML document, with the line of the value; 0 where it is not known.
type Located struct {
	Line    int
	Path    string
	Text    string // begins with the path
	Warning bool   // whether it may be sent all the same
}

// Locate returns what is wrong with the body of a request that somebody has written as YAML, where names may stand for identifiers. lines are
// those of the document, by path; nil for none. What is surely a slip is wrong unless slips are to be sent.
func (c *Context) Locate(r *api.Request, lines map[string]int) (found []Located) {
	for _, p := range r.Check(hasWords) {
		if p.Param == nil {
			found = append(found, Located{lineOf(lines, p.Path), p.Path, sentence(&p, bodyPlace), p.Warning && (!p.Slip || c.Options.Lenient)})
		}
	}
	return found
}

// lineOf returns the line of a path, or of what it is in where it is not there.
func lineOf(lines map[string]int, path string) int {
	for path != "" && lines[path] == 0 {
		path = path[:max(0, strings.LastIndexAny(path, ".["))]
	}
	return lines[path]
}

// place returns where a problem is in the terms of the command line: the argument or flag, and the path inside its value.
func (s *Flags) place(p *api.Problem) string {
	if p.Param != nil {
		f := s.of(p.Param)
		if p.Param.In == api.Path && (f == nil || !f.given()) {
			title := argumentTitle(p.Param.Kind)
			if p.Code == api.Missing && f != nil {
				return i18n.T("place.argument|{{.Argument}} or --{{.Flag}}", "Argument", title, "Flag", f.Name)
			}
			return title
		}
		return "--" + p.Param.Flag
	}
	// The longest flag whose field holds the place, preferring one that was typed. Beside --json-input no other flag can have it.
	whole := s.named(jsonInputFlag)
	hasWhole := whole != nil && whole.given()
	var best *flag
	rest := p.Path
	for _, f := range s.list {
		path := strings.Join(f.Body, ".")
		behind, ok := strings.CutPrefix(p.Path, path)
		if f.Body == nil || hasWhole && !f.given() || !ok || behind != "" && behind[0] != '.' && behind[0] != '[' {
			continue
		}
		if best == nil || f.given() && !best.given() || f.given() == best.given() && len(path) > len(strings.Join(best.Body, ".")) {
			best, rest = f, strings.TrimPrefix(behind, ".")
		}
	}
	switch {
	case best == nil && hasWhole:
		return inside(whole.Name, p.Path)
	case best == nil:
		return output.Clean(p.Path)
	}
	return inside(best.Name, rest)
}

func inside(flag, path string) string {
	if path == "" {
		return "--" + flag
	}
	return "--" + flag + ": " + output.Clean(path)
}

// bodyPlace returns where a problem is in a request that no flags made.
func bodyPlace(p *api.Problem) string {
	if p.Param != nil {
		return p.Param.Name
	}
	return output.Clean(p.Path)
}
