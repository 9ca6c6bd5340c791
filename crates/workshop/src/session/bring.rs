//! What is brought in: texts, pages, zips, whole collections.
//!
//! Invariant: each file gets one report: what was recognised in it, or why it
//! was not taken and what to do.

use serde_json::{Map, Value, json};
use summitry_corpus::{Examined, Problem, SourceFile};

use super::history::Dirty;
use super::{Session, Stopped};
use crate::folder::{CATALOGUE, Folder, is_article, problem};
use crate::left_out::left_out;
use crate::publish::{carries_a_folder, folder_in};
use crate::report::{Kind, carrier, empty, kind, refusal};
use crate::view::put;
use crate::{folder_of, view};

impl Session {
    /// Takes a file, or all files of a zip.
    pub(super) fn receive(&mut self, name: &str, bytes: &[u8], batch: Option<u64>) -> Value {
        match kind_of(name, bytes) {
            Kind::Zip => self.receive_zip(name, bytes, batch),
            Kind::Other(what) => one(self.not_taken(name, refusal(name, what))),
            Kind::Text => one(self.receive_text(name, bytes, batch)),
        }
    }

    fn receive_zip(&mut self, name: &str, bytes: &[u8], batch: Option<u64>) -> Value {
        let (inside, passed_over) = match Folder::unpacked(name, bytes) {
            Ok(inside) => inside,
            Err(problem) => return one(self.not_taken(name, problem)),
        };
        let (inside, pages) = inside.without_carriers();
        let pages = pages.iter().map(|page| self.not_taken(page, carrier(page))).collect::<Vec<_>>();
        if self.folder.is_empty() && inside.get(CATALOGUE).is_some() {
            return match self.adopt(inside, &format!("{name} brought in")) {
                Ok(()) => {
                    let reports = [self.reports(), pages].concat();
                    json!({"reports": reports, "collection": true})
                }
                Err(problem) => one(self.not_taken(name, problem)),
            };
        }
        // All files of an archive are one step.
        let batch = batch.or(Some(u64::from(self.revision) | 1 << 40));
        let mut reports = pages;
        let names: Vec<&str> = inside.files().map(|(inner, _)| inner).collect();
        let mut gone = left_out(&names);
        gone.of_systems += passed_over;
        for (place, (inner, bytes)) in inside.files().enumerate() {
            if gone.places.binary_search(&place).is_ok() {
                continue;
            }
            reports.push(match kind_of(inner, bytes) {
                Kind::Text => self.receive_text(inner, bytes, batch),
                Kind::Zip => self.not_taken(
                    inner,
                    problem(inner, "This is a zip within a zip.", "Unpack it, and choose what it holds."),
                ),
                Kind::Other(what) => self.not_taken(inner, refusal(inner, what)),
            });
        }
        if gone.of_pages + gone.of_systems > 0 {
            reports.push(gone.report(name));
        }
        json!({"reports": reports, "collection": false})
    }

    /// Which of files that are to come are no articles for where they lie, and
    /// the line of the report about them.
    pub(super) fn sorted_out(names: &[String]) -> Value {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let gone = left_out(&names);
        let report = (!gone.places.is_empty()).then(|| gone.report(""));
        json!({"places": gone.places, "report": report})
    }

    fn receive_text(&mut self, name: &str, bytes: &[u8], batch: Option<u64>) -> Value {
        let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
        if last.eq_ignore_ascii_case(CATALOGUE) {
            return self.receive_catalogue(name, bytes, batch);
        }
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return self.not_taken(name, empty(name));
        }
        if carries_a_folder(bytes) {
            return self.not_taken(name, carrier(name));
        }
        let wanted = if last.contains('.') { name.to_owned() } else { format!("{name}.{}", ending(bytes)) };
        let file = self.folder.free_name(&wanted);
        if !is_article(&file) {
            let told = problem(
                name,
                "By its ending this is no article.",
                "Articles end in .txt, .md or .html; give the file such an ending if it is one.",
            );
            return self.not_taken(name, told);
        }
        if let Some(same) = self.same_bytes(bytes) {
            let mut report = self.not_taken(
                name,
                problem(name, format!("This is {same} once more."), "Nothing need be done; it is there already."),
            );
            put(&mut report, "same_as", json!(same));
            return report;
        }
        if let Err(problem) = self.folder.could_add(&file, bytes.len()) {
            return self.not_taken(name, problem);
        }
        let found = self.known.examiner(&self.folder).0.examine(SourceFile { name: &file, bytes });
        if let Some(refused) = found.refused {
            return self.not_taken(name, refused);
        }
        let files = vec![(file.clone(), Some(bytes.to_vec()))];
        if self.change(&format!("{name} brought in"), files, Dirty::Files(vec![file.clone()]), batch).is_err() {
            return self.not_taken(name, problem(name, "The file could not be taken.", "Try it again."));
        }
        self.known.insert(&file, found);
        let mut report = self.report(&file);
        put(&mut report, "received_as", json!(name));
        report
    }

    /// A catalogue that comes along with its articles, whichever is first.
    fn receive_catalogue(&mut self, name: &str, bytes: &[u8], batch: Option<u64>) -> Value {
        if self.folder.get(CATALOGUE).is_some() {
            let told = problem(
                name,
                "There is a catalogue already, and two are not joined.",
                "Open the other collection by itself, or clear this one first.",
            );
            return self.not_taken(name, told);
        }
        let files = vec![(CATALOGUE.to_owned(), Some(bytes.to_vec()))];
        if self.change("A catalogue brought in", files, Dirty::All, batch).is_err() {
            return self.not_taken(
                name,
                problem(name, "The catalogue could not be taken.", "Save it as UTF-8, and bring it in again."),
            );
        }
        let problems = self.header_problems();
        let first = problems.first().map(|first| first.message.as_str());
        json!({
            "file": CATALOGUE, "received_as": name, "taken": true, "catalogue": true,
            "problems": problems.len(), "sentence": first,
        })
    }

    fn not_taken(&self, name: &str, problem: Problem) -> Value {
        json!({"file": name, "received_as": name, "taken": false, "sentence": problem.message, "remedy": problem.remedy})
    }

    /// A whole folder in the place of the one that is there.
    pub(super) fn adopt(&mut self, inside: Folder, words: &str) -> Result<(), Problem> {
        let gone = self.folder.files().filter(|(name, _)| inside.get(name).is_none());
        let mut files: Vec<_> = gone.map(|(name, _)| (name.to_owned(), None)).collect();
        files.extend(inside.files().map(|(name, bytes)| (name.to_owned(), Some(bytes.to_vec()))));
        self.change(words, files, Dirty::All, None).map_err(|stopped| {
            match stopped {
                Stopped::Problems(problems) => problems.into_iter().next(),
                Stopped::Said(_) => None,
            }
            .unwrap_or_else(|| problem("", "The collection could not be taken.", "Try it again."))
        })
    }

    /// Opens a zip of a folder, or a page that carries one; or the folder in the
    /// letters of a page's block of data.
    pub(super) fn open(&mut self, name: &str, carried: &str, bytes: &[u8]) -> Result<Value, Stopped> {
        let folder = match kind(bytes) {
            _ if !carried.is_empty() => folder_in(carried)?
                .ok_or_else(|| problem(name, "This page carries no collection.", "Choose the file of one."))?,
            Kind::Zip => Folder::from_zip(name, bytes)?.without_carriers().0,
            Kind::Other(what) => return Err(refusal(name, what).into()),
            Kind::Text => folder_of(&String::from_utf8_lossy(bytes))?.ok_or_else(|| {
                problem(
                    name,
                    "This holds no collection.",
                    "Choose the zip of one, or a page in one file that was made with one.",
                )
            })?,
        };
        self.adopt(folder, "A collection opened")?;
        Ok(json!({"reports": self.reports(), "catalogue": self.folder.get(CATALOGUE).is_some()}))
    }

    /// The file with these very bytes.
    fn same_bytes(&self, bytes: &[u8]) -> Option<String> {
        self.folder.articles().find(|(_, known)| *known == bytes).map(|(name, _)| name.to_owned())
    }

    /// The reports on all files, without the lists that an article alone shows.
    pub(super) fn reports(&mut self) -> Vec<Value> {
        let names: Vec<String> = self.folder.articles().map(|(name, _)| name.to_owned()).collect();
        names.iter().map(|name| self.short_report(name)).collect()
    }

    /// What was recognised in a file.
    fn report(&mut self, file: &str) -> Value {
        let like = self.known.like(&self.folder, file);
        let damage: Value = self.known.noted(&self.folder, file).iter().map(view::warning).collect();
        let Some(found) = self.known.examined(&self.folder, file) else { return Value::Null };
        let mut told = recognised(file, found);
        let removed = found.articles.iter().flat_map(|article| &article.removed);
        let removed =
            removed.map(|piece| json!({"line": piece.line, "text": short(&piece.text), "reason": piece.reason}));
        put(&mut told, "removed", removed.collect());
        let repairs = found.articles.iter().flat_map(|article| &article.blocks).flat_map(|block| {
            block
                .emendations
                .iter()
                .map(|one| json!({"line": block.lines.0, "was": one.was, "now": one.now, "why": one.why}))
        });
        put(&mut told, "repairs", repairs.collect());
        put(&mut told, "damage", damage);
        put(&mut told, "problems", json!(found.problems.len()));
        put(&mut told, "same_as", json!(like));
        self.name_outlet(&mut told);
        told
    }

    /// The same with counts in the place of lists.
    fn short_report(&mut self, file: &str) -> Value {
        let damage = self.known.noted(&self.folder, file).len();
        let Some(found) = self.known.examined(&self.folder, file) else { return Value::Null };
        let mut told = recognised(file, found);
        if let Some(refused) = &found.refused {
            put(&mut told, "taken", json!(false));
            put(&mut told, "sentence", json!(refused.message));
            put(&mut told, "remedy", json!(refused.remedy));
        }
        put(&mut told, "damage", json!(damage));
        put(&mut told, "problems", json!(found.problems.len()));
        self.name_outlet(&mut told);
        told
    }

    /// Says of an outlet that is told by its id what it is called.
    fn name_outlet(&mut self, report: &mut Value) {
        let id = report.get("outlet").and_then(|outlet| outlet.get("value")).and_then(Value::as_str);
        let Some(id) = id.map(str::to_owned) else { return };
        let corpus = self.known.examiner(&self.folder).0.corpus();
        let name = corpus.outlet(&id).map(|outlet| outlet.name.clone());
        if let (Some(name), Some(outlet)) = (name, report.get_mut("outlet")) {
            put(outlet, "name", json!(name));
        }
    }
}

/// What a file is by its first bytes; one that is called a zip and shows nothing else is
/// a damaged one.
fn kind_of(name: &str, bytes: &[u8]) -> Kind {
    let is_called_zip = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("zip"));
    match kind(bytes) {
        Kind::Text if is_called_zip && !bytes.is_empty() => Kind::Zip,
        kind => kind,
    }
}

fn one(report: Value) -> Value {
    json!({"report": report, "reports": [report], "collection": false})
}

/// What the facts of a file's first article are, and how much it holds.
fn recognised(file: &str, found: &Examined) -> Value {
    let mut told = Map::new();
    let mut say = |key: &str, value: Value| told.insert(key.to_owned(), value);
    say("file", json!(file));
    say("taken", json!(true));
    let count = |each: &dyn Fn(&summitry_corpus::Article) -> usize| found.articles.iter().map(each).sum::<usize>();
    say("passages", json!(count(&|article| article.passages().count())));
    say("removed", json!(count(&|article| article.removed.len())));
    say("repairs", json!(count(&|article| article.blocks.iter().map(|block| block.emendations.len()).sum())));
    say("documents", json!(found.articles.len()));
    say("encoding", json!(found.encoding.as_ref().map(ToString::to_string)));
    let called = found.outlets.iter().flatten().next();
    say("called", view::words(called));
    if let Some(article) = found.articles.first() {
        say("id", json!(article.id.as_str()));
        say("articles", found.articles.iter().map(|article| json!(article.file)).collect());
        say("headline", view::fact(&article.headline.value, &article.headline.why));
        say("date", view::date(article.published.as_ref()));
        say("byline", view::words(article.byline.as_ref()));
        let outlet = article.outlet.as_ref().map(|said| view::fact(said.value.as_str(), &said.why));
        say("outlet", outlet.unwrap_or_else(|| view::words(called)));
        let mut speakers: Vec<(&str, usize)> = Vec::new();
        for voice in found.articles.iter().flat_map(|article| &article.voices) {
            match speakers.iter_mut().find(|(name, _)| *name == voice.speaker) {
                Some((_, count)) => *count += 1,
                None => speakers.push((&voice.speaker, 1)),
            }
        }
        say("speakers", speakers.iter().map(|(name, count)| json!({"name": name, "count": count})).collect());
    }
    Value::Object(told)
}

/// The ending of a file that has none: what the text opens as.
fn ending(bytes: &[u8]) -> &'static str {
    let head =
        String::from_utf8_lossy(bytes.get(..bytes.len().min(200)).unwrap_or(bytes)).trim_start().to_ascii_lowercase();
    if head.starts_with("<!doctype html") || head.starts_with("<html") { "html" } else { "txt" }
}

/// Words short enough for a list.
fn short(text: &str) -> String {
    let short: String = text.chars().take(300).collect();
    if short.len() < text.len() { short + "…" } else { short }
}

#[cfg(test)]
mod tests;
