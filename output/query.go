package output

import (
	"context"
	"encoding/json"
	"io"
	"runtime/debug"
	"strconv"
	"strings"

	"github.com/jmespath-community/go-jmespath/pkg/parsing"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The JMESPath library counts in floats, which hold whole numbers only up to 2^53, and the service's ids are
// larger. So a larger one passes through a query as text behind this mark, in the data and in the literals of
// the expression alike: it can be selected, compared for equality, sorted among its like and shown exactly.
const exactMark = "\x00exact:"

// Query is a JMESPath expression.
type Query struct {
	evaluate func(answer any) (any, error)
	most     int // bytes that a result may have: an expression of a few letters can repeat an answer without end
}

// ParseQuery reads an expression. The error is a *QueryError that says where it is wrong.
func ParseQuery(expression string) (*Query, error) {
	marked, err := markLiterals(expression)
	if err != nil {
		return nil, &QueryError{err}
	}
	node, err := parsing.NewParser().Parse(marked)
	if err != nil {
		return nil, &QueryError{explainSyntax(expression, marked, err)}
	}
	if err := checkCalls(node); err != nil {
		return nil, &QueryError{err}
	}
	return &Query{func(answer any) (any, error) { return evaluate(node, answer) }, MaxHeld}, nil
}

// Run applies the query to a JSON answer, which it holds whole, and returns the JSON of what it selects, at most MaxHeld bytes.
// summary, which may be nil, learns of the answer. The library cannot be interrupted: when the context ends first, the evaluation is
// left behind, and the error is the context's cause. A query that does not fit the answer is a *QueryError.
func (q *Query) Run(ctx context.Context, r io.Reader, summary *Summary) ([]byte, error) {
	// An answer that is held whole may be large: rather collect a little more often than hold twice as much.
	defer debug.SetGCPercent(debug.SetGCPercent(20))
	v, err := read(r, markNumber)
	if err != nil {
		return nil, err
	}
	summary.value(v)
	return within(ctx, func() (result []byte, err error) {
		defer func() { // a mistake in the library is no end of the program
			if p := recover(); p != nil {
				err = &QueryError{i18n.NewError("query.failed|The query cannot be evaluated.")}
			}
		}()
		found, err := q.evaluate(v)
		if err != nil {
			return nil, &QueryError{err}
		}
		w := &resultWriter{ctx: ctx, most: q.most}
		if err := w.value(found); err != nil {
			return nil, err
		}
		w.out.WriteByte('\n')
		return w.out.Bytes(), nil
	}, func() {})
}

// markNumber makes of a number what the library computes with.
func markNumber(digits string) any {
	f, err := strconv.ParseFloat(digits, 64)
	if n, whole := strconv.ParseInt(digits, 10, 64); err != nil || whole == nil && int64(f) != n || whole != nil && !strings.ContainsAny(digits, ".eE") {
		return exactMark + digits
	}
	return f
}

// markLiterals marks the large numbers in an expression's `…` literals, which the parser would round.
func markLiterals(expression string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(expression); {
		quote := expression[i]
		if quote != '`' && quote != '\'' && quote != '"' {
			b.WriteByte(quote)
			i++
			continue
		}
		end := i + 1
		for end < len(expression) && expression[end] != quote {
			if expression[end] == '\\' {
				end++
			}
			end++
		}
		if end >= len(expression) {
			return "", i18n.NewError("query.unclosed|The {{.Quote}} at position {{.Position}} is never closed.", "Quote", string(quote), "Position", i+1)
		}
		literal := expression[i : end+1]
		if quote == '`' {
			body := strings.ReplaceAll(literal[1:len(literal)-1], "\\`", "`")
			if v, err := read(strings.NewReader(body), markNumber); err == nil {
				if raw, err := json.Marshal(v); err == nil && strings.Contains(string(raw), `\u0000exact:`) {
					literal = "`" + strings.ReplaceAll(string(raw), "`", "\\`") + "`"
				}
			}
		}
		b.WriteString(literal)
		i = end + 1
	}
	return b.String(), nil
}
