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
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/vault"
)

// source is a registered host or cluster. A folder of this machine stands for it.
type source struct {
	ID           int64           `json:"id"`
	Registration *registration   `json:"shown"`
	Mapped       string          `json:"folder,omitempty"` // the folder that its endpoint stands for; "" if the endpoint is the folder
	Objects      []*backupObject `json:"things"`
	Status       string          `json:"status"`          // of the discovery of its objects
	Agent        string          `json:"agent,omitempty"` // the version of its agent after an upgrade
}

// registration is a registration in JSON, as it was sent and completed. It is decoded when it is first used: there may be
// thousands, and the sandbox has to start quickly.
type registration struct {
	once   sync.Once
	raw    []byte
	fields jsonObject
}

// UnmarshalJSON stores the JSON without decoding it.
func (r *registration) UnmarshalJSON(raw []byte) error {
	r.raw = bytes.Clone(raw)
	return nil
}

// MarshalJSON encodes the fields.
func (r *registration) MarshalJSON() ([]byte, error) { return json.Marshal(r.parsed()) }

func (r *registration) parsed() jsonObject {
	r.once.Do(func() {
		if r.fields == nil {
			r.fields, _ = decodeObject(r.raw) // cannot fail: it was encoded by MarshalJSON
		}
	})
	return r.fields
}

func (s *source) registration() jsonObject { return s.Registration.parsed() }

// backupObject is an object in the sense of the service: it can be backed up, or contains objects that can.
type backupObject struct {
	ID          int64  `json:"id"`
	Name        string `json:"name"`
	Environment string `json:"environment"`
	Type        string `json:"type"`
	Path        string `json:"path"` // on the source; for a database, the path of its MDF file
	Size        int64  `json:"size"` // in bytes
	Parent      int64  `json:"parent,omitempty"`
	Source      int64  `json:"source"`
	Gone        bool   `json:"gone,omitempty"` // whether the source no longer has it
}

// The types of objects.
const (
	typeHost      = "kHost"
	typeInstance  = "kInstance"
	typeDatabase  = "kDatabase"
	typeCluster   = "kCluster"
	typeNamespace = "kNamespace"
)

// sqlFolder is the folder of a host with a folder for each SQL Server instance, where each database has its files: NAME.mdf
// with the rows and NAME_log.ldf with the log.
const sqlFolder = "/MSSQL"

// endpoint returns the address that a source was registered with.
func (s *source) endpoint() string {
	return cmp.Or(str(s.registration(), "physicalParams", "endpoint"), str(s.registration(), "kubernetesParams", "endpoint"))
}

// folder returns the folder that stands for a source.
func (s *source) folder() string { return cmp.Or(s.Mapped, s.endpoint()) }

func (s *source) environment() string { return str(s.registration(), "environment") }

// hasSQL reports whether the host is registered with SQL Server.
func (s *source) hasSQL() bool {
	return s.environment() == "kSQL" || slices.Contains(anyList(s.registration(), "physicalParams", "applications"), any("kSQL"))
}

// indexObjects adds the objects of a source to the index by id.
func (d *data) indexObjects(s *source) {
	for _, obj := range s.Objects {
		d.objects[obj.ID] = obj
	}
}

func (d *data) sourceOf(obj *backupObject) *source {
	s, _ := d.sources.Get(toString(obj.Source))
	return s
}

// refreshInterval is how often the objects of a source are updated without a request.
const refreshInterval = 4 * time.Hour

// discover updates the objects of a source from its folder.
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
	d.nextRefreshes[s.ID] = d.now() + refreshInterval.Microseconds()
	s.registration()["lastRefreshedTimeMsecs"] = d.now() / 1000
	d.sources.Put(s)
}

// rediscover updates the objects of a source, if it is still registered.
func (d *data) rediscover(s *source) {
	d.update(func() {
		switch known, ok := d.sources.Get(toString(s.ID)); {
		case ok && d.cannotRefresh(known):
			known.Status = "Finished" // and what was known stays
			d.sources.Put(known)
		case ok:
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

// putObject adds an object of a source, or updates it. An object keeps its id as long as it keeps its path and type.
func (d *data) putObject(s *source, parent *backupObject, name, kind, at string) *backupObject {
	i := slices.IndexFunc(s.Objects, func(obj *backupObject) bool { return obj.Path == at && obj.Type == kind })
	if i < 0 {
		obj := &backupObject{ID: s.ID, Name: name, Type: kind, Path: at, Source: s.ID}
		if parent != nil {
			obj.ID, obj.Parent = d.newID(), parent.ID
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
		obj.Size += sizeOf(filepath.Join(s.folder(), filepath.FromSlash(vault.RelPath(p))))
	}
	return obj
}

// files returns the paths on the source that make up the object.
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
	all, _ := os.ReadDir(filepath.Join(root, filepath.FromSlash(vault.RelPath(at))))
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

// osType returns the operating system that a source was registered with, by default this machine's.
func (s *source) osType() string {
	return cmp.Or(str(s.registration(), "physicalParams", "hostType"), osType())
}

// objectJSON is an object as the API shows it.
func (d *data) objectJSON(obj *backupObject) jsonObject {
	o := jsonObject{"id": obj.ID, "name": obj.Name, "sourceId": obj.Source, "environment": obj.Environment, "objectType": obj.Type, "logicalSizeBytes": obj.Size, "uuid": d.uuid(obj)}
	if s := d.sourceOf(obj); s != nil {
		o["sourceName"] = str(s.registration(), "name")
		if obj.Environment == "kPhysical" {
			o["osType"] = s.osType()
		}
	}
	return o
}

// descendants returns the objects of a type at an object or below it.
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

// protectable reports whether an object can be backed up itself.
func (obj *backupObject) protectable() bool {
	return obj.Type == typeHost || obj.Type == typeDatabase || obj.Type == typeNamespace
}

// volumesJSON returns the volumes of a host: its folders, with their names for ids.
func (d *data) volumesJSON(s *source) []any {
	found := []any{}
	for _, name := range folders(s.folder(), "/") {
		size := sizeOf(filepath.Join(s.folder(), name))
		found = append(found, jsonObject{"guid": name, "label": name, "mountPoints": []any{"/" + name}, "devicePath": fmt.Sprintf("/dev/sandbox/%s", name),
			"logicalSizeBytes": size, "usedSizeBytes": size, "isProtected": len(d.groupsOf(d.objects[s.ID])) > 0})
	}
	return found
}
