package sandbox

import (
	"errors"
	"net/http"
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// handleControls registers what can be done at the control address to the service: move its clock, and start or change
// connectors and connector agents, which the API cannot start.
func (s *Server) handleControls() {
	s.Platform.HandleControl("GET /sandbox/clock", func(*http.Request) (any, error) { return jsonObject{"now": s.clock.now()}, nil })
	s.Platform.HandleControl("POST /sandbox/clock", s.controlClock)
	s.Platform.HandleControl("POST /sandbox/connectors", s.controlConnector)
	s.Platform.HandleControl("POST /sandbox/agents", s.controlAgent)
	s.Platform.HandleControl("POST /sandbox/appliances", s.controlAppliance)
	s.handleTroubles()
}

// controlClock moves the clock ahead.
func (s *Server) controlClock(r *http.Request) (any, error) {
	request, err := platform.DecodeControl[struct{ Advance platform.Duration }](r)
	if err != nil || request.Advance <= 0 {
		return nil, errors.New(`advance: a span such as "4h" is needed`)
	}
	return jsonObject{"now": s.Advance(time.Duration(request.Advance))}, nil
}

// controlConnector starts a connector with a registration token, or makes one lose or regain its connection, or upgrades it.
func (s *Server) controlConnector(r *http.Request) (any, error) {
	request, err := platform.DecodeControl[struct {
		Instance, Token, Name string
		Connected             *bool
		Upgrade               bool
	}](r)
	if err != nil {
		return nil, err
	}
	return s.updateInstance(request.Instance, func(d *data) (jsonObject, error) {
		switch {
		case request.Token != "":
			return d.registerConnector(request.Token, request.Name, loopback)
		case request.Connected != nil:
			return d.setConnected(request.Name, *request.Connected, "")
		case request.Upgrade:
			return d.upgradeConnector(request.Name)
		}
		return nil, errors.New("token, connected or upgrade is needed, and name for the last two")
	})
}

// controlAgent starts a connector agent with a registration token, or makes one lose or regain its connection.
func (s *Server) controlAgent(r *http.Request) (any, error) {
	request, err := platform.DecodeControl[struct {
		Instance, Token, Name string
		Connected             *bool
	}](r)
	if err != nil {
		return nil, err
	}
	return s.updateInstance(request.Instance, func(d *data) (jsonObject, error) {
		if request.Connected == nil {
			return d.registerConnectorAgent(request.Token, request.Name)
		}
		o := d.connectorAgents.find("connectorAgentName", request.Name)
		if o == nil {
			return nil, notFound("connector agent", request.Name)
		}
		return d.connectAgent(o, *request.Connected), nil
	})
}

// controlAppliance makes a connector or connector agent with an address of its own a new one, as if its virtual machine were made anew:
// the instance keeps what it knows of the earlier one.
func (s *Server) controlAppliance(r *http.Request) (any, error) {
	request, err := platform.DecodeControl[struct {
		Name  string
		Reset bool
	}](r)
	if err != nil || !request.Reset {
		return nil, errors.New("name and reset are needed")
	}
	for _, a := range slices.Concat(s.Connectors, s.ConnectorAgents) {
		if a.Name == request.Name {
			a.change(a.reset)
			return nil, nil
		}
	}
	return nil, refuse(http.StatusNotFound, "", "There is no connector or connector agent named %s.", request.Name)
}

// updateInstance changes the instance with a name, or the first one where the name is empty.
func (s *Server) updateInstance(name string, change func(*data) (jsonObject, error)) (answer any, err error) {
	for i := range s.Instances {
		if name != "" && s.Instances[i].Name != name {
			continue
		}
		s.data[i].update(func() { answer, err = change(s.data[i]) })
		return answer, err
	}
	return nil, refuse(http.StatusNotFound, "", "There is no instance named %s.", name)
}
