package sources

import (
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/survey"
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
		id, err := engine.Started(answer)
		if err != nil {
			return nil, err
		}
		return Registration(c, id), nil
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

// known is how long after its request a refresh of which nothing is seen has failed where the service has an error for its source.
const known = 10 * time.Second

// refresh returns the refresh of a source that was refreshed before at a time. One of a source that cannot be reached or logged in to ends
// without another time.
func refresh(c *engine.Context, id string, before int64) *engine.Task {
	seen, began := false, c.Now()
	task := sourceTask(c, refreshMessages, id, func(source any) bool { return IsIdle(source) && refreshed(source) > before })
	poll := task.Poll
	task.Poll = func(c *engine.Context) (*engine.Progress, error) {
		p, err := poll(c)
		if err != nil || p.Ended {
			return p, err
		}
		idle := isIdle(p.Status)
		if seen = seen || !idle; !idle {
			return p, nil
		}
		span := c.Now().Sub(began)
		if !seen && span < known {
			return p, nil
		}
		if p.Messages, err = refreshErrors(c, id); err != nil {
			return nil, err
		}
		if seen || len(p.Messages) > 0 || span > engine.Startup {
			p.Ended, p.Status = true, "Failed"
		}
		return p, nil
	}
	return task
}

// refreshErrors returns what the service says of a source that was not refreshed.
func refreshErrors(c *engine.Context, id string) (messages []string, err error) {
	result, err := c.Call(api.NewRequest(&api.ListProtectionSourcesRegistrationInfo).SetNamed("ids", id))
	if err != nil {
		return nil, err
	}
	for _, source := range output.List(result.Value, "rootNodes") {
		if message := survey.SourceError(source); message != "" && output.String(source, "rootNode.id") == id {
			messages = append(messages, message)
		}
	}
	return messages, nil
}

// refreshed returns when a source was last refreshed, in milliseconds since 1970.
func refreshed(source any) int64 {
	at, _ := output.Int(source, "lastRefreshedTimeMsecs")
	return at
}

// IsIdle reports whether the service is not working on a source.
func IsIdle(source any) bool { return isIdle(output.String(source, "authenticationStatus")) }

func isIdle(status string) bool {
	switch status {
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
