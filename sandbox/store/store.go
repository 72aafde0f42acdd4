// Package store keeps collections of records in one file, through bbolt. Records are read into memory when the file is
// opened, and written when Commit says so, all that changed since the last time or nothing of it: whoever kills the
// process at any moment finds the state of the last Commit.
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
	pending map[place][]byte // what Commit has to write; nil for what is removed
}

// place is where a record is in the file.
type place struct {
	collection string
	number     uint64
}

// lockTimeout is how long to wait for another process that has the file.
const lockTimeout = 500 * time.Millisecond

// Open opens a file, or makes it. A file that another process has open is an error.
func Open(path string) (*Store, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockTimeout})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, fmt.Errorf("%s is in use by another process", path)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Store{db: db, pending: map[place][]byte{}}, nil
}

// Close writes what is still to be written, and closes the file.
func (s *Store) Close() error { return errors.Join(s.Commit(), s.db.Close()) }

// Commit writes what has changed, and returns when it is on the disk. Several callers share one transaction. After an error
// nothing of it is written, and the next Commit tries again.
func (s *Store) Commit() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.mu.Lock()
	changes := s.pending
	s.pending = map[place][]byte{}
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

func write(tx *bbolt.Tx, at place, raw []byte) error {
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

func (s *Store) change(at place, raw []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pending[at] = raw
}

// Collection holds the records of one kind in the order in which they came. Readers may share it; whoever changes it has it
// to itself.
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

// Read reads a collection. key gives what a record is found by, which no other has and which stays; decode makes a record of
// the JSON that it was written as.
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

// Put adds a record or replaces the one with its key. What is kept is the record as it is now: after a change to it, put it
// again. A record that cannot be JSON is a mistake of the program, and panics.
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
	c.store.change(place{c.name, number}, raw)
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
	c.store.change(place{c.name, number}, nil)
}

// Len is the number of records.
func (c *Collection[T]) Len() int { return len(c.records) }

// All returns the records, oldest first. They may not be added or removed meanwhile.
func (c *Collection[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range c.records {
			if !yield(r.value) {
				return
			}
		}
	}
}

// Backward returns the records, newest first. They may not be added or removed meanwhile.
func (c *Collection[T]) Backward() iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, r := range slices.Backward(c.records) {
			if !yield(r.value) {
				return
			}
		}
	}
}
