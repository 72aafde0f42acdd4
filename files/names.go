// Package files is about files on this machine: whole ones, ones that are still coming, and archives.
package files

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The endings of the two files beside the place of a file that is still coming: its bytes, and what is known of them; and how the
// name of a temporary file begins and ends. No other program uses these names.
const (
	partEnding = ".br-part"
	noteEnding = ".br-part.state"
	tempPrefix = ".br-"
	tempEnding = ".tmp"
)

// Limits of names. File systems take names of up to 255 bytes (Windows and macOS: 255 UTF-16 units), and Linux paths of up to
// 4096 bytes, of which some belong to the folder that an archive is unpacked into.
const (
	maxName  = 255
	maxPath  = 3072
	maxDepth = 128
	safeName = 200 // bytes of a name that SafeName has shortened: encrypted file systems take fewer than 255
)

// The reasons why a name of an archive is not used.
const (
	BadName       i18n.Text = "extract.outside|Its name leads out of the folder."
	BadCharacters i18n.Text = "extract.characters|Its name has invisible or invalid characters."
	LongName      i18n.Text = "extract.long|Its name is too long."
	DeepName      i18n.Text = "extract.deep|It is in too many folders."
	OwnName       i18n.Text = "extract.own|Its name is one that downloads use for unfinished files."
	WindowsName   i18n.Text = "extract.windows|Windows does not allow its name."
)

// SafeName returns a name from outside made fit to be a file's in one folder on every system: without a path, invisible or control
// characters, a leading dot, what Windows keeps for itself, and what downloads use for themselves; at most 200 bytes long, of which
// a short extension is kept. It is "" when nothing is left.
func SafeName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		if invisible(r) || strings.ContainsRune(windowsSigns, r) {
			return '_'
		}
		return r
	}, strings.ToValidUTF8(name, "_"))
	name = strings.TrimLeft(name, ". ")
	if len(name) > safeName {
		extension := filepath.Ext(name)
		if len(extension) > 16 {
			extension = ""
		}
		name = cut(name, safeName-len(extension)) + extension
	}
	name = strings.TrimRight(name, ". ")
	if reserved(name) {
		name = "_" + name
	}
	if ownName(name) {
		name += "_"
	}
	return name
}

// cut returns the longest beginning of a text that is no longer than a number of bytes and ends with a whole character.
func cut(text string, size int) string {
	if len(text) <= size {
		return text
	}
	for size > 0 && !utf8.RuneStart(text[size]) {
		size--
	}
	return text[:size]
}

// invisible reports whether a character of a name is a control character, or one that reorders or hides text or breaks a line.
func invisible(r rune) bool {
	if r < 0x7f {
		return r < ' '
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// windowsSigns are the characters that no name on Windows has; a colon begins the name of a second stream of a file.
const windowsSigns = `<>:"|?*`

// reserved reports whether Windows takes a name for a device, with or without an extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	switch stem = strings.ToUpper(strings.TrimRight(stem, " ")); stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	port, found := strings.CutPrefix(stem, "COM")
	if !found {
		port, found = strings.CutPrefix(stem, "LPT")
	}
	return found && utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// partNames returns how the bytes and the note of a file that is still coming are called. A name that leaves no room for an ending
// is shortened, with a hash of the whole in place of the rest.
func partNames(name string) (bytes, note string) {
	if len(name)+len(noteEnding) > maxName {
		sum := sha256.Sum256([]byte(name))
		hash := "-" + hex.EncodeToString(sum[:8])
		name = cut(name, maxName-len(noteEnding)-len(hash)) + hash
	}
	return name + partEnding, name + noteEnding
}

// ownName reports whether a name is one of those that downloads and the unpacking of archives use for themselves, however its
// letters are written: many file systems do not tell cases apart.
func ownName(name string) bool {
	name = fold(name)
	return strings.HasSuffix(name, fold(partEnding)) || strings.HasSuffix(name, fold(noteEnding)) ||
		strings.HasPrefix(name, fold(tempPrefix)) && strings.HasSuffix(name, fold(tempEnding))
}

// fold returns a text in which letters that differ in case alone are the same.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		return least
	}, strings.NewReplacer("ﬅ", "st", "ﬆ", "st").Replace(text))
}

// entryName returns the name of an archive's entry as one of this system's, below the folder, or the reason why it is not used.
// What only Windows refuses is refused on Windows alone: elsewhere a file called aux.c is restored as any other.
func entryName(name string, windows bool) (string, i18n.Text) {
	name = strings.TrimSuffix(name, "/")
	switch {
	case len(name) > maxPath:
		return "", LongName
	case !utf8.ValidString(name) || strings.ContainsFunc(name, invisible):
		return "", BadCharacters
	}
	separators := "/"
	if windows {
		separators = `/\`
	}
	depth := 0
	for part := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune(separators, r) }) {
		depth++
		switch {
		case len(part) > maxName && len(utf16.Encode([]rune(part))) > maxName:
			return "", LongName
		case ownName(part):
			return "", OwnName
		case windows && part != "." && part != ".." && (reserved(part) || strings.ContainsAny(part, windowsSigns) || strings.TrimRight(part, ". ") != part):
			return "", WindowsName
		}
	}
	local := filepath.FromSlash(name)
	switch {
	case local == "." || !filepath.IsLocal(local):
		return "", BadName
	case depth > maxDepth:
		return "", DeepName
	}
	return filepath.Clean(local), ""
}
