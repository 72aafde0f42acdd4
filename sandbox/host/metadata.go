package host

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// metadataTime is how long a plug-in may take to return its metadata.
const metadataTime = 30 * time.Second

// Metadata is what a plug-in prints when it is started with the argument SendMetadata. These types have the JSON
// of the host SDK's PluginMetadata, as far as the host needs it.
type Metadata struct {
	Name          string
	Aliases       []string
	Version       Version
	MinCliVersion Version
	Namespaces    []Namespace
	Commands      []Command
	// DelegateBashCompletion is whether the plug-in says what may follow the words of a line.
	DelegateBashCompletion bool
}

// Version is the version of a plug-in or of the host.
type Version struct{ Major, Minor, Build int }

// String returns the version as people write it.
func (v Version) String() string { return fmt.Sprintf("%d.%d.%d", v.Major, v.Minor, v.Build) }

// Namespace is a group of commands. Its name has one or several words.
type Namespace struct {
	ParentName  string // full name of the namespace that it stands in; empty at the top
	Name        string
	Aliases     []string
	Description string
}

// Command is one command of a plug-in.
type Command struct {
	Namespace   string // full name of its namespace
	Name        string
	Alias       string // counts only where Aliases is empty, as in the SDK
	Aliases     []string
	Description string
	Usage       string
	Flags       []Flag
	Hidden      bool

	builtin builtin // of a command of the host itself
}

// Flag is an option of a command, for its help.
type Flag struct {
	Name        string // all spellings without dashes, separated by commas
	Description string
	HasValue    bool
	Hidden      bool
}

func (c *Command) aliases() []string {
	if len(c.Aliases) == 0 && c.Alias != "" {
		return []string{c.Alias}
	}
	return c.Aliases
}

// requestMetadata starts the plug-in to describe itself.
func (h *Host) requestMetadata(ctx context.Context, binary string) (Metadata, error) {
	asked, cancel := context.WithTimeout(ctx, metadataTime)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(asked, binary, "SendMetadata")
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = h.Dir, asHost(h.environment()), &stdout, &stderr
	cmd.WaitDelay = terminationGrace
	if err := cmd.Run(); err != nil {
		switch {
		case ctx.Err() != nil:
			err = ctx.Err()
		case asked.Err() != nil:
			err = fmt.Errorf("no answer within %s", metadataTime)
		case stderr.Len() > 0:
			err = fmt.Errorf("%w: %s", err, excerpt(stderr.Bytes()))
		}
		return Metadata{}, fmt.Errorf("the plug-in %s does not tell its commands: %w", binary, err)
	}
	var meta Metadata
	if err := json.Unmarshal(stdout.Bytes(), &meta); err != nil {
		return Metadata{}, fmt.Errorf("the plug-in %s sent metadata that is not JSON as the host knows it (%w): %s",
			binary, err, excerpt(stdout.Bytes()))
	}
	return meta, nil
}

// excerpt returns the beginning of what a program wrote, on one line and without control characters.
func excerpt(text []byte) string {
	const most = 80
	line, _, _ := strings.Cut(strings.TrimSpace(string(text)), "\n")
	if runes := []rune(line); len(runes) > most {
		line = string(runes[:most]) + "…"
	}
	return fmt.Sprintf("%q", line)
}

// stamp identifies the binary and the language that metadata belongs to. Descriptions are translated.
type stamp struct {
	Path     string
	Size     int64
	Modified int64 // nanoseconds since 1970, which survive JSON where a time.Time would lose its identity
	Language string
}

// currentStamp returns the stamp of the current binary.
func (h *Host) currentStamp() (stamp, error) {
	path, err := absolute(h.Plugin)
	if err != nil {
		return stamp{}, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return stamp{}, err
	}
	if info.IsDir() {
		return stamp{}, fmt.Errorf("%s is a folder", path)
	}
	var language []string
	for _, variable := range h.environment() {
		if strings.HasPrefix(variable, "LC_ALL=") || strings.HasPrefix(variable, "LANG=") {
			language = append(language, variable)
		}
	}
	return stamp{path, info.Size(), info.ModTime().UnixNano(), strings.Join(language, " ")}, nil
}

func absolute(plugin string) (string, error) {
	if plugin == "" {
		return "", errors.New("no path of a plug-in was given")
	}
	return filepath.Abs(plugin)
}

// cacheFile is the content of a cache file.
type cacheFile struct {
	Stamp    stamp
	Metadata Metadata
}

// readCache returns the cached metadata for a stamp. An unreadable cache is treated as missing.
func readCache(path string, wanted stamp) (Metadata, bool) {
	if path == "" {
		return Metadata{}, false
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return Metadata{}, false
	}
	var cached cacheFile
	if json.Unmarshal(content, &cached) != nil || cached.Stamp != wanted {
		return Metadata{}, false
	}
	return cached.Metadata, true
}

// writeCache stores metadata for the next process. Errors are ignored, because a command works without a cache; the rename
// keeps two processes from reading each other's incomplete file.
func writeCache(path string, s stamp, meta Metadata) {
	if path == "" {
		return
	}
	content, err := json.Marshal(cacheFile{s, meta})
	if err != nil {
		return
	}
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return
	}
	_, err = file.Write(content)
	if errors.Join(err, file.Close()) != nil || os.Rename(file.Name(), path) != nil {
		_ = os.Remove(file.Name())
	}
}
