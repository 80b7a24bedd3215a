#!/usr/bin/env python3
"""Times keys of the screen as a person at the terminal waits for them.

    Tests/Benchmarks/keys.py .build/release/postil [--posts 300] [--size 80x24] [--work DIR] [--only WORD]

A notebook is made once in DIR (by the program itself): posts of 16,000 characters, the first with 200
claims, and short ones. The program runs in a pseudo-terminal; for every key the table says

  wall    from writing the key to the last byte of the last frame that follows: median, 95 %, in ms
  first   to the first byte: what an edit shows before the disk has answered
  cpu     that the whole process took meanwhile, in ms: the figure to compare on a busy machine
  bytes   written to the terminal

Needs Python 3.9 and nothing else.
"""
import argparse, json, os, pathlib, random, select, statistics, subprocess, time

from terminal import Program, now

SENTENCES = 230
CLAIMS = 200


def sentence(dice, number):
    subject = dice.choice(["The Tarn Ridge hall", "$NWND", "Block 4", "@orbiscloud", "電力の需要"])
    verb = dice.choice(["draws", "signed for", "expects", "sold", "delays"])
    return (f"{subject} {verb} {dice.randint(2, 900)}MW in lot {number}, "
            f"{dice.randint(1, 99)}% more than {dice.choice(['planned', 'said', 'built'])} ⚡️")


def long_post(dice, first):
    sentences = [sentence(dice, first + n) for n in range(SENTENCES)]
    text = ""
    for n, words in enumerate(sentences):
        text += words + (".\n\n" if n % 7 == 6 else ". ")
    while len(text) < 16_000:
        text += "Nobody has said so in so many words. "
    return sentences, text[:16_000]


def notebook(program, folder, posts, env):
    """A notebook with `posts` posts, of which the newest three are long."""
    root = folder / f"notebook-{posts}"
    if (root / "made").exists():
        return root
    dice = random.Random(7)
    run = lambda *words: subprocess.run(
        [program, *words], check=True, env=env, cwd=folder, capture_output=True, text=True).stdout
    run("init", str(root))
    lines, claimed = [], []
    for n in range(posts):
        # The list begins with the newest: two long posts around the one with the claims.
        if n < 3:
            sentences, text = long_post(dice, n * 1000)
            if n == 1:
                claimed = sentences
        else:
            text = " ".join(sentence(dice, n * 10 + k) for k in range(dice.randint(1, 6))) + "."
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(1_763_000_000 - n * 600))
        lines.append(json.dumps(
            dict(text=text, created_at=stamp, username=f"author{n % 50}")))
    (folder / "posts.jsonl").write_text("\n".join(lines) + "\n")
    run("import", "-n", str(root), "posts.jsonl", "--yes")
    post = run("list", "-n", str(root), "--ids", "--limit", "2").split()[1]
    statuses = ["open", "supported", "refuted", "mixed", "void"]
    for n, quote in enumerate(claimed[:CLAIMS]):
        claim = run("claim", "-n", str(root), post, "--quote", quote, "--status",
                    statuses[n % 5]).strip()
        if n % 3 == 0:
            run("note", "-n", str(root), claim, "--text",
                f"The filing says otherwise on page {n}, and the call did not ask.")
    (root / "made").touch()
    return root


OPEN = "j\r"
# Name, keys that lead there from the list, the key, how often, keys that go before each time.
STEPS = [
    ("j", OPEN, "j", 60, ""),
    ("k", OPEN + "50j", "k", 45, ""),
    ("J/K next post", OPEN, "J", 1, ""),
    ("Tab next claim", OPEN, "\t", 60, ""),
    ("+ grow", OPEN, "+", 20, "\x1b"),
    ("- shrink", OPEN, "-", 20, "\x1b"),
    ("v", OPEN, "v", 20, "\x1b"),
    ("v l", OPEN + "v", "l", 40, ""),
    ("v w", OPEN + "v", "w", 40, ""),
    ("f labels", OPEN, "f", 20, "\x1b"),
    ("T labels", OPEN, "T", 20, "\x1b"),
    ("t popup", OPEN, "t", 20, "\x1b"),
    ("Space page on", OPEN, " ", 10, ""),
    ("C-e scroll", OPEN, "\x05", 60, ""),
    ("/ letter", OPEN + "/", "m", 10, "\x7f"),
    ("G, gg", OPEN, "G", 10, "gg"),
    ("? help", OPEN, "?", 5, "\x1b"),
    ("j at the end", OPEN + "190j", "j", 30, ""),
    ("Tab at the end", OPEN + "180\t", "\t", 15, ""),
    ("t s to the disk", OPEN + "205j", "ts", 12, "j"),
    ("u undo", OPEN + "205jtsjts", "u", 2, ""),
    ("list j over long posts", "", "j", 2, "kk"),
    ("list j", "10j", "j", 60, ""),
    ("list C-d", "", "\x04", 10, ""),
    ("list : palette", "", ":", 5, "\x1b"),
    ("ledger j", "L", "j", 40, ""),
    ("200 j at once", OPEN, "j" * 200, 1, ""),
    ("200 Tab at once", OPEN, "\t" * 200, 1, ""),
    ("200 l in a span", OPEN + "v", "l" * 200, 1, ""),
    ("200 list j at once", "", "j" * 200, 1, ""),
]


def milliseconds(values):
    values = sorted(v * 1000 for v in values if v is not None)
    if not values:
        return "-"
    return f"{statistics.median(values):.2f} / {values[int(.95 * (len(values) - 1))]:.2f}"


def main():
    ap = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--posts", type=int, default=300)
    ap.add_argument("--size", action="append", help="columns x rows; 80x24 and 200x60 by default")
    ap.add_argument("--work", default="/tmp/postil-bench")
    ap.add_argument("--only", default="", help="only steps whose name holds this")
    ap.add_argument("--idle", type=float, default=3, help="seconds to watch it do nothing")
    a = ap.parse_args()
    folder = pathlib.Path(a.work)
    folder.mkdir(parents=True, exist_ok=True)
    env = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
           "XDG_CACHE_HOME": str(folder / "cache"), "XDG_STATE_HOME": str(folder / "state"),
           "XDG_CONFIG_HOME": str(folder / "config")}
    program = str(pathlib.Path(a.program).resolve())
    root = notebook(program, folder, a.posts, env)
    for size in a.size or ["80x24", "200x60"]:
        columns, rows = map(int, size.split("x"))
        start = lambda: Program([program, str(root)], columns, rows, env)
        print(f"{a.posts} posts, {size}, load {os.getloadavg()[0]:.1f}   (median / 95 %, ms)")
        print(f"{'':24}{'wall':>16}{'first':>16}{'cpu':>16}{'bytes':>8}")
        row = lambda name, runs: print(
            f"{name:24}" + "".join(
                f"{milliseconds([r[k] for r in runs]):>16}" for k in ("wall", "first", "cpu"))
            + f"{statistics.median(r['bytes'] for r in runs):>8.0f}")
        begun, early = [], []
        for _ in range(5):
            p = start()
            first, last, count = p.settle(p.began, 0.3)
            begun.append(dict(first=first, wall=last, cpu=p.cpu(), bytes=count))
            p.close()
            p = start()
            select.select([p.master], [], [], 5)
            p.settle(p.began, 0.001)
            early.append(p.press("j", quiet=0.3))
            p.close()
        if not a.only:
            row("start", begun)
            row("j right after start", early)
        single = []
        for name, there, key, times, before in STEPS:
            if a.only and a.only not in name:
                continue
            runs = []
            p = start()
            p.settle(now(), 0.3)
            for part in [there] if there else []:
                for piece in part.replace("\r", "\r\0").split("\0"):
                    if piece:
                        p.press(piece, quiet=0.1)
            for _ in range(times):
                if before:
                    p.press(before)
                runs.append(p.press(key, quiet=0.06 if key == "ts" else 0.03))
            p.close()
            row(name, runs)
            # Many in one write are not one key, and an edit waits for the disk.
            if len(key) == 1 and name != "u undo":
                single += runs
        if not a.only:
            row("all keys one by one", single)
            p = start()
            p.settle(now(), 1)
            cpu, woken = p.cpu(), p.wakeups()
            p.settle(now(), a.idle)
            print(f"idle for {a.idle:g} s: {p.wakeups() - woken} wakeups, "
                  f"{(p.cpu() - cpu) * 1000:.2f} ms of cpu")
            p.close()


if __name__ == "__main__":
    main()
