"""A program on a terminal of its own, or a command, timed as somebody waits for it."""
import fcntl, os, re, select, signal, struct, termios, threading, time

now = time.perf_counter


class Program:
    """A program on a terminal of its own."""

    def __init__(self, argv, columns, rows, env, stdin=None, folder=None):
        """`stdin`: a file that is read instead of the terminal, as `fzf` does."""
        self.master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        # The first to be opened becomes the terminal of the session.
        opened = [(os.POSIX_SPAWN_OPEN, 0, os.ttyname(slave), os.O_RDWR, 0)]
        opened += [(os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        if stdin:
            opened.append((os.POSIX_SPAWN_OPEN, 0, str(stdin), os.O_RDONLY, 0))
        with inside(folder):
            self.began = now()
            self.pid = os.posix_spawnp(argv[0], argv, env, file_actions=opened, setsid=True)
        os.close(slave)
        self.has_ended = False

    def cpu(self):
        """Seconds of all its threads so far."""
        return time.clock_gettime((~self.pid << 3) | 2)

    def main_turn(self):
        """Seconds of the thread that it began with, and how often that went to sleep."""
        of = f"/proc/{self.pid}/task/{self.pid}/"
        slept = re.search(r"voluntary_ctxt_switches:\s+(\d+)", open(of + "status").read())
        return int(open(of + "schedstat").read().split()[0]) / 1e9, int(slept[1])

    def read(self, wait):
        """What comes within `wait` s; empty when nothing does, or the program has ended."""
        if not select.select([self.master], [], [], wait)[0]:
            return b""
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        self.has_ended = not data
        return data

    def settle(self, since, quiet, patient=False):
        """Reads until nothing came for `quiet` s: first and last arrival after `since`, bytes.

        What has not begun after 0.3 s never will: the key changed nothing. With `patient` a program
        that is still at work is waited for, as one that searches behind its prompt.
        """
        first = last = None
        count = 0
        while True:
            wait = quiet if count else max(quiet, 0.3)
            before = self.cpu()
            data = self.read(wait)
            if data:
                last = now() - since
                first = first if first is not None else last
                count += len(data)
            elif self.has_ended or not patient or self.cpu() - before < wait / 10:
                return first, last, count

    def press(self, keys, quiet=0.03, patient=False):
        before, since = self.cpu(), now()
        os.write(self.master, keys.encode())
        first, last, count = self.settle(since, quiet, patient)
        return dict(first=first, wall=last, cpu=self.cpu() - before, bytes=count)

    def until(self, pattern, since=None, limit=60):
        """Reads until the frame that has `pattern` in it is whole: its last byte's arrival, and the
        processor's time. No arrival when the program ends or `limit` s pass before."""
        since = self.began if since is None else since
        seen, last = b"", None
        while now() - since < limit and not self.has_ended:
            data = self.read(0.003 if last else 1)
            if data:
                seen += data
                if last or re.search(pattern, seen):
                    last = now() - since
            elif last:
                break
        return dict(wall=last, cpu=self.cpu(), bytes=len(seen))

    def press_until(self, keys, pattern):
        """The same to the frame that says so, though the program goes on with what is behind it."""
        before, since = self.cpu(), now()
        os.write(self.master, keys.encode())
        told = self.until(pattern, since, limit=5)
        self.settle(now(), 0.1, patient=True)
        return dict(first=told["wall"], wall=told["wall"], cpu=self.cpu() - before,
                    bytes=told["bytes"])

    def wakeups(self):
        total = 0
        for task in os.listdir(f"/proc/{self.pid}/task"):
            for line in open(f"/proc/{self.pid}/task/{task}/status"):
                if line.startswith("voluntary"):
                    total += int(line.split()[1])
        return total

    def peak(self):
        """The most memory that it ever held, in bytes."""
        status = open(f"/proc/{self.pid}/status").read()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) * 1024

    def close(self):
        os.killpg(self.pid, signal.SIGKILL)
        os.close(self.master)
        os.waitpid(self.pid, 0)


class Turns:
    """Watches how long the first thread of a program works without going to sleep: so long a key
    that comes meanwhile has to wait."""

    def __init__(self, program):
        self.program, self.longest, self.is_over = program, 0, threading.Event()
        self.watcher = threading.Thread(target=self.watch)

    def __enter__(self):
        self.began, self.slept = self.program.main_turn()
        self.watcher.start()
        return self

    def __exit__(self, *_):
        self.is_over.set()
        self.watcher.join()

    def watch(self):
        is_over = False
        while not is_over:
            is_over = self.is_over.wait(0.0005)
            spent, slept = self.program.main_turn()
            self.longest = max(self.longest, spent - self.began)
            if slept != self.slept:
                self.began, self.slept = spent, slept


class inside:
    """The working folder while a program is begun, which spawning cannot set."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        self.old = os.getcwd()
        if self.folder:
            os.chdir(self.folder)

    def __exit__(self, *_):
        os.chdir(self.old)


def command(argv, env, folder=None):
    """Runs a command whose output nobody reads: its time, and the processor's with its children."""
    opened = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in range(3)]
    with inside(folder):
        since = now()
        pid = os.posix_spawnp(argv[0], [str(a) for a in argv], env, file_actions=opened)
    _, status, used = os.wait4(pid, 0)
    wall = now() - since
    if status:
        raise SystemExit(f"{' '.join(map(str, argv))}: ended with status {status}")
    return dict(wall=wall, cpu=used.ru_utime + used.ru_stime)
