package sandbox

import (
	"cmp"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// mappedFolder returns the folder that the options map an endpoint to, or "". Names of hosts have no regard to case.
func (s *Server) mappedFolder(endpoint string) string {
	for name, folder := range s.options.Endpoints {
		if strings.EqualFold(name, endpoint) {
			return folder
		}
	}
	return ""
}

// checkSource returns a refusal for a registration without a folder that can stand for it.
func (c *call) checkSource(body jsonObject) error {
	key := "physicalParams" // also for kSQL
	if str(body, "environment") == "kKubernetes" {
		key = "kubernetesParams"
	}
	endpoint := str(body, key, "endpoint")
	folder := cmp.Or(c.server.mappedFolder(endpoint), endpoint)
	info, err := os.Stat(folder)
	switch {
	case !filepath.IsAbs(folder):
		return invalid(key+".endpoint", "no folder stands for %q. Start the sandbox with -endpoint %s=FOLDER, or use the absolute path of a folder.", endpoint, cmp.Or(endpoint, "NAME"))
	case err != nil || !info.IsDir():
		return invalid(key+".endpoint", "%s is no local folder.", folder)
	}
	for _, field := range []string{"connectionId", "dataSourceConnectionId"} {
		if id := str(body, field); id != "" {
			if _, ok := c.data.connections.get(id); !ok {
				return refuse(http.StatusBadRequest, "KValidationError", "%s: there is no connection %s.", field, id)
			}
		}
	}
	return c.checkAutoProtection(body)
}

// withoutSecrets returns a registration without its secrets.
func withoutSecrets(body jsonObject) jsonObject {
	body = clone(body)
	delete(body, "encryptionKey")
	if params, ok := body["kubernetesParams"].(jsonObject); ok {
		body["kubernetesParams"] = withValue(params, "********", "clientPrivateKey")
	}
	return body
}

func (c *call) registerSource() (any, error) {
	if err := c.checkSource(c.body); err != nil {
		return nil, err
	}
	s := &source{ID: c.data.newID(), Registration: &registration{fields: withoutSecrets(c.body)}}
	s.Mapped = c.server.mappedFolder(s.endpoint())
	if !isTrue(c.body, "physicalParams", "forceRegister") {
		for other := range c.data.sources.All() {
			if other.folder() == s.folder() {
				return nil, refuse(http.StatusConflict, "KAlreadyExists", "The source %s is registered already.", s.endpoint())
			}
		}
	}
	setPresent(s.registration(), jsonObject{"id": s.ID, "sourceId": s.ID, "registrationTimeMsecs": c.data.now() / 1000, "name": cmp.Or(str(s.registration(), "name"), filepath.Base(s.endpoint()))})
	c.data.discover(s)
	c.autoProtect(s, nil)
	s.Status = "Pending"
	c.data.refreshLater(s)
	return c.registrationJSON(s), nil
}

// refreshLater updates the objects of a source after a moment.
func (d *data) refreshLater(s *source) {
	d.sources.Put(s)
	d.server.running.Go(func() {
		if wait(d.server.stopped, d.server.options.RunTime/4) {
			d.rediscover(s)
		}
	})
}

// registrationJSON is a registered source as the API shows it.
func (c *call) registrationJSON(s *source) jsonObject {
	return setPresent(clone(s.registration()), jsonObject{"sourceInfo": c.data.objectJSON(c.data.objects[s.ID]), "authenticationStatus": s.Status})
}

func (c *call) source() (*source, error) {
	s, ok := c.data.sources.Get(c.path["id"])
	if !ok {
		return nil, notFound("source", c.path["id"])
	}
	return s, nil
}

func (c *call) listSources() (any, error) {
	found := []any{}
	for s := range c.data.sources.All() {
		if c.matches("ids", toString(s.ID)) {
			found = append(found, c.registrationJSON(s))
		}
	}
	return jsonObject{"registrations": found}, nil
}

func (c *call) getSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	return c.registrationJSON(s), nil
}

func (c *call) updateSource() (any, error) {
	s, err := c.source()
	if err == nil {
		err = c.checkSource(c.body)
	}
	if err == nil && str(c.body, "environment") != s.environment() {
		err = refuse(http.StatusBadRequest, "KValidationError", "environment: the source is of %s, which stays.", s.environment())
	}
	if err != nil {
		return nil, err
	}
	fresh := withoutSecrets(c.body)
	delete(fresh, "lastModifiedTimestampUsecs")
	delete(fresh, "authenticationStatus")
	for _, name := range []string{"id", "sourceId", "registrationTimeMsecs"} {
		fresh[name] = s.registration()[name]
	}
	fresh["name"] = cmp.Or(str(fresh, "name"), str(s.registration(), "name"))
	before, _ := lookup(s.registration(), "kubernetesParams", "autoProtectConfig").(jsonObject)
	s.Registration = &registration{fields: fresh}
	s.Mapped = c.server.mappedFolder(s.endpoint())
	c.data.discover(s)
	c.autoProtect(s, before)
	return c.registrationJSON(s), nil
}

func (c *call) patchSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	patched := clone(s.registration())
	for _, name := range []string{"physicalParams", "kubernetesParams"} {
		if params, ok := c.body[name].(jsonObject); ok {
			inner, _ := s.registration()[name].(jsonObject)
			patched[name] = setPresent(clone(inner), params)
		}
	}
	if err := c.checkSource(patched); err != nil {
		return nil, err
	}
	before, _ := lookup(s.registration(), "kubernetesParams", "autoProtectConfig").(jsonObject)
	s.Registration = &registration{fields: withoutSecrets(patched)}
	s.Mapped = c.server.mappedFolder(s.endpoint())
	c.data.discover(s)
	c.autoProtect(s, before)
	return c.registrationJSON(s), nil
}

func (c *call) deleteSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	for _, obj := range s.Objects {
		if groups := c.data.groupsOf(obj); len(groups) > 0 {
			return nil, refuse(http.StatusConflict, "KInUse", "The source is protected by the group %s.", str(groups[0], "name"))
		}
	}
	for _, obj := range s.Objects {
		obj.Gone = true // its backups still refer to it
	}
	c.data.sources.Remove(toString(s.ID))
	delete(c.data.nextRefreshes, s.ID)
	return nil, nil
}

func (c *call) refreshSource() (any, error) {
	s, err := c.source()
	if err == nil {
		s.Status = "RefreshInProgress"
		c.data.refreshLater(s)
	}
	return nil, err
}

// nodeJSON is an object as the older API shows it.
func (c *call) nodeJSON(s *source, obj *backupObject) jsonObject {
	o := jsonObject{"id": obj.ID, "name": obj.Name, "environment": obj.Environment}
	if obj.Parent != 0 {
		o["parentId"] = obj.Parent
	}
	switch obj.Type {
	case typeHost:
		o["physicalProtectionSource"] = jsonObject{
			"name": obj.Name, "hostName": s.endpoint(), "hostType": s.osType(), "type": "kHost", "osName": runtime.GOOS,
			"volumes": c.data.volumesJSON(s), "agents": []any{c.agentJSON(s)},
		}
	case typeInstance, typeDatabase:
		sql := jsonObject{"name": obj.Name, "type": obj.Type}
		if obj.Type == typeDatabase {
			_, name, _ := strings.Cut(obj.Name, "/")
			setPresent(sql, jsonObject{"databaseName": name, "sqlServerDbState": "kOnline", "recoveryModel": "kFullRecoveryModel"})
			files := []any{}
			for i, p := range obj.files() {
				files = append(files, jsonObject{"fileType": []string{"kRows", "kLog"}[i], "fullPath": p, "sizeBytes": sizeOf(filepath.Join(s.folder(), filepath.FromSlash(p)))})
			}
			sql["dbFiles"] = files
		}
		o["sqlProtectionSource"] = sql
	default:
		kubernetes := jsonObject{"name": obj.Name, "type": obj.Type}
		if distribution := str(s.registration(), "kubernetesParams", "kubernetesDistribution"); obj.Type == typeCluster && distribution != "kIKS" && distribution != "kROKS" {
			setPresent(kubernetes, jsonObject{"distribution": distribution})
		}
		o["kubernetesProtectionSource"] = kubernetes
	}
	return o
}

// protectionCounts returns the counts of protected and unprotected objects at an object and below it.
func (c *call) protectionCounts(obj *backupObject) (protected, unprotected jsonObject) {
	kind := map[string]string{typeHost: typeHost, typeInstance: typeDatabase, typeCluster: typeNamespace}[obj.Type]
	var counts, sizes [2]int64
	for _, leaf := range c.data.descendants(obj, cmp.Or(kind, obj.Type)) {
		i := 0
		if len(c.data.groupsOf(leaf)) == 0 {
			i = 1
		}
		counts[i]++
		sizes[i] += leaf.Size
	}
	sum := func(i int) jsonObject {
		return jsonObject{"environment": obj.Environment, "leavesCount": counts[i], "totalLogicalSize": sizes[i]}
	}
	return sum(0), sum(1)
}

// matchesEnvironment reports whether an environment matches either of the parameters for it.
func (c *call) matchesEnvironment(environment string) bool {
	return c.matches("environments", environment) && c.matches("environment", environment)
}

func (c *call) sourceTree() (any, error) {
	nodes := []any{}
	for s := range c.data.sources.All() {
		root := c.data.objects[s.ID]
		if !c.matches("id", toString(s.ID)) || !c.matchesEnvironment(root.Environment) && !(s.hasSQL() && c.matchesEnvironment("kSQL")) {
			continue
		}
		nodes = append(nodes, c.subtreeJSON(s, root, int(c.intParam("numLevels", 1<<20))))
	}
	return nodes, nil
}

// subtreeJSON is an object with a number of levels below it, as the older API shows it.
func (c *call) subtreeJSON(s *source, obj *backupObject, levels int) jsonObject {
	protected, unprotected := c.protectionCounts(obj)
	o := jsonObject{"protectionSource": c.nodeJSON(s, obj), "logicalSize": obj.Size}
	if !c.boolParam("pruneAggregationInfo") {
		o["protectedSourcesSummary"], o["unprotectedSourcesSummary"] = []any{protected}, []any{unprotected}
	}
	if c.boolParam("includeObjectProtectionInfo") {
		o["objectProtectionInfo"] = jsonObject{"entityId": obj.ID, "hasActiveObjectProtectionSpec": min(1, len(c.data.groupsOf(obj)))}
	}
	var below []*backupObject
	for _, child := range s.Objects {
		if child.Parent == obj.ID && !child.Gone && levels > 1 {
			below = append(below, child)
		}
	}
	if len(below) == 0 {
		return o
	}
	page, pages := c.pageOfNodes(obj, below)
	children := []any{}
	for _, child := range page {
		children = append(children, c.subtreeJSON(s, child, levels-1))
	}
	if obj.Type == typeHost {
		o["applicationNodes"] = children
	} else {
		o["nodes"] = children
	}
	if pages != nil {
		o["entityPaginationParameters"] = pages
	}
	return o
}

// pageOfNodes returns the page of the children of an object that the parameters ask for, and the parameters of the next page.
func (c *call) pageOfNodes(obj *backupObject, all []*backupObject) (page []*backupObject, pages jsonObject) {
	size := c.intParam("pageSize", 0)
	if node := c.intParam("nodeId", obj.ID); size <= 0 || node != obj.ID {
		return all, nil
	}
	from := 0
	if after := c.intParam("afterCursorEntityId", 0); after != 0 {
		from = slices.IndexFunc(all, func(obj *backupObject) bool { return obj.ID == after }) + 1
	}
	if before := c.intParam("beforeCursorEntityId", 0); before != 0 {
		from = max(0, slices.IndexFunc(all, func(obj *backupObject) bool { return obj.ID == before })-int(size))
	}
	to := min(len(all), from+int(size))
	pages = jsonObject{"nodeId": obj.ID, "pageSize": size}
	if to < len(all) {
		pages["afterCursorEntityId"] = all[to-1].ID
	}
	if from > 0 {
		pages["beforeCursorEntityId"] = all[from].ID
	}
	return all[from:to], pages
}

func (c *call) registrationInfo() (any, error) {
	roots := []any{}
	total := map[string]int64{}
	for s := range c.data.sources.All() {
		root := c.data.objects[s.ID]
		if !c.matches("ids", toString(s.ID)) || !c.matches("environments", root.Environment) {
			continue
		}
		protected, unprotected := c.protectionCounts(root)
		stats := jsonObject{"protectedCount": protected["leavesCount"], "protectedSize": protected["totalLogicalSize"], "unprotectedCount": unprotected["leavesCount"], "unprotectedSize": unprotected["totalLogicalSize"]}
		for name := range stats {
			total[name] += num(stats, name)
		}
		environments := []any{root.Environment}
		if s.hasSQL() {
			environments = append(environments, "kSQL")
		}
		_, _, refreshError, loginError := c.data.stateOf(s)
		registration := jsonObject{"authenticationStatus": "k" + s.Status, "environments": environments,
			"refreshTimeUsecs": num(s.registration(), "lastRefreshedTimeMsecs") * 1000, "registrationTimeUsecs": num(s.registration(), "registrationTimeMsecs") * 1000}
		setPresent(registration, jsonObject{"refreshErrorMessage": refreshError, "authenticationErrorMessage": loginError})
		roots = append(roots, jsonObject{"rootNode": c.nodeJSON(s, root), "stats": stats, "logicalSizeBytes": root.Size, "registrationInfo": registration})
	}
	stats := jsonObject{}
	for _, name := range []string{"protectedCount", "protectedSize", "unprotectedCount", "unprotectedSize"} {
		stats[name] = total[name]
	}
	return jsonObject{"rootNodes": roots, "stats": stats}, nil
}
