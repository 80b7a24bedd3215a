/// One screen, drawn by ncurses. Everything here belongs on the main thread.
///
/// Rows and columns count cells from 0. Text is UTF-8.

#ifndef POSTIL_SCREEN_H
#define POSTIL_SCREEN_H

#include <stdbool.h>

/// How a cell is drawn; added up.
enum {
  SCREEN_BOLD = 1,
  SCREEN_DIM = 2,
  SCREEN_ITALIC = 4,
  SCREEN_UNDERLINE = 8,
  SCREEN_REVERSE = 16,
};

/// What terminfo says of a terminal.
struct screen_abilities {
  /// Whether there is an entry of that name at all.
  bool known;
  /// Whether it can place the cursor, without which nothing can be drawn.
  bool moves_cursor;
  /// Whether colours are 24-bit values and not indices (`RGB`).
  bool direct;
  /// How many colours there are; 0 when none.
  int colors;
};

/// Sets the character type of the locale: one with UTF-8 if that is wanted, even if it is not the one
/// that the environment names, else plain ASCII.
///
/// Answers whether it has UTF-8; without it everything beyond ASCII is drawn as `?`.
bool screen_set_locale(bool wants_utf8);

/// Looks a terminal up without opening it.
struct screen_abilities screen_probe(const char *term);

/// Takes over the terminal: raw keys, no echo, alternate screen.
///
/// Both descriptors stay the caller's. A modern terminal gets its frames in synchronized updates (mode
/// 2026). Answers false when the terminal cannot be used.
bool screen_open(const char *term, int input, int output, bool color, bool modern);

/// Switches things on in the terminal in place of those before; what is off when it is given back.
void screen_set_modes(const char *on, const char *off);

/// Sends bytes as they are, after everything drawn before.
void screen_send(const char *bytes);

/// Gives the terminal back for good.
void screen_close(void);

/// Gives the terminal back for a while.
void screen_pause(void);

/// Takes it again; the next flush draws everything anew.
void screen_resume(void);

/// Has the next flush draw everything anew.
void screen_repaint(void);

/// Tells ncurses the size of the window, and forgets what was drawn.
void screen_resize(int rows, int columns);

/// How many pairs of colours can be defined, from 1; 0 without colour.
int screen_pairs(void);

/// Defines a pair of colours; -1 is the terminal's own. Answers false when it cannot be shown.
bool screen_define_pair(int pair, int foreground, int background);

/// Draws one cell, or two when `width` says so, and never touches a third.
///
/// A glyph that this system takes for wider or does not know is replaced, a narrower one is filled
/// up, so that what stands right of it never moves.
void screen_put(int row, int column, const char *glyph, int width, int attributes, int pair);

/// Draws one cell with a printable character of ASCII, of which nothing has to be looked up.
void screen_put_ascii(int row, int column, char character, int attributes, int pair);

/// Places the cursor, shown or not: screen readers follow it even when it is hidden.
void screen_place_cursor(int row, int column, bool shown);

/// Sends what changed.
void screen_flush(void);

/// The bytes a key of the terminal sends, by its terminfo name (`kcuu1`); NULL when it has none.
const char *screen_key_sequence(const char *capability);

#endif
