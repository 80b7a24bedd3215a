#!/usr/bin/env python3
"""Says which keys stay within a frame on what is far larger than usual.

    Tests/Benchmarks/extremes.py .build/release/postil [--posts 10000] [--size 80x24] [--work DIR]
                                 [--bench DIR] [--only WORD] [--runs 5]

A notebook is made once in DIR of generated posts, each with a claim of the same tag, and of: a post of
100,000 characters in many lines, one in a single paragraph, one with 2,000 claims, one whose note links to
a free note of 5 MB, and one with 5 MB in its margin. For every key the table says, in ms, the median and
the worst of

  first   from writing the key to the first bytes: what is shown at once
  whole   to the last byte, also of what a lane brought meanwhile
  main    of the processor, the longest that the thread which takes the keys was not to be had

A key is within a frame (16 ms) when all of its answer is. Where a lane has to read, its first bytes
have to be, and what the keys wait for: that is `ok, goes on`.

Needs Python 3.9 and nothing else.
"""
import argparse, json, os, pathlib, random, shutil, statistics, subprocess, sys

sys.dont_write_bytecode = True

from corpus import Corpus
from peers import generator
from terminal import Program, Turns, command, now

FRAME = 0.016
LONG = 100_000
CLAIMS = 2_000
NOTE = 5_000_000
TAG = "common/thread"
# Newer than all others, so that they are the first rows of the list.
ROWS = ["lines", "paragraph", "claims", "linked", "margin"]


def sentence(dice, n):
    who = dice.choice(["The Tarn Ridge hall", "$NWND", "Block 4", "@orbiscloud", "#power", "電力の需要"])
    return (f"{who} {dice.choice(['draws', 'sold', 'expects'])} {dice.randint(2, 900)}MW in lot {n},"
            f" {dice.randint(1, 99)}% more than {dice.choice(['planned', 'said', 'built'])} ⚡️.")


def filled(dice, between, size=LONG):
    parts, length = [], 0
    while length < size:
        parts.append(sentence(dice, len(parts)))
        length += len(parts[-1]) + len(between)
    return between.join(parts)[:size]


def texts(dice):
    claimed = "\n".join(f"Lot {n} of {dice.randint(2, 90)}MW is sold {n}." for n in range(CLAIMS))
    unbroken = "".join(
        dice.choice(["電力の需要は増える、", "データセンターの建設が進む", "👩🏽‍💻", "draws 40MW ", "⚡️", "of $NWND "])
        for _ in range(LONG))[:LONG]
    return dict(lines=filled(dice, "\n"), paragraph=unbroken, claims=claimed,
                linked="A post whose note leads to the large one.", margin="A post with much beside it.")


def claim(number, post, start, words, status, tagged=True):
    tags = f"tags:\n  - {TAG}\n" if tagged else ""
    return (f"---\nid: c-25{1 + number // 28 % 12:02}{1 + number % 28:02}-{number:05}\nkind: claim\n"
            f'post: "[[{post}]]"\nat: {start}-{start + len(words)}\ntype: fact\nstatus: {status}\n'
            f"due: 2026-{1 + number % 12:02}-{1 + number % 28:02}\n{tags}---\n\n> {words}\n")


class Extremes:
    """The notebook, made once."""

    def __init__(self, c):
        self.c, self.root = c, c.root / "extremes"
        # Apart from what peers.py keeps, so that an earlier notebook here leaves nothing behind.
        self.kept = c.root / "extremes.kept"
        self.env = {**c.env, "XDG_CACHE_HOME": str(self.kept), "XDG_STATE_HOME": str(self.kept)}
        # The import has an undo log of its own: no key may take it back.
        self.making = {**self.env, "XDG_STATE_HOME": str(c.root / "extremes.made")}
        c.once("extremes", self.make)

    def make(self):
        c, dice = self.c, random.Random(11)
        for folder in (self.root, self.kept):
            shutil.rmtree(folder, ignore_errors=True)
        command([c.program, "init", self.root], self.making)
        lines = [dict(id=f"90{n}", text=text, username=name, created_at=f"2026-11-03T00:00:{59 - n}Z")
                 for n, (name, text) in enumerate(texts(dice).items())]
        extra = c.root / "extremes.jsonl"
        extra.write_text("".join(json.dumps(line) + "\n" for line in lines))
        command([c.program, "import", "-n", self.root, c.file("posts.jsonl"), extra, "--yes"],
                self.making)
        listed = subprocess.run([c.program, "list", "-n", self.root, "--json"], env=self.env,
                                capture_output=True, text=True, check=True).stdout
        posts = [json.loads(line) for line in listed.splitlines()]
        folder = self.root / "claims" / "2025"
        folder.mkdir(parents=True)
        statuses = ["open", "supported", "refuted", "mixed", "void"]
        written = 0

        def write(post, start, words, tagged=True):
            nonlocal written
            text = claim(written, post, start, words, statuses[written % 5], tagged)
            (folder / (text.split("\n", 2)[1][4:] + ".md")).write_text(text)
            written += 1

        ids = {}
        for post in posts:
            text = post["text"]
            ids[post["author"].strip("@")] = post["id"]
            # A whole number of words, so that no character is cut.
            first = text.split("\n")[0][:60].rsplit(" ", 1)[0].strip()
            if first:
                write(post["id"], text.index(first), first)
            if post["author"].strip("@") != "claims":
                continue
            start = 0
            for line in text.split("\n"):
                if start:
                    write(post["id"], start, line[:24], tagged=False)
                start += len(line) + 1
        notes = self.root / "notes"
        notes.mkdir(exist_ok=True)
        large = filled(dice, "\n\n", NOTE // 2).encode()
        large = (large * (NOTE // len(large) + 1))[:NOTE].decode(errors="ignore")
        (notes / "large.md").write_text(
            f"---\nkind: note\ntitle: Large\n---\n\nOn [[{ids['linked']}]].\n\n{large}\n")
        for row, text in [("linked", "See [[large]]."), ("margin", large)]:
            (notes / f"on-{ids[row]}.md").write_text(
                f'---\nkind: note\npost: "[[{ids[row]}]]"\n---\n\n{text}\n')
        return command([c.program, "index", "-n", self.root], self.env)


# What is pressed in each of the posts: name, keys that lead there from the open post, the key, how
# often, keys that go before each further time.
READING = [
    ("j", "gg", "j", 20, ""),
    ("k at the end", "G", "k", 20, ""),
    ("C-e a line", "gg", "\x05", 20, ""),
    ("C-f a page", "gg", "\x06", 20, ""),
    ("Space a page", "gg", " ", 10, ""),
    ("G to the end", "", "G", 5, "gg"),
    ("gg back", "", "gg", 5, "G"),
    ("} paragraph", "gg", "}", 10, ""),
    ("w of a span", "ggv", "w", 20, ""),
    ("w of a span at the end", "Gv", "w", 10, ""),
    ("b of a span at the end", "Gv", "b", 20, ""),
    ("l of a span", "ggv", "l", 20, ""),
    ("+ grow", "gg", "+", 5, ""),
    ("f labels", "gg", "f", 5, "\x1b"),
    ("t popup", "gg", "t", 5, "\x1b"),
    ("ts a passage", "ggvwww", "ts", 3, "jvwww"),
    ("u takes it back", "ggvwwwts", "u", 3, "jvwwwts"),
    ("Tab next claim", "gg", "\t", 20, ""),
    ("S-Tab at the end", "G", "\x1b[Z", 20, ""),
    ("tr a verdict", "gg\t", "tr", 3, "\t"),
    ("/ letter", "gg/", "m", 5, "\x7f"),
    ("/ second letter", "gg/m", "w", 5, "\x7f"),
    ("n next hit", "gg/MW\r", "n", 10, ""),
    ("N previous hit", "gg/MW\r", "N", 10, ""),
    ("M margin elsewhere", "gg", "M", 3, ""),
    ("q and back", "", "\r", 5, "q"),
]
# Elsewhere: name, keys that lead there from the list, the key, how often, and keys
# before each further time.
ELSEWHERE = [
    *[(f"list: filter {('tag:' + TAG)[:n + 1]}", "F" + ("tag:" + TAG)[:n], ("tag:" + TAG)[n], 3, None)
      for n in range(4 + len(TAG))],
    ("list: Enter on the filter", f"Ftag:{TAG}", "\r", 3, None),
    ("list: j, filtered", f"Ftag:{TAG}\r", "j", 20, ""),
    ("list: C-f, filtered", f"Ftag:{TAG}\r", "\x06", 10, ""),
    ("list: G, filtered", f"Ftag:{TAG}\r", "G", 5, "gg"),
    ("list: t *", f"Ftag:{TAG}\r", "t*", 5, "\x1b"),
    ("list: t * o, asks", f"Ftag:{TAG}\rt*", "o", 3, None),
    ("list: t # topics", "", "t#", 5, "\x1b"),
    ("list: j onto long posts", "", "j", 3, "gg"),
    ("codebook: g t", "", "gt", 5, "q"),
    ("codebook: j", "gt", "j", 20, ""),
    ("codebook: Enter, posts of a tag", "gt", "\r", 3, "q"),
    ("codebook: c, claims of a tag", "gt", "c", 3, "q"),
    ("ledger: L", "", "L", 5, "q"),
    ("ledger: j", "L", "j", 20, ""),
    ("ledger: C-f", "L", "\x06", 20, ""),
    ("ledger: G", "L", "G", 5, "gg"),
    ("ledger: s p", "L", "sp", 4, ""),
    ("ledger: s a", "L", "sa", 4, ""),
    ("ledger: s s", "L", "ss", 4, ""),
    ("ledger: s d", "L", "sd", 4, ""),
    ("ledger: filter s", "LF", "s", 5, "\x7f"),
    ("ledger: filter status:open", "LFstatus:ope", "n", 3, None),
    ("ledger: ts a verdict", "L", "ts", 3, "j"),
    ("ledger: Enter", "Ljj", "\r", 3, "qj"),
    ("notes: g n", "", "gn", 5, "q"),
    ("notes: a, 5 MB to write", "gn", "a", 3, "\x1b"),
    ("notes: a letter in 5 MB", "gna", "x", 3, "\x7f"),
    ("notes: Down in 5 MB", "gna", "\x1b[B", 5, ""),
    ("post: g f to 5 MB", "4G\r", "gf", 3, "\x0f"),
    ("post: g b of it", "4G\r", "gb", 3, "\x1b"),
    ("page of the author", "4G", "p", 3, "q"),
]
# These write, and are taken back at once.
EDITS = ("ts", "tr")
QUIET = 0.06


class Table:
    def __init__(self, runs, only):
        self.runs, self.only, self.missed = runs, only, []

    def wants(self, name):
        return self.only in name

    def row(self, name, runs):
        wholly = [r for r in runs if r["whole"] is not None]
        if not wholly:
            print(f"{name:38}nothing was written")
            return
        figures = {key: [r[key] for r in wholly] for key in ("first", "whole", "main")}
        middle = {key: statistics.median(values) for key, values in figures.items()}
        if max(middle.values()) <= FRAME:
            verdict = "ok"
        elif middle["first"] <= FRAME and middle["main"] <= FRAME:
            verdict = "ok, goes on"
        else:
            verdict = "missed"
            self.missed.append(name)
        print(f"{name:38}" + "".join(
            f"{middle[key] * 1000:>9.2f} /{max(values) * 1000:>7.1f}"
            for key, values in figures.items()) + f"  {verdict}", flush=True)


def press(p, keys):
    with Turns(p) as turns:
        run = p.press(keys, quiet=QUIET, patient=True)
    return dict(first=run["first"], whole=run["wall"], main=turns.longest)


def lead(p, keys):
    """Goes where a step begins, key by key where a screen has to be there for the next one."""
    for part in keys.replace("\r", "\0\r\0").replace("\t", "\0\t\0").split("\0"):
        if part:
            p.press(part, quiet=QUIET, patient=True)


class Bench:
    def __init__(self, extremes, size, table):
        self.extremes, self.size, self.table = extremes, size, table

    def start(self):
        c = self.extremes.c
        p = Program([c.program, "browse", "-n", str(self.extremes.root)], *self.size, self.extremes.env)
        p.settle(p.began, 0.3, patient=True)
        return p

    def repeated(self, p, key, times, before):
        runs = []
        for n in range(times):
            if before and n:
                lead(p, before)
            runs.append(press(p, key))
            if key in EDITS:
                lead(p, "u")
        return runs

    def opening(self, place, name):
        """In a session of its own each time, so that nothing is known of the post."""
        if not self.table.wants(title := f"{name}: open"):
            return
        runs = []
        for _ in range(self.table.runs):
            p = self.start()
            lead(p, "30G")
            runs.append(press(p, f"{place}G\r"))
            p.close()
        self.table.row(title, runs)

    def reading(self, place, name):
        self.opening(place, name)
        steps = [s for s in READING if self.table.wants(f"{name}: {s[0]}")]
        if not steps:
            return
        for what, there, key, times, before in steps:
            p = self.start()
            lead(p, f"{place}G")
            lead(p, "\r")
            lead(p, there)
            self.table.row(f"{name}: {what}", self.repeated(p, key, times, before))
            p.close()

    def elsewhere(self):
        for what, there, key, times, before in ELSEWHERE:
            if not self.table.wants(what):
                continue
            runs = []
            # Without a way back each time has a session of its own.
            for _ in range(1 if before is not None else times):
                p = self.start()
                lead(p, there)
                runs += self.repeated(p, key, times if before is not None else 1, before)
                p.close()
            self.table.row(what, runs)


def main():
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--posts", type=int, default=10_000)
    ap.add_argument("--size", action="append", help="columns x rows; 80x24 and 200x60 by default")
    ap.add_argument("--work", default="/tmp/postil-peers")
    ap.add_argument("--bench", help="the folder of gen_corpus.py")
    ap.add_argument("--only", default="", help="only rows whose name holds this")
    ap.add_argument("--runs", type=int, default=5, help="of each opening")
    a = ap.parse_args()
    program = pathlib.Path(a.program).resolve()
    if not program.exists():
        raise SystemExit(f"extremes.py: no program at {program}")
    work = pathlib.Path(a.work).resolve()
    extremes = Extremes(Corpus(a.posts, work, generator(a.bench), program))
    table = Table(a.runs, a.only)
    for size in a.size or ["80x24", "200x60"]:
        print(f"\n{a.posts} posts, {size}, load {os.getloadavg()[0]:.1f}   (median / worst, ms)")
        print(f"{'':38}{'first':>17}{'whole':>18}{'main':>18}")
        bench = Bench(extremes, tuple(map(int, size.split("x"))), table)
        for place, name in enumerate(ROWS, 1):
            bench.reading(place, name)
        bench.elsewhere()
    print(f"\n{len(table.missed)} missed" + "".join(f"\n  {name}" for name in table.missed))


if __name__ == "__main__":
    main()
