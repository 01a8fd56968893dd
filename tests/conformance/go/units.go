package main

import (
	"errors"
	"sort"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// complaints are the places of a document with the keywords that are violated there, as
// "pointer keyword", those of all alternatives among them.
type complaints map[string]bool

func complaintsOf(err error) complaints {
	found := complaints{}
	var first *jsonschema.ValidationError
	if errors.As(err, &first) {
		found.add(first)
	}
	return found
}

func (found complaints) add(err *jsonschema.ValidationError) {
	place := err.InstanceLocation
	switch reason := err.ErrorKind.(type) {
	case *kind.Not:
		found[unit(place, "not")] = true
	case *kind.FalseSchema:
		// An item too many: other validators name its array.
		found[unit(place[:max(0, len(place)-1)], "items")] = true
	case *kind.PropertyNames:
		// The place is not to be relied on: the validator goes on writing to the slice that it gave.
		found["propertyNames"] = true
		return // what follows is about the name
	case *kind.Reference, *kind.Group, *kind.Schema:
		// What is wrong is among the causes.
	default:
		if path := reason.KeywordPath(); len(path) > 0 {
			found[unit(place, path[0])] = true
		}
	}
	for _, each := range err.Causes {
		found.add(each)
	}
}

func (found complaints) names(pointer, rule string) bool {
	return found[pointer+" "+rule] || (rule == "propertyNames" && found[rule])
}

func (found complaints) sorted() []string {
	texts := make([]string, 0, len(found))
	for each := range found {
		texts = append(texts, each)
	}
	sort.Strings(texts)
	return texts
}

func unit(place []string, keyword string) string {
	var pointer strings.Builder
	for _, token := range place {
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~", "~0"), "/", "~1")
		pointer.WriteString("/" + token)
	}
	return pointer.String() + " " + keyword
}
