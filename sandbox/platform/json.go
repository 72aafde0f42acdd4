package platform

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"strings"
	"time"
)

// jsonObject is a JSON object.
type jsonObject = map[string]any

// WriteJSON answers with a status and a value as JSON.
func WriteJSON(w http.ResponseWriter, status int, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(v)
}

// WriteError answers with an error in the form of the platform, which a service uses where it refuses a token.
func WriteError(w http.ResponseWriter, status int, code, message string) {
	WriteJSON(w, status, jsonObject{"errors": []any{jsonObject{"code": code, "message": message}}, "trace": rand.Text(), "status_code": status})
}

// Bearer returns the token that a request carries, or "".
func Bearer(r *http.Request) string {
	return strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
}

// UnsignedJWT returns a JSON Web Token with claims. Its signature is random.
func UnsignedJWT(claims any) string {
	segment := func(v any) string {
		raw, _ := json.Marshal(v)
		return base64.RawURLEncoding.EncodeToString(raw)
	}
	return segment(jsonObject{"alg": "none", "typ": "JWT"}) + "." + segment(claims) + "." + base64.RawURLEncoding.EncodeToString([]byte(rand.Text()))
}

// Duration is a duration in JSON, such as "1m30s", or a number of nanoseconds.
type Duration time.Duration

// MarshalJSON returns the text.
func (d Duration) MarshalJSON() ([]byte, error) { return json.Marshal(time.Duration(d).String()) }

// UnmarshalJSON reads both forms.
func (d *Duration) UnmarshalJSON(raw []byte) error {
	var text string
	if json.Unmarshal(raw, &text) != nil {
		return json.Unmarshal(raw, (*int64)(d))
	}
	parsed, err := time.ParseDuration(text)
	*d = Duration(parsed)
	return err
}
