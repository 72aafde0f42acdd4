package service

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"
)

// Error is a refusal or failure that the service, or something on the way to it, answered with.
type Error struct {
	Operation   string // the name in the API description; "" for requests to the platform
	Status      int
	Code        string // the service's own code, such as KValidationError
	Message     string // in the service's words
	Transaction string // what support asks for
	RetryAfter  time.Duration
}

func (e *Error) Error() string { return fmt.Sprintf("%d: %s", e.Status, e.Words()) }

// Words is what the service said, or what its status means when it said nothing.
func (e *Error) Words() string {
	if e.Message == "" {
		return http.StatusText(e.Status)
	}
	return e.Message
}

// Kind sorts refusals by what someone can do about them.
type Kind uint8

// The kinds of refusals.
const (
	Refused      Kind = iota // the request itself is at fault
	Unauthorized             // the token
	Forbidden                // the role, or the tenant
	NotFound
	Conflict // what is asked for is there already, or runs already
	Busy     // later it may work
	Broken   // the service itself is at fault
)

// Kind tells what kind of refusal this is. The service says "already" with statuses of all sorts, so its words
// count too.
func (e *Error) Kind() Kind {
	text := strings.ToLower(e.Code + " " + e.Message)
	switch {
	case e.Status == http.StatusUnauthorized:
		return Unauthorized
	case e.Status == http.StatusForbidden:
		return Forbidden
	case e.Status == http.StatusNotFound:
		return NotFound
	case e.Status == http.StatusConflict, strings.Contains(text, "already") && (strings.Contains(text, "run") || strings.Contains(text, "exist")):
		return Conflict
	case e.Status == http.StatusTooManyRequests || e.Status == http.StatusServiceUnavailable:
		return Busy
	case e.Status >= 500:
		return Broken
	}
	return Refused
}

// Unreachable says that no answer came.
type Unreachable struct {
	Host  string
	Err   error
	Ended bool // whether the answer had begun and broke off
}

func (e *Unreachable) Error() string { return fmt.Sprintf("%s: %v", e.Host, e.Err) }

// Unwrap gives the cause.
func (e *Unreachable) Unwrap() error { return e.Err }

// Login says that there is no session, or that it could not be renewed.
type Login struct{ Err error }

func (e *Login) Error() string {
	if e.Err == nil {
		return "not logged in"
	}
	return "the session could not be renewed: " + e.Err.Error()
}

// Unwrap gives the cause.
func (e *Login) Unwrap() error { return e.Err }

// SessionOver says that a session cannot be renewed, however often one tries: somebody has to log in again.
type SessionOver struct{ Err error }

func (e *SessionOver) Error() string { return e.Err.Error() }

// Unwrap gives the cause.
func (e *SessionOver) Unwrap() error { return e.Err }

// Passing tells failures that time may heal, so that it makes sense to ask again later: the network is away, the
// service is busy or broken, a token could not be renewed just now.
func Passing(err error) bool {
	var (
		login   *Login
		over    *SessionOver
		refused *Error
		gone    *Unreachable
		core    *core.AuthenticationError
	)
	switch {
	case errors.As(err, &login):
		if errors.As(err, &core) && core.Response != nil && core.Response.StatusCode != 0 && core.Response.StatusCode < 500 {
			return false
		}
		return login.Err != nil && !errors.As(err, &over)
	case errors.As(err, &refused):
		return refused.Kind() == Busy || refused.Kind() == Broken
	}
	return errors.As(err, &gone)
}

// Text is a sentence in English. Whoever shows it translates it.
type Text string

// Said is a failure that is told in one sentence, with names and values in turn for the {{.Name}} in it.
type Said struct {
	Text Text
	Args []any
}

func (e *Said) Error() string {
	text := string(e.Text)
	for i := 0; i+1 < len(e.Args); i += 2 {
		text = strings.ReplaceAll(text, fmt.Sprintf("{{.%s}}", e.Args[i]), fmt.Sprint(e.Args[i+1]))
	}
	return text
}

func said(text Text, args ...any) *Said { return &Said{text, args} }

// ErrSilent says that nothing came from the network for longer than the host's HTTP timeout.
var ErrSilent error = said("no answer in time")

// readError reads the body of a failed answer in any of its shapes: the service's, the platform's, or whatever
// a gateway says.
func readError(operation string, status int, header http.Header, body []byte) *Error {
	e := &Error{Operation: operation, Status: status}
	for _, name := range []string{"X-Correlation-Id", "Transaction-Id", "X-Global-Transaction-Id", "X-Request-Id"} {
		if e.Transaction == "" {
			e.Transaction = header.Get(name)
		}
	}
	var shapes struct {
		ErrorCode string `json:"errorCode"`
		Message   string `json:"message"`
		Errors    []struct {
			Code     string `json:"code"`
			Message  string `json:"message"`
			MoreInfo string `json:"more_info"`
		} `json:"errors"`
		Trace string `json:"trace"`
	}
	if json.Unmarshal(body, &shapes) == nil {
		e.Code, e.Message = shapes.ErrorCode, shapes.Message
		for i, one := range shapes.Errors {
			if i == 0 {
				e.Code = one.Code
			} else {
				e.Message += "; "
			}
			e.Message += one.Message
		}
		if shapes.Trace != "" {
			e.Transaction = shapes.Trace
		}
	} else if text := strings.TrimSpace(string(body)); text != "" && !strings.HasPrefix(text, "<") && !strings.HasPrefix(text, "{") {
		if runes := []rune(text); len(runes) > 300 {
			text = string(runes[:300]) + "…"
		}
		e.Message = text
	}
	return e
}
