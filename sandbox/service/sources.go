package service

import (
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"time"
)

// hostFolder is the folder that stands for a registered host.
func hostFolder(source object) string { return str(source, "physicalParams", "endpoint") }

// checkHost refuses a source that the sandbox cannot keep the files of.
func (c *call) checkHost(body object) error {
	if environment := str(body, "environment"); environment != "kPhysical" {
		return refuse(http.StatusBadRequest, "KUnsupported", "The sandbox registers hosts (kPhysical), not %s.", environment)
	}
	folder := str(body, "physicalParams", "endpoint")
	if info, err := os.Stat(folder); !filepath.IsAbs(folder) || err != nil || !info.IsDir() {
		return refuse(http.StatusBadRequest, "KValidationError", "physicalParams.endpoint: %q is no local folder with an absolute path.", folder)
	}
	if id := str(body, "connectionId"); id != "" {
		if _, i := find(c.Connections, "connectionId", id); i < 0 {
			return refuse(http.StatusBadRequest, "KValidationError", "connectionId: there is no connection %s.", id)
		}
	}
	return nil
}

func (c *call) registerSource() (any, error) {
	if err := c.checkHost(c.body); err != nil {
		return nil, err
	}
	for _, o := range c.Sources {
		if hostFolder(o) == str(c.body, "physicalParams", "endpoint") && str(c.body, "physicalParams", "forceRegister") != "true" {
			return nil, refuse(http.StatusConflict, "KAlreadyExists", "The host %s is registered already.", hostFolder(o))
		}
	}
	id := c.bigID()
	o := clone(c.body)
	delete(o, "encryptionKey")
	set(o, object{"id": id, "sourceId": id, "registrationTimeMsecs": time.Now().UnixMilli()})
	if str(o, "name") == "" {
		o["name"] = filepath.Base(hostFolder(o))
	}
	c.Sources = append(c.Sources, o)
	c.look(o)
	o["authenticationStatus"] = "Pending"
	c.inspect(id)
	return o, nil
}

// look refreshes what is known of a host.
func (c *call) look(o object) {
	var size int64
	_ = filepath.WalkDir(hostFolder(o), func(_ string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			if info, err := entry.Info(); err == nil {
				size += info.Size()
			}
		}
		return nil
	})
	o["authenticationStatus"] = "Finished"
	o["lastRefreshedTimeMsecs"] = time.Now().UnixMilli()
	o["sourceInfo"] = object{
		"id": o["id"], "name": o["name"], "sourceId": o["id"], "sourceName": o["name"], "environment": "kPhysical", "objectType": "kHost",
		"logicalSizeBytes": size, "osType": osType(),
	}
}

func osType() string {
	if runtime.GOOS == "windows" {
		return "kWindows"
	}
	return "kLinux"
}

func (c *call) source(id string) (object, int, error) {
	o, i := find(c.Sources, "id", id)
	if i < 0 {
		return nil, -1, notFound("source", id)
	}
	return o, i, nil
}

func (c *call) listSources() (any, error) {
	found := []any{}
	for _, o := range c.Sources {
		if c.wants("ids", str(o, "id")) {
			found = append(found, o)
		}
	}
	return object{"registrations": found}, nil
}

func (c *call) getSource() (any, error) {
	o, _, err := c.source(c.path["id"])
	return o, err
}

func (c *call) updateSource() (any, error) {
	o, i, err := c.source(c.path["id"])
	if err != nil {
		return nil, err
	}
	if err := c.checkHost(c.body); err != nil {
		return nil, err
	}
	fresh := clone(c.body)
	delete(fresh, "encryptionKey")
	delete(fresh, "lastModifiedTimestampUsecs")
	for _, name := range []string{"id", "sourceId", "authenticationStatus", "registrationTimeMsecs"} {
		fresh[name] = o[name]
	}
	if str(fresh, "name") == "" {
		fresh["name"] = o["name"]
	}
	c.Sources[i] = fresh
	c.look(fresh)
	return fresh, nil
}

func (c *call) patchSource() (any, error) {
	o, _, err := c.source(c.path["id"])
	if err != nil {
		return nil, err
	}
	patched := clone(o)
	patched["environment"] = c.body["environment"]
	if params, ok := c.body["physicalParams"].(object); ok {
		inner, _ := o["physicalParams"].(object)
		patched["physicalParams"] = set(clone(inner), params)
	}
	if err := c.checkHost(patched); err != nil {
		return nil, err
	}
	for name, value := range patched {
		o[name] = value
	}
	return o, nil
}

func (c *call) deleteSource() (any, error) {
	_, i, err := c.source(c.path["id"])
	if err != nil {
		return nil, err
	}
	for _, group := range c.Groups {
		if slices.Contains(groupObjects(group), num(c.Sources[i], "id")) {
			return nil, refuse(http.StatusConflict, "KInUse", "The source is protected by the group %s.", str(group, "name"))
		}
	}
	c.Sources = remove(c.Sources, i)
	return nil, nil
}

func (c *call) refreshSource() (any, error) {
	o, _, err := c.source(c.path["id"])
	if err == nil {
		o["authenticationStatus"] = "RefreshInProgress"
		c.inspect(num(o, "id"))
	}
	return nil, err
}

// inspect looks at a host anew after a moment.
func (c *call) inspect(id int64) {
	c.work.Go(func() {
		if wait(c.stopped, c.options.RunTime/4) {
			c.change(func() {
				if o := c.sourceByID(id); o != nil {
					c.look(o)
				}
			})
		}
	})
}

// node is a source in the words of the older API.
func (c *call) node(o object) object {
	return object{
		"id": o["id"], "name": o["name"], "environment": "kPhysical",
		"physicalProtectionSource": object{"name": o["name"], "hostName": hostFolder(o), "hostType": osType(), "type": "kHost", "osName": runtime.GOOS},
	}
}

// protected counts the groups that protect a source.
func (c *call) protected(o object) (count int64) {
	for _, group := range c.Groups {
		if slices.Contains(groupObjects(group), num(o, "id")) {
			count++
		}
	}
	return count
}

func (c *call) summary(o object) (protected, unprotected object) {
	size := num(o, "sourceInfo", "logicalSizeBytes")
	yes := min(c.protected(o), 1)
	return object{"environment": "kPhysical", "leavesCount": yes, "totalLogicalSize": size * yes},
		object{"environment": "kPhysical", "leavesCount": 1 - yes, "totalLogicalSize": size * (1 - yes)}
}

func (c *call) sourceTree() (any, error) {
	nodes := []any{}
	for _, o := range c.Sources {
		if !c.wants("id", str(o, "id")) || !c.wants("environments", "kPhysical") || !c.wants("environment", "kPhysical") {
			continue
		}
		yes, no := c.summary(o)
		nodes = append(nodes, object{
			"protectionSource": c.node(o), "logicalSize": num(o, "sourceInfo", "logicalSizeBytes"),
			"protectedSourcesSummary": []any{yes}, "unprotectedSourcesSummary": []any{no},
		})
	}
	return nodes, nil
}

func (c *call) registrationInfo() (any, error) {
	roots := []any{}
	total := map[string]int64{}
	for _, o := range c.Sources {
		if !c.wants("ids", str(o, "id")) || !c.wants("environments", "kPhysical") {
			continue
		}
		yes, no := c.summary(o)
		stats := object{"protectedCount": yes["leavesCount"], "protectedSize": yes["totalLogicalSize"], "unprotectedCount": no["leavesCount"], "unprotectedSize": no["totalLogicalSize"]}
		for name := range stats {
			total[name] += num(stats, name)
		}
		roots = append(roots, object{
			"rootNode": c.node(o), "stats": stats, "logicalSizeBytes": num(o, "sourceInfo", "logicalSizeBytes"),
			"registrationInfo": object{"authenticationStatus": "kFinished", "environments": []any{"kPhysical"}, "refreshTimeUsecs": num(o, "lastRefreshedTimeMsecs") * 1000},
		})
	}
	stats := object{}
	for _, name := range []string{"protectedCount", "protectedSize", "unprotectedCount", "unprotectedSize"} {
		stats[name] = total[name]
	}
	return object{"rootNodes": roots, "stats": stats}, nil
}

// sourceByID finds a source by a number.
func (d *data) sourceByID(id int64) object {
	o, _ := find(d.Sources, "id", strconv.FormatInt(id, 10))
	return o
}
