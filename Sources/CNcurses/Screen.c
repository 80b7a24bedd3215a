#include "Curses.h"

#include "Frame.h"
#include "Screen.h"

#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *input_file, *output_file;
static bool utf8;
// Whether -1, the terminal's own colour, may be part of a pair.
static bool own_colors;

// What the program switches on in the terminal, and how it is switched off.
static char modes_on[64], modes_off[64];
// Whether frames are sent in synchronized updates.
static bool synchronized;
static const char *const sync_begin = "\033[?2026h";
static const char *const sync_end = "\033[?2026l";

// Past ncurses' buffer, which doupdate alone flushes: putp would send these after the frame.
void screen_send(const char *bytes) {
  fputs(bytes, output_file);
  fflush(output_file);
}

bool screen_set_locale(bool wants_utf8) {
  // Only the character type: numbers must go on being read and written with a point.
  static const char *const names[] = {"", "C.UTF-8", "en_US.UTF-8", "UTF-8"};
  utf8 = false;
  if (wants_utf8) for (size_t i = 0; i < sizeof names / sizeof *names && !utf8; i++)
    utf8 = setlocale(LC_CTYPE, names[i]) && strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
  if (!utf8) setlocale(LC_CTYPE, "");
  return utf8;
}

static bool take_settings(bool color) {
  if (raw() == ERR || noecho() == ERR || nonl() == ERR) return false;
  keypad(stdscr, TRUE);  // so that arrows send what terminfo says they send
  // Keys are read elsewhere. With typeahead, doupdate would stop in the middle of a frame.
  typeahead(-1);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  own_colors = false;
  if (color && start_color() == OK) own_colors = use_default_colors() == OK;
  return true;
}

bool screen_open(const char *term, int input, int output, bool color, bool modern) {
  synchronized = modern;
  // With these, ncurses would not believe the window when it changes its size.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  int in = dup(input), out = dup(output);
  input_file = in < 0 ? NULL : fdopen(in, "r");
  output_file = out < 0 ? NULL : fdopen(out, "w");
  if (input_file && output_file) screen = newterm((char *)term, output_file, input_file);
  frame_open(output);
  if (screen && take_settings(color)) return true;
  screen_close();
  return false;
}

void screen_close(void) {
  if (screen) {
    screen_send(modes_off);
    endwin();
    delscreen(screen);
  }
  if (input_file) fclose(input_file);
  if (output_file) fclose(output_file);
  screen = NULL;
  input_file = output_file = NULL;
  frame_close();
}

void screen_set_modes(const char *on, const char *off) {
  screen_send(modes_off);
  snprintf(modes_on, sizeof modes_on, "%s", on);
  snprintf(modes_off, sizeof modes_off, "%s", off);
  screen_send(modes_on);
}

void screen_pause(void) {
  screen_send(modes_off);
  endwin();
}

void screen_resume(void) {
  screen_repaint();
  wnoutrefresh(stdscr);
  doupdate();  // takes the raw mode and the alternate screen again
  screen_send(modes_on);
}

void screen_repaint(void) { clearok(curscr, TRUE); }

void screen_resize(int rows, int columns) {
  // Not resizeterm: it queues a KEY_RESIZE for a reader that there is not.
  resize_term(rows, columns);
  werase(stdscr);
  screen_repaint();
}

int screen_pairs(void) { return has_colors() && COLOR_PAIRS > 1 ? COLOR_PAIRS - 1 : 0; }

bool screen_define_pair(int pair, int foreground, int background) {
  if (!own_colors) {
    if (foreground < 0) foreground = COLOR_WHITE;
    if (background < 0) background = COLOR_BLACK;
  }
#if NCURSES_EXT_COLORS
  return init_extended_pair(pair, foreground, background) == OK;
#else
  return pair < 256 && init_pair((short)pair, (short)foreground, (short)background) == OK;
#endif
}

static attr_t curses_attributes(int attributes) {
  attr_t sum = WA_NORMAL;
  if (attributes & SCREEN_BOLD) sum |= WA_BOLD;
  if (attributes & SCREEN_DIM) sum |= WA_DIM;
#ifdef WA_ITALIC
  if (attributes & SCREEN_ITALIC) sum |= WA_ITALIC;
#endif
  if (attributes & SCREEN_UNDERLINE) sum |= WA_UNDERLINE;
  if (attributes & SCREEN_REVERSE) sum |= WA_REVERSE;
  return sum;
}

static void put(int row, int column, const wchar_t *text, attr_t attributes, int pair) {
  cchar_t cell;
#if NCURSES_EXT_COLORS
  int set = setcchar(&cell, text, attributes, 0, &pair);
#else
  int set = setcchar(&cell, text, attributes, (short)pair, NULL);
#endif
  // The very last cell answers ERR, because the cursor cannot move on; it is drawn all the same.
  if (set == OK) mvadd_wch(row, column, &cell);
}

// The next base of `text` and its marks; answers how many characters that is.
static size_t cluster(const wchar_t *text) {
  size_t length = 1;
  while (text[length] && wcwidth(text[length]) == 0) length++;
  return length;
}

void screen_put(int row, int column, const char *glyph, int width, int attributes, int pair) {
  wchar_t text[2 * CCHARW_MAX + 1];
  attr_t how = curses_attributes(attributes);
  bool ascii = (unsigned char)glyph[0] < 0x80 && (!glyph[0] || !glyph[1]);
  size_t length = utf8 || ascii ? mbstowcs(text, glyph, 2 * CCHARW_MAX) : (size_t)-1;
  if (length == (size_t)-1) length = 0;
  text[length] = L'\0';
  int drawn = 0;
  // Mostly one base; two for the letters of a flag.
  for (const wchar_t *next = text; *next && drawn < width;) {
    size_t count = cluster(next);
    int columns = wcwidth(*next);
    if (columns < 1 || drawn + columns > width) break;
    wchar_t one[CCHARW_MAX + 1] = {0};
    wmemcpy(one, next, count < CCHARW_MAX ? count : CCHARW_MAX);
    put(row, column + drawn, one, how, pair);
    drawn += columns;
    next += count;
  }
  if (drawn == 0) put(row, column + drawn++, utf8 ? L"▯" : L"?", how, pair);
  while (drawn < width) put(row, column + drawn++, L" ", how, pair);
}

void screen_put_ascii(int row, int column, char character, int attributes, int pair) {
  const wchar_t text[] = {(wchar_t)character, L'\0'};
  put(row, column, text, curses_attributes(attributes), pair);
}

void screen_place_cursor(int row, int column, bool shown) {
  curs_set(shown ? 1 : 0);
  move(row, column);
}

void screen_flush(void) {
  wnoutrefresh(stdscr);
  int output = fileno(output_file);
  if (frame_begin(output)) {
    doupdate();
    if (!frame_send(output, synchronized ? sync_begin : "", synchronized ? sync_end : ""))
      screen_repaint();
    return;
  }
  if (synchronized) screen_send(sync_begin);
  doupdate();
  if (synchronized) screen_send(sync_end);
}
