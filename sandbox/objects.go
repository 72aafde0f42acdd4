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
	"regexp"
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
	for _, t := range s.Objects {
		d.objects[t.ID] = t
	}
}

func (d *data) sourceOf(t *backupObject) *source {
	s, _ := d.sources.Get(toString(t.Source))
	return s
}

// discover finds out anew what a source has.
func (d *data) discover(s *source) {
	for _, t := range s.Objects {
		t.Gone = true
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
	i := slices.IndexFunc(s.Objects, func(t *backupObject) bool { return t.Path == at && t.Type == kind })
	if i < 0 {
		t := &backupObject{ID: s.ID, Name: name, Type: kind, Path: at, Source: s.ID}
		if parent != nil {
			t.ID, t.Parent = d.newLargeID(), parent.ID
		}
		t.Environment = map[string]string{typeHost: "kPhysical", typeCluster: "kKubernetes", typeNamespace: "kKubernetes"}[kind]
		if t.Environment == "" {
			t.Environment = "kSQL"
		}
		i = len(s.Objects)
		s.Objects = append(s.Objects, t)
	}
	t := s.Objects[i]
	t.Gone = false
	t.Size = 0
	for _, p := range t.files() {
		t.Size += sizeOf(filepath.Join(s.folder(), filepath.FromSlash(vault.On(p))))
	}
	return t
}

// files are the paths on the source that make up the thing.
func (t *backupObject) files() []string {
	if t.Type == typeDatabase {
		stem := strings.TrimSuffix(t.Path, ".mdf")
		return []string{stem + ".mdf", stem + "_log.ldf"}
	}
	return []string{t.Path}
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
func (d *data) objectJSON(t *backupObject) jsonObject {
	o := jsonObject{"id": t.ID, "name": t.Name, "sourceId": t.Source, "environment": t.Environment, "objectType": t.Type, "logicalSizeBytes": t.Size}
	if s := d.sourceOf(t); s != nil {
		o["sourceName"] = str(s.registration(), "name")
		if t.Environment == "kPhysical" {
			o["osType"] = s.osType()
		}
	}
	return o
}

// descendants are the things of a type at a thing or below it.
func (d *data) descendants(t *backupObject, kind string) (found []*backupObject) {
	s := d.sourceOf(t)
	if s == nil {
		return nil
	}
	for _, other := range s.Objects {
		for up := other; up != nil && other.Type == kind && !other.Gone; up = d.objects[up.Parent] {
			if up == t {
				found = append(found, other)
				break
			}
		}
	}
	return found
}

// protectable tells whether a thing can be backed up itself.
func (t *backupObject) protectable() bool {
	return t.Type == typeHost || t.Type == typeDatabase || t.Type == typeNamespace
}

// selection is a thing that a group backs up, and what of it.
type selection struct {
	id               int64
	name             string
	include, exclude []string // paths
}

// selections are what a group backs up now: where a host, an instance or a cluster stands for all that it has, that is what
// it has at this moment.
func (d *data) selections(group jsonObject) (found []selection) {
	add := func(o jsonObject, kind string, include, exclude []string) {
		t := d.objects[num(o, "id")]
		switch {
		case t == nil:
			found = append(found, selection{id: num(o, "id"), name: str(o, "name")})
		case t.Type == kind:
			if len(include) == 0 {
				include = t.files()
			}
			found = append(found, selection{t.ID, t.Name, include, exclude})
		default:
			for _, t := range d.descendants(t, kind) {
				found = append(found, selection{t.ID, t.Name, t.files(), exclude})
			}
		}
	}
	kind, params := protectionOf(group)
	switch kind {
	case "kPhysical kFile":
		general := stringList(params, "globalExcludePaths")
		for _, o := range objectList(params, "objects") {
			var include, exclude []string
			for _, p := range objectList(o, "filePaths") {
				include = append(include, str(p, "includedPath"))
				exclude = append(exclude, stringList(p, "excludedPaths")...)
			}
			add(o, typeHost, include, append(exclude, general...))
		}
	case "kPhysical kVolume":
		for _, o := range objectList(params, "objects") {
			var include []string
			for _, guid := range stringList(o, "volumeGuids") {
				include = append(include, "/"+vault.On(guid))
			}
			add(o, typeHost, include, nil)
		}
	case "kKubernetes":
		for _, o := range objectList(params, "objects") {
			add(o, typeNamespace, nil, nil)
		}
		found = slices.DeleteFunc(found, func(c selection) bool {
			excluded := anyList(params, "excludeObjectIds")
			return len(excluded) > 0 && emptyOrContains(excluded, c.id)
		})
	default:
		for _, o := range objectList(params, "objects") {
			add(o, typeDatabase, nil, nil)
		}
		for _, filter := range objectList(params, "excludeFilters") {
			found = slices.DeleteFunc(found, func(c selection) bool { return excludes(filter, c.name) })
		}
	}
	seen := map[int64]bool{}
	return slices.DeleteFunc(found, func(c selection) bool {
		twice := seen[c.id]
		seen[c.id] = true
		return twice
	})
}

// excludes tells whether a filter of a group leaves a database out.
func excludes(filter jsonObject, name string) bool {
	pattern := str(filter, "filterString")
	if !isTrue(filter, "isRegularExpression") {
		return matchesPattern(pattern, name)
	}
	re, err := regexp.Compile(pattern)
	return err == nil && re.MatchString(name)
}

// protectionOf tells how a group protects, and its parameters for that.
func protectionOf(group jsonObject) (kind string, params jsonObject) {
	environment := str(group, "environment")
	params, _ = group[paramsKey[environment]].(jsonObject)
	if environment == "kKubernetes" {
		return environment, params
	}
	how := str(params, "protectionType")
	params, _ = params[protectionKey[how]].(jsonObject)
	return environment + " " + how, params
}

// paramsKey is the field of a group or recovery with the parameters of an environment.
var paramsKey = map[string]string{"kPhysical": "physicalParams", "kSQL": "mssqlParams", "kKubernetes": "kubernetesParams"}

// protectionKey is the field in a group's parameters with those of a way to protect.
var protectionKey = map[string]string{"kFile": "fileProtectionTypeParams", "kVolume": "volumeProtectionTypeParams", "kNative": "nativeProtectionTypeParams"}

// protects tells whether a group backs a thing up, itself or with what it belongs to.
func (d *data) protects(group jsonObject, t *backupObject) bool {
	_, params := protectionOf(group)
	for _, o := range objectList(params, "objects") {
		for up := t; up != nil; up = d.objects[up.Parent] {
			if up.ID == num(o, "id") {
				return !slices.Contains(stringList(params, "excludeObjectIds"), toString(t.ID))
			}
		}
	}
	return false
}

// groupsOf are the groups that back a thing up.
func (d *data) groupsOf(t *backupObject) (found []jsonObject) {
	seen := map[string]bool{}
	for up := t; up != nil; up = d.objects[up.Parent] {
		for id := range d.groupsByObject[up.ID] {
			group, _ := d.groups.get(id)
			if !seen[id] && str(group, "environment") == t.Environment && d.protects(group, t) {
				seen[id] = true
				found = append(found, group)
			}
		}
	}
	slices.SortFunc(found, func(a, b jsonObject) int { return cmp.Compare(str(a, "name"), str(b, "name")) })
	return found
}

// indexGroup remembers which things a group names, or forgets it.
func (d *data) indexGroup(group jsonObject, named bool) {
	_, params := protectionOf(group)
	id := str(group, "id")
	for _, o := range objectList(params, "objects") {
		groups := d.groupsByObject[num(o, "id")]
		switch {
		case !named:
			delete(groups, id)
		case groups == nil:
			d.groupsByObject[num(o, "id")] = map[string]bool{id: true}
		default:
			groups[id] = true
		}
	}
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
