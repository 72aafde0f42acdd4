package agents

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"debug/pe"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/blakesmith/ar"
	rpm "github.com/sassoftware/go-rpmutils"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const version = "7.2.15"

func build(t *testing.T, platform, kind string) (string, []byte) {
	name, content, err := Build(platform, kind, version)
	require.NoError(t, err)
	_, again, err := Build(platform, kind, version)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(content, again), "the same every time")
	assert.Less(t, len(content), 64<<10)
	return name, content
}

func TestRPM(t *testing.T) {
	for kind, want := range map[string]string{"kRPM": "backup-agent-7.2.15-1.x86_64.rpm", "kSuseRPM": "backup-agent-7.2.15-1.suse.x86_64.rpm", "kPowerPCRPM": "backup-agent-7.2.15-1.ppc64le.rpm"} {
		name, content := build(t, "kLinux", kind)
		assert.Equal(t, want, name)
		p, err := rpm.ReadRpm(bytes.NewReader(content))
		require.NoError(t, err)
		nevra, err := p.Header.GetNEVRA()
		require.NoError(t, err)
		assert.Equal(t, strings.TrimSuffix(want, ".rpm"), nevra.Name+"-"+nevra.Version+"-"+nevra.Release+"."+nevra.Arch)
		target := t.TempDir()
		require.NoError(t, p.ExpandPayload(target))
		raw, err := os.ReadFile(filepath.Join(target, "opt/backup-agent/bin/backup-agent"))
		require.NoError(t, err)
		assert.Contains(t, string(raw), version)
	}
}

func untar(t *testing.T, packed []byte) map[string]string {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	require.NoError(t, err)
	files := map[string]string{}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		require.NoError(t, err)
		raw, err := io.ReadAll(r)
		require.NoError(t, err)
		files[h.Name] = string(raw)
	}
}

func TestDEB(t *testing.T) {
	name, content := build(t, "kLinux", "kDEB")
	assert.Equal(t, "backup-agent_7.2.15_amd64.deb", name)
	var order []string
	parts := map[string][]byte{}
	for r := ar.NewReader(bytes.NewReader(content)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		order = append(order, strings.TrimSuffix(h.Name, "/"))
		parts[order[len(order)-1]], err = io.ReadAll(r)
		require.NoError(t, err)
	}
	require.Equal(t, []string{"debian-binary", "control.tar.gz", "data.tar.gz"}, order)
	assert.Equal(t, "2.0\n", string(parts["debian-binary"]))
	assert.Contains(t, untar(t, parts["control.tar.gz"])["./control"], "Version: 7.2.15\n")
	assert.Contains(t, untar(t, parts["data.tar.gz"])["./opt/backup-agent/bin/backup-agent"], version)

	tool, err := exec.LookPath("dpkg-deb")
	if err != nil {
		t.Skip("dpkg-deb is not on this machine")
	}
	file := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(file, content, 0o600))
	out, err := exec.Command(tool, "--contents", file).CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Contains(t, string(out), "-rwxr-xr-x root/root")
	assert.Contains(t, string(out), "./opt/backup-agent/bin/backup-agent")
}

func TestScript(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("needs a shell")
	}
	name, content := build(t, "kLinux", "")
	assert.Equal(t, "backup-agent-7.2.15.sh", name)
	dir := t.TempDir()
	file := filepath.Join(dir, name)
	require.NoError(t, os.WriteFile(file, content, 0o600))
	out, err := exec.Command("sh", file, "--list").CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Contains(t, string(out), "opt/backup-agent/bin/backup-agent\n")
	target := filepath.Join(dir, "a target")
	out, err = exec.Command("sh", file, "--target", target).CombinedOutput()
	require.NoError(t, err, "%s", out)
	out, err = exec.Command(filepath.Join(target, "opt/backup-agent/bin/backup-agent")).CombinedOutput()
	require.NoError(t, err, "%s", out)
	assert.Equal(t, "backup-agent 7.2.15: "+description+"\n", string(out))
	assert.Error(t, exec.Command("sh", file, "--nonsense").Run())
}

func TestEXE(t *testing.T) {
	name, content := build(t, "kWindows", "kDEB") // which says nothing of Windows
	assert.Equal(t, "backup-agent-7.2.15.exe", name)
	p, err := pe.NewFile(bytes.NewReader(content))
	require.NoError(t, err)
	assert.EqualValues(t, pe.IMAGE_FILE_MACHINE_AMD64, p.Machine)
	code, err := p.Section(".text").Data()
	require.NoError(t, err)
	assert.Equal(t, []byte{0x31, 0xc0, 0xc3}, code[:3])
	header, ok := p.OptionalHeader.(*pe.OptionalHeader64)
	require.True(t, ok)
	assert.Equal(t, header.AddressOfEntryPoint, p.Section(".text").VirtualAddress)
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	require.NoError(t, err)
	f, err := z.Open("backup-agent/bin/backup-agent.cmd")
	require.NoError(t, err)
	raw, err := io.ReadAll(f)
	require.NoError(t, err)
	assert.Contains(t, string(raw), version)
}

func TestUnknownPlatformsAndTypes(t *testing.T) {
	for _, c := range [][2]string{{"kSolaris", ""}, {"kLinux", "kSnap"}, {"", ""}} {
		_, _, err := Build(c[0], c[1], version)
		assert.ErrorContains(t, err, "kPowerPCRPM")
	}
}
