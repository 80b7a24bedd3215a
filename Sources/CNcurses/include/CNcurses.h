/// What Postil needs of ncurses and of signals, behind headers that show no curses type.
///
/// ncurses' macros, its globals and `cchar_t` cannot cross into Swift; they stay in the C files.

#ifndef POSTIL_CNCURSES_H
#define POSTIL_CNCURSES_H

#include "Guard.h"
#include "Screen.h"

#endif
