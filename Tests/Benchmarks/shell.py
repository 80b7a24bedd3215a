"""The rows that are measured at the shell, each with its goal."""
import itertools, re

from corpus import used
from figures import Finding, median, ratio, row, size_of
from screen import Session
from terminal import command

COMMON = "substation"


def in_turns(runs, *pieces):
    """Runs the pieces one after another, again and again, after one turn that does not count."""
    for piece in pieces:
        piece()
    turns = [[piece() for piece in pieces] for _ in range(runs)]
    return list(zip(*turns))


def tagging(c, argv, behind):
    """Adds a tag in one turn and takes it away in the next, so that every turn has work."""
    signs = itertools.cycle("+-")
    return lambda: command([*argv, f"{next(signs)}bench", "--", behind], c.env)


@row("substring, regex, CJK: first 50", "rg")
def expressions(c, runs):
    """Postil on its screen: the whole filter in one write, to the last byte of its rows."""
    rg = [command(["rg", "-c", "-F", COMMON, c.file("posts.jsonl")], c.env) for _ in range(runs)]
    found = []
    with Session(c) as postil:
        for name, query, _ in hard_queries():
            ours = []
            for _ in range(runs):
                postil.press("F")
                ours.append(postil.press(query, patient=True))
                rg.append(command(["rg", "-c", "-F", COMMON, c.file("posts.jsonl")], c.env))
                postil.press("\x15\r", patient=True)
            found.append(ratio(f"first 50: {name}", 0.3, ours, rg, "rg -c -F", key="wall"))
    return found


@row("substring, regex, CJK: recall")
def recall(c, runs):
    found = []
    for name, query, holds in hard_queries():
        true = {p["id"] for p in c.each() if holds(p["text"])}
        ids = {i.rpartition("-")[2] for i in c.ask(*c.postil("list", "--ids", query)).split()}
        share = len(true & ids) / max(1, len(true))
        found.append(Finding(f"recall: {name}", "100 %",
                             f"{share:.1%}  ({len(true & ids)} of {len(true)} posts)", share == 1))
    return found


def hard_queries():
    """What word indexes find badly: a name, the query, and what a text must have."""
    expression = re.compile(r"\d+\.\d EH/s")
    return [
        ("substring", "/bstat/", lambda t: "bstat" in t.lower()),
        ("regular expression", r"/\d+\.\d EH\/s/", lambda t: expression.search(t)),
        ("two CJK characters", "電力", lambda t: "電力" in t),
    ]


@row("list --json from the shell", "notmuch")
def listing(c, runs):
    c.notmuch
    ours, theirs = in_turns(
        runs * 2,
        lambda: command(c.postil("list", "--json", "--limit", 50, COMMON), c.env),
        lambda: command(["notmuch", "search", "--limit=50", COMMON], c.env))
    return [ratio("list --json, 50 of a common word", 0.6, ours, theirs, "notmuch search")]


@row("tag one post from the shell", "notmuch")
def tag_one(c, runs):
    c.notmuch
    some = next(c.each())["id"]
    return [ratio("tag one post from the shell", 1.2, *in_turns(
        runs * 2,
        tagging(c, c.postil("tag"), f"id:x-{some}"),
        tagging(c, ["notmuch", "tag"], f"id:{some}@post.invalid")), "notmuch tag")]


@row("tag 1,000 posts by a query", "notmuch")
def tag_many(c, runs):
    """The same posts for both: those of the newest whole days that are about a thousand."""
    c.notmuch
    posts = list(c.each())
    day = posts[-min(1000, len(posts))]["date"][:10]
    ids = [p["id"] for p in posts if p["date"][:10] >= day]
    query = f"posted:{day}..2026-11-01"
    command(c.postil("tag", "+thousand", "--", query), c.env)
    batch = c.root / "thousand"
    batch.write_text("".join(f"+thousand -- id:{i}@post.invalid\n" for i in ids))
    command(["notmuch", "tag", f"--input={batch}"], c.env)
    count = len(c.ask(*c.postil("list", "--ids", "tag:thousand")).split())
    ours, theirs = in_turns(
        max(3, runs // 2),
        tagging(c, c.postil("tag"), "tag:thousand"),
        tagging(c, ["notmuch", "tag"], "tag:thousand"))
    # The notebook stays as it was made.
    command(c.postil("tag", "-thousand", "-bench", "--", "tag:thousand"), c.env)
    return [ratio(f"tag {count} posts by a query", 0.25, ours, theirs, "notmuch tag")]


@row("build the index", "notmuch")
def build(c, runs):
    """notmuch builds its own once per work folder: three minutes at 100,000 posts."""
    theirs = used(c.notmuch)
    made = c.made("notmuch")
    ours = [command(c.postil("index"), c.env)]
    while len(ours) < runs and sum(r["wall"] for r in ours) < 20:
        ours.append(command(c.postil("index"), c.env))
    return [
        ratio("build the index from the files", 0.08, ours, [made], "notmuch new", key="wall"),
        ratio("  the same in CPU", 0.08, ours, [made], "", key="cpu")._replace(asked="", ok=None),
        Finding("  notmuch built its own", "", f"{made['at']}, load {made['load']}", None),
        Finding("size of the index", "≤ 0.25 × notmuch's",
                f"{c.index() / theirs:.3g} ×  ({size_of(c.index())} to {size_of(theirs)})",
                c.index() <= 0.25 * theirs),
    ]


@row("reconcile, nothing changed", "git")
def reconcile(c, runs):
    """Postil reads the notebook again on `R`, behind its screen."""
    c.git()
    with Session(c) as postil:
        ours, theirs = in_turns(
            runs, lambda: postil.press("R", quiet=0.2, patient=True),
            lambda: command(["git", "status", "--short"], c.env))
    return [ratio("reconcile, nothing changed", 1.5, ours, theirs, "git status", key="cpu")]
