//! Small schemas with texts of JSON to try on them.

use std::collections::BTreeMap;
use std::fs::read;
use std::path::Path;

use jsonschema::Validator;
use serde::Deserialize;
use serde_json::{from_slice, from_str, Value};

use crate::Failure;

#[derive(Deserialize)]
struct Probe {
    name: String,
    schema: Value,
    texts: BTreeMap<String, Value>,
}

/// What this validator makes of every text of every probe.
pub type Verdicts = BTreeMap<String, BTreeMap<String, &'static str>>;

pub fn tried(path: &Path) -> Result<Verdicts, Failure> {
    let groups: BTreeMap<String, Vec<Probe>> = from_slice(&read(path)?)?;
    let probes = groups.into_values().flatten();
    Ok(probes
        .map(|probe| {
            let schema = jsonschema::draft202012::new(&probe.schema).ok();
            let texts = probe.texts.into_keys();
            let said = texts.map(|text| {
                let verdict = verdict(schema.as_ref(), &text);
                (text, verdict)
            });
            (probe.name, said.collect())
        })
        .collect())
}

fn verdict(schema: Option<&Validator>, text: &str) -> &'static str {
    match (schema, from_str::<Value>(text)) {
        (None, _) => "no schema",
        (_, Err(_)) => "unreadable",
        (Some(schema), Ok(value)) if schema.is_valid(&value) => "accepted",
        _ => "rejected",
    }
}
