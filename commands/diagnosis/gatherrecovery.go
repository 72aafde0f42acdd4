package diagnosis

import (
	"path"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/recoveries"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// How the facts of a recovery come together.

// Where the parameters of a recovery have what it is about.
const (
	filesTarget    = "physicalParams.recoverFileAndFolderParams.physicalTargetParams"
	recoveredFiles = "physicalParams.recoverFileAndFolderParams.filesAndFolders"
	targetID       = filesTarget + ".recoverTarget.id|physicalParams.recoverVolumeParams.physicalTargetParams.mountTarget.id|physicalParams.mountVolumeParams.physicalTargetParams.newTargetConfig.mountTarget.id|" +
		"kubernetesParams.recoverNamespaceParams.kubernetesTargetParams.recoveryTargetConfig.newSourceConfig.source.id"
)

// partPaths are the lists of the parts of a recovery.
var partPaths = []string{"physicalParams.objects", "mssqlParams.recoverAppParams", "kubernetesParams.objects"}

// fileLists are the lists of files of a recovery, which have messages of their own.
var fileLists = []string{recoveredFiles, "physicalParams.downloadFileAndFolderParams.filesAndFolders", "kubernetesParams.recoverFileAndFolderParams.filesAndFolders", "kubernetesParams.downloadFileAndFolderParams.filesAndFolders"}

// mostSnapshots is of how many objects the snapshots are read.
const mostSnapshots = 4

// gatherRecovery returns the facts of a recovery.
func gatherRecovery(c *engine.Context, id string) (*gathering, error) {
	result, err := c.Call(api.NewRequest(&api.GetRecoveryByID).SetNamed("id", id))
	if err != nil {
		return nil, err
	}
	row := result.Value
	g := &gathering{row: row, Facts: &Facts{Now: c.ServiceNow(), IsRecovery: true, ID: id, Name: output.String(row, "name|id"), Status: output.String(row, "status"), Start: output.UsecsAt(row, "startTimeUsecs"), End: output.UsecsAt(row, "endTimeUsecs")}}
	g.Shown = []string{"recovery", "get", id}
	g.looked = []Look{{Where: c.CommandLine(g.Shown...), At: c.Now().UnixMicro()}}
	g.Overwrites = output.At(row, filesTarget+".overwriteExisting") == true
	g.Again = again(row)
	for _, text := range cells.Lines(row, "messages") {
		g.Said = append(g.Said, g.message(text, g.End))
	}
	for _, list := range partPaths {
		for _, part := range output.List(row, list) {
			if len(g.Objects) < mostObjects {
				if o := g.partOf(part); o.Failed || len(o.Said) > 0 {
					g.Objects = append(g.Objects, o)
				}
			}
		}
	}
	g.addFiles(row)
	if len(g.Objects) == 0 {
		g.Objects = []*Object{{Failed: engine.IsFailed(g.Status), Said: g.Said}}
	}
	if !engine.IsEnded(g.Status) || g.Status == "Canceled" {
		return g, nil
	}
	return g, g.beneath(c)
}

// partOf returns an object that is recovered.
func (g *gathering) partOf(part any) *Object {
	o := &Object{ID: output.String(part, "objectInfo.id"), Name: output.String(part, "objectInfo.name|objectInfo.id"), Status: output.String(part, "status"), Snapshot: output.String(part, "snapshotId")}
	o.Title = selection.NewObject(output.At(part, "objectInfo")).Title()
	o.Failed = engine.IsFailed(o.Status) || engine.IsFailed(g.Status)
	own := output.String(part, "objectInfo.sourceId")
	if own == "" || own == "0" {
		own = o.ID
	}
	if o.HostID = output.String(part, "sqlTargetParams.newSourceConfig.host.id"); o.HostID == "" {
		o.HostID = output.String(g.row, targetID)
	}
	if o.HostID == "" && output.At(g.row, "physicalParams.downloadFileAndFolderParams|kubernetesParams.downloadFileAndFolderParams") == nil {
		o.HostID = own
	}
	for _, text := range cells.Lines(part, "messages") {
		o.Said = append(o.Said, g.message(text, output.UsecsAt(part, "endTimeUsecs")))
	}
	return o
}

// addFiles adds the messages of files to the only object, and those of the recovery as a whole where its objects say nothing.
func (g *gathering) addFiles(row any) {
	var said []Message
	for _, list := range fileLists {
		for _, file := range output.List(row, list) {
			for _, text := range cells.Lines(file, "messages") {
				said = append(said, g.message(text, g.End))
			}
		}
	}
	if len(g.Objects) == 1 {
		o := g.Objects[0]
		for _, m := range append(said, g.Said...) {
			if !slices.ContainsFunc(o.Said, func(other Message) bool { return sameText(other.Text, m.Text) }) {
				o.Said = append(o.Said, m)
			}
		}
		return
	}
	g.Said = append(g.Said, said...)
}

// beneath asks for what the recovery depended on.
func (g *gathering) beneath(c *engine.Context) error {
	if !slices.ContainsFunc(g.Objects, func(o *Object) bool { return o.Failed }) {
		return nil
	}
	steps := []func(c *engine.Context) error{func(c *engine.Context) error { return readHosts(c, g, nil) }}
	ids := g.unexplained(SnapshotGone, Gone, Path, NotInSnapshot)
	asked := 0
	for _, o := range g.Objects {
		if o.Snapshot != "" && slices.Contains(ids, o.ID) && asked < mostSnapshots {
			asked++
			steps = append(steps, func(c *engine.Context) error { return g.findSnapshot(c, o) })
		}
	}
	if slices.ContainsFunc(g.Objects, func(o *Object) bool { return o.Failed && o.kinds() == nil }) {
		words := []string{"recovery", "logs", g.ID}
		steps = append(steps, func(c *engine.Context) error {
			return g.look(c, words, func(c *engine.Context) error {
				list, err := recoveries.Events(c, g.ID, g.row)
				g.addEvents(list, words)
				return err
			})
		})
	}
	return c.AtOnce(len(steps), func(c *engine.Context, i int) error { return steps[i](c) })
}

// findSnapshot looks for the snapshot of an object.
func (g *gathering) findSnapshot(c *engine.Context, o *Object) error {
	return g.look(c, []string{"snapshot", "list", o.Title}, func(c *engine.Context) error {
		result, err := c.Call(api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", o.ID))
		if err != nil {
			return err
		}
		o.SnapshotLooked, o.SnapshotGone = true, true
		for _, row := range output.List(result.Value, "snapshots") {
			if output.String(row, "id") == o.Snapshot {
				o.SnapshotGone = false
			}
		}
		return nil
	})
}

// again returns the words of a command that recovers the files of a recovery again, and overwrites what exists; none for another recovery.
func again(row any) []string {
	objects, files := output.List(row, "physicalParams.objects"), output.List(row, recoveredFiles)
	if len(objects) != 1 || len(files) == 0 || len(files) > mostMessages {
		return nil
	}
	name, host := output.String(objects[0], "objectInfo.name"), output.String(row, filesTarget+".recoverTarget.name")
	words := []string{"restore"}
	for _, file := range files {
		words = append(words, name+":"+path.Clean("/"+strings.TrimPrefix(output.String(file, "absolutePath"), "/")))
	}
	if folder := output.String(row, filesTarget+".alternateRestoreDirectory"); folder != "" {
		if host == "" && output.String(row, filesTarget+".recoverTarget.id") == output.String(objects[0], "objectInfo.id") {
			host = name
		}
		if host == "" {
			return nil
		}
		words = append(words, "--to", host+":"+folder)
	}
	return append(words, "--overwrite")
}
