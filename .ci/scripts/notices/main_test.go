package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	mit = `MIT License

Copyright (c) 2020 Somebody

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`
	gpl = `This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public License as
published by the Free Software Foundation, either version 3 of the License, or (at your option) any later version.
`
	agreement = `All rights reserved. You may use this software for as long as you pay us every month, and you agree to sing on Sundays.`
)

// moduleOf returns a module with files, by their paths, and a linked package in its folder "inner".
func moduleOf(t *testing.T, files map[string]string) *linkedModule {
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "inner"), 0o755))
	for name, content := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644))
	}
	return &linkedModule{path: "example.com/m", version: "v1.2.3", dir: dir, packages: []string{filepath.Join(dir, "inner")}}
}

func TestLicencesAndNoticesOfAModule(t *testing.T) {
	m := moduleOf(t, map[string]string{"LICENSE.md": mit, "NOTICE": "Made by hand.\r\n", "license.go": "package m", "README": "It does.", "inner/COPYING": mit})
	require.NoError(t, m.readLicences())
	assert.Equal(t, []string{"MIT"}, m.licences)
	var names []string
	for _, f := range m.files {
		names = append(names, filepath.ToSlash(f.name))
	}
	assert.Equal(t, []string{"LICENSE.md", "NOTICE", "inner/COPYING"}, names)
	written := string(text([]linkedModule{*m}))
	assert.Contains(t, written, "example.com/m v1.2.3: MIT\n")
	assert.Contains(t, written, "example.com/m v1.2.3, NOTICE\n\nMade by hand.\n")
	assert.Equal(t, 2, strings.Count(written, "Permission is hereby granted"))
	assert.NotContains(t, written, "\r")
}

func TestWhatIsNoAcceptedLicence(t *testing.T) {
	for name, c := range map[string]struct {
		files map[string]string
		want  string
	}{
		"none":               {map[string]string{"NOTICE": "Made by hand."}, "example.com/m v1.2.3 has no licence in "},
		"only in a package":  {map[string]string{"inner/LICENSE": mit}, "has no licence in "},
		"copyleft":           {map[string]string{"LICENSE": gpl}, "LICENSE of example.com/m v1.2.3 is the licence GPL-3.0"},
		"copyleft inside":    {map[string]string{"LICENSE": mit, "inner/COPYING": gpl}, "is the licence GPL-3.0"},
		"unknown":            {map[string]string{"LICENSE": agreement}, "LICENSE of example.com/m v1.2.3 is no known licence: only 0%"},
		"unknown terms, too": {map[string]string{"LICENSE": mit + strings.Repeat(agreement+"\n", 5)}, "is no known licence: only "},
		"empty":              {map[string]string{"LICENSE": ""}, "is no known licence"},
	} {
		assert.ErrorContains(t, moduleOf(t, c.files).readLicences(), c.want, name)
	}
	assert.ErrorContains(t, (&linkedModule{path: "example.com/m", version: "v1.2.3", dir: filepath.Join(t.TempDir(), "away")}).readLicences(), "'go mod download' fetches it")
}

// TestNoticesOfThePlugin also finds what one platform alone links.
func TestNoticesOfThePlugin(t *testing.T) {
	output := filepath.Join(t.TempDir(), "build", "NOTICES")
	require.NoError(t, run("../../..", output, []string{"linux/amd64", "windows/amd64"}))
	raw, err := os.ReadFile(output)
	require.NoError(t, err)
	assert.Regexp(t, `\nstd go1\.\d+\S*: BSD-3-Clause\n`, string(raw))
	assert.Contains(t, string(raw), "\ngithub.com/urfave/cli v1.")
	assert.Contains(t, string(raw), "\ngithub.com/inconshreveable/mousetrap v1.", "which only Windows links")
	assert.NotContains(t, string(raw), "testify", "which only tests link")
}

func TestWrongUse(t *testing.T) {
	assert.ErrorContains(t, run(".", "", nil), "usage:")
	output := filepath.Join(t.TempDir(), "NOTICES")
	assert.ErrorContains(t, run("../../..", output, []string{"linux"}), "'linux' is not a platform")
	assert.NoFileExists(t, output)
}
