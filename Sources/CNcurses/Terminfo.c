// Before term.h, which makes macros of plain words (`columns`, `lines`).
#include "Screen.h"

#include "Curses.h"

#if __has_include(<ncursesw/term.h>)
#include <ncursesw/term.h>
#else
#include <term.h>
#endif

#include <unistd.h>

// Terminfo answers -1 for a name that is not a string's.
static const char *string(const char *capability) {
  const char *bytes = tigetstr((char *)capability);
  return bytes == (char *)-1 ? NULL : bytes;
}

struct screen_abilities screen_probe(const char *term) {
  struct screen_abilities found = {0};
  int error = 0;
  if (setupterm((char *)term, STDOUT_FILENO, &error) != OK) return found;
  int colors = tigetnum("colors");
  // RGB may be a flag, a number or a string.
  bool rgb = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || string("RGB");
  found.known = true;
  found.moves_cursor = string("cup") != NULL;
  found.direct = rgb && colors >= 1 << 24;
  found.colors = colors > 0 ? colors : 0;
  del_curterm(cur_term);
  return found;
}

const char *screen_key_sequence(const char *capability) { return string(capability); }
