package change

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// setPath sets a field by its path, such as backupPolicy.regular.retention.duration=4. Behind the path, + adds to a list of texts and - takes
// out of it. An empty value removes the field.
func (s *Subject) setPath(now time.Time, body map[string]any, a assignment, path string, how byte) error {
	words := strings.Split(path, ".")
	fields, at := s.Update.Body, body
	for i, word := range words {
		f := fieldTyped(fields, word)
		if f == nil {
			return s.unknown(a.word, word, fields)
		}
		if i == len(words)-1 {
			return assign(now, at, f, a, how)
		}
		if f.Type != api.Object || f.Lists > 0 || f.Map {
			return engine.Usage("set.inside|'{{.Path}}': '{{.Field}}' has no fields of its own. Set it as a whole, in JSON.", "Path", a.word, "Field", f.Name)
		}
		below, ok := at[f.Name].(map[string]any)
		if !ok {
			below = map[string]any{}
			at[f.Name] = below
		}
		at, fields = below, f.Fields()
	}
	return nil
}

// readSecrets puts the secrets in their place that were typed as @FILE or -, each read once.
func (s *Subject) readSecrets(c *engine.Context, assignments []assignment) (err error) {
	for i, a := range assignments {
		fields := s.Update.Body
		for _, word := range strings.Split(a.word, ".") {
			f := fieldTyped(fields, word)
			if f == nil {
				break
			}
			if fields = f.Fields(); f.Secret && a.value != "" {
				if assignments[i].value, err = c.ReadSecret(f.Name, a.value); err != nil {
					return engine.Usage("set.secret-unread|{{.Path}}: {{.Reason}}", "Path", a.word, "Reason", err.Error())
				}
			}
		}
	}
	return nil
}

// fieldTyped returns the field that a word means, in any case.
func fieldTyped(fields []api.Field, word string) *api.Field {
	for i := range fields {
		if strings.EqualFold(fields[i].Name, word) {
			return &fields[i]
		}
	}
	return nil
}

// unknown returns that nothing has a name, with what was probably meant.
func (s *Subject) unknown(path, word string, fields []api.Field) error {
	var names []string
	for i := range fields {
		names = append(names, fields[i].Name)
	}
	if path == word {
		for _, setting := range s.Settings {
			names = append(names, setting.Word)
		}
	}
	if near := api.Nearest(word, names); near != "" {
		return engine.Usage("set.near|There is no setting '{{.Path}}'. Did you mean '{{.Near}}'?", "Path", path, "Near", near)
	}
	slices.Sort(names)
	return engine.Usage("set.unknown|There is no setting '{{.Path}}'. There are: {{.Names}}.", "Path", path, "Names", strings.Join(slices.Compact(names), ", "))
}

// assign sets a field of an object to what was typed, or changes or removes it. The error is one of usage.
func assign(now time.Time, object map[string]any, f *api.Field, a assignment, how byte) error {
	if how != 0 {
		return extend(object, f, a, how)
	}
	if a.value == "" {
		delete(object, f.Name)
		return nil
	}
	value, err := valueOf(f, a, now)
	if err == nil {
		object[f.Name] = value
	}
	return err
}

// extend adds texts to a list of an object, or takes them out of it.
func extend(object map[string]any, f *api.Field, a assignment, how byte) error {
	if f.Lists != 1 || f.Type != api.String {
		return engine.Usage("set.list|'{{.Path}}' is no list of texts.", "Path", a.word)
	}
	list, _ := object[f.Name].([]any)
	list = slices.Clone(list)
	for _, text := range strings.Split(a.value, ",") {
		text = api.Spell(f.Enum, text)
		switch i := slices.Index(list, any(text)); {
		case how == '+' && i < 0:
			list = append(list, text)
		case how == '-' && i >= 0:
			list = slices.Delete(list, i, i+1)
		}
	}
	object[f.Name] = list
	return nil
}

// measured returns the number of a unit that a time, a length of time or a size is. It is false for anything else.
func measured(unit api.Unit, typed string, now time.Time) (json.Number, bool) {
	var n int64
	switch unit {
	case api.UnixUsecs, api.UnixMsecs, api.UnixSecs:
		at, ok := engine.ParseTime(typed, now)
		if !ok {
			return "", false
		}
		n = map[api.Unit]int64{api.UnixUsecs: at.UnixMicro(), api.UnixMsecs: at.UnixMilli(), api.UnixSecs: at.Unix()}[unit]
	case api.SpanMins, api.SpanSecs:
		of := map[api.Unit]time.Duration{api.SpanMins: time.Minute, api.SpanSecs: time.Second}[unit]
		span, ok := engine.ParseSpan(typed)
		if !ok || span%of != 0 {
			return "", false
		}
		n = int64(span / of)
	default:
		return "", false
	}
	return json.Number(strconv.FormatInt(n, 10)), true
}

// valueOf returns the value of a field that was typed: JSON for objects and lists of them, else as a flag takes it.
func valueOf(f *api.Field, a assignment, now time.Time) (any, error) {
	wrong := func() error {
		return engine.Usage("set.value|{{.Path}}: '{{.Value}}' is no value for it. Run 'explain' to see what is.", "Path", a.word, "Value", a.value)
	}
	if f.Type == api.Object || f.Map || f.Lists > 0 || f.Type == api.Any {
		if f.Lists == 1 && f.Type == api.String && !strings.HasPrefix(a.value, "[") {
			var list []any
			for _, text := range strings.Split(a.value, ",") {
				list = append(list, api.Spell(f.Enum, text))
			}
			return list, nil
		}
		var value any
		dec := json.NewDecoder(strings.NewReader(a.value))
		dec.UseNumber()
		if dec.Decode(&value) != nil || dec.More() {
			return nil, wrong()
		}
		return value, nil
	}
	switch f.Type {
	case api.Integer, api.Number:
		if number, ok := measured(f.Unit, a.value, now); ok {
			return number, nil
		}
		if !json.Valid([]byte(a.value)) || strings.ContainsAny(a.value, `"[{tfn`) {
			return nil, wrong()
		}
		return json.Number(a.value), nil
	case api.Boolean:
		on, err := strconv.ParseBool(a.value)
		if err != nil {
			return nil, wrong()
		}
		return on, nil
	}
	return api.Spell(f.Enum, a.value), nil
}
