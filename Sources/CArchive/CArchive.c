#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

/// The functions that are used, by the types of the library's own headers.
static struct {
  __typeof__(&archive_read_new) create;
  __typeof__(&archive_read_support_filter_gzip) gzip;
  __typeof__(&archive_read_support_filter_bzip2) bzip2;
  __typeof__(&archive_read_support_filter_xz) xz;
  __typeof__(&archive_read_support_filter_zstd) zstd;
  __typeof__(&archive_read_support_format_zip) zip;
  __typeof__(&archive_read_support_format_tar) tar;
  __typeof__(&archive_read_support_format_raw) raw;
  __typeof__(&archive_read_open_filename) open_file;
  __typeof__(&archive_read_open_memory) open_bytes;
  __typeof__(&archive_read_next_header) next;
  __typeof__(&archive_read_data) read;
  __typeof__(&archive_read_free) free;
  __typeof__(&archive_error_string) error;
  __typeof__(&archive_format) format;
  __typeof__(&archive_entry_pathname_utf8) path_utf8;
  __typeof__(&archive_entry_pathname) path;
  __typeof__(&archive_entry_filetype) type;
  __typeof__(&archive_entry_size) size;
  __typeof__(&archive_entry_size_is_set) has_size;
  __typeof__(&archive_entry_mtime) modified;
  __typeof__(&archive_entry_is_encrypted) is_encrypted;
} library;

static bool is_loaded;

#define FIND(field, name) (*(void **)&library.field = dlsym(handle, name)) != NULL

static void load(void) {
  const char *names[] = {"libarchive.so.13", "libarchive.13.dylib", "libarchive.dylib"};
  void *handle = NULL;
  for (size_t i = 0; handle == NULL && i < sizeof names / sizeof *names; i++) {
    handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) return;
  is_loaded = FIND(create, "archive_read_new") && FIND(gzip, "archive_read_support_filter_gzip")
      && FIND(bzip2, "archive_read_support_filter_bzip2")
      && FIND(xz, "archive_read_support_filter_xz")
      && FIND(zstd, "archive_read_support_filter_zstd")
      && FIND(zip, "archive_read_support_format_zip")
      && FIND(tar, "archive_read_support_format_tar")
      && FIND(raw, "archive_read_support_format_raw")
      && FIND(open_file, "archive_read_open_filename")
      && FIND(open_bytes, "archive_read_open_memory") && FIND(next, "archive_read_next_header")
      && FIND(read, "archive_read_data") && FIND(free, "archive_read_free")
      && FIND(error, "archive_error_string") && FIND(format, "archive_format")
      && FIND(path_utf8, "archive_entry_pathname_utf8") && FIND(path, "archive_entry_pathname")
      && FIND(type, "archive_entry_filetype") && FIND(size, "archive_entry_size")
      && FIND(has_size, "archive_entry_size_is_set") && FIND(modified, "archive_entry_mtime")
      && FIND(is_encrypted, "archive_entry_is_encrypted");
}

bool carchive_is_available(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, load);
  return is_loaded;
}

struct carchive {
  struct archive *reader;
  /// It could not even be opened.
  bool is_broken;
};

static carchive *create(void) {
  if (!carchive_is_available()) return NULL;
  carchive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return NULL;
  archive->reader = library.create();
  if (archive->reader == NULL) {
    free(archive);
    return NULL;
  }
  library.gzip(archive->reader);
  library.bzip2(archive->reader);
  library.xz(archive->reader);
  library.zstd(archive->reader);
  library.zip(archive->reader);
  library.tar(archive->reader);
  library.raw(archive->reader);
  return archive;
}

carchive *carchive_open_file(const char *path) {
  carchive *archive = create();
  if (archive == NULL) return NULL;
  archive->is_broken = library.open_file(archive->reader, path, 1 << 18) != ARCHIVE_OK;
  return archive;
}

carchive *carchive_open_bytes(const void *bytes, size_t length) {
  carchive *archive = create();
  if (archive == NULL) return NULL;
  archive->is_broken = library.open_bytes(archive->reader, bytes, length) != ARCHIVE_OK;
  return archive;
}

int carchive_next(carchive *archive, carchive_entry *entry) {
  if (archive->is_broken) return -1;
  struct archive_entry *found = NULL;
  int outcome = library.next(archive->reader, &found);
  if (outcome == ARCHIVE_EOF) return 0;
  if (outcome != ARCHIVE_OK && outcome != ARCHIVE_WARN) return -1;
  // Without a UTF-8 locale the library cannot convert what is UTF-8 already.
  const char *path = library.path_utf8(found);
  if (path == NULL) path = library.path(found);
  entry->path = path == NULL ? "" : path;
  entry->size = library.has_size(found) ? library.size(found) : -1;
  entry->modified = library.modified(found);
  entry->is_file = library.type(found) == AE_IFREG;
  entry->is_encrypted = library.is_encrypted(found) != 0;
  entry->is_raw = library.format(archive->reader) == ARCHIVE_FORMAT_RAW;
  return 1;
}

ssize_t carchive_read(carchive *archive, void *buffer, size_t size) {
  ssize_t count = library.read(archive->reader, buffer, size);
  return count < 0 ? -1 : count;
}

const char *carchive_error(carchive *archive) {
  const char *error = library.error(archive->reader);
  return error == NULL ? "it is damaged" : error;
}

void carchive_close(carchive *archive) {
  library.free(archive->reader);
  free(archive);
}
