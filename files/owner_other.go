//go:build !unix

package files

import "io/fs"

// hasModes is false: permissions as Go has them say nothing here.
const hasModes = false

// owner is not known here.
func owner(fs.FileInfo) (id int, known bool) { return 0, false }
