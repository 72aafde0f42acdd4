package files

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"ibmcloud-backup-recovery-plugin/i18n"
)

func TestNamesFromOutsideAreNoPaths(t *testing.T) {
	for name, want := range map[string]string{
		"a.zip": "a.zip", "../../etc/passwd": "passwd", `..\..\boot.ini`: "boot.ini", "/abs": "abs", "..": "", ".": "", "": "",
		".bashrc": "bashrc", "a\x00b\x1b[2J": "a_b_[2J", "CON": "_CON", "nul.txt": "_nul.txt", "COM1.tar.gz": "_COM1.tar.gz", "x:stream": "x_stream", "end. .": "end",
		"日本語.txt": "日本語.txt", "con .txt": "_con .txt", "CONIN$": "_CONIN$", "conout$.log": "_conout$.log", "COM¹": "_COM¹", "lpt³.x": "_lpt³.x", "com10": "com10",
		"a\u202etxt.exe": "a_txt.exe", "a\u200bb": "a_b", "a\u2028b\u2029": "a_b_", "a\u061cb\ufeff": "a_b_", "a\x9bb\xff": "a_b_", "\u0085": "_",
		"x.br-part": "x.br-part_", "x.Br-Part.State": "x.Br-Part.State_", ".br-X.tmp": "br-X.tmp",
		strings.Repeat("é", 300) + ".zip": strings.Repeat("é", 98) + ".zip", strings.Repeat("x", 196) + "... .long": strings.Repeat("x", 195) + ".long",
	} {
		assert.Equal(t, want, SafeName(name), "%q", name)
	}
}

// FuzzSafeName checks that a name from outside becomes one that may stand in a folder, and stays what it became.
func FuzzSafeName(f *testing.F) {
	for _, name := range []string{"../x", "", "con", "CON .br-part", "COM¹.", "a\u202eb", "\xff.\xfe", ". . .", strings.Repeat("é", 200) + ".zip", strings.Repeat(".", 300), "x" + strings.Repeat(" ", 300) + "y", "x.BR-PART.ﬆate"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		safe := SafeName(name)
		if safe == "" {
			return
		}
		if filepath.Base(safe) != safe || safe == ".." || safe == "." || filepath.IsAbs(safe) || len(safe) > safeName+2 || ownName(safe) || reserved(safe) {
			t.Fatalf("%q became %q", name, safe)
		}
		for _, windows := range []bool{false, true} {
			if _, reason := entryName(safe, windows); reason != "" {
				t.Fatalf("%q became %q: %s", name, safe, reason)
			}
		}
		if again := SafeName(safe); len(safe) <= safeName && again != safe {
			t.Fatalf("%q became %q and then %q", name, safe, again)
		}
	})
}

func TestNamesInArchives(t *testing.T) {
	long := strings.Repeat("x", 255)
	for name, want := range map[string]i18n.Text{
		"a/b": "", "a/./b": "", "日本語": "", long: "", "a:b": "", "aux.c": "", "end. ": "", `a\b`: "", ".hidden": "", "COM1": "", "👍🏽": "",
		"../a": BadName, "/a": BadName, "a/../../b": BadName, "": BadName, ".": BadName,
		long + "x": LongName, strings.Repeat(long+"/", 13): LongName, strings.Repeat("a/", 128) + "b": DeepName, strings.Repeat("a/", 127) + "b": "",
		"a\x00b": BadCharacters, "a\nb": BadCharacters, "a\u202eb": BadCharacters, "a\u200bb": BadCharacters, "a\u2028b": BadCharacters, "a\xffb": BadCharacters, "\u009b2J": BadCharacters,
		"x.br-part": OwnName, "d/X.BR-PART.STATE": OwnName, ".BR-abc.TMP": OwnName, "x.br-part/a": OwnName, "x.br-part.ﬆate": OwnName, "x.br-part.\u017ftate": OwnName,
		"br-part": "", ".br-x": "", "x.tmp": "",
	} {
		_, reason := entryName(name, false)
		assert.Equal(t, want, reason, "%q", name)
	}
	for name, want := range map[string]i18n.Text{
		"a/b": "", "con": WindowsName, "d/Con .txt": WindowsName, "CONIN$": WindowsName, "COM¹": WindowsName, "LPT9.x": WindowsName, "a:b": WindowsName, "end.": WindowsName,
		"end ": WindowsName, "d. /a": WindowsName, "a?": WindowsName, `d\nul`: WindowsName, "com10": "", "console": "",
	} {
		_, reason := entryName(name, true)
		assert.Equal(t, want, reason, "%q", name)
	}
}
