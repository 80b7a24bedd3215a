"""What a start, a key, a search and a tag cost against the number of posts."""
from figures import median, missing, size_of, time_of, typical, worst
from screen import DONE, WORDS, Peer, Session, postil_peak, search, start


def costs(c, runs):
    """The rows of one size: name, and a time in seconds or bytes, with how it is shown."""
    both = lambda found: f"{time_of(median(found))} · {time_of(median(found, 'cpu'))}"
    begun = [start(c) for _ in range(runs + 1)][1:]
    rows = {"start": both(begun)}
    with Session(c) as p:
        for name, key in [("j", "j"), ("page down", "\x1b[6~")]:
            rows[name] = both([p.press(key, patient=True) for _ in range(runs * 3)])
        rows["jump to the end"] = both(
            [(p.press("G", patient=True), p.press("gg", patient=True))[0] for _ in range(runs)])
        keys = []
        for word in WORDS:
            p.press("F", patient=True)
            keys += search(p, word, True)
            p.press("\x1b", patient=True)
        rows["filter, median key"] = f"{time_of(typical(keys))} · {time_of(typical(keys, 'cpu'))}"
        rows["filter, worst key"] = f"{time_of(worst(keys))} · {time_of(worst(keys, 'cpu'))}"
        for name, key in [("star", "*"), ("verdict", "ts")]:
            marks = []
            for _ in range(runs):
                p.press("j", patient=True)
                marks.append(p.press_until(key, DONE))
                p.press("u", quiet=0.1, patient=True)
            rows[name] = both(marks)
    rows["memory"] = size_of(postil_peak(c))
    return rows, median(begun)


def table(corpora, runs):
    print("wall · CPU" + " " * 12 + "".join(f"{c.posts:>20,}" for c in corpora), flush=True)
    columns = [costs(c, runs) for c in corpora]
    for name in columns[0][0]:
        print(f"{name:22}" + "".join(f"{rows[name]:>20}" for rows, _ in columns))
    first, last = columns[0][1], columns[-1][1]
    print(f"start at {corpora[-1].posts:,} is {last / first:.2f} × that at {corpora[0].posts:,}"
          " (asked: ≤ 1.3 at 1,000,000)")
    large = corpora[-1]
    if large.posts < 1_000_000:
        return
    if missing(["fzf"]):
        print("memory and search against fzf: skipped: fzf not installed")
        return
    with Peer(["fzf", "--exact"], rb"(\d+)/\1", large.env, large.file("lines.txt")) as fzf:
        theirs = [key for word in WORDS for key in search(fzf, word, False)]
        held = fzf.peak()
    with Session(large) as p:
        p.press("F", patient=True)
        ours = search(p, WORDS[0], True)
    print(f"worst key {worst(ours) / worst(theirs):.4f} × fzf --exact (asked: ≤ 0.01), memory "
          f"{postil_peak(large) / held:.3f} × (asked: ≤ 0.04)")
