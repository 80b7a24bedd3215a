"""How figures are compared, judged and printed."""
import collections, os, shutil, statistics

# What was measured, what the goal asks, what was found, and whether that is so.
Finding = collections.namedtuple("Finding", "what asked found ok")
Row = collections.namedtuple("Row", "name peers measure")
ROWS = []


def row(name, *peers):
    """A row of the table: a function that answers findings, and the programs it needs."""
    return lambda measure: ROWS.append(Row(name, peers, measure)) or measure


def missing(peers):
    """Those of the programs that are not installed."""
    return [p for p in peers if not shutil.which(p)]


def median(runs, key="wall"):
    values = [r[key] for r in runs if r[key] is not None]
    return statistics.median(values) if values else float("nan")


def time_of(seconds):
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def size_of(count):
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{count / 1e3:.0f} kB"


def ratio(what, most, ours, theirs, peer, key=None, of=median):
    """Holds one median against another: wall times, or the processor's when one is below 1 ms.

    A wall time below a millisecond says more of the machine's sleep than of the program.
    """
    if key is None:
        key = "cpu" if min(of(ours, "wall"), of(theirs, "wall")) < 0.001 else "wall"
    mine, other = of(ours, key), of(theirs, key)
    shown = (lambda n: f"{n:.0f}") if key == "bytes" else time_of
    unit = " of CPU" if key == "cpu" else " bytes" if key == "bytes" else ""
    return Finding(what, f"≤ {most:.3g} × {peer}",
                   f"{mine / other:.3g} ×  ({shown(mine)} to {shown(other)}{unit})",
                   mine <= most * other)


def worst(runs, key="wall"):
    """The slowest key, each taken as the median of its repetitions."""
    return max(median(same, key) for same in by_key(runs))


def typical(runs, key="wall"):
    return statistics.median(median(same, key) for same in by_key(runs))


def by_key(runs):
    groups = {}
    for run in runs:
        groups.setdefault(run["key"], []).append(run)
    return [g for g in groups.values() if any(r["wall"] is not None for r in g)]


def least(what, most, found, shown):
    return Finding(what, f"≤ {shown(most)}", shown(found), found <= most)


HEAD = f"{'what':42}{'asked':28}{'found':48}{'load':>5}"


def line(finding):
    verdict = {True: "ok", False: "missed", None: ""}[finding.ok]
    return (f"{finding.what:42}{finding.asked:28}{finding.found:48}"
            f"{os.getloadavg()[0]:5.1f}  {verdict}")
