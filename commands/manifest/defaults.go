package manifest

import (
	"encoding/json"
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/commands/change"
	"ibmcloud-backup-recovery-plugin/engine"
)

// settingDefaults is the setting with what the service was seen to add to things that did not have it.
const settingDefaults = "service-defaults"

// defaults are what the service adds to things by itself, as it was learnt from its answers: PATH=VALUE, with the sort of the thing before the path.
// The document does not say all of them, and what the service has added is no difference to what a file says.
type defaults struct {
	known   []string
	changed bool
}

// readDefaults returns what was learnt earlier. The error is one of the settings.
func readDefaults(c *engine.Context) (*defaults, error) {
	d := &defaults{}
	if c.Session == nil || c.Session.Settings == nil {
		return d, nil
	}
	text, err := c.Session.Settings.Get(settingDefaults)
	if err == nil && text != "" {
		d.known = strings.Split(text, "\n")
	}
	return d, err
}

// entry returns how the value of a field is kept.
func entry(s *change.Subject, path string, value any) string {
	raw, err := json.Marshal(value)
	if err != nil {
		return ""
	}
	return s.Plural + "." + path + "=" + string(raw)
}

// of returns what reports whether the service adds a value to things of a sort.
func (d *defaults) of(s *change.Subject) func(path string, value any) bool {
	return func(path string, value any) bool {
		return len(d.known) > 0 && slices.Contains(d.known, entry(s, path, value))
	}
}

// maxDefaults is how many values are kept at most.
const maxDefaults = 200

// learn notes what the service has added to a thing that was written: fields with plain values, or lists of them, that were not written and are there
// now. It returns the paths.
func (d *defaults) learn(s *change.Subject, written, now map[string]any, path string) (added []string) {
	for name, value := range now {
		place := strings.TrimPrefix(path+"."+name, ".")
		was, isWritten := written[name]
		below, isObject := value.(map[string]any)
		switch {
		case isWritten && isObject:
			if was, ok := was.(map[string]any); ok {
				added = append(added, d.learn(s, was, below, place)...)
			}
		case isWritten:
			was, _ := was.([]any)
			is, _ := value.([]any)
			for i := range is {
				item, isObject := is[i].(map[string]any)
				if len(was) != len(is) || !isObject {
					break
				}
				if before, ok := was[i].(map[string]any); ok {
					added = append(added, d.learn(s, before, item, place)...)
				}
			}
		case isObject:
			added = append(added, d.learn(s, nil, below, place)...)
		case len(d.known) < maxDefaults:
			if e := entry(s, place, value); e != "" && len(e) < 1000 && !slices.Contains(d.known, e) {
				d.known, d.changed, added = append(d.known, e), true, append(added, place)
			}
		}
	}
	slices.Sort(added)
	return added
}

// keep saves what was learnt.
func (d *defaults) keep(c *engine.Context) error {
	if !d.changed || c.Session == nil || c.Session.Settings == nil {
		return nil
	}
	slices.Sort(d.known)
	return c.Session.Settings.Set(settingDefaults, strings.Join(d.known, "\n"))
}
