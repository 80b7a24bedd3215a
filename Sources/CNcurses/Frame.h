/// Sends what ncurses draws as a whole.
///
/// ncurses writes some 2,800 bytes at a time, and each write wakes whoever reads the terminal. So its
/// descriptor is a file in memory while it draws.

#ifndef POSTIL_FRAME_H
#define POSTIL_FRAME_H

#include <stdbool.h>

/// Takes note of the terminal, which stays the caller's.
void frame_open(int terminal);

void frame_close(void);

/// Leads a descriptor of the terminal into memory; false where that cannot be done.
bool frame_begin(int descriptor);

/// Leads it to the terminal again, and sends what was written between `before` and `after`; nothing
/// when nothing was. Answers false when the frame was lost.
bool frame_send(int descriptor, const char *before, const char *after);

#endif
