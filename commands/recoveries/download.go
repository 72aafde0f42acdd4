package recoveries

import (
	"encoding/json"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/commands/selection"
	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
)

// fileDownload is a download of files of a protected host, or of what a recovery has packed.
type fileDownload struct {
	recovery string // that has packed the files; "" where one is made
	host     selection.Word
	paths    []string
	at       selection.Moment
	name     string // of the recovery that is made; "" for one with the host and the time
}

// downloadRecovery returns the job of `recovery download`, which packs files of a protected host, or takes a recovery that has packed some.
func downloadRecovery(f *engine.Flags) engine.Job {
	var d fileDownload
	var object string
	f.Text(&object, "object", "VALUE", "download.object|The protected host: its name or ID.")
	f.List(&d.paths, "path", "LIST", "download.path|The full paths of the files and folders to download.")
	d.declare(f)
	return func(c *engine.Context) error {
		own := object != "" || d.paths != nil || !d.at.Latest() || d.name != ""
		switch {
		case len(c.Args) > 0 && own:
			return engine.Usage("download.both|RECOVERY and --object, --path, --at and --name exclude each other: RECOVERY is already packed.")
		case len(c.Args) > 0:
			d.recovery = c.Args[0]
		case object == "" || d.paths == nil:
			return engine.Usage("download.what|Either RECOVERY or --object and --path are required.")
		default:
			d.host = selection.Word{Typed: object, Source: object}
		}
		return d.run(c)
	}
}

// downloadJob returns the job of `download`, whose words name the files with their host.
func downloadJob(f *engine.Flags) engine.Job {
	var d fileDownload
	d.declare(f)
	return func(c *engine.Context) error {
		words, err := selection.ParseWords(c, c.Args)
		if err != nil {
			return err
		}
		parts := bySource(words)
		switch {
		case len(parts) > 1:
			return engine.Usage("download.hosts|One download is of one host. '{{.One}}' and '{{.Other}}' are different ones.", "One", parts[0].word.Source, "Other", parts[1].word.Source)
		case parts[0].paths == nil:
			return engine.Usage("download.nopath|'{{.Word}}' names no path. Use HOST:PATH.", "Word", parts[0].word.Typed)
		}
		d.host, d.paths = parts[0].word, parts[0].paths
		return d.run(c)
	}
}

func (d *fileDownload) declare(f *engine.Flags) {
	selection.At(f, &d.at)
	f.Text(&d.name, "name", "NAME", "download.name|A name for the recovery; by default, one with the host and the time.")
}

// run waits for the recovery, fetches its archive, verifies it, and unpacks it where that is wanted.
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
	saved, err := c.Download(api.NewRequest(&api.DownloadFilesFromRecovery).SetNamed("id", id), destination)
	switch {
	case err == nil:
		return c.Report(saved)
	case d.recovery != "" || c.Options.DryRun:
		return err
	}
	return engine.Hint(err, "download.packed|The files are already packed. Continue with: {{.Command}}", "Command", fetchLine(c, destination))
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
	if d.recovery != "" {
		c.Named = d.recovery
		return c.LookUp(api.KindRecovery, c.Named)
	}
	if c.Options.Save.Resume {
		return "", engine.Usage("download.resume|--resume continues an archive that is already packed. Use 'recovery download RECOVERY'.")
	}
	object, err := selection.FindProtected(c, d.host, nil)
	if err != nil {
		return "", err
	}
	now := c.ServiceNow()
	d.at = d.at.By(now)
	snapshot, err := selection.Choose(c, object, d.at)
	if err != nil {
		return "", err
	}
	c.Say(snapshot.Origin(d.at, now))
	paths := make([]any, len(d.paths))
	for i, path := range d.paths {
		paths[i] = map[string]any{"absolutePath": path}
	}
	if d.name == "" {
		d.name = recoveryName(c, "download", object)
	}
	c.Named = d.name
	r := api.NewRequest(&api.CreateDownloadFilesAndFoldersRecovery)
	if r.Body, err = json.Marshal(map[string]any{"name": d.name, "object": map[string]any{"snapshotId": snapshot.ID}, "filesAndFolders": paths}); err != nil {
		return "", err
	}
	result, err := c.Call(r)
	if result, err = c.FindLost(result, err, func() (*engine.Result, error) { return recoveryNamed(c, d.name) }); err != nil {
		return "", err
	}
	c.Note("download.packing|Packing the files as recovery '{{.Name}}'...", "Name", d.name)
	return output.String(result.Value, "id"), nil
}
