package sandbox

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/store"
	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// data is what an instance keeps: its collections in a store, and the contents of files in a vault.
type data struct {
	mu    sync.RWMutex // for all below
	dir   string
	clock *clock
	store *store.Store
	vault *vault.Vault

	connections, connectors, connectorAgents, upgrades, policies, groups *collection

	sources    *store.Collection[*source]
	runs       *store.Collection[*run]
	recoveries *store.Collection[*recovery]
	counters   *store.Collection[*counter]

	objects        map[int64]*backupObject   // of all sources, by id
	groupsByObject map[int64]map[string]bool // the ids of the groups that name a thing
	runsByGroup    map[string][]*run         // the runs of each group, oldest first
	nextRuns       map[string]int64          // when each group runs next by its schedules, as far as that has been worked out
	needsSweep     bool                      // whether something was deleted whose contents the vault still has
}

// counter is a number that has to be remembered.
type counter struct {
	Name   string `json:"name"`
	Number int64  `json:"number"`
}

// openData reads what is kept in a folder.
func openData(dir string, c *clock) (d *data, err error) {
	d = &data{dir: dir, clock: c, objects: map[int64]*backupObject{}, groupsByObject: map[int64]map[string]bool{}, runsByGroup: map[string][]*run{}, nextRuns: map[string]int64{}, needsSweep: true}
	if err := os.MkdirAll(filepath.Join(dir, "downloads"), 0o700); err != nil {
		return nil, err
	}
	if d.vault, err = vault.Open(dir); err != nil {
		return nil, err
	}
	if d.store, err = store.Open(filepath.Join(dir, "state.db")); err != nil {
		return nil, err
	}
	if err = d.openCollections(); err != nil {
		return nil, errors.Join(fmt.Errorf("%s: %w", dir, err), d.store.Close())
	}
	d.resume()
	return d, d.store.Commit()
}

// openCollections reads the collections. All that there are stand here, with the rules for each kind.
func (d *data) openCollections() error {
	var errs []error
	for name, s := range map[string]struct {
		at    **collection
		rules collection
	}{
		"connections":      {&d.connections, collection{noun: "connection", idField: "connectionId", nameField: "connectionName", inUse: d.connectionInUse}},
		"connectors":       {&d.connectors, collection{noun: "connector", idField: "connectorId", nameField: "connectorName"}},
		"connector-agents": {&d.connectorAgents, collection{noun: "connector agent", idField: "connectorAgentId"}},
		"upgrades":         {&d.upgrades, collection{noun: "upgrade task", idField: "id"}},
		"policies":         {&d.policies, collection{noun: "protection policy", idField: "id", nameField: "name", inUse: d.policyInUse}},
		"groups":           {&d.groups, collection{noun: "protection group", idField: "id", nameField: "name", deleted: "isDeleted"}},
	} {
		var err error
		rules := s.rules
		rules.records, err = store.Read(d.store, name, func(o jsonObject) string { return str(o, rules.idField) }, decodeObject)
		*s.at, errs = &rules, append(errs, err)
	}
	errs = append(errs,
		openRecords(d.store, "sources", &d.sources, func(s *source) string { return strconv.FormatInt(s.ID, 10) }),
		openRecords(d.store, "runs", &d.runs, func(r *run) string { return strconv.FormatInt(r.Number, 10) }),
		openRecords(d.store, "recoveries", &d.recoveries, func(r *recovery) string { return r.ID }),
		openRecords(d.store, "marks", &d.counters, func(m *counter) string { return m.Name }),
	)
	return errors.Join(errs...)
}

// openRecords reads a collection of what Go knows the shape of.
func openRecords[T any](s *store.Store, name string, at **store.Collection[*T], key func(*T) string) (err error) {
	*at, err = store.Read(s, name, key, func(raw []byte) (*T, error) {
		value := new(T)
		return value, unmarshal(raw, value)
	})
	return err
}

// serviceStopped is what runs and recoveries say that were under way when the sandbox stopped.
const serviceStopped = "The service was stopped."

// resume takes up where the sandbox stopped. What was under way has failed.
func (d *data) resume() {
	for s := range d.sources.All() {
		s.Status = "Finished"
		d.indexObjects(s)
	}
	for group := range d.groups.all() {
		d.indexGroup(group, !isTrue(group, "isDeleted"))
	}
	if m, ok := d.counters.Get("clock"); ok {
		d.clock.moveTo(time.UnixMicro(m.Number))
	}
	for r := range d.runs.All() {
		d.runsByGroup[r.Group] = append(d.runsByGroup[r.Group], r)
		d.clock.moveTo(time.UnixMicro(max(r.Start, r.End)))
	}
	for r := range d.runs.All() {
		if !r.ended() {
			if r.Start == 0 {
				d.assignStart(r)
			}
			d.endRun(r, "Failed", serviceStopped)
		}
	}
	for r := range d.recoveries.All() {
		d.clock.moveTo(time.UnixMicro(max(r.Start, r.End)))
		if r.TearDown == "DestroyScheduled" || r.TearDown == "Destroying" {
			d.removeMounts(r)
		}
		if !r.ended() {
			r.Status, r.End, r.Messages = "Failed", d.now(), append(r.Messages, serviceStopped)
			d.recoveries.Put(r)
		}
	}
}

// close keeps what there is to keep.
func (d *data) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.storeTime()
	return d.store.Close()
}

// update does something to what is kept, and keeps it.
func (d *data) update(do func()) {
	d.mu.Lock()
	do()
	d.mu.Unlock()
	_ = d.store.Commit() // what could not be written, the next change writes
}

// nextNumber counts.
func (d *data) nextNumber() int64 {
	m, ok := d.counters.Get("next")
	if !ok {
		m = &counter{Name: "next"}
	}
	m.Number++
	d.counters.Put(m)
	return m.Number
}

// newLargeID makes an id that a float cannot hold, as the service's are.
func (d *data) newLargeID() int64 { return 1<<53 + 1 + 2*d.nextNumber() }

// newConnectionID makes the id of a connection or connector, which travels as text.
func (d *data) newConnectionID() string { return fmt.Sprintf("71%017d", 40002*d.nextNumber()+1) }

// newClusterID makes the id of a policy, group or recovery.
func (d *data) newClusterID() string {
	return fmt.Sprintf("7410926835110247:1732406400000:%d", d.nextNumber())
}
