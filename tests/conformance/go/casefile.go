package main

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// caseFile is what this program needs of a file of cases.
type caseFile struct {
	Service        string        `json:"service"`
	Operation      string        `json:"operation"`
	RequestSchema  string        `json:"request_schema"`
	ResponseSchema string        `json:"response_schema"`
	Body           string        `json:"body"`
	Charset        *string       `json:"charset"`
	Requests       []requestCase `json:"requests"`
	Documents      []string      `json:"documents"`
	Bodies         []bodyCase    `json:"bodies"`
}

type requestCase struct {
	Name         string          `json:"name"`
	Arguments    json.RawMessage `json:"arguments"`
	Error        string          `json:"error"`
	Pointer      string          `json:"pointer"`
	Rule         string          `json:"rule"`
	BeyondSchema bool            `json:"beyond_schema"`
}

type bodyCase struct {
	Name     string  `json:"name"`
	Base     *int    `json:"base"`
	Edits    []edit  `json:"edits"`
	Text     *string `json:"text"`
	Base64   *string `json:"base64"`
	File     string  `json:"file"`
	Envelope bool    `json:"envelope"`
	Packed   bool    `json:"packed"`
	Verdict  string  `json:"verdict"`
	Pointer  string  `json:"pointer"`
	Rule     string  `json:"rule"`
}

// edit replaces drop characters at a place of a base document.
type edit struct {
	at, drop int
	put      string
}

func (e *edit) UnmarshalJSON(text []byte) error {
	return json.Unmarshal(text, &[]any{&e.at, &e.drop, &e.put})
}

func readCases(path string) (*caseFile, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var found caseFile
	if err := json.Unmarshal(content, &found); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &found, nil
}

// received is the body of a case as bytes.
func (file *caseFile) received(each bodyCase, spec string) ([]byte, error) {
	switch {
	case each.Base != nil:
		return edited(file.Documents[*each.Base], each.Edits), nil
	case each.Text != nil:
		return []byte(*each.Text), nil
	case each.Base64 != nil:
		return base64.StdEncoding.DecodeString(*each.Base64)
	default:
		return os.ReadFile(filepath.Join(spec, filepath.FromSlash(each.File)))
	}
}

// decoded is a body in UTF-8: where it is in the charset of the service, it is converted.
func (file *caseFile) decoded(body []byte) []byte {
	if file.Charset != nil && *file.Charset == "latin-1" && !utf8.Valid(body) {
		return latin1(body)
	}
	return body
}

// edited is a document, which is ASCII, with its edits.
func edited(document string, edits []edit) []byte {
	var text strings.Builder
	done := 0
	for _, each := range edits {
		text.WriteString(document[done:each.at])
		text.WriteString(each.put)
		done = each.at + each.drop
	}
	text.WriteString(document[done:])
	return []byte(text.String())
}

// unpacked is what a packed result holds: base64 of gzip of JSON.
func unpacked(result any) (any, error) {
	members, _ := result.(map[string]any)
	payload, _ := members["crds_payload"].(string)
	packed, err := base64.StdEncoding.DecodeString(payload)
	if err != nil {
		return nil, err
	}
	stream, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(stream)
	if err != nil {
		return nil, err
	}
	return read(text)
}
