package sandbox

import (
	"cmp"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/sandbox/platform"
)

// The versions of connectors: that of a new one, and the newest, to which an upgrade leads.
const (
	initialConnectorVersion = "7.2.15"
	newestConnectorVersion  = "7.2.16"
)

// tokenLife is how long a registration token is valid, on the service's clock.
const tokenLife = 24 * time.Hour

func (c *call) listConnections() (any, error) {
	found := []any{}
	for o := range c.data.connections.all() {
		if c.matches("connectionIds", str(o, "connectionId")) && c.matchesName("connectionNames", str(o, "connectionName")) {
			found = append(found, c.connectionJSON(o))
		}
	}
	return jsonObject{"connections": found}, nil
}

// connectionJSON is a connection with its current connectors, as the API shows it.
func (c *call) connectionJSON(o jsonObject) jsonObject {
	ids := []any{}
	shown := clone(o)
	for connector := range c.data.connectors.all() {
		if str(connector, "connectionId") == str(o, "connectionId") {
			ids = append(ids, str(connector, "connectorId"))
			if str(connector, "upgradeStatus", "status") == "InProgress" {
				shown["upgradingConnectorId"] = str(connector, "connectorId")
			}
		}
	}
	shown["connectorIds"] = ids
	return shown
}

func (d *data) connectionInUse(o jsonObject) error {
	for s := range d.sources.All() {
		for _, field := range []string{"connectionId", "dataSourceConnectionId"} {
			if str(s.registration(), field) == str(o, "connectionId") {
				return refuse(http.StatusConflict, "KInUse", "The connection is in use by the source %s.", str(s.registration(), "name"))
			}
		}
	}
	return nil
}

func (c *call) createConnection() (any, error) {
	name := str(c.body, "connectionName")
	if err := c.data.connections.checkNameFree(name, ""); err != nil {
		return nil, err
	}
	o := setPresent(jsonObject{"connectionId": c.data.newConnectionID(), "connectionName": name, "tenantId": c.instance.Tenant}, jsonObject{"connectionEnvType": c.body["connectionEnvType"]})
	c.data.connections.put(o)
	return setPresent(c.connectionJSON(o), jsonObject{"registrationToken": c.data.newRegistrationToken(o)}), nil
}

func (c *call) patchConnection() (any, error) {
	o, err := c.data.connections.rename(c.path["connectionId"], str(c.body, "connectionName"))
	if err != nil {
		return nil, err
	}
	return c.connectionJSON(o), nil
}

func (c *call) deleteConnection() (any, error) {
	id := c.path["connectionId"]
	if err := c.data.connections.delete(id); err != nil {
		return nil, err
	}
	for _, records := range []*collection{c.data.connectors, c.data.connectorAgents} {
		for _, o := range slices.Collect(records.all()) {
			if str(o, "connectionId") == id {
				records.remove(str(o, records.idField))
			}
		}
	}
	return nil, nil
}

// createRegistrationToken returns a token with which connectors register. The first connector of a connection registers at
// once, as if its virtual machine had been started, unless the sandbox has connectors of its own to register. The token in the answer to creating a
// connection starts none, so that a connection without connectors can be seen too.
func (c *call) createRegistrationToken() (any, error) {
	o, err := c.data.connections.byID(c.path["connectionId"])
	if err != nil {
		return nil, err
	}
	token := c.data.newRegistrationToken(o)
	byItself := c.server.options.Connectors == 0 || c.server.options.SelfRegistering
	if byItself && c.data.connectors.find("connectionId", str(o, "connectionId")) == nil {
		_, err = c.data.registerConnector(token, "", loopback)
	}
	return token, err
}

func (d *data) newRegistrationToken(connection jsonObject) string {
	return d.newToken(jsonObject{"connection": connection["connectionId"]})
}

// newToken returns a token of this instance, with claims.
func (d *data) newToken(claims jsonObject) string {
	claims["instance"], claims["exp"] = d.ownInstance().GUID, d.clock.now().Add(tokenLife).Unix()
	return platform.UnsignedJWT(claims)
}

// ownInstance returns the instance whose state it is.
func (d *data) ownInstance() *platform.Instance {
	return &d.server.Instances[slices.Index(d.server.data, d)]
}

// tokenClaims are what a registration token says.
type tokenClaims struct {
	Connection string // the ID of the connection that it is for; "" for a token of connector agents
	Instance   string // a GUID
	Agents     bool   // whether connector agents register with it, with any connection
	Exp        int64  // in seconds since 1970
}

// readToken returns what a registration token says.
func readToken(token string) (claims tokenClaims, err error) {
	parts := strings.Split(token, ".")
	raw, err := base64.RawURLEncoding.DecodeString(parts[min(1, len(parts)-1)])
	if err == nil {
		err = json.Unmarshal(raw, &claims)
	}
	return claims, err
}

// redeemToken returns the connection that a registration token is for, and a name for what registers with it, a new one where
// name is empty.
func (d *data) redeemToken(token, name string) (connection jsonObject, free string, err error) {
	claims, err := readToken(token)
	connection, known := d.connections.get(claims.Connection)
	if claims.Agents {
		connection = d.connections.find("connectionName", agentConnection)
		known = connection != nil
	}
	switch {
	case err != nil || !known || claims.Instance != d.ownInstance().GUID:
		return nil, "", refuse(http.StatusUnauthorized, "KInvalidToken", "The registration token is none of ours.")
	case claims.Exp <= d.clock.now().Unix():
		return nil, "", refuse(http.StatusUnauthorized, "KTokenExpired", "The registration token expired at %s: generate a new one.", utc(claims.Exp*1e6))
	}
	for n := 1; name == ""; n++ {
		if try := fmt.Sprintf("%s-connector-%d", str(connection, "connectionName"), n); d.connectors.find("connectorName", try) == nil {
			name = try
		}
	}
	return connection, name, d.connectors.checkNameFree(name, "")
}

// registerConnector registers a connector, which has an IP address, with a registration token.
func (d *data) registerConnector(token, name, ip string) (jsonObject, error) {
	connection, name, err := d.redeemToken(token, name)
	if err != nil {
		return nil, err
	}
	o := jsonObject{
		"connectorId": d.newConnectionID(), "connectorName": name, "connectionId": connection["connectionId"], "connectorType": "kIBMRigelVSI",
		"softwareVersion": initialConnectorVersion, "tenantSideIp": ip, "clusterSideIp": ip, "connectivityStatus": d.connectivityJSON(true),
		"upgradeStatus": jsonObject{"status": "NotStarted", "lastStatusFetchedTimestampMsecs": d.now() / 1000},
	}
	d.connectors.put(o)
	return o, nil
}

func (d *data) connectivityJSON(connected bool) jsonObject {
	message := ""
	if !connected {
		message = "The connector has not been heard of lately."
	}
	return jsonObject{"isConnected": connected, "lastConnectedTimestampSecs": d.now() / 1e6, "message": message}
}

// setConnected changes whether a connector is connected. message is what one that is not says; "" for the usual.
func (d *data) setConnected(name string, connected bool, message string) (jsonObject, error) {
	o := d.connectors.find("connectorName", name)
	if o == nil {
		return nil, notFound("connector", name)
	}
	status := d.connectivityJSON(connected)
	if !connected && !isTrue(o, "connectivityStatus", "isConnected") {
		status["lastConnectedTimestampSecs"] = lookup(o, "connectivityStatus", "lastConnectedTimestampSecs")
	}
	if !connected {
		status["message"] = cmp.Or(message, str(status, "message"))
	}
	o = withValue(o, status, "connectivityStatus")
	d.connectors.put(o)
	return o, nil
}

// upgradeConnector starts an upgrade of a connector to the newest software.
func (d *data) upgradeConnector(name string) (jsonObject, error) {
	o := d.connectors.find("connectorName", name)
	if o == nil {
		return nil, notFound("connector", name)
	}
	put := func(status string, more jsonObject) jsonObject {
		o, _ := d.connectors.get(str(o, "connectorId"))
		if o == nil {
			return nil
		}
		began := lookup(o, "upgradeStatus", "startTimestampMSecs")
		if status == "InProgress" {
			began = d.now() / 1000
		}
		o = setPresent(withValue(o, jsonObject{"status": status, "startTimestampMSecs": began, "lastStatusFetchedTimestampMsecs": d.now() / 1000}, "upgradeStatus"), more)
		d.connectors.put(o)
		return o
	}
	o = put("InProgress", nil)
	d.server.running.Go(func() {
		if wait(d.server.stopped, d.server.options.RunTime/2) {
			d.update(func() { put("Succeeded", jsonObject{"softwareVersion": newestConnectorVersion}) })
		}
	})
	return o, nil
}

func (c *call) listConnectors() (any, error) {
	found := []any{}
	for o := range c.data.connectors.all() {
		if c.matches("connectorIds", str(o, "connectorId")) && c.matchesName("connectorNames", str(o, "connectorName")) && c.matches("connectionId", str(o, "connectionId")) {
			if isTrue(o, "connectivityStatus", "isConnected") {
				o = withValue(o, c.data.now()/1e6, "connectivityStatus", "lastConnectedTimestampSecs")
			}
			found = append(found, o)
		}
	}
	return jsonObject{"connectors": found}, nil
}

func (c *call) patchConnector() (any, error) {
	return c.data.connectors.rename(c.path["connectorId"], str(c.body, "connectorName"))
}

func (c *call) deleteConnector() (any, error) {
	return nil, c.data.connectors.delete(c.path["connectorId"])
}

// connectorMetadata returns where the images of connectors are. The host names are reserved for examples.
func (c *call) connectorMetadata() (any, error) {
	image := func(kind, suffix string) jsonObject {
		return jsonObject{"imageType": kind, "url": "https://images.example.com/connector-" + initialConnectorVersion + suffix}
	}
	return jsonObject{
		"connectorImageMetadata": jsonObject{"connectorImageFileList": []any{image("VSI", ".qcow2"), image("VMware", ".ova")}},
		"k8sConnectorInfoList": []any{jsonObject{
			"k8sPlatformType": "kIksVpc",
			"helmChartOciRef": jsonObject{"registryHost": "registry.example.com", "namespace": "sandbox", "repository": "connector", "tag": initialConnectorVersion,
				"digest": "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
			"helmInstallCmd": "helm install connector oci://registry.example.com/sandbox/connector --version " + initialConnectorVersion,
		}},
	}, nil
}

func (c *call) listConnectorAgents() (any, error) {
	found := []any{}
	for o := range c.data.connectorAgents.all() {
		if c.matches("connectionIds", str(o, "connectionId")) && c.matchesName("connectionNames", str(o, "connectionName")) && strings.TrimSuffix(c.param("tenantId"), "/") == strings.TrimSuffix(c.instance.Tenant, "/") {
			found = append(found, o)
		}
	}
	return jsonObject{"connectorAgents": found}, nil
}

// connectorAgentConfig returns a new token with which connector agents register, several if need be.
func (c *call) connectorAgentConfig() (any, error) {
	return jsonObject{"registrationToken": c.data.newToken(jsonObject{"agents": true})}, nil
}

// agentConnection is the name of the connection of the connector agents that the control address starts, which have no address of
// their own.
const agentConnection = "connector-agents"

// registerConnectorAgent registers a connector agent with a registration token.
func (d *data) registerConnectorAgent(token, name string) (jsonObject, error) {
	connection, name, err := d.redeemToken(token, name)
	if err != nil {
		return nil, err
	}
	return d.addConnectorAgent(connection, name, true), nil
}

// addConnectorAgent adds a connector agent to a connection.
func (d *data) addConnectorAgent(connection jsonObject, name string, connected bool) jsonObject {
	o := jsonObject{
		"connectorAgentId": d.newConnectionID(), "connectorAgentName": name, "connectionId": connection["connectionId"], "connectionName": connection["connectionName"],
		"softwareVersion": initialConnectorVersion, "connectivityStatus": jsonObject{"isConnected": false, "message": "The connector agent is connecting."},
	}
	if connected {
		return d.connectAgent(o, true)
	}
	d.connectorAgents.put(o)
	return o
}

// connectAgent says that a connector agent is connected, or that it is not any more, since now.
func (d *data) connectAgent(o jsonObject, connected bool) jsonObject {
	now := d.now() / 1e6
	status := jsonObject{"isConnected": true, "connectedSinceTimestampSecs": now, "lastKnownHealthOkTimestampSecs": now, "message": ""}
	if !connected {
		status = jsonObject{"isConnected": false, "lastKnownHealthOkTimestampSecs": now, "message": "The connector agent has not been heard of lately."}
	}
	o = withValue(o, status, "connectivityStatus")
	d.connectorAgents.put(o)
	return o
}
