package service

import (
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAddressesThatAreTheSame(t *testing.T) {
	const a = "https://a.us-east.backup-recovery.cloud.ibm.com"
	for b, same := range map[string]bool{a: true, a + "/": true, a + "/v2": true, a + ":444": false, "https://b.us-east.backup-recovery.cloud.ibm.com": false, "": false, "://": false} {
		assert.Equal(t, same, sameBase(a, b), b)
		assert.Equal(t, same, sameBase(b, a), b)
	}
}

func TestWhatTheResourceControllerLeavesOut(t *testing.T) {
	full := resource{GUID: "g", Region: "us-east"}
	assert.Equal(t, "https://g.us-east.backup-recovery.cloud.ibm.com", full.instance().Public)
	assert.Equal(t, "https://g.private.us-east.backup-recovery.cloud.ibm.com", full.instance().Private)
	for _, r := range []resource{{GUID: "g"}, {Region: "us-east"}, {}} {
		assert.Empty(t, r.instance().Public)
		assert.Empty(t, r.instance().Private)
	}
}

func TestTheNextPageIsOnTheSameHost(t *testing.T) {
	base, err := url.Parse("https://resource-controller.cloud.ibm.com")
	require.NoError(t, err)
	for next, want := range map[string]string{"": "", "/v2/x?start=1": "/v2/x?start=1", "https://resource-controller.cloud.ibm.com/v2/y": "/v2/y"} {
		got, err := nextPage(base, next)
		require.NoError(t, err, next)
		assert.Equal(t, want, got)
	}
	for _, next := range []string{"https://elsewhere.example/v2", "//elsewhere.example/v2", "https://resource-controller.cloud.ibm.com:444/", "http://[::1", "\x7f"} {
		_, err := nextPage(base, next)
		assert.Error(t, err, next)
	}
}

// TestWhichInstanceIsMeant checks every reason for which one of several is taken, and that none is where two would do.
func TestWhichInstanceIsMeant(t *testing.T) {
	a := Instance{Name: "a", GUID: "1", Region: "us-east", Group: "ops", State: "active"}
	b := Instance{Name: "b", GUID: "2", Region: "eu-de", Group: "dev", State: "active"}
	again := Instance{Name: "a", GUID: "3", Region: "eu-de", Group: "dev", State: "provisioning"}
	gone := Instance{Name: "c", GUID: "4", Region: "eu-de", Group: "dev", State: "removed"}
	for _, test := range []struct {
		list                []Instance
		word, region, group string
		guid                string // "" for none
		preferred           bool
		found               int // of which none was taken
		twice               bool
	}{
		{list: []Instance{a}, guid: "1"}, {list: []Instance{again}, guid: "3"}, {list: nil},
		{list: []Instance{a, b}, found: 2}, {list: []Instance{a, b}, word: "b", guid: "2"}, {list: []Instance{a, b}, region: "us-east", guid: "1"}, {list: []Instance{a, b}, region: "jp-tok", found: 2},
		{list: []Instance{a, b}, group: "dev", guid: "2", preferred: true}, {list: []Instance{a, b}, group: "web", found: 2},
		{list: []Instance{again, b}, guid: "2"}, {list: []Instance{again, gone}, found: 2}, {list: []Instance{a, b, gone}, found: 3},
		{list: []Instance{a, again}, word: "a", found: 2, twice: true}, {list: []Instance{a, again}, word: "a", group: "ops", guid: "1", preferred: true}, {list: []Instance{a, again, b}, word: "a", found: 2, twice: true},
		{list: []Instance{a, b}, word: "x", found: 2}, {list: []Instance{a, again}, word: "a", region: "eu-de", guid: "3"},
	} {
		chosen, preferred, err := choose(test.list, test.word, test.region, test.group)
		if test.guid != "" {
			if assert.NoError(t, err, "%+v", test) {
				assert.Equal(t, test.guid, chosen.GUID, "%+v", test)
				assert.Equal(t, test.preferred, preferred, "%+v", test)
			}
			continue
		}
		var none *NoInstance
		if assert.ErrorAs(t, err, &none, "%+v", test) {
			assert.Len(t, none.Found, test.found, "%+v", test)
			assert.Equal(t, test.twice, none.Twice, "%+v", test)
		}
	}
}

// TestASavedAddressThatIsNotUsed checks which saved address is said to be without effect.
func TestASavedAddressThatIsNotUsed(t *testing.T) {
	const used = "https://one.us-east.backup-recovery.cloud.ibm.com"
	for saved, want := range map[string]string{
		"": "", used: "", used + "/v2": "", "https://two.us-east.backup-recovery.cloud.ibm.com": "https://two.us-east.backup-recovery.cloud.ibm.com",
		"https://me:secret@two.example": "https://" + hidden + "@two.example", "none": "none",
	} {
		assert.Equal(t, want, (&Session{Settings: memory{SettingURL: saved}}).unusedURL(used), saved)
		assert.Equal(t, want, (&Session{Settings: memory{SettingOtherURL: saved}}).unusedURL(used), saved)
	}
}

// TestTheSavedInstanceIsOfItsRegion checks that a region on the command line leaves a saved instance of another region out.
func TestTheSavedInstanceIsOfItsRegion(t *testing.T) {
	for region, want := range map[string]string{"": "one", "us-east": "one", "eu-de": "two"} {
		w := newWorld(t)
		w.add("two", "eu-de", "https://two.backup-recovery.cloud.ibm.com", nil)
		w.Settings = memory{SettingInstance: w.resources[0]["crn"].(string)}
		target, err := w.locate(t.Context(), Selection{Region: region})
		require.NoError(t, err, region)
		assert.Equal(t, want, target.Instance.Name, region)
	}
	w := newWorld(t)
	w.add("two", "eu-de", "https://two.backup-recovery.cloud.ibm.com", nil)
	w.Settings = memory{SettingInstance: "one"}
	_, err := w.locate(t.Context(), Selection{Region: "eu-de"})
	assert.Error(t, err, "a name says no region")
}
