package objects

import "ibmcloud-backup-recovery-plugin/engine"

// Examples of the bodies of searches.

var indexedBodies = []engine.Body{
	{Kind: "files", About: "example.search-files|Find files by their names in all backups.", YAML: `
objectType: Files
fileParams: {searchString: "*.conf"}
`},
	{Kind: "host", About: "example.search-host|Find files by their names in the backups of a host.", YAML: `
objectType: Files
fileParams: {searchString: "*.conf", types: [File], objectIds: [web-1]}
`},
}

var restorePointBodies = []engine.Body{
	{About: "example.restore-points|List the times of the last week to which databases can be restored.", YAML: `
endTimeUsecs: now
environment: kSQL
protectionGroupIds: [db-prod]
startTimeUsecs: -7d
`},
}

var metadataBodies = []engine.Body{
	{About: "example.metadata|Show what the snapshot of a namespace holds.", Args: "roks/shop@latest", YAML: "environment: kKubernetes"},
}
