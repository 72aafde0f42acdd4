package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLinesOfPaths(t *testing.T) {
	lines := map[string]int{"a": 1, "a.b[2]": 4, "a.b": 3}
	for path, want := range map[string]int{"a": 1, "a.b[2].c.d": 4, "a.b[1]": 3, "a.x.y": 1, "z": 0, "": 0} {
		assert.Equal(t, want, lineOf(lines, path), path)
	}
}
