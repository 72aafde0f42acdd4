package platform

import (
	"bytes"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Fault is an error on purpose: how the sandbox treats some of the requests that it receives.
type Fault struct {
	Match      string        `json:"match,omitzero"`      // a method and the beginning of a path, such as "GET /v2/data-protect", or "*" for any request
	Times      int           `json:"times,omitzero"`      // how many requests; 0 means one
	Skip       int           `json:"skip,omitzero"`       // how many such requests succeed before
	Status     int           `json:"status,omitzero"`     // answer with this status instead
	RetryAfter string        `json:"retryAfter,omitzero"` // with a Retry-After header
	Type       string        `json:"type,omitzero"`       // the Content-Type of Body
	Body       string        `json:"body,omitzero"`       // instead of an error of the service, such as a gateway's page
	Location   string        `json:"location,omitzero"`   // with a Location header, for redirects
	Latency    time.Duration `json:"latency,omitzero"`    // wait before answering
	Drop       int           `json:"drop,omitzero"`       // break the connection after so many bytes of the answer's body; -1 resets it before the first
	CarryOut   bool          `json:"carryOut,omitzero"`   // carry the request out all the same, so that only its answer is lost
	Endless    bool          `json:"endless,omitzero"`    // answer without end
	Revoke     bool          `json:"revoke,omitzero"`     // revoke all tokens before answering
	RunStatus  string        `json:"runStatus,omitzero"`  // the last status of the run or recovery that this request starts
	RunMessage string        `json:"runMessage,omitzero"` // and its message
	RunDelay   time.Duration `json:"runDelay,omitzero"`   // the time until it appears
	RunHang    bool          `json:"runHang,omitzero"`    // it ends only when it is canceled
	RunTwin    string        `json:"runTwin,omitzero"`    // the type of another run that a schedule starts at the same moment
	RunTag     string        `json:"runTag,omitzero"`     // the tag of the run, as runs have that a program starts
}

// faultInJSON is a fault with its durations as people write them.
type faultInJSON struct {
	*plainFault
	Latency  Duration `json:"latency,omitzero"`
	RunDelay Duration `json:"runDelay,omitzero"`
}

type plainFault Fault

// MarshalJSON returns the fields that are set, with durations such as "1m30s".
func (f Fault) MarshalJSON() ([]byte, error) {
	return json.Marshal(faultInJSON{(*plainFault)(&f), Duration(f.Latency), Duration(f.RunDelay)})
}

// UnmarshalJSON reads a fault, with durations such as "1m30s" or in nanoseconds. An unknown field is an error.
func (f *Fault) UnmarshalJSON(raw []byte) error {
	shadow := faultInJSON{plainFault: (*plainFault)(f)}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&shadow); err != nil {
		return err
	}
	f.Latency, f.RunDelay = time.Duration(shadow.Latency), time.Duration(shadow.RunDelay)
	return nil
}

// Faults are the faults that are still to come.
type Faults struct {
	mu   sync.Mutex
	list []*Fault
}

// Add adds a fault.
func (f *Faults) Add(fault Fault) {
	if fault.Times == 0 {
		fault.Times = 1
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, &fault)
}

// Pending returns the faults that are still to come.
func (f *Faults) Pending() []Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	pending := []Fault{}
	for _, fault := range f.list {
		pending = append(pending, *fault)
	}
	return pending
}

// Clear removes all faults.
func (f *Faults) Clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = nil
}

// ForRun returns the fault for the run or recovery that a request starts, or nil, and counts it.
func (f *Faults) ForRun(r *http.Request) *Fault { return f.next(r, (*Fault).ofRun) }

// forConnection returns the fault for a request itself, or nil, and counts it.
func (f *Faults) forConnection(r *http.Request) *Fault {
	return f.next(r, func(fault *Fault) bool { return !fault.ofRun() })
}

// next returns the first fault of a kind for a request, or nil, and counts it.
func (f *Faults) next(r *http.Request, ofKind func(*Fault) bool) *Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, fault := range f.list {
		if !ofKind(fault) || !fault.matches(r) {
			continue
		}
		if fault.Skip > 0 {
			fault.Skip--
			return nil
		}
		if fault.Times--; fault.Times == 0 {
			f.list = append(f.list[:i:i], f.list[i+1:]...)
		}
		return fault
	}
	return nil
}

// ofRun reports whether a fault is about the run or recovery that a request starts.
func (f *Fault) ofRun() bool {
	return f.RunStatus != "" || f.RunDelay > 0 || f.RunHang || f.RunTwin != "" || f.RunTag != ""
}

// matches reports whether a fault is for a request.
func (f *Fault) matches(r *http.Request) bool {
	method, path, _ := strings.Cut(f.Match, " ")
	return f.Match == "*" || method == r.Method && strings.HasPrefix(r.URL.Path, path)
}

// apply answers a request as the fault has it, and leaves it to next where the fault is not about the answer.
func (f *Fault) apply(w http.ResponseWriter, r *http.Request, next http.Handler) {
	if f.CarryOut {
		next.ServeHTTP(unseen{http.Header{}}, r)
	}
	switch {
	case f.Drop < 0:
		reset(w)
		return
	case f.Drop > 0:
		next.ServeHTTP(&droppingWriter{w, f.Drop}, r)
		return
	case f.Endless:
		w.Header().Set("Content-Type", "application/json")
		for r.Context().Err() == nil {
			if _, err := io.WriteString(w, "[                                                               \n"); err != nil {
				return
			}
			time.Sleep(time.Millisecond)
		}
		return
	case f.Status == 0:
		next.ServeHTTP(w, r)
		return
	}
	for name, value := range map[string]string{"Retry-After": f.RetryAfter, "Location": f.Location} {
		if value != "" {
			w.Header().Set(name, value)
		}
	}
	if f.Body == "" {
		WriteJSON(w, f.Status, jsonObject{"errorCode": "KSandboxFault", "message": http.StatusText(f.Status)})
		return
	}
	w.Header().Set("Content-Type", f.Type)
	w.WriteHeader(f.Status)
	_, _ = io.WriteString(w, f.Body)
}

// unseen takes an answer that nobody gets.
type unseen struct{ header http.Header }

func (u unseen) Header() http.Header         { return u.header }
func (u unseen) Write(p []byte) (int, error) { return len(p), nil }
func (u unseen) WriteHeader(int)             {}

// reset resets the connection of a request.
func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		panic(http.ErrAbortHandler)
	}
	if tcp, ok := conn.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // so that closing sends RST and not FIN
	}
	_ = conn.Close()
}

// droppingWriter breaks the connection after some bytes of an answer.
type droppingWriter struct {
	http.ResponseWriter
	left int
}

func (d *droppingWriter) Write(p []byte) (int, error) {
	if len(p) < d.left {
		d.left -= len(p)
		return d.ResponseWriter.Write(p)
	}
	_, _ = d.ResponseWriter.Write(p[:d.left])
	if flusher, ok := d.ResponseWriter.(http.Flusher); ok {
		flusher.Flush()
	}
	panic(http.ErrAbortHandler)
}
