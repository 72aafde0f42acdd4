package sandbox

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

// Fault is something that goes wrong on purpose.
type Fault struct {
	Match      string        `json:"match,omitzero"`      // "METHOD /path-prefix", or "*" for any request
	Times      int           `json:"times,omitzero"`      // how often; 0 means once
	Skip       int           `json:"skip,omitzero"`       // how many such requests go well before
	Status     int           `json:"status,omitzero"`     // answer with this status instead
	RetryAfter string        `json:"retryAfter,omitzero"` // with a Retry-After header
	Type       string        `json:"type,omitzero"`       // the Content-Type of Body
	Body       string        `json:"body,omitzero"`       // instead of an error of the service, such as a gateway's page
	Location   string        `json:"location,omitzero"`   // with a Location header, for redirects
	Latency    time.Duration `json:"latency,omitzero"`    // wait before answering
	Drop       int           `json:"drop,omitzero"`       // break the connection after so many bytes of the answer's body; -1 resets it before any
	Endless    bool          `json:"endless,omitzero"`    // an answer that goes on and on
	Revoke     bool          `json:"revoke,omitzero"`     // all tokens are revoked when the request comes
	RunStatus  string        `json:"runStatus,omitzero"`  // how the run or recovery ends that this request starts
	RunMessage string        `json:"runMessage,omitzero"` // and what it says
	RunDelay   time.Duration `json:"runDelay,omitzero"`   // how late it appears
	RunHang    bool          `json:"runHang,omitzero"`    // it never ends by itself
	RunTwin    string        `json:"runTwin,omitzero"`    // the type of another run that a schedule starts at the same moment
	RunTag     string        `json:"runTag,omitzero"`     // the tag that the run has, as runs have that others than people start
}

// faultInJSON is a fault with its spans as people write them.
type faultInJSON struct {
	*plainFault
	Latency  span `json:"latency,omitzero"`
	RunDelay span `json:"runDelay,omitzero"`
}

type plainFault Fault

// MarshalJSON writes what a fault has, with its spans such as "1m30s".
func (f Fault) MarshalJSON() ([]byte, error) {
	return json.Marshal(faultInJSON{(*plainFault)(&f), span(f.Latency), span(f.RunDelay)})
}

// UnmarshalJSON reads a fault, with its spans as "1m30s" or in nanoseconds. A field that there is not is an error.
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

// span is a length of time in JSON.
type span time.Duration

// MarshalJSON writes the text.
func (s span) MarshalJSON() ([]byte, error) { return json.Marshal(time.Duration(s).String()) }

// UnmarshalJSON reads both forms.
func (s *span) UnmarshalJSON(raw []byte) error {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return json.Unmarshal(raw, (*int64)(s))
	}
	d, err := time.ParseDuration(text)
	*s = span(d)
	return err
}

// Faults are the faults that are still to come.
type Faults struct {
	mu   sync.Mutex
	list []*Fault
}

// Add asks for a fault.
func (f *Faults) Add(fault Fault) {
	if fault.Times == 0 {
		fault.Times = 1
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, &fault)
}

// Left gives the faults that are still to come.
func (f *Faults) Left() []Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	left := []Fault{}
	for _, fault := range f.list {
		left = append(left, *fault)
	}
	return left
}

// Clear forgets all faults.
func (f *Faults) Clear() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = nil
}

// take finds the first fault for a request, of a run or of the connection, and counts it.
func (f *Faults) take(r *http.Request, ofRun bool) *Fault {
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, fault := range f.list {
		method, path, _ := strings.Cut(fault.Match, " ")
		if (fault.RunStatus != "" || fault.RunDelay > 0 || fault.RunHang || fault.RunTwin != "" || fault.RunTag != "") != ofRun ||
			fault.Match != "*" && (method != r.Method || !strings.HasPrefix(r.URL.Path, path)) {
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

// observe logs requests and lets faults happen before the handler sees them.
func (s *Server) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/sandbox/") {
			next.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(io.LimitReader(r.Body, 64<<20))
		if err != nil {
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		s.log.add(Request{r.Method, r.URL.Path, r.URL.RawQuery, r.Header.Clone(), body})
		fault := s.Faults.take(r, false)
		if fault == nil {
			next.ServeHTTP(w, r)
			return
		}
		select {
		case <-time.After(fault.Latency):
		case <-r.Context().Done():
			return
		}
		if fault.Revoke {
			s.Revoke()
		}
		fault.happen(w, r, next)
	})
}

func (f *Fault) happen(w http.ResponseWriter, r *http.Request, next http.Handler) {
	switch {
	case f.Drop < 0:
		reset(w)
	case f.Drop > 0:
		next.ServeHTTP(&dropping{w, f.Drop}, r)
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
		writeJSON(w, f.Status, object{"errorCode": "KSandboxFault", "message": http.StatusText(f.Status)})
		return
	}
	w.Header().Set("Content-Type", f.Type)
	w.WriteHeader(f.Status)
	_, _ = io.WriteString(w, f.Body)
}

// reset resets a connection, as a network does that has lost it.
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

// dropping breaks the connection in the middle of an answer.
type dropping struct {
	http.ResponseWriter
	left int
}

func (d *dropping) Write(p []byte) (int, error) {
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
