package engine

import (
	"encoding/json"
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDocumentsOfRows(t *testing.T) {
	for want, head := range map[string]any{`{"rows":[1,2]}`: nil, `{"a":1,"rows":[1,2]}`: map[string]int{"a": 1}, `{"rows":[1,2] }`: struct{}{}} {
		in, err := Document(head, "rows", slices.Values([]json.RawMessage{json.RawMessage("1"), json.RawMessage("2")}))
		require.NoError(t, err)
		raw, err := io.ReadAll(in)
		require.NoError(t, err)
		assert.JSONEq(t, want, string(raw))
		require.NoError(t, in.Close())
	}
}
