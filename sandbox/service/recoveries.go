package service

import (
	"archive/zip"
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// recovery is a recovery of files, to a host or into an archive for download.
type recovery struct {
	ID       string      `json:"id"`
	Name     string      `json:"name"`
	Action   string      `json:"action"`
	Status   string      `json:"status"`
	Start    int64       `json:"start"`
	End      int64       `json:"end"`
	Messages []string    `json:"messages"`
	Params   object      `json:"params"` // physicalParams as they were sent
	Snapshot string      `json:"snapshot"`
	Host     int64       `json:"host"` // whose files they are
	HostName string      `json:"hostName"`
	Group    string      `json:"group"`
	Taken    int64       `json:"taken"`
	Bytes    int64       `json:"bytes"`
	Files    []*fileTask `json:"files"`

	cancel context.CancelFunc
}

// fileTask is one of the paths that a recovery was asked for.
type fileTask struct {
	Path     string   `json:"path"`
	Status   string   `json:"status"`
	Messages []string `json:"messages"`
}

func (r *recovery) ended() bool { return r.End > 0 }

func (c *call) createRecovery() (any, error) {
	params, _ := c.body["physicalParams"].(object)
	action := str(params, "recoveryAction")
	if str(c.body, "snapshotEnvironment") != "kPhysical" || action != "RecoverFiles" {
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "The sandbox recovers the files of hosts: snapshotEnvironment kPhysical, recoveryAction RecoverFiles.")
	}
	objects := list(params, "objects")
	files := list(params, "recoverFileAndFolderParams", "filesAndFolders")
	if len(objects) != 1 || len(files) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "physicalParams: one object and at least one file or folder are needed.")
	}
	target, _ := params["recoverFileAndFolderParams"].(object)["physicalTargetParams"].(object)
	host := num(target, "recoverTarget", "id")
	source := c.sourceByID(host)
	if source == nil {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "recoverTarget.id: there is no host %d.", host)
	}
	elsewhere := str(target, "alternateRestoreDirectory")
	if (str(target, "restoreToOriginalPaths") == "true") == (elsewhere != "") {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "Either restoreToOriginalPaths or alternateRestoreDirectory is needed.")
	}
	first, _ := objects[0].(object)
	return c.begin(action, params, str(first, "snapshotId"), files, func(ctx context.Context, r *recovery, m *manifest) error {
		return c.data.restoreFiles(ctx, r, m, hostFolder(source), elsewhere, target)
	})
}

func (c *call) createDownload() (any, error) {
	o, _ := c.body["object"].(object)
	params := object{"objects": []any{o}, "recoveryAction": "RecoverFiles", "downloadFileAndFolderParams": object{"filesAndFolders": c.body["filesAndFolders"]}}
	return c.begin("DownloadFilesAndFolders", params, str(o, "snapshotId"), list(c.body, "filesAndFolders"), func(ctx context.Context, r *recovery, m *manifest) error {
		return c.data.pack(ctx, r, m)
	})
}

// begin starts a recovery that does something with a snapshot.
func (c *call) begin(action string, params object, snapshot string, files []any, do func(context.Context, *recovery, *manifest) error) (any, error) {
	m, err := c.readManifest(snapshot)
	if err != nil {
		return nil, err
	}
	r := &recovery{ID: c.clusterID(), Name: str(c.body, "name"), Action: action, Status: "Accepted", Start: time.Now().UnixMicro(), Params: params,
		Snapshot: snapshot, Host: m.Object, HostName: str(c.sourceByID(m.Object), "name"), Group: m.Group, Taken: m.Taken}
	for _, f := range files {
		f, _ := f.(object)
		r.Files = append(r.Files, &fileTask{Path: "/" + hostPath(str(f, "absolutePath")), Status: "NotStarted"})
	}
	ctx, cancel := context.WithCancel(c.stopped)
	r.cancel = cancel
	c.Recoveries = append(c.Recoveries, r)
	c.work.Go(func() {
		step := c.options.RunTime / 4
		alive := wait(ctx, step)
		c.change(func() { r.Status = "Running" })
		if alive {
			err = do(ctx, r, m)
			alive = wait(ctx, step)
		}
		c.change(func() {
			r.End, r.Status = time.Now().UnixMicro(), "Succeeded"
			bad := 0
			for _, f := range r.Files {
				if len(f.Messages) > 0 {
					bad++
					for _, message := range f.Messages {
						r.Messages = append(r.Messages, f.Path+": "+message)
					}
				}
			}
			switch {
			case !alive || ctx.Err() != nil:
				r.Status, r.Messages = "Canceled", append(r.Messages, "The recovery was canceled.")
			case err != nil:
				r.Status, r.Messages = "Failed", append(r.Messages, cause(err).Error())
			case bad == len(r.Files):
				r.Status = "Failed"
			case bad > 0:
				r.Status = "SucceededWithWarning"
			}
		})
	})
	return c.recovery(r), nil
}

// chosen are the entries at a path and below it.
func (m *manifest) chosen(at string) (found []entry) {
	for _, e := range m.Entries {
		if under(e.Path, at) {
			found = append(found, e)
		}
	}
	return found
}

// eachChosen calls do for every path that the recovery is about, with what the snapshot has there, and keeps what do
// has to say of it.
func (d *data) eachChosen(r *recovery, m *manifest, do func(at string, entries []entry) (messages []string, err error)) error {
	for _, f := range r.Files {
		status, messages := f.Status, []string{"is not in the snapshot"}
		if entries := m.chosen(f.Path); len(entries) > 0 {
			var err error
			if messages, err = do(f.Path, entries); err != nil {
				return err
			}
			status = "Finished"
		}
		d.mu.Lock()
		f.Status, f.Messages = status, messages
		d.mu.Unlock()
	}
	return nil
}

func (d *data) restoreFiles(ctx context.Context, r *recovery, m *manifest, folder, elsewhere string, options object) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	work := &restore{data: d, root: root, overwrite: str(options, "overwriteExisting") == "true", attributes: str(options, "preserveAttributes") != "false"}
	err = d.eachChosen(r, m, func(at string, entries []entry) (messages []string, err error) {
		target := func(e entry) string {
			if elsewhere == "" {
				return e.Path
			}
			// What was chosen goes into the folder under its own name.
			return path.Join("/", elsewhere, path.Base(at), strings.TrimPrefix(e.Path, at))
		}
		for _, e := range entries {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if err := work.put(e, target(e)); err != nil {
				messages = append(messages, target(e)+" "+err.Error())
				if str(options, "continueOnError") != "true" {
					return messages, nil
				}
			}
		}
		// Folders get their modes and times last: writing into them changes the times, and may need the modes.
		for _, e := range slices.Backward(entries) {
			if name := hostPath(target(e)); work.attributes && e.Mode.IsDir() && name != "" {
				_ = work.attribute(e, name)
			}
		}
		return messages, nil
	})
	d.mu.Lock()
	defer d.mu.Unlock()
	r.Bytes = work.bytes
	return err
}

func (d *data) archive(r *recovery) string {
	return filepath.Join(d.dir, "downloads", strings.ReplaceAll(r.ID, ":", "-")+".zip")
}

// pack makes the archive that a download recovery delivers.
func (d *data) pack(ctx context.Context, r *recovery, m *manifest) error {
	out, err := os.CreateTemp(filepath.Join(d.dir, "downloads"), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(out.Name())
	defer out.Close()
	z := zip.NewWriter(out)
	seen := map[string]bool{}
	var size int64
	err = d.eachChosen(r, m, func(_ string, entries []entry) ([]string, error) {
		for _, e := range entries {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			if hostPath(e.Path) == "" || seen[e.Path] {
				continue
			}
			seen[e.Path] = true
			n, err := d.packOne(z, e)
			if err != nil {
				return nil, err
			}
			size += n
		}
		return nil, nil
	})
	if err != nil {
		return err
	}
	d.mu.Lock()
	r.Bytes = size
	d.mu.Unlock()
	if err := z.Close(); err != nil {
		return err
	}
	return os.Rename(out.Name(), d.archive(r))
}

func (d *data) packOne(z *zip.Writer, e entry) (int64, error) {
	h := &zip.FileHeader{Name: hostPath(e.Path), Method: zip.Deflate, Modified: e.Time}
	h.SetMode(e.Mode)
	if e.Mode.IsDir() {
		h.Name += "/"
	}
	w, err := z.CreateHeader(h)
	if err != nil || e.Mode.IsDir() {
		return 0, err
	}
	if e.Mode&fs.ModeSymlink != 0 {
		_, err = io.WriteString(w, e.Link)
		return 0, err
	}
	in, err := os.Open(d.storePath(e.Store))
	if err != nil {
		return 0, err
	}
	defer in.Close()
	return io.Copy(w, in)
}

// recovery is a recovery in the service's words.
func (c *call) recovery(r *recovery) object {
	params := clone(r.Params)
	o := object{
		"snapshotId": r.Snapshot, "status": r.Status, "startTimeUsecs": r.Start, "bytesRestored": r.Bytes, "protectionGroupId": r.Group,
		"snapshotCreationTimeUsecs": r.Taken, "snapshotTargetType": "Local",
		"objectInfo": object{"id": r.Host, "name": r.HostName, "sourceId": r.Host, "environment": "kPhysical", "objectType": "kHost"},
	}
	shown := object{
		"id": r.ID, "name": r.Name, "status": r.Status, "startTimeUsecs": r.Start, "snapshotEnvironment": "kPhysical", "recoveryAction": r.Action,
		"creationInfo": object{"userName": "operator@example.com"}, "canTearDown": false, "isParentRecovery": false,
	}
	if r.End > 0 {
		shown["endTimeUsecs"], o["endTimeUsecs"] = r.End, r.End
	}
	if len(r.Messages) > 0 {
		shown["messages"] = r.Messages
	}
	files := []any{}
	for _, f := range r.Files {
		one := object{"absolutePath": f.Path, "status": f.Status}
		if len(f.Messages) > 0 {
			one["messages"] = f.Messages
		}
		files = append(files, one)
	}
	params["objects"] = []any{o}
	for _, name := range []string{"recoverFileAndFolderParams", "downloadFileAndFolderParams"} {
		if inner, ok := params[name].(object); ok {
			inner = clone(inner)
			inner["filesAndFolders"] = files
			params[name] = inner
		}
	}
	shown["physicalParams"] = params
	return shown
}

func (c *call) recoveryByID() (*recovery, error) {
	for _, r := range c.Recoveries {
		if r.ID == c.path["id"] {
			return r, nil
		}
	}
	return nil, notFound("recovery", c.path["id"])
}

func (c *call) listRecoveries() (any, error) {
	from, to := c.queryInt("startTimeUsecs", 0), c.queryInt("endTimeUsecs", 1<<62)
	found := []any{}
	for _, r := range slices.Backward(c.Recoveries) {
		if c.wants("ids", r.ID) && c.wants("status", r.Status) && c.wants("recoveryActions", r.Action) && c.wants("snapshotEnvironments", "kPhysical") &&
			c.wants("snapshotTargetType", "Local") && r.Start >= from && r.Start <= to {
			found = append(found, c.recovery(r))
		}
	}
	return object{"recoveries": found}, nil
}

func (c *call) getRecovery() (any, error) {
	r, err := c.recoveryByID()
	if err != nil {
		return nil, err
	}
	return c.recovery(r), nil
}

func (c *call) cancelRecovery() (any, error) {
	r, err := c.recoveryByID()
	if err == nil && r.ended() {
		err = refuse(http.StatusBadRequest, "KRecoveryEnded", "The recovery has ended already.")
	}
	if err == nil {
		r.Status = "Canceling"
		r.cancel()
	}
	return nil, err
}

func (c *call) downloadFiles() (any, error) {
	r, err := c.recoveryByID()
	if err != nil {
		return nil, err
	}
	if r.Action != "DownloadFilesAndFolders" || !r.ended() {
		return nil, refuse(http.StatusBadRequest, "KNotReady", "The recovery %s has no files to download (yet): %s, %s.", r.ID, r.Action, r.Status)
	}
	return c.deliver(c.archive(r), fmt.Sprintf("recovery-%s.zip", strings.ReplaceAll(r.ID, ":", "-")))
}

// pieceSize is the most that is delivered of a file at once, in bytes.
const pieceSize = 8 << 20

// piece is a part of a file as an answer. It is sent when nothing is locked any more, because whoever fetches it may be slow.
type piece struct {
	name    string
	content io.ReadCloser
	size    int64
	of      string // its place in the whole, where that is told
}

func (p *piece) send(w http.ResponseWriter) {
	defer p.content.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", p.name))
	if p.of != "" {
		w.Header().Set("Content-Range", p.of)
	}
	w.Header().Set("Content-Length", strconv.FormatInt(p.size, 10))
	_, _ = io.CopyN(w, p.content, p.size)
}

// deliver answers with the piece of a file that is asked for.
func (c *call) deliver(file, name string) (any, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "There is nothing to download.")
	}
	info, err := in.Stat()
	if err == nil {
		offset := c.queryInt("startOffset", 0)
		if offset >= 0 && offset <= info.Size() {
			if _, err = in.Seek(offset, io.SeekStart); err == nil {
				p := &piece{name: name, content: in, size: min(c.queryInt("length", pieceSize), pieceSize, info.Size()-offset)}
				if c.options.TellSize && p.size > 0 {
					p.of = fmt.Sprintf("bytes %d-%d/%d", offset, offset+p.size-1, info.Size())
				}
				return p, nil
			}
		} else {
			err = refuse(http.StatusBadRequest, "KValidationError", "startOffset: the file has %d bytes.", info.Size())
		}
	}
	_ = in.Close()
	return nil, err
}
