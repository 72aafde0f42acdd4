package console

import (
	"cmp"
	"errors"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
	"ibmcloud-backup-recovery-plugin/output"
	"ibmcloud-backup-recovery-plugin/service"
)

// exportReport returns the job of `export-report`. A report that is made in the background is there when the same request is answered with
// it: no other way to fetch it is documented.
func exportReport(f *engine.Flags) engine.Job {
	var p period
	p.declare(f)
	return func(c *engine.Context) error {
		d, err := c.Destination(false)
		if err != nil {
			return err
		}
		if err := reports.resolve(c, f); err != nil {
			return err
		}
		if err := p.filter(c, func() ([]any, error) { return componentsOfReport(c) }); err != nil {
			return err
		}
		body, err := c.Request.Fields()
		if err != nil {
			return err
		}
		d.MayPend = string(body["async"]) == "true"
		// A look may also be what the time ends in, once the Manager has said that the report is not complete.
		over := func(try int) bool {
			limit := c.Options.Wait.Timeout
			return try > 0 && limit > 0 && c.Now().Sub(c.Began()) >= limit
		}
		for try := 0; ; try++ {
			saved, err := c.SaveOwn(d)
			switch {
			case err == nil:
				return c.Report(saved)
			case over(try) && (errors.Is(err, service.ErrNotReady) || c.Err() != nil):
				return errIncomplete(c)
			case !errors.Is(err, service.ErrNotReady) || c.Err() != nil:
				return err
			case !c.Options.Wait.Wait:
				return c.OK("export.pending|The Manager is making the report. Run the same command with '--wait' to save it when it is complete.")
			case try == 0:
				c.Note("export.waiting|Waiting for the report...")
			}
			if err := c.Sleep(engine.PollBackoff.Pause(try)); err != nil {
				if over(try + 1) {
					return errIncomplete(c)
				}
				return err
			}
		}
	}
}

// errIncomplete says that the time is over in which the report had to be complete.
func errIncomplete(c *engine.Context) error {
	return engine.Fail(engine.ExitTimeout, "export.timeout|The report was not complete within {{.Span}}. The Manager continues.", "Span", output.Duration(c.Options.Wait.Timeout))
}

// exportName returns the name of the file of a report, where the service gives none.
func exportName(c *engine.Context) string {
	body, err := c.Request.Fields()
	ending := "csv"
	if err == nil && strings.Contains(strings.ToUpper(string(body["reportFormat"])), "XLS") {
		ending = "xls"
	}
	return "report-" + cmp.Or(output.Clean(c.Named), "manager") + "." + ending
}
