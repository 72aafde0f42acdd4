package recoveries

import (
	"encoding/json"
	"strconv"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// fileDownload is a download of files of a protected host.
type fileDownload struct {
	object string // whose files
	paths  []string
	at     time.Time // the files as they were then; zero for the newest snapshot
	name   string    // of the recovery; "" for one with the host and the time
}

// downloadRecovery packs files of a protected host, or takes a recovery that has packed some, waits for it, fetches the archive,
// verifies it, and unpacks it where that is wanted.
func downloadRecovery(f *engine.Flags) engine.Job {
	var d fileDownload
	f.Text(&d.object, "object", "VALUE", "download.object|The protected host: its name or ID.")
	f.List(&d.paths, "path", "LIST", "download.path|The full paths of the files and folders to download.")
	f.Time(&d.at, "at", "download.at|The files as they were at this time; by default, as in the newest snapshot.")
	f.Text(&d.name, "name", "NAME", "download.name|A name for the recovery; by default, one with the host and the time.")
	return d.run
}

func (d *fileDownload) run(c *engine.Context) error {
	destination, err := c.Destination(true)
	if err != nil {
		return err
	}
	id := ""
	err = c.WithinTimeout(func(c *engine.Context) error { // fetching shows its own progress and has no limit
		if id, err = d.packed(c); err != nil {
			return err
		}
		t := recoveryTask(c, id, c.Named)
		t.Watch = fetchLine(c, destination)
		p, err := c.Await(t)
		if err != nil {
			return err
		}
		return c.Judge(t, p)
	})
	if err != nil {
		return err
	}
	c.Named = d.recovery(c)
	saved, err := c.Download(api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", id), destination)
	switch {
	case err == nil:
		return c.Report(saved)
	case len(c.Args) > 0 || c.Options.DryRun:
		return err
	}
	return engine.Hint(err, "download.packed|The files are already packed. Continue with: {{.Command}}", "Command", fetchLine(c, destination))
}

// recovery returns what the recovery is called.
func (d *fileDownload) recovery(c *engine.Context) string {
	if len(c.Args) > 0 {
		return c.Args[0]
	}
	return d.name
}

// fetchLine returns the command line that fetches what has been packed.
func fetchLine(c *engine.Context, d *engine.Destination) string {
	words := []string{"recovery", "download", c.Named}
	if !d.Streams() {
		words = append(words, "--resume")
	}
	if c.Options.Save.Where != "" {
		words = append(words, "--output-file", c.Options.Save.Where)
	}
	if c.Options.Save.Extract != "" {
		words = append(words, "--extract", c.Options.Save.Extract)
	}
	return c.CommandLine(words...)
}

// packed returns the id of the recovery whose archive is wanted, and makes one where none is named.
func (d *fileDownload) packed(c *engine.Context) (string, error) {
	own := d.object != "" || d.paths != nil || !d.at.IsZero() || d.name != ""
	switch {
	case len(c.Args) > 0 && own:
		return "", engine.Usage("download.both|RECOVERY and --object, --path, --at and --name exclude each other: RECOVERY is already packed.")
	case len(c.Args) > 0:
		c.Named = c.Args[0]
		return c.LookUp(api.KindRecovery, c.Named)
	case d.object == "" || d.paths == nil:
		return "", engine.Usage("download.what|Either RECOVERY or --object and --path are required.")
	case c.Options.Save.Resume:
		return "", engine.Usage("download.resume|--resume continues an archive that is already packed. Use RECOVERY instead of --object and --path.")
	}
	snapshot, err := d.snapshot(c)
	if err != nil {
		return "", err
	}
	paths := make([]any, len(d.paths))
	for i, path := range d.paths {
		paths[i] = map[string]any{"absolutePath": path}
	}
	if d.name == "" {
		d.name = "download-" + d.object + "-" + c.Now().UTC().Format("20060102-150405")
	}
	c.Named = d.name
	r := api.NewRequest(&api.CreateDownloadFilesAndFoldersRecovery)
	if r.Body, err = json.Marshal(map[string]any{"name": d.name, "object": map[string]any{"snapshotId": snapshot}, "filesAndFolders": paths}); err != nil {
		return "", err
	}
	result, err := c.Call(r)
	if result, err = c.FindLost(result, err, func() (*engine.Result, error) { return recoveryNamed(c, d.name) }); err != nil {
		return "", err
	}
	c.Note("download.packing|Packing the files as recovery '{{.Name}}'...", "Name", d.name)
	return output.String(result.Value, "id"), nil
}

// snapshot returns the id of the snapshot that shows the object at the time: the newest that had been taken by then.
func (d *fileDownload) snapshot(c *engine.Context) (string, error) {
	object, err := c.LookUp(api.KindObject, d.object)
	if err != nil {
		return "", err
	}
	r := api.NewRequest(&api.GetObjectSnapshots).SetNamed("id", object)
	limit := int64(1<<63 - 1)
	if !d.at.IsZero() {
		limit = d.at.UnixMicro()
		r.SetNamed("toTimeUsecs", strconv.FormatInt(limit, 10))
	}
	result, err := c.Call(r)
	if err != nil {
		return "", err
	}
	var newest int64
	var snapshot string
	for _, s := range output.List(result.Value, "snapshots") {
		taken, _ := output.Int(s, "snapshotTimestampUsecs|runStartTimeUsecs")
		if taken <= limit && taken > newest {
			newest, snapshot = taken, output.String(s, "id")
		}
	}
	switch {
	case snapshot != "":
		c.Note("download.snapshot|Using the snapshot of {{.Time}}.", "Time", output.Usecs(json.Number(strconv.FormatInt(newest, 10))).Text)
		return snapshot, nil
	case !d.at.IsZero():
		return "", engine.Fail(engine.ExitNotFound, "download.before|'{{.Name}}' has no snapshot from before that time.", "Name", d.object).
			Hint("download.list|List its snapshots with: {{.Command}}", "Command", c.CommandLine("object-snapshots-list", d.object))
	}
	return "", engine.Fail(engine.ExitNotFound, "download.none|'{{.Name}}' has no snapshot.", "Name", d.object)
}
