package engine

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAFieldOfAnObjectIsReplacedInItsPlace(t *testing.T) {
	o, ok := parseObject(json.RawMessage(`{"b":9007199254740993,"a":{"x":[1.50, 1e2]},"<&>":"\u00e9"}`))
	require.True(t, ok)
	assert.Nil(t, o.get("c"))
	o.set("c", json.RawMessage("1"))
	o.set("a", json.RawMessage("null"))
	assert.Equal(t, `{"b":9007199254740993,"a":null,"<&>":"\u00e9","c":1}`, string(o.json()))

	twice, ok := parseObject(json.RawMessage(`{"a":1,"b":2,"a":3,"c":4,"a":5}`))
	require.True(t, ok)
	assert.Equal(t, "1", string(twice.get("a")))
	assert.Equal(t, `{"a":1,"b":2,"a":3,"c":4,"a":5}`, string(twice.json()), "which is for the check to say")
	twice.set("a", json.RawMessage("6"))
	assert.Equal(t, `{"a":6,"b":2,"c":4}`, string(twice.json()))

	for _, other := range []string{`[]`, `null`, `5`, `"{}"`, `{"a":`, ``} {
		_, ok := parseObject(json.RawMessage(other))
		assert.False(t, ok, other)
	}
	empty, ok := parseObject(json.RawMessage(`{}`))
	assert.True(t, ok)
	assert.Equal(t, `{}`, string(empty.json()))
}
