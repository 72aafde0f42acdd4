package engine

import (
	"context"
	"sync"

	"ibmcloud-backup-recovery-plugin/service"
)

// slots keep how many requests of a command are under way at once.
type slots struct {
	session *service.Session
	once    sync.Once // because a command that sends nothing needs no settings
	free    chan struct{}
}

// count returns how many requests there may be at once.
func (s *slots) count() int {
	s.once.Do(func() { s.free = make(chan struct{}, s.session.AtOnce()) })
	return cap(s.free)
}

// take waits until there may be one more request, and returns what to call at its end.
func (s *slots) take(ctx context.Context) (release func(), err error) {
	s.count()
	select {
	case s.free <- struct{}{}:
		return func() { <-s.free }, nil
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}
