/// libxml2, opened when it is first needed and behind a header that shows none of its types: a
/// program that reads no markup pays nothing for it at its start.
#ifndef POSTIL_CXML_H
#define POSTIL_CXML_H

#include <stdbool.h>
#include <stddef.h>

/// What a document holds, told in its order. All texts are UTF-8, and gone after the call.
typedef struct {
  /// An element begins; prefix and address of its namespace are NULL when it has none. False stops.
  bool (*open)(void *context, const char *name, const char *prefix, const char *space);
  /// An attribute of the element that began last; prefix is NULL when it has none.
  void (*attribute)(
      void *context, const char *name, const char *prefix, const char *value, size_t length);
  /// The element that began last and has not ended, ends.
  void (*close)(void *context);
  /// A piece of text; one text may come in several.
  void (*text)(void *context, const char *bytes, size_t length);
} cxml_events;

/// How the reading of a document ended.
typedef enum {
  /// Well-formed from beginning to end.
  CXML_WELL_FORMED,
  /// Faulty somewhere; what could be read was told.
  CXML_FAULTY,
  /// `open` stopped it.
  CXML_STOPPED,
  /// There is no libxml2 on this machine, or no memory.
  CXML_UNAVAILABLE,
} cxml_outcome;

/// Reads UTF-8 as XML, or as HTML, which is never stopped by a fault.
///
/// Nothing is fetched. The caller takes the document type out, so that there are no entities.
cxml_outcome cxml_parse(
    const char *bytes, size_t length, bool is_html, const cxml_events *events, void *context);

/// The code point of a name of HTML, 160 for `nbsp`; 0 when there is none.
unsigned int cxml_code_point(const char *name);

#endif
