package diagnosis

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/output"
)

var testNow = time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC) // a Friday

// told returns messages of the service with their kinds.
func told(texts ...string) (list []Message) {
	for _, text := range texts {
		list = append(list, Message{Text: text, At: testNow, Where: []string{"shown"}, Kind: KindOf(text)})
	}
	return list
}

// failedFacts are those of a run that ended ten minutes ago, in which the backup of web-1 failed with messages.
func failedFacts(texts ...string) *Facts {
	return &Facts{
		Now: testNow, Name: "files", GroupID: "g", ID: "7:1", Number: "7", PolicyName: "gold", Status: "Failed", Start: testNow.Add(-15 * time.Minute), End: testNow.Add(-10 * time.Minute), Shown: []string{"shown"},
		Objects: []*Object{{ID: "1", Name: "web-1", Title: "web-1", HostID: "1", Failed: true, Said: told(texts...), Host: &Host{ID: "1", Name: "web-1", Agent: "kHealthy", Connection: "dc", ConnectionID: "c",
			Refreshed: testNow.Add(-time.Hour), Connectors: []*ConnectorState{{Name: "dc-1", Connected: true}}}}},
	}
}

const (
	connectFails = "Could not connect to the host."
	says         = "No space left on device."
	nothing      = "Backup failed."
	loginMessage = "Authentication failed."
)

// TestRules checks which causes facts give, as KIND SCORE, the strongest first.
func TestRules(t *testing.T) {
	away := func(f *Facts, seen time.Time) {
		f.Objects[0].Host.Connectors[0].Connected, f.Objects[0].Host.Connectors[0].Seen = false, seen
	}
	down := func(f *Facts) { f.Objects[0].Host.Agent = unreachable }
	window := func(t *testing.T, day, from, to string) any {
		policy, err := output.Read(strings.NewReader(fmt.Sprintf(`{"name":"gold","blackoutWindow":[{"day":%q,"startTime":{"hour":%s,"minute":0,"timeZone":"UTC"},"endTime":{"hour":%s,"minute":0,"timeZone":"UTC"}}]}`, day, from, to)))
		assert.NoError(t, err)
		return policy
	}
	late := func(f *Facts, usual time.Duration, read int64) {
		f.Status, f.Late, f.Read, f.Objects = "Succeeded", true, read, nil
		for i := range 3 {
			f.History = append(f.History, &Past{Number: fmt.Sprint(i), Status: "Succeeded", Start: testNow.Add(-time.Duration(i+2) * time.Hour), Duration: usual, Read: 1000})
		}
	}
	for name, c := range map[string]struct {
		said   []string
		change func(f *Facts)
		want   string
	}{
		"words alone":                         {[]string{says}, nil, "space 60"},
		"words of a link are vague":           {[]string{connectFails}, nil, "network 50"},
		"a message that says nothing":         {[]string{nothing}, nil, ""},
		"no message":                          {nil, nil, ""},
		"two messages":                        {[]string{says, "Access is denied."}, nil, "space 60, permission 60"},
		"the same twice":                      {[]string{says, "There is not enough space on the disk."}, nil, "space 60"},
		"a file, and why it failed":           {[]string{"/a: permission denied", says}, nil, "space 60"},
		"only a file":                         {[]string{"/a: permission denied"}, nil, "permission 60"},
		"agent down":                          {[]string{connectFails}, down, "agent 95"},
		"agent down, and nothing said":        {[]string{nothing}, down, "agent 72"},
		"agent down, and something else":      {[]string{says}, down, "space 60"},
		"agent down since":                    {[]string{nothing}, func(f *Facts) { down(f); f.Objects[0].Host.Refreshed = testNow.Add(-5 * time.Minute) }, ""},
		"agent down since, and said so":       {[]string{connectFails}, func(f *Facts) { down(f); f.Objects[0].Host.Refreshed = testNow.Add(-5 * time.Minute) }, "agent 60"},
		"agent down, long ago":                {[]string{nothing}, func(f *Facts) { down(f); f.Start, f.End = testNow.Add(-50*time.Hour), testNow.Add(-49*time.Hour) }, ""},
		"agent down, and a later run went on": {[]string{nothing}, func(f *Facts) { down(f); f.Objects[0].LaterGood = true }, ""},
		"agent degraded":                      {[]string{"The agent crashed."}, func(f *Facts) { f.Objects[0].Host.Agent = degraded }, "agent 90"},
		"connector away":                      {[]string{connectFails}, func(f *Facts) { away(f, testNow.Add(-time.Hour)) }, "connector 96"},
		"connector away, and agent down":      {[]string{connectFails}, func(f *Facts) { away(f, testNow.Add(-time.Hour)); down(f) }, "connector 96, agent 95"},
		"connector away, and nothing said":    {[]string{nothing}, func(f *Facts) { away(f, testNow.Add(-time.Hour)) }, "connector 72"},
		"connector away, and something else":  {[]string{says}, func(f *Facts) { away(f, testNow.Add(-time.Hour)) }, "space 60"},
		"connector away after the run":        {[]string{nothing}, func(f *Facts) { away(f, testNow.Add(-time.Minute)) }, ""},
		"one connector of two away": {[]string{nothing}, func(f *Facts) {
			away(f, testNow.Add(-time.Hour))
			f.Objects[0].Host.Connectors = append(f.Objects[0].Host.Connectors, &ConnectorState{Name: "dc-2", Connected: true})
		}, ""},
		"one connector of two away, and no connection": {[]string{connectFails}, func(f *Facts) {
			away(f, testNow.Add(-time.Hour))
			f.Objects[0].Host.Connectors = append(f.Objects[0].Host.Connectors, &ConnectorState{Name: "dc-2", Connected: true})
		}, "connector 55"},
		"others behind the connection failed": {[]string{connectFails}, func(f *Facts) { f.Neighbors = []*Neighbor{{Name: "others", Connection: "c"}} }, "connector 65"},
		"another with the same host failed":   {[]string{connectFails}, func(f *Facts) { f.Neighbors = []*Neighbor{{Name: "others", Connection: "c", HostID: "1"}} }, "network 50"},
		"log-in fails":                        {[]string{loginMessage}, func(f *Facts) { f.Objects[0].Host.LoginError = "wrong password" }, "credentials 95"},
		"log-in fails, and nothing said":      {[]string{nothing}, func(f *Facts) { f.Objects[0].Host.LoginError = "wrong password" }, "credentials 72"},
		"log-in fails for want of a link":     {[]string{nothing}, func(f *Facts) { f.Objects[0].Host.LoginError = "connection refused" }, ""},
		"access denied, and log-in fails":     {[]string{"Access is denied."}, func(f *Facts) { f.Objects[0].Host.LoginError = "wrong password" }, "credentials 95"},
		"refresh fails for the same reason":   {[]string{"certificate has expired"}, func(f *Facts) { f.Objects[0].Host.RefreshError = "x509: certificate has expired" }, "certificate 85"},
		"refresh fails for another reason":    {[]string{says}, func(f *Facts) { f.Objects[0].Host.RefreshError = "x509: certificate has expired" }, "space 60"},
		"gone, and looked for":                {[]string{"Database not found."}, func(f *Facts) { f.Objects[0].Looked, f.Objects[0].IsGone = true, true }, "gone 93"},
		"gone, by words":                      {[]string{"Database not found."}, func(f *Facts) { f.Objects[0].Looked = true }, "gone 55"},
		"events count where nothing is said": {[]string{nothing}, func(f *Facts) {
			f.Objects[0].Said = append(f.Objects[0].Said, Message{Text: says, Where: []string{"shown"}, Kind: Space, Event: true})
		}, "space 55"},
		"two objects": {[]string{says}, func(f *Facts) {
			other := *f.Objects[0]
			other.ID, other.Name, other.Title, other.Said = "2", "web-2", "web-2", told("License expired.")
			f.Objects = append(f.Objects, &other)
		}, "space 60, license 60"},
		"canceled":                 {nil, func(f *Facts) { f.Status = "Canceled"; f.Objects[0].Said = told("The copying was canceled.") }, "canceled 90"},
		"canceled, and agent down": {[]string{nothing}, func(f *Facts) { f.Status = "Canceled"; down(f) }, "canceled 90"},
		"canceled in a window": {nil, func(f *Facts) {
			f.Status, f.AbortsInBlack, f.Policy = "Canceled", true, window(t, "Friday", "11", "14")
		}, "blackout 92"},
		"canceled beside a window": {nil, func(f *Facts) {
			f.Status, f.AbortsInBlack, f.Policy = "Canceled", true, window(t, "Friday", "13", "14")
		}, "canceled 90"},
		"canceled in another's window": {nil, func(f *Facts) { f.Status, f.Policy = "Canceled", window(t, "Friday", "11", "14") }, "canceled 90"},
		"missed in a window":           {nil, func(f *Facts) { f.Status, f.Policy = "Missed", window(t, "Friday", "11", "14") }, "blackout 92"},
		"missed on another day":        {nil, func(f *Facts) { f.Status, f.Policy = "Missed", window(t, "Monday", "11", "14") }, ""},
		"missed behind another": {nil, func(f *Facts) {
			f.Status, f.History = "Missed", []*Past{{Number: "6", Status: "Running", Start: testNow.Add(-time.Hour)}}
		}, "overlap 90"},
		"missed long after another": {nil, func(f *Facts) {
			f.Status, f.History = "Missed", []*Past{{Number: "6", Status: "Succeeded", Start: testNow.Add(-time.Hour), End: testNow.Add(-50 * time.Minute)}}
		}, ""},
		"missed while paused":     {nil, func(f *Facts) { f.Status, f.Paused = "Missed", true }, "paused 72"},
		"late with more data":     {nil, func(f *Facts) { late(f, time.Minute, 5000) }, "more-data 80"},
		"late without":            {nil, func(f *Facts) { late(f, time.Minute, 1000) }, "slow 72"},
		"late as always":          {nil, func(f *Facts) { late(f, 5*time.Minute, 1000) }, "sla 72"},
		"late for the first time": {nil, func(f *Facts) { late(f, time.Minute, 1000); f.History = f.History[:1] }, ""},
		"late for want of a turn": {nil, func(f *Facts) {
			late(f, time.Minute, 1000)
			f.Objects = []*Object{{Name: "a", Title: "a", Queued: 4 * time.Minute}}
		}, "queue 90"},
		"only warned":            {[]string{"/a: file is locked"}, func(f *Facts) { f.Status = "SucceededWithWarning"; f.Objects[0].Failed = false; down(f) }, "open-file 60"},
		"recovery without leave": {[]string{"File already exists."}, func(f *Facts) { f.IsRecovery = true }, "exists 90"},
		"recovery with leave":    {[]string{"File already exists."}, func(f *Facts) { f.IsRecovery, f.Overwrites = true, true }, "exists 60"},
		"snapshot gone": {[]string{"Snapshot not found."}, func(f *Facts) {
			f.IsRecovery = true
			f.Objects[0].SnapshotLooked, f.Objects[0].SnapshotGone = true, true
		}, "snapshot 93"},
		"snapshot there":                {[]string{nothing}, func(f *Facts) { f.IsRecovery = true; f.Objects[0].SnapshotLooked = true }, ""},
		"recovery to a lost agent":      {[]string{connectFails}, func(f *Facts) { f.IsRecovery = true; down(f) }, "agent 95"},
		"the run says, not its objects": {nil, func(f *Facts) { f.Said = told("License expired.") }, "license 60"},
		"a run without objects":         {nil, func(f *Facts) { f.Objects = []*Object{{Failed: true, Said: told("License expired.")}} }, "license 60"},
		"nothing is known of the host":  {[]string{connectFails}, func(f *Facts) { f.Objects[0].Host = nil }, "network 50"},
	} {
		f := failedFacts(c.said...)
		if c.change != nil {
			c.change(f)
		}
		var found []string
		for _, cause := range f.Causes() {
			found = append(found, fmt.Sprintf("%s %d", cause.Kind, cause.Score))
			assert.NotEmpty(t, cause.Sentence, name)
			assert.NotEmpty(t, cause.Evidence, "%s: %s", name, cause.Kind)
			assert.NotEmpty(t, cause.next, "%s: %s", name, cause.Kind)
			assert.NotContains(t, cause.Sentence, "''", name)
			for _, e := range cause.Evidence {
				assert.NotEmpty(t, e.where, "%s: %s", name, e.Fact)
			}
		}
		assert.Equal(t, c.want, strings.Join(found, ", "), name)
	}
}

// TestStatesBeatWords checks that what a state proves comes before a coincidence, whatever the order of the objects.
func TestStatesBeatWords(t *testing.T) {
	f := failedFacts(connectFails)
	f.Objects[0].Host.Agent = unreachable
	other := failedFacts(says).Objects[0]
	other.ID, other.Name, other.Title = "2", "web-2", "web-2"
	f.Objects = append([]*Object{other}, f.Objects...)
	found := f.Causes()
	if assert.Len(t, found, 2) {
		assert.Equal(t, Agent, found[0].Kind)
		assert.Equal(t, []string{"web-1"}, found[0].Objects)
		assert.Equal(t, []string{"web-2"}, found[1].Objects)
	}
}

// TestHostileMessages checks that messages and names do no harm: what is printed has no control characters, and the longest ones take no time.
func TestHostileMessages(t *testing.T) {
	evil := "no space \x1b]0;owned\x07\x1b[2J left on device\r\nOK"
	f := failedFacts(evil, strings.Repeat("a cannot connect ", 200_000), "\xff\xfe disk full", "{{.Object}} disk quota exceeded", strings.Repeat("(", 5000)+" timed out")
	f.Name, f.Objects[0].Name, f.Objects[0].Title, f.Objects[0].Host.Name = evil, evil, evil, evil
	f.Objects[0].Host.Agent, f.Objects[0].Host.AgentSays, f.Objects[0].Host.LoginError = unreachable, evil, evil
	began := time.Now()
	found := f.Causes()
	assert.Less(t, time.Since(began), 2*time.Second)
	assert.NotEmpty(t, found)
	for _, cause := range found {
		texts := append([]string{cause.Sentence}, cause.Objects...)
		for _, e := range cause.Evidence {
			texts = append(texts, e.Fact)
		}
		for _, text := range texts {
			assert.Less(t, len(text), 2000)
			assert.NotContains(t, text, "\x1b")
			assert.NotContains(t, text, "\x07")
			assert.NotContains(t, text, "\n")
			assert.True(t, utf8.ValidString(text))
		}
	}
	assert.Equal(t, Kind(""), KindOf(strings.Repeat("x", longestMessage)+" no space left on device"), "the end of a long text does not count")
}

// FuzzKindOf checks that no message stops the look at it, and that a path in it is no word.
func FuzzKindOf(f *testing.F) {
	for _, seed := range []string{"", says, "a: /no/space/left/certificate: bad", "C:\\license\\quota", "\xff", "ERROR_DISK_FULL"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		KindOf(text)
		assert.Equal(t, Kind(""), KindOf("odd: /certificate/quota/"+strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, text)))
	})
}

func TestWhatTheServiceSaidIsShownWhereNothingExplainsIt(t *testing.T) {
	f := &Facts{
		Objects: []*Object{{Title: "web-1", Said: []Message{{Text: "It broke."}, {Text: "web-1: It broke."}}}, {Title: "web-2", Said: []Message{{Text: "a\x1b[2J"}}}},
		Said:    []Message{{Text: "web-1: It broke."}, {Text: "The run failed."}},
	}
	assert.Equal(t, []string{"The service said of 'web-1': It broke.", `The service said of 'web-2': a\u001b[2J`, "The service said: The run failed."}, f.heard())
	f.Objects = nil
	for i := range 20 {
		f.Objects = append(f.Objects, &Object{Title: string(rune('a' + i)), Said: []Message{{Text: "It broke."}}})
	}
	assert.Len(t, f.heard(), mostHeard)
	assert.Empty(t, (&Facts{}).heard())
}
