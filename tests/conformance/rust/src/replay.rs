//! Replays cases and compares.

use std::collections::BTreeMap;
use std::fs::read_dir;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{from_slice, Value};

use crate::cases::{unpacked, BodyCase, CaseFile, RequestCase};
use crate::complaints::Complaints;
use crate::schemas::{Pair, Schemas};
use crate::Failure;

/// The mutations that the parser of this language takes, though they make no document:
/// its limit are 127 levels, not 64.
const LENIENT: [&str; 1] = ["too-deep"];

/// Rules that no keyword says: their alternatives stand in one anyOf of the whole.
const ACROSS: [&str; 5] = [
    "at_least_one_of",
    "at_most_one_of",
    "goes_with",
    "needs",
    "never",
];

/// What is printed.
#[derive(Default, Serialize)]
pub struct Report {
    validator: &'static str,
    operations: usize,
    requests: usize,
    accepted: usize,
    rejected: usize,
    unreadable: usize,
    lenient: BTreeMap<String, usize>,
    no_json: usize,
    named: usize,
    disagreements: Vec<Disagreement>,
}

#[derive(Serialize)]
struct Disagreement {
    case: String,
    expected: String,
    said: Vec<String>,
}

/// What a case says, and who says it.
struct Expected<'a> {
    case: String,
    verdict: &'a str,
    pointer: &'a str,
    rule: &'a str,
}

/// One file of cases with its schemas.
struct Replayer<'a> {
    file: &'a CaseFile,
    spec: &'a Path,
    request: Pair,
    response: Pair,
    envelope: Option<Pair>,
}

pub fn replay(generated: &Path, spec: &Path) -> Result<Report, Failure> {
    let mut report = Report {
        validator: "jsonschema 0.61.2",
        ..Report::default()
    };
    let mut schemas = Schemas::below(generated);
    for path in case_files(&generated.join("cases"))? {
        let file = CaseFile::open(&path)?;
        let envelope = if file.charset.is_none() {
            let path = format!("jsonschema/{}/envelope.json", file.service);
            Some(schemas.open(&file.service, &path)?)
        } else {
            None
        };
        let one = Replayer {
            file: &file,
            spec,
            request: schemas.open(&file.service, &file.request_schema)?,
            response: schemas.open(&file.service, &file.response_schema)?,
            envelope,
        };
        one.replay(&mut report)?;
    }
    Ok(report)
}

fn case_files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for service in read_dir(folder)? {
        let service = service?.path();
        if service.is_dir() {
            for file in read_dir(service)? {
                found.push(file?.path());
            }
        }
    }
    found.sort();
    Ok(found)
}

impl Replayer<'_> {
    fn replay(&self, report: &mut Report) -> Result<(), Failure> {
        report.operations += 1;
        for case in &self.file.requests {
            self.call(case, report);
        }
        for case in &self.file.bodies {
            self.body(case, report)
                .map_err(|error| format!("{}: {error}", self.name("bodies", &case.name)))?;
        }
        Ok(())
    }

    fn call(&self, case: &RequestCase, report: &mut Report) {
        report.requests += 1;
        let is_across = ACROSS.contains(&case.rule.as_str());
        let expected = Expected {
            case: self.name("requests", &case.name),
            verdict: if case.error.is_some() == case.beyond_schema {
                "accepted"
            } else {
                "rejected"
            },
            pointer: if is_across { "" } else { &case.pointer },
            rule: if is_across { "anyOf" } else { &case.rule },
        };
        let (verdict, found) = self.request.judged(&case.arguments);
        report.compare(&expected, verdict, &found);
    }

    fn body(&self, case: &BodyCase, report: &mut Report) -> Result<(), Failure> {
        if self.file.body != "json" {
            report.no_json += 1;
            return Ok(());
        }
        let text = self.file.body(case, self.spec)?;
        let (verdict, found) = self.judged(case, &text);
        let mutation = case.name.split('.').next().unwrap_or_default();
        if case.verdict == "unreadable" && verdict != "unreadable" && LENIENT.contains(&mutation) {
            *report.lenient.entry(mutation.to_string()).or_default() += 1;
            return Ok(());
        }
        match case.verdict.as_str() {
            "accepted" => report.accepted += 1,
            "rejected" => report.rejected += 1,
            _ => report.unreadable += 1,
        }
        let expected = Expected {
            case: self.name("bodies", &case.name),
            verdict: &case.verdict,
            pointer: &case.pointer,
            rule: &case.rule,
        };
        report.compare(&expected, verdict, &found);
        Ok(())
    }

    fn judged(&self, case: &BodyCase, text: &[u8]) -> (&'static str, Complaints) {
        let unreadable = || ("unreadable", Complaints::default());
        let Ok(document) = from_slice::<Value>(text) else {
            return unreadable();
        };
        let (true, Some(envelope)) = (case.envelope, &self.envelope) else {
            return self.response.judged(&document);
        };
        let (verdict, found) = envelope.judged(&document);
        if verdict != "accepted" || !document["error"].is_null() {
            return (verdict, found);
        }
        if !case.packed {
            return self.response.judged(&document["result"]);
        }
        match unpacked(&document["result"]) {
            Ok(result) => self.response.judged(&result),
            Err(_) => unreadable(),
        }
    }

    fn name(&self, side: &str, case: &str) -> String {
        format!(
            "{}.{}/{side}/{case}",
            self.file.service, self.file.operation
        )
    }
}

impl Report {
    fn compare(&mut self, expected: &Expected<'_>, verdict: &str, found: &Complaints) {
        let mut said: Vec<String> = found.0.iter().cloned().collect();
        if verdict != expected.verdict {
            said.insert(0, verdict.to_string());
            self.disagree(expected, expected.verdict.to_string(), said);
        } else if verdict == "rejected" && !expected.rule.is_empty() {
            if found.name(expected.pointer, expected.rule) {
                self.named += 1;
            } else {
                let place = format!("{} {}", expected.pointer, expected.rule);
                self.disagree(expected, place, said);
            }
        }
    }

    fn disagree(&mut self, expected: &Expected<'_>, wanted: String, said: Vec<String>) {
        self.disagreements.push(Disagreement {
            case: expected.case.clone(),
            expected: wanted,
            said,
        });
    }
}
