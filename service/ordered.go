package service

import (
	"io"
	"math"
	"sync"
)

// Ordered makes a Sink of a stream, which takes bytes only in their order: a chunk whose turn has not come waits in
// memory, and a worker that is too far ahead waits too.
type Ordered struct {
	to      io.Writer
	ahead   int64 // how many chunks may be begun
	mu      sync.Mutex
	turn    *sync.Cond
	written int64            // bytes
	waiting map[int64][]byte // bytes whose turn has not come, by offset
	ends    int64            // nothing behind it will ever have its turn
	err     error
}

// NewOrdered returns a Sink that writes to a stream. At most that many chunks are in memory.
func NewOrdered(to io.Writer, chunks int) *Ordered {
	o := &Ordered{to: to, ahead: int64(chunks), waiting: make(map[int64][]byte), ends: math.MaxInt64}
	o.turn = sync.NewCond(&o.mu)
	return o
}

// Has is false: a stream has nothing from before.
func (o *Ordered) Has(int64) bool { return false }

// Done is nothing to a stream.
func (o *Ordered) Done(int64) {}

// end says that nothing comes before an offset any more than what is coming already, and nothing behind it at all.
func (o *Ordered) end(at int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.ends = at
	o.turn.Broadcast()
}

// goOn says that the file does not end where it seemed to.
func (o *Ordered) goOn() {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.ends = math.MaxInt64
}

// WriteAt writes what has its turn and keeps the rest.
func (o *Ordered) WriteAt(p []byte, offset int64) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for o.err == nil && offset < o.ends && offset/ChunkSize >= o.written/ChunkSize+o.ahead {
		o.turn.Wait()
	}
	if o.err != nil {
		return 0, o.err
	}
	if offset >= o.ends {
		return 0, io.ErrShortWrite // whoever ended the file has said why
	}
	if offset > o.written {
		o.waiting[offset] = append([]byte(nil), p...)
		return len(p), nil
	}
	for next := p; ; {
		n, err := o.to.Write(next)
		o.written += int64(n)
		if err != nil {
			o.err = err
			o.turn.Broadcast()
			return 0, err
		}
		var ok bool
		if next, ok = o.waiting[o.written]; !ok {
			break
		}
		delete(o.waiting, o.written)
	}
	o.turn.Broadcast()
	return len(p), nil
}
