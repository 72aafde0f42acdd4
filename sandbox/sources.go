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

// checkSource refuses a registration that no folder can stand for.
func (c *call) checkSource(body object) error {
	key := "physicalParams" // of a registration for SQL Server too
	if str(body, "environment") == "kKubernetes" {
		key = "kubernetesParams"
	}
	folder := str(body, key, "endpoint")
	if info, err := os.Stat(folder); !filepath.IsAbs(folder) || err != nil || !info.IsDir() {
		return refuse(http.StatusBadRequest, "KValidationError", "%s.endpoint: %q is no local folder with an absolute path.", key, folder)
	}
	for _, field := range []string{"connectionId", "dataSourceConnectionId"} {
		if id := str(body, field); id != "" {
			if _, ok := c.data.connections.get(id); !ok {
				return refuse(http.StatusBadRequest, "KValidationError", "%s: there is no connection %s.", field, id)
			}
		}
	}
	return nil
}

// withoutSecrets is a registration as it may be kept and shown.
func withoutSecrets(body object) object {
	body = clone(body)
	delete(body, "encryptionKey")
	if params, ok := body["kubernetesParams"].(object); ok {
		body["kubernetesParams"] = with(params, "********", "clientPrivateKey")
	}
	return body
}

func (c *call) registerSource() (any, error) {
	if err := c.checkSource(c.body); err != nil {
		return nil, err
	}
	s := &source{ID: c.data.bigID(), Shown: &registration{fields: withoutSecrets(c.body)}}
	if !is(c.body, "physicalParams", "forceRegister") {
		for other := range c.data.sources.All() {
			if other.folder() == s.folder() {
				return nil, refuse(http.StatusConflict, "KAlreadyExists", "The source %s is registered already.", s.folder())
			}
		}
	}
	set(s.shown(), object{"id": s.ID, "sourceId": s.ID, "registrationTimeMsecs": c.data.now() / 1000, "name": cmp.Or(str(s.shown(), "name"), filepath.Base(s.folder()))})
	c.data.look(s)
	s.Status = "Pending"
	c.inspect(s)
	return c.registration(s), nil
}

// inspect looks at a source anew after a moment.
func (c *call) inspect(s *source) {
	c.data.sources.Put(s)
	c.server.work.Go(func() {
		if wait(c.server.stopped, c.server.options.RunTime/4) {
			c.data.lookAgain(s)
		}
	})
}

// registration is a source in the service's words.
func (c *call) registration(s *source) object {
	return set(clone(s.shown()), object{"sourceInfo": c.data.summary(c.data.things[s.ID]), "authenticationStatus": s.Status})
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
		if c.wants("ids", text(s.ID)) {
			found = append(found, c.registration(s))
		}
	}
	return object{"registrations": found}, nil
}

func (c *call) getSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	return c.registration(s), nil
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
		fresh[name] = s.shown()[name]
	}
	fresh["name"] = cmp.Or(str(fresh, "name"), str(s.shown(), "name"))
	s.Shown = &registration{fields: fresh}
	c.data.look(s)
	return c.registration(s), nil
}

func (c *call) patchSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	patched := clone(s.shown())
	for _, name := range []string{"physicalParams", "kubernetesParams"} {
		if params, ok := c.body[name].(object); ok {
			inner, _ := s.shown()[name].(object)
			patched[name] = set(clone(inner), params)
		}
	}
	if err := c.checkSource(patched); err != nil {
		return nil, err
	}
	s.Shown = &registration{fields: withoutSecrets(patched)}
	c.data.look(s)
	return c.registration(s), nil
}

func (c *call) deleteSource() (any, error) {
	s, err := c.source()
	if err != nil {
		return nil, err
	}
	for _, t := range s.Things {
		if groups := c.data.groupsOf(t); len(groups) > 0 {
			return nil, refuse(http.StatusConflict, "KInUse", "The source is protected by the group %s.", str(groups[0], "name"))
		}
	}
	for _, t := range s.Things {
		t.Gone = true // what was backed up of it still names it
	}
	c.data.sources.Remove(text(s.ID))
	return nil, nil
}

func (c *call) refreshSource() (any, error) {
	s, err := c.source()
	if err == nil {
		s.Status = "RefreshInProgress"
		c.inspect(s)
	}
	return nil, err
}

// node is a thing in the words of the older API.
func (c *call) node(s *source, t *thing) object {
	o := object{"id": t.ID, "name": t.Name, "environment": t.Environment}
	if t.Parent != 0 {
		o["parentId"] = t.Parent
	}
	switch t.Type {
	case typeHost:
		o["physicalProtectionSource"] = object{
			"name": t.Name, "hostName": s.folder(), "hostType": s.osType(), "type": "kHost", "osName": runtime.GOOS,
			"volumes": c.data.volumes(s), "agents": []any{c.agent(s)},
		}
	case typeInstance, typeDatabase:
		sql := object{"name": t.Name, "type": t.Type}
		if t.Type == typeDatabase {
			_, name, _ := strings.Cut(t.Name, "/")
			set(sql, object{"databaseName": name, "sqlServerDbState": "kOnline", "recoveryModel": "kFullRecoveryModel"})
			files := []any{}
			for i, p := range t.files() {
				files = append(files, object{"fileType": []string{"kRows", "kLog"}[i], "fullPath": p, "sizeBytes": sizeOf(filepath.Join(s.folder(), filepath.FromSlash(p)))})
			}
			sql["dbFiles"] = files
		}
		o["sqlProtectionSource"] = sql
	default:
		kubernetes := object{"name": t.Name, "type": t.Type}
		if distribution := str(s.shown(), "kubernetesParams", "kubernetesDistribution"); t.Type == typeCluster && distribution != "kIKS" && distribution != "kROKS" {
			set(kubernetes, object{"distribution": distribution})
		}
		o["kubernetesProtectionSource"] = kubernetes
	}
	return o
}

// sums are the numbers of the things below one, itself included, that are protected and that are not.
func (c *call) sums(t *thing) (protected, unprotected object) {
	kind := map[string]string{typeHost: typeHost, typeInstance: typeDatabase, typeCluster: typeNamespace}[t.Type]
	var counts, sizes [2]int64
	for _, leaf := range c.data.below(t, cmp.Or(kind, t.Type)) {
		i := 0
		if len(c.data.groupsOf(leaf)) == 0 {
			i = 1
		}
		counts[i]++
		sizes[i] += leaf.Size
	}
	sum := func(i int) object {
		return object{"environment": t.Environment, "leavesCount": counts[i], "totalLogicalSize": sizes[i]}
	}
	return sum(0), sum(1)
}

// environments tells whether a request leaves room for an environment, by either of its parameters.
func (c *call) environments(environment string) bool {
	return c.wants("environments", environment) && c.wants("environment", environment)
}

func (c *call) sourceTree() (any, error) {
	nodes := []any{}
	for s := range c.data.sources.All() {
		root := c.data.things[s.ID]
		if !c.wants("id", text(s.ID)) || !c.environments(root.Environment) && !(s.hasSQL() && c.environments("kSQL")) {
			continue
		}
		nodes = append(nodes, c.branch(s, root, int(c.queryInt("numLevels", 1<<20))))
	}
	return nodes, nil
}

// branch is a thing with what is below it, as many levels as are asked for.
func (c *call) branch(s *source, t *thing, levels int) object {
	yes, no := c.sums(t)
	o := object{"protectionSource": c.node(s, t), "logicalSize": t.Size}
	if !c.flag("pruneAggregationInfo") {
		o["protectedSourcesSummary"], o["unprotectedSourcesSummary"] = []any{yes}, []any{no}
	}
	if c.flag("includeObjectProtectionInfo") {
		o["objectProtectionInfo"] = object{"entityId": t.ID, "hasActiveObjectProtectionSpec": min(1, len(c.data.groupsOf(t)))}
	}
	var below []*thing
	for _, child := range s.Things {
		if child.Parent == t.ID && !child.Gone && levels > 1 {
			below = append(below, child)
		}
	}
	if len(below) == 0 {
		return o
	}
	page, pages := c.pageOfNodes(t, below)
	children := []any{}
	for _, child := range page {
		children = append(children, c.branch(s, child, levels-1))
	}
	if t.Type == typeHost {
		o["applicationNodes"] = children
	} else {
		o["nodes"] = children
	}
	if pages != nil {
		o["entityPaginationParameters"] = pages
	}
	return o
}

// pageOfNodes are those below a thing that are asked for, where it is the one whose children come page by page.
func (c *call) pageOfNodes(t *thing, all []*thing) (page []*thing, pages object) {
	size := c.queryInt("pageSize", 0)
	if node := c.queryInt("nodeId", t.ID); size <= 0 || node != t.ID {
		return all, nil
	}
	from := 0
	if after := c.queryInt("afterCursorEntityId", 0); after != 0 {
		from = slices.IndexFunc(all, func(t *thing) bool { return t.ID == after }) + 1
	}
	if before := c.queryInt("beforeCursorEntityId", 0); before != 0 {
		from = max(0, slices.IndexFunc(all, func(t *thing) bool { return t.ID == before })-int(size))
	}
	to := min(len(all), from+int(size))
	pages = object{"nodeId": t.ID, "pageSize": size}
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
		root := c.data.things[s.ID]
		if !c.wants("ids", text(s.ID)) || !c.wants("environments", root.Environment) {
			continue
		}
		yes, no := c.sums(root)
		stats := object{"protectedCount": yes["leavesCount"], "protectedSize": yes["totalLogicalSize"], "unprotectedCount": no["leavesCount"], "unprotectedSize": no["totalLogicalSize"]}
		for name := range stats {
			total[name] += num(stats, name)
		}
		environments := []any{root.Environment}
		if s.hasSQL() {
			environments = append(environments, "kSQL")
		}
		roots = append(roots, object{
			"rootNode": c.node(s, root), "stats": stats, "logicalSizeBytes": root.Size,
			"registrationInfo": object{"authenticationStatus": "k" + s.Status, "environments": environments,
				"refreshTimeUsecs": num(s.shown(), "lastRefreshedTimeMsecs") * 1000, "registrationTimeUsecs": num(s.shown(), "registrationTimeMsecs") * 1000},
		})
	}
	stats := object{}
	for _, name := range []string{"protectedCount", "protectedSize", "unprotectedCount", "unprotectedSize"} {
		stats[name] = total[name]
	}
	return object{"rootNodes": roots, "stats": stats}, nil
}
