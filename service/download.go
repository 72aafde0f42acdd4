package service

import (
	"context"
	"errors"
	"hash/maphash"
	"io"
	"math"
	"sync"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// Progress is called with how many bytes have arrived so far, and how many there will be, or 0 while that is not known.
type Progress func(done, total int64)

// Sink takes a file whose chunks come in any order and at the same time.
type Sink interface {
	io.WriterAt
	Has(chunk int64) bool // whether a chunk is there from before, so that it need not be fetched
	Done(chunk int64)     // says that a chunk of full length has been written
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
		wanted := answer.wanted(length - got)
		n, err := w.copy(answer, start+got, wanted, sums, buffer)
		_ = answer.Body.Close()
		if _, told := answer.last(); err == nil && told && n < wanted {
			err = &Unreachable{Host: w.client.Target().Base.Host, Err: io.ErrUnexpectedEOF, Ended: true}
		}
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
			if answer, err = f.send(ctx, f.request); err != nil {
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
