package sandbox

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"
)

// exports are the reports that are made in the background, by what was asked for, with the time at which each is there.
type exports struct {
	mu    sync.Mutex
	ready map[string]time.Time
}

// isReady reports whether a report is there that takes some time to make. The first time that it is asked for begins that time, and once
// it was fetched the next one begins anew.
func (e *exports) isReady(key string, takes time.Duration) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	at, begun := e.ready[key]
	switch {
	case !begun:
		if e.ready == nil {
			e.ready = map[string]time.Time{}
		}
		e.ready[key] = time.Now().Add(takes)
		return false
	case time.Now().Before(at):
		return false
	}
	delete(e.ready, key)
	return true
}

// exportReport returns a file with the rows of a report: those of its last component, which has them one by one. While one is made in the
// background, the answer has no content.
func (c *call) exportReport() (any, error) {
	r, err := byID(reports, "report", c.path["id"])
	if err != nil {
		return nil, err
	}
	zone, err := c.timezone()
	if err != nil {
		return nil, err
	}
	if layout := str(c.body, "layout"); layout != "" {
		return nil, invalid("layout", "the sandbox has one layout alone.")
	}
	one, err := byID(components, "component", r.components[len(r.components)-1])
	if err != nil {
		return nil, err
	}
	rows, _, err := c.rowsOf(one)
	if err != nil {
		return nil, err
	}
	if isTrue(c.body, "async") {
		key, err := json.Marshal([]any{c.path["id"], c.body})
		if err != nil {
			return nil, err
		}
		if !c.server.exports.isReady(string(key), c.server.options.RunTime) {
			return &filePart{name: r.id, content: io.NopCloser(strings.NewReader("")), size: 0}, nil
		}
	}
	table := tableOf(reportTypes[one.kind].attributes, rows, zone)
	write, ending := writeCSV, "csv"
	if str(c.body, "reportFormat") == "XLS" {
		write, ending = writeXLS, "xls"
	}
	raw, err := write(table)
	if err != nil {
		return nil, err
	}
	return &filePart{name: r.id + "." + ending, content: io.NopCloser(bytes.NewReader(raw)), size: int64(len(raw))}, nil
}

// tableOf returns rows as texts below a row of labels, with times in a zone.
func tableOf(attributes []attribute, rows []jsonObject, zone *time.Location) [][]string {
	table := [][]string{{}}
	for _, a := range attributes {
		table[0] = append(table[0], a.label)
	}
	for _, row := range rows {
		line := make([]string, len(attributes))
		for i, a := range attributes {
			switch line[i] = str(row, a.name); {
			case line[i] == "":
			case a.format == "Timestamp":
				line[i] = time.UnixMicro(num(row, a.name)).In(zone).Format(time.RFC3339)
			case a.format == "Duration":
				line[i] = (time.Duration(num(row, a.name)) * time.Microsecond).String()
			}
		}
		table = append(table, line)
	}
	return table
}

func writeCSV(table [][]string) ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(table); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// writeXLS writes a workbook in the form of XML that Excel has read since 2003.
func writeXLS(table [][]string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(xml.Header + `<?mso-application progid="Excel.Sheet"?>` + "\n" +
		`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Report"><Table>` + "\n")
	for _, line := range table {
		b.WriteString("<Row>")
		for _, cell := range line {
			b.WriteString(`<Cell><Data ss:Type="String">`)
			if err := xml.EscapeText(&b, []byte(cell)); err != nil {
				return nil, err
			}
			b.WriteString("</Data></Cell>")
		}
		b.WriteString("</Row>\n")
	}
	fmt.Fprint(&b, "</Table></Worksheet></Workbook>\n")
	return b.Bytes(), nil
}
