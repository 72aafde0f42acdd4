package service

import (
	"context"
	"errors"
	"hash/maphash"
	"io"
	"math"
	"strconv"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// ChunkSize is the most that the service delivers of a file in one answer, in bytes.
const ChunkSize = 8 << 20

// DefaultParallel is how many chunks of a file are fetched at once unless something else is said, and MaxParallel the most
// that may be.
const (
	DefaultParallel = 4
	MaxParallel     = 16
)

// Progress is called with how many bytes have arrived so far, and how many there will be, or 0 while that is not known.
type Progress func(done, total int64)

// Sink takes a file whose chunks come in any order and at the same time.
type Sink interface {
	io.WriterAt
	Has(chunk int64) bool // whether a chunk is there from before, so that it need not be fetched
	Done(chunk int64)     // says that a chunk of full length has been written
}

// File is a file that the service delivers. Whoever opens it closes it.
type File struct {
	Name    string // that the service has for it, without any path; may be empty
	Version string // changes when the content does; "" where the service has no such thing
	Total   int64  // its length in bytes; 0 where the service does not announce it

	client  *Client
	request *api.Request
	chunks  bool    // whether it comes in chunks
	first   *Answer // to the first request, unread; nil once it has been used

	mu             sync.Mutex // of what follows, and of Total
	etag, modified string     // of the first answer that has them
}

// Open requests the beginning of a file, with which its name comes. A file comes in chunks where the operation takes
// startOffset and length and the request does not say itself which bytes it wants.
func (c *Client) Open(ctx context.Context, r *api.Request) (*File, error) {
	f := &File{client: c, request: r, chunks: r.Op.Param("startOffset") != nil && r.Get("startOffset") == nil && r.Get("length") == nil}
	var err error
	if f.chunks {
		f.first, err = f.ask(ctx, 0, ChunkSize)
	} else {
		f.first, err = c.Do(ctx, r)
	}
	if err != nil {
		return nil, err
	}
	if !f.chunks {
		if err := f.inspect(f.first); err != nil {
			_ = f.Close()
			return nil, err
		}
		f.Total = f.first.size()
	}
	f.Name = f.first.fileName()
	return f, nil
}

// Close releases what has not been read.
func (f *File) Close() error {
	if answer := f.take(); answer != nil {
		return answer.Body.Close()
	}
	return nil
}

func (f *File) take() *Answer {
	answer := f.first
	f.first = nil
	return answer
}

// ask requests length bytes from an offset on.
func (f *File) ask(ctx context.Context, offset, length int64) (*Answer, error) {
	r := f.request.Clone().SetNamed("startOffset", strconv.FormatInt(offset, 10)).SetNamed("length", strconv.FormatInt(length, 10))
	answer, err := f.client.Do(ctx, r)
	if err == nil {
		err = f.inspect(answer)
	}
	if err == nil {
		err = answer.fits(offset, length)
	}
	if err != nil {
		if answer != nil {
			_ = answer.Body.Close()
		}
		return nil, err
	}
	return answer, nil
}

// Fetch writes the file to a sink, several chunks at once, and returns its size. A chunk that breaks off is fetched again from
// where it broke. Where the file ends is decided in one place: see fetching.confirm.
func (f *File) Fetch(ctx context.Context, to Sink, parallel int, report Progress) (int64, error) {
	if report == nil {
		report = func(int64, int64) {}
	}
	if !f.chunks {
		return f.whole(ctx, to, report)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &fetching{File: f, ctx: ctx, to: to, report: report, stop: math.MaxInt64, running: make(map[int64]context.CancelFunc), sums: make(map[uint64]bool), seed: maphash.MakeSeed()}
	w.learn(f.Total)
	if w.Total == 0 && (f.first == nil || f.first.size() < ChunkSize) {
		// Most likely there is one chunk only: nothing is asked for behind it before that is known.
		w.work(1)
	}
	for {
		var workers sync.WaitGroup
		for range parallel {
			workers.Go(func() { w.work(math.MaxInt64) })
		}
		workers.Wait()
		ended, err := w.judge()
		if err != nil {
			return 0, err
		}
		if ended {
			return w.size, nil
		}
	}
}

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

// work fetches chunks until none before the given one is left.
func (w *fetching) work(before int64) {
	buffer := make([]byte, 1024<<10)
	for {
		ctx, chunk, ok := w.begin(before)
		if !ok {
			return
		}
		got, end, err := w.fetch(ctx, chunk, buffer)
		w.settle(chunk, got, end, err)
	}
}

func (w *fetching) begin(before int64) (ctx context.Context, chunk int64, ok bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for ; w.next < w.stop && w.to.Has(w.next); w.next++ {
		w.count(w.next*ChunkSize, w.length(w.next))
	}
	if w.next >= min(w.stop, before) {
		return nil, 0, false
	}
	chunk = w.next
	w.next++
	ctx, w.running[chunk] = context.WithCancel(w.ctx)
	return ctx, chunk, true
}

// length is how long a chunk is meant to be. The caller holds the lock.
func (w *fetching) length(chunk int64) int64 {
	if w.Total > 0 {
		return min(ChunkSize, w.Total-chunk*ChunkSize)
	}
	return ChunkSize
}

func (w *fetching) count(offset, n int64) {
	w.arrived += n
	w.furthest = max(w.furthest, offset+n)
	w.report(w.arrived, w.Total)
}

// settle takes in how a chunk ended. Of the chunks that are not whole, the first one decides.
func (w *fetching) settle(chunk, got int64, end end, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.running[chunk]()
	delete(w.running, chunk)
	var why error // the service's words for having no more
	if end == refusedEnd {
		why, err = err, nil
	}
	if err == nil && end == noEnd {
		if got == ChunkSize {
			w.to.Done(chunk)
		}
		return
	}
	if chunk >= w.stop {
		return
	}
	if err == nil && w.Total > 0 {
		err = i18n.NewError("download.short|The service announced a file of {{.Total}} bytes, but it ended after {{.Size}} bytes.", "Total", w.Total, "Size", chunk*ChunkSize+got)
	}
	w.stop, w.size, w.err, w.end, w.why = chunk, chunk*ChunkSize+got, err, end, why
	for other, cancel := range w.running {
		if other > chunk {
			cancel()
		}
	}
	if stream, ok := w.to.(*Ordered); ok {
		stream.end(w.size)
	}
}

// fetch gets one chunk, however many answers that takes. It returns how many bytes came and whether the service has no more.
func (w *fetching) fetch(ctx context.Context, chunk int64, buffer []byte) (got int64, end end, err error) {
	start := chunk * ChunkSize
	w.mu.Lock()
	length := w.length(chunk)
	if chunk*ChunkSize+w.begun == w.size {
		got, w.begun = w.begun, 0
	}
	w.mu.Unlock()
	var last part
	var whole, sum maphash.Hash
	whole.SetSeed(w.seed)
	placed := false // whether the service says which bytes it sends
	for broken := 0; got < length; {
		answer, err := w.answer(ctx, start+got, length-got)
		var gone *Unreachable
		switch {
		case err != nil && refusesRange(err) && start+got > 0:
			return got, refusedEnd, err
		case errors.As(err, &gone) && broken < retries:
			broken++
			if err := Sleep(ctx, retryBackoff.Pause(broken)); err != nil {
				return got, noEnd, err
			}
			continue
		case err != nil:
			return got, noEnd, err
		}
		w.mu.Lock()
		w.learn(w.File.Total)
		w.mu.Unlock()
		sum.Reset()
		sums := io.Writer(&whole)
		if answer.size() != length-got {
			sums = io.MultiWriter(&whole, &sum)
		}
		n, err := w.copy(answer, start+got, length-got, sums, buffer)
		_ = answer.Body.Close()
		this := part{n, sum.Sum64()}
		_, placed = answer.offset()
		got += n
		switch {
		case errors.As(err, &gone) && broken < retries:
			broken++
			if n > 0 {
				broken = 0
			}
			if err := Sleep(ctx, retryBackoff.Pause(broken)); err != nil {
				return got, noEnd, err
			}
		case err != nil:
			return got, noEnd, err
		case n == 0:
			return got, emptyEnd, nil
		case got < length && w.mayEndShort():
			return got, shortEnd, nil
		case got < length && this == last:
			return got, noEnd, ErrSameChunk // such a service would fill the disk
		}
		if !placed && answer.size() != length {
			last = this
		}
	}
	if got == ChunkSize && !placed {
		return got, noEnd, w.recognize(ctx, whole.Sum64())
	}
	return got, noEnd, nil
}

// part is what is known of one answer of many.
type part struct {
	size int64
	sum  uint64 // of the bytes
}

// answer is the answer that Open got, or a new one.
func (w *fetching) answer(ctx context.Context, offset, length int64) (*Answer, error) {
	if offset == 0 {
		w.mu.Lock()
		first := w.take()
		w.mu.Unlock()
		if first != nil {
			return first, nil
		}
	}
	return w.ask(ctx, offset, length)
}

// copy writes the body of an answer to where it belongs.
func (w *fetching) copy(answer *Answer, offset, length int64, sum io.Writer, buffer []byte) (n int64, err error) {
	for {
		// Full buffers: many small writes of several workers to one file would stand in each other's way.
		got, err := io.ReadFull(answer.Body, buffer)
		if err == io.ErrUnexpectedEOF {
			err = io.EOF
		}
		if got > 0 {
			if n+int64(got) > length {
				return n, ErrWrongChunk
			}
			_, _ = sum.Write(buffer[:got])
			if _, err := w.to.WriteAt(buffer[:got], offset+n); err != nil {
				return n, err
			}
			w.mu.Lock()
			w.count(offset+n, int64(got))
			w.mu.Unlock()
			n += int64(got)
		}
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// whole writes a file that comes in one answer. What breaks off is fetched again from the beginning, as long as the
// target can take the beginning again.
func (f *File) whole(ctx context.Context, to Sink, report Progress) (int64, error) {
	buffer := make([]byte, 1024<<10)
	for broken := 0; ; broken++ {
		answer := f.take()
		if answer == nil {
			var err error
			if answer, err = f.client.Do(ctx, f.request); err == nil {
				err = f.inspect(answer)
			}
			if err != nil {
				return 0, err
			}
		}
		w := &fetching{File: f, to: to, report: report}
		n, err := w.copy(answer, 0, math.MaxInt64, io.Discard, buffer)
		_ = answer.Body.Close()
		if err == nil && answer.Unframed {
			err = ErrNoEnd
		}
		var gone *Unreachable
		if _, once := to.(*Ordered); !errors.As(err, &gone) || broken == retries || once && n > 0 {
			return n, err
		}
		if err := Sleep(ctx, retryBackoff.Pause(broken)); err != nil {
			return 0, err
		}
	}
}
