package change

import (
	"slices"
	"strings"

	"ibmcloud-backup-recovery-plugin/engine"
)

// assignment is one setting as it was typed.
type assignment struct{ word, value string }

// Set returns the job that changes settings of things of a sort. What somebody has changed meanwhile is not written over.
func Set(s *Subject) func(*engine.Flags) engine.Job {
	return func(*engine.Flags) engine.Job {
		return func(c *engine.Context) error {
			names, assignments, err := split(c.Args)
			if err == nil {
				err = s.readSecrets(c, assignments)
			}
			if err != nil {
				return err
			}
			things := make([]*changed, len(names))
			err = c.AtOnce(len(names), func(c *engine.Context, i int) (err error) {
				things[i], err = s.prepare(c, names[i], assignments)
				return err
			})
			if err != nil {
				return err
			}
			return s.carryOut(c, eachOnce(things))
		}
	}
}

// eachOnce returns things without those that are named a second time, such as in another case.
func eachOnce(things []*changed) (list []*changed) {
	for _, t := range things {
		if !slices.ContainsFunc(list, func(other *changed) bool { return other.ID == t.ID }) {
			list = append(list, t)
		}
	}
	return list
}

// split returns the names and the settings of a command line.
func split(args []string) (names []string, assignments []assignment, err error) {
	for _, arg := range args {
		word, value, ok := strings.Cut(arg, "=")
		switch {
		case ok && word != "" && slices.ContainsFunc(assignments, func(a assignment) bool {
			return strings.EqualFold(a.word, word) && !strings.ContainsAny(word[len(word)-1:], "+-")
		}):
			return nil, nil, engine.Usage("set.twice|'{{.Setting}}' is set twice.", "Setting", word)
		case ok && word != "":
			assignments = append(assignments, assignment{word, value})
		case len(assignments) > 0:
			return nil, nil, engine.Usage("set.order|'{{.Word}}' is no setting: settings are SETTING=VALUE, and names stand before them.", "Word", arg)
		case !slices.Contains(names, arg):
			names = append(names, arg)
		}
	}
	if len(names) == 0 || len(assignments) == 0 {
		return nil, nil, engine.Usage("set.nothing|Both a name and SETTING=VALUE are required.")
	}
	return names, assignments, nil
}

// prepare reads a thing and makes the body that changes it.
func (s *Subject) prepare(c *engine.Context, name string, assignments []assignment) (*changed, error) {
	t, secrets, err := s.begin(c, name)
	if err != nil {
		return nil, err
	}
	if t.fresh, err = again(t.old); err != nil {
		return nil, err
	}
	for _, a := range assignments {
		if err := s.set(c, t.fresh, a); err != nil {
			return nil, err
		}
	}
	return t, s.complete(c, t, secrets)
}

// set changes a body by one setting: by its word, or by the path of a field.
func (s *Subject) set(c *engine.Context, body map[string]any, a assignment) error {
	word, how := a.word, byte(0)
	if last := word[len(word)-1]; last == '+' || last == '-' {
		word, how = word[:len(word)-1], last
	}
	for _, setting := range s.Settings {
		switch {
		case !strings.EqualFold(setting.Word, word):
		case how == 0:
			return setting.Set(c, body, a.value)
		case setting.Extend == nil:
			return engine.Usage("set.single|'{{.Setting}}' is one value: it can be set with '{{.Setting}}={{.Value}}', and not added to.", "Setting", setting.Word, "Value", a.value)
		default:
			return setting.Extend(c, body, how, strings.Split(a.value, ","))
		}
	}
	return s.setPath(c.Now(), body, a, word, how)
}
