package scrape

import (
	"crypto/tls"
	"io"
	"log"
	"os"
	"sync"
	"time"
)

// KeyPair is a certificate with its key, in two files. They are read again when the certificate's file has changed, because a server lives
// longer than many certificates; where the new ones cannot be used, the earlier ones stay.
type KeyPair struct {
	cert, key string

	mu   sync.Mutex // of what follows
	at   time.Time  // of the file
	pair *tls.Certificate
}

// LoadKeyPair reads a certificate and its key from PEM files.
func LoadKeyPair(cert, key string) (*KeyPair, error) {
	k := &KeyPair{cert: cert, key: key}
	return k, k.load()
}

// load reads the files where the certificate's has changed.
func (k *KeyPair) load() error {
	info, err := os.Stat(k.cert)
	if err != nil {
		return err
	}
	if k.pair != nil && info.ModTime().Equal(k.at) {
		return nil
	}
	pair, err := tls.LoadX509KeyPair(k.cert, k.key)
	if err == nil {
		k.pair, k.at = &pair, info.ModTime()
	}
	return err
}

// certificate returns the pair (tls.Config.GetCertificate).
func (k *KeyPair) certificate(*tls.ClientHelloInfo) (*tls.Certificate, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	_ = k.load() // what was read before stays
	return k.pair, nil
}

// silent returns a log that keeps nothing: net/http would write every broken handshake of a stranger to standard error.
func silent() *log.Logger { return log.New(io.Discard, "", 0) }
