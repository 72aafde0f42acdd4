package engine

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// explainArchive says what is wrong with an archive.
func explainArchive(err error) error {
	var large *files.TooLarge
	switch {
	case errors.As(err, &large):
		return Fail(ExitFailed, "extract.large|The archive unpacks to {{.Size}}, more than the allowed {{.Limit}}. Nothing was unpacked.",
			"Size", output.Bytes(int64(min(large.Claims, 1<<62))), "Limit", output.Bytes(large.Limit)).Hint("extract.allow|If that size is right, allow it with '--extract-limit SIZE'.")
	case errors.Is(err, files.ErrTooMany):
		return Fail(ExitFailed, "extract.many|The archive has more than a million entries. Nothing was unpacked.").Hint("extract.other|To unpack it with another program, save the archive itself with '--output-file' and without '--extract'.")
	case errors.Is(err, zip.ErrFormat):
		return Fail(ExitFailed, "extract.format|The file is not a zip archive, or it is damaged.")
	case errors.Is(err, zip.ErrChecksum):
		return Fail(ExitFailed, "extract.damaged|The archive is damaged: {{.Reason}}", "Reason", err.Error()).Hint("extract.again|Download it again.")
	}
	return err
}

// Report says what has arrived and where it is. What was skipped of an archive is a failure.
func (c *Context) Report(s *Saved) error {
	if s.path == "" && s.archive == "" {
		c.Note("download.stdout|{{.Size}} in {{.Span}}.", "Size", output.Bytes(s.size), "Span", output.Duration(s.took))
		return nil
	}
	var err error
	whole := s.unpacked == nil || len(s.unpacked.Skipped) == 0
	switch text := strings.Join(s.sentences(), "\n"); {
	case c.Options.Machine():
		err = c.ShowValue(nil, s.value())
	case whole:
		err = c.console.ok(c, text)
	case !c.Streams.Quiet:
		_, err = fmt.Fprintln(c.Streams.Out, text) // what has arrived, in front of what has failed
	}
	if err != nil || whole {
		return err
	}
	var skipped []string
	exist, other := false, false
	for _, entry := range s.unpacked.Skipped {
		skipped = append(skipped, output.Clean(entry.Name)+": "+skipReason(entry))
		exist = exist || entry.Reason == files.Exists
		other = other || entry.Reason != files.Exists && entry.Reason != ""
	}
	f := Fail(ExitFailed, "extract.skipped|{{.Count}} entry of the archive was not unpacked:|{{.Count}} entries of the archive were not unpacked:", "Count", len(skipped))
	f.What = append(f.What, Listed(skipped)...)
	var next []string
	if exist {
		next = append(next, i18n.T("extract.replace|Use '--force' to replace files that exist."))
	}
	if other {
		next = append(next, i18n.T("extract.rest|To unpack the other entries with another program, save the archive itself with '--output-file'."))
	}
	f.Next = strings.Join(next, "\n")
	return f
}

// skipReason returns why an entry was not unpacked, safe for a terminal.
func skipReason(s files.Skipped) string {
	if s.Reason == "" {
		return output.Clean(s.Err.Error())
	}
	return i18n.T(s.Reason)
}

// savedValue is a file that has arrived, for programs.
type savedValue struct {
	File     *string        `json:"file"` // null for an archive that was not kept
	Bytes    int64          `json:"bytes"`
	Kept     int64          `json:"kept,omitempty"`
	Seconds  json.Number    `json:"seconds"`
	SHA256   string         `json:"sha256"`
	Verified int            `json:"verified,omitempty"`
	Unpacked *unpackedValue `json:"unpacked,omitempty"`
}

type unpackedValue struct {
	Folder  string         `json:"folder"`
	Files   int            `json:"files"`
	Bytes   int64          `json:"bytes"`
	Skipped []skippedValue `json:"skipped"`
}

type skippedValue struct {
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

func (s *Saved) value() *savedValue {
	v := &savedValue{Bytes: s.size, Kept: s.kept, Seconds: json.Number(strconv.FormatFloat(s.took.Seconds(), 'f', 3, 64)), SHA256: s.sha256, Verified: s.verified}
	if s.path != "" {
		v.File = &s.path
	}
	if s.unpacked != nil {
		v.Unpacked = &unpackedValue{Folder: s.folder, Files: s.unpacked.Files, Bytes: s.unpacked.Bytes, Skipped: []skippedValue{}}
		for _, entry := range s.unpacked.Skipped {
			v.Unpacked.Skipped = append(v.Unpacked.Skipped, skippedValue{entry.Name, skipReason(entry)})
		}
	}
	return v
}

// sentences are what arrived, for people.
func (s *Saved) sentences() (lines []string) {
	size, took := output.Bytes(s.size), output.Duration(s.took)
	if s.streamed {
		lines = append(lines, i18n.T("download.written|Wrote {{.Size}} to '{{.File}}' in {{.Span}}.", "File", output.Clean(s.path), "Size", size, "Span", took))
	} else if s.path != "" {
		lines = append(lines, i18n.T("download.saved|Saved '{{.File}}': {{.Size}} in {{.Span}}.", "File", output.Clean(s.path), "Size", size, "Span", took))
	} else {
		lines = append(lines, i18n.T("download.fetched|Downloaded '{{.File}}': {{.Size}} in {{.Span}}.", "File", output.Clean(s.archive), "Size", size, "Span", took))
	}
	lines = append(lines, "SHA-256: "+s.sha256)
	if s.verified > 0 {
		lines = append(lines, i18n.T("download.verified|Verified the checksum of {{.Count}} file in the archive.|Verified the checksums of {{.Count}} files in the archive.", "Count", s.verified))
	}
	if s.unpacked != nil {
		lines = append(lines, i18n.T("extract.done|Unpacked {{.Count}} file, {{.Size}}, into '{{.Folder}}'.|Unpacked {{.Count}} files, {{.Size}}, into '{{.Folder}}'.",
			"Count", s.unpacked.Files, "Size", output.Bytes(s.unpacked.Bytes), "Folder", output.Clean(s.folder)))
	}
	return lines
}

// SavedFile is how a file that has arrived is shown as CSV.
var SavedFile = &output.View{Columns: []output.Column{
	{Title: "File", Path: "file"},
	{Title: "Size", Path: "bytes", Format: output.Size},
	{Title: "Seconds", Path: "seconds"},
	{Title: "SHA-256", Path: "sha256"},
}}
