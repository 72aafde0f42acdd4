package alerts

import (
	"bytes"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// context returns what a job works with whose requests a gate answers, with arguments.
func context(t *testing.T, gate *enginetest.Gate, args ...string) (c *engine.Context, out *bytes.Buffer) {
	out = &bytes.Buffer{}
	return gate.Context(t, out, out, args...), out
}

// TestOpenAsksTheInstance reads the open alerts, and takes a refusal that says that there is no such thing for none.
func TestOpenAsksTheInstance(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{"GetAlerts": `{"alerts":[{"id":"1"},{"id":"2"}]}`}}
	c, _ := context(t, gate)
	c.Options.Target.Tenant = "t/"
	open, err := Open(c)
	require.NoError(t, err)
	assert.Len(t, open, 2)
	r := gate.Requests[0]
	assert.Equal(t, "instance", r.Op.Server)
	assert.Equal(t, []string{"kOpen"}, r.Get("alertStates"))
	assert.Equal(t, []string{"t/"}, r.Get(api.TenantHeader))
	assert.Equal(t, "management-sre", api.GetAlerts.Server, "the operation itself stays as it is")
	assert.Nil(t, api.GetAlerts.Param(api.TenantHeader))

	for status, tolerated := range map[int]bool{403: true, 404: true, 405: true, 501: true, 400: false, 401: false, 500: false, 503: false} {
		gate.Refuse = func(*api.Request) error { return &service.Error{Status: status} }
		open, err := Open(c)
		assert.Empty(t, open)
		assert.Equal(t, tolerated, err == nil, status)
	}
	gate.Refuse = func(*api.Request) error { return errors.New("no network") }
	_, err = Open(c)
	assert.Error(t, err)
}

// TestAnAlertIsFoundByTheEndOfItsID takes an ID whole or by its last part, and not where several end so.
func TestAnAlertIsFoundByTheEndOfItsID(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{"GetAlerts": `{"alerts":[]}`}}
	show := func(word string) error {
		c, _ := context(t, gate, word)
		return getAlert(nil)(c)
	}
	var failure *engine.Failure
	require.ErrorAs(t, show("7:8:9"), &failure)
	assert.Equal(t, engine.ExitNotFound, failure.Exit)
	assert.Equal(t, []string{"GetAlerts"}, gate.Sent(), "a whole ID is asked for once")

	const all = `{"alerts":[{"id":"7:8:9"},{"id":"7:9:19"},{"id":"7:9:5"},{"id":"8:9:5"}]}`
	c, _ := context(t, &enginetest.Gate{Answers: map[string]string{"GetAlerts": all}}, "9")
	ending := func(word string) ([]byte, error) {
		return find(c, api.NewRequest(&api.GetAlerts), func(id string) bool { return id[len(id)-len(word)-1:] == ":"+word })
	}
	raw, err := ending("9")
	require.NoError(t, err)
	assert.JSONEq(t, `{"id":"7:8:9"}`, string(raw), "19 ends in 9, and is another one")
	_, err = ending("5")
	require.ErrorAs(t, err, &failure)

	// Where the service gives other alerts too, none of them is taken for the one that was asked for.
	for word, want := range map[string]string{"7:9:5": `{"id":"7:9:5"}`, "9": `{"id":"7:8:9"}`, "7": ""} {
		c, out := context(t, &enginetest.Gate{Answers: map[string]string{"GetAlerts": all}}, word)
		c.Options.Format = output.JSONFormat
		err := getAlert(nil)(c)
		assert.Equal(t, want == "", err != nil, "%s: %v", word, err)
		if want != "" {
			assert.JSONEq(t, want, out.String(), word)
		}
	}
}

// TestWhatAnAlertIsAbout looks for the most telling property.
func TestWhatAnAlertIsAbout(t *testing.T) {
	property := func(key, value string) map[string]any { return map[string]any{"key": key, "value": value} }
	assert.Equal(t, "web-1", object(map[string]any{"clusterName": "c", "propertyList": []any{property("group", "files"), property("object", "web-1")}}).Text)
	assert.Equal(t, "files", object(map[string]any{"clusterName": "c", "propertyList": []any{property("object", ""), property("group", "files")}}).Text)
	assert.Equal(t, "c", object(map[string]any{"clusterName": "c", "propertyList": []any{property("other", "x")}}).Text)
	assert.Empty(t, object(nil).Text)
	assert.Equal(t, output.Bad, severity("kCritical").Tone)
	assert.Equal(t, output.Warning, state("kOpen").Tone)
	assert.Equal(t, "15", shortID("1:2:15").Brief)
	assert.Equal(t, "15", shortID("15").Brief)
}

// TestClustersAreFoundByName names clusters in every way, and one that two have.
func TestClustersAreFoundByName(t *testing.T) {
	gate := &enginetest.Gate{Answers: map[string]string{"GetClustersInfo": `{"cohesityClusters":[{"clusterName":"a","clusterId":9007199254740993,"clusterIncarnationId":2,"currentVersion":"7.1"},
		{"clusterName":"b","clusterId":3,"clusterIncarnationId":4}],"spClusters":[{"clusterName":"B","clusterId":5,"clusterIncarnationId":6}]}`}}
	c, _ := context(t, gate)
	for _, word := range []string{"A", "a", "9007199254740993", "9007199254740993:2"} {
		found, err := findClusters(c, []string{word})
		require.NoError(t, err, word)
		raw, err := bodyOf(found)
		require.NoError(t, err)
		assert.JSONEq(t, `[{"clusterId":9007199254740993,"clusterIncarnationId":2,"currentVersion":"7.1"}]`, string(raw))
		assert.Contains(t, string(raw), "9007199254740993", "every digit")
	}
	found, err := findClusters(c, []string{"a", "9007199254740993", "3", "A"})
	require.NoError(t, err)
	assert.Len(t, found, 2, "one that several words name is upgraded once")
	for _, word := range []string{"b", "c", "9007199254740992", ""} {
		var failure *engine.Failure
		_, err := findClusters(c, []string{word})
		require.ErrorAs(t, err, &failure, word)
		assert.Equal(t, engine.ExitNotFound, failure.Exit)
	}
}

// TestWhatWasRefusedForAClusterIsAFailure judges answers of which a part was refused.
func TestWhatWasRefusedForAClusterIsAFailure(t *testing.T) {
	read := func(text string) any {
		v, err := output.Read(bytes.NewReader([]byte(text)))
		require.NoError(t, err)
		return v
	}
	c, _ := context(t, &enginetest.Gate{})
	for _, nothing := range []string{`[]`, `{}`, `null`, `{"clusters":[1]}`} {
		var failure *engine.Failure
		require.ErrorAs(t, judge(c, read(nothing)), &failure, nothing)
		assert.Equal(t, engine.ExitUnknown, failure.Exit, "what the Manager has done is not known")
	}
	assert.NoError(t, judge(c, read(`[{"IsUpgradeSchedulingSuccessful":true},{"IsUpgradeCancelSuccessful":true}]`)))
	err := judge(c, read(`[{"IsUpgradeSchedulingSuccessful":false,"clusterId":1,"clusterIncarnationId":2,"ErrorMessage":"no \u001b[31m"},{"IsUpgradeSchedulingSuccessful":true}]`))
	require.Error(t, err)
	assert.Contains(t, err.Error(), "1:2: no ")
	assert.NotContains(t, err.Error(), "\x1b")
}
