package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

// accepted are the licences, by their SPDX identifiers, whose terms a binary with these notices fulfils. MPL-2.0 is the only one
// that asks for more than its text: to say where the source is, which the notices do, and to publish changes, of which there are
// none.
var accepted = []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "Unlicense"}

// leastCoverage is the percentage of a licence's words that must be those of known licences. What remains are headings, names and
// a sentence or two; more could be terms that nobody read.
const leastCoverage = 75

var (
	licenceName = regexp.MustCompile(`(?i)^(un)?licen[cs]e|^copying`)
	noticeName  = regexp.MustCompile(`(?i)^(notice|patents|copyright)`)
)

// readLicences reads the licences and notices in the root of a module and in the folders from there to each linked package. It
// is an error if the root has no licence, and if a licence is not accepted.
func (m *linkedModule) readLicences() error {
	var problems []error
	for _, dir := range m.folders() {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return fmt.Errorf("the licence of %s %s cannot be read: %w; 'go mod download' fetches it", m.path, m.version, err)
		}
		for _, e := range entries {
			isLicence := licenceName.MatchString(e.Name())
			if e.IsDir() || filepath.Ext(e.Name()) == ".go" || !isLicence && !noticeName.MatchString(e.Name()) {
				continue
			}
			path := filepath.Join(dir, e.Name())
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(m.dir, path)
			if err != nil {
				return err
			}
			m.files = append(m.files, file{name, string(raw)})
			if !isLicence {
				continue
			}
			found, err := identify(raw)
			if err != nil {
				problems = append(problems, fmt.Errorf("%s of %s %s %w", name, m.path, m.version, err))
			}
			for _, id := range found {
				m.licences = addUnique(m.licences, id)
			}
		}
		if dir == m.dir && len(m.licences) == 0 && len(problems) == 0 {
			problems = append(problems, fmt.Errorf("%s %s has no licence in %s", m.path, m.version, m.dir))
		}
	}
	return errors.Join(problems...)
}

// folders returns the root of a module and the folders from there to each of its packages, the root first.
func (m *linkedModule) folders() []string {
	folders := []string{m.dir}
	for _, dir := range m.packages {
		for ; len(dir) > len(m.dir) && strings.HasPrefix(dir, m.dir); dir = filepath.Dir(dir) {
			folders = addUnique(folders, dir)
		}
	}
	return folders
}

// identify returns the SPDX identifiers of the licences in a text. The error of a text that is no accepted licence continues a
// sentence about it.
func identify(raw []byte) (ids []string, err error) {
	scan := licensecheck.Scan(raw)
	for _, match := range scan.Match {
		if !slices.Contains(accepted, match.ID) {
			return nil, fmt.Errorf("is the licence %s, which is not an accepted one (%s)", match.ID, strings.Join(accepted, ", "))
		}
		ids = addUnique(ids, match.ID)
	}
	if scan.Percent < leastCoverage {
		return nil, fmt.Errorf("is no known licence: only %.0f%% of it are words of one", scan.Percent)
	}
	return ids, nil
}
