//! What a validator finds wrong with a document, those of all alternatives among it.

use std::collections::BTreeSet;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// Places with the keywords that are violated there, as "pointer keyword".
#[derive(Default)]
pub struct Complaints(pub BTreeSet<String>);

impl Complaints {
    pub fn of(validator: &Validator, document: &Value) -> Self {
        let mut found = Self::default();
        for error in validator.iter_errors(document) {
            found.add(&error);
        }
        found
    }

    fn add(&mut self, error: &ValidationError<'_>) {
        let place = error.instance_path().as_str();
        if let ValidationErrorKind::FalseSchema = error.kind() {
            // An item too many: other validators name its array.
            let array = place.rfind('/').map_or("", |end| &place[..end]);
            self.0.insert(format!("{array} items"));
            return;
        }
        self.0.insert(format!("{place} {}", error.kind().keyword()));
        if let ValidationErrorKind::AnyOf { context } = error.kind() {
            for each in context.iter().flatten() {
                self.add(each);
            }
        }
    }

    pub fn name(&self, pointer: &str, rule: &str) -> bool {
        self.0.contains(&format!("{pointer} {rule}"))
    }
}
