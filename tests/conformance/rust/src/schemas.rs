//! The two ways to a schema: its own file, and the bundle of its service.

use std::collections::BTreeMap;
use std::fs::read;
use std::path::{Path, PathBuf};

use jsonschema::{Registry, Validator};
use serde_json::{from_slice, json, Value};

use crate::complaints::Complaints;
use crate::Failure;

/// One schema by all ways, which must agree.
pub struct Pair {
    alone: Validator,
    bundled: [Validator; 2],
}

impl Pair {
    /// The verdict, which is "bundled otherwise" where the ways to the schema disagree.
    pub fn judged(&self, document: &Value) -> (&'static str, Complaints) {
        let valid = self.alone.is_valid(document);
        if self
            .bundled
            .iter()
            .any(|each| each.is_valid(document) != valid)
        {
            return ("bundled otherwise", Complaints::default());
        }
        if valid {
            return ("accepted", Complaints::default());
        }
        ("rejected", Complaints::of(&self.alone, document))
    }
}

pub struct Schemas {
    root: PathBuf,
    bundles: BTreeMap<String, Value>,
}

impl Schemas {
    pub fn below(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
            bundles: BTreeMap::new(),
        }
    }

    pub fn open(&mut self, service: &str, path: &str) -> Result<Pair, Failure> {
        let document: Value = from_slice(&read(self.root.join(path))?)?;
        let id = document["$id"].as_str().ok_or("a schema without $id")?;
        let bundle = format!("urn:{service}:bundle");
        if !self.bundles.contains_key(service) {
            let path = self.root.join(format!("jsonschema/{service}.bundle.json"));
            let content = from_slice(&read(path)?)?;
            self.bundles.insert(service.to_string(), content);
        }
        let registry = Registry::new()
            .add(&bundle, &self.bundles[service])?
            .prepare()?;
        let built = |reference: String| {
            jsonschema::draft202012::options()
                .with_registry(&registry)
                .build(&json!({"$ref": reference}))
        };
        Ok(Pair {
            alone: jsonschema::draft202012::new(&document)?,
            bundled: [
                built(format!("{bundle}#/$defs/{id}"))?,
                built(id.to_string())?,
            ],
        })
    }
}
