package sources

import "ibmcloud-backup-recovery-plugin/engine"

// bodies are examples for `source register` and `source registration-update`.
var bodies = []engine.Body{
	{Kind: "host", About: "example.source-host|The source is a host with an agent.", Args: "web-1", YAML: `
environment: kPhysical
name: web-1
connectionId: dc
physicalParams: {endpoint: web-1.example.com, hostType: kLinux}
`},
	{Kind: "database-host", About: "example.source-database-host|The source is a host with an agent and SQL Server databases.", Args: "db-1", YAML: `
environment: kPhysical
name: db-1
connectionId: dc
physicalParams: {endpoint: db-1.example.com, hostType: kWindows, applications: [kSQL]}
`},
	{Kind: "cluster", About: "example.source-cluster|The source is a Kubernetes cluster. Put the token of its service account in the place of TOKEN.", Args: "roks", YAML: `
environment: kKubernetes
name: roks
connectionId: dc
kubernetesParams: {endpoint: "https://roks.example.com:6443", kubernetesDistribution: kROKS, clientPrivateKey: TOKEN}
`},
}

// patchBodies is an example for `source registration-patch`.
var patchBodies = []engine.Body{
	{About: "example.source-patch|Confirm the environment of a source, which is all that this command takes.", Args: "web-1", YAML: "environment: kPhysical"},
}
