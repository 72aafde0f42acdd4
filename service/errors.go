package service

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/IBM/go-sdk-core/v5/core"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
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

// Words returns what the service said, or what its status means when it said nothing.
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

// Kind returns what kind of refusal this is. The status decides, but for what the service refuses as 400 because it exists
// already or a run is active: those are told by the code and the words.
func (e *Error) Kind() Kind {
	switch {
	case e.Status == http.StatusUnauthorized:
		return Unauthorized
	case e.Status == http.StatusForbidden:
		return Forbidden
	case e.Status == http.StatusNotFound:
		return NotFound
	case e.Status == http.StatusConflict, e.Status == http.StatusBadRequest && (exists().MatchString(e.Code+" "+e.Message) || e.ActiveRun()):
		return Conflict
	case e.Status == http.StatusTooManyRequests, e.Status == http.StatusServiceUnavailable, e.Status == http.StatusRequestTimeout, e.Status == http.StatusTooEarly:
		return Busy
	case e.Status >= 500:
		return Broken
	}
	return Refused
}

// IsNotFound reports whether an error is the service's refusal because what the request is about is not there.
func IsNotFound(err error) bool {
	var refused *Error
	return errors.As(err, &refused) && refused.Kind() == NotFound
}

// exists and active are compiled when the first refusal has to be told from others: most commands never need them.
var (
	exists = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\balready\s?exists?\b|AlreadyExists`) })
	active = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)\balready\b[\w\s]{0,30}\b(in progress|running|active)\b|\b(active|running|in progress)\b[\w\s]{0,30}\balready\b`)
	})
)

// ActiveRun reports whether a run was refused because another run of the group is active. The service documents neither a
// status nor a code for that, only that its message says so.
func (e *Error) ActiveRun() bool {
	return e.Operation == api.CreateProtectionGroupRun.ID && (e.Status == http.StatusConflict || e.Status == http.StatusBadRequest) && active().MatchString(e.Message)
}

// Unreachable says that no answer came.
type Unreachable struct {
	Host string
	Err  error
	// NotSent is whether nothing of the request went out.
	NotSent bool
	Ended   bool // whether the answer had begun and broke off
	// Appliance is whether it is a connector or a connector agent.
	Appliance bool
	// Manager is whether it is the Backup and Recovery Manager, and not an instance.
	Manager bool
}

func (e *Unreachable) Error() string { return fmt.Sprintf("%s: %v", e.Host, e.Err) }

// Unwrap returns the cause.
func (e *Unreachable) Unwrap() error { return e.Err }

// Unknown says that a request which must not be sent twice was sent, and that nothing tells whether it was carried out: no answer
// came, or one of something on the way. What did come, or the reason why nothing came, is in it.
type Unknown struct {
	Operation string // the name in the API description
	Err       error
}

func (e *Unknown) Error() string {
	return "it is not known what became of " + e.Operation + ": " + e.Err.Error()
}

// Unwrap returns what happened in the place of an answer.
func (e *Unknown) Unwrap() error { return e.Err }

// WebPage says that an answer of success is a page for people, which the service never sends: a proxy or a login page answered.
type WebPage struct{ Host string }

func (e *WebPage) Error() string { return e.Host + " answered with a web page" }

// ErrEmpty says that an answer of success to a question is empty, which the service never sends.
var ErrEmpty error = i18n.NewError("answer.empty|The answer is empty. A proxy may stand between: check the network and the address.")

// Redirected says that the service answered with a redirection that was not followed. What was requested was not done.
type Redirected struct{ Err error }

func (e *Redirected) Error() string { return e.Err.Error() }

// Unwrap returns the reason.
func (e *Redirected) Unwrap() error { return e.Err }

// LoginError says that there is no session, or that it could not be renewed.
type LoginError struct{ Err error }

func (e *LoginError) Error() string {
	if e.Err == nil {
		return "not logged in"
	}
	return "the session could not be renewed: " + e.Err.Error()
}

// Unwrap returns the cause.
func (e *LoginError) Unwrap() error { return e.Err }

// SessionExpired says that a session cannot be renewed, however often one tries: somebody has to log in again.
type SessionExpired struct{ Err error }

func (e *SessionExpired) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *SessionExpired) Unwrap() error { return e.Err }

// Transient reports whether time may heal a failure, so that it makes sense to ask again later: the network is away, the service is
// busy or broken, a token could not be renewed just now.
func Transient(err error) bool {
	var (
		login   *LoginError
		over    *SessionExpired
		refused *Error
		gone    *Unreachable
		page    *WebPage
		core    *core.AuthenticationError
		bad     *BadCertificate
	)
	switch {
	case errors.As(err, &bad):
		return false
	case errors.As(err, &login):
		if errors.As(err, &core) && core.Response != nil && core.Response.StatusCode != 0 && core.Response.StatusCode < 500 {
			return false
		}
		return login.Err != nil && !errors.As(err, &over)
	case errors.As(err, &refused):
		return refused.Kind() == Busy || refused.Kind() == Broken && refused.Status != http.StatusNotImplemented
	}
	return errors.As(err, &gone) || errors.As(err, &page) || errors.Is(err, ErrEmpty)
}

// ErrIdleTimeout says that nothing came from the network for longer than the host's HTTP timeout.
var ErrIdleTimeout error = i18n.NewError("network.idle|There was no answer in time.")

// readError reads the body of a failed answer in any of its shapes: the service's, the platform's, or whatever
// a gateway says.
func readError(status int, header http.Header, body []byte) *Error {
	e := &Error{Status: status}
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
		var messages []string
		for i, one := range shapes.Errors {
			if i == 0 {
				e.Code = one.Code
			}
			messages = append(messages, one.Message)
		}
		if messages != nil {
			e.Message = strings.TrimPrefix(e.Message+"; "+strings.Join(messages, "; "), "; ")
		}
		if shapes.Trace != "" {
			e.Transaction = shapes.Trace
		}
	} else if text := strings.TrimSpace(string(body)); text != "" && !strings.HasPrefix(text, "<") && !strings.HasPrefix(text, "{") {
		e.Message = shortened(text, 300)
	}
	e.Message, e.Code, e.Transaction = shortened(e.Message, maxMessage), shortened(e.Code, 200), shortened(e.Transaction, 200)
	return e
}

// maxMessage is the most that is kept of what a service says of a failure, in runes. More is no message for people.
const maxMessage = 8 << 10

// shortened returns the beginning of a text.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
