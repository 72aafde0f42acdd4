package service

import (
	"context"
	"strconv"
	"sync"

	"ibmcloud-backup-recovery-plugin/api"
)

// ChunkSize is the most that the service delivers of a file in one answer, in bytes.
const ChunkSize = 8 << 20

// DefaultParallel is how many chunks of a file are fetched at once unless something else is said, and MaxParallel the most
// that may be.
const (
	DefaultParallel = 4
	MaxParallel     = 16
)

// File is a file that the service delivers. Whoever opens it closes it.
type File struct {
	Name    string // that the service has for it, without any path; may be empty
	Version string // changes when the content does; "" where the service has no such thing
	Total   int64  // its length in bytes; 0 where the service does not announce it
	Empty   bool   // whether a file that comes whole has no content

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
		f.first, err = f.send(ctx, r)
	}
	if err != nil {
		return nil, err
	}
	if !f.chunks {
		f.Total = f.first.size()
		f.Empty = f.first.isEmpty()
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
	answer, err := f.send(ctx, r)
	if err != nil {
		return nil, err
	}
	if err := answer.fits(offset, length); err != nil {
		_ = answer.Body.Close()
		return nil, err
	}
	return answer, nil
}

// send sends a request for the file, or for bytes of it, and returns an answer that can be a part of it.
func (f *File) send(ctx context.Context, r *api.Request) (*Answer, error) {
	answer, err := f.client.Do(ctx, r)
	if err != nil {
		return nil, err
	}
	if err := f.inspect(answer); err != nil {
		_ = answer.Body.Close()
		return nil, err
	}
	return answer, nil
}
