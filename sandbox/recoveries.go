package sandbox

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// recovery is a recovery of files, volumes, databases or namespaces, or of files into an archive for download.
type recovery struct {
	ID          string          `json:"id"`
	Name        string          `json:"name"`
	Environment string          `json:"environment"`
	Action      string          `json:"action"`
	Status      string          `json:"status"`
	Start       int64           `json:"start"` // Unix microseconds on the service's clock, as all times here
	End         int64           `json:"end"`
	Messages    []string        `json:"messages"`
	Params      jsonObject      `json:"params"` // of its environment, as they were sent
	Parts       []*recoveryPart `json:"parts"`
	TearDown    string          `json:"tearDown"` // how far the removal of what it mounted is; empty when that was not asked for

	cancel context.CancelFunc
}

// recoveryPart is what a recovery does with one snapshot.
type recoveryPart struct {
	Snapshot     string            `json:"snapshot"`
	Object       jsonObject        `json:"object"` // whose snapshot it is, as the service shows it
	Group        string            `json:"group"`
	SnapshotTime int64             `json:"taken"`
	Status       string            `json:"status"`
	Messages     []string          `json:"messages"`
	Start        int64             `json:"start"`
	End          int64             `json:"end"`
	Bytes        int64             `json:"bytes"`
	Files        []*fileTask       `json:"files"`
	Mounts       map[string]string `json:"mounts"` // the paths on the target under which volumes are mounted, by volume
	Target       string            `json:"target"` // the folder that stands for where it goes to

	restore func(context.Context, *vault.Snapshot) error
}

// fileTask is one of the paths that a recovery was asked for.
type fileTask struct {
	Path     string   `json:"path"`
	To       string   `json:"to"` // the folder on the target that it goes to; "" for where it was
	Status   string   `json:"status"`
	Messages []string `json:"messages"`
}

func (r *recovery) ended() bool { return hasEnded(r.Status) }

// number is the last part of the id, which no other recovery has.
func (r *recovery) number() string { return r.ID[strings.LastIndex(r.ID, ":")+1:] }

// plans say what the recoveries of an environment do: for each action, with its parameters, one part for a snapshot.
var plans = map[string]func(c *call, r *recovery, params jsonObject) error{
	"kPhysical RecoverFiles":           (*call).planFiles,
	"kPhysical RecoverPhysicalVolumes": (*call).planVolumes,
	"kPhysical InstantVolumeMount":     (*call).planMount,
	"kSQL RecoverApps":                 (*call).planDatabases,
	"kKubernetes RecoverNamespaces":    (*call).planNamespaces,
}

func (c *call) createRecovery() (any, error) {
	environment := str(c.body, "snapshotEnvironment")
	params, _ := c.body[paramsKey[environment]].(jsonObject)
	action := str(params, "recoveryAction")
	plan := plans[environment+" "+action]
	switch {
	case params == nil:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s: a recovery of %s needs it.", paramsKey[environment], environment)
	case plan == nil:
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "The sandbox does not do %s for %s. It does: %s.", action, environment, strings.Join(actions[environment], ", "))
	}
	r := &recovery{Environment: environment, Action: action, Params: params}
	if err := plan(c, r, params); err != nil {
		return nil, err
	}
	return c.startRecovery(r)
}

func (c *call) createDownload() (any, error) {
	o, _ := c.body["object"].(jsonObject)
	r := &recovery{Action: "DownloadFilesAndFolders"}
	p, err := c.addPart(r, o, "")
	if err != nil {
		return nil, err
	}
	files := objectList(c.body, "filesAndFolders")
	r.Environment = str(p.Object, "environment")
	r.Params = jsonObject{"objects": []any{o}, "recoveryAction": "RecoverFiles", "downloadFileAndFolderParams": jsonObject{"filesAndFolders": c.body["filesAndFolders"]}}
	switch {
	case r.Environment == "kSQL":
		return nil, refuse(http.StatusBadRequest, "KUnsupported", "Single files of databases cannot be downloaded.")
	case len(files) == 0:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "filesAndFolders: at least one file or folder is needed.")
	case r.Environment == "kKubernetes":
		r.Params["recoveryAction"] = r.Action
	}
	p.Files = newFileTasks(files)
	p.restore = func(ctx context.Context, s *vault.Snapshot) error { return c.data.packFiles(ctx, r, p, s) }
	return c.startRecovery(r)
}

func newFileTasks(files []jsonObject) (found []*fileTask) {
	for _, f := range files {
		to := str(f, "destinationDir")
		if to != "" {
			to = "/" + vault.On(to)
		}
		found = append(found, &fileTask{Path: "/" + vault.On(str(f, "absolutePath")), To: to, Status: "NotStarted"})
	}
	return found
}

// addPart adds what a recovery does with the snapshot that an object of its parameters names. folder stands for where it
// goes to.
func (c *call) addPart(r *recovery, o jsonObject, folder string) (*recoveryPart, error) {
	s, err := c.data.findSnapshot(str(o, "snapshotId"))
	if err != nil {
		return nil, err
	}
	if r.Environment != "" && s.run.Environment != r.Environment {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "The snapshot is of %s, and the recovery of %s.", s.run.Environment, r.Environment)
	}
	p := &recoveryPart{Snapshot: s.result.Snapshot, Object: c.data.runObjectJSON(s.run, s.result), Group: s.run.Group, SnapshotTime: s.result.End, Status: "Accepted", Target: folder}
	r.Parts = append(r.Parts, p)
	return p, nil
}

// findHost finds the host that a recovery goes to.
func (c *call) findHost(field string, id int64) (*source, error) {
	s, ok := c.data.sources.Get(strconv.FormatInt(id, 10))
	if !ok || s.rootType() != typeHost {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s: there is no host %d.", field, id)
	}
	return s, nil
}

// startRecovery starts a recovery, which goes through its parts one after the other.
func (c *call) startRecovery(r *recovery) (any, error) {
	r.ID, r.Name, r.Status, r.Start = c.data.newClusterID(), str(c.body, "name"), "Accepted", c.data.now()
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(c.server.stopped)
	c.data.recoveries.Put(r)
	work := &recoveryExecution{c.server, c.data, r, c.server.Platform.Faults.ForRun(c.request)}
	c.server.running.Go(func() { work.execute(ctx) })
	return c.recoveryJSON(r), nil
}

// recoveryJSON is a recovery in the service's words.
func (c *call) recoveryJSON(r *recovery) jsonObject {
	params := clone(r.Params)
	states := []any{}
	for _, p := range r.Parts {
		states = append(states, c.partJSON(r, p))
	}
	if r.Environment == "kSQL" {
		apps := []any{}
		for i, o := range objectList(params, "recoverAppParams") {
			apps = append(apps, setPresent(clone(o), states[i].(jsonObject)))
		}
		params["recoverAppParams"] = apps
	} else {
		params["objects"] = states
	}
	if len(r.Parts) > 0 && r.Parts[0].Files != nil {
		for _, name := range []string{"recoverFileAndFolderParams", "downloadFileAndFolderParams"} {
			if params[name] != nil {
				params = withValue(params, filesJSON(r), name, "filesAndFolders")
			}
		}
	}
	if mounted := mountsJSON(r); mounted != nil {
		params = withValue(params, mounted, "mountVolumeParams", "physicalTargetParams", "mountedVolumeMapping")
	}
	shown := jsonObject{
		"id": r.ID, "name": r.Name, "status": r.Status, "startTimeUsecs": r.Start, "snapshotEnvironment": r.Environment, "recoveryAction": r.Action,
		"creationInfo": jsonObject{"userName": "operator@example.com"}, "canTearDown": r.hasMounts(), "isParentRecovery": false,
		"progressTaskId": "restore_" + r.number(), paramsKey[r.Environment]: params,
	}
	if r.End > 0 {
		shown["endTimeUsecs"] = r.End
	}
	if len(r.Messages) > 0 {
		shown["messages"] = r.Messages
	}
	return setPresent(shown, jsonObject{"tearDownStatus": r.TearDown})
}

// partJSON is what a recovery does with one snapshot, in the service's words.
func (c *call) partJSON(r *recovery, p *recoveryPart) jsonObject {
	o := jsonObject{
		"snapshotId": p.Snapshot, "status": p.Status, "bytesRestored": p.Bytes, "protectionGroupId": p.Group,
		"snapshotCreationTimeUsecs": p.SnapshotTime, "snapshotTargetType": "Local", "objectInfo": p.Object,
	}
	if p.Start > 0 {
		o["startTimeUsecs"] = p.Start
	}
	if p.End > 0 {
		o["endTimeUsecs"] = p.End
	}
	if len(p.Messages) > 0 {
		o["messages"] = p.Messages
	}
	return setPresent(o, jsonObject{"protectionGroupName": c.data.groupName(p.Group)})
}

// filesJSON are the paths that a recovery was asked for, with what came of them in any of its parts.
func filesJSON(r *recovery) []any {
	files := []any{}
	for i, f := range r.Parts[0].Files {
		one := jsonObject{"absolutePath": f.Path, "status": f.Status}
		var messages []string
		for _, p := range r.Parts {
			messages = append(messages, p.Files[i].Messages...)
		}
		if len(messages) > 0 {
			one["messages"] = messages
		}
		files = append(files, setPresent(one, jsonObject{"destinationDir": f.To}))
	}
	return files
}

// mountsJSON are the volumes that a recovery has mounted, or nil.
func mountsJSON(r *recovery) []any {
	var found []any
	for _, p := range r.Parts {
		for volume, at := range p.Mounts {
			found = append(found, jsonObject{"originalVolume": volume, "mountedVolume": at, "fileSystemType": "folder"})
		}
	}
	slices.SortFunc(found, func(a, b any) int {
		return cmp.Compare(str(a.(jsonObject), "mountedVolume"), str(b.(jsonObject), "mountedVolume"))
	})
	return found
}

// hasMounts tells whether a recovery has mounted something that can be taken down.
func (r *recovery) hasMounts() bool {
	return r.Action == "InstantVolumeMount" && r.ended() && r.TearDown == "" && mountsJSON(r) != nil
}

func (c *call) recoveryByID() (*recovery, error) {
	r, ok := c.data.recoveries.Get(c.path["id"])
	if !ok {
		return nil, notFound("recovery", c.path["id"])
	}
	return r, nil
}

func (c *call) listRecoveries() (any, error) {
	found := []any{}
	for r := range c.data.recoveries.Backward() {
		if c.matches("ids", r.ID) && c.matches("status", r.Status) && c.matches("recoveryActions", r.Action) && c.matches("snapshotEnvironments", r.Environment) &&
			c.matches("snapshotTargetType", "Local") && c.listParam("archivalTargetType") == nil && !c.boolParam("returnOnlyChildRecoveries") &&
			c.inTimeRange(r.Start, "startTimeUsecs", "endTimeUsecs") {
			found = append(found, c.recoveryJSON(r))
		}
	}
	return jsonObject{"recoveries": found}, nil
}

func (c *call) getRecovery() (any, error) {
	r, err := c.recoveryByID()
	if err != nil {
		return nil, err
	}
	return c.recoveryJSON(r), nil
}

// cancelRecovery ends a recovery that is under way. What one has mounted that has ended, it takes down: nothing else in the
// API does.
func (c *call) cancelRecovery() (any, error) {
	r, err := c.recoveryByID()
	switch {
	case err != nil:
		return nil, err
	case r.hasMounts():
		r.TearDown = "DestroyScheduled"
		c.data.recoveries.Put(r)
		work := &recoveryExecution{server: c.server, data: c.data, recovery: r}
		c.server.running.Go(func() { work.tearDown(c.server.stopped) })
	case r.ended():
		return nil, refuse(http.StatusBadRequest, "KRecoveryEnded", "The recovery has ended already.")
	default:
		r.Status = "Canceling"
		c.data.recoveries.Put(r)
		r.cancel()
	}
	return nil, nil
}

// archivePath is the file that a download recovery delivers.
func (d *data) archivePath(r *recovery) string {
	return filepath.Join(d.dir, "downloads", strings.ReplaceAll(r.ID, ":", "-")+".zip")
}

func (c *call) downloadFiles() (any, error) {
	r, err := c.recoveryByID()
	if err != nil {
		return nil, err
	}
	if r.Action != "DownloadFilesAndFolders" || !r.ended() {
		return nil, refuse(http.StatusBadRequest, "KNotReady", "The recovery %s has no files to download (yet): %s, %s.", r.ID, r.Action, r.Status)
	}
	return c.openFilePart(c.data.archivePath(r), fmt.Sprintf("recovery-%s.zip", strings.ReplaceAll(r.ID, ":", "-")))
}

// maxPartSize is the most that is delivered of a file at once, in bytes.
const maxPartSize = 8 << 20

// filePart is a part of a file as an answer. It is sent when nothing is locked any more, because whoever fetches it may be slow.
type filePart struct {
	name         string
	content      io.ReadCloser
	size         int64
	contentRange string // its place in the whole, where that is told
}

func (p *filePart) send(w http.ResponseWriter) {
	defer p.content.Close()
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", p.name))
	if p.contentRange != "" {
		w.Header().Set("Content-Range", p.contentRange)
	}
	w.Header().Set("Content-Length", strconv.FormatInt(p.size, 10))
	_, _ = io.CopyN(w, p.content, p.size)
}

// openFilePart answers with the piece of a file that is asked for: an empty one at its end, and a refusal behind it.
func (c *call) openFilePart(file, name string) (any, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "There is nothing to download.")
	}
	p, err := c.newFilePart(in, name)
	if err != nil {
		_ = in.Close()
		return nil, err
	}
	return p, nil
}

func (c *call) newFilePart(in *os.File, name string) (*filePart, error) {
	info, err := in.Stat()
	if err != nil {
		return nil, err
	}
	offset, length := c.intParam("startOffset", 0), c.intParam("length", maxPartSize)
	switch {
	case offset < 0 || offset > info.Size():
		return nil, refuse(http.StatusBadRequest, "KValidationError", "startOffset: the file has %d bytes.", info.Size())
	case length <= 0:
		return nil, refuse(http.StatusBadRequest, "KValidationError", "length: at least one byte is needed.")
	}
	if _, err := in.Seek(offset, io.SeekStart); err != nil {
		return nil, err
	}
	p := &filePart{name: name, content: in, size: min(length, maxPartSize, info.Size()-offset)}
	if c.server.options.ContentRange && p.size > 0 {
		p.contentRange = fmt.Sprintf("bytes %d-%d/%d", offset, offset+p.size-1, info.Size())
	}
	return p, nil
}
