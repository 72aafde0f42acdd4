package agents

import "ibmcloud-backup-recovery-plugin/engine"

// bodies are examples for `agent-upgrade-task create`.
var bodies = []engine.Body{
	{Kind: "now", About: "example.upgrade-now|Upgrade the agents of hosts now.", YAML: `
name: today
agentIDs: [web-1, db-1]
`},
	{Kind: "scheduled", About: "example.upgrade-scheduled|Upgrade the agents of hosts at a time.", YAML: `
name: tonight
agentIDs: [web-1]
scheduleTimeUsecs: +8h
`},
}
