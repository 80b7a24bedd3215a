/// Keeps the terminal sane, however the program ends, and turns signals into bytes on a pipe.
///
/// Signals that ask something of the program (`WINCH`, `CONT`, `TSTP`, `TERM`, `HUP`, `INT`, `QUIT`)
/// are written into the pipe, one byte each, the signal's number. A second one that asks it to
/// leave ends it at once. Signals that mean a crash restore the terminal and end the program
/// the way they would have.

#ifndef POSTIL_GUARD_H
#define POSTIL_GUARD_H

#include <stdbool.h>

/// Remembers the terminal's settings, catches the signals, holds back what is written to stderr.
///
/// To be called before the screen opens: what it finds is what it restores. The descriptor stays
/// the caller's. Answers false when it is not a terminal or no pipe is to be had.
bool guard_arm(int terminal);

/// Restores the dispositions, and prints what was held back. To be called after the screen closed.
void guard_disarm(void);

/// For the time another program has the terminal, or none: stderr is the real one, `Ctrl+Z` stops
/// this program too, `Ctrl+C` is the other's.
void guard_pause(void);

/// The opposite of `guard_pause`.
void guard_resume(void);

/// The end of the pipe to read from; non-blocking. -1 while not armed.
int guard_signals(void);

/// Stops this program and those it shares a pipe with, as `Ctrl+Z` would, until it is continued.
void guard_stop(void);

#endif
