package health

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
)

func TestWhatDecidesTheExitStatus(t *testing.T) {
	for _, c := range []struct {
		typed []string
		want  []survey.Kind
	}{{[]string{"none"}, nil}, {[]string{"Failed", "rpo"}, []survey.Kind{survey.Failed, survey.RPO}}} {
		got, err := (&status{failOn: c.typed}).counting()
		assert.NoError(t, err)
		assert.Equal(t, c.want, got)
	}
	all, err := (&status{}).counting()
	assert.NoError(t, err)
	assert.Len(t, all, len(survey.Kinds)-2)
	for _, typed := range [][]string{{}, {""}, {"failed", ""}, {"faild"}} {
		_, err := (&status{failOn: typed}).counting()
		assert.ErrorAs(t, err, new(*engine.UsageError), "%q", typed)
	}
}
