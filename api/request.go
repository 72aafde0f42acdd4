package api

import (
	"net/url"
	"slices"
	"strings"
)

// Request is one call of an operation: what the flags said, not yet signed and without a base URL.
type Request struct {
	Op     *Operation
	Body   []byte // JSON, or nil
	values []value
}

type value struct {
	param *Param
	items []string
	exact bool // whether the items are identifiers, even where they look like names
}

// NewRequest begins a request for the operation.
func NewRequest(op *Operation) *Request { return &Request{Op: op} }

// Set sets a parameter to its value, or the items of its list. What was set before is replaced.
func (r *Request) Set(p *Param, items ...string) { r.set(value{param: p, items: items}) }

// SetExact is Set for identifiers that are sent as they are, even where they look like names.
func (r *Request) SetExact(p *Param, items ...string) {
	r.set(value{param: p, items: items, exact: true})
}

func (r *Request) set(v value) {
	for i := range r.values {
		if r.values[i].param == v.param {
			r.values[i] = v
			return
		}
	}
	r.values = append(r.values, v)
}

// HasBody reports whether the request is sent with a body. A GET whose body is optional has one only where something is in it: what stands
// between may refuse others.
func (r *Request) HasBody() bool {
	return r.Op.Body != nil && (len(r.Body) > 0 || r.Op.Method != "GET")
}

// Clone returns a request that can be changed without changing this one.
func (r *Request) Clone() *Request {
	return &Request{Op: r.Op, Body: r.Body, values: slices.Clone(r.values)}
}

// SetNamed is Set for the parameter with that name on the wire. A name that the operation does not have is
// a mistake in the program and panics.
func (r *Request) SetNamed(name string, items ...string) *Request {
	p := r.Op.Param(name)
	if p == nil {
		panic("operation " + r.Op.ID + " has no parameter " + name)
	}
	r.Set(p, items...)
	return r
}

// Get returns the items that a parameter was set to, and nil when it was not.
func (r *Request) Get(name string) []string {
	for _, v := range r.values {
		if v.param.Name == name {
			return v.items
		}
	}
	return nil
}

// Target returns the escaped path with the query, to be put behind the server's address and the operation's
// Base.
func (r *Request) Target() string {
	path := r.Op.Path
	var query []string
	for _, v := range r.values {
		switch v.param.In {
		case Path:
			path = strings.ReplaceAll(path, "{"+v.param.Name+"}", url.PathEscape(strings.Join(v.items, ",")))
		case Query:
			escaped := make([]string, len(v.items))
			for i, item := range v.items {
				// A comma inside an item is escaped and one between items is not, so the list can be told apart.
				escaped[i] = strings.ReplaceAll(url.QueryEscape(item), "+", "%20")
			}
			query = append(query, url.QueryEscape(v.param.Name)+"="+strings.Join(escaped, ","))
		}
	}
	if len(query) > 0 {
		path += "?" + strings.Join(query, "&")
	}
	return path
}

// Headers calls add for each header parameter that was set.
func (r *Request) Headers(add func(name, value string)) {
	for _, v := range r.values {
		if v.param.In == Header {
			add(v.param.Name, strings.Join(v.items, ","))
		}
	}
}
