// Package api says what the Backup and Recovery service understands: its operations, their parameters
// and bodies, and whether a request keeps to them.
//
// The tables come from openapi.yaml (see generate). They are plain composite literals that the linker lays
// out, so a program that has them linked in pays nothing for them when it starts.
package api

//go:generate go run ./generate

// Type is the JSON type of a value, lists aside.
type Type uint8

// The types of values that the service exchanges.
const (
	String  Type = iota
	Integer      // 64 bits, signed
	Number
	Boolean
	Object // described by a Model
	Any    // whatever JSON there is
)

// Kind is what an identifier identifies. The document says so with x-kind, and from that one word follow names in its place,
// their completion, and names beside identifiers in tables.
type Kind string

// The kinds of the document.
const (
	KindPolicy     Kind = "policy"
	KindGroup      Kind = "group"
	KindRun        Kind = "run"
	KindRecovery   Kind = "recovery"
	KindSnapshot   Kind = "snapshot"
	KindSource     Kind = "source" // a registered source
	KindObject     Kind = "object" // what can be backed up: a host, a database, a namespace
	KindConnection Kind = "connection"
	KindConnector  Kind = "connector"
	KindAgent      Kind = "agent" // on a protected host
	KindUpgrade    Kind = "upgrade"
)

// Unit says what an integer counts, for the fields where people would rather type something else.
type Unit uint8

// The units of integers: the first three count from the start of 1970 (UTC), the others measure a span or data.
const (
	Plain Unit = iota
	UnixUsecs
	UnixMsecs
	UnixSecs
	SpanSecs
	SpanMins
	Bytes
)

// Field is one value of a request: a parameter, or a field in a body.
type Field struct {
	Name     string   // on the wire
	Flag     string   // the flag's name; empty where there is none
	About    string   // one line that describes it as KEY|ENGLISH, see Operation.About
	Type     Type     // of the value, or of the items of a list
	Model    uint16   // for Object: which model, see Field.Fields
	Lists    uint8    // how many lists there are around a value: 1 for a list, 2 for a list of lists
	Map      bool     // whether it is an object with free keys and such values
	Required bool     // whether the service refuses a request without it
	Secret   bool     // whether nobody may see it in a trace or a dry run
	ReadOnly bool     // whether only answers have it; in a request it is accepted all the same, see also AnswerOnly
	Assigned bool     // whether the service sets it, so that nobody writes it, although an update sends it back
	Unit     Unit     // what an integer counts
	Enum     []string // the documented values; the service may know more
	Pattern  string   // the documented form of a string, a regular expression
	Default  string   // what the service takes when nothing is sent, as documented
	MinItems uint8    // the least number of items of a list
	NotEmpty bool     // whether a string needs something besides spaces
	Range    *Range   // the documented range of an integer; nil for any
	Kind     Kind     // what an identifier identifies; "" for a value that is none, or whose name nobody can look up
}

// Range is from the least to the greatest value that an integer can have, both included.
type Range struct{ Min, Max int64 }

// NoLimit is the Max of a Range that has none.
const NoLimit = 1<<63 - 1

// Fields returns the fields of an object's model, and nil for anything else.
func (f *Field) Fields() []Field {
	if f.Type != Object {
		return nil
	}
	return models[f.Model].Fields
}

// ModelName returns the name that the document has for an object's model, and "" for anything else.
func (f *Field) ModelName() string {
	if f.Type != Object {
		return ""
	}
	return models[f.Model].Name
}

// Model is the shape of an object.
type Model struct {
	Name       string
	Fields     []Field
	AnswerOnly []string // names that the same place of an answer has beside Fields, see Operation.AnswerOnly
}

// Place says in which part of a request a parameter travels.
type Place uint8

// The places of parameters.
const (
	Path Place = iota
	Query
	Header
)

// Param is a parameter of an operation.
type Param struct {
	In Place
	Field
}

// Answer says what comes back when an operation succeeds.
type Answer uint8

// The answers of operations.
const (
	NoAnswer Answer = iota
	JSON
	File // bytes that belong into a file
)

// TenantHeader names the header that carries the tenant.
const TenantHeader = "X-IBM-Tenant-Id"

// Operation is one thing that the service can do.
type Operation struct {
	ID     string // the name in the document
	Method string
	Server string // the server it belongs to, such as "instance"
	Base   string // what stands before Path behind the server's host, such as "/v2"; may be empty
	Path   string // with {name} for path parameters
	About  string // one line of help: the key of the message in catalogues, a bar, and its English text
	Params []Param
	Body   []Field // nil for operations that take no body
	Answer Answer
	// AnswerOnly are the names that answers about the thing that the operation makes or changes have beside the fields of its body, such as
	// id. What another operation changes of the thing is not among them. Inside objects they stand with the model.
	AnswerOnly []string
	Secret     bool // whether the answer itself is a secret, such as a token
	Reads      bool // whether it is a POST that only reads
	Once       bool // whether it is a PUT or DELETE that must not be sent twice
}

// Param finds a parameter by its name on the wire. It returns nil when there is none.
func (op *Operation) Param(name string) *Param {
	for i := range op.Params {
		if op.Params[i].Name == name {
			return &op.Params[i]
		}
	}
	return nil
}

// Field finds a field of the body by its name on the wire. It returns nil when there is none.
func (op *Operation) Field(name string) *Field { return FieldNamed(op.Body, name) }

// ByID finds an operation by its name in the document. It returns nil when there is none.
func ByID(id string) *Operation {
	for _, op := range Operations {
		if op.ID == id {
			return op
		}
	}
	return nil
}

// ReadOnly reports whether the operation changes nothing in the service: it reads by GET, or it is a POST that the document
// marks with x-repeatable, such as a search.
func (op *Operation) ReadOnly() bool { return op.Method == "GET" || op.Reads }

// Repeatable reports whether the operation may be sent twice with the effect of sending it once. What is sent by POST or
// PATCH in this API starts or makes something, unless it is read-only. A PUT or DELETE may be sent twice unless the document marks
// it with x-repeatable: false, such as a change of a password, which needs the old one.
func (op *Operation) Repeatable() bool {
	return op.ReadOnly() || (op.Method == "PUT" || op.Method == "DELETE") && !op.Once
}

// Abouts returns the descriptions of the operation, its parameters and all fields of its body.
func (op *Operation) Abouts() []string {
	list := []string{op.About}
	for i := range op.Params {
		list = append(list, op.Params[i].About)
	}
	return appendAbouts(list, op.Body, map[uint16]bool{})
}

func appendAbouts(list []string, fields []Field, seen map[uint16]bool) []string {
	for i := range fields {
		f := &fields[i]
		if f.About != "" {
			list = append(list, f.About)
		}
		if f.Type == Object && !seen[f.Model] {
			seen[f.Model] = true
			list = appendAbouts(list, f.Fields(), seen)
		}
	}
	return list
}

// FieldNamed returns the field with a name on the wire, and nil where there is none.
func FieldNamed(fields []Field, name string) *Field {
	for i := range fields {
		if fields[i].Name == name {
			return &fields[i]
		}
	}
	return nil
}
