#include "CXML.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <string.h>

/// The functions that are used, by the types of the library's own headers.
static struct {
  __typeof__(&xmlInitParser) init;
  __typeof__(&xmlCreatePushParserCtxt) create;
  __typeof__(&xmlCtxtUseOptions) use_options;
  __typeof__(&xmlParseChunk) parse;
  __typeof__(&xmlStopParser) stop;
  __typeof__(&xmlFreeParserCtxt) free;
  __typeof__(&htmlCreatePushParserCtxt) create_html;
  __typeof__(&htmlCtxtUseOptions) use_html_options;
  __typeof__(&htmlParseChunk) parse_html;
  __typeof__(&htmlFreeParserCtxt) free_html;
  __typeof__(&htmlEntityLookup) entity;
} library;

static bool is_loaded;

#define FIND(field, name) (*(void **)&library.field = dlsym(handle, name)) != NULL

static void load(void) {
  // The first is that of Debian 12 and 13, the second that of libxml2 2.14 and later.
  const char *names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.2.dylib"};
  void *handle = NULL;
  for (size_t i = 0; handle == NULL && i < sizeof names / sizeof *names; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) return;
  is_loaded = FIND(init, "xmlInitParser") && FIND(create, "xmlCreatePushParserCtxt")
      && FIND(use_options, "xmlCtxtUseOptions") && FIND(parse, "xmlParseChunk")
      && FIND(stop, "xmlStopParser") && FIND(free, "xmlFreeParserCtxt")
      && FIND(create_html, "htmlCreatePushParserCtxt")
      && FIND(use_html_options, "htmlCtxtUseOptions") && FIND(parse_html, "htmlParseChunk")
      && FIND(free_html, "htmlFreeParserCtxt") && FIND(entity, "htmlEntityLookup");
  if (is_loaded) library.init();
}

static bool is_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

/// One document while it is read.
typedef struct {
  const cxml_events *events;
  void *context;
  xmlParserCtxtPtr parser;
  bool is_stopped;
} reading;

static void stop(reading *reading) {
  reading->is_stopped = true;
  if (reading->parser != NULL) library.stop(reading->parser);
}

static void xml_start(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
    int space_count, const xmlChar **spaces, int count, int defaulted,
    const xmlChar **attributes) {
  (void)space_count, (void)spaces, (void)defaulted;
  reading *now = data;
  if (now->is_stopped) return;
  const cxml_events *events = now->events;
  bool goes_on =
      events->open(now->context, (const char *)name, (const char *)prefix, (const char *)space);
  if (!goes_on) return stop(now);
  // Five pointers each: name, prefix, namespace, beginning and end of the value.
  for (int i = 0; i < count; i++, attributes += 5) {
    events->attribute(
        now->context, (const char *)attributes[0], (const char *)attributes[1],
        (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
  }
}

static void xml_end(
    void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  reading *now = data;
  if (!now->is_stopped) now->events->close(now->context);
}

static void html_start(void *data, const xmlChar *name, const xmlChar **attributes) {
  reading *now = data;
  if (now->is_stopped) return;
  if (!now->events->open(now->context, (const char *)name, NULL, NULL)) return stop(now);
  for (; attributes != NULL && *attributes != NULL; attributes += 2) {
    const char *value = attributes[1] == NULL ? "" : (const char *)attributes[1];
    now->events->attribute(now->context, (const char *)*attributes, NULL, value, strlen(value));
  }
}

static void html_end(void *data, const xmlChar *name) { xml_end(data, name, NULL, NULL); }

static void text(void *data, const xmlChar *bytes, int length) {
  reading *now = data;
  if (!now->is_stopped) now->events->text(now->context, (const char *)bytes, (size_t)length);
}

/// Feeds a document in pieces, because the library counts in `int`.
static int feed(reading *now, const char *bytes, size_t length, __typeof__(&xmlParseChunk) parse) {
  const size_t most = 1 << 24;
  int error = 0;
  while (length > most && !now->is_stopped) {
    error = parse(now->parser, bytes, (int)most, 0);
    bytes += most;
    length -= most;
  }
  return now->is_stopped ? 0 : parse(now->parser, bytes, (int)length, 1) | error;
}

cxml_outcome cxml_parse(
    const char *bytes, size_t length, bool is_html, const cxml_events *events, void *context) {
  if (!is_available()) return CXML_UNAVAILABLE;
  reading now = {.events = events, .context = context};
  xmlSAXHandler handler = {.characters = text, .ignorableWhitespace = text, .cdataBlock = text};
  int error = 0;
  if (is_html) {
    handler.startElement = html_start;
    handler.endElement = html_end;
    now.parser =
        library.create_html(&handler, &now, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (now.parser == NULL) return CXML_UNAVAILABLE;
    library.use_html_options(
        now.parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
            | HTML_PARSE_NONET | HTML_PARSE_NOIMPLIED | HTML_PARSE_IGNORE_ENC);
    feed(&now, bytes, length, library.parse_html);
    library.free_html(now.parser);
  } else {
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = xml_start;
    handler.endElementNs = xml_end;
    now.parser = library.create(&handler, &now, NULL, 0, NULL);
    if (now.parser == NULL) return CXML_UNAVAILABLE;
    library.use_options(
        now.parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING
            | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC
            // Else a `&` in an attribute stays `&#38;`; there is no document type with others.
            | XML_PARSE_NOENT);
    error = feed(&now, bytes, length, library.parse);
    library.free(now.parser);
  }
  if (now.is_stopped) return CXML_STOPPED;
  return error == 0 ? CXML_WELL_FORMED : CXML_FAULTY;
}

unsigned int cxml_code_point(const char *name) {
  if (!is_available()) return 0;
  const htmlEntityDesc *entity = library.entity((const xmlChar *)name);
  return entity == NULL ? 0 : entity->value;
}
