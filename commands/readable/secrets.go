package readable

import (
	"maps"
	"os"
	"path/filepath"
	"strings"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine"
)

// Secret returns the secret that a text in a file means: the content of a file for @FILE, which is relative to a folder, the environment for
// $VARIABLE or ${VARIABLE}, and else the text itself. path is where it stands, for the error.
func Secret(c *engine.Context, folder, path, text string) (string, error) {
	if name, ok := strings.CutPrefix(text, "@"); ok {
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		secret, err := c.ReadFile(name)
		if err != nil {
			return "", engine.Usage("readable.secret-file|{{.Path}}: {{.Reason}}", "Path", path, "Reason", err.Error())
		}
		if plain := strings.TrimRight(string(secret), "\r\n"); plain != "" {
			return plain, nil
		}
		return "", engine.Usage("readable.secret-empty|{{.Path}}: the file '{{.File}}' is empty.", "Path", path, "File", name)
	}
	name, isVariable := variable(text)
	if !isVariable && strings.Contains(text, "${") {
		return "", engine.Usage("readable.secret-part|{{.Path}}: a variable has to be the whole value, as in ${NAME}.", "Path", path)
	}
	if !isVariable {
		return text, nil
	}
	secret := os.Getenv(name)
	if secret == "" {
		return "", engine.Usage("readable.secret-variable|{{.Path}}: the environment variable '{{.Name}}' is not set. Set it, or write '@FILE'.", "Path", path, "Name", name)
	}
	return secret, nil
}

// variable returns the name of the environment variable that a text means: $NAME or ${NAME}.
func variable(text string) (name string, ok bool) {
	name, ok = strings.CutPrefix(text, "$")
	if inner, braces := strings.CutPrefix(name, "{"); braces {
		name, ok = strings.CutSuffix(inner, "}")
	}
	return name, ok && name != ""
}

// ReadSecrets puts the secrets in their place that a body of these fields has as @FILE or $VARIABLE.
func ReadSecrets(c *engine.Context, folder string, fields []api.Field, body map[string]any) (map[string]any, error) {
	return readSecrets(c, folder, fields, body, "")
}

func readSecrets(c *engine.Context, folder string, fields []api.Field, object map[string]any, path string) (map[string]any, error) {
	object = maps.Clone(object)
	for i := range fields {
		f, place := &fields[i], join(path, fields[i].Name)
		var err error
		switch value := object[f.Name].(type) {
		case string:
			if f.Secret {
				object[f.Name], err = Secret(c, folder, place, value)
			}
		case map[string]any:
			if f.Type == api.Object && !f.Map {
				object[f.Name], err = readSecrets(c, folder, f.Fields(), value, place)
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return object, nil
}

// HideSecrets returns a body with asterisks in the place of secrets.
func HideSecrets(fields []api.Field, body map[string]any) map[string]any {
	body = maps.Clone(body)
	for i := range fields {
		f := &fields[i]
		below, isObject := body[f.Name].(map[string]any)
		switch {
		case f.Secret && body[f.Name] != nil:
			body[f.Name] = "********"
		case isObject && f.Type == api.Object && !f.Map:
			body[f.Name] = HideSecrets(f.Fields(), below)
		}
	}
	return body
}

// TakeSecrets takes the secrets out of a body, which the service returns as asterisks or not at all, and returns their paths.
func TakeSecrets(fields []api.Field, body map[string]any) (paths []string) {
	return takeSecrets(fields, body, "")
}

func takeSecrets(fields []api.Field, object map[string]any, path string) (paths []string) {
	for i := range fields {
		f, place := &fields[i], join(path, fields[i].Name)
		value, ok := object[f.Name]
		below, isObject := value.(map[string]any)
		switch {
		case ok && f.Secret:
			delete(object, f.Name)
			paths = append(paths, place)
		case isObject && f.Type == api.Object && !f.Map:
			paths = append(paths, takeSecrets(f.Fields(), below, place)...)
		}
	}
	return paths
}
