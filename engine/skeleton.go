package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// skeleton returns a body of an operation with every field but those that only answers have, each with what belongs there in angle brackets:
// its type, whether it is required, and the documented values. The fields stand in the document's order, indented by two spaces. A model
// that holds itself is opened once. Whoever fills in some of it has a body: what is left as it was is left out, see withoutPlaceholders.
func skeleton(op *api.Operation) []byte {
	var b strings.Builder
	skeletonObject(&b, op.Body, "", nil)
	b.WriteByte('\n')
	return []byte(b.String())
}

func skeletonObject(b *strings.Builder, fields []api.Field, indent string, above []uint16) {
	b.WriteString("{")
	separator := "\n"
	for i := range fields {
		f := &fields[i]
		if f.ReadOnly {
			continue
		}
		fmt.Fprintf(b, "%s%s  %s: ", separator, indent, strconv.Quote(f.Name))
		separator = ",\n"
		b.WriteString(strings.Repeat("[", int(f.Lists)))
		if f.Type == api.Object && !f.Map && !slices.Contains(above, f.Model) {
			skeletonObject(b, f.Fields(), indent+"  ", append(above, f.Model))
		} else {
			b.WriteString(strconv.Quote(placeholderOf(f)))
		}
		b.WriteString(strings.Repeat("]", int(f.Lists)))
	}
	b.WriteString("\n" + indent + "}")
}

// placeholderOf returns what stands in a skeleton for the value of a field.
func placeholderOf(f *api.Field) string { return "<" + describeType(f) + ">" }

// withoutPlaceholders returns a body without what is left in it of a skeleton, and without the objects and lists that have nothing else. Any
// other body stays as it is, to the last digit.
func withoutPlaceholders(fields []api.Field, body json.RawMessage) json.RawMessage {
	if !bytes.Contains(body, []byte(`"<`)) && !bytes.Contains(body, []byte(`"\u003c`)) {
		return body
	}
	value, err := output.Read(bytes.NewReader(body))
	object, isObject := value.(map[string]any)
	if err != nil || !isObject || !dropPlaceholders(fields, object) {
		return body
	}
	left, err := json.Marshal(object)
	if err != nil {
		return body
	}
	return left
}

// dropPlaceholders drops the placeholders from an object with these fields, and reports whether there were any.
func dropPlaceholders(fields []api.Field, object map[string]any) (dropped bool) {
	for i := range fields {
		f := &fields[i]
		if value, left, changed := withoutPlaceholder(f, object[f.Name]); changed {
			dropped = true
			if object[f.Name] = value; !left {
				delete(object, f.Name)
			}
		}
	}
	return dropped
}

// withoutPlaceholder returns the value of a field without placeholders, whether anything of it is left, and whether there were any.
func withoutPlaceholder(f *api.Field, value any) (rest any, left, changed bool) {
	switch value := value.(type) {
	case string:
		isPlaceholder := value == placeholderOf(f)
		return value, !isPlaceholder, isPlaceholder
	case map[string]any:
		changed = f.Type == api.Object && !f.Map && dropPlaceholders(f.Fields(), value)
		return value, len(value) > 0, changed
	case []any:
		kept := value[:0:0]
		for _, item := range value {
			item, left, hadSome := withoutPlaceholder(f, item)
			if changed = changed || hadSome; left || !hadSome {
				kept = append(kept, item)
			}
		}
		return kept, len(kept) > 0, changed
	}
	return value, true, false
}

var typeNames = [...]i18n.Text{api.String: "type.string|string", api.Integer: "type.integer|integer", api.Number: "type.number|number",
	api.Boolean: "type.boolean|boolean", api.Object: "type.object|object", api.Any: "type.any|any"}

var unitNames = [...]i18n.Text{api.UnixUsecs: "unit.usecs|Unix microseconds", api.UnixMsecs: "unit.msecs|Unix milliseconds", api.UnixSecs: "unit.secs|Unix seconds",
	api.SpanSecs: "unit.seconds|seconds", api.SpanMins: "unit.minutes|minutes", api.Bytes: "unit.bytes|bytes"}

// TypeName returns what a type is called.
func TypeName(t api.Type) string { return i18n.T(typeNames[t]) }

// UnitName returns what a unit is called, and "" for a plain number.
func UnitName(u api.Unit) string {
	if u == api.Plain {
		return ""
	}
	return i18n.T(unitNames[u])
}

// Limits returns in words which values a field can have by the document, and "" where there is no limit.
func Limits(f *api.Field) string {
	switch r := f.Range; {
	case f.NotEmpty:
		return i18n.T("field.not-empty|not empty")
	case r == nil:
		return ""
	case r.Max == api.NoLimit:
		return i18n.T("field.minimum|at least {{.Minimum}}", "Minimum", r.Min)
	default:
		return i18n.T("field.range|{{.Minimum}} to {{.Maximum}}", "Minimum", r.Min, "Maximum", r.Max)
	}
}

// describeType says what values a field takes, lists aside: "string, required: kLinux | kWindows".
func describeType(f *api.Field) string {
	words := []string{i18n.T(typeNames[f.Type])}
	if f.Type == api.Object {
		words[0] += " " + f.ModelName()
	}
	if f.Unit != api.Plain {
		words = append(words, i18n.T(unitNames[f.Unit]))
	}
	if limits := Limits(f); limits != "" {
		words = append(words, limits)
	}
	if f.Required {
		words = append(words, i18n.T("field.required|required"))
	}
	if f.Default != "" {
		words = append(words, i18n.T("field.default|default {{.Value}}", "Value", f.Default))
	}
	if f.Pattern != "" {
		words = append(words, i18n.T("field.pattern|pattern {{.Pattern}}", "Pattern", f.Pattern))
	}
	text := strings.Join(words, ", ")
	if len(f.Enum) > 0 {
		text += ": " + strings.Join(f.Enum, " | ")
	}
	return text
}
