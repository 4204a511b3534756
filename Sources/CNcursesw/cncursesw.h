#ifndef RISKTOP_CNCURSESW_H
#define RISKTOP_CNCURSESW_H

/* The wide-character interface has to be asked for here: no setting of the build reaches Swift's importer. */
#define NCURSES_WIDECHAR 1

#include <locale.h>
#include <ncurses.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <term.h>
#include <wchar.h>

/* What Swift cannot import of ncurses, or may not touch because it is global and mutable: macros with arguments, masks
   made by macros, and the variables stdscr, stdin and stdout. Each is the macro or the variable itself under another
   name. */

static inline SCREEN *risktop_newterm(void) { return newterm(NULL, stdout, stdin); }
static inline int risktop_colors(void) { return COLORS; }
static inline WINDOW *risktop_stdscr(void) { return stdscr; }

static inline unsigned int risktop_attribute_bold(void) { return A_BOLD; }
static inline unsigned int risktop_attribute_dim(void) { return A_DIM; }
static inline unsigned int risktop_attribute_reverse(void) { return A_REVERSE; }
static inline unsigned int risktop_attribute_underline(void) { return A_UNDERLINE; }

static inline int risktop_key_f0(void) { return KEY_F0; }

/* The terminal's size as the kernel knows it; 0 where it knows none. */
static inline void risktop_window_size(int descriptor, int *width, int *height) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) { size.ws_col = 0; size.ws_row = 0; }
  *width = size.ws_col;
  *height = size.ws_row;
}

/* A string capability of the terminal, or NULL; ncurses marks "absent" and "cancelled" by pointers that are no strings. */
static inline const char *risktop_capability(const char *name) {
  const char *value = tigetstr((char *)name);
  return (value == NULL || value == (const char *)-1) ? NULL : value;
}

/* Not declared by <wchar.h> in the dialect of C that Swift imports. */
extern int wcwidth(wchar_t character);

static inline int risktop_define_key(const char *sequence, int code) { return define_key(sequence, code); }

/* The code of the key that sends these bytes; 0 where no key does, -1 where keys do that send more. */
static inline int risktop_key_defined(const char *sequence) { return key_defined(sequence); }

/* Reads the first character of some bytes in the character set of the locale. Gives how many bytes it has, 0 where it goes on behind
   them, -1 where there is none. */
static inline int risktop_character(const char *bytes, size_t count, unsigned int *value) {
  mbstate_t state = {0};
  wchar_t character = 0;
  size_t length = mbrtowc(&character, bytes, count, &state);
  *value = (unsigned int)character;
  if (length == (size_t)-2) return 0;
  if (length == (size_t)-1) return -1;
  return length == 0 ? 1 : (int)length;
}

#endif
