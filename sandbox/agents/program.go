package agents

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
)

// The alignments of the parts of a Windows program, in its file and in memory.
const (
	fileAlignment    = 0x200
	sectionAlignment = 0x1000
)

// minimalProgram returns the smallest program for Windows on x86-64, in the format PE32+: a DOS stub with the position of the
// rest, the headers, and one section with the code.
func minimalProgram() ([]byte, error) {
	code := []byte{0x31, 0xc0, 0xc3} // xor eax, eax; ret: its exit status is 0
	stub := make([]byte, 0x40)
	copy(stub, "MZ")
	binary.LittleEndian.PutUint16(stub[0x18:], uint16(len(stub))) // the position of the new header is below
	binary.LittleEndian.PutUint32(stub[0x3c:], uint32(len(stub))) // that position
	optional := pe.OptionalHeader64{
		Magic:               0x20b, // PE32+
		SizeOfCode:          fileAlignment,
		AddressOfEntryPoint: sectionAlignment,
		BaseOfCode:          sectionAlignment,
		ImageBase:           0x140000000, // the default for 64-bit programs
		SectionAlignment:    sectionAlignment,
		FileAlignment:       fileAlignment,
		// The first 64-bit Windows on this processor, as the required and as the intended one.
		MajorOperatingSystemVersion: 6, MajorSubsystemVersion: 6,
		SizeOfImage:        2 * sectionAlignment, // the headers and the code
		SizeOfHeaders:      fileAlignment,
		Subsystem:          pe.IMAGE_SUBSYSTEM_WINDOWS_CUI,
		DllCharacteristics: pe.IMAGE_DLLCHARACTERISTICS_NX_COMPAT,
		SizeOfStackReserve: 1 << 20, SizeOfStackCommit: 1 << 12, SizeOfHeapReserve: 1 << 20, SizeOfHeapCommit: 1 << 12,
		NumberOfRvaAndSizes: 16,
	}
	header := pe.FileHeader{
		Machine: pe.IMAGE_FILE_MACHINE_AMD64, NumberOfSections: 1, TimeDateStamp: uint32(buildTime.Unix()),
		SizeOfOptionalHeader: uint16(binary.Size(optional)),
		Characteristics:      pe.IMAGE_FILE_EXECUTABLE_IMAGE | pe.IMAGE_FILE_LARGE_ADDRESS_AWARE | pe.IMAGE_FILE_RELOCS_STRIPPED,
	}
	section := pe.SectionHeader32{
		Name: [8]uint8{'.', 't', 'e', 'x', 't'}, VirtualSize: uint32(len(code)), VirtualAddress: sectionAlignment,
		SizeOfRawData: fileAlignment, PointerToRawData: fileAlignment,
		Characteristics: pe.IMAGE_SCN_CNT_CODE | pe.IMAGE_SCN_MEM_EXECUTE | pe.IMAGE_SCN_MEM_READ,
	}
	out := bytes.NewBuffer(stub)
	out.WriteString("PE\x00\x00")
	for _, part := range []any{header, optional, section} {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	out.Write(make([]byte, fileAlignment-out.Len()))
	out.Write(code)
	out.Write(make([]byte, fileAlignment-len(code)))
	return out.Bytes(), nil
}
