package output

import "strings"

// Identifiers that are too long for a terminal, and their brief forms.

// ID shows the identifier of a policy, a group or a recovery, CLUSTER:INCARNATION:NUMBER, whose brief form is the number. Any other
// identifier stays as it is.
func ID(v any) Cell {
	id := text(v)
	return Cell{Text: id, Brief: briefID(id)}
}

// RunID shows the identifier of a run, NUMBER:START with the start in microseconds, whose brief form is the number.
func RunID(v any) Cell {
	id := text(v)
	number, start, ok := strings.Cut(id, ":")
	if !ok || !allDigits(number) || !allDigits(start) {
		number = ""
	}
	return Cell{Text: id, Brief: number}
}

// briefID returns the number at the end of CLUSTER:INCARNATION:NUMBER, and any other identifier as it is.
func briefID(id string) string {
	cluster, rest, _ := strings.Cut(id, ":")
	incarnation, number, _ := strings.Cut(rest, ":")
	if !allDigits(cluster) || !allDigits(incarnation) || !allDigits(number) {
		return id
	}
	return number
}
