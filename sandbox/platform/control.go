package platform

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// ControlPath is the beginning of the paths of the control address. They need no token, are not logged, and no fault meets them.
const ControlPath = "/sandbox/"

// Control carries out a request to the control address, and returns the answer as a value for JSON; nil stands for 204. An
// error is answered with its text and the status 400, or the one that it has by a method HTTPStatus.
type Control func(*http.Request) (any, error)

// HandleControl registers a control for a pattern of http.ServeMux such as "POST /sandbox/clock".
func (p *Platform) HandleControl(pattern string, control Control) {
	p.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		answer, err := control(r)
		var refused interface{ HTTPStatus() int }
		switch {
		case errors.As(err, &refused):
			http.Error(w, err.Error(), refused.HTTPStatus())
		case err != nil:
			http.Error(w, err.Error(), http.StatusBadRequest)
		case answer == nil:
			w.WriteHeader(http.StatusNoContent)
		default:
			WriteJSON(w, http.StatusOK, answer)
		}
	})
}

// handleControls registers the controls of the platform itself.
func (p *Platform) handleControls() {
	p.HandleControl("POST /sandbox/faults", func(r *http.Request) (any, error) {
		fault, err := DecodeControl[Fault](r)
		if err == nil {
			p.Faults.Add(fault)
		}
		return nil, err
	})
	p.HandleControl("GET /sandbox/faults", func(*http.Request) (any, error) { return p.Faults.Pending(), nil })
	p.HandleControl("DELETE /sandbox/faults", func(*http.Request) (any, error) { p.Faults.Clear(); return nil, nil })
	p.HandleControl("POST /sandbox/revoke", func(*http.Request) (any, error) { p.RevokeTokens(); return nil, nil })
	p.HandleControl("GET /sandbox/requests", func(*http.Request) (any, error) { return describeRequests(p.Requests()), nil })
}

// DecodeControl decodes the body of a request to the control address. An unknown field is an error.
func DecodeControl[T any](r *http.Request) (v T, err error) {
	dec := json.NewDecoder(io.LimitReader(r.Body, 1<<20))
	dec.DisallowUnknownFields()
	return v, dec.Decode(&v)
}
