package runs

import (
	"encoding/json"
	"slices"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// What the runs of a group keep, for questions about losing it.

// Kept is what runs keep: their snapshots, and what holds these.
type Kept struct {
	Runs       int      // with snapshots
	Snapshots  int      // of objects
	Size       int64    // in bytes; 0 where the service does not say
	Newest     int64    // when the newest run with snapshots began, in microseconds since 1970
	LastExpiry int64    // when the last snapshot expires, in microseconds since 1970; 0 where the service does not say
	Objects    []string // names of the objects that have snapshots, also of those that the group no longer has
	Held       []string // lines about the runs on legal hold
	Locked     []string // lines about the runs under a data lock
}

// copies are the snapshots of a run in one place.
type copies struct {
	snapshots          int
	size, last, locked int64 // bytes, and when the last of them and a data lock expire, in microseconds since 1970
	held               bool
}

// place is where copies of a run's snapshots are.
type place struct {
	config string // the field of a request that changes them
	local  bool
	list   string // path to the results there, of a run and of an object; "" for local ones
	id     string // the field of a result with the identifier of its target
}

var places = []place{
	{config: "localSnapshotConfig", local: true},
	{config: "archivalSnapshotConfig.updateExistingSnapshotConfig", list: "archivalInfo.archivalTargetResults", id: "targetId"},
	{config: "replicationSnapshotConfig.updateExistingSnapshotConfig", list: "replicationInfo.replicationTargetResults", id: "clusterId"},
}

// copiesAt returns the snapshots that a run has at a place, in the target with an identifier; "" means any target.
func (p *place) copiesAt(run any, target string) (found copies) {
	found.held = output.At(run, "onLegalHold") == true
	for _, result := range p.results(run, "localBackupInfo", target) {
		size, _ := output.Int(result, "localSnapshotStats.bytesWritten|stats.physicalBytesTransferred")
		locked, _ := output.Int(result, "dataLockConstraints.expiryTimeUsecs")
		found.size, found.locked = found.size+size, max(found.locked, locked)
		found.held = found.held || output.At(result, "onLegalHold") == true
	}
	for _, object := range output.List(run, "objects") {
		for _, result := range p.results(object, "localSnapshotInfo.snapshotInfo", target) {
			replica := p.id == "clusterId" && engine.IsEnded(output.String(result, "status")) && !engine.IsFailed(output.String(result, "status"))
			if output.At(result, "isManuallyDeleted") == true || output.String(result, "snapshotId") == "" && !replica {
				continue
			}
			expiry, _ := output.Int(result, "expiryTimeUsecs")
			found.snapshots, found.last = found.snapshots+1, max(found.last, expiry)
		}
	}
	return found
}

// results returns what a run or an object has at a place: the value at local, or the results in the target with an identifier.
func (p *place) results(of any, local, target string) (found []any) {
	if p.local {
		if info := output.At(of, local); info != nil {
			return []any{info}
		}
		return nil
	}
	for _, result := range output.List(of, p.list) {
		if target == "" || output.String(result, p.id) == target {
			found = append(found, result)
		}
	}
	return found
}

// add counts the snapshots of a run at one place. Without any it does nothing.
func (k *Kept) add(run any, found copies, now time.Time) {
	if found.snapshots == 0 {
		return
	}
	began, id := runStart(run).UnixMicro(), output.String(run, "id")
	k.Runs, k.Snapshots, k.Size = k.Runs+1, k.Snapshots+found.snapshots, k.Size+found.size
	k.Newest, k.LastExpiry = max(k.Newest, began), max(k.LastExpiry, found.last)
	line := id + "  " + usecs(began)
	if found.held {
		k.Held = append(k.Held, line)
	}
	if found.locked > now.UnixMicro() {
		k.Locked = append(k.Locked, line)
	}
}

// addObjects notes the names of the objects of a run.
func (k *Kept) addObjects(run any) {
	for _, o := range output.List(run, "objects") {
		if name := output.String(o, "object.name"); !slices.Contains(k.Objects, name) {
			k.Objects = append(k.Objects, name)
		}
	}
}

// NewestText returns when the newest run with snapshots began, for people.
func (k *Kept) NewestText() string { return usecs(k.Newest) }

// usecs shows a time in microseconds since 1970.
func usecs(at int64) string { return output.Usecs(json.Number(strconv.FormatInt(at, 10))).Text }

// KeptBy returns what the runs of a group keep, wherever that is.
func KeptBy(c *engine.Context, group string) (*Kept, error) {
	r := api.NewRequest(&api.GetProtectionGroupRuns).SetNamed("id", group).SetNamed("includeObjectDetails", "true").SetNamed("excludeNonRestorableRuns", "true")
	answer, err := c.ReadList(pages, r)
	if err != nil {
		return nil, err
	}
	k := &Kept{}
	for _, run := range output.List(answer, "runs") {
		var all copies
		for i := range places[:2] { // copies on another cluster are not this one's to delete
			found := places[i].copiesAt(run, "")
			all.snapshots, all.size, all.held = all.snapshots+found.snapshots, all.size+found.size, all.held || found.held
			all.last, all.locked = max(all.last, found.last), max(all.locked, found.locked)
		}
		k.add(run, all, c.Now())
		if all.snapshots > 0 {
			k.addObjects(run)
		}
	}
	return k, nil
}

// HeldLines returns lines that name the runs on legal hold and those under a data lock, none where there are none.
func HeldLines(held, locked []string) (lines []string) {
	if len(held) > 0 {
		lines = append(append(lines, i18n.T("kept.held|{{.Count}} run is on legal hold:|{{.Count}} runs are on legal hold:", "Count", len(held))), engine.Listed(held)...)
	}
	if len(locked) > 0 {
		lines = append(append(lines, i18n.T("kept.locked|{{.Count}} run has a data lock:|{{.Count}} runs have a data lock:", "Count", len(locked))), engine.Listed(locked)...)
	}
	return lines
}
