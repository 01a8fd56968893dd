//! Files of cases, and the bodies that they describe.

use std::fs::{read, read_to_string};
use std::io::Read;
use std::path::Path;

use data_encoding::BASE64;
use flate2::read::GzDecoder;
use serde::Deserialize;
use serde_json::{from_slice, from_str, Value};

use crate::Failure;

/// What this program needs of a file of cases.
#[derive(Deserialize)]
pub struct CaseFile {
    pub service: String,
    pub operation: String,
    pub request_schema: String,
    pub response_schema: String,
    pub body: String,
    pub charset: Option<String>,
    pub requests: Vec<RequestCase>,
    documents: Vec<String>,
    pub bodies: Vec<BodyCase>,
}

#[derive(Deserialize)]
pub struct RequestCase {
    pub name: String,
    pub arguments: Value,
    pub error: Option<String>,
    #[serde(default)]
    pub pointer: String,
    #[serde(default)]
    pub rule: String,
    #[serde(default)]
    pub beyond_schema: bool,
}

#[derive(Deserialize)]
pub struct BodyCase {
    pub name: String,
    base: Option<usize>,
    #[serde(default)]
    edits: Vec<(usize, usize, String)>,
    text: Option<String>,
    base64: Option<String>,
    #[serde(default)]
    file: String,
    #[serde(default)]
    pub envelope: bool,
    #[serde(default)]
    pub packed: bool,
    pub verdict: String,
    #[serde(default)]
    pub pointer: String,
    #[serde(default)]
    pub rule: String,
}

impl CaseFile {
    pub fn open(path: &Path) -> Result<Self, Failure> {
        let content = read_to_string(path)?;
        from_str(&content).map_err(|error| format!("{}: {error}", path.display()).into())
    }

    /// The body of a case in UTF-8: where it is in the charset of the service, it is converted.
    pub fn body(&self, case: &BodyCase, spec: &Path) -> Result<Vec<u8>, Failure> {
        let received = self.received(case, spec)?;
        let is_latin = self.charset.as_deref() == Some("latin-1");
        if is_latin && std::str::from_utf8(&received).is_err() {
            let text: String = received.iter().copied().map(char::from).collect();
            return Ok(text.into_bytes());
        }
        Ok(received)
    }

    fn received(&self, case: &BodyCase, spec: &Path) -> Result<Vec<u8>, Failure> {
        if let Some(base) = case.base {
            return Ok(edited(&self.documents[base], &case.edits).into_bytes());
        }
        if let Some(text) = &case.text {
            return Ok(text.clone().into_bytes());
        }
        match &case.base64 {
            Some(text) => Ok(BASE64.decode(text.as_bytes())?),
            None => Ok(read(spec.join(&case.file))?),
        }
    }
}

/// A document, which is ASCII, with its edits.
fn edited(document: &str, edits: &[(usize, usize, String)]) -> String {
    let mut text = String::new();
    let mut done = 0;
    for (at, drop, put) in edits {
        text.push_str(&document[done..*at]);
        text.push_str(put);
        done = at + drop;
    }
    text.push_str(&document[done..]);
    text
}

/// What a packed result holds: base64 of gzip of JSON.
pub fn unpacked(result: &Value) -> Result<Value, Failure> {
    let payload = result["crds_payload"].as_str().unwrap_or_default();
    let packed = BASE64.decode(payload.as_bytes())?;
    let mut text = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut text)?;
    Ok(from_slice(&text)?)
}
