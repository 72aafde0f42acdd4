package sandbox

import (
	"sync"
	"time"
)

// clock is the service's clock. It is the machine's until it is moved ahead or runs faster, so that days can pass in a moment;
// it never goes back. The expiry of tokens and the duration of runs are on the machine's clock.
type clock struct {
	mu      sync.Mutex
	speed   float64   // seconds of the service in a second of the machine
	current time.Time // the service's time when it was last read
	wall    time.Time // the machine's time then
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

// moveTo moves the clock ahead to a time. It does nothing if that time has passed.
func (c *clock) moveTo(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t.After(c.advance()) {
		c.current = t
	}
}

// Advance moves the service's clock ahead and returns the new time.
func (s *Server) Advance(d time.Duration) time.Time {
	now := s.clock.now().Add(d)
	s.clock.moveTo(now)
	for _, d := range s.data {
		d.update(d.storeTime)
	}
	return now
}

// now returns the service's time in Unix microseconds.
func (d *data) now() int64 { return d.clock.now().UnixMicro() }

// storeTime stores the time, so that the clock does not go back when the sandbox is started again.
func (d *data) storeTime() { d.counters.Put(&counter{"clock", d.now()}) }
