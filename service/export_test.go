package service

import (
	"testing"
	"time"
)

// HurryRetries makes the pauses between tries of a request short for a test.
func HurryRetries(t *testing.T) {
	was := retryBackoff
	retryBackoff = Backoff{First: time.Millisecond, Max: 2 * time.Millisecond, Factor: 1}
	t.Cleanup(func() { retryBackoff = was })
}

// ParseBase is parseBase for tests from outside.
var ParseBase = parseBase
