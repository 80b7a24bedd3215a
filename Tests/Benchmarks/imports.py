#!/usr/bin/env python3
"""An import against a bare loop that writes as many small files and fills a bare FTS5 table.

  imports.py .build/release/postil [--posts 100000] [--runs 1] [--work /tmp/postil-imports]
  imports.py .build/release/postil --megabytes 500      memory alone, of a file of that size
"""
import argparse, json, os, pathlib, random, shutil, sqlite3, sys, time

from figures import size_of, time_of

VOCABULARY = 20_000


def record(number, dice):
    words = " ".join(f"w{int(dice.random() ** 2 * VOCABULARY):05}" for _ in range(60))
    moment = time.gmtime(1_700_000_000 + number * 97)
    return {"id_str": str(1_724_551_145_565_578_365 + number * 40_000_003), "full_text": words,
            "created_at": time.strftime("%a %b %d %H:%M:%S +0000 %Y", moment),
            "user": {"screen_name": f"u{number % 1999}", "name": "User"}, "lang": "en"}


def write_posts(path, posts=None, size=None):
    """One JSON object a line: so many of them, or until there are so many bytes."""
    dice, number = random.Random(1), 0
    with open(path, "w") as file:
        while number < posts if posts else file.tell() < size:
            file.write(json.dumps(record(number, dice)) + "\n")
            number += 1
    return number


def bare(source, folder):
    """What no import can do without: the files, and the words in an index."""
    posts = [json.loads(line) for line in open(source)]
    began = time.perf_counter()
    for number, post in enumerate(posts):
        part = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            part.mkdir(parents=True)
        (part / f"{post['id_str']}.md").write_text(
            f"---\nid: x-{post['id_str']}\nkind: post\nauthor: \"@{post['user']['screen_name']}\"\n"
            f"posted: {post['created_at']}\n---\n\n{post['full_text']}\n")
    table = sqlite3.connect(folder / "words.sqlite")
    table.execute("PRAGMA journal_mode = WAL")
    table.execute("CREATE VIRTUAL TABLE words USING fts5(body, content='')")
    table.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)",
                      ((number, post["full_text"]) for number, post in enumerate(posts)))
    table.commit()
    return time.perf_counter() - began


def imported(program, source, folder):
    """Seconds, and the most memory that was held, in bytes."""
    env = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache"),
           "XDG_STATE_HOME": str(folder / "state")}
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
             (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]

    def run(*words):
        began = time.perf_counter()
        _, status, used = os.wait4(
            os.posix_spawn(program, [program, *words], env, file_actions=quiet), 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(f"{' '.join(words)} failed")
        return time.perf_counter() - began, used.ru_maxrss * 1024

    run("init", str(folder / "notebook"))
    return run("import", "-n", str(folder / "notebook"), "--yes", str(source))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--posts", type=int, default=100_000)
    ap.add_argument("--runs", type=int, default=1)
    ap.add_argument("--megabytes", type=int)
    ap.add_argument("--work", default="/tmp/postil-imports")
    a = ap.parse_args()
    program, work = str(pathlib.Path(a.program).resolve()), pathlib.Path(a.work)
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    source = work / "posts.jsonl"
    if a.megabytes:
        count = write_posts(source, size=a.megabytes * 1_000_000)
        wall, peak = imported(program, source, work / "ours")
        print(f"{count} posts in {size_of(source.stat().st_size)}: {time_of(wall)}, at most "
              f"{size_of(peak)} of memory   (asked: 300 MB)")
        return
    count = write_posts(source, posts=a.posts)
    for turn in range(a.runs):
        # A disk that has just taken many files is slower for a while.
        os.sync()
        theirs = bare(source, work / f"bare{turn}")
        os.sync()
        ours, peak = imported(program, source, work / f"ours{turn}")
        print(f"{count} posts: {ours / theirs:.2f} ×  ({time_of(ours)} to {time_of(theirs)}, at most "
              f"{size_of(peak)} of memory)   (asked: 1.6 ×)   load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
