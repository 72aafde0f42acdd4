// Package junit writes results in the form of JUnit's reports, which pipelines show.
package junit

import (
	"encoding/xml"
	"io"
	"iter"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Suite is what a report is about.
type Suite struct {
	Name       string
	At         time.Time  // when it was made
	Properties []Property // what else there is to say of it
	Cases      iter.Seq[Case]
}

// Property is a name with a value.
type Property struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// Case is one thing that was looked at. It passes where it neither failed nor was skipped.
type Case struct {
	Class, Name string
	Took        time.Duration
	Failed      string // why it failed, in one line; "" where it did not
	Details     string // more about a failure, of several lines
	Skipped     string // why it does not count; "" where it does
	Out         string // what to say of one that passes
}

type testCase struct {
	XMLName xml.Name `xml:"testcase"`
	Class   string   `xml:"classname,attr"`
	Name    string   `xml:"name,attr"`
	Time    string   `xml:"time,attr"`
	Failure *problem `xml:"failure,omitempty"`
	Skipped *problem `xml:"skipped,omitempty"`
	Out     string   `xml:"system-out,omitempty"`
}

type problem struct {
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// Write writes a suite as a document. Its cases are gone through twice, to count them and to write them. Characters that XML cannot hold, such as
// NUL, are replaced.
func Write(w io.Writer, s Suite) error {
	var tests, failures, skipped int
	for c := range s.Cases {
		tests++
		switch {
		case c.Failed != "":
			failures++
		case c.Skipped != "":
			skipped++
		}
	}
	attr := func(name, value string) xml.Attr {
		return xml.Attr{Name: xml.Name{Local: name}, Value: clean(value)}
	}
	start := func(name string, attrs ...xml.Attr) xml.StartElement {
		return xml.StartElement{Name: xml.Name{Local: name}, Attr: attrs}
	}
	counts := []xml.Attr{attr("tests", strconv.Itoa(tests)), attr("failures", strconv.Itoa(failures)), attr("errors", "0"), attr("skipped", strconv.Itoa(skipped))}
	suites := start("testsuites", append([]xml.Attr{attr("name", s.Name)}, counts...)...)
	suite := start("testsuite", append([]xml.Attr{attr("name", s.Name), attr("timestamp", s.At.UTC().Format("2006-01-02T15:04:05"))}, counts...)...)
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	err := e.EncodeToken(suites)
	if err == nil {
		err = e.EncodeToken(suite)
	}
	if err == nil && s.Properties != nil {
		list := make([]Property, len(s.Properties))
		for i, p := range s.Properties {
			list[i] = Property{clean(p.Name), clean(p.Value)}
		}
		err = e.EncodeElement(struct {
			List []Property `xml:"property"`
		}{list}, start("properties"))
	}
	for c := range s.Cases {
		if err != nil {
			break
		}
		err = e.Encode(c.element())
	}
	if err == nil {
		err = e.EncodeToken(suite.End())
	}
	if err == nil {
		err = e.EncodeToken(suites.End())
	}
	if err == nil {
		err = e.Close()
	}
	if err == nil {
		_, err = io.WriteString(w, "\n")
	}
	return err
}

// element returns a case as XML has it.
func (c *Case) element() *testCase {
	t := &testCase{Class: clean(c.Class), Name: clean(c.Name), Time: strconv.FormatFloat(c.Took.Seconds(), 'f', 3, 64), Out: clean(c.Out)}
	switch {
	case c.Failed != "":
		t.Failure = &problem{clean(c.Failed), clean(c.Details)}
	case c.Skipped != "":
		t.Skipped = &problem{Message: clean(c.Skipped)}
	}
	return t
}

// clean replaces what is no character of XML 1.0 (section 2.2). The encoder would do that too, but other readers count on it.
func clean(text string) string {
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd || r >= 0x10000 {
			return r
		}
		return utf8.RuneError
	}, text)
}
