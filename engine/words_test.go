package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestNamesAreNoOptions puts names that begin with a dash behind all options.
func TestNamesAreNoOptions(t *testing.T) {
	for words, want := range map[string]string{
		"run why web 7":                         "run why web 7",
		"run list web --since -7d":              "run list web --since -7d",
		"run why -rf 7":                         "run why -- -rf 7",
		"run list -rf --since -7d --instance x": "run list --since -7d --instance x -- -rf",
		"upgrade --agents -rf --wait":           "upgrade --agents -rf --wait",
		"":                                      "",
	} {
		assert.Equal(t, want, strings.Join(namesLast(strings.Fields(words)), " "), words)
	}
}

// TestListItemIsOneItem writes values that have commas and quotes for a list.
func TestListItemIsOneItem(t *testing.T) {
	for _, value := range []string{"web-1", "a,b", `<b>"x"`, `"`, "it's"} {
		items, err := splitLists("agent-ids", []string{ListItem(value)})
		require.NoError(t, err, value)
		assert.Equal(t, []string{value}, items)
	}
	assert.Equal(t, "web-1", ListItem("web-1"))
}
