"""The generated posts at one size, and what Postil and its peers make of them, kept between runs."""
import functools, json, os, pathlib, shutil, subprocess, sys, time

from terminal import command

# Above this, peers with a file or an entry for every post are left out: they would take hours.
LARGE = 500_000
COMMITS = 10_000
# A post newer than all others, so that a program can be seen to show the first row.
NEWEST = dict(id="999", created_at="2026-11-02T00:00:00Z", username="newest_of_all",
              text="Nobody has posted anything after this.")


class Corpus:
    def __init__(self, posts, work, bench, program):
        self.posts, self.bench, self.program = posts, bench, str(program)
        self.root = work / str(posts)
        self.root.mkdir(parents=True, exist_ok=True)
        self.work, home = work, work / "home"
        home.mkdir(exist_ok=True)
        foreign = ("FZF_", "TIG", "NOTMUCH_", "POSTIL_", "RIPGREP_", "GIT_", "LINES", "COLUMNS")
        self.env = {k: v for k, v in os.environ.items() if not k.startswith(foreign)}
        self.env.update(
            TERM="xterm-256color", LANG="C.UTF-8", LC_ALL="C.UTF-8", ESCDELAY="25", HOME=str(home),
            XDG_CACHE_HOME=str(self.root / "cache"), XDG_STATE_HOME=str(self.root / "state"),
            XDG_CONFIG_HOME=str(work / "config"),
            NOTMUCH_CONFIG=str(self.root / "notmuch.config"),
            GIT_DIR=str(self.root / "git"), GIT_WORK_TREE=str(self.root / "notebook"))

    # What was made, and how long that took.

    def made(self, name):
        """What `once` kept of it."""
        kept = self.root / "made.json"
        return (json.loads(kept.read_text()) if kept.exists() else {}).get(name)

    def once(self, name, make):
        """Makes something unless an earlier run did: its time, with the load and the hour."""
        if found := self.made(name):
            return found
        print(f"  making {name} of {self.posts} posts …", file=sys.stderr, flush=True)
        found = make() or {}
        found.update(load=round(os.getloadavg()[0], 1), at=time.strftime("%F %H:%M"))
        kept = self.root / "made.json"
        everything = json.loads(kept.read_text()) if kept.exists() else {}
        kept.write_text(json.dumps({**everything, name: found}, indent=1))
        return found

    def file(self, name):
        """A file or folder of the corpus: posts.jsonl, lines.txt, feed.xml, Maildir."""
        formats = "jsonl,lines" + (",atom,maildir" if self.posts < LARGE else "")
        self.once("corpus", lambda: command(
            [sys.executable, self.bench / "gen_corpus.py", "-n", self.posts, "-o",
             self.root / "corpus", "--formats", formats], self.env))
        return self.root / "corpus" / name

    def each(self):
        """The posts, each id once, oldest first."""
        seen = set()
        with open(self.file("posts.jsonl")) as lines:
            for line in lines:
                post = json.loads(line)
                if post["id"] not in seen:
                    seen.add(post["id"])
                    yield post

    # Postil

    @functools.cached_property
    def notebook(self):
        root = self.root / "notebook"

        def make():
            shutil.rmtree(root, ignore_errors=True)
            (self.root / "newest.jsonl").write_text(json.dumps(NEWEST) + "\n")
            command([self.program, "init", root], self.env)
            files = [self.file("posts.jsonl"), self.root / "newest.jsonl"]
            return command([self.program, "import", "-n", root, *files, "--yes"], self.env)

        self.once("notebook", make)
        return root

    def postil(self, name, *words):
        """A command of Postil on the notebook."""
        return [self.program, name, "-n", str(self.notebook), *map(str, words)]

    def ask(self, *argv):
        """What a command prints; nothing when it finds nothing."""
        return subprocess.run([str(a) for a in argv], env=self.env, capture_output=True,
                              text=True).stdout

    def index(self):
        """The bytes of Postil's index on the disk."""
        return used(self.root / "cache")

    # Peers

    @functools.cached_property
    def notmuch(self):
        """The folder of notmuch's index, which `notmuch new` has filled."""
        mail = self.file("Maildir")
        (self.root / "notmuch.config").write_text(
            f"[database]\npath={mail}\n[user]\nname=me\nprimary_email=me@x.invalid\n"
            "[new]\ntags=inbox\n[search]\nexclude_tags=\n")

        def make():
            shutil.rmtree(mail / ".notmuch", ignore_errors=True)
            return command(["notmuch", "new", "--quiet"], self.env)

        self.once("notmuch", make)
        return mail / ".notmuch"

    @functools.cached_property
    def newsboat(self):
        """The command that browses the feed, which it has read."""
        folder = self.root / "newsboat"
        folder.mkdir(exist_ok=True)
        (folder / "urls").write_text(f"file://{self.file('feed.xml')}\n")
        (folder / "config").write_text("max-items 0\nshow-read-feeds yes\nauto-reload no\n")
        argv = ["newsboat", "-q", "-C", str(folder / "config"), "-u", str(folder / "urls"),
                "-c", str(folder / "cache.db")]
        self.once("newsboat", lambda: command([*argv, "-x", "reload"], self.env))
        return argv

    @functools.cached_property
    def tig(self):
        """The environment in which tig browses a history as long as it was measured with."""
        root = self.work / "history"
        env = {**self.env, "GIT_DIR": str(root / ".git"), "GIT_WORK_TREE": str(root)}
        if not (root / "made").exists():
            shutil.rmtree(root, ignore_errors=True)
            root.mkdir()
            command(["git", "init", "-q", "-b", "main"], env)
            load = subprocess.Popen(["git", "fast-import", "--quiet"], env=env,
                                    stdin=subprocess.PIPE)
            texts = [" ".join(p["text"].split()) for _, p in zip(range(COMMITS), self.each())]
            for n in range(COMMITS):
                text = texts[n % len(texts)].encode()
                who = b"Author %d <a%d@x.invalid> %d +0000" % (n % 97, n % 97, 1635724800 + n * 900)
                load.stdin.write(
                    b"commit refs/heads/main\nauthor %s\ncommitter %s\ndata %d\n%s\n"
                    b"M 100644 inline notes/%d.md\ndata %d\n%s\n\n"
                    % (who, who, len(text[:200]), text[:200], n % 997, len(text), text))
            load.stdin.close()
            if load.wait():
                raise SystemExit("git fast-import failed")
            command(["git", "reset", "-q", "--hard"], env)
            (root / "made").touch()
        return env

    def git(self):
        """Commits the notebook as it is, to a repository beside it."""
        self.notebook
        if not self.made("git"):
            command(["git", "init", "-q"], self.env)
            for setting in (("user.name", "me"), ("user.email", "me@x.invalid"), ("gc.auto", "0")):
                command(["git", "config", *setting], self.env)
        self.once("git", lambda: command(["git", "add", "-A"], self.env))
        command(["git", "add", "-A"], self.env)
        command(["git", "commit", "-q", "--allow-empty", "-m", "All"], self.env)


def used(folder):
    """The bytes that a folder takes on the disk."""
    files = [f for f in pathlib.Path(folder).rglob("*") if f.is_file()]
    return sum(f.stat().st_blocks * 512 for f in files)
