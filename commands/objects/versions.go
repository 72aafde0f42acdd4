package objects

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// Versions of files. No operation lists them: each snapshot is asked for the file, and what comes is compared.

var versionList = &output.View{
	Rows: "versions", Empty: "versions.empty|No snapshot has such a file.",
	Columns: []output.Column{
		{Title: "File", Path: "path", Format: output.Entity},
		{Title: "Host", Path: "host"},
		{Title: "Size", Path: "size", Format: output.Size},
		{Title: "First Snapshot", Path: "firstUsecs", Format: output.Usecs, Rank: 4},
		{Title: "Last Snapshot", Path: "lastUsecs", Format: output.Usecs},
		{Title: "Snapshots", Path: "snapshots", Format: output.Count, Rank: 5},
		{Title: "Snapshot", Path: "snapshots[0].shortId"},
	},
}

// version is a state of a file, in one snapshot or in several that follow each other.
type version struct {
	Path      string                `json:"path"`
	Host      string                `json:"host"`
	Object    string                `json:"objectId"`
	Size      *int64                `json:"size,omitempty"` // in bytes; nil where the service does not say
	First     int64                 `json:"firstUsecs"`
	Last      int64                 `json:"lastUsecs"`
	Snapshots []*selection.Snapshot `json:"snapshots"` // newest first
}

// mostFiles is how many files are looked for in snapshots at most: each takes a request for each snapshot.
const mostFiles = 50

// foundFile is a file that the index knows.
type foundFile struct {
	path   string
	object *selection.Object

	partial bool // whether its versions were compared by their beginnings only
}

// showVersions shows the states of the files that a search finds.
func (s *finding) showVersions(c *engine.Context, r *api.Request) error {
	answer, err := c.ReadList(bodyCookiePages, r)
	if err != nil {
		return err
	}
	var files []foundFile
	for _, row := range output.List(answer, "files") {
		f := foundFile{path: path.Join(output.String(row, "path"), output.String(row, "name")), object: &selection.Object{
			ID: output.String(row, "sourceInfo.id"), Name: output.String(row, "sourceInfo.name"), Environment: output.String(row, "sourceInfo.environment"), SourceName: output.String(row, "sourceInfo.sourceName"),
		}}
		if !slices.ContainsFunc(files, func(other foundFile) bool { return other.path == f.path && other.object.ID == f.object.ID }) {
			files = append(files, f)
		}
	}
	if len(files) > mostFiles {
		return engine.Usage("versions.many|{{.Count}} file has that name: say more of it, or name the host.|{{.Count}} files have that name: say more of it, or name the host with --host.", "Count", len(files))
	}
	snapshots, err := s.snapshots(c, files)
	if err != nil {
		return err
	}
	versions := []*version{}
	partial := false
	for _, f := range files {
		found, err := f.versions(c, snapshots[f.object.ID])
		if err != nil {
			return err
		}
		versions, partial = append(versions, found...), partial || f.partial
	}
	if partial {
		c.Note("versions.compared|Files of more than 1 MiB are told apart by their sizes and first MiB.")
	}
	if err := c.ShowValue(nil, map[string]any{"versions": versions}); err != nil {
		return err
	}
	if len(versions) > 0 {
		c.Next("restore", versions[0].Host+":"+versions[0].Path, "--snapshot", versions[0].Snapshots[0].Short)
	}
	return nil
}

// snapshots returns the snapshots to look into, by the object.
func (s *finding) snapshots(c *engine.Context, files []foundFile) (map[string][]*selection.Snapshot, error) {
	var objects []*selection.Object
	for _, f := range files {
		if !slices.ContainsFunc(objects, func(o *selection.Object) bool { return o.ID == f.object.ID }) {
			objects = append(objects, f.object)
		}
	}
	lists := make([][]*selection.Snapshot, len(objects))
	err := c.AtOnce(len(objects), func(c *engine.Context, i int) (err error) {
		lists[i], err = s.snapshotsOf(c, objects[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	byObject := map[string][]*selection.Snapshot{}
	for i, o := range objects {
		byObject[o.ID] = slices.DeleteFunc(lists[i], func(one *selection.Snapshot) bool { return one.Log || !one.Taken.After(s.newerThan) })
	}
	return byObject, nil
}

// snapshotsOf returns the snapshots of an object to look into: all, or the one that shows it at a moment. An object that has none is not an
// error, because others may have some.
func (s *finding) snapshotsOf(c *engine.Context, o *selection.Object) ([]*selection.Snapshot, error) {
	if s.at.Latest() {
		return selection.Snapshots(c, o, time.Time{})
	}
	at := s.at.By(c.ServiceNow())
	if s.versions && at.Run == "" {
		return selection.Snapshots(c, o, at.At)
	}
	one, err := selection.Choose(c, o, at)
	if err != nil {
		return nil, unlessNone(err)
	}
	return []*selection.Snapshot{one}, nil
}

// unlessNone returns nil for an error that says that something is not there, and any other error as it is.
func unlessNone(err error) error {
	var missing *engine.NotFound
	var failure *engine.Failure
	if errors.As(err, &missing) || errors.As(err, &failure) && failure.Exit == engine.ExitNotFound {
		return nil
	}
	return err
}

// state is what a snapshot has of a file.
type state struct {
	there  bool
	whole  bool // whether sample is the whole file
	size   int64
	sample [sha256.Size]byte // the digest of its beginning
}

// sampleSize is how many bytes of a file are read to tell its versions apart.
const sampleSize = 1 << 20

// versions returns the states of a file in snapshots, newest first. What is the same in snapshots that follow each other is one version.
func (f *foundFile) versions(c *engine.Context, snapshots []*selection.Snapshot) ([]*version, error) {
	states := make([]state, len(snapshots))
	err := c.AtOnce(len(snapshots), func(c *engine.Context, i int) (err error) {
		states[i], err = f.look(c, snapshots[i])
		return err
	})
	if err != nil {
		return nil, err
	}
	var found []*version
	for i, now := range states {
		if !now.there {
			continue
		}
		f.partial = f.partial || !now.whole
		taken := snapshots[i].Taken.UnixMicro()
		if i > 0 && len(found) > 0 && states[i-1].there && now == states[i-1] {
			last := found[len(found)-1]
			last.First, last.Snapshots = taken, append(last.Snapshots, snapshots[i])
			continue
		}
		v := &version{Path: f.path, Host: f.object.Title(), Object: f.object.ID, First: taken, Last: taken, Snapshots: []*selection.Snapshot{snapshots[i]}}
		if now.size >= 0 {
			v.Size = &states[i].size
		}
		found = append(found, v)
	}
	return found, nil
}

// look asks a snapshot for the beginning of the file.
func (f *foundFile) look(c *engine.Context, s *selection.Snapshot) (state, error) {
	r := api.NewRequest(&api.DownloadIndexedFile).SetNamed("snapshotsId", s.ID).SetNamed("filePath", f.path).SetNamed("startOffset", "0").SetNamed("length", strconv.Itoa(sampleSize))
	answer, err := c.Gate.Call(c, r)
	if service.IsNotFound(err) {
		return state{}, nil
	}
	if err != nil {
		return state{}, err
	}
	defer answer.Body.Close()
	var sample bytes.Buffer
	if _, err := sample.ReadFrom(io.LimitReader(answer.Body, sampleSize)); err != nil {
		return state{}, err
	}
	now := state{there: true, whole: sample.Len() < sampleSize, size: int64(sample.Len()), sample: sha256.Sum256(sample.Bytes())}
	if total, ok := answer.Total(); ok && total > 0 {
		now.size = total
	} else if !now.whole {
		now.size = -1
	}
	return now, nil
}
