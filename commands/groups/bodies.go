package groups

import "ibmcloud-backup-recovery-plugin/engine"

// bodies are examples for `group create` and `group update`.
var bodies = []engine.Body{
	{Kind: "files", About: "example.group-files|Back up files and folders of a host.", Args: "web-files", YAML: `
name: web-files
policyId: gold
environment: kPhysical
physicalParams:
  protectionType: kFile
  fileProtectionTypeParams:
    objects:
      - id: web-1
        filePaths: [{includedPath: /, excludedPaths: [/tmp]}]
`},
	{Kind: "volumes", About: "example.group-volumes|Back up all volumes of a host.", Args: "web-volumes", YAML: `
name: web-volumes
policyId: gold
environment: kPhysical
physicalParams:
  protectionType: kVolume
  volumeProtectionTypeParams: {objects: [{id: web-1}]}
`},
	{Kind: "databases", About: "example.group-databases|Back up all SQL Server databases of a host.", Args: "db-prod", YAML: `
name: db-prod
policyId: gold
environment: kSQL
mssqlParams:
  protectionType: kFile
  fileProtectionTypeParams: {objects: [{id: db-1}]}
`},
	{Kind: "namespaces", About: "example.group-namespaces|Back up a namespace of a Kubernetes cluster.", Args: "shop", YAML: `
name: shop
policyId: gold
environment: kKubernetes
kubernetesParams: {objects: [{id: roks/shop}]}
`},
}
