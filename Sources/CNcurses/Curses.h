/// The one place that includes ncurses, always its wide-character half.

#ifndef POSTIL_CURSES_H
#define POSTIL_CURSES_H

#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1

// Some systems keep a narrow curses.h beside the wide one.
#if __has_include(<ncursesw/curses.h>)
#include <ncursesw/curses.h>
#else
#include <curses.h>
#endif

#endif
