package commands

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// saving says where a file goes and how it gets there.
type saving struct {
	stdout   bool
	dir      string
	name     string // "" for the file's own
	force    bool   // replaces what is there
	resume   bool
	parallel int
	extract  string // folder to unpack into, or ""
	discard  bool   // whether the archive goes once it is unpacked
	verify   bool   // whether the file is an archive to be read through
	limit    int64  // bytes that the archive may become; 0 for the usual limit
}

// fetched tells what has arrived.
type fetched struct {
	path     string // "" for standard output, and for an archive that was unpacked and not kept
	size     int64
	kept     int64 // of them, bytes from an earlier try
	sum      string
	took     time.Duration
	archive  string // the name of an archive that was not kept
	folder   string // where it was unpacked
	unpacked *files.Unpacked
	verified int // files in the archive that were held against their checksums
}

// saving reads the flags of a download.
func (inv *invocation) saving() (*saving, error) {
	f := inv.flags
	where := f.text("output-file")
	how := &saving{stdout: where == "-", force: f.isTrue("force"), resume: f.isTrue("resume"), parallel: service.Parallel, extract: expandHome(f.text("extract"))}
	how.dir, how.name = splitTarget(where)
	for _, own := range []string{"start-offset", "length"} {
		for _, whole := range []string{"resume", "parallel", "extract"} {
			if f.given(own) && f.given(whole) {
				return nil, usage("--{{.Flag}} asks for one piece, and --{{.Other}} is about a whole file: give one of them.", "Flag", own, "Other", whole)
			}
		}
	}
	for _, other := range []string{"resume", "extract"} {
		if how.stdout && f.given(other) {
			return nil, usage("--output-file - and --{{.Other}} do not go together.", "Other", other)
		}
	}
	if how.stdout && inv.Streams.OutTerm {
		return nil, usage("--output-file -: standard output is a terminal; send it to a file or another program.")
	}
	if f.given("parallel") {
		n, err := strconv.Atoi(f.text("parallel"))
		if err != nil || n < 1 || n > service.MostParallel {
			return nil, usage("--parallel: {{.Value}} is not a number from 1 to {{.Most}}.", "Value", quoted(f.text("parallel")), "Most", service.MostParallel)
		}
		how.parallel = n
	}
	if f.given("extract-limit") {
		if !f.given("extract") {
			return nil, usage("--extract-limit belongs to --extract.")
		}
		text, err := inv.wire(f.named("extract-limit"), f.text("extract-limit"))
		if err != nil {
			return nil, err
		}
		if how.limit, err = strconv.ParseInt(text, 10, 64); err != nil || how.limit < 1 {
			return nil, usage("--{{.Flag}}: {{.Value}} is not a size: write 8MiB, 500MB or a number of bytes.", "Flag", "extract-limit", "Value", quoted(f.text("extract-limit")))
		}
	}
	if how.extract != "" && where == "" {
		how.dir, how.discard = how.extract, true
	}
	return how, how.free()
}

// free tells whether there is a free place for the file, or one that may be replaced: better said before an hour of
// waiting than after.
func (how *saving) free() error {
	if how.stdout || how.discard {
		return nil
	}
	if info, err := os.Stat(how.dir); err != nil {
		return err
	} else if !info.IsDir() {
		return &os.PathError{Op: "open", Path: how.dir, Err: syscall.ENOTDIR}
	}
	if how.force || how.name == "" {
		return nil
	}
	path := filepath.Join(how.dir, how.name)
	if _, err := os.Lstat(path); err == nil {
		return &os.PathError{Op: "create", Path: path, Err: os.ErrExist}
	}
	return nil
}

// download carries out a command whose answer is a file.
func (inv *invocation) download(r *api.Request) error {
	how, err := inv.saving()
	if err != nil {
		return err
	}
	got, err := inv.fetch(r, how)
	if err != nil {
		return err
	}
	return inv.arrived(got)
}

// unfinished says that a download ended early and left something to go on from.
type unfinished struct {
	err  error
	part string // the file with what there is
	kept int64  // bytes
}

func (e *unfinished) Error() string { return e.err.Error() }

// Unwrap gives the reason.
func (e *unfinished) Unwrap() error { return e.err }

// fetch brings a file to where it is wanted: whole, or not at all.
func (inv *invocation) fetch(r *api.Request, how *saving) (*fetched, error) {
	client, err := inv.connect()
	if err != nil {
		return nil, err
	}
	file, err := client.Open(inv.ctx, r)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if how.stdout {
		meter := inv.Streams.Meter(i18n.T("Downloading"), 0, inv.now)
		defer meter.Stop()
		size, err := file.Fetch(inv.ctx, service.NewOrdered(inv.Streams.Out, how.parallel), how.parallel, meter.Set)
		return &fetched{size: size, took: meter.Took()}, err
	}
	if how.name == "" {
		how.name = orElse(files.SafeName(file.Name), inv.fallbackName(r))
		if err := how.free(); err != nil {
			return nil, err
		}
	}
	if how.discard {
		if err := os.MkdirAll(how.dir, 0o755); err != nil {
			return nil, err
		}
	}
	part, err := files.Open(how.dir, how.name, files.Origin{ID: client.Address(r), Version: file.Version, Piece: service.PieceSize}, how.resume)
	if err != nil {
		return nil, err
	}
	got, err := inv.fill(file, part, how)
	if err == nil {
		return got, nil
	}
	var refused *service.Error
	if errors.As(err, &refused) && (refused.Kind() == service.NotFound || refused.Kind() == service.Refused) || errors.Is(err, service.ErrSamePiece) || errors.Is(err, service.ErrNoPieces) {
		_ = part.Discard() // there is nothing to go on with
	} else if kept := part.Keep(); kept > 0 && inv.cmd.resumes() {
		err = &unfinished{err, part.Path, kept}
	}
	return nil, err
}

// resumes tells whether a command can go on with a part of a file.
func (c *command) resumes() bool { return c.Op == nil || c.Op.Param("startOffset") != nil }

// fill fetches what a part does not have yet, and puts the whole in its place.
func (inv *invocation) fill(file *service.File, part *files.Part, how *saving) (*fetched, error) {
	got := &fetched{}
	pieces, kept := part.Kept()
	if kept > 0 {
		same, err := file.Unchanged(inv.ctx, part, pieces)
		if err == nil && !same {
			inv.note(i18n.T("{{.File}} has changed since the earlier try: starting over.", "File", output.Clean(how.name)))
			kept, err = 0, part.Restart()
		} else if err == nil {
			inv.note(i18n.T("{{.Size}} of {{.File}} are here from an earlier try.", "Size", output.Bytes(kept), "File", output.Clean(how.name)))
		}
		if err != nil {
			return nil, err
		}
		got.kept = kept
	}
	meter := inv.Streams.Meter(i18n.T("Downloading"), kept, inv.now)
	defer meter.Stop()
	var err error
	if got.size, err = file.Fetch(inv.ctx, part, how.parallel, meter.Set); err != nil {
		return nil, err
	}
	if got.sum, err = part.Finish(inv.ctx, got.size); err != nil {
		return nil, err
	}
	got.took = meter.Took()
	meter.Stop()
	return got, inv.settle(part, how, got)
}

// settle puts a file that is whole in its place, reads an archive through, and unpacks it.
func (inv *invocation) settle(part *files.Part, how *saving, got *fetched) (err error) {
	limit := how.limit
	if limit == 0 {
		limit = files.Limit(got.size)
	}
	archive := part.Path
	if how.verify && how.extract == "" {
		if got.verified, err = files.Verify(inv.ctx, archive, limit); err != nil && !isTooLarge(err) {
			return inv.badArchive(err)
		}
	}
	if !how.discard {
		if archive, err = part.Commit(how.force); err != nil {
			return err
		}
		got.path = archive
	}
	if how.extract == "" {
		return nil
	}
	got.folder = how.extract
	got.unpacked, err = files.Extract(inv.ctx, archive, how.extract, how.force, limit)
	switch {
	case inv.ctx.Err() != nil:
		return err
	case err != nil && how.discard:
		path, kept := part.Commit(how.force)
		if kept == nil {
			inv.note(i18n.T("The archive itself is {{.File}}.", "File", output.Clean(path)))
		}
		return inv.badArchive(err)
	case err != nil:
		return inv.badArchive(err)
	case how.discard:
		got.archive = how.name
		return part.Discard()
	}
	return nil
}

func isTooLarge(err error) bool {
	var large *files.TooLarge
	return errors.As(err, &large)
}

// badArchive words what is wrong with an archive.
func (inv *invocation) badArchive(err error) error {
	var large *files.TooLarge
	switch {
	case errors.As(err, &large):
		return &failure{exit: exitFailed, what: []string{i18n.T("The archive claims to become {{.Size}}, more than the {{.Limit}} that are allowed. Nothing was unpacked.",
			"Size", output.Bytes(int64(min(large.Claims, 1<<62))), "Limit", output.Bytes(large.Limit))}, next: i18n.T("If that is what it should be, allow more with --extract-limit SIZE.")}
	case errors.Is(err, zip.ErrFormat):
		return &failure{exit: exitFailed, what: []string{i18n.T("The file is not a zip archive, or a damaged one.")}}
	case errors.Is(err, zip.ErrChecksum):
		return &failure{exit: exitFailed, what: []string{i18n.T("The archive is damaged: {{.Reason}}", "Reason", err.Error())}, next: i18n.T("Fetch it again.")}
	}
	return err
}

// note tells people something that is not an answer.
func (inv *invocation) note(sentence string) {
	if !inv.Streams.Quiet {
		fmt.Fprintln(inv.Streams.Err, sentence)
	}
}

// arrived tells what has arrived and where it is. What was skipped of an archive makes the command fail.
func (inv *invocation) arrived(got *fetched) error {
	if got.path == "" && got.archive == "" {
		inv.note(i18n.T("{{.Size}} in {{.Span}}.", "Size", output.Bytes(got.size), "Span", output.Duration(got.took)))
		return nil
	}
	var err error
	if inv.format() != "table" || inv.flags.given("jmes-query") {
		err = inv.showValue(got.value())
	} else {
		err = inv.say(strings.Join(got.sentences(), "\n"))
	}
	if err != nil || got.unpacked == nil || len(got.unpacked.Skipped) == 0 {
		return err
	}
	f := &failure{exit: exitFailed, what: []string{i18n.T("{{.Count}} entries of the archive were not unpacked:", "Count", len(got.unpacked.Skipped))}}
	for i, s := range got.unpacked.Skipped {
		if i == mostShown {
			f.what = append(f.what, "  "+i18n.T("and {{.Count}} more", "Count", len(got.unpacked.Skipped)-i))
			break
		}
		f.what = append(f.what, "  "+output.Clean(s.Name)+": "+skipReason(s))
		if s.Reason == files.Exists {
			f.next = i18n.T("--force replaces files that exist.")
		}
	}
	return f
}

// mostShown is how many lines a list of troubles has.
const mostShown = 20

func skipReason(s files.Skipped) string {
	if s.Reason == "" {
		return s.Err.Error()
	}
	return i18n.T(s.Reason)
}

// value is what arrived, for programs.
func (g *fetched) value() any {
	type skipped struct {
		Name   string `json:"name"`
		Reason string `json:"reason"`
	}
	type unpacked struct {
		Folder  string    `json:"folder"`
		Files   int       `json:"files"`
		Bytes   int64     `json:"bytes"`
		Skipped []skipped `json:"skipped"`
	}
	v := struct {
		File     *string     `json:"file"`
		Bytes    int64       `json:"bytes"`
		Kept     int64       `json:"kept,omitempty"`
		Seconds  json.Number `json:"seconds"`
		SHA256   string      `json:"sha256"`
		Verified int         `json:"verified,omitempty"`
		Unpacked *unpacked   `json:"unpacked,omitempty"`
	}{Bytes: g.size, Kept: g.kept, Seconds: json.Number(strconv.FormatFloat(g.took.Seconds(), 'f', 3, 64)), SHA256: g.sum, Verified: g.verified}
	if g.path != "" {
		v.File = &g.path
	}
	if g.unpacked != nil {
		v.Unpacked = &unpacked{Folder: g.folder, Files: g.unpacked.Files, Bytes: g.unpacked.Bytes, Skipped: []skipped{}}
		for _, s := range g.unpacked.Skipped {
			v.Unpacked.Skipped = append(v.Unpacked.Skipped, skipped{s.Name, skipReason(s)})
		}
	}
	return v
}

// sentences are what arrived, for people.
func (g *fetched) sentences() (lines []string) {
	size, took := output.Bytes(g.size), output.Duration(g.took)
	if g.path != "" {
		lines = append(lines, i18n.T("{{.File}} was written: {{.Size}} in {{.Span}}.", "File", output.Clean(g.path), "Size", size, "Span", took))
	} else {
		lines = append(lines, i18n.T("{{.File}} was fetched: {{.Size}} in {{.Span}}.", "File", output.Clean(g.archive), "Size", size, "Span", took))
	}
	lines = append(lines, i18n.T("SHA-256: {{.Sum}}", "Sum", g.sum))
	if g.verified > 0 {
		lines = append(lines, i18n.T("The {{.Count}} files in it agree with their checksums.", "Count", g.verified))
	}
	if g.unpacked != nil {
		lines = append(lines, i18n.T("{{.Count}} files, {{.Size}}, were unpacked into {{.Folder}}.", "Count", g.unpacked.Files, "Size", output.Bytes(g.unpacked.Bytes), "Folder", output.Clean(g.folder)))
	}
	return lines
}

// writtenFile is how a file that has arrived is shown as CSV.
var writtenFile = &output.View{Columns: []output.Column{
	{Title: "File", Path: "file"},
	{Title: "Size", Path: "bytes", Format: output.Size},
	{Title: "Seconds", Path: "seconds"},
	{Title: "SHA-256", Path: "sha256"},
}}

// splitTarget says into which folder a file goes and under which name, which is "" where a folder was named.
func splitTarget(where string) (dir, name string) {
	if where == "" {
		return ".", ""
	}
	where = expandHome(where)
	if info, err := os.Stat(where); err == nil && info.IsDir() || os.IsPathSeparator(where[len(where)-1]) {
		return where, ""
	}
	return filepath.Dir(where), filepath.Base(where)
}

// fallbackName is the name for a file that the service does not name.
func (inv *invocation) fallbackName(r *api.Request) string {
	if path := r.Get("filePath"); path != nil {
		if name := files.SafeName(path[0]); name != "" {
			return name
		}
	}
	if id := r.Get("id"); id != nil {
		return "recovery-" + files.SafeName(strings.ReplaceAll(id[0], ":", "-")) + ".zip"
	}
	return inv.cmd.Name + ".bin"
}
