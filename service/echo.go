package service

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

// shortestEcho is the length in bytes of a secret from which on it is looked for in answers. A shorter one would hide parts of words.
const shortestEcho = 6

// withoutEcho returns a text of an answer without the secrets of the request, which a server may repeat in a sentence.
func withoutEcho(text string, secrets []string) string {
	for _, secret := range secrets {
		text = strings.ReplaceAll(text, secret, hidden)
	}
	return text
}

// secretsOf returns the secrets that a request has sent, in its headers and its body.
func secretsOf(req *http.Request) []string {
	var body []byte
	if req.GetBody != nil {
		if copied, err := req.GetBody(); err == nil {
			body, _ = io.ReadAll(io.LimitReader(copied, maxErrorBody)) // what is cut off is no JSON
			_ = copied.Close()
		}
	}
	return append(secretsInHeaders(req.Header), secretsInBody(body)...)
}

func secretsInHeaders(h http.Header) (secrets []string) {
	for name, values := range h {
		for _, value := range values {
			if value = strings.TrimPrefix(value, "Bearer "); secretName(name) && len(value) >= shortestEcho {
				secrets = append(secrets, value)
			}
		}
	}
	return secrets
}

// secretsInBody returns the texts in JSON whose fields have secret names, each as it is and as JSON writes it.
func secretsInBody(body []byte) (secrets []string) {
	var root any
	if len(body) == 0 || json.Unmarshal(body, &root) != nil {
		return nil
	}
	var collect func(v any, secret bool)
	collect = func(v any, secret bool) {
		switch v := v.(type) {
		case map[string]any:
			for name, value := range v {
				collect(value, secret || !collection(name) && secretName(name))
			}
		case []any:
			for _, value := range v {
				collect(value, secret)
			}
		case string:
			if !secret || len(v) < shortestEcho {
				return
			}
			secrets = append(secrets, v)
			if raw, err := marshal(v); err == nil && string(raw) != `"`+v+`"` {
				secrets = append(secrets, string(raw[1:len(raw)-1]))
			}
		}
	}
	collect(root, false)
	return secrets
}
