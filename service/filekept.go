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

// Unchanged reports whether chunks that were kept from an earlier fetch are still what the service delivers: the
// first one whole, and samples of others. chunks are the kept ones, in order, and kept holds their bytes.
func (f *File) Unchanged(ctx context.Context, kept io.ReaderAt, chunks []int64) (bool, error) {
	compare := func(answer *Answer, offset, length int64) (bool, error) {
		defer answer.Body.Close()
		theirs, err := io.ReadAll(io.LimitReader(answer.Body, length))
		if err != nil {
			return false, err
		}
		ours := make([]byte, length)
		if _, err := kept.ReadAt(ours, offset); err != nil && err != io.EOF {
			return false, err
		}
		return string(theirs) == string(ours), nil
	}
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
			var err error
			offset, length = offset+ChunkSize-sampleSize, sampleSize
			if answer, err = f.ask(ctx, offset, length); err != nil {
				var refused *Error
				if errors.As(err, &refused) && refused.Kind() == Refused {
					return false, nil // there is nothing any more
				}
				return false, err
			}
		}
		if same, err := compare(answer, offset, length); err != nil || !same {
			return false, err
		}
	}
	return true, nil
}
