package output

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// lineEvery is how often a meter says how far it is where it cannot draw.
const lineEvery = 10 * time.Second

// Meter shows on standard error how much of something has arrived: on a terminal as a bar, elsewhere as a line now
// and then, and not at all when nothing is to be said.
type Meter struct {
	streams *Streams
	what    string
	base    int64 // bytes that were there before
	began   time.Time
	now     func() time.Time
	live    bool
	stop    func()

	mu     sync.Mutex
	done   int64 // bytes
	total  int64 // bytes; 0 while it is not known
	spoken time.Time
}

// Meter begins to show how far something is that has base bytes already. now is the clock.
func (s *Streams) Meter(what string, base int64, now func() time.Time) *Meter {
	m := &Meter{streams: s, what: what, base: base, done: base, began: now(), spoken: now(), now: now, stop: func() {}}
	if m.live = s.CanAnimate(); m.live {
		m.stop = s.Live(func() []string { return []string{m.line(true)} })
	}
	return m
}

// Set takes in how many bytes have arrived of how many; total is 0 while it is not known.
func (m *Meter) Set(done, total int64) {
	m.mu.Lock()
	m.done, m.total = done, total
	due := !m.live && !m.streams.Quiet && m.now().Sub(m.spoken) >= lineEvery
	if due {
		m.spoken = m.now()
	}
	m.mu.Unlock()
	if due {
		_, _ = fmt.Fprintln(m.streams.Err, m.line(false))
	}
}

// Took is how long it has taken so far.
func (m *Meter) Took() time.Duration { return m.now().Sub(m.began) }

const barWidth = 24

// line says how far it is: how much of how much, how fast, and how long it will take.
func (m *Meter) line(bar bool) string {
	m.mu.Lock()
	defer m.mu.Unlock()
	took := m.now().Sub(m.began)
	var rate int64 // bytes a second
	if took >= time.Second/2 {
		rate = int64(float64(m.done-m.base) / took.Seconds())
	}
	line := m.what + "  "
	if m.total > 0 {
		if bar {
			full := int(min(m.done*barWidth/m.total, barWidth))
			line += "[" + strings.Repeat("#", full) + strings.Repeat("-", barWidth-full) + "]  "
		}
		line += i18n.T("meter.done|{{.Size}} of {{.Total}} ({{.Percent}}%)", "Size", Bytes(m.done), "Total", Bytes(m.total), "Percent", m.done*100/m.total)
	} else {
		line += Bytes(m.done)
	}
	if rate > 0 {
		line += "  " + i18n.T("meter.rate|{{.Size}}/s", "Size", Bytes(rate))
		if m.total > 0 {
			left := time.Duration(float64(m.total-m.done) / float64(rate) * float64(time.Second))
			line += "  " + i18n.T("meter.left|{{.Span}} left", "Span", Duration(left.Round(time.Second)))
		}
	}
	return line
}

// Stop ends the showing and takes a drawing away.
func (m *Meter) Stop() { m.stop() }
