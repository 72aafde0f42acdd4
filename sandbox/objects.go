package sandbox

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// source is something that was registered: a host, or a cluster. A folder of this machine stands for it.
type source struct {
	ID           int64           `json:"id"`
	Registration *registration   `json:"shown"`
	Objects      []*backupObject `json:"things"`
	Status       string          `json:"status"`          // of its being looked at
	Agent        string          `json:"agent,omitempty"` // the version of its agent, after an upgrade
}

// registration is a registration as it was sent and completed. There may be thousands, and the sandbox has to start quickly:
// its JSON is read when it is looked at.
type registration struct {
	once   sync.Once
	raw    []byte
	fields jsonObject
}

// UnmarshalJSON keeps the JSON.
func (r *registration) UnmarshalJSON(raw []byte) error {
	r.raw = bytes.Clone(raw)
	return nil
}

// MarshalJSON gives the JSON of the fields.
func (r *registration) MarshalJSON() ([]byte, error) { return json.Marshal(r.parsed()) }

func (r *registration) parsed() jsonObject {
	r.once.Do(func() {
		if r.fields == nil {
			r.fields, _ = decodeObject(r.raw) // which was written by us
		}
	})
	return r.fields
}

func (s *source) registration() jsonObject { return s.Registration.parsed() }

// backupObject is what can be backed up, or contains such things.
type backupObject struct {
	ID          int64  `json:"id"`
	Name        string `json:"name"`
	Environment string `json:"environment"`
	Type        string `json:"type"`
	Path        string `json:"path"` // on the source; of a database, the one of its files that has the rows
	Size        int64  `json:"size"` // bytes
	Parent      int64  `json:"parent,omitempty"`
	Source      int64  `json:"source"`
	Gone        bool   `json:"gone,omitempty"` // whether the source has it no longer
}

// The types of things.
const (
	typeHost      = "kHost"
	typeInstance  = "kInstance"
	typeDatabase  = "kDatabase"
	typeCluster   = "kCluster"
	typeNamespace = "kNamespace"
)

// sqlFolder is the folder of a host with a folder for each SQL Server instance, in which each database has its files:
// NAME.mdf with the rows, NAME_log.ldf with the log.
const sqlFolder = "/MSSQL"

// folder is the folder that stands for a source.
func (s *source) folder() string {
	return cmp.Or(str(s.registration(), "physicalParams", "endpoint"), str(s.registration(), "kubernetesParams", "endpoint"))
}

func (s *source) environment() string { return str(s.registration(), "environment") }

// hasSQL tells whether the host has databases to look for.
func (s *source) hasSQL() bool {
	return s.environment() == "kSQL" || slices.Contains(anyList(s.registration(), "physicalParams", "applications"), any("kSQL"))
}

// indexObjects adds a source's things to those that can be found by their ids.
func (d *data) indexObjects(s *source) {
	for _, obj := range s.Objects {
		d.objects[obj.ID] = obj
	}
}

func (d *data) sourceOf(obj *backupObject) *source {
	s, _ := d.sources.Get(toString(obj.Source))
	return s
}

// discover finds out anew what a source has.
func (d *data) discover(s *source) {
	for _, obj := range s.Objects {
		obj.Gone = true
	}
	root := d.putObject(s, nil, "", s.rootType(), "/")
	root.Name = str(s.registration(), "name")
	switch {
	case root.Type == typeCluster:
		for _, name := range folders(s.folder(), "/") {
			d.putObject(s, root, name, typeNamespace, "/"+name)
		}
	case s.hasSQL():
		for _, instance := range folders(s.folder(), sqlFolder) {
			in := path.Join(sqlFolder, instance)
			parent := d.putObject(s, root, instance, typeInstance, in)
			for _, file := range files(s.folder(), in) {
				if name, ok := strings.CutSuffix(file, ".mdf"); ok {
					d.putObject(s, parent, instance+"/"+name, typeDatabase, path.Join(in, file))
				}
			}
		}
	}
	d.indexObjects(s)
	s.Status = "Finished"
	s.registration()["lastRefreshedTimeMsecs"] = d.now() / 1000
	d.sources.Put(s)
}

// rediscover finds out anew what a source has, if it is registered still.
func (d *data) rediscover(s *source) {
	d.update(func() {
		if known, ok := d.sources.Get(toString(s.ID)); ok {
			d.discover(known)
		}
	})
}

func (s *source) rootType() string {
	if s.environment() == "kKubernetes" {
		return typeCluster
	}
	return typeHost
}

// putObject is a thing that a source has. It keeps its id as long as it keeps its place.
func (d *data) putObject(s *source, parent *backupObject, name, kind, at string) *backupObject {
	i := slices.IndexFunc(s.Objects, func(obj *backupObject) bool { return obj.Path == at && obj.Type == kind })
	if i < 0 {
		obj := &backupObject{ID: s.ID, Name: name, Type: kind, Path: at, Source: s.ID}
		if parent != nil {
			obj.ID, obj.Parent = d.newLargeID(), parent.ID
		}
		obj.Environment = map[string]string{typeHost: "kPhysical", typeCluster: "kKubernetes", typeNamespace: "kKubernetes"}[kind]
		if obj.Environment == "" {
			obj.Environment = "kSQL"
		}
		i = len(s.Objects)
		s.Objects = append(s.Objects, obj)
	}
	obj := s.Objects[i]
	obj.Gone = false
	obj.Size = 0
	for _, p := range obj.files() {
		obj.Size += sizeOf(filepath.Join(s.folder(), filepath.FromSlash(vault.On(p))))
	}
	return obj
}

// files are the paths on the source that make up the thing.
func (obj *backupObject) files() []string {
	if obj.Type == typeDatabase {
		stem := strings.TrimSuffix(obj.Path, ".mdf")
		return []string{stem + ".mdf", stem + "_log.ldf"}
	}
	return []string{obj.Path}
}

func exists(at string) bool {
	_, err := os.Stat(at)
	return err == nil
}

func folders(root, at string) (names []string) { return entries(root, at, fs.DirEntry.IsDir) }

func files(root, at string) (names []string) {
	return entries(root, at, func(e fs.DirEntry) bool { return e.Type().IsRegular() })
}

func entries(root, at string, wanted func(fs.DirEntry) bool) (names []string) {
	all, _ := os.ReadDir(filepath.Join(root, filepath.FromSlash(vault.On(at))))
	for _, e := range all {
		if wanted(e) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names
}

func sizeOf(at string) (size int64) {
	_ = filepath.WalkDir(at, func(_ string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			if info, err := e.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	return size
}

func osType() string {
	if runtime.GOOS == "windows" {
		return "kWindows"
	}
	return "kLinux"
}

// osType is the operating system that a source was registered with, or else that of this machine.
func (s *source) osType() string {
	return cmp.Or(str(s.registration(), "physicalParams", "hostType"), osType())
}

// objectJSON is a thing in the service's words.
func (d *data) objectJSON(obj *backupObject) jsonObject {
	o := jsonObject{"id": obj.ID, "name": obj.Name, "sourceId": obj.Source, "environment": obj.Environment, "objectType": obj.Type, "logicalSizeBytes": obj.Size}
	if s := d.sourceOf(obj); s != nil {
		o["sourceName"] = str(s.registration(), "name")
		if obj.Environment == "kPhysical" {
			o["osType"] = s.osType()
		}
	}
	return o
}

// descendants are the things of a type at a thing or below it.
func (d *data) descendants(obj *backupObject, kind string) (found []*backupObject) {
	s := d.sourceOf(obj)
	if s == nil {
		return nil
	}
	for _, other := range s.Objects {
		for up := other; up != nil && other.Type == kind && !other.Gone; up = d.objects[up.Parent] {
			if up == obj {
				found = append(found, other)
				break
			}
		}
	}
	return found
}

// protectable tells whether a thing can be backed up itself.
func (obj *backupObject) protectable() bool {
	return obj.Type == typeHost || obj.Type == typeDatabase || obj.Type == typeNamespace
}

// volumesJSON are the volumes of a host: its folders. They are named as they are, with their names for ids.
func (d *data) volumesJSON(s *source) []any {
	found := []any{}
	for _, name := range folders(s.folder(), "/") {
		size := sizeOf(filepath.Join(s.folder(), name))
		found = append(found, jsonObject{"guid": name, "label": name, "mountPoints": []any{"/" + name}, "devicePath": fmt.Sprintf("/dev/sandbox/%s", name),
			"logicalSizeBytes": size, "usedSizeBytes": size, "isProtected": len(d.groupsOf(d.objects[s.ID])) > 0})
	}
	return found
}
