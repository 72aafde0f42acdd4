// Package agents builds the installers of the agent for hosts: small but real packages of each kind, with the same bytes every
// time.
package agents

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/blakesmith/ar"
	"github.com/google/rpmpack"
)

// builders build the packages, by platform and type.
var builders = map[string]func(version string) (name string, content []byte, err error){
	"kLinux kRPM":        func(v string) (string, []byte, error) { return buildRPM(v, "1", "x86_64") },
	"kLinux kSuseRPM":    func(v string) (string, []byte, error) { return buildRPM(v, "1.suse", "x86_64") },
	"kLinux kPowerPCRPM": func(v string) (string, []byte, error) { return buildRPM(v, "1", "ppc64le") },
	"kLinux kDEB":        buildDEB,
	"kLinux kScript":     buildScript,
	"kWindows":           buildEXE,
}

// Build returns the installer for a platform, kLinux or kWindows, and the name of its file. For Linux there are types of
// packages: kScript, the default for "", kRPM, kSuseRPM, kPowerPCRPM and kDEB. An unknown platform or type is an error.
func Build(platform, packageType, version string) (name string, content []byte, err error) {
	key := platform
	if platform == "kLinux" {
		if packageType == "" {
			packageType = "kScript"
		}
		key += " " + packageType
	}
	build := builders[key]
	if build == nil {
		return "", nil, fmt.Errorf("there is no agent for %s: there are kLinux with kScript, kRPM, kSuseRPM, kPowerPCRPM or kDEB, and kWindows", key)
	}
	return build(version)
}

const description = "The agent of a sandbox. It says what it is, and protects nothing."

// buildTime is the time of everything in the packages, so that they are the same every time.
var buildTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// file is a file in an installer.
type file struct {
	name string // its path without the leading slash
	mode fs.FileMode
	text string
}

func payload(version string) []file {
	return []file{
		{"opt/backup-agent/README", 0o644, description + "\n"},
		{"opt/backup-agent/bin/backup-agent", 0o755, "#!/bin/sh\necho 'backup-agent " + version + ": " + description + "'\n"},
	}
}

func buildRPM(version, release, arch string) (string, []byte, error) {
	r, err := rpmpack.NewRPM(rpmpack.RPMMetaData{
		Name: "backup-agent", Summary: description, Description: description, Version: version, Release: release, Arch: arch, OS: "linux",
		Vendor: "Sandbox", Licence: "Apache-2.0", Packager: "Sandbox", Compressor: "gzip", BuildTime: buildTime, BuildHost: "sandbox",
	})
	if err != nil {
		return "", nil, err
	}
	for _, f := range payload(version) {
		r.AddFile(rpmpack.RPMFile{Name: "/" + f.name, Body: []byte(f.text), Mode: uint(0o100000 | f.mode), Owner: "root", Group: "root", MTime: uint32(buildTime.Unix())})
	}
	var out bytes.Buffer
	err = r.Write(&out)
	return fmt.Sprintf("backup-agent-%s-%s.%s.rpm", version, release, arch), out.Bytes(), err
}

// buildDEB builds a Debian package, format 2.0: an ar archive with the version of the format, the control files and the data.
func buildDEB(version string) (string, []byte, error) {
	var sums strings.Builder
	size := 0
	for _, f := range payload(version) {
		sum := md5.Sum([]byte(f.text))
		fmt.Fprintf(&sums, "%s  %s\n", hex.EncodeToString(sum[:]), f.name)
		size += len(f.text)
	}
	control := fmt.Sprintf("Package: backup-agent\nVersion: %s\nArchitecture: amd64\nMaintainer: Sandbox <sandbox@example.com>\nInstalled-Size: %d\n"+
		"Section: admin\nPriority: optional\nDescription: agent of a sandbox\n %s\n", version, (size+1023)/1024, description)
	meta, err := tarball([]file{{"control", 0o644, control}, {"md5sums", 0o644, sums.String()}})
	if err != nil {
		return "", nil, err
	}
	data, err := tarball(payload(version))
	if err != nil {
		return "", nil, err
	}
	var out bytes.Buffer
	w := ar.NewWriter(&out)
	if err := w.WriteGlobalHeader(); err != nil {
		return "", nil, err
	}
	for _, part := range []struct {
		name    string
		content []byte
	}{{"debian-binary", []byte("2.0\n")}, {"control.tar.gz", meta}, {"data.tar.gz", data}} {
		if err := w.WriteHeader(&ar.Header{Name: part.name, ModTime: buildTime, Mode: 0o100644, Size: int64(len(part.content))}); err != nil {
			return "", nil, err
		}
		if _, err := w.Write(part.content); err != nil {
			return "", nil, err
		}
	}
	return fmt.Sprintf("backup-agent_%s_amd64.deb", version), out.Bytes(), nil
}

// tarball returns a compressed tar archive of files, with their parent folders.
func tarball(files []file) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	t := tar.NewWriter(z)
	seen := map[string]bool{}
	for _, f := range files {
		for i, c := range f.name {
			if dir := f.name[:i]; c == '/' && !seen[dir] {
				seen[dir] = true
				if err := t.WriteHeader(&tar.Header{Typeflag: tar.TypeDir, Name: "./" + dir + "/", Mode: 0o755, ModTime: buildTime, Uname: "root", Gname: "root"}); err != nil {
					return nil, err
				}
			}
		}
		if err := t.WriteHeader(&tar.Header{Name: "./" + f.name, Mode: int64(f.mode), Size: int64(len(f.text)), ModTime: buildTime, Uname: "root", Gname: "root"}); err != nil {
			return nil, err
		}
		if _, err := t.Write([]byte(f.text)); err != nil {
			return nil, err
		}
	}
	if err := t.Close(); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// script is a shell script that unpacks the archive after its last line. LINES stands for the number of the first line after
// it.
const script = `#!/bin/sh
# Installs the backup agent VERSION: what is packed behind the last line of this script.
set -eu
target=/
case "${1:-}" in
--help) echo "usage: sh $0 [--list | --target DIR]"; exit ;;
--list) tail -n +LINES "$0" | gzip -dc | tar -tf -; exit ;;
--target) target=${2:?a folder is needed} ;;
'') ;;
*) echo "$0: $1 is no option; see --help" >&2; exit 2 ;;
esac
mkdir -p "$target"
tail -n +LINES "$0" | gzip -dc | tar -C "$target" -xf -
echo "The backup agent VERSION is in $target."
exit
`

func buildScript(version string) (string, []byte, error) {
	data, err := tarball(payload(version))
	if err != nil {
		return "", nil, err
	}
	text := strings.NewReplacer("VERSION", version, "LINES", strconv.Itoa(strings.Count(script, "\n")+1)).Replace(script)
	return fmt.Sprintf("backup-agent-%s.sh", version), append([]byte(text), data...), nil
}

// buildEXE builds a self-extracting zip archive for Windows. Its program only exits: a sandbox has no Windows hosts.
func buildEXE(version string) (string, []byte, error) {
	program, err := minimalProgram()
	if err != nil {
		return "", nil, err
	}
	out := bytes.NewBuffer(program)
	z := zip.NewWriter(out)
	z.SetOffset(int64(len(program)))
	for _, f := range []file{
		{"backup-agent/README", 0o644, description + "\r\n"},
		{"backup-agent/bin/backup-agent.cmd", 0o644, "@echo backup-agent " + version + ": " + description + "\r\n"},
	} {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: buildTime}
		h.SetMode(f.mode)
		w, err := z.CreateHeader(h)
		if err != nil {
			return "", nil, err
		}
		if _, err := w.Write([]byte(f.text)); err != nil {
			return "", nil, err
		}
	}
	if err := z.Close(); err != nil {
		return "", nil, err
	}
	return fmt.Sprintf("backup-agent-%s.exe", version), out.Bytes(), nil
}
