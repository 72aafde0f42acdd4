package output

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatIsWrongWithAQueryIsSaidInItsWords(t *testing.T) {
	for expression, want := range map[string]string{
		"policies[": "The expression ends too early: policies[", "a b": "'b' at position 3 is not expected there.", "}": "'}' at position 1 is not expected there.",
		"a.b | foo(@)": "JMESPath has no function 'foo'.", "[foo(@)]": "JMESPath has no function 'foo'.", "a[?foo(@)]": "JMESPath has no function 'foo'.",
		"length()": "The function 'length' takes another number of arguments than 0.", "length(a, b)": "The function 'length' takes another number of arguments than 2.",
		"not_null()": "The function 'not_null' takes another number of arguments than 0.", "\"x": "The \" at position 1 is never closed.",
		"a.`12345678901234567890`.": "It is not a JMESPath expression.", "a \x1b[2J": `'\u001b[2J' at position 3 is not expected there.`,
		"a.b." + strings.Repeat("x", 2000) + " y": "'y' at position 2006 is not expected there.",
	} {
		_, err := ParseQuery(expression)
		var wrong *QueryError
		require.ErrorAs(t, err, &wrong, expression)
		assert.EqualError(t, err, want, expression)
	}
	for expression, want := range map[string]string{
		"sum(@)": "The function 'sum' cannot be applied to: object.", "length(n)": "The function 'length' cannot be applied to: number.",
		"starts_with(s, n)": "The function 'starts_with' cannot be applied to: string, number.", "keys(l)": "The function 'keys' cannot be applied to: array[string].",
		"sum([big])": "The function 'sum' cannot be applied to: array[number of more than 15 digits].", "abs(none)": "The function 'abs' cannot be applied to: null.",
		"map(&sum(@), l)": "The function 'sum' cannot be applied to: string.", "ceil(b)": "The function 'ceil' cannot be applied to: boolean.",
		"l[::0]": "The expression cannot be applied to the answer.", "&l": "The result is an expression (&…), which cannot be shown.", "abs(&l)": "The function 'abs' cannot be applied to: expression.",
	} {
		q, err := ParseQuery(expression)
		require.NoError(t, err, expression)
		_, err = q.Run(t.Context(), strings.NewReader(`{"n":1,"s":"x","l":["a"],"big":9007199254740993,"b":true}`), nil)
		var wrong *QueryError
		require.ErrorAs(t, err, &wrong, expression)
		assert.EqualError(t, err, want, expression)
	}
	q, err := ParseQuery("not_null(none, s, n)")
	require.NoError(t, err, "as many arguments as one likes")
	raw, err := q.Run(t.Context(), strings.NewReader(`{"n":1,"s":"x"}`), nil)
	require.NoError(t, err)
	assert.Equal(t, "\"x\"\n", string(raw))
}
