package plugin

import (
	"io/fs"
	"os"
)

// resemble does nothing: on Windows a file has the permissions of its folder.
func resemble(*os.File, fs.FileInfo) error { return nil }
