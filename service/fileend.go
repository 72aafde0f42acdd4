package service

import (
	"context"
	"errors"
	"hash/maphash"
	"io"
	"math"
	"net/http"
	"sync"
	"time"
)

// end is how a service shows that a file has no more bytes.
type end uint8

const (
	noEnd      end = iota
	emptyEnd       // an answer without bytes
	shortEnd       // an answer with fewer bytes than were asked for
	refusedEnd     // it refuses to deliver what lies there
)

// fetching is the work of several workers on the chunks of one file.
type fetching struct {
	*File
	ctx    context.Context
	to     Sink
	report Progress

	next     int64 // the chunk to be asked for next
	stop     int64 // no chunk from here on is wanted: the file ends before it, or in it, or could not be had
	size     int64 // where the file ends, once that is known
	err      error // what went wrong with the chunk at stop
	end      end   // how the service showed that it has no more
	why      error // its words, when it refused to deliver more
	limited  bool  // whether it sends short pieces in the middle of the file, too
	before   int64 // where it seemed to end the last time, and how often in a row it seemed to end there
	rounds   int
	begun    int64 // bytes of the chunk at stop that are there, when it is fetched once more
	arrived  int64 // bytes
	furthest int64 // where the last of the bytes that came ends
	running  map[int64]context.CancelFunc

	seed   maphash.Seed
	sums   map[uint64]bool // of the whole chunks that came
	probed bool            // whether a service that sends the same chunk twice was asked for bytes that no file has
}

// learn takes in the length of the file when the service announces it. The caller holds the lock, or is alone.
func (w *fetching) learn(total int64) {
	if total > 0 && w.stop == math.MaxInt64 {
		w.Total, w.size, w.stop = total, total, (total+ChunkSize-1)/ChunkSize
	}
}

// refusesRange reports whether an error says that there are no bytes where some were asked for. It may be something else: the
// service documents no way to say it.
func refusesRange(err error) bool {
	var refused *Error
	return errors.As(err, &refused) && (refused.Kind() == Refused || refused.Kind() == NotFound)
}

// judge decides, when all workers have come to their end, whether that is the end of the file. It is false where the file goes on;
// the workers then begin again where they ended.
func (w *fetching) judge() (ended bool, err error) {
	var refused *Error
	var gone *Unreachable
	switch {
	case w.ctx.Err() != nil && w.err == nil:
		return false, context.Cause(w.ctx)
	case w.err == nil && w.Total > 0 && w.size == w.Total:
		return true, nil // all that was announced is there
	case w.err != nil && (w.Total > 0 || w.size == 0 || w.err != ErrPage && !errors.As(w.err, &refused) && !errors.As(w.err, &gone)):
		return false, w.err
	}
	if w.size == w.before {
		w.rounds++
	} else {
		w.rounds, w.before = 0, w.size
	}
	if w.rounds == retries {
		return false, w.noEnd()
	}
	// A failure behind the last byte is no failure of the file, if that can be shown to be the last one.
	more := max(w.furthest, w.Total) > w.size
	if !more {
		if more, err = w.confirm(); err != nil {
			if w.noEnd() != ErrNoEnd {
				err = w.noEnd()
			}
			return false, err
		}
	}
	if !more {
		return true, nil
	}
	if stream, ok := w.to.(*Ordered); ok {
		if w.furthest > w.size {
			return false, w.noEnd() // a stream cannot take what it has twice
		}
		stream.goOn()
	}
	w.limited = w.limited || w.end == shortEnd
	w.next, w.begun, w.stop, w.err = w.stop, w.size-w.stop*ChunkSize, math.MaxInt64, nil
	w.learn(w.Total)
	return false, nil
}

// noEnd returns why the end of the file is not known.
func (w *fetching) noEnd() error {
	for _, err := range []error{w.err, w.why} {
		if err != nil {
			return err
		}
	}
	return ErrNoEnd
}

// mayEndShort reports whether a piece that is shorter than it was asked for may be the last one.
func (w *fetching) mayEndShort() bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.Total == 0 && !w.limited
}

// tailSize is how many bytes before the end are asked for once more. It is a multiple of nothing that a service may have as the most
// or the least of an answer.
const tailSize = 61_441

// emptyPause is after what time an empty file is asked for once more: what is wrong for a moment has passed then.
const emptyPause = 2 * time.Second

// confirm finds out whether a file without an announced length ends at w.size, and reports whether there is more. It is the one
// place that decides, because a short, empty, cut or refused answer alone proves nothing: a proxy, a busy service or one that lies
// answers so in the middle of a file as well.
//
// The proof has two parts. A request for the last bytes and the one behind them is answered by just the last ones, the same as before:
// the service still delivers this file, and has no more. And the one byte behind is asked for alone, twice, so that neither a fault
// that comes once nor a service that limits its answers can end a file. A service that refuses every range which reaches beyond the
// end delivers the last bytes alone instead. A refusal counts only where the byte behind is refused once more after the last bytes came,
// and a file is empty only where that is said once more after a while: requests that are sent together are answered wrong together, by a gateway that
// restarts for one.
func (w *fetching) confirm() (more bool, err error) {
	var byteBehind [2][]byte
	var errs [3]error
	var theirs []byte
	tail := min(tailSize, w.size, max(1, w.size-1)) // not from the first byte on, so that offsets count
	from := w.size - tail
	var asked sync.WaitGroup
	for i := range byteBehind {
		asked.Go(func() { byteBehind[i], errs[i] = w.read(w.size, 1) })
	}
	asked.Go(func() { theirs, errs[2] = w.read(from, tail+1) })
	asked.Wait()
	silent, refused := true, false // whether the service says that there is nothing behind, and whether by a refusal
	for i, found := range byteBehind {
		if len(found) > 0 {
			return true, nil
		}
		silent, refused = silent && (errs[i] == nil || refusesRange(errs[i])), refused || errs[i] != nil
	}
	if tail == 0 {
		theirs, errs[2] = nil, errors.Join(errs[0], errs[1]) // an empty file is answered, and not refused
	}
	if refusesRange(errs[2]) && silent && w.end == refusedEnd {
		theirs, errs[2] = w.read(from, tail)
	}
	switch {
	case errs[2] != nil:
		return false, errs[2]
	case int64(len(theirs)) > tail:
		return true, nil
	case int64(len(theirs)) < tail:
		return false, ErrNoEnd
	}
	if kept, ok := w.to.(io.ReaderAt); ok && tail > 0 {
		ours := make([]byte, tail)
		if _, err := kept.ReadAt(ours, from); err != nil && err != io.EOF {
			return false, err
		}
		if string(ours) != string(theirs) {
			return false, ErrChanged
		}
	}
	if !refused && w.size > 0 {
		return false, nil
	}
	if w.size == 0 {
		if err := Sleep(w.ctx, emptyPause); err != nil {
			return false, err
		}
	}
	found, err := w.read(w.size, 1)
	var gone *Unreachable
	if errors.As(err, &gone) { // which says nothing about the file
		return false, err
	}
	return len(found) > 0, context.Cause(w.ctx)
}

// read returns the bytes that the service delivers for a range.
func (w *fetching) read(offset, length int64) ([]byte, error) {
	answer, err := w.ask(w.ctx, offset, length)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.Status == http.StatusNoContent && w.size == 0 {
		return nil, ErrNoEnd // which is no file at all, and no empty one either
	}
	return io.ReadAll(io.LimitReader(answer.Body, length+1))
}

// beyondFiles is an offset where no file has bytes.
const beyondFiles = 1 << 60

// recognize takes in the sum of a whole chunk. Two chunks may well be the same, such as zeros. But a service that does not look at
// offsets sends the same for all of them without end; it is found out by asking for bytes that no file has.
func (w *fetching) recognize(ctx context.Context, sum uint64) error {
	w.mu.Lock()
	suspicious := w.sums[sum] && !w.probed
	w.sums[sum] = true
	if suspicious {
		w.probed = true
	}
	w.mu.Unlock()
	if !suspicious {
		return nil
	}
	answer, err := w.ask(ctx, beyondFiles, tailSize)
	if err != nil {
		return nil // whatever it says, it does not send the chunk
	}
	defer answer.Body.Close()
	if n, _ := io.ReadFull(answer.Body, make([]byte, 1)); n > 0 {
		return ErrSameChunk
	}
	return nil
}
