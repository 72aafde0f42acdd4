package sandbox

import (
	"sync"
	"time"
)

// clock is the service's own time. It is the machine's, until somebody moves it ahead or lets it run faster, so that what
// takes days can be seen in a moment; it never goes back. Tokens, and how long a run takes, are of the machine's time always.
type clock struct {
	mu      sync.Mutex
	speed   float64   // seconds of the service in one of the machine
	current time.Time // of the service
	wall    time.Time // of the machine when it was that time
}

func newClock(speed float64) *clock {
	if speed <= 0 {
		speed = 1
	}
	now := time.Now()
	return &clock{speed: speed, current: now, wall: now}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.advance()
}

func (c *clock) advance() time.Time {
	wall := time.Now()
	c.current = c.current.Add(time.Duration(float64(wall.Sub(c.wall)) * c.speed))
	c.wall = wall
	return c.current
}

// moveTo moves the clock ahead to a time, if it has not come to it yet.
func (c *clock) moveTo(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.After(c.advance()) {
		c.current = t
	}
}

// Advance moves the service's clock ahead and gives the new time.
func (s *Server) Advance(d time.Duration) time.Time {
	now := s.clock.now().Add(d)
	s.clock.moveTo(now)
	for _, d := range s.data {
		d.update(d.storeTime)
	}
	return now
}

// now is the service's time in Unix microseconds.
func (d *data) now() int64 { return d.clock.now().UnixMicro() }

// storeTime keeps the time, so that it does not go back when the sandbox is started again.
func (d *data) storeTime() { d.counters.Put(&counter{"clock", d.now()}) }
