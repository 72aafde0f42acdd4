package agents

import (
	"bytes"
	"debug/pe"
	"encoding/binary"
)

// The parts of a program for Windows begin at such places in its file, and at such addresses when it is loaded.
const (
	fileAlignment    = 0x200
	sectionAlignment = 0x1000
)

// programThatEnds is the least program for Windows on x86-64, by the description of the format PE32+: a stub for DOS that
// only says where the rest is, the headers, and one section with the code.
func programThatEnds() ([]byte, error) {
	code := []byte{0x31, 0xc0, 0xc3} // xor eax, eax; ret: its exit status is 0
	stub := make([]byte, 0x40)
	copy(stub, "MZ")
	binary.LittleEndian.PutUint16(stub[0x18:], uint16(len(stub))) // that there is more than DOS knows
	binary.LittleEndian.PutUint32(stub[0x3c:], uint32(len(stub))) // and where
	optional := pe.OptionalHeader64{
		Magic:               0x20b, // PE32+
		SizeOfCode:          fileAlignment,
		AddressOfEntryPoint: sectionAlignment,
		BaseOfCode:          sectionAlignment,
		ImageBase:           0x140000000, // where programs of 64 bits are loaded unless they say otherwise
		SectionAlignment:    sectionAlignment,
		FileAlignment:       fileAlignment,
		// The first Windows with 64 bits on this processor, and the one that is asked for.
		MajorOperatingSystemVersion: 6, MajorSubsystemVersion: 6,
		SizeOfImage:        2 * sectionAlignment, // the headers and the code
		SizeOfHeaders:      fileAlignment,
		Subsystem:          pe.IMAGE_SUBSYSTEM_WINDOWS_CUI,
		DllCharacteristics: pe.IMAGE_DLLCHARACTERISTICS_NX_COMPAT,
		SizeOfStackReserve: 1 << 20, SizeOfStackCommit: 1 << 12, SizeOfHeapReserve: 1 << 20, SizeOfHeapCommit: 1 << 12,
		NumberOfRvaAndSizes: 16,
	}
	header := pe.FileHeader{
		Machine: pe.IMAGE_FILE_MACHINE_AMD64, NumberOfSections: 1, TimeDateStamp: uint32(built.Unix()),
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
