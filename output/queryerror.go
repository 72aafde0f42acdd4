package output

import (
	"errors"
	"strings"

	"github.com/jmespath-community/go-jmespath/pkg/functions"
	"github.com/jmespath-community/go-jmespath/pkg/interpreter"
	"github.com/jmespath-community/go-jmespath/pkg/parsing"

	"ibmcloud-backup-recovery-plugin/i18n"
)

// The JMESPath library reports mistakes in the words of its own code. Here they are reported in those of the query.

// QueryError says what is wrong with a query.
type QueryError struct{ Err error }

func (e *QueryError) Error() string { return e.Err.Error() }

// Unwrap returns what is wrong.
func (e *QueryError) Unwrap() error { return e.Err }

// longestRest is how many bytes of an expression are shown from where it is wrong.
const longestRest = 40

// explainSyntax returns where an expression is wrong. marked is what the library has read of it.
func explainSyntax(expression, marked string, err error) error {
	var syntax parsing.SyntaxError
	switch {
	case !errors.As(err, &syntax) || marked != expression:
		return i18n.NewError("query.syntax|It is not a JMESPath expression.")
	case syntax.Offset >= len(expression):
		return i18n.NewError("query.end|The expression ends too early: {{.Query}}", "Query", Shorten(Clean(expression), longestCell))
	}
	at := max(syntax.Offset, 0)
	return i18n.NewError("query.unexpected|'{{.Rest}}' at position {{.Position}} is not expected there.", "Rest", Shorten(Clean(expression[at:]), longestRest), "Position", at+1)
}

// checkCalls returns an error for a function that is not there or is called with another number of arguments than it takes.
func checkCalls(node parsing.ASTNode) error {
	if name, ok := node.Value.(string); ok && node.NodeType == parsing.ASTFunctionExpression {
		takes, known := functionNamed(name)
		if !known {
			return i18n.NewError("query.function|JMESPath has no function '{{.Function}}'.", "Function", Clean(name))
		}
		least, most := 0, len(takes)
		for _, argument := range takes {
			if !argument.Optional {
				least++
			}
			if argument.Variadic {
				most = len(node.Children)
			}
		}
		if n := len(node.Children); n < least || n > most {
			return i18n.NewError("query.arguments|The function '{{.Function}}' takes another number of arguments than {{.Count}}.", "Function", name, "Count", n)
		}
	}
	for _, child := range node.Children {
		if err := checkCalls(child); err != nil {
			return err
		}
	}
	return nil
}

// functionNamed returns what a function takes.
func functionNamed(name string) (takes []functions.ArgSpec, known bool) {
	for _, f := range functions.GetDefaultFunctions() {
		if f.Name == name {
			return f.Arguments, true
		}
	}
	return nil, false
}

// evaluate applies an expression to an answer.
func evaluate(node parsing.ASTNode, answer any) (any, error) {
	found, err := interpreter.NewInterpreter(answer, caller{interpreter.NewFunctionCaller(functions.GetDefaultFunctions()...)}, nil).Execute(node, answer)
	var ours *i18n.Error
	if err != nil && !errors.As(err, &ours) { // of a part that is no function, such as a slice with a step of 0
		err = i18n.NewError("query.inapplicable|The expression cannot be applied to the answer.")
	}
	return found, err
}

// caller calls the functions of an expression.
type caller struct{ interpreter.FunctionCaller }

// CallFunction calls a function. The error names it and what it got.
func (c caller) CallFunction(name string, arguments []any) (any, error) {
	value, err := c.FunctionCaller.CallFunction(name, arguments)
	var inner *i18n.Error
	if err == nil || errors.As(err, &inner) { // of an expression among the arguments
		return value, err
	}
	got := make([]string, len(arguments))
	for i, argument := range arguments {
		got[i] = typeOf(argument)
	}
	return nil, i18n.NewError("query.type|The function '{{.Function}}' cannot be applied to: {{.Types}}.", "Function", name, "Types", strings.Join(got, ", "))
}

// typeOf returns the name that JMESPath has for the type of a value.
func typeOf(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		if strings.HasPrefix(v, exactMark) {
			return i18n.T("query.long-number|number of more than 15 digits")
		}
		return "string"
	case []any:
		for _, item := range v {
			return "array[" + typeOf(item) + "]"
		}
		return "array"
	case map[string]any:
		return "object"
	}
	return "expression"
}
