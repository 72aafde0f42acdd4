package sandbox

import (
	"context"
	"fmt"
	"net/http"
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
	Start       int64           `json:"start"` // Unix microseconds on the service's clock, like all times
	End         int64           `json:"end"`
	Messages    []string        `json:"messages"`
	Params      jsonObject      `json:"params"` // those of its environment in the request
	Parts       []*recoveryPart `json:"parts"`
	TearDown    string          `json:"tearDown"` // the status of unmounting its volumes; "" if that was not requested
	Events      []event         `json:"events,omitempty"`

	cancel context.CancelFunc
}

// recoveryPart is the part of a recovery that is about one snapshot.
type recoveryPart struct {
	Snapshot     string            `json:"snapshot"`
	Object       jsonObject        `json:"object"` // the object of the snapshot, as the API shows it
	Group        string            `json:"group"`
	Archive      jsonObject        `json:"archive,omitempty"` // the archive of the snapshot, as the API shows it; nil for a local snapshot
	SnapshotTime int64             `json:"taken"`
	Status       string            `json:"status"`
	Messages     []string          `json:"messages"`
	Start        int64             `json:"start"`
	End          int64             `json:"end"`
	Bytes        int64             `json:"bytes"`
	Files        []*fileTask       `json:"files"`
	Mounts       map[string]string `json:"mounts"` // the paths on the target where volumes are mounted, by volume
	Target       string            `json:"target"` // the folder that stands for the target
	Percent      float64           `json:"percent,omitempty"`
	Events       []event           `json:"events,omitempty"`

	restore func(context.Context, *vault.Snapshot) error
}

// fileTask is one of the paths to recover.
type fileTask struct {
	Path     string   `json:"path"`
	To       string   `json:"to"` // the folder on the target; "" for the original one
	Status   string   `json:"status"`
	Restored int      `json:"restored"` // how many files
	Messages []string `json:"messages"`
}

func (r *recovery) ended() bool { return hasEnded(r.Status) }

// number returns the last part of the id, which is unique.
func (r *recovery) number() string { return r.ID[strings.LastIndex(r.ID, ":")+1:] }

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

// newFileTasks returns the tasks for the files in a request.
func newFileTasks(files []jsonObject) (found []*fileTask) {
	for _, f := range files {
		to := str(f, "destinationDir")
		if to != "" {
			to = "/" + vault.RelPath(to)
		}
		found = append(found, &fileTask{Path: "/" + vault.RelPath(str(f, "absolutePath")), To: to, Status: "NotStarted"})
	}
	return found
}

// addPart adds a part to a recovery, for the snapshot that an object of its parameters names. folder stands for the target.
func (c *call) addPart(r *recovery, o jsonObject, folder string) (*recoveryPart, error) {
	s, err := c.data.findSnapshot(str(o, "snapshotId"))
	if err != nil {
		return nil, err
	}
	if r.Environment != "" && s.run.Environment != r.Environment {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "The snapshot is of %s, and the recovery of %s.", s.run.Environment, r.Environment)
	}
	p := &recoveryPart{Object: c.data.runObjectJSON(s.run, s.result), Status: "Accepted", Target: folder}
	p.use(s)
	r.Parts = append(r.Parts, p)
	return p, nil
}

// use sets the snapshot of a part.
func (p *recoveryPart) use(s snapshot) {
	p.Snapshot, p.Group, p.SnapshotTime, p.Archive = s.result.Snapshot, s.run.Group, s.result.End, s.run.archiveJSON()
}

// targetType returns where the snapshot of a part is: Local or Archival.
func (p *recoveryPart) targetType() string {
	if p.Archive == nil {
		return "Local"
	}
	return "Archival"
}

// findHost returns the host with an id, or a refusal that names the field with the id.
func (c *call) findHost(field string, id int64) (*source, error) {
	s, ok := c.data.sources.Get(strconv.FormatInt(id, 10))
	if !ok || s.rootType() != typeHost {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%s: there is no host %d.", field, id)
	}
	return s, nil
}

// startRecovery starts a recovery, which executes its parts one after the other.
func (c *call) startRecovery(r *recovery) (any, error) {
	r.ID, r.Name, r.Status, r.Start = c.data.newClusterID(), str(c.body, "name"), "Accepted", c.data.now()
	var ctx context.Context
	ctx, r.cancel = context.WithCancel(c.server.stopped)
	c.data.addEvent(&r.Events, "The recovery was accepted.")
	c.data.recoveries.Put(r)
	work := &recoveryExecution{c.data, r, c.server.Platform.Faults.ForRun(c.request)}
	c.server.running.Go(func() { work.execute(ctx) })
	return c.recoveryJSON(r), nil
}

// hasMounts reports whether a recovery has mounted volumes that can be unmounted.
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
			c.matchesTarget(r) && !c.boolParam("returnOnlyChildRecoveries") &&
			c.inTimeRange(r.Start, "startTimeUsecs", "endTimeUsecs") {
			found = append(found, c.recoveryJSON(r))
		}
	}
	return jsonObject{"recoveries": found}, nil
}

// matchesTarget reports whether the place of the snapshots of a recovery matches the parameters.
func (c *call) matchesTarget(r *recovery) bool {
	return slices.ContainsFunc(r.Parts, func(p *recoveryPart) bool {
		return c.matches("snapshotTargetType", p.targetType()) && c.matches("archivalTargetType", str(p.Archive, "targetType"))
	})
}

func (c *call) getRecovery() (any, error) {
	r, err := c.recoveryByID()
	if err != nil {
		return nil, err
	}
	return c.recoveryJSON(r), nil
}

// cancelRecovery cancels an active recovery, and unmounts the volumes of one that has ended: no other operation does.
func (c *call) cancelRecovery() (any, error) {
	r, err := c.recoveryByID()
	switch {
	case err != nil:
		return nil, err
	case r.hasMounts():
		r.TearDown = "DestroyScheduled"
		c.data.addEvent(&r.Events, "Unmounting was requested.")
		c.data.recoveries.Put(r)
		work := &recoveryExecution{data: c.data, recovery: r}
		c.server.running.Go(func() { work.tearDown(c.server.stopped) })
	case r.ended():
		return nil, refuse(http.StatusBadRequest, "KRecoveryEnded", "The recovery has ended already.")
	default:
		r.Status = "Canceling"
		c.data.addEvent(&r.Events, "Canceling was requested.")
		c.data.recoveries.Put(r)
		r.cancel()
	}
	return nil, nil
}

// archivePath returns the file with the archive of a download recovery.
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
