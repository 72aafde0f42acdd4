package service

import (
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

func (c *call) listConnections() (any, error) {
	found := []any{}
	for _, o := range c.Connections {
		if c.wants("connectionIds", str(o, "connectionId")) && c.wants("connectionNames", str(o, "connectionName")) {
			found = append(found, c.connection(o))
		}
	}
	return object{"connections": found}, nil
}

// connection is a connection with the connectors that it has now.
func (c *call) connection(o object) object {
	ids := []any{}
	for _, connector := range c.Connectors {
		if str(connector, "connectionId") == str(o, "connectionId") {
			ids = append(ids, str(connector, "connectorId"))
		}
	}
	return set(clone(o), object{"connectorIds": ids})
}

// createConnection also lets a connector appear, as if someone had deployed one with the registration token.
func (c *call) createConnection() (any, error) {
	name := str(c.body, "connectionName")
	if _, i := findFold(c.Connections, "connectionName", name); i >= 0 {
		return nil, refuse(http.StatusConflict, "KAlreadyExists", "A connection named %s exists already.", name)
	}
	o := object{"connectionId": c.connectionID(), "connectionName": name, "tenantId": c.instance.Tenant}
	set(o, object{"connectionEnvType": c.body["connectionEnvType"]})
	c.Connections = append(c.Connections, o)
	c.Connectors = append(c.Connectors, object{
		"connectorId": c.connectionID(), "connectorName": name + "-connector-1", "connectionId": o["connectionId"],
		"connectorType": "kIBMRigelVSI", "softwareVersion": "7.2.15", "tenantSideIp": "127.0.0.1", "clusterSideIp": "127.0.0.1",
		"connectivityStatus": object{"isConnected": true, "lastConnectedTimestampSecs": time.Now().Unix(), "message": ""},
	})
	return c.connection(o), nil
}

func (c *call) patchConnection() (any, error) {
	o, i := find(c.Connections, "connectionId", c.path["connectionId"])
	if i < 0 {
		return nil, notFound("connection", c.path["connectionId"])
	}
	set(o, object{"connectionName": c.body["connectionName"]})
	return c.connection(o), nil
}

func (c *call) deleteConnection() (any, error) {
	id := c.path["connectionId"]
	_, i := find(c.Connections, "connectionId", id)
	if i < 0 {
		return nil, notFound("connection", id)
	}
	if source, j := find(c.Sources, "connectionId", id); j >= 0 {
		return nil, refuse(http.StatusConflict, "KInUse", "The connection is in use by the source %s.", str(source, "name"))
	}
	c.Connections = remove(c.Connections, i)
	var rest []object
	for _, o := range c.Connectors {
		if str(o, "connectionId") != id {
			rest = append(rest, o)
		}
	}
	c.Connectors = rest
	return nil, nil
}

func (c *call) connectionToken() (any, error) {
	o, i := find(c.Connections, "connectionId", c.path["connectionId"])
	if i < 0 {
		return nil, notFound("connection", c.path["connectionId"])
	}
	return encode(object{"alg": "none"}) + "." + encode(object{"connection": o["connectionId"], "exp": time.Now().Add(24 * time.Hour).Unix()}) + ".c2FuZGJveA", nil
}

func (c *call) listConnectors() (any, error) {
	found := []any{}
	for _, o := range c.Connectors {
		if c.wants("connectorIds", str(o, "connectorId")) && c.wants("connectorNames", str(o, "connectorName")) && c.wants("connectionId", str(o, "connectionId")) {
			found = append(found, o)
		}
	}
	return object{"connectors": found}, nil
}

func (c *call) patchConnector() (any, error) {
	o, i := find(c.Connectors, "connectorId", c.path["connectorId"])
	if i < 0 {
		return nil, notFound("connector", c.path["connectorId"])
	}
	return set(o, object{"connectorName": c.body["connectorName"]}), nil
}

func (c *call) deleteConnector() (any, error) {
	_, i := find(c.Connectors, "connectorId", c.path["connectorId"])
	if i < 0 {
		return nil, notFound("connector", c.path["connectorId"])
	}
	c.Connectors = remove(c.Connectors, i)
	return nil, nil
}

func (c *call) connectorMetadata() (any, error) {
	return object{"connectorImageMetadata": object{"connectorImageFileList": []any{}}, "k8sConnectorInfoList": []any{}}, nil
}

func (c *call) listConnectorAgents() (any, error) { return object{"connectorAgents": []any{}}, nil }

func (c *call) connectorAgentConfig() (any, error) {
	return nil, refuse(http.StatusNotFound, "KEntityNotExistsError", "No connector agent has been configured.")
}

func (c *call) listUpgrades() (any, error) {
	found := []any{}
	for _, o := range c.Upgrades {
		if c.wants("ids", str(o, "id")) {
			found = append(found, o)
		}
	}
	return object{"tasks": found}, nil
}

// createUpgrade starts an upgrade task, which begins at its time. The agents here are the registered hosts; one that is
// not there fails.
func (c *call) createUpgrade() (any, error) {
	o := object{"id": c.bigID(), "status": "Scheduled", "type": "Manual", "isRetryable": false}
	for _, name := range []string{"agentIDs", "name", "description", "scheduleTimeUsecs", "scheduleEndTimeUsecs"} {
		set(o, object{name: c.body[name]})
	}
	c.Upgrades = append(c.Upgrades, o)
	c.work.Go(func() { c.upgrade(o) })
	return o, nil
}

// upgrade takes an upgrade task through its states.
func (c *call) upgrade(o object) {
	ctx := c.stopped
	if !wait(ctx, max(c.options.RunTime/4, time.Until(time.UnixMicro(num(o, "scheduleTimeUsecs"))))) {
		return
	}
	c.change(func() { o["status"], o["startTimeUsecs"] = "Running", time.Now().UnixMicro() })
	if !wait(ctx, c.options.RunTime/2) {
		return
	}
	c.change(func() {
		agents, failed := []any{}, 0
		for _, id := range list(o, "agentIDs") {
			info := object{"status": "Succeeded", "previousSoftwareVersion": "1.0"}
			if source, _ := find(c.Sources, "id", fmt.Sprint(id)); source != nil {
				info["name"] = str(source, "name")
			} else {
				failed++
				set(info, object{"status": "Failed", "error": object{"errorCode": "KEntityNotExistsError", "message": fmt.Sprintf("There is no agent %v.", id)}})
			}
			agents = append(agents, object{"id": id, "info": info})
		}
		o["agents"], o["status"], o["endTimeUsecs"], o["isRetryable"] = agents, "Succeeded", time.Now().UnixMicro(), failed > 0
		switch {
		case failed > 0 && failed == len(agents):
			o["status"] = "Failed"
		case failed > 0:
			o["status"] = "PartiallyFailed"
		}
	})
}

// downloadAgent delivers a real, small installer that says what it is.
func (c *call) downloadAgent() (any, error) {
	name, text := "backup-agent.sh", "#!/bin/sh\necho 'This is the agent of the sandbox. It protects nothing.'\n"
	if str(c.body, "platform") == "kWindows" {
		name, text = "backup-agent.cmd", "@echo This is the agent of the sandbox. It protects nothing.\r\n"
	} else if kind := str(c.body, "linuxParams", "packageType"); kind != "" && kind != "kScript" {
		name = "backup-agent." + strings.ToLower(strings.TrimPrefix(kind, "k"))
	}
	return &piece{name: name, content: io.NopCloser(strings.NewReader(text)), size: int64(len(text))}, nil
}

// findFold is find without regard to case.
func findFold(objects []object, field, value string) (object, int) {
	for i, o := range objects {
		if strings.EqualFold(str(o, field), value) {
			return o, i
		}
	}
	return nil, -1
}
