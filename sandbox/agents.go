package sandbox

import (
	"bytes"
	"cmp"
	"io"
	"net/http"

	"ibmcloud-backup-recovery-plugin/sandbox/agents"
)

// The versions of agents: that of a new host, and the newest, to which an upgrade leads and which can be downloaded.
const (
	initialAgentVersion = "7.2.14"
	newestAgentVersion  = "7.2.15"
)

// agentJSON is the agent of a host as the older API shows it.
func (c *call) agentJSON(s *source) jsonObject {
	version := cmp.Or(s.Agent, initialAgentVersion)
	status, message, _, _ := c.data.stateOf(s)
	o := jsonObject{"id": s.ID, "name": str(s.registration(), "name"), "version": version, "hostType": s.osType(), "status": status, "upgradability": "kUpgradable", "upgradeStatus": "kIdle"}
	setPresent(o, jsonObject{"statusMessage": message})
	if version == newestAgentVersion {
		o["upgradability"] = "kCurrent"
	}
	for task := range c.data.upgrades.all() {
		if emptyOrContains(anyList(task, "agentIDs"), s.ID) {
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
		if c.matches("ids", str(o, "id")) {
			found = append(found, o)
		}
	}
	return jsonObject{"tasks": found}, nil
}

// createUpgrade starts an upgrade task, or repeats an earlier one for the agents that failed. The task begins at its scheduled
// time.
func (c *call) createUpgrade() (any, error) {
	o := jsonObject{"id": c.data.newID(), "status": "Scheduled", "type": "Manual", "isRetryable": false, "clusterVersion": newestAgentVersion}
	for _, name := range []string{"agentIDs", "name", "description", "scheduleTimeUsecs", "scheduleEndTimeUsecs"} {
		setPresent(o, jsonObject{name: c.body[name]})
	}
	if id := str(c.body, "retryTaskId"); id != "" {
		old, err := c.data.upgrades.byID(id)
		if err != nil {
			return nil, err
		}
		if !isTrue(old, "isRetryable") {
			return nil, refuse(http.StatusBadRequest, "KValidationError", "retryTaskId: nothing of the task %s has failed.", id)
		}
		failed := []any{}
		for _, agent := range objectList(old, "agents") {
			if str(agent, "info", "status") == "Failed" {
				failed = append(failed, agent["id"])
			}
		}
		setPresent(o, jsonObject{"type": "Retry", "retriedTaskID": old["id"], "agentIDs": failed, "name": cmp.Or(str(o, "name"), str(old, "name"))})
	}
	if len(anyList(o, "agentIDs")) == 0 {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "agentIDs: at least one agent is needed.")
	}
	if start, end := num(o, "scheduleTimeUsecs"), num(o, "scheduleEndTimeUsecs"); end > 0 && end <= max(start, c.data.now()) {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "scheduleEndTimeUsecs is over before the task can begin.")
	}
	c.data.upgrades.put(o)
	id := str(o, "id")
	c.server.running.Go(func() { c.data.runUpgrade(id) })
	return o, nil
}

// runUpgrade takes an upgrade task through its states.
func (d *data) runUpgrade(id string) {
	put := func(change func(jsonObject)) {
		d.update(func() {
			o, _ := d.upgrades.get(id)
			o = clone(o)
			change(o)
			d.upgrades.put(o)
		})
	}
	due := int64(0)
	put(func(o jsonObject) { due = num(o, "scheduleTimeUsecs") })
	for alive := wait(d.server.stopped, d.server.options.RunTime/4); d.now() < due; alive = wait(d.server.stopped, tickInterval) {
		if !alive {
			return
		}
	}
	put(func(o jsonObject) {
		o["status"], o["startTimeUsecs"], o["agents"] = "Running", d.now(), d.upgradeAgents(o, func(*source) string { return "Started" })
	})
	if !wait(d.server.stopped, d.server.options.RunTime/2) {
		return
	}
	put(func(o jsonObject) {
		o["agents"] = d.upgradeAgents(o, func(s *source) string {
			s.Agent = newestAgentVersion
			d.sources.Put(s)
			return "Succeeded"
		})
		failed := 0
		for _, agent := range objectList(o, "agents") {
			if str(agent, "info", "status") == "Failed" {
				failed++
			}
		}
		o["status"], o["endTimeUsecs"], o["isRetryable"] = "Succeeded", d.now(), failed > 0
		switch {
		case failed > 0 && failed == len(anyList(o, "agents")):
			o["status"] = "Failed"
		case failed > 0:
			o["status"] = "PartiallyFailed"
		}
	})
}

// upgradeAgents returns the agents of a task with their results. upgrade returns the status of one whose host exists. The
// agents are those of the registered hosts; an agent without one fails, and so does one whose host's folder is gone.
func (d *data) upgradeAgents(task jsonObject, upgrade func(*source) string) []any {
	found := []any{}
	for _, id := range anyList(task, "agentIDs") {
		info := jsonObject{"startTimeUsecs": num(task, "startTimeUsecs"), "status": "Failed"}
		s, known := d.sources.Get(toString(id))
		switch {
		case !known:
			info["error"] = jsonObject{"errorCode": "KEntityNotExistsError", "message": "There is no agent " + toString(id) + "."}
		case d.isUnreachable(s):
			info["name"] = str(s.registration(), "name")
			info["error"] = jsonObject{"errorCode": "KUnreachable", "message": cannotBeReached}
		default:
			info["name"], info["previousSoftwareVersion"] = str(s.registration(), "name"), cmp.Or(s.Agent, initialAgentVersion)
			info["status"] = upgrade(s)
		}
		if info["status"] != "Started" {
			info["endTimeUsecs"] = d.now()
		}
		found = append(found, jsonObject{"id": id, "info": info})
	}
	return found
}

// restartUpgrades continues the tasks that had not ended when the sandbox stopped.
func (d *data) restartUpgrades() {
	for o := range d.upgrades.all() {
		if status := str(o, "status"); status == "Scheduled" || status == "Running" {
			id := str(o, "id")
			d.server.running.Go(func() { d.runUpgrade(id) })
		}
	}
}

func (c *call) downloadAgent() (any, error) {
	name, content, err := agents.Build(str(c.body, "platform"), str(c.body, "linuxParams", "packageType"), newestAgentVersion)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "KValidationError", "%v", err)
	}
	return &filePart{name: name, content: io.NopCloser(bytes.NewReader(content)), size: int64(len(content))}, nil
}
