package files

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// maxTarget is the longest target of a link that is believed, in bytes.
const maxTarget = 4096

// linkPasses is how often links are tried whose targets are not there yet. A root follows no more than 8 links in a row.
const linkPasses = 9

// symlink is a link that is to be made.
type symlink struct {
	placed
	target string
}

// links makes the symbolic links, but for those that lead out, alone or through others. Whether one does can only be said once what it
// leads through is there: so those whose target is missing come last.
func (x *extraction) links(entries []placed) error {
	var waiting []symlink
	for _, e := range entries {
		target, err := x.target(e)
		if err == nil {
			err = x.folder(filepath.Dir(e.name))
		}
		if err != nil {
			x.skip(e.entry.Name, err)
			continue
		}
		waiting = append(waiting, symlink{e, target})
	}
	for range linkPasses {
		var missing []symlink
		for _, l := range waiting {
			if err := context.Cause(x.ctx); err != nil {
				return err
			}
			made, err := x.link(l, false)
			switch {
			case err != nil:
				x.skip(l.entry.Name, err)
			case !made:
				missing = append(missing, l)
			}
		}
		progress := len(missing) < len(waiting)
		waiting = missing
		if !progress {
			break
		}
	}
	for _, l := range waiting {
		if err := context.Cause(x.ctx); err != nil {
			return err
		}
		if _, err := x.link(l, true); err != nil {
			x.skip(l.entry.Name, err)
		}
	}
	return nil
}

// target returns where a link leads, which is inside of the folder as far as its text goes.
func (x *extraction) target(e placed) (string, error) {
	var raw bytes.Buffer
	if e.entry.UncompressedSize64 > maxTarget {
		return "", skipped(BadTarget)
	}
	if _, err := unpack(x.ctx, &raw, e.entry); err != nil {
		return "", err
	}
	target := raw.String()
	local := filepath.Join(filepath.Dir(e.name), filepath.FromSlash(target))
	switch {
	case target == "" || !utf8.ValidString(target) || strings.ContainsFunc(target, invisible):
		return "", skipped(BadTarget)
	case path.IsAbs(target) || filepath.IsAbs(target) || filepath.VolumeName(target) != "" || !filepath.IsLocal(local):
		return "", skipped(LeadsOut)
	}
	return target, nil
}

// link makes a link under another name first, looks where it leads, and then puts it in its place. It reports false, and has made
// nothing, for a link to something that is not there, unless dangling.
func (x *extraction) link(l symlink, dangling bool) (made bool, err error) {
	if err := x.vacant(l.name); err != nil {
		return false, err
	}
	unfinished := temporary(filepath.Dir(l.name))
	if err := x.root.Symlink(l.target, unfinished); err != nil {
		return false, within(x.root, l.name, err)
	}
	defer func() {
		if !made || !x.overwrite {
			_ = x.root.Remove(unfinished)
		}
	}()
	switch _, err := x.root.Stat(unfinished); {
	case errors.Is(err, fs.ErrNotExist):
		if !dangling {
			return false, nil
		}
		// Should its target come to be, and be a link, the way back from there may lead out.
		if names := strings.TrimLeft(filepath.ToSlash(l.target), "./"); strings.Contains("/"+names+"/", "/../") {
			return false, skipped(LeadsOut)
		}
	case err != nil:
		return false, skipped(LeadsOut)
	}
	if x.overwrite {
		err = x.root.Rename(unfinished, l.name)
	} else {
		err = x.root.Symlink(l.target, l.name)
	}
	if err != nil {
		return false, within(x.root, l.name, err)
	}
	if info, err := x.root.Lstat(l.name); err == nil {
		x.write(info)
	}
	x.result.Files++
	return true, nil
}
