package recoveries

import (
	"cmp"
	"encoding/json"
	"path"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
)

// databaseOptions are those of `restore` that are about databases alone.
type databaseOptions struct {
	noRecovery bool   // whether the database stays in the state of restoring, for more logs
	data, log  string // the folders of its files; "" for the original or usual ones
}

func (o *databaseOptions) declare(f *engine.Flags) {
	f.Switch(&o.noRecovery, "no-recovery", "restore.no-recovery|Leave the database in the restoring state, so that more logs can be applied.")
	f.Text(&o.data, "data-folder", "FOLDER", "restore.data-folder|The folder for the data files of the database.")
	f.Text(&o.log, "log-folder", "FOLDER", "restore.log-folder|The folder for the log files of the database; by default, that for the data files.")
}

// makeDatabase makes the request for a database: in its place or beside it under another name, or on another host.
func (r *restore) makeDatabase(c *engine.Context, p *part) error {
	if strings.Contains(r.as, "/") {
		return engine.Usage("restore.as-place|--as '{{.As}}' is a name alone. Use --to for the host and the instance.", "As", r.as)
	}
	instance, name, ok := strings.Cut(p.object.Name, "/")
	if !ok {
		instance, name = "", p.object.Name
	}
	if err := r.findMoment(c, p); err != nil {
		return err
	}
	config := map[string]any{"withNoRecovery": r.database.noRecovery, "overwritingPolicy": map[bool]string{true: "Overwrite", false: "FailIfExists"}[r.overwrite]}
	data, log := r.database.data, cmp.Or(r.database.log, r.database.data)
	elsewhere := p.place.object != nil && (p.place.object.ID != p.object.SourceID || p.place.inside != "" && !strings.EqualFold(p.place.inside, instance))
	target, kind := map[string]any{"recoverToNewSource": elsewhere}, "originalSourceConfig"
	if elsewhere {
		kind = "newSourceConfig"
		instance = cmp.Or(p.place.inside, instance)
		if data == "" {
			var err error
			if data, log, err = databaseFolders(c, p, instance, log); err != nil {
				return err
			}
		}
		config["host"], config["instanceName"], config["databaseName"] = map[string]any{"id": number(p.place.object.ID)}, instance, cmp.Or(r.as, name)
		config["dataFileDirectoryLocation"], config["logFileDirectoryLocation"] = data, log
	} else {
		for field, value := range map[string]string{"newDatabaseName": r.as, "dataFileDirectoryLocation": r.database.data, "logFileDirectoryLocation": log} {
			if value != "" {
				config[field] = value
			}
		}
	}
	target[kind] = config
	app := map[string]any{"snapshotId": p.snapshot.ID, "targetEnvironment": selection.SQL, "sqlTargetParams": target}
	if !p.moment.IsZero() {
		config["restoreTimeUsecs"], app["pointInTimeUsecs"] = p.moment.UnixMicro(), p.moment.UnixMicro()
	}
	p.body = map[string]any{"mssqlParams": map[string]any{"recoveryAction": "RecoverApps", "recoverAppParams": []any{app}}}
	r.planDatabase(c, p, elsewhere, cmp.Or(r.as, name), instance, data, cmp.Or(log, data))
	return nil
}

// planDatabase says what happens to a database, which gets a name on an instance. data and log are the folders for its files, "" for the
// original ones.
func (r *restore) planDatabase(c *engine.Context, p *part, elsewhere bool, name, instance, data, log string) {
	host := p.object.SourceName
	if elsewhere {
		host = p.place.object.Name
	}
	p.to = strings.ReplaceAll(host+"/"+instance+"/"+name, "//", "/")
	to := output.Clean(p.to)
	p.plan = []string{i18n.T("restore.database|Restoring database '{{.Name}}' as '{{.To}}'.", "Name", output.Clean(p.object.Title()), "To", to)}
	if p.moment.IsZero() {
		p.plan = append(p.plan, r.origin(c, p))
	} else {
		p.plan = append(p.plan, i18n.T("restore.moment|As of {{.Time}}, from the snapshot of {{.Taken}} and the log backups behind it.", "Time", selection.Clock(p.moment), "Taken", selection.Clock(p.snapshot.Taken)))
	}
	if data != "" {
		p.plan = append(p.plan, i18n.T("restore.folders-plan|Its data files go to '{{.Data}}', its log files to '{{.Log}}'.", "Data", output.Clean(data), "Log", output.Clean(log)))
	}
	if r.database.noRecovery {
		p.plan = append(p.plan, i18n.T("restore.restoring|It stays in the restoring state, so that more logs can be applied."))
	}
	if !r.overwrite {
		p.plan = append(p.plan, i18n.T("restore.database-stay|If a database of that name exists there, it stays as it is and the recovery fails."))
	} else {
		as := p.snapshot.Taken
		if !p.moment.IsZero() {
			as = p.moment
		}
		p.loses = i18n.T("restore.ask-database|Overwrite database '{{.To}}', if it exists, with the state of {{.Time}}?", "To", to, "Time", selection.Clock(as))
	}
}

// findMoment finds out whether log backups lead to the moment that was asked for. Where they do not, the database is restored as of its
// snapshot, and people are told so.
func (r *restore) findMoment(c *engine.Context, p *part) error {
	if r.at.At.IsZero() || r.snapshot != "" || !p.snapshot.Taken.Before(r.at.At) {
		return nil
	}
	request := api.NewRequest(&api.GetRestorePointsInTimeRange)
	var err error
	if request.Body, err = json.Marshal(map[string]any{
		"environment": selection.SQL, "protectionGroupIds": []string{p.snapshot.Group}, "sourceId": number(p.object.ID),
		"startTimeUsecs": p.snapshot.Taken.Add(-time.Second).UnixMicro(), "endTimeUsecs": c.ServiceNow().UnixMicro(),
	}); err != nil {
		return err
	}
	result, err := c.Call(request)
	if err != nil {
		return err
	}
	at := r.at.At.UnixMicro()
	for _, covered := range output.List(result.Value, "timeRangeInfo.timeRanges") {
		from, _ := output.Int(covered, "startTimeUsecs")
		to, _ := output.Int(covered, "endTimeUsecs")
		if from <= at && at <= to {
			p.moment = r.at.At
			return nil
		}
	}
	c.Warn("restore.uncovered|No log backups of '{{.Name}}' cover {{.Time}}: what changed after its snapshot of {{.Taken}} is not restored.",
		"Name", p.object.Title(), "Time", selection.Clock(r.at.At), "Taken", selection.Clock(p.snapshot.Taken))
	return nil
}

// databaseFolders returns the folders for the files of a database on another host: the usual ones of the instance there, or those that the
// database has on its own host. The error is one of usage where neither is known.
func databaseFolders(c *engine.Context, p *part, instance, log string) (data, logs string, err error) {
	trees := make([]any, 2)
	err = c.AtOnce(len(trees), func(c *engine.Context, i int) error {
		id := []string{p.place.object.ID, p.object.SourceID}[i]
		result, err := c.Call(api.NewRequest(&api.ListProtectionSources).SetNamed("id", id))
		if err == nil {
			trees[i] = result.Value
		}
		return err
	})
	if err != nil {
		return "", "", err
	}
	const sql = "protectionSource.sqlProtectionSource."
	if node := selection.FindNode(trees[0], func(node any) bool {
		return strings.EqualFold(output.String(node, "protectionSource.name"), instance) && output.String(node, sql+"defaultDatabaseLocation") != ""
	}); node != nil {
		data, logs = output.String(node, sql+"defaultDatabaseLocation"), output.String(node, sql+"defaultLogLocation")
	} else if node := selection.FindNode(trees[1], func(node any) bool { return output.String(node, "protectionSource.id") == p.object.ID }); node != nil {
		for _, file := range output.List(node, sql+"dbFiles") {
			folder := parent(output.String(file, "fullPath"))
			if output.String(file, "fileType") == "kLog" {
				logs = cmp.Or(logs, folder)
			} else {
				data = cmp.Or(data, folder)
			}
		}
	}
	if data == "" {
		return "", "", engine.Usage("restore.folders|The folders of instance '{{.Instance}}' on '{{.Host}}' are not known. Add '--data-folder FOLDER', and '--log-folder FOLDER' where that is another one.",
			"Instance", instance, "Host", p.place.object.Name)
	}
	return data, cmp.Or(log, logs, data), nil
}

// parent returns the folder of a file, whose path has slashes or backslashes.
func parent(file string) string {
	if at := strings.LastIndexAny(file, `/\`); at > 0 {
		return file[:at]
	}
	return path.Dir(file)
}
