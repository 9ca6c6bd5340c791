#!/usr/bin/env python3
"""Saved pages read by Summitry and by other extractors, in one run: pages.py CLI PAGES

PAGES is a folder of a benchmark with `gold.jsonl` and `evaluate.py` beside it. Peers that are
installed take part (pip install trafilatura htmldate readability-lxml lxml_html_clean newspaper4k).
Prints what each finds, and how long each takes for all pages with a gold text: the lowest of five
rounds that alternate, each in one process, without its start. Peers work on one core; Summitry on one as well, and
on all that there are, as it does by itself.
"""
import gzip, importlib, os, pathlib, subprocess, sys, tempfile, time

cli, pages = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(pages.parent))
evaluate = importlib.import_module("evaluate")
ROUNDS = 5


def decoded(page):
    """A page as text: in UTF-8, else as browsers read what does not say."""
    try:
        return page.decode("utf-8")
    except UnicodeDecodeError:
        return page.decode("cp1252", "replace")


def trafilatura():
    import trafilatura as peer
    from trafilatura.meta import reset_caches

    def read(page):
        found = peer.bare_extraction(page, with_metadata=True)
        found = found.as_dict() if hasattr(found, "as_dict") else found or {}
        return {"text": found.get("text"), "date": found.get("date"), "title": found.get("title"), "byline": found.get("author")}

    return f"trafilatura {peer.__version__}", read, peer.extract, reset_caches


def htmldate():
    import htmldate as peer

    def read(page):
        return {"date": peer.find_date(page, original_date=True)}

    return f"htmldate {importlib.metadata.version('htmldate')}", read, None, None


def readability():
    from lxml import html
    from readability import Document

    def text(page):
        return html.fromstring(Document(page).summary()).text_content()

    def read(page):
        return {"text": text(page), "title": Document(page).short_title()}

    return f"readability-lxml {importlib.metadata.version('readability-lxml')}", read, text, None


def newspaper():
    import newspaper as peer

    def parsed(page):
        article = peer.Article("https://example.org/", fetch_images=False)
        article.download(input_html=page)
        article.parse()
        return article

    def read(page):
        article = parsed(page)
        date = article.publish_date
        return {"text": article.text, "date": date and str(date)[:10], "title": article.title, "byline": " and ".join(article.authors)}

    return f"newspaper4k {peer.__version__}", read, lambda page: parsed(page).text, None


def seconds(work, forget=None):
    """Seconds that `work` takes, begun with what `forget` leaves."""
    if forget:
        forget()
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def tried(read, page):
    try:
        return read(page)
    except Exception:
        return {}


gold = evaluate.load(pages)
raw = {(row["set"], row["id"]): gzip.decompress((pages / row["set"] / (row["id"] + ".html.gz")).read_bytes()) for row in gold}
timed = [raw[row["set"], row["id"]] for row in gold if row["set"] == next(row["set"] for row in gold if "text" in row)]

answers = {key: evaluate.answer(evaluate.ours(cli, page)["article"]) for key, page in raw.items()}
evaluate.show("summitry", evaluate.score(gold, answers))
works = []
for peer in (trafilatura, htmldate, readability, newspaper):
    try:
        name, read, text, forget = peer()
    except ImportError:
        print(f"{peer.__name__}: not installed", file=sys.stderr)
        continue
    texts = {key: decoded(page) for key, page in raw.items()}
    evaluate.show(name, evaluate.score(gold, {key: tried(read, page) for key, page in texts.items()}))
    if text:
        pages_ = [decoded(page) for page in timed]
        jobs = [(name, read), (f"{name}, text alone", text)]
        works += [(job, lambda how=how: [tried(how, page) for page in pages_], forget) for job, how in jobs]

with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as empty:
    for number, page in enumerate(timed):
        (pathlib.Path(folder) / f"{number}.html").write_bytes(page)
    (pathlib.Path(empty) / "0.html").write_bytes(b"<p>Nothing.")

    def run(place, cores):
        bound = lambda: os.sched_setaffinity(0, cores)
        subprocess.run([cli, "export", place, "--format", "json"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=bound)

    every = os.sched_getaffinity(0)
    one = {min(every)}
    ours = [("one core", folder, one), ("its start", empty, one), (f"{len(every)} cores", folder, every), ("start", empty, every)]
    works = [(name, lambda place=place, cores=cores: run(place, cores), None) for name, place, cores in ours] + works
    rounds = [[seconds(work, forget) for _, work, forget in works] for _ in range(ROUNDS)]
lowest = dict(zip((name for name, *_ in works), map(min, zip(*rounds))))
own = lowest.pop("one core") - lowest.pop("its start")
threads = lowest.pop(f"{len(every)} cores") - lowest.pop("start")
print(f"\nseconds for {len(timed)} pages, one core each, with date, title and author where not said otherwise:")
for name, taken in [("summitry", own), (f"summitry, {len(every)} cores", threads), *lowest.items()]:
    print(f"  {name:<32} {taken:7.2f}  {taken / own:5.1f} times")
