package main

import (
	"fmt"
	"path/filepath"
	"sort"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// lenient are the mutations that the parser of this language takes, though they make no document:
// it puts U+FFFD in the place of a lone surrogate, and has no limit of 64 levels.
var lenient = map[string]bool{"lone-surrogate": true, "too-deep": true}

// rulesAcross are those that no keyword says: their alternatives stand in one anyOf of the whole.
var rulesAcross = map[string]bool{
	"at_least_one_of": true, "at_most_one_of": true, "goes_with": true, "needs": true, "never": true,
}

// report is what is printed.
type report struct {
	Validator     string         `json:"validator"`
	Operations    int            `json:"operations"`
	Requests      int            `json:"requests"`
	Accepted      int            `json:"accepted"`
	Rejected      int            `json:"rejected"`
	Unreadable    int            `json:"unreadable"`
	Lenient       map[string]int `json:"lenient"`
	NoJSON        int            `json:"no_json"`
	Named         int            `json:"named"`
	Disagreements []disagreement `json:"disagreements"`
}

type disagreement struct {
	Case     string   `json:"case"`
	Expected string   `json:"expected"`
	Said     []string `json:"said"`
}

// replayer replays the cases of one operation.
type replayer struct {
	*report
	file                        *caseFile
	spec                        string
	request, response, envelope *pair
}

func replay(generated, spec string) (*report, error) {
	paths, err := filepath.Glob(filepath.Join(generated, "cases", "*", "*.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(paths)
	found := &report{
		Validator:     "github.com/santhosh-tekuri/jsonschema/v6",
		Lenient:       map[string]int{},
		Disagreements: []disagreement{},
	}
	known := &schemas{generated, map[string]*jsonschema.Compiler{}}
	for _, path := range paths {
		if err := found.replayFile(path, spec, known); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	return found, nil
}

func (found *report) replayFile(path, spec string, known *schemas) error {
	file, err := readCases(path)
	if err != nil {
		return err
	}
	one := &replayer{report: found, file: file, spec: spec}
	if one.request, err = known.open(file.Service, file.RequestSchema); err != nil {
		return err
	}
	if one.response, err = known.open(file.Service, file.ResponseSchema); err != nil {
		return err
	}
	if file.Charset == nil {
		one.envelope, err = known.open(file.Service, "jsonschema/"+file.Service+"/envelope.json")
		if err != nil {
			return err
		}
	}
	found.Operations++
	for _, each := range file.Requests {
		if err := one.call(each); err != nil {
			return fmt.Errorf("%s: %w", each.Name, err)
		}
	}
	for _, each := range file.Bodies {
		if err := one.body(each); err != nil {
			return fmt.Errorf("%s: %w", each.Name, err)
		}
	}
	return nil
}

func (one *replayer) call(each requestCase) error {
	one.Requests++
	arguments, err := read(each.Arguments)
	if err != nil {
		return err
	}
	expected := "accepted"
	if (each.Error != "") != each.BeyondSchema {
		expected = "rejected"
	}
	pointer, rule := each.Pointer, each.Rule
	if rulesAcross[rule] {
		pointer, rule = "", "anyOf"
	}
	verdict, complaints := one.request.judged(arguments)
	one.compare("requests/"+each.Name, expected, pointer, rule, verdict, complaints)
	return nil
}

func (one *replayer) body(each bodyCase) error {
	if one.file.Body != "json" {
		one.NoJSON++
		return nil
	}
	received, err := one.file.received(each, one.spec)
	if err != nil {
		return err
	}
	verdict, complaints := one.judgedBody(each, one.file.decoded(received))
	mutation, _, _ := strings.Cut(each.Name, ".")
	if each.Verdict == "unreadable" && verdict != "unreadable" && lenient[mutation] {
		one.Lenient[mutation]++
		return nil
	}
	switch each.Verdict {
	case "accepted":
		one.Accepted++
	case "rejected":
		one.Rejected++
	default:
		one.Unreadable++
	}
	one.compare("bodies/"+each.Name, each.Verdict, each.Pointer, each.Rule, verdict, complaints)
	return nil
}

func (one *replayer) judgedBody(each bodyCase, text []byte) (string, complaints) {
	document, err := read(text)
	if err != nil {
		return "unreadable", nil
	}
	if !each.Envelope {
		return one.response.judged(document)
	}
	verdict, complaints := one.envelope.judged(document)
	if verdict != "accepted" {
		return verdict, complaints
	}
	members := document.(map[string]any)
	if members["error"] != nil {
		return verdict, complaints
	}
	result := members["result"]
	if each.Packed {
		if result, err = unpacked(result); err != nil {
			return "unreadable", nil
		}
	}
	return one.response.judged(result)
}

// judged is the verdict, which is "bundled otherwise" where the two ways to the schema disagree.
func (p *pair) judged(document any) (string, complaints) {
	err := p.alone.Validate(document)
	if (err == nil) != (p.bundled.Validate(document) == nil) {
		return "bundled otherwise", complaintsOf(err)
	}
	if err == nil {
		return "accepted", nil
	}
	return "rejected", complaintsOf(err)
}

func (one *replayer) compare(name, expected, pointer, rule, verdict string, found complaints) {
	name = one.file.Service + "." + one.file.Operation + "/" + name
	if verdict != expected {
		said := append([]string{verdict}, found.sorted()...)
		one.Disagreements = append(one.Disagreements, disagreement{name, expected, said})
		return
	}
	if rule == "" || expected == "accepted" {
		return
	}
	if found.names(pointer, rule) {
		one.Named++
		return
	}
	expected = pointer + " " + rule
	one.Disagreements = append(one.Disagreements, disagreement{name, expected, found.sorted()})
}
