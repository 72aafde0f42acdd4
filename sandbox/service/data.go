package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// data is what an instance keeps: one file of JSON, and the stored copies of files beside it.
type data struct {
	mu    sync.Mutex
	dir   string
	saved []byte

	Next        int64       `json:"next"`
	Connections []object    `json:"connections"`
	Connectors  []object    `json:"connectors"`
	Sources     []object    `json:"sources"`
	Upgrades    []object    `json:"upgrades"`
	Policies    []object    `json:"policies"`
	Groups      []object    `json:"groups"`
	Runs        []*run      `json:"runs"`
	Recoveries  []*recovery `json:"recoveries"`
}

// openData reads what is kept in a folder. What was under way when the sandbox stopped has failed.
func openData(dir string) (*data, error) {
	d := &data{dir: dir}
	for _, sub := range []string{"files", "snapshots", "downloads"} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o700); err != nil {
			return nil, err
		}
	}
	raw, err := os.ReadFile(filepath.Join(dir, "data.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return d, nil
	}
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(d); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	now := time.Now().UnixMicro()
	for _, r := range d.Runs {
		if !r.ended() {
			r.Status, r.End, r.Messages = "Failed", now, append(r.Messages, "The service was stopped.")
		}
	}
	for _, r := range d.Recoveries {
		if !r.ended() {
			r.Status, r.End, r.Messages = "Failed", now, append(r.Messages, "The service was stopped.")
		}
	}
	for _, o := range d.Sources {
		o["authenticationStatus"] = "Finished"
	}
	return d, nil
}

// save writes what has changed. The caller holds the lock.
func (d *data) save() error {
	raw, err := json.Marshal(d)
	if err != nil || bytes.Equal(raw, d.saved) {
		return err
	}
	d.saved = raw
	return writeWhole(filepath.Join(d.dir, "data.json"), raw)
}

// change does something to what is kept, and keeps it.
func (d *data) change(do func()) {
	d.mu.Lock()
	defer d.mu.Unlock()
	do()
	_ = d.save() // the next change tries again
}

// next counts.
func (d *data) next() int64 {
	d.Next++
	return d.Next
}

// bigID makes an id that a float cannot hold, as the service's are.
func (d *data) bigID() int64 { return 1<<53 + 1 + 2*d.next() }

// connectionID makes the id of a connection or connector, which travels as text.
func (d *data) connectionID() string { return fmt.Sprintf("71%017d", 40002*d.next()+1) }

// clusterID makes the id of a policy, group or recovery.
func (d *data) clusterID() string { return fmt.Sprintf("7410926835110247:1732406400000:%d", d.next()) }

// find gives the first object whose field has that text, and its place.
func find(objects []object, field, value string) (object, int) {
	for i, o := range objects {
		if str(o, field) == value {
			return o, i
		}
	}
	return nil, -1
}

func remove(objects []object, i int) []object { return append(objects[:i:i], objects[i+1:]...) }

// clone copies an object one level deep, so that an answer can be given more fields than are kept.
func clone(o object) object {
	c := make(object, len(o))
	for k, v := range o {
		c[k] = v
	}
	return c
}

// set puts fields into an object, leaving out those without a value.
func set(o object, more object) object {
	for k, v := range more {
		if v != nil && v != "" {
			o[k] = v
		}
	}
	return o
}
