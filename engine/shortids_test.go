package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/api"
)

// TestShortIdentifiers checks which words stand for a snapshot or a run.
func TestShortIdentifiers(t *testing.T) {
	digest := snapshotDigest("id")
	assert.Equal(t, "217-"+digest[:7], ShortSnapshot("217", "id"))
	assert.Empty(t, ShortSnapshot("", "id"))
	assert.Empty(t, ShortSnapshot("217", ""))
	for word, is := range map[string]bool{"217-" + digest[:7]: true, digest[:4]: true, digest[:3]: false, "217-" + digest: true, "218-" + digest[:7]: false, "": false, digest[1:9]: false} {
		assert.Equal(t, is, IsShortSnapshot("217", "id", word), word)
	}
	for word, is := range map[string]bool{"217-abcd": true, "217-abc": false, "217-" + digest: true, "217-" + digest + "0": false, "217-abcg": false, "web-abcd": false, "217": false, "web@latest": true, "@latest": false} {
		assert.Equal(t, is, isShort(api.KindSnapshot, word), word)
	}
	for word, is := range map[string]bool{"latest": true, "7": true, "x": false, "": false} {
		assert.Equal(t, is, isShort(api.KindRun, word), word)
	}
	assert.False(t, isShort(api.KindGroup, "7"))
}
