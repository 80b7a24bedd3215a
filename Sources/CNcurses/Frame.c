#define _GNU_SOURCE 1

#include "Frame.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

static int terminal = -1;
static int memory = -1;
static char *bytes;
static size_t room;

void frame_open(int to) {
  terminal = to;
#ifdef __linux__
  memory = memfd_create("frame", MFD_CLOEXEC);
#endif
}

void frame_close(void) {
  if (memory >= 0) close(memory);
  memory = -1;
  free(bytes);
  bytes = NULL;
  room = 0;
}

bool frame_begin(int descriptor) { return memory >= 0 && dup2(memory, descriptor) >= 0; }

// Everything written since the last time; -1 when it cannot be had.
static ssize_t take(void) {
  off_t end = lseek(memory, 0, SEEK_CUR);
  if (end < 0 || lseek(memory, 0, SEEK_SET) < 0) return -1;
  size_t count = (size_t)end;
  if (count > room) {
    char *larger = realloc(bytes, count);
    if (!larger) return -1;
    bytes = larger;
    room = count;
  }
  return count == 0 ? 0 : pread(memory, bytes, count, 0);
}

static void send_all(struct iovec *part, int parts) {
  while (parts > 0) {
    ssize_t written = writev(terminal, part, parts);
    if (written < 0) {
      // Somebody else may have made the terminal one that does not wait.
      struct pollfd ready = {terminal, POLLOUT, 0};
      if (errno == EINTR || (errno == EAGAIN && poll(&ready, 1, -1) > 0)) continue;
      return;
    }
    while (parts > 0 && (size_t)written >= part->iov_len) {
      written -= (ssize_t)part->iov_len;
      part++;
      parts--;
    }
    if (parts > 0) {
      part->iov_base = (char *)part->iov_base + written;
      part->iov_len -= (size_t)written;
    }
  }
}

bool frame_send(int descriptor, const char *before, const char *after) {
  dup2(terminal, descriptor);
  ssize_t count = take();
  if (count <= 0) return count == 0;
  struct iovec whole[] = {
      {(void *)before, strlen(before)},
      {bytes, (size_t)count},
      {(void *)after, strlen(after)},
  };
  send_all(whole, 3);
  return true;
}
