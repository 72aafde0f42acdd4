package files

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNamesFromOutsideAreNoPaths(t *testing.T) {
	for name, want := range map[string]string{
		"a.zip": "a.zip", "../../etc/passwd": "passwd", `..\..\boot.ini`: "boot.ini", "/abs": "abs", "..": "", ".": "", "": "",
		".bashrc": "bashrc", "a\x00b\x1b[2J": "a_b_[2J", "CON": "_CON", "nul.txt": "_nul.txt", "COM1.tar.gz": "_COM1.tar.gz", "x:stream": "x_stream", "end. .": "end",
		"日本語.txt": "日本語.txt",
	} {
		assert.Equal(t, want, SafeName(name), "%q", name)
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("../x")
	f.Fuzz(func(t *testing.T, name string) {
		safe := SafeName(name)
		if safe == "" {
			return
		}
		if filepath.Base(safe) != safe || safe == ".." || safe == "." || filepath.IsAbs(safe) {
			t.Fatalf("%q became %q", name, safe)
		}
		if again := SafeName(safe); again != safe && !strings.HasPrefix(safe, "_") {
			t.Fatalf("%q became %q and then %q", name, safe, again)
		}
	})
}
