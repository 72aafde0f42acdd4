package engine

import (
	"bytes"
	"encoding/json"
)

// writeString writes a JSON string without making < > & unreadable.
func writeString(out *bytes.Buffer, s string) {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // text always encodes
	out.Truncate(out.Len() - 1)
}
