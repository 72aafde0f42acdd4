package survey

import (
	"slices"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// Soon is how long before its end a last snapshot is worth a warning.
const Soon = 7 * day

// maxAsked is for how many objects the snapshots are looked at: each is a request of its own.
const maxAsked = 500

// LastSnapshot is the snapshot of an object that expires last, where that is soon and none is to come.
type LastSnapshot struct {
	*Backup
	Expires time.Time
}

// endangered returns the objects whose last snapshot may expire soon, by their policies: nothing makes a new one, and the newest is not kept for
// longer than that. Those whose retention is not known are among them.
func (in *Instance) endangered() (list []*Backup) {
	groups, has := map[string]*Group{}, map[string]bool{}
	for _, g := range in.Groups {
		groups[g.ID] = g
	}
	for _, o := range in.Objects {
		for _, ref := range o.Groups {
			if g := groups[ref.ID]; g != nil && g.IsActive() && !in.IsOverdue(g) {
				has[o.ID] = true
			}
		}
	}
	for id, b := range in.Backups {
		if has[id] {
			continue
		}
		if g := groups[b.GroupID]; g != nil {
			if kept := retention(in.Policies[g.PolicyID]); kept > 0 && b.At.Add(kept).After(in.Now.Add(Soon)) {
				continue
			}
		}
		list = append(list, b)
	}
	slices.SortFunc(list, func(a, b *Backup) int { return a.At.Compare(b.At) })
	return list
}

// retention returns how long a policy keeps a regular backup, and 0 where it does not say. A month has 30 days here and a year 365: whoever may be
// endangered is looked at.
func retention(policy any) time.Duration {
	n, _ := output.Int(policy, "backupPolicy.regular.retention.duration")
	units := map[string]time.Duration{"Days": day, "Weeks": 7 * day, "Months": 30 * day, "Years": 365 * day}
	return time.Duration(min(max(n, 0), 100_000)) * min(units[output.String(policy, "backupPolicy.regular.retention.unit")], 365*day)
}

// readExpiring looks at the snapshots of the objects that may be endangered, the oldest backups first.
func (in *Instance) readExpiring(c *engine.Context, failures *engine.Failures) error {
	list := in.endangered()
	if more := len(list) - maxAsked; more > 0 {
		c.Warn("survey.snapshots|The snapshots of {{.Count}} more object were not checked for their expiry.|The snapshots of {{.Count}} more objects were not checked for their expiry.", "Count", more)
		list = list[:maxAsked]
	}
	found, errs := make([]*LastSnapshot, len(list)), make([]error, len(list))
	err := c.AtOnce(len(list), func(c *engine.Context, i int) error {
		result, err := c.Call(api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", list[i].ObjectID))
		if errs[i] = err; err == nil {
			found[i] = in.lastSnapshot(list[i], output.List(result.Value, "snapshots"))
		}
		return nil
	})
	for i, one := range found {
		if err == nil && errs[i] != nil {
			err = failures.Add(c, list[i].Name, errs[i])
		}
		if one != nil {
			in.Expiring = append(in.Expiring, one)
		}
	}
	return err
}

// lastSnapshot returns the one of the snapshots of an object that expires last, and nil where that is not soon.
func (in *Instance) lastSnapshot(b *Backup, snapshots []any) *LastSnapshot {
	var last time.Time
	for _, s := range snapshots {
		expires := output.UsecsAt(s, "expiryTimeUsecs")
		if expires.IsZero() || output.At(s, "onLegalHold") == true {
			return nil // it is kept
		}
		if expires.After(last) {
			last = expires
		}
	}
	if last.IsZero() || last.After(in.Now.Add(Soon)) {
		return nil
	}
	return &LastSnapshot{b, last}
}
