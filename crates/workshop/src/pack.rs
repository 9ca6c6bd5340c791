//! From a folder to the corpus and to the blob that the reading room opens.
//!
//! Invariant: every problem is reported, those of the issues' queries too, each
//! with its place in the catalogue.

use summitry_corpus::{Built, CatalogueMap, Corpus, Problem, SourceFile};

use crate::folder::{CATALOGUE, Folder, problem};

/// A collection packed.
#[derive(Clone, Debug)]
pub struct Packed {
    /// What the reading room opens.
    pub blob: Vec<u8>,
    /// What it was made of.
    pub built: Built,
}

/// Makes the corpus of a folder; `catalogue` is how the catalogue's file is
/// called in what is said of it.
///
/// # Errors
/// What is to be mended, each with its place.
pub fn build(folder: &Folder, catalogue: &str) -> Result<Built, Vec<Problem>> {
    let sources: Vec<SourceFile<'_>> = folder.articles().map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let text = folder.catalogue().map_err(|problem| vec![problem])?;
    if sources.is_empty() {
        let remedy = "Put files that end in .txt, .md, .markdown, .html or .htm there.";
        return Err(vec![problem(catalogue, "The folder holds no article.", remedy)]);
    }
    let built = summitry_corpus::build(&sources, text.map(|text| (catalogue, text)))?;
    let problems = query_problems(&built.corpus, &built.catalogue);
    if problems.is_empty() { Ok(built) } else { Err(problems) }
}

/// Packs a folder.
///
/// # Errors
/// What is to be mended, each with its place.
pub fn pack(folder: &Folder) -> Result<Packed, Vec<Problem>> {
    pack_named(folder, CATALOGUE)
}

/// Packs a folder whose catalogue is called `catalogue` in what is said of it.
///
/// # Errors
/// What is to be mended, each with its place.
pub fn pack_named(folder: &Folder, catalogue: &str) -> Result<Packed, Vec<Problem>> {
    let built = build(folder, catalogue)?;
    match summitry_search::pack(&built.corpus) {
        Ok(blob) => Ok(Packed { blob, built }),
        Err(_) => Err(query_problems(&built.corpus, &built.catalogue)),
    }
}

/// What the search crate says about the issues' queries, at their places.
pub fn query_problems(corpus: &Corpus, catalogue: &CatalogueMap) -> Vec<Problem> {
    let found = summitry_search::problems(corpus).into_iter().filter_map(|problem| {
        let place = catalogue.query(&problem.issue.as_str().into())?;
        Some(place.problem(problem.range.start as usize, problem.range.end as usize, &problem.message, &problem.remedy))
    });
    found.collect()
}
