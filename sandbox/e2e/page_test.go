package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hostileNames are what groups of the page's test are called, in which a browser must see no more than text.
var hostileNames = []string{
	"<script>document.title='gone'</script>", `"><img src=x onerror="document.title='gone'">`, "</table></script><svg onload=document.title='gone'>", "quote'\"&amp;{{.}}",
	"rtl \u202e evil", "nul\x00byte", "=cmd|' /C calc'!A0", strings.Repeat("long", 100), "javascript:document.title='gone'", "]]>--><!--",
}

// newHostileInstance returns an instance with groups of hostile names, each with runs of a week, of which some failed for hostile reasons.
func newHostileInstance(t *testing.T, runs int) *largeInstance {
	s := newLargeInstance(t, 1, 0)
	text := func(v any) string { raw, _ := json.Marshal(v); return string(raw) }
	run := func(group, n int) string {
		status, at := "Succeeded", time.Now().Add(-time.Duration(n+1)*2*time.Hour).UnixMicro()
		if n%5 == 0 {
			status = "Failed"
		}
		return fmt.Sprintf(`{"id":"%d:%d","environment":"kPhysical","localBackupInfo":{"runType":"kRegular","status":"%s","messages":[%s],"startTimeUsecs":%d,"endTimeUsecs":%d,"isSlaViolated":%t,"successfulObjectsCount":1,"localSnapshotStats":{"logicalSizeBytes":%d,"bytesRead":1048576,"bytesWritten":%d}}}`,
			1000*group+n, at, status, text(hostileNames[(group+n)%len(hostileNames)]), at, at+int64(60+n)*1e6, n%7 == 0, 1<<30, (n+1)<<20)
	}
	var groups, objects []string
	for i, name := range hostileNames {
		groups = append(groups, fmt.Sprintf(`{"id":"1:2:%d","name":%s,"environment":"kPhysical","policyId":"1:2:0","isActive":true,"lastRun":%s}`, i, text(name), run(i, 0)))
		objects = append(objects, fmt.Sprintf(`{"id":%d,"name":%s,"environment":"kPhysical","latestSnapshotsInfo":[{"protectionGroupId":"1:2:%d","protectionRunStartTimeUsecs":%d,"runType":"kRegular"}]}`, i, text(name), i, time.Now().Add(-4*time.Hour).UnixMicro()))
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		var i int
		switch _, err := fmt.Sscanf(r.URL.Path, "/v2/data-protect/protection-groups/1:2:%d/runs", &i); {
		case err == nil:
			var list []string
			for n := range runs {
				list = append(list, run(i, n))
			}
			fmt.Fprintf(w, `{"totalRuns":%d,"runs":[%s]}`, runs, strings.Join(list, ","))
		case r.URL.Path == "/v2/data-protect/protection-groups":
			fmt.Fprintf(w, `{"protectionGroups":[%s]}`, strings.Join(groups, ","))
		case r.URL.Path == "/v2/data-protect/policies":
			fmt.Fprintf(w, `{"policies":[{"id":"1:2:0","name":%s,"backupPolicy":{"regular":{"incremental":{"schedule":{"unit":"Hours","hourSchedule":{"frequency":2}}}}}}]}`, text(hostileNames[0]))
		case r.URL.Path == "/v2/data-protect/search/protected-objects":
			fmt.Fprintf(w, `{"objects":[%s]}`, strings.Join(objects, ","))
		default:
			fmt.Fprint(w, `{}`)
		}
	}))
	t.Cleanup(server.Close)
	s.url = server.URL
	return s
}

// browser is a page in Chromium, and what it did.
type browser struct {
	ctx       context.Context
	mu        sync.Mutex
	requests  []string // addresses other than that of the page
	complaint []string // errors of scripts and of the page's policy
}

// chromium returns the path of Chromium. Where there is none, the test is skipped; in CI that is a failure, because .ci/run installs it.
func chromium(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") != "" {
		t.Fatal("CI has no Chromium")
	}
	t.Skip("there is no Chromium")
	return ""
}

// open opens a page in Chromium, in a window of a width.
func open(t *testing.T, page string, width int64) *browser {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium(t)), chromedp.NoSandbox, chromedp.UserDataDir(t.TempDir()))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	address := (&url.URL{Scheme: "file", Path: page}).String()
	b := &browser{ctx: ctx}
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			if e.Request.URL != address {
				b.requests = append(b.requests, e.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			b.complaint = append(b.complaint, e.ExceptionDetails.Text+" "+fmt.Sprint(e.ExceptionDetails.Exception))
		case *log.EventEntryAdded:
			b.complaint = append(b.complaint, e.Entry.Text)
		}
	}))
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	_, err = chromedp.Call(ctx, log.Enable, cdp.Empty{})
	require.NoError(t, err)
	b.do(t, chromedp.EmulateViewport(width, 800), chromedp.Navigate(address))
	return b
}

// do does something in the page.
func (b *browser) do(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	require.NoError(t, chromedp.Do(b.ctx, actions...))
}

// dark makes the page one for people who want it dark.
func (b *browser) dark(t *testing.T) {
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
	require.NoError(t, err)
	require.Equal(t, "rgb(22, 22, 22)", value[string](t, b, `getComputedStyle(document.body).backgroundColor`))
}

// value returns what an expression is in the page.
func value[T any](t *testing.T, b *browser, expression string) T {
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression))
	require.NoError(t, err, expression)
	return v
}

// write writes a report to a file and returns its path.
func (s *largeInstance) write(t *testing.T, kind, format string) string {
	path := filepath.Join(t.TempDir(), "report."+format)
	s.report(t, kind, "--output", format, "--output-file", path, "--zone", "UTC")
	return path
}

// column returns the expression of the values of a column of the table that is shown.
func column(n int) string {
	return fmt.Sprintf(`[...document.querySelector("table.sortable").tBodies[0].rows].map((row) => row.cells[%d].dataset.v ?? row.cells[%d].textContent)`, n, n)
}

// TestPageInABrowser opens reports in Chromium: nothing comes from outside or runs but the script of the page, names are text, tables can be sorted
// with the mouse and the keyboard, and the page has what screen readers need and fits a phone.
func TestPageInABrowser(t *testing.T) {
	s := newHostileInstance(t, 84)
	for _, kind := range []string{"runs", "failures", "sla", "objects", "storage", "rpo", "locks", "connectors"} {
		t.Run(kind, func(t *testing.T) {
			page := s.write(t, kind, "html")
			for _, width := range []int64{360, 1400} {
				b := open(t, page, width)
				if width > 800 {
					b.dark(t)
				}
				assert.LessOrEqual(t, value[float64](t, b, `document.documentElement.scrollWidth`), float64(width), "the page does not scroll sideways")
				if width > 800 {
					assert.True(t, value[bool](t, b, `[...document.querySelectorAll(".scroll > svg")].every((svg) => svg.getBoundingClientRect().width <= svg.parentElement.clientWidth + 1)`), "each chart is whole")
				}
				assert.True(t, value[bool](t, b, `[...document.querySelectorAll(".scroll > svg text")].every((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a >= 9)`), "letters can be read")
				assert.True(t, value[bool](t, b, `[...document.querySelectorAll(".scroll > svg")].every((svg) => svg.querySelector("rect, path, text"))`), "no chart is empty")
				checkBasics(t, b)
				assert.NotEqual(t, "gone", value[string](t, b, `document.title`))
				assert.Zero(t, value[int](t, b, `document.querySelectorAll("img, iframe, object, embed, link, a[href^='javascript:'], [onload], [onerror], [style]").length`), "names are no elements")
				assert.Equal(t, 1, value[int](t, b, `document.scripts.length`))
				assert.Empty(t, b.requests, "nothing is fetched")
				assert.Empty(t, b.complaint, "nothing breaks the policy")
			}
		})
	}
}

// checkBasics checks what a screen reader and a keyboard need.
func checkBasics(t *testing.T, b *browser) {
	assert.Equal(t, "en", value[string](t, b, `document.documentElement.lang`))
	levels := value[[]int](t, b, `[...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((h) => Number(h.localName[1]))`)
	if assert.NotEmpty(t, levels) {
		assert.Equal(t, 1, levels[0])
		for i := 1; i < len(levels); i++ {
			assert.LessOrEqual(t, levels[i], levels[i-1]+1, "headings skip no level: %v", levels)
			assert.Greater(t, levels[i], 1, "one h1")
		}
	}
	for what, expression := range map[string]string{
		"an ID twice":                 `(() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); })()`,
		"a label of nothing":          `[...document.querySelectorAll("[aria-labelledby]")].flatMap((e) => e.getAttribute("aria-labelledby").split(" ")).filter((id) => !document.getElementById(id))`,
		"a table without caption":     `[...document.querySelectorAll("table")].filter((e) => !e.caption || !e.caption.textContent).map((e) => e.outerHTML.slice(0, 80))`,
		"a heading without scope":     `[...document.querySelectorAll("thead th")].filter((e) => e.scope !== "col").map((e) => e.outerHTML)`,
		"a row without heading":       `[...document.querySelectorAll("tbody tr")].filter((e) => e.cells[0].localName !== "th" || e.cells[0].scope !== "row").map((e) => e.outerHTML.slice(0, 80))`,
		"a row of another length":     `[...document.querySelectorAll("table")].flatMap((e) => [...e.tBodies[0].rows].filter((row) => row.cells.length !== e.tHead.rows[0].cells.length)).map((e) => e.outerHTML)`,
		"a chart without a title":     `[...document.querySelectorAll("svg[role=img]")].filter((e) => !e.querySelector(":scope > title").textContent || !e.querySelector(":scope > desc").textContent).map((e) => e.outerHTML.slice(0, 80))`,
		"a chart without its figures": `[...document.querySelectorAll("figure")].filter((e) => e.querySelectorAll("details table tbody tr").length === 0).map((e) => e.textContent.slice(0, 80))`,
		"an input without label":      `[...document.querySelectorAll("input")].filter((e) => !e.labels.length).map((e) => e.outerHTML)`,
		"a button without name":       `[...document.querySelectorAll("button")].filter((e) => !e.textContent.trim()).map((e) => e.outerHTML)`,
		"a region without focus":      `[...document.querySelectorAll(".scroll")].filter((e) => e.tabIndex !== 0 || e.getAttribute("role") !== "region").map((e) => e.outerHTML.slice(0, 80))`,
		"hidden characters":           `document.body.innerText.match(/[\u0000\u202a-\u202e\u2066-\u2069]/g) ?? []`,
		"text with too little contrast": `(() => {
			const light = (text) => { const [r, g, b] = text.match(/[\d.]+/g).slice(0, 3).map((n) => n / 255).map((n) => n <= .03928 ? n / 12.92 : ((n + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
			const back = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$|transparent/.test(c)) return c; } return "rgb(255,255,255)"; };
			return [...document.querySelectorAll("h1,h2,h3,dt,dd,td,th,li,li span,label,p,summary,button:not(:disabled)")].slice(0, 3000).filter((e) => {
				const [a, b] = [light(getComputedStyle(e).color), light(back(e))].sort((x, y) => y - x);
				return e.textContent.trim() && (a + .05) / (b + .05) < 4.5;
			}).map((e) => e.outerHTML.slice(0, 120));
		})()`,
	} {
		assert.Empty(t, value[[]string](t, b, expression), what)
	}
}

// TestPageIsSorted sorts and searches the table of a page, which is longer than what a browser shows at once.
func TestPageIsSorted(t *testing.T) {
	s := newHostileInstance(t, 84)
	b := open(t, s.write(t, "runs", "html"), 1400)
	heads := value[[]string](t, b, `[...document.querySelectorAll("table.sortable thead th")].map((e) => e.textContent)`)
	at := func(title string) int {
		for i, head := range heads {
			if head == title {
				return i
			}
		}
		t.Fatalf("no column %s in %v", title, heads)
		return 0
	}
	all, shown := 84*len(hostileNames), 500
	assert.Len(t, value[[]string](t, b, column(0)), shown)
	assert.Contains(t, value[string](t, b, `document.querySelector(".part").textContent`), fmt.Sprint(all))

	written := at("Written")
	button := fmt.Sprintf(`table.sortable thead th:nth-child(%d) button`, written+1)
	sorted := func() string {
		return value[string](t, b, fmt.Sprintf(`document.querySelectorAll("table.sortable thead th")[%d].ariaSort`, written))
	}
	b.do(t, chromedp.Click(chromedp.CSS(button)))
	assert.Equal(t, "ascending", sorted())
	assert.Equal(t, fmt.Sprint(1<<20), value[[]string](t, b, column(written))[0])
	b.do(t, chromedp.Focus(chromedp.CSS(button)), chromedp.KeyEvent(kb.Enter))
	assert.Equal(t, "descending", sorted())
	values := value[[]string](t, b, column(written))
	assert.Equal(t, fmt.Sprint(84<<20), values[0], "sizes are sorted as numbers")
	assert.Equal(t, fmt.Sprint(84<<20), values[len(hostileNames)-1])
	assert.Equal(t, fmt.Sprint(83<<20), values[len(hostileNames)])
	assert.Contains(t, value[string](t, b, `document.querySelector("[role=status]").textContent`), "Written")
	b.do(t, chromedp.KeyEvent(" "))
	assert.Equal(t, "ascending", sorted(), "the space bar presses a button too")
	others := value[[]string](t, b, `[...document.querySelectorAll("table.sortable thead th")].map((e) => e.ariaSort).filter((e) => e !== "none")`)
	assert.Equal(t, []string{"ascending"}, others, "one column is sorted")

	b.do(t, chromedp.Click(chromedp.CSS(".next")))
	assert.Len(t, value[[]string](t, b, column(0)), all-shown)
	b.do(t, chromedp.SendKeys(chromedp.ID("find"), "nul\\u0000byte"), chromedp.Sleep(500*time.Millisecond))
	assert.NotEmpty(t, value[[]string](t, b, column(0)))
	assert.Empty(t, value[[]string](t, b, `[...document.querySelector("table.sortable").tBodies[0].rows].map((e) => e.textContent).filter((text) => !text.includes("nul\\u0000byte"))`))
	assert.Empty(t, b.complaint)
}

// TestPageKeepsItsNamesOnAPhone scrolls a table that is wider than the screen: which group a row is about stays in sight, and leaves room for the rest.
func TestPageKeepsItsNamesOnAPhone(t *testing.T) {
	s := newHostileInstance(t, 10)
	b := open(t, s.write(t, "runs", "html"), 360)
	at := `document.querySelector("table.sortable").tBodies[0].rows[0].cells[0].getBoundingClientRect()`
	was := value[float64](t, b, at+".left")
	assert.Positive(t, value[float64](t, b, `(() => { const e = document.querySelector("table.sortable").closest(".scroll"); e.scrollLeft = 300; return e.scrollLeft; })()`))
	assert.InDelta(t, was, value[float64](t, b, at+".left"), 1)
	assert.Less(t, value[float64](t, b, `Math.max(...[...document.querySelectorAll("table.sortable tbody th")].map((e) => e.getBoundingClientRect().width))`), 180.)
}

// TestPrintedPageSaysHowMuchOfItIsThere prints a table of which a browser shows a part.
func TestPrintedPageSaysHowMuchOfItIsThere(t *testing.T) {
	s := newHostileInstance(t, 84)
	b := open(t, s.write(t, "runs", "html"), 1000)
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
	require.NoError(t, err)
	assert.Contains(t, value[string](t, b, `document.body.innerText`), fmt.Sprintf("Rows 1 to 500 of %d", 84*len(hostileNames)))
	assert.Zero(t, value[int](t, b, `[...document.querySelectorAll(".tools button, .tools input, .tools label")].filter((e) => e.offsetWidth > 0).length`))
}

// TestJUnitIsXML reads a report in the form of JUnit with the browser's parser, which is not the one that wrote it.
func TestJUnitIsXML(t *testing.T) {
	s := newHostileInstance(t, 10)
	raw, err := os.ReadFile(s.write(t, "runs", "junit"))
	require.NoError(t, err)
	page := filepath.Join(t.TempDir(), "empty.html")
	require.NoError(t, os.WriteFile(page, []byte("<!DOCTYPE html><title>x</title>"), 0o600))
	b := open(t, page, 800)
	text, err := json.Marshal(string(raw))
	require.NoError(t, err)
	value[int](t, b, "window.xml = new DOMParser().parseFromString("+string(text)+", 'application/xml'); 0")
	assert.Equal(t, "testsuites", value[string](t, b, `xml.documentElement.localName`), "%s", raw)
	assert.Equal(t, len(hostileNames), value[int](t, b, `xml.querySelectorAll("testsuite > testcase").length`))
	assert.Equal(t, len(hostileNames), value[int](t, b, `xml.querySelectorAll("testcase > failure").length`), "two of ten runs of each failed")
	assert.Equal(t, fmt.Sprint(len(hostileNames)), value[string](t, b, `xml.querySelector("testsuite").getAttribute("tests")`))
	assert.Contains(t, value[[]string](t, b, `[...xml.querySelectorAll("testcase")].map((e) => e.getAttribute("name"))`), hostileNames[1])
}
