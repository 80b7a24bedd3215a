/// libarchive, opened when it is first needed and behind a header that shows none of its types: a
/// program that reads no archive pays nothing for it at its start.
#ifndef POSTIL_CARCHIVE_H
#define POSTIL_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// An archive that is read from its beginning to its end.
typedef struct carchive carchive;

/// One file, folder or link of an archive.
typedef struct {
  /// UTF-8, or whatever the archive has; valid until the next one.
  const char *path;
  /// Bytes; -1 when they are not known.
  int64_t size;
  /// Seconds since 1970; 0 when it is not known.
  int64_t modified;
  bool is_file;
  bool is_encrypted;
  /// The archive is no archive but one compressed file.
  bool is_raw;
} carchive_entry;

/// Whether libarchive is on this machine.
bool carchive_is_available(void);

/// Opens a zip, a tar, or a file that gzip, bzip2, xz or zstd compressed; a tar inside those too. NULL
/// without memory; what is wrong with the file shows at the first entry.
carchive *carchive_open_file(const char *path);

/// The same of bytes, which have to stay as they are until it is closed.
carchive *carchive_open_bytes(const void *bytes, size_t length);

/// Goes to the next entry: 1 when there is one, 0 at the end, -1 when the archive is damaged.
int carchive_next(carchive *archive, carchive_entry *entry);

/// Reads on in the entry: how many bytes, 0 at its end, -1 when it is damaged.
ssize_t carchive_read(carchive *archive, void *buffer, size_t size);

/// What went wrong; never NULL.
const char *carchive_error(carchive *archive);

void carchive_close(carchive *archive);

#endif
