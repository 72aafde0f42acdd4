package sandbox

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// trouble is what is wrong on purpose with a host, a cluster, a connector or a group until it is lifted. Unlike a fault it is not about a
// request: the instance shows it in its state, and runs and recoveries meet it. Troubles are forgotten when the sandbox stops.
type trouble struct {
	Instance  string `json:"instance,omitempty"`
	Kind      string `json:"kind"`
	Host      string `json:"host,omitempty"`      // the name of a host or cluster
	Object    string `json:"object,omitempty"`    // of the host, by its name; "" for all
	Connector string `json:"connector,omitempty"` // by its name
	Group     string `json:"group,omitempty"`     // by its name; "" for all
	Path      string `json:"path,omitempty"`      // on the host
	Message   string `json:"message,omitempty"`   // what runs and recoveries say
	State     string `json:"state,omitempty"`     // what the agent, the registration or the connector says
	Times     int    `json:"times,omitempty"`     // how many backups or recoveries fail; 0 for all
	OfRuns    bool   `json:"ofRuns,omitempty"`    // recoveries do not meet it

	Span platform.Duration `json:"span,omitempty"` // how long a backup takes, on the service's clock

	used int
}

// The kinds of troubles, and what each needs.
const (
	unreachable  = "unreachable"  // the agent of a host cannot be reached
	degraded     = "degraded"     // the agent of a host works, but badly: nothing is backed up
	credentials  = "credentials"  // the credentials of a registration are wrong
	disconnected = "disconnected" // a connector lost its connection, and sources whose connection has no other are not backed up
	failing      = "failing"      // backups and recoveries fail midway
	unreadable   = "unreadable"   // a path of a host is not read; the rest is
	wording      = "wording"      // what fails by itself is said with another message
	slow         = "slow"         // a backup takes long
	missing      = "missed"       // the next scheduled run of a group that cannot begin is missed, and does not begin later
)

var troubleKinds = []string{unreachable, degraded, credentials, disconnected, failing, unreadable, wording, slow, missing}

// spoken is an error with the very words of a trouble.
type spoken string

func (s spoken) Error() string { return string(s) }

// handleTroubles registers the controls of troubles.
func (s *Server) handleTroubles() {
	s.Platform.HandleControl("POST /sandbox/troubles", func(r *http.Request) (any, error) {
		t, err := platform.DecodeControl[trouble](r)
		if err != nil {
			return nil, err
		}
		return s.updateInstance(t.Instance, func(d *data) (jsonObject, error) { return nil, d.addTrouble(&t) })
	})
	s.Platform.HandleControl("GET /sandbox/troubles", func(r *http.Request) (answer any, err error) {
		list := []*trouble{}
		_, err = s.updateInstance(r.FormValue("instance"), func(d *data) (jsonObject, error) { list = append(list, d.troubles...); return nil, nil })
		return list, err
	})
	s.Platform.HandleControl("DELETE /sandbox/troubles", func(r *http.Request) (any, error) {
		return s.updateInstance(r.FormValue("instance"), func(d *data) (jsonObject, error) {
			d.liftTroubles(r.FormValue("host"))
			return nil, nil
		})
	})
}

// addTrouble adds a trouble that is about something that there is.
func (d *data) addTrouble(t *trouble) error {
	if t.Instance = ""; !slices.Contains(troubleKinds, t.Kind) {
		return fmt.Errorf("kind: one of %s is needed", strings.Join(troubleKinds, ", "))
	}
	switch {
	case t.Kind == disconnected:
		if _, err := d.setConnected(t.Connector, false, t.State); err != nil {
			return err
		}
	case t.Kind == missing:
		if d.groups.find("name", t.Group) == nil {
			return notFound("protection group", t.Group)
		}
	case d.sourceNamed(t.Host) == nil:
		return notFound("source", t.Host)
	case t.Kind == unreadable && t.Path == "":
		return errors.New("path: the path that is not read is needed")
	case t.Kind == slow && t.Span <= 0:
		return errors.New("span: how long it takes is needed")
	case t.Kind == wording && t.Message == "":
		return errors.New("message: the message is needed")
	}
	d.troubles = append(d.troubles, t)
	return nil
}

// liftTroubles lifts the troubles of a host, or all where it is "".
func (d *data) liftTroubles(host string) {
	d.troubles = slices.DeleteFunc(d.troubles, func(t *trouble) bool {
		if host != "" && t.Host != host {
			return false
		}
		if t.Kind == disconnected {
			_, _ = d.setConnected(t.Connector, true, "") // it may be gone
		}
		return true
	})
}

func (d *data) sourceNamed(name string) *source {
	for s := range d.sources.All() {
		if str(s.registration(), "name") == name {
			return s
		}
	}
	return nil
}

// troubleOf returns the trouble of one of several kinds that a source has, or nil.
func (d *data) troubleOf(s *source, kinds ...string) *trouble {
	if s == nil {
		return nil
	}
	for _, t := range d.troubles {
		if slices.Contains(kinds, t.Kind) && t.Host == str(s.registration(), "name") {
			return t
		}
	}
	return nil
}

// cannotRefresh reports whether the objects of a source cannot be read.
func (d *data) cannotRefresh(s *source) bool {
	return d.isUnreachable(s) || d.troubleOf(s, credentials) != nil || d.isCutOff(s) != nil
}

// isUnreachable reports whether the agent of a source cannot be reached: its folder is gone, or a trouble has it so.
func (d *data) isUnreachable(s *source) bool {
	return !exists(s.folder()) || d.troubleOf(s, unreachable) != nil
}

// What the service says of a host that cannot be reached where no trouble says it.
const cannotBeReached = "The host cannot be reached."

// stateOf returns the state of a source's agent and what the service says of its registration.
func (d *data) stateOf(s *source) (status, message, refreshError, loginError string) {
	status = "kHealthy"
	switch {
	case d.isUnreachable(s):
		status, message = "kUnreachable", cannotBeReached
		if t := d.troubleOf(s, unreachable); t != nil {
			message = cmp.Or(t.State, message)
		}
		refreshError = message
	case d.troubleOf(s, degraded) != nil:
		status, message = "kDegraded", cmp.Or(d.troubleOf(s, degraded).State, "Not all services of the agent are running.")
	}
	if t := d.troubleOf(s, credentials); t != nil {
		loginError = cmp.Or(t.State, "The user name or the password is wrong.")
	}
	return status, message, refreshError, loginError
}

// meets returns the error with which the backup of an object, or a recovery to a host, fails because of a trouble; nil for none. midway is
// whether it fails only after it has begun. object and group are names, "" for a recovery.
func (d *data) meets(s *source, object, group string) (midway bool, err error) {
	if s == nil {
		return false, nil
	}
	if err := d.isCutOff(s); err != nil {
		return false, err
	}
	for _, t := range d.troubles {
		if t.Host != str(s.registration(), "name") || t.Object != "" && t.Object != object || t.Group != "" && t.Group != group || t.OfRuns && group == "" {
			continue
		}
		if !slices.Contains([]string{unreachable, degraded, credentials, failing}, t.Kind) || t.Times > 0 && t.used >= t.Times {
			continue
		}
		t.used++
		return t.Kind == failing, spoken(cmp.Or(t.Message, "The backup of the host failed."))
	}
	if !exists(s.folder()) {
		return false, spoken(cannotBeReached)
	}
	return false, nil
}

// isCutOff returns the error of a source whose connection has connectors of which none is connected, and nil for any other.
func (d *data) isCutOff(s *source) error {
	connection := cmp.Or(str(s.registration(), "connectionId"), str(s.registration(), "dataSourceConnectionId"))
	message := ""
	for o := range d.connectors.all() {
		if connection == "" || str(o, "connectionId") != connection {
			continue
		}
		if isTrue(o, "connectivityStatus", "isConnected") {
			return nil
		}
		message = cmp.Or(message, "No connector of the connection is connected.")
		for _, t := range d.troubles {
			if t.Kind == disconnected && t.Connector == str(o, "connectorName") {
				message = cmp.Or(t.Message, message)
			}
		}
	}
	if message == "" {
		return nil
	}
	return spoken(message)
}

// said returns an error in the words that a trouble has for what fails by itself on a source.
func (d *data) said(s *source, err error) error {
	var words spoken
	if t := d.troubleOf(s, wording); t != nil && err != nil && !errors.As(err, &words) {
		return spoken(t.Message)
	}
	return err
}

// worded returns messages in the words that a trouble has for what fails by itself on a source.
func (d *data) worded(s *source, messages []string) []string {
	if t := d.troubleOf(s, wording); t != nil && len(messages) > 0 {
		return []string{t.Message}
	}
	return messages
}

// misses reports whether the next scheduled run of a group is missed where it cannot begin.
func (d *data) misses(group string) *trouble {
	for _, t := range d.troubles {
		if t.Kind == missing && t.Group == group && (t.Times == 0 || t.used < t.Times) {
			return t
		}
	}
	return nil
}

// missRun notes a scheduled run that did not begin.
func (d *data) missRun(group jsonObject, kind string, t *trouble) {
	t.used++
	r := &run{Number: d.nextNumber(), Group: str(group, "id"), Environment: str(group, "environment"), Type: kind, Requested: d.now(), Start: d.now(), End: d.now(), Status: "Missed", cancel: func() {}}
	if t.Message != "" {
		r.Messages = []string{t.Message}
	}
	r.Deleted = true // it has no snapshots
	d.counters.Remove(firstRunKey(r.Group))
	d.putRun(r)
}

// unreadable returns what reports whether a path of a source is not read, and notes those with their messages.
func (d *data) unreadable(s *source, unread map[string]string) func(string) bool {
	troubles := slices.Clone(d.troubles)
	name := str(s.registration(), "name")
	return func(path string) bool {
		for _, t := range troubles {
			if t.Kind == unreadable && t.Host == name && vault.IsAtOrBelow(path, t.Path) {
				unread[path] = cmp.Or(t.Message, "permission denied")
				return true
			}
		}
		return false
	}
}

// sourceIn returns the source that a folder stands for, or nil.
func (d *data) sourceIn(folder string) *source {
	for s := range d.sources.All() {
		if folder != "" && s.folder() == folder {
			return s
		}
	}
	return nil
}

// slowness returns how long backups of an object take at least, on the service's clock.
func (d *data) slowness(id int64) int64 {
	if obj := d.objects[id]; obj != nil {
		if t := d.troubleOf(d.sourceOf(obj), slow); t != nil {
			return time.Duration(t.Span).Microseconds()
		}
	}
	return 0
}
