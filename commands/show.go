package commands

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// show puts an answer out in the form that was asked for.
func (inv *invocation) show(body io.Reader) error {
	s, headers := inv.Streams, !inv.flags.isTrue("no-headers")
	format := inv.format()
	if inv.flags.given("jmes-query") {
		query, err := output.ParseQuery(inv.flags.text("jmes-query"))
		if err != nil {
			return err
		}
		raw, err := query.Run(body)
		if err != nil {
			return err
		}
		body = bytes.NewReader(raw)
		if format == "table" {
			format = "json"
		}
	}
	switch format {
	case "json":
		return output.JSON(s.Program(), body)
	case "yaml":
		return output.YAML(s.Program(), body)
	case "csv":
		return s.CSV(inv.cmd.View, body, headers)
	}
	return s.Table(inv.cmd.View, body, headers)
}

// say tells people that something has been done. Programs see the status.
func (inv *invocation) say(sentence string) error {
	if inv.format() != "table" || inv.Streams.Quiet {
		return nil
	}
	_, err := fmt.Fprintf(inv.Streams.Out, "%s\n%s\n", inv.Streams.Paint(inv.Streams.OutTerm, output.Good, i18n.T("OK")), sentence)
	return err
}

// confirm asks before something that cannot be undone. Without a person to ask it refuses, unless forced.
func (inv *invocation) confirm(question i18n.Text, args ...any) error {
	if inv.flags.isTrue("force") {
		return nil
	}
	sentence := i18n.T(question, cleanArgs(args)...)
	if !inv.Streams.CanAsk() {
		return &usageError{lines: []string{sentence, i18n.T("There is nobody to ask: say --force to do it.")}}
	}
	fmt.Fprintf(inv.Streams.Err, "%s [y/N] ", sentence)
	answered := make(chan string, 1)
	go func() { // reading a terminal cannot be interrupted otherwise
		line, _ := bufio.NewReader(inv.Streams.In).ReadString('\n')
		answered <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-inv.ctx.Done():
		fmt.Fprintln(inv.Streams.Err)
		return inv.ctx.Err()
	case answer := <-answered:
		if answer == "y" || answer == "yes" || answer == strings.ToLower(i18n.T("yes")) {
			return nil
		}
	}
	return &failure{what: []string{i18n.T("Nothing was done.")}, exit: exitUsage}
}

// download puts a file that the service delivers where the person wants it: whole, or not at all.
func (inv *invocation) download(r *api.Request) error {
	client, err := inv.connect()
	if err != nil {
		return err
	}
	where := inv.flags.text("output-file")
	if where == "-" {
		if inv.Streams.OutTerm {
			return usage("--output-file -: standard output is a terminal; send it to a file or another program.")
		}
		_, _, err := client.Fetch(inv.ctx, r, inv.Streams.Out, nil)
		return err
	}
	dir, name := splitTarget(where)
	if name != "" && !inv.flags.isTrue("force") { // better said before an hour of waiting than after
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return &os.PathError{Op: "create", Path: filepath.Join(dir, name), Err: os.ErrExist}
		}
	}
	var size int64
	path, err := service.WriteFile(dir, inv.flags.isTrue("force"), func(w io.Writer) (string, error) {
		progress, stop := inv.progress(i18n.T("Downloading"))
		defer stop()
		n, served, err := client.Fetch(inv.ctx, r, w, progress)
		size = n
		if name == "" {
			name = orElse(served, inv.fallbackName(r))
		}
		return name, err
	})
	if err != nil {
		return err
	}
	return inv.wrote(path, size)
}

// wrote tells where a file is, and how large.
func (inv *invocation) wrote(path string, size int64) error {
	if inv.format() != "table" || inv.flags.given("jmes-query") {
		var raw bytes.Buffer
		raw.WriteString(`{"file":`)
		writeString(&raw, path)
		fmt.Fprintf(&raw, `,"bytes":%d}`, size)
		return inv.show(&raw)
	}
	return inv.say(i18n.T("{{.File}} was written, {{.Size}}.", "File", output.Clean(path), "Size", output.Bytes(size)))
}

// writtenFile is how the place of a file is shown as CSV.
var writtenFile = &output.View{Columns: []output.Column{
	{Title: "File", Path: "file"},
	{Title: "Size", Path: "bytes", Format: output.Size},
}}

// splitTarget says into which folder a file goes and under which name, which is "" where a folder was named.
func splitTarget(where string) (dir, name string) {
	if where == "" {
		return ".", ""
	}
	where = expandHome(where)
	if info, err := os.Stat(where); err == nil && info.IsDir() || os.IsPathSeparator(where[len(where)-1]) {
		return where, ""
	}
	return filepath.Dir(where), filepath.Base(where)
}

// fallbackName is the name for a file that the service does not name.
func (inv *invocation) fallbackName(r *api.Request) string {
	if path := r.Get("filePath"); path != nil {
		if name := service.SafeName(path[0]); name != "" {
			return name
		}
	}
	if id := r.Get("id"); id != nil {
		return "recovery-" + service.SafeName(strings.ReplaceAll(id[0], ":", "-")) + ".zip"
	}
	return inv.cmd.Name + ".bin"
}

// progress draws how much of something has arrived, on a terminal only. stop takes the drawing away.
func (inv *invocation) progress(what string) (told service.Progress, stop func()) {
	if !inv.Streams.CanAnimate() {
		return nil, func() {}
	}
	p := mpb.New(mpb.WithOutput(inv.Streams.Err), mpb.WithWidth(40), mpb.WithAutoRefresh())
	bar := p.AddBar(0, mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.Name(what+"  "), decor.CurrentKibiByte("% .1f")),
		mpb.AppendDecorators(decor.AverageSpeed(decor.SizeB1024(0), "% .1f")))
	return func(done, total int64) {
			if total > 0 {
				bar.SetTotal(total, false)
			}
			bar.SetCurrent(done)
		}, func() {
			bar.Abort(true)
			p.Wait()
		}
}
