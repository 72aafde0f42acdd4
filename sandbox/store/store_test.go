package store

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type thing struct{ Key, Text string }

func open(t *testing.T, path string) (*Store, *Collection[*thing]) {
	s, err := Open(path)
	require.NoError(t, err)
	t.Cleanup(func() { _ = s.Close() })
	c, err := Read(s, "things", func(v *thing) string { return v.Key }, func(raw []byte) (*thing, error) {
		v := &thing{}
		return v, json.Unmarshal(raw, v)
	})
	require.NoError(t, err)
	return s, c
}

func keys(c *Collection[*thing]) (found []string) {
	for v := range c.All() {
		found = append(found, v.Key+v.Text)
	}
	return found
}

func TestRecordsAreReadInOrder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	s, c := open(t, path)
	for _, key := range []string{"z", "a", "m", "b"} {
		c.Put(&thing{Key: key})
	}
	c.Remove("m")
	c.Remove("nobody")
	c.Put(&thing{"a", "!"})
	want := []string{"z", "a!", "b"}
	assert.Equal(t, want, keys(c))
	require.NoError(t, s.Close())

	s, c = open(t, path)
	assert.Equal(t, want, keys(c))
	c.Put(&thing{Key: "last"})
	_, found := c.Get("m")
	assert.False(t, found)
	v, found := c.Get("last")
	assert.True(t, found)
	assert.Equal(t, "last", v.Key)
	back := slices.Collect(c.Backward())
	assert.Equal(t, "last", back[0].Key)
	assert.Equal(t, 4, c.Len())
	require.NoError(t, s.Close())

	_, c = open(t, path)
	assert.Equal(t, append(want, "last"), keys(c), "Close keeps what was not committed")
}

func TestCommitIsAtomic(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	s, c := open(t, path)
	c.Put(&thing{Key: "one"})
	require.NoError(t, s.Commit())
	c.Put(&thing{Key: "two"})
	copied := filepath.Join(t.TempDir(), "state")
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(copied, raw, 0o600))
	_, other := open(t, copied)
	assert.Equal(t, []string{"one"}, keys(other))
}

func TestPutStoresTheRecordAsItIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	s, c := open(t, path)
	v := &thing{Key: "one", Text: "before"}
	c.Put(v)
	v.Text = "after"
	require.NoError(t, s.Close())
	_, c = open(t, path)
	assert.Equal(t, []string{"onebefore"}, keys(c))
}

func TestConcurrentCommits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	s, c := open(t, path)
	var mu sync.Mutex
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 25 {
				mu.Lock()
				c.Put(&thing{Key: strconv.Itoa(i*100 + j)})
				mu.Unlock()
				assert.NoError(t, s.Commit())
			}
		})
	}
	all.Wait()
	// What was committed is there although nothing was closed.
	raw, err := os.ReadFile(path)
	require.NoError(t, err)
	copied := filepath.Join(t.TempDir(), "state")
	require.NoError(t, os.WriteFile(copied, raw, 0o600))
	_, other := open(t, copied)
	assert.Equal(t, 200, other.Len())
}

func TestOpenErrors(t *testing.T) {
	path := filepath.Join(t.TempDir(), "state")
	open(t, path)
	_, err := Open(path)
	assert.ErrorContains(t, err, "in use by another process")
	broken := filepath.Join(t.TempDir(), "broken")
	require.NoError(t, os.WriteFile(broken, []byte(fmt.Sprintf("%8192s", "no database")), 0o600))
	_, err = Open(broken)
	assert.Error(t, err)
}
