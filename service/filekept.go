package service

import (
	"context"
	"errors"
	"io"
)

// What of a file that was kept is compared with what the service delivers: samples of that many bytes, in that many chunks.
const (
	sampleSize = 64 << 10
	samples    = 16
)

// Unchanged reports whether chunks that were kept from an earlier fetch are still what the service delivers: the first one whole where
// it comes in one answer, and samples of others. chunks are the kept ones, in order, and kept holds their bytes.
func (f *File) Unchanged(ctx context.Context, kept io.ReaderAt, chunks []int64) (bool, error) {
	for i := range min(samples, len(chunks)) {
		chunk := chunks[i*len(chunks)/min(samples, len(chunks))]
		if i > 0 && i == min(samples, len(chunks))-1 {
			chunk = chunks[len(chunks)-1]
		}
		offset, length := chunk*ChunkSize, int64(ChunkSize)
		var answer *Answer
		if chunk == 0 && f.first != nil {
			answer = f.take()
		} else {
			offset, length = offset+ChunkSize-sampleSize, sampleSize
		}
		if same, err := f.delivers(ctx, kept, offset, length, answer); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}

// delivers reports whether the service delivers the bytes that were kept from an offset on: at least as many as a sample has, in the answer
// that is given, if any, and in as many more as a service needs that limits them. An empty or refused answer says that the bytes are gone only
// where it comes twice.
func (f *File) delivers(ctx context.Context, kept io.ReaderAt, offset, length int64, answer *Answer) (bool, error) {
	none := 0
	for end := offset + length; offset < end-length+sampleSize; answer = nil {
		theirs, err := f.some(ctx, offset, end-offset, answer)
		if err != nil {
			return false, err
		}
		if len(theirs) == 0 {
			if none++; none == 2 {
				return false, nil
			}
			continue
		}
		ours := make([]byte, len(theirs))
		if _, err := kept.ReadAt(ours, offset); err != nil && err != io.EOF {
			return false, err
		}
		if string(theirs) != string(ours) {
			return false, nil
		}
		offset += int64(len(theirs))
	}
	return true, nil
}

// some returns the bytes of an answer to a request for so many from an offset on, which it sends where there is none. They are none where
// the service refuses to deliver them.
func (f *File) some(ctx context.Context, offset, length int64, answer *Answer) ([]byte, error) {
	if answer == nil {
		var err error
		if answer, err = f.ask(ctx, offset, length); err != nil {
			var refused *Error
			if errors.As(err, &refused) && refused.Kind() == Refused {
				err = nil // there is nothing any more
			}
			return nil, err
		}
	}
	defer answer.Body.Close()
	return io.ReadAll(io.LimitReader(answer.Body, answer.wanted(length)))
}
