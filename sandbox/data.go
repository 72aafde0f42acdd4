package sandbox

import (
	"cmp"
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

// data is the state of an instance: collections in a store, and file contents in a vault.
type data struct {
	server *Server

	mu    sync.RWMutex // guards the fields below, and the records
	dir   string
	clock *clock
	store *store.Store
	vault *vault.Vault

	connections, connectors, connectorAgents, upgrades, policies, groups *collection

	sources    *store.Collection[*source]
	runs       *store.Collection[*run]
	recoveries *store.Collection[*recovery]
	counters   *store.Collection[*counter]

	clusterUpgrades *store.Collection[*clusterUpgrade] // oldest first

	objects        map[int64]*backupObject   // of all sources, by id
	groupsByObject map[int64]map[string]bool // the ids of the groups that name an object
	runsByGroup    map[string][]*run         // the runs of each group, oldest first
	nextRuns       map[string]int64          // when each group runs next by its schedules, where that has been computed
	nextRefreshes  map[int64]int64           // when the objects of each source are updated next, where that has been computed
	troubles       []*trouble                // what is wrong on purpose
	needsSweep     bool                      // whether something was deleted whose contents are still in the vault
}

// counter is a number that survives a restart: the next id, or the time of the clock.
type counter struct {
	Name   string `json:"name"`
	Number int64  `json:"number"`
}

// openData opens the state in a folder.
func openData(dir string, s *Server) (d *data, err error) {
	d = &data{
		server: s, dir: dir, clock: s.clock, objects: map[int64]*backupObject{}, groupsByObject: map[int64]map[string]bool{},
		runsByGroup: map[string][]*run{}, nextRuns: map[string]int64{}, nextRefreshes: map[int64]int64{}, needsSweep: true,
	}
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

// openCollections opens all collections, with the rules for their kinds. Their names, and the keys of records in JSON, are
// those in existing files, and do not change.
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
		openRecords(d.store, "cluster-upgrades", &d.clusterUpgrades, func(u *clusterUpgrade) string { return u.Number }),
		openRecords(d.store, "marks", &d.counters, func(m *counter) string { return m.Name }),
	)
	return errors.Join(errs...)
}

// openRecords opens a collection of records of a Go type.
func openRecords[T any](s *store.Store, name string, at **store.Collection[*T], key func(*T) string) (err error) {
	*at, err = store.Read(s, name, key, func(raw []byte) (*T, error) {
		value := new(T)
		return value, unmarshal(raw, value)
	})
	return err
}

// serviceStopped is the message of the runs and recoveries that were active when the sandbox stopped.
const serviceStopped = "The service was stopped."

// resume rebuilds the indexes after a start, and ends as failed what was active when the sandbox stopped.
func (d *data) resume() {
	for s := range d.sources.All() {
		s.Status = "Finished"
		if len(d.server.options.Endpoints) > 0 { // otherwise the registrations need not be decoded
			s.Mapped = cmp.Or(d.server.mappedFolder(s.endpoint()), s.Mapped)
		}
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
			d.addEvent(&r.Events, "The recovery has ended: %s.", r.Status)
			d.recoveries.Put(r)
		}
	}
}

// close stores the time and closes the store.
func (d *data) close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.storeTime()
	return d.store.Close()
}

// update changes the state while nothing else reads or changes it, and stores the changes.
func (d *data) update(change func()) {
	d.mu.Lock()
	change()
	d.mu.Unlock()
	_ = d.store.Commit() // after an error, the next Commit writes the changes
}

// nextNumber returns the next number of a sequence.
func (d *data) nextNumber() int64 {
	m, ok := d.counters.Get("next")
	if !ok {
		m = &counter{Name: "next"}
	}
	m.Number++
	d.counters.Put(m)
	return m.Number
}

// newID returns the id of a source, object or task: a small one, as they are in practice, or one that a float cannot hold. Both
// come from the same sequence, so that they differ also where the option changes from one start to the next.
func (d *data) newID() int64 {
	if d.server.options.LargeIDs {
		return 1<<53 + 1 + 2*d.nextNumber()
	}
	return 200 + d.nextNumber()
}

// newConnectionID returns the id of a connection or connector, which is text in JSON.
func (d *data) newConnectionID() string { return strconv.FormatInt(d.newID(), 10) }

// newClusterID returns the id of a policy, group or recovery.
func (d *data) newClusterID() string { return clusterID(d.nextNumber()) }

// clusterID returns the id with a number that policies, groups, recoveries and archival tasks have.
func clusterID(number int64) string {
	return fmt.Sprintf("7410926835110247:1732406400000:%d", number)
}
