package alerts

import (
	"bytes"
	"cmp"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

var upgradeList = &output.View{
	Rows: "@", Empty: "clusterupgrade.empty|There are no upgrades of clusters.",
	Columns: []output.Column{
		{Title: "Cluster", Format: identifier, Needs: identifierNeeds},
		{Title: "Type", Path: "type", Rank: 4},
		{Title: "Version", Path: "softwareVersion"},
		{Title: "Patch", Path: "patchSoftwareVersion", Rank: 3},
		{Title: "Status", Path: "upgradeStatus", Format: output.Status},
		{Title: "Progress", Path: "upgradePercentComplete", Format: output.Percent},
	},
}

var upgradeResults = &output.View{
	Rows: "@", Empty: "clusterupgrade.nothing|No upgrade was scheduled.",
	Columns: []output.Column{
		{Title: "Cluster", Format: identifier, Needs: identifierNeeds},
		{Title: "Scheduled", Path: scheduled, Format: output.YesNo},
		{Title: "Error", Path: "ErrorMessage", FreeText: true},
	},
}

var cancelResults = &output.View{
	Rows: "@", Empty: "clusterupgrade.uncanceled|No upgrade was canceled.",
	Columns: []output.Column{
		{Title: "Cluster", Format: identifier, Needs: identifierNeeds},
		{Title: "Canceled", Path: canceled, Format: output.YesNo},
		{Title: "Error", Path: "ErrorMessage", FreeText: true},
	},
}

// The fields that report the result for a cluster.
const (
	scheduled = "IsUpgradeSchedulingSuccessful"
	canceled  = "IsUpgradeCancelSuccessful"
)

// clusterParam is the parameter with the clusters whose upgrades are canceled.
const clusterParam = "clusterIdentifiers"

// upgradeBodies are examples for `management-sre upgrades-create` and `upgrades-update`.
var upgradeBodies = []engine.Body{
	{Kind: "now", About: "example.cluster-upgrade|Upgrade a cluster now.", YAML: `
type: Upgrade
targetVersion: "7.2"
clusters: [{clusterId: 7410926835110247, clusterIncarnationId: 1732406400000}]
`},
	{Kind: "patch", About: "example.cluster-patch|Install a patch on a cluster tonight.", YAML: `
type: Patch
patchUpgradeParams: {targetVersion: "7.2.1"}
timeStampToUpgradeAtMsecs: +8h
clusters: [{clusterId: 7410926835110247, clusterIncarnationId: 1732406400000}]
`},
}

// naming puts the clusters that were found into a request.
type naming func(r *api.Request, clusters []any) error

// asksUpgrade names clusters in the body of an upgrade.
func asksUpgrade(r *api.Request, clusters []any) error {
	raw, err := bodyOf(clusters)
	if err != nil {
		return err
	}
	return r.SetField("clusters", raw)
}

// asksCancel names clusters in the parameter of a cancellation.
func asksCancel(r *api.Request, clusters []any) error {
	identifiers := make([]string, len(clusters))
	for i, cluster := range clusters {
		identifiers[i] = identifierOf(cluster)
	}
	r.SetNamed(clusterParam, identifiers...)
	return nil
}

// upgrade returns the job that schedules, changes or cancels the upgrades of clusters, and fails where one of them was not.
func upgrade(name naming) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error {
			if len(c.Args) > 0 {
				if len(named(c.Request)) > 0 {
					return engine.Usage("clusterupgrade.twice|CLUSTER and a flag with clusters exclude each other.")
				}
				clusters, err := findClusters(c, c.Args)
				if err != nil {
					return err
				}
				if err := name(c.Request, clusters); err != nil {
					return err
				}
			}
			c.Named = strings.Join(named(c.Request), ", ")
			result, err := c.Send()
			if err != nil {
				return err
			}
			if err := c.Show(nil, result.Raw); err != nil {
				return err
			}
			return judge(c, result.Value)
		}
	}
}

// named returns the identifiers of the clusters that a request names.
func named(r *api.Request) (identifiers []string) {
	if r.Op.Body == nil {
		return r.Get(clusterParam)
	}
	body, err := r.Fields()
	if err != nil || body["clusters"] == nil {
		return nil
	}
	list, err := output.Read(bytes.NewReader(body["clusters"]))
	if err != nil {
		return nil // what is no list the checks refuse
	}
	for _, cluster := range output.List(list, "") {
		identifiers = append(identifiers, identifierOf(cluster))
	}
	return identifiers
}

// judge fails where something was not done for a cluster, and where the answer does not say for which it was.
func judge(c *engine.Context, answer any) error {
	results := output.List(answer, "")
	if len(results) == 0 {
		return engine.Fail(engine.ExitUnknown, "clusterupgrade.unanswered|The answer of the Manager names no cluster, so it is not known what it has done.").
			Hint("clusterupgrade.list|Run '{{.Command}}' to see the upgrades.", "Command", c.CommandLine(managerName, "upgrades-list"))
	}
	var failed []string
	for _, one := range results {
		if output.String(one, scheduled+"|"+canceled) == "false" {
			line := identifierOf(one)
			if message := output.String(one, "ErrorMessage"); message != "" {
				line += ": " + message
			}
			failed = append(failed, output.Clean(line))
		}
	}
	if failed == nil {
		return nil
	}
	f := engine.Fail(engine.ExitFailed, "clusterupgrade.failed|The Manager refused this for {{.Count}} cluster:|The Manager refused this for {{.Count}} clusters:", "Count", len(failed))
	f.What = append(f.What, engine.Listed(failed)...)
	return f
}

// The questions before upgrades are scheduled, changed and canceled. The plain ones are asked where the names of the clusters cannot be read.
const (
	plainUpgrade i18n.Text = "clusterupgrade.plain|Upgrade these clusters: {{.Name}}?"
	plainChange  i18n.Text = "clusterupgrade.plain-change|Change the upgrades of these clusters: {{.Name}}?"
	plainCancel  i18n.Text = "clusterupgrade.plain-cancel|Cancel the upgrades of these clusters: {{.Name}}?"

	anyUpgrade i18n.Text = "clusterupgrade.any|No cluster is named, so the Manager decides which are upgraded. Upgrade them?"
	anyChange  i18n.Text = "clusterupgrade.any-change|No cluster is named, so the Manager decides whose upgrades are changed. Change them?"
)

func askUpgrade(c *engine.Context) (string, error) {
	return ask(c, "clusterupgrade.ask|Upgrade {{.Count}} cluster, {{.Names}}?|Upgrade {{.Count}} clusters, {{.Names}}?", anyUpgrade)
}

func askChange(c *engine.Context) (string, error) {
	return ask(c, "clusterupgrade.ask-change|Change the upgrade of {{.Count}} cluster, {{.Names}}?|Change the upgrades of {{.Count}} clusters, {{.Names}}?", anyChange)
}

func askCancel(c *engine.Context) (string, error) {
	return ask(c, "clusterupgrade.ask-cancel|Cancel the upgrade of {{.Count}} cluster, {{.Names}}?|Cancel the upgrades of {{.Count}} clusters, {{.Names}}?", plainCancel)
}

// ask returns the question about the clusters that the command's request names, with their names and versions, behind what
// is to be done with them.
func ask(c *engine.Context, text, unnamed i18n.Text) (string, error) {
	identifiers := named(c.Request)
	if len(identifiers) == 0 {
		return i18n.T(unnamed), nil
	}
	result, err := c.Call(api.NewRequest(&api.GetClustersInfo))
	if err != nil {
		return "", err
	}
	names := make([]string, len(identifiers))
	for i, id := range identifiers {
		names[i] = output.Clean(id)
		for _, cluster := range clustersIn(result.Value) {
			if identifierOf(cluster) == id || output.String(cluster, "clusterId") == id {
				names[i] = "'" + output.Clean(output.String(cluster, "clusterName")) + "'"
				if version := output.String(cluster, "currentVersion"); version != "" {
					names[i] = i18n.T("clusterupgrade.cluster|'{{.Name}}' (version {{.Version}})", "Name", output.Clean(output.String(cluster, "clusterName")), "Version", output.Clean(version))
				}
			}
		}
	}
	return what(c.Request) + i18n.T(text, "Count", len(names), "Names", strings.Join(names, ", ")), nil
}

// what returns sentences, each with a space behind it, about the version and the time that a request names.
func what(r *api.Request) (sentences string) {
	if r.Op.Body == nil {
		return ""
	}
	body, err := r.Fields()
	if err != nil {
		return ""
	}
	field := func(name string) any {
		v, _ := output.Read(bytes.NewReader(body[name])) // what is no value the checks refuse
		return v
	}
	version := cmp.Or(output.String(field("targetVersion"), ""), output.String(field("patchUpgradeParams"), "targetVersion"))
	if version != "" {
		sentences += i18n.T("clusterupgrade.to|To version {{.Version}}.", "Version", output.Clean(version)) + " "
	}
	if at, ok := output.Int(field("timeStampToUpgradeAtMsecs"), ""); ok {
		sentences += i18n.T("clusterupgrade.at|At {{.Time}}.", "Time", selection.Clock(time.UnixMilli(at))) + " "
	}
	return sentences
}
