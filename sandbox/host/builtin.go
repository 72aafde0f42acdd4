package host

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// builtin is the implementation of a command of the host itself. values holds the flags that were given.
type builtin func(h *Host, ctx context.Context, values map[string]string) error

// builtins returns the commands of the host itself.
func builtins() []*Command {
	return []*Command{&loginCommand, &logoutCommand}
}

// runBuiltin carries out a command of the host itself.
func (h *Host) runBuiltin(ctx context.Context, at match, quiet bool) (int, error) {
	values, err := parseFlags(at.command.Flags, at.rest)
	switch {
	case errors.Is(err, flag.ErrHelp):
		commandHelp(orDiscard(h.Stdout), at)
		return 0, nil
	case err != nil:
		return exitUsage, err
	}
	if quiet {
		values["q"] = "true"
	}
	if err := at.command.builtin(h, ctx, values); err != nil {
		return exitFailed, err
	}
	return 0, nil
}

// parseFlags returns the values of flags that arguments hold, each by the first of its spellings. Other arguments are an error,
// and -h or --help is flag.ErrHelp.
func parseFlags(flags []Flag, args []string) (map[string]string, error) {
	values := map[string]string{}
	set := flag.NewFlagSet("", flag.ContinueOnError)
	set.SetOutput(io.Discard)
	for _, f := range flags {
		spellings := strings.Split(f.Name, ",")
		keep := func(value string) error { values[spellings[0]] = value; return nil }
		for _, name := range spellings {
			if f.HasValue {
				set.Func(name, "", keep)
			} else {
				set.BoolFunc(name, "", keep)
			}
		}
	}
	if err := set.Parse(args); err != nil {
		return nil, err
	}
	if set.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q", set.Arg(0))
	}
	return values, nil
}

// variable returns the value of a variable of the host's environment, or "".
func (h *Host) variable(name string) (value string) {
	for _, pair := range h.environment() {
		if v, ok := strings.CutPrefix(pair, name+"="); ok {
			value = v // of two values for a name, the later counts
		}
	}
	return value
}
