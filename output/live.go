package output

import (
	"io"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/cupwriter"
)

// drawEvery is how often lines in place are drawn anew.
const drawEvery = 120 * time.Millisecond

// Live shows lines in place on the terminal at standard error and draws them anew several times a second, until stop
// is called, which takes them away; calling it twice does no harm. lines returns what is to be shown; it is called from
// another goroutine. What does not fit is cut. Live belongs behind CanAnimate.
func (s *Streams) Live(lines func() []string) (stop func()) {
	w := cupwriter.New(s.Err, false)
	if f := fileOf(s.Err); f != nil {
		w.SetTermFd(int(f.Fd()))
	}
	draw := func() {
		width, height, err := w.GetTermSize()
		if err != nil || width < 20 || height < 5 {
			width, height = 80, 24
		}
		all := lines()
		all = all[:min(len(all), height-1)]
		for _, line := range all {
			w.WriteString(runewidth.Truncate(Clean(line), width-1, "…") + "\n")
		}
		// What somebody types is echoed behind our lines and moves the cursor.
		_, _ = io.WriteString(s.Err, "\r")
		_ = w.Flush(len(all)) // a terminal that has gone is no reason to end the work
	}
	quit, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(drawEvery)
		defer tick.Stop()
		for {
			draw()
			select {
			case <-tick.C:
			case <-quit:
				_, _ = io.WriteString(s.Err, "\r")
				_ = w.Flush(0)
				return
			}
		}
	}()
	var once sync.Once
	return func() {
		once.Do(func() { close(quit) })
		<-done
	}
}
