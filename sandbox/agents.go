package sandbox

import (
	"bytes"
	"cmp"
	"io"
	"net/http"

	"ibmcloud-backup-recovery-plugin/sandbox/agents"
)

// The versions of the agents on hosts: the one that a new host has, and the one that an upgrade brings and a download is of.
const (
	agentVersion = "7.2.14"
	newestAgent  = "7.2.15"
)

// agent is the agent of a host in the words of the older API.
func (c *call) agent(s *source) object {
	version := cmp.Or(s.Agent, agentVersion)
	o := object{"id": s.ID, "name": str(s.shown(), "name"), "version": version, "hostType": s.osType(), "status": "kHealthy", "upgradability": "kUpgradable", "upgradeStatus": "kIdle"}
	if version == newestAgent {
		o["upgradability"] = "kCurrent"
	}
	for task := range c.data.upgrades.all() {
		if holds(list(task, "agentIDs"), s.ID) {
			switch str(task, "status") {
			case "Scheduled":
				o["upgradeStatus"] = "kScheduled"
			case "Running":
				o["upgradeStatus"] = "kStarted"
			}
		}
	}
	return o
}

func (c *call) listUpgrades() (any, error) {
	found := []any{}
	for o := range c.data.upgrades.all() {
		if c.wants("ids", str(o, "id")) {
			found = append(found, o)
		}
	}
	return object{"tasks": found}, nil
}

// createUpgrade starts an upgrade task, or tries again those of an earlier one that failed. It begins at its time.
func (c *call) createUpgrade() (any, error) {
	o := object{"id": c.data.bigID(), "status": "Scheduled", "type": "Manual", "isRetryable": false, "clusterVersion": newestAgent}
	for _, name := range []string{"agentIDs", "name", "description", "scheduleTimeUsecs", "scheduleEndTimeUsecs"} {
		set(o, object{name: c.body[name]})
	}
	if id := str(c.body, "retryTaskId"); id != "" {
		old, err := c.data.upgrades.byID(id)
		if err != nil {
			return nil, err
		}
		if !is(old, "isRetryable") {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "retryTaskId: nothing of the task %s has failed.", id)
		}
		failed := []any{}
		for _, agent := range objects(old, "agents") {
			if str(agent, "info", "status") == "Failed" {
				failed = append(failed, agent["id"])
			}
		}
		set(o, object{"type": "Retry", "retriedTaskID": old["id"], "agentIDs": failed, "name": cmp.Or(str(o, "name"), str(old, "name"))})
	}
	if len(list(o, "agentIDs")) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "agentIDs: at least one agent is needed.")
	}
	if start, end := num(o, "scheduleTimeUsecs"), num(o, "scheduleEndTimeUsecs"); end > 0 && end <= max(start, c.data.now()) {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "scheduleEndTimeUsecs is over before the task can begin.")
	}
	c.data.upgrades.put(o)
	id := str(o, "id")
	c.server.work.Go(func() { c.upgrade(id) })
	return o, nil
}

// upgrade takes an upgrade task through its states.
func (c *call) upgrade(id string) {
	put := func(change func(object)) {
		c.data.change(func() {
			o, _ := c.data.upgrades.get(id)
			o = clone(o)
			change(o)
			c.data.upgrades.put(o)
		})
	}
	due := int64(0)
	put(func(o object) { due = num(o, "scheduleTimeUsecs") })
	for alive := wait(c.server.stopped, c.server.options.RunTime/4); c.data.now() < due; alive = wait(c.server.stopped, tickEvery) {
		if !alive {
			return
		}
	}
	put(func(o object) {
		o["status"], o["startTimeUsecs"], o["agents"] = "Running", c.data.now(), c.upgraded(o, func(*source) string { return "Started" })
	})
	if !wait(c.server.stopped, c.server.options.RunTime/2) {
		return
	}
	put(func(o object) {
		o["agents"] = c.upgraded(o, func(s *source) string {
			s.Agent = newestAgent
			c.data.sources.Put(s)
			return "Succeeded"
		})
		failed := 0
		for _, agent := range objects(o, "agents") {
			if str(agent, "info", "status") == "Failed" {
				failed++
			}
		}
		o["status"], o["endTimeUsecs"], o["isRetryable"] = "Succeeded", c.data.now(), failed > 0
		switch {
		case failed > 0 && failed == len(list(o, "agents")):
			o["status"] = "Failed"
		case failed > 0:
			o["status"] = "PartiallyFailed"
		}
	})
}

// upgraded are the agents of a task, where do says what becomes of each. Its agents are those of the registered hosts; one
// that is not there, or whose host is not, fails.
func (c *call) upgraded(task object, do func(*source) string) []any {
	found := []any{}
	for _, id := range list(task, "agentIDs") {
		info := object{"startTimeUsecs": num(task, "startTimeUsecs"), "status": "Failed"}
		s, known := c.data.sources.Get(text(id))
		switch {
		case !known:
			info["error"] = object{"errorCode": "KEntityNotExistsError", "message": "There is no agent " + text(id) + "."}
		case !exists(s.folder()):
			info["name"] = str(s.shown(), "name")
			info["error"] = object{"errorCode": "KUnreachable", "message": "The host cannot be reached."}
		default:
			info["name"], info["previousSoftwareVersion"] = str(s.shown(), "name"), cmp.Or(s.Agent, agentVersion)
			info["status"] = do(s)
		}
		if info["status"] != "Started" {
			info["endTimeUsecs"] = c.data.now()
		}
		found = append(found, object{"id": id, "info": info})
	}
	return found
}

// restartUpgrades takes up the tasks that had not ended when the sandbox stopped.
func (c *call) restartUpgrades() {
	for o := range c.data.upgrades.all() {
		if status := str(o, "status"); status == "Scheduled" || status == "Running" {
			id := str(o, "id")
			c.server.work.Go(func() { c.upgrade(id) })
		}
	}
}

func (c *call) downloadAgent() (any, error) {
	name, content, err := agents.Build(str(c.body, "platform"), str(c.body, "linuxParams", "packageType"), newestAgent)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%v", err)
	}
	return &piece{name: name, content: io.NopCloser(bytes.NewReader(content)), size: int64(len(content))}, nil
}
