package health

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
)

var testNow = time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC)

func newWatching(names ...string) *watching {
	d := &document{summary: &summary{}}
	for i, name := range names {
		d.add(&problem{asOf: testNow, Finding: &survey.Finding{Kind: survey.Failed, Name: name, Reason: "no room on " + name, Next: "br run get " + name, Words: []string{"run", name}, Counts: true, Since: testNow.Add(-time.Duration(i) * time.Hour).UnixMicro()}})
	}
	return &watching{
		look: func() (*document, error) { return d, nil }, reason: func(err error) string { return err.Error() }, now: func() time.Time { return testNow },
		paint: func(_ output.Tone, text string) string { return text }, interval: time.Minute,
		open: func(_ int, words []string) (string, error) {
			return strings.Join(words, " ") + "\n" + strings.Repeat("line\n", 50), nil
		},
	}
}

// play starts a program of 80 columns and 20 lines, and presses keys. It carries out what they ask for.
func (m *watching) play(t *testing.T, keys ...string) string {
	do := func(cmd tea.Cmd) {
		if cmd != nil {
			m.Update(cmd())
		}
	}
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 20})
	if m.shown == nil {
		do(m.Init())
	}
	for _, key := range keys {
		press := tea.KeyPressMsg{Text: key}
		switch key {
		case "enter":
			press = tea.KeyPressMsg{Code: tea.KeyEnter}
		case "end":
			press = tea.KeyPressMsg{Code: tea.KeyEnd}
		case "pgdown":
			press = tea.KeyPressMsg{Code: tea.KeyPgDown}
		}
		_, cmd := m.Update(press)
		do(cmd)
	}
	text := m.View().Content
	lines := strings.Split(text, "\n")
	require.LessOrEqual(t, len(lines), 20)
	for _, line := range lines {
		require.LessOrEqual(t, len([]rune(line)), 80, line)
	}
	return text
}

func TestWatchShowsRowsAndTheNextCommandOfTheChosenOne(t *testing.T) {
	m := newWatching("a", "b")
	text := m.play(t)
	assert.Contains(t, text, "> Failed")
	assert.Contains(t, text, "br run get a")
	assert.Contains(t, text, "no room on b")
	assert.Contains(t, text, "1h ago")
	assert.Contains(t, m.play(t, "j"), "br run get b")
	assert.Contains(t, m.play(t, "j", "j", "j"), "br run get b", "the last stays chosen")
}

func TestWatchKeepsTheChosenRowWhereRowsMove(t *testing.T) {
	m := newWatching("a", "c", "b")
	m.play(t, "j")
	assert.Contains(t, m.play(t, "s", "s"), "br run get c", "sorted by name")
	fresh := newWatching("z", "c")
	fresh.shown = nil
	d, _ := fresh.look()
	m.Update(looked{d, nil, testNow})
	assert.Contains(t, m.play(t), "br run get c")
	m.Update(looked{&document{summary: &summary{}}, nil, testNow})
	assert.Contains(t, m.play(t), "Nothing needs attention")
	m.Update(looked{&document{summary: &summary{}, idle: noGroup}, nil, testNow})
	assert.Contains(t, m.play(t), "nothing is backed up")
	m.Update(looked{&document{summary: &summary{}, unmet: []string{"web-9"}}, nil, testNow})
	assert.Contains(t, m.play(t), "Nothing here matches web-9")
	m.Update(looked{&document{summary: &summary{}}, errors.New("forbidden"), testNow})
	assert.NotContains(t, m.play(t), "Nothing needs attention", "what was not read may")
}

// TestWatchTellsAgesByTheServiceClock has a service whose clock is an hour ahead.
func TestWatchTellsAgesByTheServiceClock(t *testing.T) {
	m := newWatching("a")
	d, _ := m.look()
	d.Attention[0].asOf = testNow.Add(time.Hour)
	assert.Contains(t, m.play(t), "1h ago")
	m.now = func() time.Time { return testNow.Add(time.Hour) }
	assert.Contains(t, m.play(t), "2h ago", "and it goes on")
}

// TestWatchShowsHowFarRunsAre has runs with and without a percentage and an expected end.
func TestWatchShowsHowFarRunsAre(t *testing.T) {
	m := newWatching("a")
	d, _ := m.look()
	percent := 65.4
	d.Running = []*running{{Group: "files", Percent: &percent, End: testNow.Add(3 * time.Minute).UnixMicro(), asOf: testNow}, {Group: "db\x1b", asOf: testNow}, {Group: "late", End: testNow.UnixMicro(), asOf: testNow.Add(time.Minute)}}
	assert.Contains(t, m.play(t), "Running: 3.\nfiles 65% (3m left), db\\u001b, late\n")
	m.now = func() time.Time { return testNow.Add(time.Minute) }
	assert.Contains(t, m.play(t), "files 65% (2m left)")
}

func TestWatchOpensAPageAndScrolls(t *testing.T) {
	m := newWatching("a")
	text := m.play(t, "enter")
	assert.Contains(t, text, "run a")
	assert.NotContains(t, m.play(t, "pgdown"), "run a\n")
	m.play(t, "end", "end")
	assert.LessOrEqual(t, m.page.top, 51)
	assert.Contains(t, m.play(t, "q"), "> Failed")
	m.open = func(int, []string) (string, error) { return "", engine.ErrChanges }
	text = m.play(t, "enter")
	assert.Contains(t, text, "no room on a")
	assert.Contains(t, text, "not run here")
}

func TestWatchKeepsTheLastStateWhereALookFails(t *testing.T) {
	m := newWatching("a")
	m.play(t)
	m.look = func() (*document, error) { return nil, errors.New("no answer") }
	text := m.play(t, "r")
	assert.Contains(t, text, "no answer")
	assert.Contains(t, text, "no room on a")
}

func TestWatchFitsManyRows(t *testing.T) {
	names := make([]string, 300)
	for i := range names {
		names[i] = strings.Repeat("x", 90) + string(rune('a'+i%26))
	}
	m := newWatching(names...)
	assert.Contains(t, m.play(t, "end"), ">")
	assert.Equal(t, 299, m.chosen)
}

func TestWatchShowsTheWholeReasonOfTheChosenRow(t *testing.T) {
	m := newWatching("a", strings.Repeat("long", 10))
	assert.Contains(t, m.play(t, "j"), "no room on "+strings.Repeat("long", 10))
}

func TestWatchUsesAScreenThatGrew(t *testing.T) {
	m := newWatching("a", "b", "c", "d", "e")
	m.play(t)
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 5})
	m.key("end")
	assert.NotContains(t, m.View().Content, "no room on a")
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 20})
	assert.Contains(t, m.View().Content, "no room on a")

	m.play(t, "enter")
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 8})
	m.key("end")
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 200})
	assert.Equal(t, 50, strings.Count(m.View().Content, "line\n"))
}

func TestWatchShowsWhatMattersOnALowScreen(t *testing.T) {
	m := newWatching("a", "b", "c", "d")
	m.play(t, "j")
	for height, wants := range map[int][]string{
		1: {"> Failed"}, 2: {"4 problems", "> Failed"}, 3: {"4 problems", "> Failed", "br run get b"}, 4: {"4 problems", "> Failed", "br run get b", "q quit"},
		7: {"4 problems", "no room on a", "no room on d", "br run get b", "q quit"}, 10: {"4 problems", "no room on d", "br run get b", "q quit"},
		11: {"As of", "4 problems", "Reason", "no room on c", "br run get b", "q quit"},
	} {
		m.Update(tea.WindowSizeMsg{Width: 80, Height: height})
		text := m.View().Content
		assert.LessOrEqual(t, len(strings.Split(text, "\n")), height)
		for _, want := range wants {
			assert.Contains(t, text, want, "%d lines", height)
		}
	}
	m.trouble = errors.New("no answer")
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 4})
	assert.Contains(t, m.View().Content, "no answer")
	m.play(t, "enter")
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 4})
	assert.Equal(t, 4, len(strings.Split(m.View().Content, "\n")))
	assert.Contains(t, m.View().Content, "run b")
}

func TestWatchPutsAPageWhereItBelongs(t *testing.T) {
	m := newWatching("a", "b")
	m.play(t)
	slow := m.key("enter")
	m.key("q")
	m.key("j")
	fast := m.key("enter")
	m.Update(fast())
	m.Update(slow()) // of the row before
	assert.Contains(t, m.View().Content, "\nrun b")
	m.key("q")
	m.Update(slow())
	assert.Contains(t, m.View().Content, "> Failed")
}

func TestWatchAsksNoMoreOftenWhereSomebodyAsked(t *testing.T) {
	m := newWatching("a")
	m.play(t, "r", "r")
	asks := 0
	for looks := range m.looks + 1 { // the timers of all looks run out
		if _, cmd := m.Update(due{looks}); cmd != nil {
			asks++
		}
	}
	assert.Equal(t, 1, asks)
}

func TestFoldedShowsAFewOfEachKind(t *testing.T) {
	var list []*problem
	for range 20 {
		list = append(list, &problem{asOf: testNow, Finding: &survey.Finding{Kind: survey.Unprotected, Name: "host"}})
	}
	list = append(list, &problem{asOf: testNow, Finding: &survey.Finding{Kind: survey.Upgrade, Name: "last"}})
	short := folded(&engine.Context{Options: &engine.Options{}, Args: []string{"web-*"}}, list)
	require.Len(t, short, maxOfKind+2)
	assert.Equal(t, "15 more", short[maxOfKind].Name)
	assert.Contains(t, short[maxOfKind].Next, "status 'web-*' --output wide")
	assert.Equal(t, "last", short[maxOfKind+1].Name)
}

func TestHelpNamesEachKind(t *testing.T) {
	cli := enginetest.New(t, &engine.Catalog{Namespace: "backup-recovery", Commands: []*engine.Command{&Commands[0]}})
	require.Equal(t, 0, cli.Run("status", "--help"))
	for _, kind := range survey.Kinds {
		assert.Regexp(t, `\b`+string(kind.Kind)+`\b`, cli.Out.String())
	}
}
