package service

import (
	"context"
	"net"
	"net/url"
	"strings"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// BadURL says that an address cannot be used.
type BadURL struct {
	URL string
	Why i18n.Text // with {{.URL}} in it
}

func (e *BadURL) Error() string { return i18n.T(e.Why, "URL", RedactAddress(e.URL)) }

const malformedURL i18n.Text = "url.malformed|'{{.URL}}' is not an address such as 'https://HOST'."

// redacted returns an address that cannot be parsed without what may be a password in it.
func redacted(address string) string {
	if at := strings.LastIndex(address, "@"); at >= 0 {
		return hidden + address[at:]
	}
	return address
}

// parseBase reads the address of an endpoint, with or without https:// in front and /v2 at its end.
func parseBase(address string) (*url.URL, error) {
	text := strings.TrimSpace(address)
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, &BadURL{redacted(text), malformedURL}
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, &BadURL{address, "url.extra|'{{.URL}}' cannot be used: an address has a host and a path only."}
	}
	u.Path = strings.TrimSuffix(strings.TrimRight(u.Path, "/"), "/v2")
	u.RawPath = ""
	return u, nil
}

// CheckURL returns why an address cannot be that of an instance, and nil where it can.
func CheckURL(address string) error {
	base, err := parseBase(address)
	if err != nil {
		return err
	}
	return trusted(base)
}

// trusted refuses addresses that a token must not be sent to: without TLS, unless it is this machine.
func trusted(base *url.URL) error {
	if base.Scheme == "https" || isLoopback(base.Hostname()) {
		return nil
	}
	return &BadURL{base.String(), "url.plain|'{{.URL}}' cannot be used: a token is sent over TLS only. Use https."}
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// HostAddresses returns the host of an address as it stands there, and the IP addresses that it has, as far as they can be found.
func HostAddresses(ctx context.Context, address string) []string {
	base, err := parseBase(address)
	if err != nil {
		return nil
	}
	found := []string{base.Hostname()}
	if net.ParseIP(base.Hostname()) == nil {
		list, _ := net.DefaultResolver.LookupHost(ctx, base.Hostname())
		found = append(found, list...)
	}
	return found
}
