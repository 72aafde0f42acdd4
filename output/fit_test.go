package output

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// backups is a view with a column of every kind.
var backups = &View{Rows: "rows", Columns: []Column{
	{Title: "Name", Path: "name", Format: Entity}, {Title: "ID", Path: "id", Format: ID, Rank: 9}, {Title: "Environment", Path: "environment", Rank: 3},
	{Title: "Read", Path: "read", Format: Size, Rank: 5}, {Title: "Written", Path: "written", Format: Size, Rank: 5},
	{Title: "Started", Path: "started", Format: Usecs}, {Title: "Message", Path: "message", FreeText: true},
}}

// terminalOf returns a terminal that is so many columns wide, and what it shows.
func terminalOf(t *testing.T, width int) (s *Streams, out, said *bytes.Buffer) {
	t.Setenv("COLUMNS", fmt.Sprint(width))
	out, said = &bytes.Buffer{}, &bytes.Buffer{}
	return &Streams{Out: out, Err: said, OutTerm: true, ErrTerm: true}, out, said
}

// noon is the time of the clock in these tests.
var noon = time.Date(2026, 3, 10, 12, 0, 0, 0, time.UTC)

// choiceAt returns the choice of all that a view shows, at noon.
func choiceAt(v *View) *Choice {
	c := NewChoice(v, true)
	c.Now = func() time.Time { return noon }
	return c
}

// backup returns a row of backups that started some time before noon.
func backup(name string, number int, before time.Duration, message string) string {
	return fmt.Sprintf(`{"name":%q,"id":"3141592653589793:1746000000000:%d","environment":"kPhysical","read":1048576,"written":2048,"started":%d,"message":%q}`,
		name, number, noon.Add(-before).UnixMicro(), message)
}

func TestATableFitsATerminal(t *testing.T) {
	inUTC(t)
	answer := `{"rows":[` + backup("web", 12, 5*time.Minute, "") + "," + backup("db", 13, 26*time.Hour, "The agent on db-1 did not answer in time.") + `]}`
	for _, test := range []struct {
		width           int
		shown, remarked string
	}{
		{120, "" +
			"Name   ID   Environment   Read    Written   Started   Message\n" +
			"web    12   Physical      1 MiB   2 KiB     5m ago\n" +
			"db     13   Physical      1 MiB   2 KiB     1d ago    The agent on db-1 did not answer in time.\n", ""},
		{94, "" +
			"Name   Environment   Read    Written   Started   Message\n" +
			"web    Physical      1 MiB   2 KiB     5m ago\n" +
			"db     Physical      1 MiB   2 KiB     1d ago    The agent on db-1 did not answer in time.\n", "Hidden columns: ID. Use '-o wide' to see them.\n"},
		{85, "" + // where a column that went before a wide one has room again
			"Name   ID   Environment   Read    Started   Message\n" +
			"web    12   Physical      1 MiB   5m ago\n" +
			"db     13   Physical      1 MiB   1d ago    The agent on db-1 did not answer in time.\n", "Hidden columns: Written. Use '-o wide' to see them.\n"},
		{83, "" +
			"Name   Environment   Read    Started   Message\n" +
			"web    Physical      1 MiB   5m ago\n" +
			"db     Physical      1 MiB   1d ago    The agent on db-1 did not answer in time.\n", "Hidden columns: ID, Written. Use '-o wide' to see them.\n"},
		{40, "" +
			"Name   Started   Message\n" +
			"web    5m ago\n" +
			"db     1d ago    The agent on db-1 did …\n", "Hidden columns: ID, Environment, Read, Written. Use '-o wide' to see them.\n"},
		{22, "" +
			"Name   Started   Message\n" +
			"web    5m ago\n" +
			"db     1d ago    The agent o…\n", "Hidden columns: ID, Environment, Read, Written. Use '-o wide' to see them.\n"},
	} {
		s, out, said := terminalOf(t, test.width)
		require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(answer), nil))
		assert.Equal(t, test.shown, out.String(), test.width)
		assert.Equal(t, test.remarked, onOneLine(said.String()), test.width)
	}

	s, _, said := terminalOf(t, 40)
	s.Quiet = true
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(answer), nil))
	assert.Empty(t, said.String())
	s.Quiet, s.ErrTerm = false, false
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(answer), nil))
	assert.Empty(t, said.String(), "a log of errors holds none of it")
}

// TestWideTablesShowEverything compares what a terminal shows with -o wide and what goes to a pipe, and what a choice of columns shows.
func TestWideTablesShowEverything(t *testing.T) {
	inUTC(t)
	answer := `{"rows":[` + backup("web", 12, 5*time.Minute, "All "+strings.Repeat("is well ", 20)) + `]}`
	const id = "3141592653589793:1746000000000:12"
	s, out, said := terminalOf(t, 40)
	wide := choiceAt(backups)
	wide.Wide = true
	require.NoError(t, s.Table(wide, strings.NewReader(answer), nil))
	whole := out.String()
	assert.Contains(t, whole, "Started (UTC)")
	assert.Contains(t, whole, id+"   Physical      1 MiB   2 KiB     2026-03-10 11:55:00   All is well")
	out.Reset()
	s.OutTerm = false
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(answer), nil))
	assert.Equal(t, whole, out.String())
	out.Reset()
	s.OutTerm = true
	chosen := choiceAt(backups)
	require.NoError(t, chosen.Columns([]string{"id", "message", "started", "environment"}))
	require.NoError(t, s.Table(chosen, strings.NewReader(answer), nil))
	assert.Contains(t, out.String(), "well    2026-03-10 11:55:00   Physical\n")
	assert.Contains(t, out.String(), id)
	assert.Empty(t, said.String())
}

// TestWhatMustBeWholeIsNeverCut shows a name that alone is wider than the terminal.
func TestWhatMustBeWholeIsNeverCut(t *testing.T) {
	inUTC(t)
	s, out, _ := terminalOf(t, 30)
	name := strings.Repeat("long-", 20)
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(`{"rows":[`+backup(name, 1, time.Hour, "A message of some length.")+`]}`), nil))
	assert.Contains(t, out.String(), name+"   1h ago    A message o…\n")
}

// TestOneLongNameIsNoMatterOfTheOtherRows shows a name that is wider than the terminal among short ones.
func TestOneLongNameIsNoMatterOfTheOtherRows(t *testing.T) {
	inUTC(t)
	name, middling := strings.Repeat("long-", 20), strings.Repeat("m", 28)
	message := "The agent did not answer in time."
	rows := []string{backup(name, 1, time.Hour, message), backup(middling, 2, time.Hour, message)}
	for i := range 8 {
		rows = append(rows, backup("web", 3+i, time.Hour, message))
	}
	s, out, _ := terminalOf(t, 54)
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(`{"rows":[`+strings.Join(rows, ",")+`]}`), nil))
	lines := strings.Split(out.String(), "\n")
	assert.Equal(t, "Name   Started   Message", lines[0])
	assert.Equal(t, name+"   1h ago    The agent d…", lines[1])
	assert.Equal(t, middling+"   1h ago    The agent di…", lines[2])
	assert.Equal(t, "web    1h ago    "+message, lines[3])
	assert.LessOrEqual(t, runewidth.StringWidth(lines[2]), 54)

	s, out, _ = terminalOf(t, 60)
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(`{"rows":[`+strings.Join(rows[:2], ",")+`]}`), nil))
	assert.Contains(t, out.String(), "\n"+middling+strings.Repeat(" ", len(name)-len(middling)+gap), "where they are many, the column is as wide as they are")
}

// TestTheFirstRowsSettleWhatFits streams more rows than settle the columns, with wider ones behind them.
func TestTheFirstRowsSettleWhatFits(t *testing.T) {
	inUTC(t)
	s, out, said := terminalOf(t, 80)
	rows := make([]string, 0, 10*window)
	for i := range 10 * window {
		message := "short"
		if i > window {
			message = strings.Repeat("日本 ", 60)
		}
		rows = append(rows, backup("web", i, 90*time.Minute, message))
	}
	require.NoError(t, s.Table(choiceAt(backups), strings.NewReader(`{"rows":[`+strings.Join(rows, ",")+`]}`), nil))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, len(rows)+1)
	assert.Equal(t, "Name   ID   Environment   Read    Written   Started   Message", lines[0])
	for _, line := range lines {
		assert.LessOrEqual(t, runewidth.StringWidth(line), 80) // an id with a digit more pushes the rest aside, and the message gives way
	}
	assert.Regexp(t, "日本 日本 ?…$", lines[len(rows)])
	assert.Empty(t, said.String())
}

// TestEmptyColumnsGoFirst shows a long list, whose empty columns may have something to say later.
func TestEmptyColumnsGoFirst(t *testing.T) {
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name"}, {Title: "First", Path: "first", Rank: 9}, {Title: "Nothing", Path: "nothing", Rank: 1}}}
	s, out, said := terminalOf(t, 23)
	require.NoError(t, s.Table(choiceAt(view), strings.NewReader(`{"rows":[`+strings.Repeat(`{"name":"some name","first":"1"},`, window)+`{"name":"last"}]}`), nil))
	assert.True(t, strings.HasPrefix(out.String(), "Name        First\n"), out.String()[:40])
	assert.Equal(t, "Hidden columns: Nothing. Use '-o wide' to see them.\n", onOneLine(said.String()))
}

func TestRelativeTimes(t *testing.T) {
	for before, want := range map[time.Duration]string{
		0: "0s ago", -time.Second + 1: "0s ago", 59 * time.Second: "59s ago", 5*time.Minute + time.Second: "5m ago", 3 * time.Hour: "3h ago", 47 * time.Hour: "1d ago",
		7*day + 23*time.Hour: "7d ago", 8 * day: "", -time.Second: "in 1s", -3 * day: "in 3d", -13*day - time.Hour: "in 13d", -99*day - time.Hour: "in 99d", -100 * day: "",
	} {
		got, ok := relative(noon.Add(-before), noon)
		assert.Equal(t, want, got, before)
		assert.Equal(t, want != "", ok, before)
	}
}

// TestTheZoneStandsOnceInATable shows times of the winter and of the summer.
func TestTheZoneStandsOnceInATable(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	time.Local = berlin
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "n"}, {Title: "Started", Path: "at", Format: Secs}}}
	const winter, summer = 1772388000, 1782388000
	rows := func(times ...int) *strings.Reader {
		list := make([]string, len(times))
		for i, at := range times {
			list[i] = fmt.Sprintf(`{"n":"a","at":%d}`, at)
		}
		return strings.NewReader(`{"rows":[` + strings.Join(list, ",") + `]}`)
	}
	show := func(s *Streams, out *bytes.Buffer, headers bool, times ...int) string {
		out.Reset()
		choice := choiceAt(view)
		choice.headers = headers
		require.NoError(t, s.Table(choice, rows(times...), nil))
		return out.String()
	}
	s, out, _ := terminalOf(t, 80)
	s.OutTerm = false
	assert.Equal(t, "Name   Started (CET)\na      2026-03-01 19:00:00\na\n", show(s, out, true, winter, 0))
	assert.Equal(t, "Name   Started\na      2026-03-01 19:00:00 CET\na      2026-06-25 13:46:40 CEST\n", show(s, out, true, winter, summer))
	assert.Equal(t, "a   2026-03-01 19:00:00\na   2026-06-25 13:46:40\n", show(s, out, false, winter, summer), "scripts read times alone")
	long := make([]int, window+1)
	for i := range long {
		long[i] = winter
	}
	long[window] = summer
	shown := show(s, out, true, long...)
	assert.Contains(t, shown, "Started (CET)\na      2026-03-01 19:00:00\n")
	assert.True(t, strings.HasSuffix(shown, "\na      2026-06-25 13:46:40 CEST\n"), "a row that comes when the heading is there")

	s.OutTerm = true
	recent := int(noon.Unix()) - 7200
	assert.Equal(t, "Name   Started\na      2h ago\n", show(s, out, true, recent))
	assert.Equal(t, "Name   Started (CET)\na      2h ago\na      2026-03-01 19:00\n", show(s, out, true, recent, winter))
	assert.Equal(t, "Name   Started\na      2026-03-01 19:00 CET\na      2026-06-25 13:46 CEST\n", show(s, out, true, winter, summer))

	out.Reset()
	single := &View{Columns: view.Columns, Sections: []View{{Heading: "All", Rows: "rows", Columns: view.Columns}}}
	require.NoError(t, s.Table(choiceAt(single), strings.NewReader(fmt.Sprintf(`{"n":"a","at":%d,"rows":[{"n":"b","at":%d}]}`, summer, winter)), nil))
	assert.Equal(t, "Name      a\nStarted   2026-06-25 13:46:40 CEST\n\nAll\nName   Started (CET)\nb      2026-03-01 19:00\n", out.String())
	out.Reset()
	require.NoError(t, s.CSV(choiceAt(view), rows(winter), nil))
	assert.Equal(t, "Name,Started\na,2026-03-01T18:00:00Z\n", out.String())
}

// TestHiddenColumnsOfAPage shows a single thing whose lists are too wide.
func TestHiddenColumnsOfAPage(t *testing.T) {
	inUTC(t)
	section := View{Heading: "heading|Backups", Rows: "rows", Columns: backups.Columns}
	s, out, said := terminalOf(t, 53)
	answer := `{"name":"all","rows":[` + backup("web", 12, 5*time.Minute, "A message.") + `]}`
	require.NoError(t, s.Table(choiceAt(&View{Columns: backups.Columns[:1], Sections: []View{section, section}}), strings.NewReader(answer), nil))
	assert.Equal(t, 2, strings.Count(out.String(), "Name   Environment   Read    Started   Message\nweb    Physical      1 MiB   5m ago    A message.\n"))
	assert.Equal(t, "Hidden columns: ID, Written. Use '-o wide' to see them.\n", onOneLine(said.String()), "once")
}

func TestBriefIdentifiers(t *testing.T) {
	for id, want := range map[string]Cell{
		"3141592653589793:1746000000000:42": {Text: "3141592653589793:1746000000000:42", Brief: "42"},
		"42":                                {Text: "42", Brief: "42"}, "a:b:c": {Text: "a:b:c", Brief: "a:b:c"}, "1:2:3:4": {Text: "1:2:3:4", Brief: "1:2:3:4"}, "": {},
	} {
		assert.Equal(t, want, ID(id))
	}
	assert.Equal(t, Cell{Text: "17:1772388000000000", Brief: "17"}, RunID("17:1772388000000000"))
	assert.Equal(t, Cell{Text: "17:x"}, RunID("17:x"))

	column := Column{Kind: "policy", Path: "ids"}
	names := func(_, id string) string { return map[string]string{"1:2:3": "gold"}[id] }
	assert.Equal(t, Cell{Text: "gold, 1:2:4", Brief: "gold, 4", Data: "1:2:3, 1:2:4"}, column.cell(map[string]any{"ids": []any{"1:2:3", "1:2:4"}}, parsePath("ids"), names))
}

// TestABriefFormIsForPeopleAtATerminal filters by, sorts by and writes identifiers that a terminal shows in brief.
func TestABriefFormIsForPeopleAtATerminal(t *testing.T) {
	inUTC(t)
	answer := `{"rows":[` + backup("web", 12, time.Minute, "") + "," + backup("db", 13, time.Minute, "") + `]}`
	s, out, _ := terminalOf(t, 120)
	choice := choiceAt(backups)
	require.NoError(t, choice.Filter("ID=3141592653589793:1746000000000:13", func(_ Unit, typed string) (string, bool) { return typed, false }))
	require.NoError(t, s.Table(choice, strings.NewReader(answer), nil))
	assert.Contains(t, out.String(), "db     13   Physical")
	assert.NotContains(t, out.String(), "web")
	out.Reset()
	require.NoError(t, s.CSV(choiceAt(backups), strings.NewReader(answer), nil))
	assert.Contains(t, out.String(), "db,3141592653589793:1746000000000:13,kPhysical,1048576,2048,2026-03-10T11:59:00Z,\n")
	assert.Contains(t, out.String(), "ID,Environment,Read (bytes)")
}

// onOneLine returns a sentence that was filled into lines as it was.
func onOneLine(lines string) string {
	if lines == "" {
		return ""
	}
	return strings.Join(strings.Fields(lines), " ") + "\n"
}

// TestOneLongNameTakesNoRoomFromTheReasonsOfOthers has a name of more than a third of the terminal among short ones.
func TestOneLongNameTakesNoRoomFromTheReasonsOfOthers(t *testing.T) {
	inUTC(t)
	view := &View{Rows: "rows", Columns: []Column{{Title: "Name", Path: "name", Format: Entity}, {Title: "Reason", Path: "reason", FreeText: true}}}
	reason := "The host of the backup could not be reached by its agent in time, and so it goes on."
	var rows []string
	for _, name := range []string{"web-1", "web-2", "web-3", "restore-file-1-20261129-015333-166"} {
		rows = append(rows, fmt.Sprintf(`{"name":%q,"reason":%q}`, name, reason))
	}
	s, out, _ := terminalOf(t, 80)
	require.NoError(t, s.Table(choiceAt(view), strings.NewReader(`{"rows":[`+strings.Join(rows, ",")+`]}`), nil))
	lines := strings.Split(out.String(), "\n")
	assert.Equal(t, "web-1   The host of the backup could not be reached by its agent in time, and s…", lines[1])
	assert.Contains(t, lines[4], "restore-file-1-20261129-015333-166   The host")
	for _, line := range lines {
		assert.LessOrEqual(t, runewidth.StringWidth(line), 80)
	}
}
