package recoveries

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/output"
)

// shownRecoveries are recoveries as the service returns them, with what is shown of each.
var shownRecoveries = []struct{ recovery, what, to string }{
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/etc/a"},{"absolutePath":"/etc/b"}],
		"physicalTargetParams":{"recoverTarget":{"id":1},"restoreToOriginalPaths":true}}}}`, "web-1: /etc/a, /etc/b", "original place"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/etc/a"}],
		"physicalTargetParams":{"recoverTarget":{"id":2},"restoreToOriginalPaths":true}}}}`, "web-1: /etc/a", "web-2"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}},{"objectInfo":{"id":3,"name":"web-3"}}],"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/etc/a"}],
		"physicalTargetParams":{"recoverTarget":{"id":9,"name":"told"},"alternateRestoreDirectory":"/tmp/restored"}}}}`, "web-1, web-3: /etc/a", "told:/tmp/restored"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/etc/a"}],
		"physicalTargetParams":{"recoverTarget":{"id":1},"alternateRestoreDirectory":"/back"}}}}`, "web-1: /etc/a", "web-1:/back"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverFileAndFolderParams":{"physicalTargetParams":{"recoverTarget":{"id":8}}}}}`, "web-1", "8"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverVolumeParams":{"physicalTargetParams":{"mountTarget":{"id":1},"volumeMapping":[{"sourceVolumeGuid":"D:","destinationVolumeGuid":"D:"}]}}}}`,
		"web-1: D:", "original place"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"recoverVolumeParams":{"physicalTargetParams":{"mountTarget":{"id":2},"volumeMapping":[{"sourceVolumeGuid":"D:","destinationVolumeGuid":"E:"}]}}}}`,
		"web-1: D:", "web-2:E:"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"mountVolumeParams":{"physicalTargetParams":{"mountToOriginalTarget":true,"volumeNames":["data"]}}}}`, "web-1: data", "mounted on web-1"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"mountVolumeParams":{"physicalTargetParams":{"mountToOriginalTarget":false,"newTargetConfig":{"mountTarget":{"id":2}}}}}}`, "web-1", "mounted on web-2"},
	{`{"physicalParams":{"objects":[{"objectInfo":{"id":1,"name":"web-1"}}],"downloadFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/etc"}]}}}`, "web-1: /etc", "archive for download"},
	{`{"mssqlParams":{"recoverAppParams":[{"objectInfo":{"name":"MSSQLSERVER/orders","sourceName":"db-1"},"sqlTargetParams":{"recoverToNewSource":true,"newSourceConfig":{"host":{"id":2},"databaseName":"orders_copy"}}}]}}`,
		"db-1/MSSQLSERVER/orders", "orders_copy on web-2"},
	{`{"mssqlParams":{"recoverAppParams":[{"objectInfo":{"name":"MSSQLSERVER/orders","sourceId":2},"sqlTargetParams":{"recoverToNewSource":true,"newSourceConfig":{"host":{"id":9}}}}]}}`, "web-2/MSSQLSERVER/orders", "orders on 9"},
	{`{"mssqlParams":{"recoverAppParams":[{"objectInfo":{"name":"A/orders"},"hostInfo":{"name":"db-1"},"sqlTargetParams":{"originalSourceConfig":{"newDatabaseName":"before"}}},
		{"objectInfo":{"name":"A/bills"},"sqlTargetParams":{"originalSourceConfig":{}}},{"objectInfo":{"name":"A/cash"},"sqlTargetParams":{}}]}}`, "db-1/A/orders, A/bills, A/cash", "before on db-1, original place"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverNamespaceParams":{"kubernetesTargetParams":{"recoveryTargetConfig":{"recoverToNewSource":true,"newSourceConfig":{"source":{"id":7,"name":"other-cluster"}}},
		"renameRecoveredNamespacesParams":{"suffix":"2"}}}}}`, "roks/shop", "shop2 on other-cluster"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverNamespaceParams":{"kubernetesTargetParams":{"renameRecoveredNamespacesParams":{"prefix":"old-"}}}}}`, "roks/shop", "old-shop on roks"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverNamespaceParams":{"kubernetesTargetParams":{}}}}`, "roks/shop", "original place"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverFileAndFolderParams":{"filesAndFolders":[{"absolutePath":"/data"}],"kubernetesTargetParams":{"newTargetConfig":{"targetNamespace":{"name":"next"},"targetPvc":{"name":"claim"},"absolutePath":"/back"}}}}}`,
		"roks/shop: /data", "next/claim:/back"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverFileAndFolderParams":{"kubernetesTargetParams":{"recoverToOriginalTarget":true,"originalTargetConfig":{"alternatePath":"/x"}}}}}`, "roks/shop", "/x"},
	{`{"kubernetesParams":{"objects":[{"objectInfo":{"name":"shop","sourceName":"roks"}}],"recoverFileAndFolderParams":{"kubernetesTargetParams":{"recoverToOriginalTarget":true}}}}`, "roks/shop", "original place"},
	{`{}`, "", ""},
}

// hosts are the names of registered sources.
func hosts(_, id string) string { return map[string]string{"1": "web-1", "2": "web-2"}[id] }

func TestARecoverySaysWhatGoesWhere(t *testing.T) {
	for _, c := range shownRecoveries {
		recovery, err := output.Read(strings.NewReader(c.recovery))
		require.NoError(t, err)
		assert.Equal(t, c.what, whatCell(recovery, hosts).Text, c.recovery)
		assert.Equal(t, c.to, toCell(recovery, hosts).Text, c.recovery)
		assert.Equal(t, c.to, toCell(recovery, hosts).Data, c.recovery)
	}
}

// A list reads no more of an answer than its columns need; what is shown must not change by that.
func TestAListReadsAllThatItShows(t *testing.T) {
	for _, c := range shownRecoveries[:len(shownRecoveries)-1] {
		var out bytes.Buffer
		s := &output.Streams{Out: &out}
		choice := output.NewChoice(recoveryList, false)
		choice.Names = hosts
		require.NoError(t, choice.Columns([]string{"What", "To"}))
		require.NoError(t, s.CSV(choice, strings.NewReader(`{"recoveries":[`+c.recovery+`]}`), nil))
		cells, err := csv.NewReader(&out).Read()
		require.NoError(t, err)
		assert.Equal(t, []string{c.what, c.to}, cells, c.recovery)
	}
}

func TestManyThingsAreShortened(t *testing.T) {
	items := strings.Split(strings.Repeat("/x ", 30), " ")[:30]
	cell := listed("web-1: ", items)
	assert.Equal(t, "web-1: /x, …", cell.Brief)
	assert.Equal(t, 20, strings.Count(cell.Text, "/x"))
	assert.True(t, strings.HasSuffix(cell.Text, ", …"))
	assert.Equal(t, 30, strings.Count(cell.Data, "/x"))
	assert.Empty(t, listed("", []string{"one"}).Brief)
}
