use super::*;
use crate::tests::seeds;

/// A page with the marks of a finished one.
const PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>Summitry</title>\n<meta name=\"description\" content=\"Old words.\">\n<script>guard('<b>')</script>\n<link rel=\"canonical\" href=\"https://example.org/\">\n<meta property=\"og:title\" content=\"x\">\n<script type=\"application/ld+json\">{}</script>\n</head>\n<body>\n<main class=\"opening\" id=\"opening\">\n<h1>Old</h1>\n<p class=\"waits\">Opening…</p>\n</main>\n<noscript>words</noscript>\n<div id=\"texts\"><main>old</main></div>\n<script type=\"text/plain\" id=\"first\">((((</script>\n<script type=\"module\">boot</script>\n</body>\n</html>\n";

#[test]
fn a_published_page_holds_the_collection_and_gives_its_folder_back_byte_for_byte() {
    let folder = seeds();
    let page = publish(PAGE, &folder).unwrap();
    assert_eq!(folder_of(&page).unwrap().as_ref(), Some(&folder));
    assert!(page.contains("<title>Presidents and ministers: coverage of US–Russian summits"));
    assert!(page.contains("id=\"/read/bbc-2001-10-21\"") && !page.contains("old</main>") && !page.contains("<h1>Old"));
    assert!(page.contains("<script>guard('<b>')</script>") && page.ends_with("<script type=\"text/plain\" id=\"first\">((((</script>\n<script type=\"module\">boot</script>\n</body>\n</html>\n"));
    assert!(!page.contains("example.org"), "what was said of another address is said no more");
    let letters = block(&page, "collection").unwrap();
    let gzip = base64::engine::general_purpose::STANDARD.decode(letters).unwrap();
    let blob = miniz_oxide::inflate::decompress_to_vec(&gzip[10..gzip.len() - 8]).unwrap();
    assert_eq!(summitry_search::Collection::open(&blob).unwrap().corpus().articles.len(), 5);
}

#[test]
fn a_page_that_carries_a_collection_already_takes_another_as_a_bare_one_does() {
    let mut other = Folder::new();
    other
        .add(
            "a.txt",
            b"Talks on herring end\n\nThe ministers agreed on a quota </script></div> for herring on Monday.\n"
                .to_vec(),
        )
        .unwrap();
    let first = publish(PAGE, &seeds()).unwrap();
    let second = publish(&first, &other).unwrap();
    assert_eq!(second, publish(PAGE, &other).unwrap());
    assert_eq!(publish(&second, &seeds()).unwrap(), first);
    assert!(second.contains("<title>A collection of articles</title>"));
    assert_eq!(folder_of(&second).unwrap(), Some(other));
}

#[test]
fn nothing_of_the_collection_that_a_page_was_built_with_goes_into_another() {
    let built_in = data::built_in(&data::gzip(b"the articles of the build"));
    let program = "<script type=\"text/plain\" id=\"first\">";
    let page = PAGE.replace(program, &format!("{built_in}{program}"));
    assert_ne!(page, PAGE);
    assert_eq!(publish(&page, &seeds()).unwrap(), publish(PAGE, &seeds()).unwrap());
}

#[test]
fn what_is_no_page_or_damaged_gets_a_sentence() {
    for page in ["", "<title>x</title>", &PAGE.replace("<div id=\"texts\">", "<div>"), &PAGE[..PAGE.len() / 2]] {
        let problems = publish(page, &seeds()).unwrap_err();
        assert!(problems[0].message.contains("no page of Summitry"), "{}", problems[0].message);
    }
    assert_eq!(folder_of(PAGE).unwrap(), None);
    let page = publish(PAGE, &seeds()).unwrap().replace("id=\"folder\">UEs", "id=\"folder\">UEt");
    assert!(folder_of(&page).unwrap_err().message.contains("damaged"));
    let page = page.replace("id=\"folder\">", "id=\"folder\">é");
    assert!(folder_of(&page).unwrap_err().message.contains("damaged"));
}

#[test]
fn a_broken_collection_is_told_and_no_page_is_made() {
    let mut folder = seeds();
    folder.put("catalog.toml", b"title = ".to_vec()).unwrap();
    let problems = publish(PAGE, &folder).unwrap_err();
    assert!(problems[0].to_string().starts_with("catalog.toml:1:"), "{}", problems[0]);
}

#[test]
fn a_file_is_called_as_the_collection_is() {
    assert_eq!(file_name(&seeds(), "html"), "presidents-and-ministers-coverage-of-us-russian-summits-2001.html");
    assert_eq!(file_name(&Folder::new(), "zip"), "collection.zip");
}

#[test]
fn the_description_of_the_page_is_the_collections_and_ends_where_it_is_closed() {
    let mut folder = Folder::new();
    folder
        .add("a.txt", b"Talks on herring end\n\nThe ministers agreed on a quota for herring on Monday.\n".to_vec())
        .unwrap();
    let page = publish(PAGE, &folder).unwrap();
    assert!(
        page.contains(&format!("<meta name=\"description\" content=\"{ANY_COLLECTION}\">"))
            && !page.contains("Old words")
    );
    folder.add("catalog.toml", b"description = 'On \"herring\" <b> & cod'\n".to_vec()).unwrap();
    let page = publish(&page, &folder).unwrap();
    assert!(page.contains("content=\"On &quot;herring&quot; &lt;b&gt; &amp; cod\">\n"), "{page}");
}
