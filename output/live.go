package output

import (
	"io"

	"github.com/mattn/go-runewidth"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// Live shows lines in place on the terminal at standard error and draws them anew several times a second, until stop
// is called, which takes them away. lines gives what is to be seen; it is called from another goroutine. What does
// not fit into a line is cut. Live belongs behind CanAnimate.
func (s *Streams) Live(lines func() []string) (stop func()) {
	var rest []string
	cut := func(line string, stat decor.Statistics) string {
		return runewidth.Truncate(Clean(line), max(stat.AvailableWidth-1, 10), "…")
	}
	first := mpb.BarFillerFunc(func(w io.Writer, stat decor.Statistics) error {
		all := lines()
		rest = all[1:]
		_, err := io.WriteString(w, cut(all[0], stat))
		return err
	})
	others := mpb.BarFillerFunc(func(w io.Writer, stat decor.Statistics) error {
		for _, line := range rest {
			if _, err := io.WriteString(w, cut(line, stat)+"\n"); err != nil {
				return err
			}
		}
		return nil
	})
	p := mpb.New(mpb.WithOutput(s.Err), mpb.WithAutoRefresh())
	bar, err := p.Add(0, first, mpb.BarFillerTrim(), mpb.BarExtender(others, false), mpb.BarRemoveOnComplete())
	if err != nil {
		return func() {}
	}
	return func() {
		bar.Abort(true)
		p.Wait()
	}
}
