package output

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFill(t *testing.T) {
	for _, test := range []struct {
		words []string
		width int
		want  []string
	}{
		{[]string{"ab", "cd", "ef"}, 5, []string{"ab cd", "ef"}}, {[]string{"ab", "cd", "ef"}, 4, []string{"ab", "cd", "ef"}}, {[]string{"ab", "cd"}, 1, []string{"ab", "cd"}},
		{[]string{"ab", "cd", "ef"}, 8, []string{"ab cd ef"}}, {[]string{"日本", "語"}, 7, []string{"日本 語"}}, {[]string{"日本", "語"}, 6, []string{"日本", "語"}}, {nil, 9, []string{""}},
	} {
		assert.Equal(t, test.want, Fill(test.words, test.width), "%v in %d", test.words, test.width)
	}
}
