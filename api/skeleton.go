package api

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Skeleton gives a body of the operation with every field, each with a word on what belongs there: its type,
// whether it is required, and the documented values. The fields stand in the document's order, indented by
// two spaces. A model that holds itself is opened once.
func (op *Operation) Skeleton() []byte {
	var b strings.Builder
	skeletonObject(&b, op.Body, "", nil)
	b.WriteByte('\n')
	return []byte(b.String())
}

func skeletonObject(b *strings.Builder, fields []Field, indent string, above []uint16) {
	b.WriteString("{\n")
	for i := range fields {
		f := &fields[i]
		fmt.Fprintf(b, "%s  %s: ", indent, strconv.Quote(f.Name))
		b.WriteString(strings.Repeat("[", int(f.Lists)))
		if f.Type == Object && !f.Map && !slices.Contains(above, f.Model) {
			skeletonObject(b, f.Fields(), indent+"  ", append(above, f.Model))
		} else {
			b.WriteString(strconv.Quote(f.Describe()))
		}
		b.WriteString(strings.Repeat("]", int(f.Lists)))
		if i < len(fields)-1 {
			b.WriteByte(',')
		}
		b.WriteByte('\n')
	}
	b.WriteString(indent + "}")
}

// Describe words what values the field takes, lists aside: "string, required: kLinux | kWindows".
func (f *Field) Describe() string {
	words := [...]string{String: "string", Integer: "integer", Number: "number", Boolean: "boolean", Object: "object", Any: "any"}[f.Type]
	if f.Type == Object {
		words += " " + f.ModelName()
	}
	if f.Unit != Plain {
		words += [...]string{UnixUsecs: ", Unix microseconds", UnixMsecs: ", Unix milliseconds", UnixSecs: ", Unix seconds",
			SpanSecs: ", seconds", SpanMins: ", minutes", Bytes: ", bytes"}[f.Unit]
	}
	if f.Required {
		words += ", required"
	}
	if f.Default != "" {
		words += ", default " + f.Default
	}
	if f.Pattern != "" {
		words += ", form " + f.Pattern
	}
	if len(f.Enum) > 0 {
		words += ": " + strings.Join(f.Enum, " | ")
	}
	return words
}
