package engine

import (
	"encoding/csv"
	"encoding/json"
	"strings"
)

// splitLists returns the items of all values of a list flag: commas separate, and quotes hold together as in CSV. A value may be a
// JSON list too.
func splitLists(flag string, values []string) ([]string, error) {
	all := []string{}
	for _, raw := range values {
		if raw == "" {
			continue
		}
		if items, ok := jsonItems(raw); ok {
			all = append(all, items...)
			continue
		}
		r := csv.NewReader(strings.NewReader(raw))
		r.FieldsPerRecord = -1
		r.TrimLeadingSpace = true
		records, err := r.ReadAll()
		if err != nil {
			return nil, Usage("flag.list|--{{.Flag}}: '{{.Value}}' is not a list. Put an item with quotes or commas in double quotes, and double the quotes in it.",
				"Flag", flag, "Value", raw)
		}
		for _, record := range records {
			all = append(all, record...)
		}
	}
	return all, nil
}

// jsonItems returns the items of a JSON list of texts, numbers and truth values, the digits as they stand there. It is false for
// any other text: a pattern such as [a-z] is an item itself.
func jsonItems(raw string) (items []string, ok bool) {
	if !strings.HasPrefix(strings.TrimSpace(raw), "[") {
		return nil, false
	}
	var list []json.RawMessage
	if json.Unmarshal([]byte(raw), &list) != nil {
		return nil, false
	}
	for _, item := range list {
		switch item[0] {
		case '{', '[', 'n':
			return nil, false
		case '"':
			var text string
			if json.Unmarshal(item, &text) != nil {
				return nil, false
			}
			items = append(items, text)
		default:
			items = append(items, string(item))
		}
	}
	return items, true
}
