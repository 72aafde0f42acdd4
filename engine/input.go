package engine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/files"
)

// byteOrderMark is what editors on Windows begin files with.
const byteOrderMark = "\xef\xbb\xbf"

// maxInput is the most that is read from a file or standard input for a flag, in bytes.
const maxInput = 64 << 20

// input reads the values of flags that name a file or standard input.
type input struct {
	ctx     context.Context // ends reading
	console *console
}

// source returns the text behind a flag's value: the value itself, a file for @FILE, or standard input for -.
func (in *input) source(flag, typed string) (text []byte, file string, err error) {
	if typed == "-" {
		if err := in.console.takeInput(flag); err != nil {
			return nil, "", err
		}
	}
	if text, file, err = in.read(typed); err != nil {
		return nil, "", invalid(flag, err)
	}
	return text, file, nil
}

// takeInput notes that standard input is read for a flag, which can be only one.
func (c *console) takeInput(flag string) error {
	if c.stdin != "" {
		return Usage("input.stdin|--{{.Flag}}: standard input was already read for --{{.Other}}.", "Flag", flag, "Other", c.stdin)
	}
	c.stdin = flag
	return nil
}

// read is source without a flag that the error names.
func (in *input) read(typed string) (text []byte, file string, err error) {
	switch {
	case typed == "-":
		text, err = files.ReadLimited(in.console.streams.In, maxInput)
	case strings.HasPrefix(typed, "@"):
		file = expandHome(typed[1:])
		text, err = files.Read(in.ctx, file, maxInput)
	default:
		text = []byte(typed)
	}
	return text, file, err
}

// expandHome puts the home folder for a leading ~, which a shell leaves alone behind an @.
func expandHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || rest[0] == '/' || rest[0] == filepath.Separator) {
		if home, err := os.UserHomeDir(); err == nil {
			return home + rest
		}
	}
	return path
}

// json reads a flag's value as JSON, or as YAML from a file or standard input that is no JSON. What is valid JSON as a whole is read
// as that whatever the file is called: YAML breaks lines of text where JSON has none, such as at U+0085.
func (in *input) json(flag, typed string) (json.RawMessage, error) {
	text, file, err := in.source(flag, typed)
	if err != nil {
		return nil, err
	}
	text = bytes.TrimSpace(bytes.TrimPrefix(text, []byte(byteOrderMark)))
	var compact bytes.Buffer
	if json.Compact(&compact, text) == nil {
		return compact.Bytes(), nil
	}
	fromCommandLine := file == "" && typed != "-"
	ending := strings.ToLower(filepath.Ext(file))
	looksJSON := len(text) > 0 && strings.ContainsRune("{[\"", rune(text[0]))
	if !fromCommandLine && (ending == ".yaml" || ending == ".yml" || ending != ".json" && !looksJSON) {
		raw, err := yamlToJSON(text)
		if err != nil {
			return nil, Usage("input.yaml|--{{.Flag}}: not valid YAML: {{.Reason}}", "Flag", flag, "Reason", strings.TrimPrefix(err.Error(), "yaml: "))
		}
		return raw, nil
	}
	var value json.RawMessage
	err = json.Unmarshal(text, &value) // says where, which Compact does not
	line, column := 1, 1
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		before := string(text[:min(max(int(syntax.Offset)-1, 0), len(text))])
		line += strings.Count(before, "\n")
		column = len(before) - strings.LastIndex(before, "\n")
	}
	return nil, Usage("input.json|--{{.Flag}}: not valid JSON at line {{.Line}}, column {{.Column}}: {{.Reason}}", "Flag", flag, "Line", line, "Column", column, "Reason", err.Error())
}

// secret reads the value of a flag that should not stand on a command line: from a file, from standard input, or at a prompt that
// shows nothing.
func (in *input) secret(flag, typed string) (string, error) {
	if typed == "-" && in.console.canAskSecret() {
		text, err := in.console.secret(in.ctx, "--"+flag)
		if err != nil {
			return "", invalid(flag, err)
		}
		return text, nil
	}
	text, _, err := in.source(flag, typed)
	if err != nil {
		return "", err
	}
	return plainSecret(flag, text, typed), nil
}

// printedTokens are the flags of tokens that other commands print.
var printedTokens = []string{"access-token", "registration-token"}

// plainSecret returns a secret without the end of the line that files and standard input have behind it. A token of another command may be
// JSON there, as --jmes-query prints it: no token has quotes.
func plainSecret(flag string, text []byte, typed string) string {
	if typed != "-" && !strings.HasPrefix(typed, "@") {
		return string(text)
	}
	secret := strings.TrimRight(string(text), "\r\n")
	var token string
	if slices.Contains(printedTokens, strings.TrimLeft(flag, "-")) && strings.HasPrefix(secret, `"`) && json.Unmarshal([]byte(secret), &token) == nil {
		return token
	}
	return secret
}
