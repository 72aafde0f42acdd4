package reports

import (
	"strings"
	"time"
	_ "time/tzdata" // Windows and small containers have no zones of their own
)

// loadZone returns the time zone with a name, in any case. Local is that of the machine.
func loadZone(name string) (*time.Location, error) {
	switch strings.ToLower(name) {
	case "local":
		return time.Local, nil
	case "utc", "z":
		return time.UTC, nil
	case "":
		return nil, &time.ParseError{}
	}
	return time.LoadLocation(name)
}
