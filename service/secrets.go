package service

import (
	"strings"
	"unicode"
)

// secretWords are what names of secrets have in them, in lower case.
var secretWords = []string{"password", "passwd", "passphrase", "passcode", "secret", "token", "credential", "signature", "authorization", "cookie",
	"apikey", "privatekey", "accesskey", "encryptionkey", "consumerkey", "sharedkey", "signingkey", "sessionkey", "masterkey", "authkey", "accountkey", "storagekey"}

// secretName reports whether nobody may see the values of fields, parameters and headers with a name, also in answers that the
// document does not describe. Names are read by their words, in any style: apiKey, api_key, x-api-key. Words about a secret, such
// as the last of tokenExpirySecs and keyCount, are not secret themselves; an unknown word behind a secret one hides too much.
func secretName(name string) bool {
	words := nameWords(name)
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	switch words[0] {
	case "has", "is", "max", "min", "num", "total":
		return false
	}
	for i, word := range words {
		if word == "id" && i > 1 && words[i-2]+words[i-1] == "accesskey" {
			return true
		}
	}
	if about(last) || strings.HasSuffix(name, "_FILE") { // a variable of the environment that says where something is
		return false
	}
	if last == "pass" {
		return true
	}
	for i, word := range words {
		switch word {
		case "pwd", "creds", "sig", "jwt", "otp", "bearer":
			return true
		case "token", "cookie": // of the next page
			if i > 0 && (words[i-1] == "page" || words[i-1] == "pagination" || words[i-1] == "continuation") {
				continue
			}
		case "tokenizer", "secretary":
			continue
		case "key", "keys", "word", "phrase", "code": // passWord, pass_phrase
			if i > 0 {
				word = words[i-1] + word
			}
		}
		for _, secret := range secretWords {
			if strings.Contains(word, secret) {
				return true
			}
		}
	}
	return false
}

// about reports whether a word at the end of a name says that its value is something about a secret.
func about(word string) bool {
	switch word {
	case "count", "counts", "expiry", "expires", "expiration", "secs", "seconds", "msecs", "usecs", "minutes", "hours", "days", "time", "timestamp", "date", "at", "on",
		"ttl", "type", "types", "kind", "name", "names", "id", "ids", "length", "len", "size", "limit", "policy", "policies", "rules", "enabled", "disabled", "required",
		"optional", "supported", "allowed", "set", "present", "exists", "valid", "status", "state", "version", "algorithm", "url", "uri", "endpoint", "path", "mode",
		"strength", "complexity", "age", "history", "rotation", "usage", "issuer", "scope", "scopes", "description", "format", "method":
		return true
	}
	return false
}

// nameWords splits a name where its case changes and at whatever is no letter, and returns the words in lower case.
func nameWords(name string) []string {
	var (
		words []string
		word  []rune
	)
	end := func() {
		if len(word) > 0 {
			words = append(words, strings.ToLower(string(word)))
		}
		word = nil
	}
	runes := []rune(name)
	for i, r := range runes {
		switch {
		case !unicode.IsLetter(r):
			end()
			continue
		case unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1])):
			end()
		}
		word = append(word, r)
	}
	end()
	return words
}

// secretLook returns what of a text that begins at i is shown, and how many bytes behind that are a secret by its look: a JWT, a
// private key, or what follows "Bearer" or "Basic". Nothing is secret when the second result is 0.
func secretLook(s string, i int) (shown string, length int) {
	rest := s[i:]
	switch {
	case strings.HasPrefix(rest, "eyJ"):
		return "", tokenLength(rest)
	case anyPrefix(rest, "-----BEGIN ", "-----BEGIN+", "-----BEGIN%20") > 0: // as it is, and as a parameter
		title, _, _ := strings.Cut(rest[len("-----BEGIN"):], "-----")
		if title = strings.NewReplacer("+", " ", "%20", " ").Replace(title); !strings.Contains(title, "PRIVATE KEY") || len(title) > 64 {
			return "", 0
		}
		end := strings.Index(rest, "-----END")
		if end < 0 {
			return "", len(rest)
		}
		if close := strings.Index(rest[end+5:], "-----"); close >= 0 {
			return "", end + 5 + close + 5
		}
		return "", len(rest)
	case i > 0 && isNameByte(s[i-1]):
		return "", 0
	}
	for _, scheme := range []string{"bearer", "basic"} {
		if len(rest) <= len(scheme) || !strings.EqualFold(rest[:len(scheme)], scheme) {
			continue
		}
		at := len(scheme)
		for _, space := range []string{"%20", "+", " "} {
			if strings.HasPrefix(rest[at:], space) {
				at += len(space)
				break
			}
		}
		if at == len(scheme) {
			continue
		}
		for at < len(rest) && rest[at] == ' ' {
			at++
		}
		n := tokenLength(rest[at:])
		if word := strings.TrimRight(rest[at:at+n], ".="); len(word) <= 16 && (word == "" || strings.Trim(word[1:], "abcdefghijklmnopqrstuvwxyz") == "") {
			return "", 0 // a word, as in "bearer token", "Basic Authentication" and realm="x"
		}
		return rest[:at], n
	}
	return "", 0
}

// tokenLength returns how many bytes at the beginning of a text can belong to a token.
func tokenLength(s string) int {
	for i := range len(s) {
		if !isNameByte(s[i]) && !strings.ContainsRune("+/=~%", rune(s[i])) {
			return i
		}
	}
	return len(s)
}

// isNameByte reports whether a byte can belong to a name.
func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
}

// anyFold is anyPrefix without regard to case.
func anyFold(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if len(s) >= len(p) && strings.EqualFold(s[:len(p)], p) {
			return len(p)
		}
	}
	return 0
}

// anyPrefix returns the length of the first of some prefixes that a text has; 0 where it has none.
func anyPrefix(s string, prefixes ...string) int {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return len(p)
		}
	}
	return 0
}
