package files

import (
	"archive/zip"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The reasons of our own why an entry of an archive was skipped. Others are errors of the disk or of the archive.
const (
	BadName   i18n.Text = "extract.outside|Its name leads out of the folder."
	NameTwice i18n.Text = "extract.twice|Its name is used twice."
	LeadsOut  i18n.Text = "extract.link|The link leads out of the folder."
	Exists    i18n.Text = "extract.exists|A file of that name exists."
	Encrypted i18n.Text = "extract.encrypted|It is encrypted."
	NoFile    i18n.Text = "extract.special|It is neither a file, a folder nor a link."
)

// Skipped is an entry of an archive that was not unpacked.
type Skipped struct {
	Name   string
	Reason i18n.Text // "" where Err says it
	Err    error
}

// Unpacked is what came out of an archive.
type Unpacked struct {
	Files   int // and links
	Bytes   int64
	Skipped []Skipped
}

// TooLarge says that an archive claims to become more than it may.
type TooLarge struct {
	Claims uint64 // bytes
	Limit  int64
}

func (e *TooLarge) Error() string {
	return fmt.Sprintf("the archive claims to hold %d bytes, more than %d", e.Claims, e.Limit)
}

// Limits of what an archive may become where nobody says otherwise: as much as an honest archive may need.
const (
	leastLimit = 1 << 30
	mostRatio  = 100
)

// Limit is what an archive of that size may become, in bytes, unless somebody says otherwise.
func Limit(size int64) int64 { return max(leastLimit, size*mostRatio) }

// openArchive opens a zip archive and checks it against a limit of bytes.
func openArchive(archive string, limit int64) (*zip.ReadCloser, error) {
	z, err := zip.OpenReader(archive)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // bad names are left to each entry
		return nil, err
	}
	var claims uint64
	for _, e := range z.File {
		if claims += e.UncompressedSize64; claims > uint64(limit) || claims < e.UncompressedSize64 {
			_ = z.Close()
			return nil, &TooLarge{Claims: max(claims, e.UncompressedSize64), Limit: limit}
		}
	}
	return z, nil
}

// Verify reads a zip archive through and checks every file in it against its checksum. It returns how many there are.
func Verify(ctx context.Context, archive string, limit int64) (entries int, err error) {
	z, err := openArchive(archive, limit)
	if err != nil {
		return 0, err
	}
	defer z.Close()
	for _, e := range z.File {
		if e.Flags&encrypted != 0 || e.Mode().IsDir() {
			continue
		}
		in, err := e.Open()
		if err == nil {
			_, err = io.Copy(io.Discard, &stoppable{ctx, in})
			_ = in.Close()
		}
		if err != nil {
			return 0, &fs.PathError{Op: "read", Path: e.Name, Err: err}
		}
		entries++
	}
	return entries, nil
}

// encrypted is the bit of an entry's flags that says that it is.
const encrypted = 1

// Extract unpacks a zip archive into a folder, which it makes when it is not there. Nothing outside the folder is
// touched, whatever the archive says: a root of the file system's own keeps everything inside. Files keep their
// times and permissions; each appears whole or not at all. What exists is replaced only with overwrite. An archive
// that claims to become more than limit bytes is refused as a whole, with *TooLarge.
func Extract(ctx context.Context, archive, folder string, overwrite bool, limit int64) (*Unpacked, error) {
	z, err := openArchive(archive, limit)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	x := &extraction{root: root, overwrite: overwrite, seen: make(map[string]bool), result: &Unpacked{}}
	var folders, links []*zip.File
	for _, e := range z.File {
		if err := context.Cause(ctx); err != nil {
			return x.result, err
		}
		name, reason := x.name(e)
		switch {
		case reason != "":
			x.skip(e.Name, reason, nil)
		case e.Mode().IsDir():
			if err := root.MkdirAll(name, 0o755); err != nil {
				x.skip(e.Name, "", err)
			} else {
				folders = append(folders, e)
			}
		case e.Mode()&fs.ModeSymlink != 0:
			links = append(links, e)
		case e.Mode().IsRegular():
			err := x.file(ctx, e, name)
			switch {
			case err == nil:
			case ctx.Err() != nil:
				return x.result, context.Cause(ctx)
			case errors.Is(err, fs.ErrExist):
				x.skip(e.Name, Exists, nil)
			default:
				x.skip(e.Name, "", err)
			}
		default:
			x.skip(e.Name, NoFile, nil)
		}
	}
	// Links come when every file has its place, so that nothing is written through one.
	x.links(links)
	// Folders get their permissions and times last: writing into them needs the one and changes the other.
	slices.SortFunc(folders, func(a, b *zip.File) int { return strings.Compare(b.Name, a.Name) }) // inner ones first
	for _, e := range folders {
		name, _ := entryName(e.Name)
		_ = root.Chtimes(name, e.Modified, e.Modified)
		_ = root.Chmod(name, e.Mode().Perm())
	}
	return x.result, nil
}

type extraction struct {
	root      *os.Root
	overwrite bool
	seen      map[string]bool
	result    *Unpacked
}

func (x *extraction) skip(name string, reason i18n.Text, err error) {
	x.result.Skipped = append(x.result.Skipped, Skipped{name, reason, err})
}

// entryName makes the name of an entry one of this system's, below the folder. It is false for a name that is
// absolute, leads out, or that this system keeps for itself.
func entryName(name string) (string, bool) {
	local := filepath.FromSlash(strings.TrimSuffix(name, "/"))
	if local == "." || !filepath.IsLocal(local) || strings.ContainsRune(local, 0) {
		return "", false
	}
	return filepath.Clean(local), true
}

func (x *extraction) name(e *zip.File) (string, i18n.Text) {
	name, ok := entryName(e.Name)
	switch {
	case !ok:
		return "", BadName
	case e.Flags&encrypted != 0:
		return "", Encrypted
	case x.seen[name] && !e.Mode().IsDir():
		return "", NameTwice
	}
	x.seen[name] = true
	return name, ""
}

// file writes one file beside its place and then puts it there.
func (x *extraction) file(ctx context.Context, e *zip.File, name string) error {
	dir := filepath.Dir(name)
	if err := x.root.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	if old, err := x.root.Lstat(name); err == nil && (!x.overwrite || old.IsDir()) {
		return fs.ErrExist
	}
	in, err := e.Open()
	if err != nil {
		return err
	}
	defer in.Close()
	temporary := filepath.Join(dir, "."+rand.Text()+partEnding)
	out, err := x.root.OpenFile(temporary, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	n, err := io.Copy(out, &stoppable{ctx, in})
	if err == nil {
		err = out.Chmod(e.Mode().Perm()) // of the permissions alone: a file from elsewhere does not become another user's program
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = x.root.Chtimes(temporary, e.Modified, e.Modified)
	}
	if err == nil {
		err = x.root.Rename(temporary, name)
	}
	if err != nil {
		_ = x.root.Remove(temporary)
		return err
	}
	x.result.Files++
	x.result.Bytes += n
	return nil
}

// mostLink is the longest target of a link that is believed, in bytes.
const mostLink = 4096

// links makes the symbolic links, and takes away again those that lead out, alone or through another.
func (x *extraction) links(entries []*zip.File) {
	var made []*zip.File
	for _, e := range entries {
		name, _ := entryName(e.Name)
		target, err := linkTarget(e)
		if err == nil {
			err = x.root.MkdirAll(filepath.Dir(name), 0o755)
		}
		switch {
		case err != nil:
			x.skip(e.Name, "", err)
			continue
		case path.IsAbs(target) || filepath.IsAbs(target) || !filepath.IsLocal(filepath.Join(filepath.Dir(name), filepath.FromSlash(target))):
			x.skip(e.Name, LeadsOut, nil)
			continue
		}
		if old, err := x.root.Lstat(name); err == nil {
			if !x.overwrite || old.IsDir() {
				x.skip(e.Name, Exists, nil)
				continue
			}
			_ = x.root.Remove(name) // when this fails, so does making the link
		}
		if err = x.root.Symlink(target, name); err != nil {
			x.skip(e.Name, "", err)
			continue
		}
		made = append(made, e)
	}
	for _, e := range made {
		name, _ := entryName(e.Name)
		if _, err := x.root.Stat(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			_ = x.root.Remove(name)
			x.skip(e.Name, LeadsOut, nil)
			continue
		}
		x.result.Files++
	}
}

func linkTarget(e *zip.File) (string, error) {
	in, err := e.Open()
	if err != nil {
		return "", err
	}
	defer in.Close()
	raw, err := io.ReadAll(io.LimitReader(in, mostLink+1))
	if err == nil && len(raw) > mostLink {
		err = fs.ErrInvalid
	}
	return string(raw), err
}

// stoppable reads until a context ends.
type stoppable struct {
	ctx context.Context
	r   io.Reader
}

func (s *stoppable) Read(p []byte) (int, error) {
	if err := context.Cause(s.ctx); err != nil {
		return 0, err
	}
	return s.r.Read(p)
}
