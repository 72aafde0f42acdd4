package service

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"

	"ibmcloud-backup-recovery-plugin/files"
	"ibmcloud-backup-recovery-plugin/i18n"
)

// certificateCheck is how the certificate of a connector or a connector agent is checked. There is no way to leave it unchecked, also
// not by the host's setting for that.
type certificateCheck struct {
	roots *x509.CertPool // that it has to be signed by; nil for those of this machine
	pin   []byte         // SHA-256 of the only certificate that is accepted; nil for any that is signed so
	name  string         // that it has to be for; "" for the host of the address
}

// config returns the check for a host. A pin takes the place of the chain of signatures, and of nothing else: a certificate that has
// expired or is for another name is refused all the same. One that is for no name at all cannot be for another.
func (c *certificateCheck) config(host string, now func() time.Time) *tls.Config {
	name := host
	if c.name != "" {
		name = c.name
	}
	config := &tls.Config{RootCAs: c.roots, ServerName: name, Time: now}
	if c.pin == nil {
		return config
	}
	if now == nil {
		now = time.Now
	}
	config.InsecureSkipVerify = true // what follows is checked in its place
	config.VerifyConnection = func(state tls.ConnectionState) error {
		leaf := state.PeerCertificates[0] // a server without one does not get here
		sum := sha256.Sum256(leaf.Raw)
		at := now()
		switch {
		case !bytes.Equal(sum[:], c.pin):
			return newBadCertificate(OtherFingerprint, host, leaf, nil)
		case at.Before(leaf.NotBefore) || at.After(leaf.NotAfter):
			return newBadCertificate(Expired, host, leaf, nil)
		case len(leaf.DNSNames)+len(leaf.IPAddresses) == 0:
			return nil
		}
		if err := leaf.VerifyHostname(name); err != nil {
			return newBadCertificate(WrongName, host, leaf, err)
		}
		return nil
	}
	return config
}

// CertificateProblem is why a certificate is refused.
type CertificateProblem uint8

// The reasons why a certificate is refused.
const (
	NotTrusted       CertificateProblem = iota // nobody signed it whom this machine trusts
	OtherFingerprint                           // it is another one than the pinned one
	Expired                                    // or it is not valid yet
	WrongName                                  // it is for another host
	Unusable                                   // anything else, see Err
)

// BadCertificate says that the certificate of a connector or a connector agent was refused. Nothing was sent.
type BadCertificate struct {
	Problem     CertificateProblem
	Host        string
	Fingerprint string    // SHA-256 of the certificate, in capital hexadecimal digits
	Names       []string  // that it is for
	From, Until time.Time // when it is valid
	Err         error     // the library's words; nil where the problem says it all
}

func (e *BadCertificate) Error() string { return "the certificate of " + e.Host + " was refused" }

// Unwrap returns the cause.
func (e *BadCertificate) Unwrap() error { return e.Err }

func newBadCertificate(problem CertificateProblem, host string, leaf *x509.Certificate, err error) *BadCertificate {
	sum := sha256.Sum256(leaf.Raw)
	e := &BadCertificate{Problem: problem, Host: host, Fingerprint: strings.ToUpper(hex.EncodeToString(sum[:])), Names: leaf.DNSNames, From: leaf.NotBefore, Until: leaf.NotAfter, Err: err}
	for _, ip := range leaf.IPAddresses {
		e.Names = append(e.Names, ip.String())
	}
	return e
}

// refusedCertificate returns the refusal of a host's certificate in an error, in our words, and nil where there is none.
func refusedCertificate(host string, err error) *BadCertificate {
	var (
		known    *BadCertificate
		refused  *tls.CertificateVerificationError
		unsigned x509.UnknownAuthorityError
		noRoots  x509.SystemRootsError
		invalid  x509.CertificateInvalidError
		name     x509.HostnameError
	)
	switch {
	case errors.As(err, &known):
		return known
	case !errors.As(err, &refused) || len(refused.UnverifiedCertificates) == 0:
		return nil
	}
	problem := Unusable
	switch {
	case errors.As(err, &unsigned), errors.As(err, &noRoots):
		problem = NotTrusted
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		problem = Expired
	case errors.As(err, &name):
		problem = WrongName
	}
	return newBadCertificate(problem, host, refused.UnverifiedCertificates[0], refused.Err)
}

// fingerprintTitle is what programs print in front of a fingerprint.
var fingerprintTitle = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)^\s*sha-?256(\s+fingerprint)?\s*[:= ]`) })

// ParseFingerprint returns the SHA-256 fingerprint of a certificate that was typed as people copy it: hexadecimal digits in any case,
// with or without colons, spaces, and the title that openssl prints.
func ParseFingerprint(text string) ([]byte, error) {
	digits := strings.Map(func(r rune) rune {
		if strings.ContainsRune(": -\t\r\n", r) {
			return -1
		}
		return r
	}, fingerprintTitle().ReplaceAllString(text, ""))
	sum, err := hex.DecodeString(digits)
	switch {
	case err == nil && len(sum) == sha256.Size:
		return sum, nil
	case err == nil && len(sum) == 20:
		return nil, i18n.NewError("fingerprint.sha1|It is a SHA-1 fingerprint. The SHA-256 fingerprint is needed: 64 hexadecimal digits.")
	}
	return nil, i18n.NewError("fingerprint.invalid|'{{.Text}}' is not a SHA-256 fingerprint, which has 64 hexadecimal digits.", "Text", shortened(text, 200))
}

// maxRoots is the most that is read of a file with certificates, in bytes.
const maxRoots = 4 << 20

// readRoots reads the certificates in a file in PEM.
func readRoots(ctx context.Context, path string) (*x509.CertPool, error) {
	text, err := files.Read(ctx, path, maxRoots)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(text) {
		return nil, i18n.NewError("cafile.empty|'{{.File}}' has no certificate in PEM ('-----BEGIN CERTIFICATE-----').", "File", path)
	}
	return pool, nil
}

// CheckRoots returns why a path cannot be saved as that of a file with certificates, and nil where it can.
func CheckRoots(path string) error {
	if !filepath.IsAbs(path) {
		return i18n.NewError("cafile.relative|'{{.File}}' is not an absolute path, so that it would be another file in another folder.", "File", path)
	}
	_, err := readRoots(context.Background(), path)
	return err
}

// CheckFingerprint returns why a text cannot be a fingerprint, and nil where it can.
func CheckFingerprint(text string) error {
	_, err := ParseFingerprint(text)
	return err
}

func errBothChecks(other string) error {
	return i18n.NewError("certificate.both|It excludes {{.Other}}: the certificate is checked by its signature or by its fingerprint.", "Other", other)
}
