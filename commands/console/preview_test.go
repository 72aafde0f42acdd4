package console

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/api"
	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// TestAllRowsAreAskedFor follows pages of services that give as many rows as are asked for, and of such that give fewer at once.
func TestAllRowsAreAskedFor(t *testing.T) {
	for name, most := range map[string]int64{"as asked": 5000, "fewer at once": 700} {
		for _, echo := range []bool{true, false} {
			if !echo && most < pageSize {
				continue // which nothing tells from the end
			}
			for _, rows := range []int64{0, 1, 700, 999, 1000, 2100} {
				r := api.NewRequest(&api.GetComponentPreview)
				r.Body = []byte("{}")
				require.NoError(t, componentPages.First(r, 0))
				var got, asked int64
				for more := true; more; asked++ {
					require.Less(t, asked, int64(10), "%s: %d rows", name, rows)
					var body struct{ Limit struct{ From, Size int64 } }
					require.NoError(t, json.Unmarshal(r.Body, &body))
					assert.Equal(t, got, body.Limit.From)
					n := min(rows-got, body.Limit.Size, most)
					limit := ""
					if echo {
						limit = fmt.Sprintf(`,"limit":{"size":%d}`, min(body.Limit.Size, most))
					}
					page := read(t, `{"component":{"data":[`+strings.TrimSuffix(strings.Repeat(`{},`, int(n)), ",")+`]`+limit+`}}`)
					got += n
					var err error
					more, err = componentPages.Next(r, page, int(n))
					require.NoError(t, err)
				}
				assert.Equal(t, rows, got, "%s, %v", name, echo)
				if echo && most >= pageSize {
					assert.Equal(t, rows/pageSize+1, asked, "no request more than needed")
				}
			}
		}
	}
}

// TestThePeriodIsOneFilter puts --since beside the filters that the component has, and beside those that were given.
func TestThePeriodIsOneFilter(t *testing.T) {
	component := read(t, `{"filters":[{"attribute":"at","filterType":"TimeRange","timeRangeFilterParams":{"dateRange":"Last30Days"}},{"attribute":"groupName","filterType":"In"}]}`)
	for given, want := range map[string]string{
		``: `[{"attribute":"groupName","filterType":"In"},{"attribute":"at","filterType":"TimeRange","timeRangeFilterParams":{"lowerBound":1000000}}]`,
		`[{"attribute":"x","filterType":"Range","rangeFilterParams":{"lowerBound":9007199254740993}}]`: `[{"attribute":"x","filterType":"Range","rangeFilterParams":{"lowerBound":9007199254740993}},{"attribute":"at","filterType":"TimeRange","timeRangeFilterParams":{"lowerBound":1000000}}]`,
	} {
		var out bytes.Buffer
		c := (&enginetest.Gate{}).Context(t, &out, &out)
		c.Request = api.NewRequest(&api.GetComponentPreview)
		c.Request.Body = []byte("{}")
		if given != "" {
			require.NoError(t, c.Request.SetField("filters", []byte(given)))
		}
		p := period{since: time.Unix(1, 0)}
		require.NoError(t, p.filter(c, func() ([]any, error) { return []any{component}, nil }))
		body, err := c.Request.Fields()
		require.NoError(t, err)
		assert.JSONEq(t, want, string(body["filters"]))
		assert.Equal(t, given != "", strings.Contains(string(body["filters"]), "9007199254740993"))
	}
}
