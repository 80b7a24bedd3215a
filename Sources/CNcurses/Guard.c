#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1

#include "Guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

// A Swift trap is ILL on x86-64 and TRAP on arm64.
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
static const int requests[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
static const int notices[] = {SIGWINCH, SIGCONT, SIGTSTP};

static struct sigaction old_crashes[COUNT(crashes)];
static struct sigaction old_requests[COUNT(requests)];
static struct sigaction old_notices[COUNT(notices)];

static int terminal = -1;
static struct termios settings;
static int wake[2] = {-1, -1};
static int held_stderr = -1;  // the unlinked file that stderr is while the screen is up
static int real_stderr = -1;
static bool debugging;
static char crash_stack[64 * 1024];
static volatile sig_atomic_t drawn, asked_to_leave;

// What the screen switched on, in the order of what garbles most: frame, mouse, focus, paste, keypad, looks.
static const char sane[] =
    "\033[?2026l\033[?1006l\033[?1002l\033[?1004l\033[?2004l\033[?1l\033>\033[0m\033[?25h\033[?1049l\r";

static void write_all(int descriptor, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t written = write(descriptor, bytes, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    count -= (size_t)written;
  }
}

// From here to `on_notice`: in handlers, so nothing but what POSIX calls async-signal-safe.

static void release_stderr(void) {
  if (real_stderr < 0) return;
  dup2(real_stderr, STDERR_FILENO);
  if (held_stderr >= 0 && lseek(held_stderr, 0, SEEK_SET) == 0) {
    char bytes[4096];
    ssize_t count;
    while ((count = read(held_stderr, bytes, sizeof bytes)) > 0)
      write_all(STDERR_FILENO, bytes, (size_t)count);
    if (ftruncate(held_stderr, 0) == 0) lseek(held_stderr, 0, SEEK_SET);
  }
}

static void restore(void) {
  if (!drawn) return;
  drawn = 0;
  write_all(terminal, sane, sizeof sane - 1);
  tcsetattr(terminal, TCSANOW, &settings);
  release_stderr();
}

static void on_crash(int number) {
  restore();
  size_t index = 0;
  while (index < COUNT(crashes) - 1 && crashes[index] != number) index++;
  // Swift's own handler takes the terminal again and waits for a key: only for those who ask.
  if (debugging) sigaction(number, &old_crashes[index], NULL);
  else signal(number, SIG_DFL);
  raise(number);
}

static void on_notice(int number) {
  int error = errno;
  char byte = (char)number;
  if (write(wake[1], &byte, 1) < 0) { /* full: the reader has enough to wake up for */ }
  errno = error;
}

static void on_request(int number) {
  if (!asked_to_leave) {
    asked_to_leave = 1;
    on_notice(number);
    return;
  }
  restore();
  signal(number, SIG_DFL);
  raise(number);
}

static void catch(int number, void (*handler)(int), int flags, struct sigaction *old) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  sigemptyset(&action.sa_mask);
  sigaddset(&action.sa_mask, SIGTTOU);  // so that a background program may restore too
  sigaction(number, &action, old);
}

static void hold_stderr(void) {
  if (held_stderr >= 0) dup2(held_stderr, STDERR_FILENO);
}

static void open_held_stderr(void) {
  if (!isatty(STDERR_FILENO)) return;  // a log file that someone asked for
  const char *folder = getenv("TMPDIR");
  char path[4096];
  int length =
      snprintf(path, sizeof path, "%s/postil-XXXXXX", folder && *folder ? folder : "/tmp");
  if (length < 0 || (size_t)length >= sizeof path) return;
  held_stderr = mkstemp(path);
  if (held_stderr < 0) return;
  unlink(path);
  fcntl(held_stderr, F_SETFD, FD_CLOEXEC);
  real_stderr = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
}

static bool open_pipe(void) {
  if (pipe(wake) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(wake[i], F_SETFD, FD_CLOEXEC);
    fcntl(wake[i], F_SETFL, O_NONBLOCK);
  }
  return true;
}

bool guard_arm(int descriptor) {
  if (tcgetattr(descriptor, &settings) != 0 || !open_pipe()) return false;
  terminal = descriptor;
  debugging = getenv("POSTIL_DEBUG") != NULL;
  open_held_stderr();
  asked_to_leave = 0;
  // A stack that ran over cannot hold the handler.
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < COUNT(crashes); i++)
    catch(crashes[i], on_crash, SA_ONSTACK | SA_NODEFER, &old_crashes[i]);
  for (size_t i = 0; i < COUNT(requests); i++)
    catch(requests[i], on_request, 0, &old_requests[i]);
  for (size_t i = 0; i < COUNT(notices); i++) catch(notices[i], on_notice, 0, &old_notices[i]);
  hold_stderr();
  drawn = 1;
  return true;
}

void guard_disarm(void) {
  if (terminal < 0) return;
  drawn = 0;
  release_stderr();
  for (size_t i = 0; i < COUNT(crashes); i++) sigaction(crashes[i], &old_crashes[i], NULL);
  for (size_t i = 0; i < COUNT(requests); i++) sigaction(requests[i], &old_requests[i], NULL);
  for (size_t i = 0; i < COUNT(notices); i++) sigaction(notices[i], &old_notices[i], NULL);
  int *descriptors[] = {&wake[0], &wake[1], &held_stderr, &real_stderr};
  for (size_t i = 0; i < COUNT(descriptors); i++) {
    if (*descriptors[i] >= 0) close(*descriptors[i]);
    *descriptors[i] = -1;
  }
  terminal = -1;
}

void guard_pause(void) {
  drawn = 0;
  release_stderr();
  signal(SIGINT, SIG_IGN);
  signal(SIGQUIT, SIG_IGN);
  signal(SIGTSTP, SIG_DFL);
}

void guard_resume(void) {
  catch(SIGINT, on_request, 0, NULL);
  catch(SIGQUIT, on_request, 0, NULL);
  catch(SIGTSTP, on_notice, 0, NULL);
  hold_stderr();
  drawn = 1;
}

int guard_signals(void) { return wake[0]; }

void guard_stop(void) { kill(0, SIGTSTP); }
