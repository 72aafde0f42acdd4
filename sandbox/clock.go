package sandbox

import (
	"sync"
	"time"
)

// clock is the service's own time. It is the machine's, until somebody moves it ahead or lets it run faster, so that what
// takes days can be seen in a moment; it never goes back. Tokens, and how long a run takes, are of the machine's time always.
type clock struct {
	mu    sync.Mutex
	speed float64   // seconds of the service in one of the machine
	at    time.Time // of the service
	wall  time.Time // of the machine when it was that time
}

func newClock(speed float64) *clock {
	if speed <= 0 {
		speed = 1
	}
	now := time.Now()
	return &clock{speed: speed, at: now, wall: now}
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.look()
}

func (c *clock) look() time.Time {
	wall := time.Now()
	c.at = c.at.Add(time.Duration(float64(wall.Sub(c.wall)) * c.speed))
	c.wall = wall
	return c.at
}

// reach moves the clock ahead to a time, if it has not come to it yet.
func (c *clock) reach(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.After(c.look()) {
		c.at = t
	}
}

// Advance moves the service's clock ahead and gives the new time.
func (s *Server) Advance(d time.Duration) time.Time {
	now := s.serviceTime.now().Add(d)
	s.serviceTime.reach(now)
	for _, d := range s.data {
		d.change(d.rememberTime)
	}
	return now
}

// now is the service's time in Unix microseconds.
func (d *data) now() int64 { return d.clock.now().UnixMicro() }

// rememberTime keeps the time, so that it does not go back when the sandbox is started again.
func (d *data) rememberTime() { d.marks.Put(&mark{"clock", d.now()}) }
