package sources

import (
	"bytes"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// The state of registrations and refreshes of sources, and how to wait for them.

var refreshMessages = &engine.TaskMessages{
	Interrupted: "refresh.interrupted|Stopped waiting; the refresh continues.",
	TimedOut:    "refresh.timeout|The refresh has not finished within {{.Span}}; it continues.",
	Ended:       "refresh.ended|The refresh ended with the status {{.Status}}.",
	Warned:      "refresh.warned|The refresh succeeded with warnings.",
}

// RegistrationMessages are what is said of registrations that are waited for.
var RegistrationMessages = &engine.TaskMessages{
	Interrupted: "registration.interrupted|Stopped waiting; the registration continues.",
	TimedOut:    "registration.timeout|The registration has not finished within {{.Span}}; it continues.",
	Ended:       "registration.ended|The registration ended with the status {{.Status}}.",
	Warned:      "registration.warned|The registration succeeded with warnings.",
}

var newSource = &engine.Waiting{
	Task: func(c *engine.Context, _ any, answer *engine.Result) (*engine.Task, error) {
		return Registration(c, output.String(answer.Value, "id")), nil
	},
}

var refreshedSource = &engine.Waiting{
	Before: func(c *engine.Context) (any, error) {
		result, err := c.Call(api.NewRequest(&api.GetProtectionSourceRegistration).SetNamed("id", c.Param("id")))
		if err != nil {
			return nil, err
		}
		return refreshed(result.Value), nil
	},
	Task: func(c *engine.Context, before any, _ *engine.Result) (*engine.Task, error) {
		return refresh(c, c.Param("id"), before.(int64)), nil
	},
}

// refresh returns the refresh of a source to wait for, which was last refreshed before. One that fails leaves that time as it was: it has ended
// where the service is done with it, or has had time for it, and says what is wrong with the source.
func refresh(c *engine.Context, id string, before int64) *engine.Task {
	task := sourceTask(c, refreshMessages, id, func(source any) bool { return IsIdle(source) && refreshed(source) > before })
	busy, due, poll := false, c.Now().Add(engine.Startup), task.Poll
	task.Poll = func(c *engine.Context) (*engine.Progress, error) {
		p, err := poll(c)
		if err != nil || p.Ended {
			return p, err
		}
		source, err := output.Read(bytes.NewReader(p.Raw))
		if err != nil {
			return nil, err
		}
		if !IsIdle(source) {
			busy = true
		} else if busy || !c.Now().Before(due) {
			message, err := errorOf(c, id)
			if err != nil {
				return nil, err
			}
			if message != "" {
				p.Ended, p.Status, p.Messages = true, "Failed", []string{message}
			}
		}
		return p, nil
	}
	return task
}

// errorOf returns what the service says is wrong with a registered source, and "" where nothing is.
func errorOf(c *engine.Context, id string) (string, error) {
	result, err := c.Call(api.NewRequest(&api.ListProtectionSourcesRegistrationInfo).SetNamed("ids", id))
	if err != nil {
		return "", err
	}
	for _, root := range output.List(result.Value, "rootNodes") {
		if output.String(root, "rootNode.id") == id {
			return output.String(root, "registrationInfo.authenticationErrorMessage|registrationInfo.refreshErrorMessage"), nil
		}
	}
	return "", nil
}

// refreshed returns when a source was last refreshed, in milliseconds since 1970.
func refreshed(source any) int64 {
	at, _ := output.Int(source, "lastRefreshedTimeMsecs")
	return at
}

// IsIdle reports whether the service is not working on a source.
func IsIdle(source any) bool {
	switch output.String(source, "authenticationStatus") {
	case "Pending", "Scheduled", "RefreshInProgress":
		return false
	}
	return true
}

// sourceTask waits until a registered source is ready.
func sourceTask(c *engine.Context, messages *engine.TaskMessages, id string, ready func(source any) bool) *engine.Task {
	return &engine.Task{Messages: messages, View: registrationDetails, MissingOK: c.Now().Add(engine.Startup), Poll: func(c *engine.Context) (*engine.Progress, error) {
		result, err := c.Call(api.NewRequest(&api.GetProtectionSourceRegistration).SetNamed("id", id))
		if err != nil {
			return nil, err
		}
		p := &engine.Progress{Raw: result.Raw, Status: output.String(result.Value, "authenticationStatus")}
		if p.Ended = ready(result.Value); p.Ended {
			p.Status = "Succeeded"
		}
		return p, nil
	}}
}

// Registration returns the registration of a source to wait for: until the service knows what the source has.
func Registration(c *engine.Context, id string) *engine.Task {
	return sourceTask(c, RegistrationMessages, id, IsIdle)
}
