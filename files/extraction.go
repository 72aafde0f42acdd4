package files

import (
	"archive/zip"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The reasons why an entry of an archive was skipped, beside those about its name. Others are errors of the disk or of the archive.
const (
	NameTwice   i18n.Text = "extract.twice|Its name is used twice."
	LeadsOut    i18n.Text = "extract.link|The link leads out of the folder."
	BadTarget   i18n.Text = "extract.target|The target of the link has invisible or invalid characters, or is too long."
	Exists      i18n.Text = "extract.exists|A file of that name exists."
	InTheWay    i18n.Text = "extract.way|A folder, a link, a device or a pipe of that name exists."
	LinkInWay   i18n.Text = "extract.through|A link or a file is in the place of one of its folders."
	OwnArchive  i18n.Text = "extract.archive|It would replace the archive itself."
	ManyFolders i18n.Text = "extract.folders|There are more than a million folders."
	Encrypted   i18n.Text = "extract.encrypted|It is encrypted."
	NoFile      i18n.Text = "extract.special|It is neither a file, a folder nor a link."
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

// skipped is the error about an entry that is not unpacked for one of our reasons.
type skipped i18n.Text

func (s skipped) Error() string { return i18n.T(i18n.Text(s)) }

// extraction is the unpacking of one archive.
type extraction struct {
	ctx       context.Context
	root      *os.Root
	archive   fs.FileInfo
	overwrite bool
	windows   bool
	seen      map[string]bool   // names in the archive, as the system tells them apart
	written   map[identity]bool // files and links that are from this archive, for each that the system has an identity of
	folders   map[string]bool   // folders that are there; true for those that are ours to change
	result    *Unpacked
}

// placed is an entry with its name in the folder.
type placed struct {
	entry *zip.File
	name  string
}

// skip notes why an entry was not unpacked.
func (x *extraction) skip(name string, err error) {
	var reason skipped
	switch {
	case errors.As(err, &reason):
	case errors.Is(err, fs.ErrExist):
		reason = skipped(Exists)
	case errors.Is(err, syscall.ENAMETOOLONG):
		reason = skipped(LongName)
	}
	if reason != "" {
		err = nil
	}
	x.result.Skipped = append(x.result.Skipped, Skipped{name, i18n.Text(reason), err})
}

func (x *extraction) name(e *zip.File) (string, error) {
	name, reason := entryName(e.Name, x.windows)
	if reason != "" {
		return "", skipped(reason)
	}
	key := name
	if x.windows {
		key = fold(key)
	}
	switch {
	case e.Flags&encrypted != 0:
		return "", skipped(Encrypted)
	case x.seen[key] && !e.Mode().IsDir():
		return "", skipped(NameTwice)
	}
	x.seen[key] = true
	return name, nil
}

// folder makes a folder and those that it is in, as far as they are not there. It follows no link.
func (x *extraction) folder(name string) error {
	if _, there := x.folders[name]; there || name == "." {
		return nil
	}
	if err := x.folder(filepath.Dir(name)); err != nil {
		return err
	}
	if len(x.folders) >= maxEntries {
		return skipped(ManyFolders)
	}
	err := x.root.Mkdir(name, 0o755)
	made := err == nil
	if errors.Is(err, fs.ErrExist) {
		var info fs.FileInfo
		if info, err = x.root.Lstat(name); err == nil && !info.IsDir() {
			return skipped(LinkInWay)
		}
	}
	if err != nil {
		return within(x.root, name, err)
	}
	x.folders[name] = made || x.overwrite
	return nil
}

// vacant returns an error unless a file or a link may be put at a name.
func (x *extraction) vacant(name string) error {
	old, err := x.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return within(x.root, name, err)
	case !old.Mode().IsRegular() && old.Mode()&fs.ModeSymlink == 0:
		return skipped(InTheWay)
	case x.isWritten(old):
		return skipped(NameTwice) // the system takes two names of the archive for the same one
	case !x.overwrite:
		return skipped(Exists)
	case os.SameFile(old, x.archive):
		return skipped(OwnArchive)
	}
	return nil
}

func (x *extraction) isWritten(info fs.FileInfo) bool {
	id, ok := identify(info)
	return ok && x.written[id]
}

// write remembers that a file or link is from this archive.
func (x *extraction) write(info fs.FileInfo) {
	if id, ok := identify(info); ok {
		x.written[id] = true
	}
}

// permissions returns those that an entry has: of the permissions alone, because a file from elsewhere does not become another user's
// program. An archive without permissions makes no file that everybody may write.
func permissions(e *zip.File) fs.FileMode {
	const unix, macOS = 3, 19
	if system := e.CreatorVersion >> 8; system != unix && system != macOS {
		return e.Mode().Perm() &^ 0o022
	}
	return e.Mode().Perm()
}
