package selection

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestWordsAreTakenApart(t *testing.T) {
	for typed, want := range map[string]Word{
		"web-1":                           {Source: "web-1"},
		"217":                             {Source: "217"},
		"web-1:/etc/app.yaml":             {Source: "web-1", Path: "/etc/app.yaml"},
		"web-1:/etc/":                     {Source: "web-1", Path: "/etc"},
		"web-1:/":                         {Source: "web-1", Path: "/"},
		"web-1://":                        {Source: "web-1", Path: "/"},
		"web-1:/etc//x/../y":              {Source: "web-1", Path: "/etc/y"},
		"web-1:/a b/ü, \"c\"'d":           {Source: "web-1", Path: "/a b/ü, \"c\"'d"},
		"web-1:/with:/colon":              {Source: "web-1", Path: "/with:/colon"},
		`win:C:\data`:                     {Source: "win", Path: "/C/data"},
		`win:c:\data\`:                    {Source: "win", Path: "/C/data"},
		"win:C:/data":                     {Source: "win", Path: "/C/data"},
		"win:D:":                          {Source: "win", Path: "/D"},
		`win:\data`:                       {Source: "win", Path: "/data"},
		"10.1.2.3:/etc":                   {Source: "10.1.2.3", Path: "/etc"},
		"fe80::1:/etc":                    {Source: "fe80::1", Path: "/etc"},
		"host:8080":                       {Source: "host:8080"},
		"c:/etc":                          {Source: "c", Path: "/etc"},
		"db-1/MSSQLSERVER/orders":         {Source: "db-1", Inside: "MSSQLSERVER/orders"},
		"roks/shop":                       {Source: "roks", Inside: "shop"},
		"https://roks.example:6443":       {Source: "https://roks.example:6443"},
		"https://roks.example:6443/shop":  {Source: "https://roks.example:6443", Inside: "shop"},
		"https://roks.example:6443/a:/b/": {Source: "https://roks.example:6443", Inside: "a:/b/"},
	} {
		got, err := ParseWord(typed)
		require.NoError(t, err, typed)
		want.Typed = typed
		assert.Equal(t, want, got, typed)
	}
	for typed, want := range map[string]string{
		"":        "names no host",
		"/etc":    "names no host",
		":/etc":   "names no host",
		`C:\data`: "names no host",
		"/shop":   "names no host",
		"web-1:":  "a path is missing behind the colon, such as 'web-1:/etc'",
		"roks/":   "a database or namespace is missing behind the slash",
	} {
		_, err := ParseWord(typed)
		require.ErrorContains(t, err, want, typed)
		var usage *engine.UsageError
		require.ErrorAs(t, err, &usage, typed)
	}
}

// in puts the local zone in the place of that of the machine.
func in(t *testing.T, zone string) *time.Location {
	t.Helper()
	location, err := time.LoadLocation(zone)
	require.NoError(t, err)
	old := time.Local
	time.Local = location
	t.Cleanup(func() { time.Local = old })
	return location
}

func TestMomentsAreRead(t *testing.T) {
	in(t, "Europe/Berlin")
	now := time.Date(2026, 11, 23, 10, 30, 0, 0, time.Local)
	for typed, want := range map[string]string{
		"08:10":                     "2026-11-23T08:10:00+01:00",
		"10:30":                     "2026-11-23T10:30:00+01:00",
		"10:31":                     "2026-11-22T10:31:00+01:00", // the last one that has passed
		"23:59:59":                  "2026-11-22T23:59:59+01:00",
		"-2d":                       "2026-11-21T10:30:00+01:00",
		"-90m":                      "2026-11-23T09:00:00+01:00",
		"+1d":                       "2026-11-23T10:30:00+01:00",
		"today":                     "2026-11-23T10:30:00+01:00",
		"yesterday":                 "2026-11-22T23:59:59.999999+01:00",
		"Yesterday 18:30":           "2026-11-22T18:30:00+01:00",
		"today 09:00":               "2026-11-23T09:00:00+01:00",
		"today 23:00":               "2026-11-23T10:30:00+01:00",
		"2026-11-20":                "2026-11-20T23:59:59.999999+01:00",
		"2026-11-20 18:30":          "2026-11-20T18:30:00+01:00",
		"2026-11-20T18:30":          "2026-11-20T18:30:00+01:00",
		"2026-11-20T18:30:00Z":      "2026-11-20T19:30:00+01:00",
		"2026-11-20T18:30:00+09:00": "2026-11-20T10:30:00+01:00",
		"2100-01-01":                "2026-11-23T10:30:00+01:00",
		"1795867391963811":          "2026-11-23T10:30:00+01:00", // microseconds, which lie ahead
		"1763805600000000":          "2025-11-22T11:00:00+01:00",
		// The clocks are put back on 25 October and ahead on 29 March: these days have 25 and 23 hours.
		"2026-10-25": "2026-10-25T23:59:59.999999+01:00",
		"2026-03-29": "2026-03-29T23:59:59.999999+02:00",
		"2026-07-01": "2026-07-01T23:59:59.999999+02:00",
	} {
		m, ok := ParseMoment(typed, now)
		require.True(t, ok, typed)
		assert.Equal(t, want, m.At.Local().Format(time.RFC3339Nano), typed)
		assert.Empty(t, m.Run, typed)
		assert.False(t, m.Latest(), typed)
	}
	for _, typed := range []string{"latest", "Latest", "now"} {
		m, ok := ParseMoment(typed, now)
		assert.True(t, ok && m.Latest(), typed)
	}
	for _, typed := range []string{"14:1795867391963811", "14", "100:20"} {
		m, ok := ParseMoment(typed, now)
		assert.True(t, ok, typed)
		assert.Equal(t, typed, m.Run, typed)
		assert.True(t, m.At.IsZero(), typed)
	}
	for _, typed := range []string{"", " ", "25:00", "12:60", "14:1", "1:2:3", "tomorrow", "2026-13-01", "2026-02-30", "-5x", "yesterday noon", "2026-11-20 25:00", "gestern"} {
		_, ok := ParseMoment(typed, now)
		assert.False(t, ok, "%q", typed)
	}
	// Where a time of day is skipped, one an hour away is meant.
	m, ok := ParseMoment("2026-03-29 02:30", now)
	require.True(t, ok)
	assert.LessOrEqual(t, m.At.Sub(time.Date(2026, 3, 29, 1, 30, 0, 0, time.Local)), time.Hour)
}

func TestMomentsCountByTheClockOfTheService(t *testing.T) {
	in(t, "UTC")
	now := time.Date(2026, 11, 23, 10, 30, 0, 0, time.UTC)
	service := now.Add(36 * time.Hour)
	for typed, want := range map[string]string{"-24h": "2026-11-23T22:30:00Z", "yesterday": "2026-11-23T23:59:59Z", "2026-11-24": "2026-11-24T22:30:00Z", "2026-11-20 18:30": "2026-11-20T18:30:00Z"} {
		m, ok := ParseMoment(typed, now)
		require.True(t, ok)
		assert.Equal(t, want, m.By(service).At.Format(time.RFC3339), typed)
		assert.Equal(t, m, m.By(time.Time{}), "a service that does not tell its time")
	}
	assert.True(t, Moment{}.By(service).Latest())
	run, _ := ParseMoment("14", now)
	assert.Equal(t, run, run.By(service))
}

const things = `{"objects":[
	{"id":202,"name":"web-1","environment":"kPhysical","objectType":"kHost","sourceInfo":{"id":202,"name":"web-1"}},
	{"id":206,"name":"PROD/orders","environment":"kSQL","sourceInfo":{"id":204,"name":"db-1"}},
	{"id":207,"name":"TEST/orders","environment":"kSQL","sourceInfo":{"id":204,"name":"db-1"}},
	{"id":208,"name":"PROD/bills","environment":"kSQL","sourceInfo":{"id":204,"name":"db-1"}},
	{"id":210,"name":"shop","environment":"kKubernetes","sourceInfo":{"id":209,"name":"roks"}},
	{"id":210,"name":"shop","environment":"kKubernetes","sourceInfo":{"id":209,"name":"roks"}},
	{"id":220,"name":"twice","environment":"kPhysical","sourceInfo":{"id":220,"name":"twice"},"latestSnapshotsInfo":[{"protectionGroupName":"old","protectionRunStartTimeUsecs":1763805600000000}]},
	{"id":221,"name":"Twice","environment":"kPhysical","sourceInfo":{"id":221,"name":"Twice"}}]}`

func TestProtectedObjectsAreFound(t *testing.T) {
	in(t, "UTC")
	for _, c := range []struct{ word, id, err string }{
		{"web-1", "202", ""},
		{"WEB-1:/etc", "202", ""},
		{"202:/etc", "202", ""},
		{"db-1/PROD/orders", "206", ""},
		{"DB-1/prod/ORDERS", "206", ""},
		{"204/PROD/orders", "206", ""},
		{"PROD/orders", "206", ""},
		{"db-1/bills", "208", ""},
		{"bills", "208", ""},
		{"shop", "210", ""}, // once, though it is in two groups
		{"roks/shop", "210", ""},
		{"orders", "", "Several objects are named 'orders'. Use one of these IDs:\n  206  db-1/PROD/orders  SQL\n  207  db-1/TEST/orders  SQL"},
		{"db-1/orders", "", "Several objects are named 'db-1/orders'."},
		{"twice", "", "220  twice  Physical  old  2025-11-22 10:00:00 UTC\n  221  Twice  Physical"},
		{"220", "220", ""},
		{"roks", "", "'roks' has no snapshots of its own, but what is on it has:\n  roks/shop"},
		{"db-1:/etc", "", "'db-1' has no snapshots of its own, but what is on it has:\n  db-1/PROD/orders\n  db-1/TEST/orders\n  db-1/PROD/bills"},
		{"shop:/etc", "", "'shop:/etc' is no host: 'roks/shop' is of the environment Kubernetes."},
		{"web-2", "", "'web-2' is not protected and has no snapshots."},
		{"web-11", "", "No object is named 'web-11'."},
	} {
		gate := &enginetest.Gate{Answers: map[string]string{
			api.SearchProtectedObjects.ID: things,
			api.SearchObjects.ID:          `{"objects":[{"id":203,"name":"web-2","environment":"kPhysical"}]}`,
		}}
		w, err := ParseWord(c.word)
		require.NoError(t, err)
		var wanted func(*Object) bool
		if w.Path != "" {
			wanted = OfEnvironment(Physical)
		}
		var out, errs bytes.Buffer
		o, err := FindProtected(gate.Context(t, &out, &errs), w, wanted)
		if c.err != "" {
			require.ErrorContains(t, err, c.err, c.word)
			continue
		}
		require.NoError(t, err, c.word)
		assert.Equal(t, c.id, o.ID, c.word)
		assert.Len(t, gate.Requests, 1, "%s: one search finds it", c.word)
	}
}

func TestAClusterIsASourceOfItsEnvironment(t *testing.T) {
	gate := &enginetest.Gate{IDs: map[string]string{"roks": "209", "web-1": "202"}, Answers: map[string]string{api.GetSourceRegistrations.ID: `{"registrations":[
		{"id":202,"environment":"kPhysical","sourceInfo":{"name":"web-1"}},{"id":209,"environment":"kKubernetes","sourceInfo":{"name":"roks"}}]}`}}
	var out, errs bytes.Buffer
	c := gate.Context(t, &out, &errs)
	for _, word := range []string{"roks", "209"} {
		o, err := FindSource(c, Word{Typed: word, Source: word}, Kubernetes)
		require.NoError(t, err)
		assert.Equal(t, "209 roks", o.ID+" "+o.Name)
	}
	_, err := FindSource(c, Word{Typed: "web-1", Source: "web-1"}, Kubernetes)
	require.ErrorContains(t, err, "'web-1' is no cluster: its environment is Physical.")
	_, err = FindSource(c, Word{Typed: "999", Source: "999"}, Kubernetes)
	require.ErrorContains(t, err, "No registered source is named '999'.")
}

func TestTheSnapshotOfAMomentIsChosen(t *testing.T) {
	in(t, "UTC")
	gate := &enginetest.Gate{Answers: map[string]string{api.GetObjectSnapshots.ID: `{"snapshots":[
		{"id":"a","snapshotTimestampUsecs":1795860000000000,"protectionGroupRunId":"1:1795860000000000","runType":"kFull","snapshotTargetType":"Archival"},
		{"id":"b","snapshotTimestampUsecs":1795860000000000,"protectionGroupRunId":"1:1795860000000000","runType":"kFull","snapshotTargetType":"Local"},
		{"id":"c","snapshotTimestampUsecs":1795863600000000,"protectionGroupRunId":"11:1795863600000000","runType":"kRegular"},
		{"id":"d","snapshotTimestampUsecs":1795867200000000,"protectionGroupRunId":"12:1795867200000000","runType":"kLog"},
		{"id":"","snapshotTimestampUsecs":1795870800000000,"runType":"kFull"}]}`}}
	at := func(n int64) Moment { return Moment{At: time.UnixMicro(n)} }
	object := &Object{ID: "202", Name: "web-1", Environment: Physical}
	for _, c := range []struct {
		m         Moment
		want, err string
	}{
		{Moment{}, "c", ""}, // the log shows nothing by itself
		{at(1795869000000000), "c", ""},
		{at(1795863600000000), "c", ""},
		{at(1795863599999999), "b", ""}, // the copy that is nearer
		{at(1795859999999999), "", "'web-1' has no snapshot from 2026-11-28 09:59:59 UTC or before."},
		{Moment{Run: "11:1795863600000000"}, "c", ""},
		{Moment{Run: "11"}, "c", ""},
		{Moment{Run: "1"}, "b", ""},
		{Moment{Run: "2"}, "", "'web-1' has no snapshot of run 2."},
	} {
		var out, errs bytes.Buffer
		s, err := Choose(gate.Context(t, &out, &errs), object, c.m)
		if c.err != "" {
			require.ErrorContains(t, err, c.err)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, s.ID)
	}
	var out, errs bytes.Buffer
	c := gate.Context(t, &out, &errs)
	short := engine.ShortSnapshot("202", "c")
	for _, id := range []string{"c", short, short[len("202-"):]} {
		s, err := ChooseByID(c, object, id)
		require.NoError(t, err, id)
		assert.Equal(t, "c", s.ID)
	}
	_, err := ChooseByID(c, object, "nosuch")
	require.ErrorContains(t, err, "'web-1' has no snapshot 'nosuch'.")
}

func TestThePlanSaysHowOldASnapshotIs(t *testing.T) {
	in(t, "UTC")
	s := &Snapshot{Taken: time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC)}
	now := s.Taken.Add(90 * time.Minute)
	for want, m := range map[string]Moment{
		"From the newest snapshot, of 2026-11-23 08:00:00 UTC, 1h 30m ago.":                {},
		"From the snapshot of 2026-11-23 08:00:00 UTC, 30m before the time you asked for.": {At: s.Taken.Add(30 * time.Minute)},
		"From the snapshot of 2026-11-23 08:00:00 UTC, of run 14:1\\u001b[31m.":            {Run: "14:1\x1b[31m"},
	} {
		s.Run = m.Run
		assert.Equal(t, want, s.Origin(m, now))
	}
	assert.Contains(t, s.Origin(Moment{}, s.Taken.Add(-time.Hour)), ", 0s ago.", "a clock that is behind")
}
