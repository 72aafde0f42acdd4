// Package store keeps collections of records in one file, with bbolt. All records are in memory. Commit writes the changes
// since the last Commit in one transaction, so that a process that is killed leaves the state of its last Commit.
package store

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"
)

// Store is an open file. Commit may be called by several goroutines at once.
type Store struct {
	db      *bbolt.DB
	writing sync.Mutex // held while a transaction is written

	mu      sync.Mutex
	pending map[recordKey][]byte // encoded records for the next Commit; nil for a record to remove
}

// recordKey identifies a record in the file.
type recordKey struct {
	collection string
	number     uint64
}

// lockTimeout is how long to wait for another process that has the file open.
const lockTimeout = 500 * time.Millisecond

// Open opens a file, or creates it. A file that another process has open is an error.
func Open(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockTimeout})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, fmt.Errorf("%s is in use by another process", path)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Store{db: db, pending: map[recordKey][]byte{}}, nil
}

// Close commits pending changes and closes the file.
func (s *Store) Close() error { return errors.Join(s.Commit(), s.db.Close()) }

// Commit writes all pending changes in one transaction, and returns when they are on the disk. Concurrent callers share a
// transaction. After an error nothing is written, and the next Commit tries again.
func (s *Store) Commit() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	changes := s.pending
	s.pending = map[recordKey][]byte{}
	s.mu.Unlock()
	if len(changes) == 0 {
		return nil
	}
	err := s.db.Update(func(tx *bbolt.Tx) error {
		for at, raw := range changes {
			if err := write(tx, at, raw); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		for at, raw := range changes {
			if _, newer := s.pending[at]; !newer {
				s.pending[at] = raw
			}
		}
	}
	return err
}

func write(tx *bbolt.Tx, at recordKey, raw []byte) error {
	bucket, err := tx.CreateBucketIfNotExists([]byte(at.collection))
	if err != nil {
		return err
	}
	key := binary.BigEndian.AppendUint64(nil, at.number)
	if raw == nil {
		return bucket.Delete(key)
	}
	return bucket.Put(key, raw)
}

// setPending records a change for the next Commit; nil removes the record.
func (s *Store) setPending(at recordKey, raw []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending[at] = raw
}

// Collection has the records of one kind in the order in which they were added. Readers may share it; a writer needs exclusive
// access.
type Collection[T any] struct {
	store   *Store
	name    string
	key     func(T) string
	records []record[T]
	numbers map[string]uint64 // of the records, by key
	next    uint64
}

// record is a record with its number, which gives the order.
type record[T any] struct {
	number uint64
	value  T
}

// Read reads a collection. key returns the key of a record, which is unique and does not change; decode decodes the JSON of a
// record.
func Read[T any](s *Store, name string, key func(T) string, decode func([]byte) (T, error)) (*Collection[T], error) {
	c := &Collection[T]{store: s, name: name, key: key, numbers: map[string]uint64{}}
	err := s.db.View(func(tx *bbolt.Tx) error {
		bucket := tx.Bucket([]byte(name))
		if bucket == nil {
			return nil
		}
		return bucket.ForEach(func(k, raw []byte) error {
			value, err := decode(raw)
			if err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			c.add(binary.BigEndian.Uint64(k), value)
			return nil
		})
	})
	return c, err
}

func (c *Collection[T]) add(number uint64, value T) {
	c.records = append(c.records, record[T]{number, value})
	c.numbers[c.key(value)] = number
	c.next = number + 1
}

// Get returns the record with a key, and whether there is one.
func (c *Collection[T]) Get(key string) (value T, ok bool) {
	number, ok := c.numbers[key]
	if !ok {
		return value, false
	}
	return c.records[c.index(number)].value, true
}

func (c *Collection[T]) index(number uint64) int {
	i, _ := slices.BinarySearchFunc(c.records, number, func(r record[T], n uint64) int {
		switch {
		case r.number < n:
			return -1
		case r.number > n:
			return 1
		}
		return 0
	})
	return i
}

// Put adds a record or replaces the one with its key. The record is encoded at once: after a change to it, put it again. Put
// panics if a record cannot be encoded as JSON.
func (c *Collection[T]) Put(value T) {
	raw, err := json.Marshal(value)
	if err != nil {
		panic(fmt.Sprintf("a record of %s: %v", c.name, err))
	}
	number, known := c.numbers[c.key(value)]
	if known {
		c.records[c.index(number)].value = value
	} else {
		number = c.next
		c.add(number, value)
	}
	c.store.setPending(recordKey{c.name, number}, raw)
}

// Remove removes the record with a key, if there is one.
func (c *Collection[T]) Remove(key string) {
	number, ok := c.numbers[key]
	if !ok {
		return
	}
	i := c.index(number)
	c.records = slices.Delete(c.records, i, i+1)
	delete(c.numbers, key)
	c.store.setPending(recordKey{c.name, number}, nil)
}

// Len returns the number of records.
func (c *Collection[T]) Len() int { return len(c.records) }

// All returns the records, oldest first. None may be added or removed during the iteration.
func (c *Collection[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range c.records {
			if !yield(r.value) {
				return
			}
		}
	}
}

// Backward returns the records, newest first. None may be added or removed during the iteration.
func (c *Collection[T]) Backward() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range slices.Backward(c.records) {
			if !yield(r.value) {
				return
			}
		}
	}
}
