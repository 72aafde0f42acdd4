// Package e2e has the end-to-end tests of the plug-in: its real binary, started by the stand-in for the host CLI, against a
// sandbox. The tests build the plug-in from its own module, which the Go command does not see: a result that it has cached
// may be of an older plug-in. Run them with -count=1, as `make test` does.
package e2e
