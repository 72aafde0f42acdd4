package commands

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

func TestVersionsOfAFileAreWhatDiffers(t *testing.T) {
	big := strings.Repeat("x", 1<<20)
	for name, c := range map[string]struct {
		states  map[string]string // by snapshot, of which s5 is the newest
		want    []string
		partial bool
	}{
		"all the same":      {map[string]string{"s1": "a", "s2": "a", "s3": "a", "s4": "a", "s5": "a"}, []string{"s5 s4 s3 s2 s1"}, false},
		"changed twice":     {map[string]string{"s1": "a", "s2": "b", "s3": "b", "s4": "a", "s5": "a"}, []string{"s5 s4", "s3 s2", "s1"}, false},
		"gone in between":   {map[string]string{"s1": "a", "s2": "a", "s4": "a", "s5": "a"}, []string{"s5 s4", "s2 s1"}, false},
		"in none":           {nil, nil, false},
		"of the same size":  {map[string]string{"s4": "ab", "s5": "ba"}, []string{"s5", "s4"}, false},
		"only in the first": {map[string]string{"s1": ""}, []string{"s1"}, false},
		"larger than that":  {map[string]string{"s4": big, "s5": big}, []string{"s5 s4"}, true},
	} {
		d := enginetest.New(t, Catalog())
		d.Answer = func(r *http.Request) *http.Response {
			path := r.URL.Path
			switch {
			case strings.HasSuffix(path, "/search/indexed-objects"):
				return enginetest.Reply(http.StatusOK, "application/json", `{"files":[{"name":"f","path":"/etc","type":"File","sourceInfo":{"id":202,"name":"web-1","environment":"kPhysical"}},
					{"name":"f","path":"/etc","type":"File","sourceInfo":{"id":202,"name":"web-1","environment":"kPhysical"}}]}`)
			case strings.HasSuffix(path, "/objects/202/snapshots"):
				return enginetest.Reply(http.StatusOK, "application/json", `{"snapshots":[{"id":"s1","snapshotTimestampUsecs":1795860000000001},{"id":"s3","snapshotTimestampUsecs":1795860000000003},
					{"id":"s2","snapshotTimestampUsecs":1795860000000002},{"id":"log","snapshotTimestampUsecs":1795860000000002,"runType":"kLog"},
					{"id":"s5","snapshotTimestampUsecs":1795860000000005},{"id":"s4","snapshotTimestampUsecs":1795860000000004}]}`)
			case strings.HasSuffix(path, "/download-file"):
				if content, ok := c.states[strings.Split(path, "/")[4]]; ok {
					return enginetest.Reply(http.StatusOK, "application/octet-stream", content)
				}
				return enginetest.Reply(http.StatusNotFound, "application/json", `{"errorCode":"KEntityNotExistsError","message":"no such file"}`)
			}
			return enginetest.Reply(http.StatusOK, "application/json", "{}")
		}
		require.Equal(t, 0, d.Run("find", "f", "--versions", "--output", "json"), "%s: %s", name, &d.Err)
		var answer struct {
			Versions []struct {
				Snapshots []struct{ ID string }
			}
		}
		require.NoError(t, json.Unmarshal(d.Out.Bytes(), &answer), name)
		var got []string
		for _, v := range answer.Versions {
			var ids []string
			for _, s := range v.Snapshots {
				ids = append(ids, s.ID)
			}
			got = append(got, strings.Join(ids, " "))
		}
		assert.Equal(t, c.want, got, name)
		assert.Equal(t, c.partial, strings.Contains(d.Err.String(), "told apart by their sizes and first MiB"), name)
	}
}

func TestUnmountAsksAndTriesAgain(t *testing.T) {
	for state, want := range map[string]struct {
		status  int
		cancels int
		says    string
	}{
		`"canTearDown":true`: {0, 1, "are being unmounted"},
		`"canTearDown":true,"tearDownStatus":"DestroyError"`: {0, 1, "are being unmounted"}, // it failed before
		`"canTearDown":false,"tearDownStatus":"Destroying"`:  {0, 0, "are being unmounted"},
		`"canTearDown":false,"tearDownStatus":"Destroyed"`:   {0, 0, "are unmounted already"},
		`"canTearDown":false`:                                {1, 0, "has no mounted volumes"},
	} {
		d := enginetest.New(t, Catalog())
		d.Answer = func(*http.Request) *http.Response {
			return enginetest.Reply(http.StatusOK, "application/json", `{"id":"1:2:7","name":"m",`+state+`}`)
		}
		assert.Equal(t, want.status, d.Run("recovery", "unmount", "1:2:7", "--force"), "%s: %s", state, &d.Err)
		assert.Contains(t, d.Out.String()+d.Err.String(), want.says, state)
		cancels := 0
		for _, r := range d.Sent {
			if r.Method == http.MethodPost {
				cancels++
			}
		}
		assert.Equal(t, want.cancels, cancels, state)
	}
}
