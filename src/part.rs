//! Parts that several pages are made of.

mod article_head;
mod evidence;
mod passage;
mod side;
mod words;

pub use article_head::ArticleHead;
pub use evidence::Evidence;
pub use passage::{IssueTags, Passage, issue_ids};
pub use side::SideMark;
pub use words::Words;
