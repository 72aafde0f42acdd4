package commands

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"ibmcloud-backup-recovery-plugin/engine/enginetest"
)

// years is a service with a long list of runs, newest first, in windows as the service gives them: run i began at second
// i, but for two that began at the same moment.
type years struct {
	*enginetest.CLI
	runs   []string // ids, newest first
	most   int      // that one answer holds, whatever is asked for
	total  bool     // whether an answer tells how many there are
	asked  int
	spoil  func(n int, body string) (io.Reader, bool) // may change the body of the n-th answer
	starts map[string]int64
}

func newYears(t *testing.T, n int) *years {
	y := &years{CLI: enginetest.New(t, Catalog()), most: 1000, total: true, starts: map[string]int64{}}
	for i := n; i > 0; i-- {
		id := fmt.Sprintf("%d:%d", i, i)
		y.runs = append(y.runs, id)
		y.starts[id] = int64(i) * 1e6
	}
	if n > 201 {
		y.starts["200:200"] = y.starts["201:201"] // at the edge of the second page of 200 from the end of 400
	}
	y.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		y.asked++
		y.Sent = append(y.Sent, r)
		q := r.URL.Query()
		most, _ := strconv.Atoi(q.Get("numRuns"))
		if most == 0 || most > y.most {
			most = y.most
		}
		to, err := strconv.ParseInt(q.Get("endTimeUsecs"), 10, 64)
		if err != nil {
			to = 1 << 62
		}
		var items []string
		total := 0
		for _, id := range y.runs {
			if y.starts[id] > to {
				continue
			}
			if total++; len(items) < most {
				items = append(items, fmt.Sprintf(`{"id":%q,"localBackupInfo":{"status":"Succeeded","startTimeUsecs":%d,"localSnapshotStats":{"bytesRead":%d}}}`, id, y.starts[id], 9007199254740993+y.starts[id]))
			}
		}
		body := `{"runs":[` + strings.Join(items, ",") + "]"
		if y.total {
			body += fmt.Sprintf(`,"totalRuns":%d`, total)
		}
		resp := enginetest.Reply(200, "application/json", body+"}")
		if y.spoil != nil {
			if spoiled, ok := y.spoil(y.asked, body+"}"); ok {
				resp.Body = io.NopCloser(spoiled)
			}
		}
		return resp, nil
	})
	return y
}

func (y *years) list(words ...string) int {
	y.asked = 0
	return y.Run(append([]string{"run", "list", group}, words...)...)
}

// shown are the ids in a JSON answer.
func (y *years) shown(t *testing.T) (ids []string) {
	var answer struct{ Runs []struct{ ID string } }
	require.NoError(t, json.Unmarshal(y.Out.Bytes(), &answer), "%s", &y.Err)
	for _, run := range answer.Runs {
		ids = append(ids, run.ID)
	}
	return ids
}

func TestAListIsFollowedToItsEnd(t *testing.T) {
	for _, n := range []int{0, 1, 199, 200, 201, 400, 401, 1234} {
		for _, total := range []bool{true, false} {
			y := newYears(t, n)
			y.total = total
			require.Equal(t, 0, y.list("--all-pages", "--output", "json"), "%s", &y.Err)
			assert.True(t, slices.Equal(y.runs, y.shown(t)), "%d of %d", len(y.shown(t)), n)
			if n < 500 {
				y.most = 1
				require.Equal(t, 0, y.list("--all-pages", "--output", "json"))
				shown := y.shown(t)
				if n > 201 { // two began at the same moment, and such a service never gives the second
					assert.Len(t, shown, n-1)
				} else {
					assert.True(t, slices.Equal(y.runs, shown))
				}
			}
			y.most = 37 // the service gives less than it is asked for
			require.Equal(t, 0, y.list("--all-pages", "--output", "json"))
			assert.True(t, slices.Equal(y.runs, y.shown(t)), "%d of %d", len(y.shown(t)), n)
		}
	}
	y := newYears(t, 450)
	for format, count := range map[string]func() int{
		"table": func() int { return strings.Count(y.Out.String(), "Succeeded") },
		"yaml":  func() int { return strings.Count(y.Out.String(), "- id: ") },
		"csv": func() int {
			rows, err := csv.NewReader(strings.NewReader(y.Out.String())).ReadAll()
			require.NoError(t, err)
			return len(rows) - 1
		},
	} {
		require.Equal(t, 0, y.list("--all-pages", "--output", format))
		assert.Equal(t, 450, count(), format)
	}
	require.Equal(t, 0, y.list("--all-pages", "-j", "length(runs)"))
	assert.Equal(t, "450\n", y.Out.String())
}

func TestALimit(t *testing.T) {
	y := newYears(t, 1000)
	for limit, asked := range map[int]int{1: 1, 5: 1, 200: 1, 201: 2, 450: 3, 5000: 6} {
		require.Equal(t, 0, y.list("--limit", strconv.Itoa(limit), "--output", "json"))
		assert.Equal(t, y.runs[:min(limit, 1000)], y.shown(t), limit)
		assert.LessOrEqual(t, y.asked, asked, limit)
	}
	require.Equal(t, 0, y.list("--limit", "50", "--num-runs", "20", "--output", "json"))
	assert.Len(t, y.shown(t), 50)
	assert.Equal(t, "20", y.Sent[0].URL.Query().Get("numRuns"), "the size of a page is the person's to choose")
	for _, wrong := range []string{"0", "-1", "x"} {
		assert.Equal(t, 2, y.list("--limit", wrong), wrong)
	}
}

func TestMoreIsSaid(t *testing.T) {
	y := newYears(t, 30)
	for _, format := range []string{"table", "json", "yaml", "csv"} {
		require.Equal(t, 0, y.list("--num-runs", "10", "--output", format))
		assert.Contains(t, y.Err.String(), "There are more. Use '--all-pages'", format)
		require.Equal(t, 0, y.list("--output", format))
		assert.Empty(t, y.Err.String(), format)
	}
	require.Equal(t, 0, y.list("--num-runs", "10", "--quiet"))
	assert.Empty(t, y.Err.String())
	y.total = false
	require.Equal(t, 0, y.list("--num-runs", "10"))
	assert.Contains(t, y.Err.String(), "There are more")
}

// TestAPageThatBreaksIsHadAgain cuts the second of three pages; what cannot be had ends with an error.
func TestAPageThatBreaksIsHadAgain(t *testing.T) {
	y := newYears(t, 450)
	broken := errors.New("the line broke")
	for name, spoil := range map[string]func(string) io.Reader{
		"a cut": func(body string) io.Reader { return strings.NewReader(body[:len(body)/2]) },
		"a break": func(body string) io.Reader {
			return io.MultiReader(strings.NewReader(body[:len(body)/2]), failing{broken})
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			y.spoil = func(n int, body string) (io.Reader, bool) { return spoil(body), n == 2 || n == 3 }
			require.Equal(t, 0, y.list("--all-pages", "--output", "json"), "%s: %s", name, &y.Err)
			assert.Equal(t, y.runs, y.shown(t), name)
			for _, format := range []string{"table", "json", "yaml", "csv"} {
				y.spoil = func(n int, body string) (io.Reader, bool) { return spoil(body), n > 1 }
				assert.Equal(t, 1, y.list("--all-pages", "--output", format), name)
				assert.Contains(t, y.Err.String(), "The list is not complete: it ended after 200 items.", name)
				if format == "json" {
					assert.False(t, json.Valid(y.Out.Bytes()), "it does not look whole")
				}
			}
		})
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// TestNoCutAnywhereLooksWhole cuts each of three pages, and the only answer of an unpaged list, at every byte.
func TestNoCutAnywhereLooksWhole(t *testing.T) {
	y := newYears(t, 6)
	synctest.Test(t, func(t *testing.T) {
		for _, format := range []string{"json", "yaml", "csv", "table"} {
			for page := 1; page <= 3; page++ {
				size := 0
				y.spoil = func(n int, body string) (io.Reader, bool) {
					if n == page {
						size = len(body)
					}
					return nil, false
				}
				require.Equal(t, 0, y.list("--all-pages", "--num-runs", "2", "--output", format))
				require.Positive(t, size)
				for cut := range size {
					y.spoil = func(n int, body string) (io.Reader, bool) {
						return strings.NewReader(body[:min(cut, len(body))]), n >= page
					}
					if !assert.Equal(t, 1, y.list("--all-pages", "--num-runs", "2", "--output", format), "%s, page %d cut at %d of %d", format, page, cut, size) {
						return
					}
				}
			}
			y.spoil = nil
			require.Equal(t, 0, y.list("--output", format))
			size := len(`{"runs":[`)
			for cut := 1; cut < size; cut++ {
				y.spoil = func(_ int, body string) (io.Reader, bool) { return strings.NewReader(body[:cut]), true }
				assert.Equal(t, 1, y.list("--output", format), "%s cut at %d", format, cut)
			}
		}
	})
}

func TestSearchesGoOnBehindACookie(t *testing.T) {
	d := enginetest.New(t, Catalog())
	page := func(from int, more bool) string {
		next := ""
		if more {
			next = fmt.Sprintf(`"paginationCookie":"c\"%d",`, from+2)
		}
		return fmt.Sprintf(`{%s"count":5,"%%s":[{"name":"o%d","id":%d},{"name":"o%d","id":%d}]}`, next, from, 9007199254740993+from, from+1, 9007199254740994+from)
	}
	var cookies []string
	d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		list, now := "objects", r.URL.Query().Get("paginationCookie")
		if r.Body != nil {
			var body struct {
				PaginationCookie string
				FileParams       json.RawMessage
			}
			require.NoError(t, json.NewDecoder(r.Body).Decode(&body))
			assert.JSONEq(t, `{"searchString":"*","sourceIds":[9007199254740993]}`, string(body.FileParams))
			assert.Contains(t, string(body.FileParams), "9007199254740993")
			list, now = "files", body.PaginationCookie
		}
		cookies = append(cookies, now)
		from := 0
		_, _ = fmt.Sscanf(now, `c"%d`, &from)
		return enginetest.Reply(200, "application/json", fmt.Sprintf(page(from, from < 4), list)), nil
	})
	for _, words := range [][]string{{"objects-search"}, {"indexed-objects-search", "--object-type", "Files", "--file-params", `{"searchString":"*","sourceIds":[9007199254740993]}`}} {
		cookies = nil
		require.Equal(t, 0, d.Run(append(words, "--all-pages", "--output", "json")...), "%s", &d.Err)
		assert.Equal(t, []string{"", `c"2`, `c"4`}, cookies)
		assert.Contains(t, d.Out.String(), "9007199254740998")
		assert.Equal(t, 6, strings.Count(d.Out.String(), `"name"`))
		assert.Contains(t, d.Out.String(), `"paginationCookie": ""`, "the mark of a page that is there means nothing")
		require.Equal(t, 0, d.Run(append(words, "--all-pages")...))
		assert.Equal(t, 7, strings.Count(d.Out.String(), "\n"))
		require.Equal(t, 0, d.Run(append(words, "--limit", "3", "-j", "length([objects, files][]|[?@])")...))
		assert.Equal(t, "3\n", d.Out.String())
		require.Equal(t, 0, d.Run(words...))
		assert.Contains(t, d.Err.String(), "There are more")
	}
}

func TestTheChildrenOfASourceComeInPages(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.App.Session.Transport = enginetest.Transport(func(r *http.Request) (*http.Response, error) {
		from, _ := strconv.Atoi(r.URL.Query().Get("afterCursorEntityId"))
		next := ""
		if from < 4 {
			next = fmt.Sprintf(`"entityPaginationParameters":{"afterCursorEntityId":%d},`, from+2)
		}
		return enginetest.Reply(200, "application/json", fmt.Sprintf(`[{%s"protectionSource":{"name":"root","id":1},"nodes":[{"protectionSource":{"name":"n","id":%d}},{"protectionSource":{"name":"n","id":%d}}]}]`, next, from+11, from+12)), nil
	})
	require.Equal(t, 0, d.Run("source", "list", "--all-pages", "--page-size", "2", "-j", "protectionSources[0].nodes[].protectionSource.id"), "%s", &d.Err)
	assert.Equal(t, "[11,12,13,14,15,16]", strings.Join(strings.Fields(d.Out.String()), ""))
}

func TestTablesAreChosen(t *testing.T) {
	d := enginetest.New(t, Catalog())
	d.Answer = always(200, `{"policies":[{"name":"gold","id":"1:1:1","numProtectionGroups":10},{"name":"Silver","id":"1:1:2","numProtectionGroups":9},{"name":"bronze","id":"1:1:3"}]}`)
	table := func(words ...string) string {
		require.Equal(t, 0, d.Run(append([]string{"policy", "list", "--output", "csv", "--no-headers", "--columns", "name"}, words...)...), "%v: %s", words, &d.Err)
		return strings.ReplaceAll(d.Out.String(), "\n", " ")
	}
	for words, want := range map[string]string{
		"": "gold Silver bronze ", "--sort-by name": "bronze gold Silver ", "--sort-by -NAME": "Silver gold bronze ",
		"--sort-by groups": "Silver gold bronze ", "--filter name=SILVER": "Silver ", "--filter Name!=gold": "Silver bronze ", "--filter name~o": "gold bronze ",
		"--filter name!~o": "Silver ", "--filter groups>9": "gold ", "--filter groups<10": "Silver ", "--filter name~o --filter name~b": "bronze ", "--filter groups=": "bronze ",
	} {
		assert.Equal(t, want, table(strings.Fields(words)...), words)
	}
	require.Equal(t, 0, d.Run("policy", "list", "--columns", "id,name"))
	assert.Equal(t, "ID      Name\n1:1:1   gold\n1:1:2   Silver\n1:1:3   bronze\n", d.Out.String())
	for _, wrong := range [][]string{{"--columns", "nothing"}, {"--sort-by", "nothing"}, {"--filter", "name"}, {"--filter", "nothing=1"}, {"--filter", "name!x"}, {"--columns", "name", "--output", "json"}, {"--sort-by", "name", "-j", "x"}} {
		assert.Equal(t, 2, d.Run(append([]string{"policy", "list"}, wrong...)...), wrong)
		assert.Empty(t, d.Sent, "nothing is sent before: %v", wrong)
	}
	assert.Equal(t, 2, d.Run("policy", "list", "--sort-by", "size"))
	assert.Contains(t, d.Err.String(), "--sort-by: No column is named 'size'. The columns are: Name, ID")
}
