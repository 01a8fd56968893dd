package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

var errNoUTF8 = errors.New("the text is not valid UTF-8")

// read parses a document: the validator's own reader keeps all digits, and of numbers with a
// fraction or an exponent those are taken that a double has, as everywhere else.
func read(text []byte) (any, error) {
	if !utf8.Valid(text) {
		return nil, errNoUTF8 // encoding/json would put U+FFFD in its place
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	return doubled(value)
}

func doubled(value any) (any, error) {
	var err error
	switch value := value.(type) {
	case map[string]any:
		for name, each := range value {
			if value[name], err = doubled(each); err != nil {
				return nil, err
			}
		}
	case []any:
		for at, each := range value {
			if value[at], err = doubled(each); err != nil {
				return nil, err
			}
		}
	case json.Number:
		if strings.ContainsAny(value.String(), ".eE") {
			return strconv.ParseFloat(value.String(), 64)
		}
	}
	return value, nil
}

// latin1 is the text of a body in that charset, in UTF-8.
func latin1(body []byte) []byte {
	runes := make([]rune, len(body))
	for at, each := range body {
		runes[at] = rune(each)
	}
	return []byte(string(runes))
}
