package engine

import (
	"errors"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/service"
)

// Aside asks how far a task is, beside the looks at the task itself. That is for people to see: a service that does not say is no trouble, and
// one that takes its time to say does not slow the looks down.
type Aside struct {
	pending chan asideAnswer // gets the answer to the request under way; nil where there is none
	latest  any
	refused bool // whether it is not asked again: the service does not have it, or does not give it
}

type asideAnswer struct {
	value   any
	refused bool
}

// maxAsideDelay is how long a look at a task waits for how far it is.
const maxAsideDelay = 500 * time.Millisecond

// Ask returns the last answer to a request, which it sends again where no answer is awaited; nil where there is none.
func (a *Aside) Ask(c *Context, r *api.Request) any {
	if a.refused {
		return nil
	}
	if a.pending == nil {
		a.pending = make(chan asideAnswer, 1)
		go func(to chan<- asideAnswer) {
			result, err := c.Call(r)
			var refused *service.Error
			if err != nil {
				to <- asideAnswer{refused: errors.As(err, &refused) && !service.Transient(err)}
				return
			}
			to <- asideAnswer{value: result.Value}
		}(a.pending)
	}
	timer := time.NewTimer(maxAsideDelay)
	defer timer.Stop()
	select {
	case answer := <-a.pending:
		a.latest, a.refused, a.pending = answer.value, answer.refused, nil
	case <-timer.C:
	}
	return a.latest
}
