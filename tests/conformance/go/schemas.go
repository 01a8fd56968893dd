package main

import (
	"os"
	"path/filepath"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// schemas holds the two ways to a schema: its own file, and the bundle of its service.
type schemas struct {
	root    string
	bundles map[string]*jsonschema.Compiler
}

// pair is one schema by both ways.
type pair struct {
	alone, bundled *jsonschema.Schema
}

func newCompiler() *jsonschema.Compiler {
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	return compiler
}

// open is the schema at a path below the root.
func (s *schemas) open(service, path string) (*pair, error) {
	text, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(path)))
	if err != nil {
		return nil, err
	}
	document, err := read(text)
	if err != nil {
		return nil, err
	}
	id := document.(map[string]any)["$id"].(string)
	compiler := newCompiler()
	if err := compiler.AddResource(id, document); err != nil {
		return nil, err
	}
	alone, err := compiler.Compile(id)
	if err != nil {
		return nil, err
	}
	bundle, err := s.bundle(service)
	if err != nil {
		return nil, err
	}
	bundled, err := bundle.Compile("urn:" + service + ":bundle#/$defs/" + id)
	return &pair{alone, bundled}, err
}

func (s *schemas) bundle(service string) (*jsonschema.Compiler, error) {
	if found, ok := s.bundles[service]; ok {
		return found, nil
	}
	text, err := os.ReadFile(filepath.Join(s.root, "jsonschema", service+".bundle.json"))
	if err != nil {
		return nil, err
	}
	document, err := read(text)
	if err != nil {
		return nil, err
	}
	compiler := newCompiler()
	s.bundles[service] = compiler
	return compiler, compiler.AddResource("urn:"+service+":bundle", document)
}
