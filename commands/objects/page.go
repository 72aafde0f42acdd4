package objects

import (
	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/pages"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Resource has the commands below `object`.
var Resource = engine.Resource{
	Name: "object", About: "object.about|Show hosts, databases and namespaces with what protects them.",
	Commands: []engine.Command{
		{Name: "get", About: "object.get|Show an object, its groups and its newest snapshots.", View: pages.Object, Role: engine.Reader, ReadOnly: true,
			Args: []engine.Argument{{Title: "OBJECT", Kind: api.KindObject}}, Job: getObject,
			Examples: []string{"object get web-1", "object get db-1/MSSQLSERVER/orders --output json"}},
	},
}

func getObject(*engine.Flags) engine.Job {
	return func(c *engine.Context) error {
		id, err := c.LookUp(api.KindObject, c.Args[0])
		if err != nil {
			return err
		}
		page, err := pages.ReadObject(c, id)
		if err != nil {
			return err
		}
		return c.ShowValue(nil, page)
	}
}
