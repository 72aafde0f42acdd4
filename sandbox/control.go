package sandbox

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"
)

// platform is IAM, the Resource Controller, and the sandbox's own controls, which are below /sandbox and ask for no token.
func (s *Server) platform() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /identity/token", s.giveToken)
	mux.HandleFunc("GET /v2/resource_instances", s.listResources)
	for pattern, control := range map[string]func(*http.Request) (any, error){
		"POST /sandbox/faults": func(r *http.Request) (any, error) {
			f, err := read[Fault](r)
			if err == nil {
				s.Faults.Add(f)
			}
			return nil, err
		},
		"GET /sandbox/faults":      func(*http.Request) (any, error) { return s.Faults.Left(), nil },
		"DELETE /sandbox/faults":   func(*http.Request) (any, error) { s.Faults.Clear(); return nil, nil },
		"POST /sandbox/revoke":     func(*http.Request) (any, error) { s.Revoke(); return nil, nil },
		"GET /sandbox/clock":       func(*http.Request) (any, error) { return object{"now": s.serviceTime.now()}, nil },
		"POST /sandbox/clock":      s.moveClock,
		"POST /sandbox/connectors": s.moveConnector,
		"POST /sandbox/agents":     s.startAgent,
		"GET /sandbox/requests":    func(*http.Request) (any, error) { return cameIn(s.Requests()), nil },
	} {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			answer, err := control(r)
			var no *refusal
			switch {
			case errors.As(err, &no):
				http.Error(w, no.message, no.status)
			case err != nil:
				http.Error(w, err.Error(), http.StatusBadRequest)
			case answer == nil:
				w.WriteHeader(http.StatusNoContent)
			default:
				writeJSON(w, http.StatusOK, answer)
			}
		})
	}
	return mux
}

// cameIn are requests as people may read them, without what is secret.
func cameIn(requests []Request) []any {
	found := []any{}
	for _, r := range requests {
		header := r.Header.Clone()
		if header.Get("Authorization") != "" {
			header.Set("Authorization", "[hidden]")
		}
		o := set(object{"method": r.Method, "path": r.Path, "header": header}, object{"query": r.Query})
		switch {
		case r.Path == "/identity/token":
			o["body"] = "[hidden]"
		case json.Valid(r.Body):
			o["body"] = json.RawMessage(r.Body)
		case len(r.Body) > 0:
			o["body"] = string(r.Body)
		}
		found = append(found, o)
	}
	return found
}

// read reads what a control was sent. A field that there is not is an error: it would be taken for granted.
func read[T any](r *http.Request) (v T, err error) {
	dec := json.NewDecoder(io.LimitReader(r.Body, 1<<20))
	dec.DisallowUnknownFields()
	return v, dec.Decode(&v)
}

func (s *Server) moveClock(r *http.Request) (any, error) {
	ask, err := read[struct{ Advance span }](r)
	if err != nil || ask.Advance <= 0 {
		return nil, errors.New(`advance: a span such as "4h" is needed`)
	}
	return object{"now": s.Advance(time.Duration(ask.Advance))}, nil
}

// on does something to the instance with a name; the first one, where none is named.
func (s *Server) on(name string, do func(*call) (object, error)) (answer any, err error) {
	for i := range s.Instances {
		if name != "" && s.Instances[i].Name != name {
			continue
		}
		c := &call{Server: s, data: s.data[i], instance: &s.Instances[i]}
		c.change(func() { answer, err = do(c) })
		return answer, err
	}
	return nil, refuse(http.StatusNotFound, "", "There is no instance named %s.", name)
}

// moveConnector starts a connector with a registration token, or lets one lose or find its connection, or upgrades it.
func (s *Server) moveConnector(r *http.Request) (any, error) {
	ask, err := read[struct {
		Instance, Token, Name string
		Connected             *bool
		Upgrade               bool
	}](r)
	if err != nil {
		return nil, err
	}
	return s.on(ask.Instance, func(c *call) (object, error) {
		switch {
		case ask.Token != "":
			return c.deploy(ask.Token, ask.Name)
		case ask.Connected != nil:
			return c.connect(ask.Name, *ask.Connected)
		case ask.Upgrade:
			return c.upgradeConnector(ask.Name)
		}
		return nil, errors.New("token, connected or upgrade is needed, and name for the last two")
	})
}

// startAgent starts a connector agent with a registration token.
func (s *Server) startAgent(r *http.Request) (any, error) {
	ask, err := read[struct{ Instance, Token, Name string }](r)
	if err != nil {
		return nil, err
	}
	return s.on(ask.Instance, func(c *call) (object, error) { return c.deployAgent(ask.Token, ask.Name) })
}
