package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
)

// Identifiers of the service are long. People see short ones in the tables of a terminal, and may type them where they say enough.

// Latest is the word for the newest run of a group.
const Latest = "latest"

// atLatest is what stands behind an object for its newest snapshot: web-1@latest.
const atLatest = "@" + Latest

// ShortSnapshot returns what stands for the identifier of a snapshot, which has more than a hundred characters: the identifier of its object
// and the beginning of a digest, such as 217-5d0e7a1. It has all that is needed to find the snapshot again.
func ShortSnapshot(object, id string) string {
	if object == "" || id == "" {
		return ""
	}
	return object + "-" + snapshotDigest(id)[:shortDigest]
}

// IsShortSnapshot reports whether a word is a short form of the identifier of a snapshot of an object: the object and the beginning of the
// digest, or the digest's alone.
func IsShortSnapshot(object, id, word string) bool {
	word = strings.TrimPrefix(word, object+"-")
	return len(word) >= leastDigest && strings.HasPrefix(snapshotDigest(id), word)
}

// The digits of a digest in a short identifier of a snapshot: those that are shown, and the fewest that may be typed.
const (
	shortDigest = 7
	leastDigest = 4
)

func snapshotDigest(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:])
}

// isShort reports whether a word of a kind is a short form that stands for an identifier and needs more than a list of names to be
// found.
func isShort(k api.Kind, word string) bool {
	switch k {
	case api.KindRun:
		return word == Latest || isNumber(word)
	case api.KindSnapshot:
		if object, ok := strings.CutSuffix(word, atLatest); ok {
			return object != ""
		}
		object, digest, _ := strings.Cut(word, "-")
		return isNumber(object) && len(digest) >= leastDigest && len(digest) <= sha256.Size*2 && strings.Trim(digest, "0123456789abcdef") == ""
	}
	return false
}

// isLastNumber reports whether a word is the last of the numbers of an identifier, which tables show in its place.
func isLastNumber(id, word string) bool { return isNumber(word) && strings.HasSuffix(id, ":"+word) }
