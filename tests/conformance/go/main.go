// Command conformance holds a validator of Go to the generated schemas.
//
//	conformance cases GENERATED SPEC   replays all cases; prints counts and every disagreement
//	conformance probes FILE            prints what is made of every probe
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

func main() {
	found, err := run(os.Args[1:])
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(found)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(arguments []string) (any, error) {
	switch {
	case len(arguments) == 3 && arguments[0] == "cases":
		return replay(arguments[1], arguments[2])
	case len(arguments) == 2 && arguments[0] == "probes":
		return tryProbes(arguments[1])
	default:
		return nil, errors.New("usage: conformance cases GENERATED SPEC | conformance probes FILE")
	}
}
