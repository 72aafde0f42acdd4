package junit

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tokens returns the elements and texts of a document.
func tokens(t *testing.T, raw []byte) (list []string) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			text := e.Name.Local
			for _, a := range e.Attr {
				text += " " + a.Name.Local + "=" + a.Value
			}
			list = append(list, text)
		case xml.CharData:
			if text := strings.TrimSpace(string(e)); text != "" {
				list = append(list, "text "+text)
			}
		}
	}
}

func TestWrite(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Write(&out, Suite{Name: "runs", At: time.Date(2026, 11, 28, 13, 0, 0, 0, time.FixedZone("", 3600)), Properties: []Property{{"instance", "a<b"}}, Cases: slices.Values([]Case{
		{Class: "c", Name: "good", Took: 1500 * time.Millisecond, Out: "said"},
		{Class: "c", Name: "bad", Failed: "no room", Details: "line 1\nline 2"},
		{Class: "c", Name: "off", Skipped: "paused"},
	})}))
	assert.True(t, strings.HasPrefix(out.String(), "<?xml "))
	assert.Equal(t, []string{
		"testsuites name=runs tests=3 failures=1 errors=0 skipped=1", "testsuite name=runs timestamp=2026-11-28T12:00:00 tests=3 failures=1 errors=0 skipped=1",
		"properties", "property name=instance value=a<b",
		"testcase classname=c name=good time=1.500", "system-out", "text said",
		"testcase classname=c name=bad time=0.000", "failure message=no room", "text line 1\nline 2",
		"testcase classname=c name=off time=0.000", "skipped message=paused",
	}, tokens(t, out.Bytes()))
}

// TestWhatXMLCannotHold checks that any text becomes a document.
func TestWhatXMLCannotHold(t *testing.T) {
	for _, text := range []string{"\x00", "\x1b[2J", "\xff\xfe", "\ufffe\uffff", "]]>", `"'<>&`, "<!DOCTYPE x>", "a\r\nb\tc", "\U0001f600\u202e"} {
		var out bytes.Buffer
		require.NoError(t, Write(&out, Suite{Name: text, Properties: []Property{{text, text}}, Cases: slices.Values([]Case{{Class: text, Name: text, Failed: text + "x", Details: text}, {Name: "b", Out: text}})}))
		found := tokens(t, out.Bytes())
		assert.True(t, slices.ContainsFunc(found, func(line string) bool { return strings.HasPrefix(line, "testcase") }), "%q", text)
		assert.NotContains(t, out.String(), "\x00")
		assert.NotContains(t, out.String(), "\x1b")
	}
}

func TestNothing(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Write(&out, Suite{Name: "x", Cases: slices.Values([]Case(nil))}))
	assert.Len(t, tokens(t, out.Bytes()), 2)
}

// TestCharacters checks the borders of what XML 1.0 has as characters.
func TestCharacters(t *testing.T) {
	const good = "\t\n\r ~\u0080\uD7FF\ue000\ufffd\U00010000\U0010ffff"
	assert.Equal(t, good, clean(good))
	assert.Equal(t, strings.Repeat("\ufffd", 6), clean("\x00\x08\x0b\x1f\ufffe\uffff"))
	assert.Equal(t, "a\ufffdb", clean("a\xff\xfeb"))
}

// full is a file that has no room for more than so many bytes.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.room {
		return 0, io.ErrShortWrite
	}
	f.room -= len(p)
	return len(p), nil
}

// TestAFullDisk checks that a document that could not be written whole is an error, wherever it ended.
func TestAFullDisk(t *testing.T) {
	suite := Suite{Name: "x", Cases: slices.Values([]Case{{Name: "a"}})}
	var whole bytes.Buffer
	require.NoError(t, Write(&whole, suite))
	for room := range whole.Len() {
		assert.Error(t, Write(&full{room}, suite), room)
	}
	assert.NoError(t, Write(&full{whole.Len()}, suite))
}
