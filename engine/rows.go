package engine

import (
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/output"
)

// ReadRows sends a request for a list and calls row for each of its items, of which only what is at paths is read: a list may have more
// items than memory would hold whole. It returns the time by the service's clock, to the second; zero where it does not say.
func (c *Context) ReadRows(r *api.Request, list string, paths []string, row func(any) error) (time.Time, error) {
	answer, err := c.Gate.Call(c, r)
	if err != nil {
		return time.Time{}, err
	}
	defer answer.Body.Close()
	return answer.Time(), output.Rows(answer.Body, list, paths, row)
}
