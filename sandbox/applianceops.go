package sandbox

import (
	"net/http"
	"slices"
	"strings"
	"time"
)

// connectorHandlers are the functions that carry out the operations of a connector.
var connectorHandlers = map[string]func(*call) (any, error){
	"CreateAccessToken": (*call).createAccessToken, "GetDataSourceConnectorLogs": (*call).connectorLogs, "GetDataSourceConnectorStatus": (*call).connectorStatus,
	"RegisterDataSourceConnector": (*call).registerOwnConnector, "GetUsers": (*call).listUsers, "UpdateUser": (*call).updateUser,
}

// localUsers is why the fields about users from elsewhere are refused.
const localUsers = "the users of the sandbox's connectors are local ones"

// userRules are the rules for a user of a connector. Secrets other than the password are refused: there is nothing that they open.
var userRules = map[string]rule{
	"username": acts, "domain": acts, "currentPassword": acts, "password": acts, "forcePasswordChange": acts, "isActive": acts, "isAccountLocked": acts,
	"description": kept, "emailAddress": kept, "roles": kept, "createdTimeMsecs": kept, "lastUpdatedTimeMsecs": kept, "lastSuccessfulLoginTimeMsecs": kept, "previousLoginTimeMsecs": kept,
	"authenticationType": no(localUsers, "kAuthLocal"), "adUserInfo": no(localUsers), "googleAccount": no(localUsers), "idpUserInfo": no(localUsers), "salesforceAccount": no(localUsers),
	"additionalGroupNames": no(localUsers), "primaryGroupName": no(localUsers), "sid": no(localUsers), "objectClass": no(localUsers), "orgMembership": no(localUsers),
	"tenantAccesses": no(localUsers), "tenantId": no(localUsers), "profiles": no(localUsers), "clusterIdentifiers": no(localUsers), "subscriptionInfo": no(localUsers), "spogContext": no(localUsers),
	"allowDsoModify": no(noMoreOfUsers), "auditLogSettings": no(noMoreOfUsers), "effectiveTimeMsecs": no(noMoreOfUsers), "expiredTimeMsecs": no(noMoreOfUsers),
	"intercomMessengerToken": no(noMoreOfUsers), "mfaInfo": no(noMoreOfUsers), "mfaMethods": no(noMoreOfUsers), "preferences": no(noMoreOfUsers), "privilegeIds": no(noMoreOfUsers),
	"restricted": no(noMoreOfUsers), "s3AccessKeyId": no(noMoreOfUsers), "s3AccountId": no(noMoreOfUsers), "s3SecretKey": no(noMoreOfUsers),
}

const noMoreOfUsers = "the sandbox's connectors know of a user the password, and whether it may log in"

// createAccessToken logs a user in.
func (c *call) createAccessToken() (answer any, err error) {
	a := c.appliance
	a.change(func() {
		name := str(c.body, "username")
		user := a.user(name)
		domain := str(c.body, "domain")
		switch {
		case user == nil || str(user, "password") != str(c.body, "password") || domain != "" && !strings.EqualFold(domain, str(user, "domain")):
			a.log("Warning", "The user %s could not log in: the name or the password is wrong.", name)
			err = refuse(http.StatusUnauthorized, "KInvalidCredentials", "The user name or the password is wrong.")
		case isTrue(user, "isAccountLocked") || !isTrue(user, "isActive"):
			err = refuse(http.StatusForbidden, "KForbidden", "The user %s cannot log in.", name)
		default:
			if last := user["lastSuccessfulLoginTimeMsecs"]; last != nil {
				user["previousLoginTimeMsecs"] = last
			}
			user["lastSuccessfulLoginTimeMsecs"] = a.server.clock.now().UnixMilli()
			a.log("Info", "The user %s has logged in.", name)
			answer = jsonObject{"accessToken": a.issue(name), "tokenType": "Bearer", "privileges": []any{"kClusterView", "kClusterModify"}}
		}
	})
	return answer, err
}

func (c *call) connectorLogs() (any, error) {
	a := c.appliance
	a.mu.Lock()
	defer a.mu.Unlock()
	logs := []any{}
	for _, entry := range a.state.Logs {
		logs = append(logs, entry)
	}
	return jsonObject{"connectorLogs": logs}, nil
}

// connectorStatus says how far the registration is, and whether the instance sees the connector.
func (c *call) connectorStatus() (any, error) {
	a := c.appliance
	a.mu.Lock()
	state := a.state
	a.mu.Unlock()
	connection := jsonObject{"isActive": false}
	if state.Registered != "" {
		connection = a.server.connectionStatus(state.Instance, state.Registered)
	}
	return jsonObject{
		"registrationStatus":      setPresent(jsonObject{"status": state.Status}, jsonObject{"message": state.Message}),
		"clusterConnectionStatus": connection, "isCertificateValid": time.Now().Before(a.certificate.Leaf.NotAfter),
	}, nil
}

// connectionStatus returns what a connector knows of its connection to an instance, which has given it an ID.
func (s *Server) connectionStatus(instance, id string) jsonObject {
	d, err := s.instanceData(instance)
	if err != nil {
		return jsonObject{"isActive": false, "message": "The instance does not answer."}
	}
	d.mu.RLock()
	defer d.mu.RUnlock()
	o, known := d.connectors.get(id)
	if !known {
		return jsonObject{"isActive": false, "message": "The instance does not know the connector any more."}
	}
	return setPresent(jsonObject{"isActive": isTrue(o, "connectivityStatus", "isConnected"), "lastConnectedTimestampMsecs": num(o, "connectivityStatus", "lastConnectedTimestampSecs") * 1000},
		jsonObject{"message": str(o, "connectivityStatus", "message")})
}

// instanceData returns the state of an instance by its GUID.
func (s *Server) instanceData(guid string) (*data, error) {
	for i := range s.Instances {
		if s.Instances[i].GUID == guid {
			return s.data[i], nil
		}
	}
	return nil, refuse(http.StatusNotFound, "KNotFound", "There is no instance %s.", guid)
}

// registerOwnConnector takes a registration token and answers at once. Whether the instance accepts the token is known a little later.
func (c *call) registerOwnConnector() (_ any, err error) {
	a := c.appliance
	token := str(c.body, "registrationToken")
	claims, unreadable := readToken(token)
	a.change(func() {
		switch {
		case a.state.Status == registrationRunning:
			err = refuse(http.StatusConflict, "KInProgress", "The connector is being registered already.")
		case a.state.Status == registrationDone && c.body["connectorId"] == nil:
			err = refuse(http.StatusConflict, "KAlreadyRegistered", "The connector is registered already.")
		case unreadable != nil || claims.Instance == "":
			err = refuse(http.StatusBadRequest, "KInvalidToken", "That is no registration token.")
		default:
			a.state.Status, a.state.Message = registrationRunning, "Registering with the instance."
			a.log("Info", "The registration has begun.")
		}
	})
	if err != nil {
		return nil, err
	}
	a.server.running.Go(func() { a.register(token, claims.Instance, str(c.body, "connectorId")) })
	return nil, nil
}

// register carries out the registration: the instance lists the connector, as not connected at first.
func (a *Appliance) register(token, guid, again string) {
	s := a.server
	if !wait(s.stopped, s.options.RunDelay) {
		return
	}
	fail := func(err error) {
		a.change(func() {
			a.state.Status, a.state.Message = registrationFailed, err.Error()
			a.log("Error", "The registration has failed: %v", err)
		})
	}
	d, err := s.instanceData(guid)
	if err != nil {
		fail(err)
		return
	}
	var o jsonObject
	d.update(func() {
		if o, err = d.registerConnector(token, "", a.ip); err != nil || again == "" {
			return
		}
		if _, known := d.connectors.get(again); !known {
			d.connectors.remove(str(o, "connectorId"))
			err = notFound("connector", again)
			return
		}
		d.connectors.remove(str(o, "connectorId"))
		o, _ = d.connectors.get(again)
	})
	if err != nil {
		fail(err)
		return
	}
	id := str(o, "connectorId")
	connect := func(connected bool, message string) {
		d.update(func() {
			if o, known := d.connectors.get(id); known {
				status := d.connectivityJSON(connected)
				status["message"] = message
				d.connectors.put(withValue(o, status, "connectivityStatus"))
			}
		})
	}
	connect(false, "The connector is connecting.")
	a.change(func() {
		a.state.Status, a.state.Message, a.state.Instance, a.state.Registered = registrationDone, "", guid, id
		a.log("Info", "The instance has accepted the registration and calls the connector %s.", str(o, "connectorName"))
	})
	if wait(s.stopped, s.options.RunDelay) {
		connect(true, "")
		a.change(func() { a.log("Info", "The connector is connected.") })
	}
}

// shownUser returns a user as the API shows it.
func shownUser(user jsonObject) jsonObject {
	shown := clone(user)
	delete(shown, "password")
	return shown
}

func (c *call) listUsers() (any, error) {
	a := c.appliance
	a.mu.Lock()
	defer a.mu.Unlock()
	found := []any{}
	for _, user := range a.state.Users {
		name := str(user, "username")
		partly := c.boolParam("partialMatch") && slices.ContainsFunc(c.listParam("usernames"), func(part string) bool { return strings.Contains(name, part) })
		// The users of a connector belong to no tenant.
		if (partly || c.matches("usernames", name)) && c.matches("emailAddresses", str(user, "emailAddress")) && c.listParam("tenantIds") == nil &&
			(c.param("domain") == "" || strings.EqualFold(c.param("domain"), str(user, "domain"))) {
			found = append(found, shownUser(user))
		}
	}
	return found, nil
}

// shortestPassword is how many characters a password has at least.
const shortestPassword = 8

func (c *call) updateUser() (answer any, err error) {
	a := c.appliance
	a.change(func() {
		user := a.user(str(c.body, "username"))
		password, given := c.body["password"].(string)
		switch {
		case user == nil:
			err = notFound("user", str(c.body, "username"))
			return
		case given && str(c.body, "currentPassword") != str(user, "password"):
			err = refuse(http.StatusForbidden, "KInvalidPassword", "The current password is wrong.")
			return
		case given && len(password) < shortestPassword:
			err = refuse(http.StatusBadRequest, "KValidationError", "The new password has fewer than %d characters.", shortestPassword)
			return
		case given && password == str(user, "password"):
			err = refuse(http.StatusBadRequest, "KValidationError", "The new password is the current one.")
			return
		}
		for name, value := range c.body {
			if value != nil && !slices.Contains([]string{"currentPassword", "createdTimeMsecs", "lastUpdatedTimeMsecs", "lastSuccessfulLoginTimeMsecs", "previousLoginTimeMsecs", "domain"}, name) {
				user[name] = value
			}
		}
		user["lastUpdatedTimeMsecs"] = a.server.clock.now().UnixMilli()
		if given {
			user["forcePasswordChange"] = isTrue(c.body, "forcePasswordChange")
			a.revoke(str(user, "username"))
			a.log("Info", "The password of %s was changed.", str(user, "username"))
		}
		answer = shownUser(user)
	})
	return answer, err
}

// agentHandlers are the functions that carry out the operations of a connector agent.
var agentHandlers = map[string]func(*call) (any, error){"RegisterConnectorAgent": (*call).registerOwnAgent}

// registrationAnswer is an answer without a body that says in a header whether something was registered now.
type registrationAnswer struct{ status string }

// registerOwnAgent registers the connector agent with a connection, which it makes or joins.
func (c *call) registerOwnAgent() (any, error) {
	a := c.appliance
	token, name := str(c.body, "registrationToken"), str(c.body, "connectionName")
	claims, err := readToken(token)
	if err != nil || claims.Exp <= a.server.clock.now().Unix() {
		return nil, refuse(http.StatusBadRequest, "InvalidToken", "The registration token is expired or none of the service's.")
	}
	d, err := a.server.instanceData(claims.Instance)
	if err != nil {
		return nil, refuse(http.StatusBadRequest, "InvalidToken", "The registration token is none of the service's.")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	answer := &registrationAnswer{"registered"}
	d.update(func() {
		connection := d.connections.find("connectionName", name)
		registered, known := d.connectorAgents.get(a.state.Registered)
		switch {
		case known && a.state.Instance == claims.Instance && connection != nil && str(registered, "connectionId") == str(connection, "connectionId"):
			answer.status = "already-registered"
			return
		case !claims.Agents && (connection == nil || str(connection, "connectionId") != claims.Connection):
			err = refuse(http.StatusForbidden, "UnauthorizedAccess", "The token gives no access to the connection %s.", name)
			return
		case connection != nil && !isTrue(c.body, "joinExistingConnection"):
			err = refuse(http.StatusConflict, "DuplicateConnection", "A connection named %s exists already.", name)
			return
		case connection == nil:
			connection = jsonObject{"connectionId": d.newConnectionID(), "connectionName": name, "tenantId": d.ownInstance().Tenant}
			d.connections.put(connection)
		}
		o := d.addConnectorAgent(connection, a.Name, false)
		a.state.Status, a.state.Instance, a.state.Registered = registrationDone, claims.Instance, str(o, "connectorAgentId")
		err = a.keep()
	})
	if err != nil {
		return nil, err
	}
	if answer.status == "registered" {
		id := a.state.Registered
		a.server.running.Go(func() {
			if wait(a.server.stopped, a.server.options.RunDelay) {
				d.update(func() {
					if o, known := d.connectorAgents.get(id); known {
						d.connectAgent(o, true)
					}
				})
			}
		})
	}
	return answer, nil
}
