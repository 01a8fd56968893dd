package main

import (
	"bytes"
	"encoding/json"
	"os"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// probe is one small schema with texts of JSON to try on it.
type probe struct {
	Name   string                     `json:"name"`
	Schema json.RawMessage            `json:"schema"`
	Texts  map[string]json.RawMessage `json:"texts"`
}

// tryProbes says of every text of every probe what this validator makes of it.
func tryProbes(path string) (map[string]map[string]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var groups map[string][]probe
	if err := json.Unmarshal(content, &groups); err != nil {
		return nil, err
	}
	verdicts := map[string]map[string]string{}
	for _, probes := range groups {
		for _, each := range probes {
			verdicts[each.Name] = tried(each)
		}
	}
	return verdicts, nil
}

func tried(each probe) map[string]string {
	found := map[string]string{}
	schema, err := compiled(each.Schema)
	for text := range each.Texts {
		if err != nil {
			found[text] = "no schema"
			continue
		}
		value, unread := read([]byte(text))
		switch {
		case unread != nil:
			found[text] = "unreadable"
		case schema.Validate(value) == nil:
			found[text] = "accepted"
		default:
			found[text] = "rejected"
		}
	}
	return found
}

func compiled(text []byte) (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	compiler := newCompiler()
	if err := compiler.AddResource("urn:probe:schema", document); err != nil {
		return nil, err
	}
	return compiler.Compile("urn:probe:schema")
}
