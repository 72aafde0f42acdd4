package pages

import (
	"cmp"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/cells"
	"ibmcloud-backup-recovery-plugin/commands/survey"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// sourcePage is what is joined with the registration of a source.
type sourcePage struct {
	Error      string    `json:"error,omitempty"` // why it does not authenticate or refresh
	Agents     []any     `json:"agents"`
	Connectors []any     `json:"connectors"`
	Objects    []*object `json:"objects"`
	Groups     []*group  `json:"groups"`
}

var connectorColumns = []output.Column{
	{Title: "Connector", Path: "connectorName|connectorId", Format: output.Entity},
	{Title: "State", Path: "connectivityStatus.isConnected", Format: cells.Connected},
	{Title: "Last Seen", Path: "connectivityStatus.lastConnectedTimestampSecs", Format: output.Secs},
	{Title: "Version", Path: "softwareVersion", Rank: 2},
	{Title: "Message", Path: "connectivityStatus.message", FreeText: true},
}

// protectedColumns show an object with what protects it.
var protectedColumns = []output.Column{
	{Title: "Object", Path: "name", Format: output.Entity},
	{Title: "Groups", Path: "groups"},
	{Title: "Last Good Backup", Path: "lastGoodUsecs", Format: output.Usecs},
	{Title: "Note", Path: "reason", FreeText: true},
}

// Source returns what makes the page of a source with these details of its registration: its agents, the connectors of its connection, and its objects with
// the groups that have them and their last good backups.
func Source(details *output.View) func() *engine.Page {
	return func() *engine.Page {
		return &engine.Page{ID: "sourceId|id", Join: joinSource, View: with(details, []output.Column{{Title: "Error", Path: "page.error"}},
			output.View{Heading: "heading.agents|Agents", Rows: "page.agents", Columns: []output.Column{
				{Title: "Agent", Path: "name", Format: output.Entity},
				{Title: "Status", Path: "status", Format: output.Status},
				{Title: "Version", Path: "version"},
				{Title: "Upgrade", Path: "upgradability", Format: output.Status},
				{Title: "Message", Path: "statusMessage", FreeText: true},
			}},
			output.View{Heading: "heading.connectors|Connectors", Rows: "page.connectors", Columns: connectorColumns},
			output.View{Heading: "heading.objects|Objects", Rows: "page.objects", Columns: protectedColumns},
			output.View{Heading: "heading.groups|Groups", Rows: "page.groups", Columns: groupColumns},
		)}
	}
}

func joinSource(c *engine.Context, answer any) (any, error) {
	id, connection := cmp.Or(output.String(answer, "sourceId"), output.String(answer, "id")), output.String(answer, "connectionId|dataSourceConnectionId")
	in, err := read(c, survey.Wanted{
		Parts: survey.Groups | survey.Policies | survey.Objects | survey.Backups | survey.Sources | survey.Hosts | survey.Connectors, Objects: []string{"sourceIds", id},
	})
	page := &sourcePage{Agents: []any{}, Connectors: []any{}, Objects: []*object{}}
	for _, s := range in.Sources {
		if output.String(s, "rootNode.id") == id {
			page.Error = survey.SourceError(s)
		}
	}
	for _, host := range in.Hosts {
		if output.String(host, "protectionSource.id") == id {
			page.Agents = survey.Agents(host)
		}
	}
	for _, one := range in.Connectors {
		if connection != "" && output.String(one, "connectionId") == connection {
			page.Connectors = append(page.Connectors, one)
		}
	}
	mentioned, bare := map[string]bool{}, in.Unprotected()
	for _, o := range in.Objects {
		page.Objects = append(page.Objects, &object{Name: o.Title, LastGood: at(in.Backups[o.ID]), Groups: groupNames(o)})
		if o.Groups != nil || in.Backups[o.ID] != nil || slices.Contains(bare, o) { // a host is protected where a database on it is
			page.Objects[len(page.Objects)-1].Reason = objectNote(o, in.Backups[o.ID])
		}
		for _, ref := range o.Groups {
			mentioned[ref.ID] = true
		}
	}
	page.Groups = groupsAmong(in, func(g *survey.Group) bool { return mentioned[g.ID] })
	return page, err
}

// groupNames returns the names of the groups that have an object.
func groupNames(o *survey.Object) string {
	names := make([]string, len(o.Groups))
	for i, ref := range o.Groups {
		names[i] = ref.Name
	}
	return strings.Join(names, ", ")
}
