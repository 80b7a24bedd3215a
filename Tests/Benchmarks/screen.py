"""The rows that are measured at the keyboard, each with its goal."""
import os, re, statistics, subprocess

from corpus import NEWEST
from figures import Finding, least, median, ratio, row, size_of, time_of, typical, worst
from terminal import Program, now

SIZE = (80, 24)
FIRST = NEWEST["username"][:9].encode()


class Session:
    """Postil on the list of a notebook, with nothing left to do."""

    def __init__(self, corpus, settled=True):
        corpus.notebook
        self.program = Program(corpus.postil("browse"), *SIZE, corpus.env)
        if settled:
            self.program.until(FIRST)
            self.program.settle(now(), 0.3, patient=True)

    def __enter__(self):
        return self.program

    def __exit__(self, *_):
        self.program.close()


class Silent(Exception):
    """A peer that does not show what it should, as another version of it may not."""


class Peer(Session):
    """Another program, once `pattern` is on its screen and it has nothing left to do."""

    def __init__(self, argv, pattern, env, stdin=None):
        self.program = Program(argv, *SIZE, env, stdin)
        if self.program.until(pattern, limit=30)["wall"] is None:
            self.program.close()
            raise Silent(f"{argv[0]} does not show {pattern.decode()}")
        self.program.settle(now(), 0.3, patient=True)


def tig(c):
    return Peer(["tig"], b"Author", c.tig)


def start(c):
    p = Session(c, settled=False)
    found = p.program.until(FIRST)
    p.program.close()
    return found


@row("start against a hello in C", "cc")
def start_hello(c, runs):
    hello = c.work / "hello"
    if not hello.exists():
        subprocess.run(["cc", "-O2", "-o", hello, c.bench / "hello_ncurses.c", "-lncursesw"],
                       check=True)
    ours, theirs = [], []
    for n in range(runs * 3 + 1):
        mine = start(c)
        p = Program([str(hello)], *SIZE, c.env)
        other = p.until(b"READY")
        p.close()
        if n:
            ours.append(mine)
            theirs.append(other)
    return [ratio("start to a usable list", 5, ours, theirs, "hello in C", key="wall"),
            ratio("  the same in CPU", 5, ours, theirs, "hello in C", key="cpu")._replace(
                asked="", ok=None)]


@row("start against newsboat", "newsboat")
def start_newsboat(c, runs):
    ours, theirs = [], []
    c.newsboat
    for _ in range(min(runs, 3)):
        ours.append(start(c))
        p = Program(c.newsboat, *SIZE, c.env)
        feeds = p.until(b"Posts")
        p.settle(now(), 0.1, patient=True)
        since = now()
        os.write(p.master, b"\r")
        articles = p.until(b"Articles in feed", since)
        p.close()
        theirs.append(dict(wall=feeds["wall"] + articles["wall"], cpu=articles["cpu"]))
    return [ratio("start, against newsboat's to the articles", 1 / 200, ours, theirs, "newsboat",
                  key="wall")]


@row("start: nothing walked before the first frame", "strace")
def start_walk(c, runs):
    """The median of some starts, since a program that is watched can be too slow for its own plan."""
    folders, records = map(statistics.median_low, zip(*(touched(c) for _ in range(runs))))
    return [Finding("folders read before the first frame", "0", str(folders), folders == 0),
            Finding("records touched before the first frame", "0", str(records), records == 0)]


def touched(c):
    """The notebook's folders and records that were looked at before the first row was written."""
    trace = c.root / "trace"
    p = Program(["strace", "-f", "-s", "4096", "-o", str(trace), "-e",
                 "trace=getdents64,stat,lstat,newfstatat,statx,openat,write",
                 *c.postil("browse")], *SIZE, c.env)
    p.until(FIRST)
    p.close()
    folders = records = 0
    for line in open(trace, errors="replace"):
        if re.search(r"\bwrite\([0-9]+, .*" + FIRST.decode(), line):
            break
        folders += "O_DIRECTORY" in line and f"{c.notebook}/" in line
        records += ".md" in line and "ENOENT" not in line
    return folders, records


def densest(c, rows=18):
    """The row of the list around which most posts are CJK or right to left."""
    foreign = [p["lang"] != "en" for p in c.each()][::-1]
    count = best = sum(foreign[:rows])
    place = 0
    for n in range(rows, len(foreign)):
        count += foreign[n] - foreign[n - rows]
        if count > best:
            best, place = count, n - rows + 1
    return place + 2, best


@row("keys in the list", "tig")
def keys(c, runs):
    """Sessions of both are open, and the keys go to one and the other."""
    place, foreign = densest(c)
    found = []
    with Session(c) as postil, tig(c) as other:
        steps = [
            ("j", "", "j", "", "j", 8),
            ("page down", "", "\x1b[6~", "", "\x1b[6~", 2),
            ("jump to the end", "gg", "G", "\x1bOH", "\x1bOF", 1),
            (f"j among {foreign} CJK and RTL rows", f"{place}G", "j", "\x1bOH", "j", 1),
            ("page down to CJK and RTL rows", f"{place - 10}G", "\x1b[6~", "\x1bOH", "\x1b[6~", 1),
        ]
        for name, there, key, theirs_there, theirs_key, times in steps:
            ours, theirs = [], []
            for n in range(runs * times + 1):
                if there:
                    postil.press(there, quiet=0.05, patient=True)
                    other.press(theirs_there)
                mine, his = postil.press(key, patient=True), other.press(theirs_key)
                if n:
                    ours.append(mine)
                    theirs.append(his)
            found.append(ratio(f"list: {name}", 1.5, ours, theirs, "tig", key="cpu"))
            if name == "j":
                found.append(least("list: j, bytes", 200, median(ours, "bytes"),
                                   lambda n: f"{n:.0f} bytes"))
            postil.press("gg", patient=True)
            other.press("\x1bOH")
    return found


@row("200 j in one write", "tig")
def burst(c, runs):
    ours, theirs = [], []
    with Session(c) as postil, tig(c) as other:
        for _ in range(runs):
            ours.append(postil.press("j" * 200, quiet=0.1, patient=True))
            theirs.append(other.press("j" * 200, quiet=0.1, patient=True))
            postil.press("gg", patient=True)
            other.press("\x1bOH")
    return [ratio("200 j in one write", 0.1, ours, theirs, "tig", key="wall"),
            ratio("200 j in one write, bytes", 0.05, ours, theirs, "tig", key="bytes")]


WORDS = ["synchrophasor", "power", '"take or pay"', "grid lease", "s"]


def search(program, word, is_ours):
    """Types a word and takes it back: what each key cost, named by what then stands there."""
    if '"' in word and not is_ours:
        word = word.strip('"').replace(" ", "\\ ")
    keys = [(word[:n + 1], letter) for n, letter in enumerate(word)]
    keys += [(f"{word[:-n - 1]}⌫", "\x7f") for n in range(len(word))]
    return [dict(program.press(key, quiet=0.05, patient=True), key=name) for name, key in keys]


def slowest(runs):
    return max(runs, key=lambda r: median([o for o in runs if o["key"] == r["key"]]))["key"]


@row("search as you type", "fzf")
def searching(c, runs):
    """In the filter, which finds while it is typed."""
    ours, theirs = [], []
    fzf = Peer(["fzf", "--exact"], rb"(\d+)/\1", c.env, c.file("lines.txt"))
    with fzf as other, Session(c) as postil:
        for _ in range(max(2, runs // 2)):
            for word in WORDS:
                postil.press("F", patient=True)
                ours += search(postil, word, True)
                postil.press("\x1b", patient=True)
                theirs += search(other, word, False)
    return [
        ratio("search as you type, worst key", 0.05, ours, theirs, "fzf --exact", of=worst),
        ratio("search as you type, median key", 0.3, ours, theirs, "fzf --exact", of=typical),
        Finding("  the slowest keys", "",
                f"Postil after {slowest(ours)!r}, fzf after {slowest(theirs)!r}", None)]


DONE = rb"undoes"


@row("tag or verdict at the key")
def tag_key(c, runs):
    """To the frame that says what was done, which comes when the disk has it. Each is undone again,
    which is not measured."""
    found = []
    with Session(c) as postil:
        for name, key in [("star", "*"), ("verdict", "ts")]:
            ours = []
            for _ in range(runs * 2 + 1):
                postil.press("j", patient=True)
                ours.append(postil.press_until(key, DONE))
                postil.press("u", quiet=0.1, patient=True)
            found.append(least(f"{name}, key to frame, on the disk", 0.003, median(ours[1:]),
                               time_of))
            found.append(Finding("  the same in CPU", "", time_of(median(ours[1:], "cpu")), None))
    return found


@row("a file edited by others")
def edited(c, runs):
    """The newest post's file gets another author, until the list shows that."""
    newest = c.notebook.glob("posts/2026/11/*.md")
    file, text = next((f, t) for f in newest if NEWEST["username"] in (t := f.read_text()))
    times = []
    with Session(c) as postil:
        for n in range(runs):
            # No letter stands where it stood: what stays as it was is not written again.
            other = ("rhubarbia", "cloistery")[n % 2]
            since = now()
            file.write_text(text.replace(NEWEST["username"], other))
            times.append(postil.until(other.encode(), since, limit=5)["wall"])
            postil.settle(now(), 0.1, patient=True)
        file.write_text(text)
        postil.settle(now(), 0.3, patient=True)
    if None in times:
        return [Finding("a file edited by others is shown", "≤ 1 s", "not within 5 s", False)]
    return [least("a file edited by others is shown", 1, max(times), time_of)]


def browse(p, enter, leave, search):
    """What a person does in a while."""
    for keys in ["j" * 20, *["\x1b[6~"] * 10, enter, "j", leave, *search]:
        p.press(keys, quiet=0.1, patient=True)
    return p.peak()


def postil_peak(c):
    with Session(c) as postil:
        return browse(postil, "\r", "\x1b", ["G", "gg", "F", *"synchrophasor", "\x15power", "\r"])


@row("memory against newsboat", "newsboat")
def memory(c, runs):
    c.newsboat
    ours = postil_peak(c)
    with Peer(c.newsboat, b"Posts", c.env) as p:
        p.press("\r", quiet=0.5, patient=True)
        theirs = browse(p, "\r", "q", ["/synchrophasor\r"])
    return [Finding("memory while browsing and searching", "≤ 0.12 × newsboat",
                    f"{ours / theirs:.3g} ×  ({size_of(ours)} to {size_of(theirs)})",
                    ours <= 0.12 * theirs)]


@row("idle")
def idle(c, runs):
    with Session(c) as p:
        p.settle(now(), 2, patient=True)
        woken, cpu = p.wakeups(), p.cpu()
        count = p.settle(now(), 5)[2]
        woken = p.wakeups() - woken
    return [Finding("idle for 5 s: wakeups, bytes", "0, 0", f"{woken}, {count}",
                    woken == 0 and count == 0)]
