import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Carries events from tasks to the loop, which sleeps until there is one.
final class Mailbox<Event: Sendable>: Sendable {
  /// Readable while events wait.
  let descriptor: Int32
  private let signal: Int32
  private let waiting = Mutex<[Event]>([])

  init() {
    var ends: [Int32] = [-1, -1]
    // Without a pipe (no descriptors left) events wait for the next key; none is lost.
    _ = pipe(&ends)
    for end in ends where end >= 0 {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, signal) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(signal)
  }

  /// Puts an event in, from any thread, and wakes the loop.
  func post(_ event: Event) {
    waiting.withLock { events in
      events.append(event)
      // One byte is enough for all that wait.
      if events.count == 1 { _ = write(signal, [1], 1) }
    }
  }

  /// Waits until an event waits; false when none came in time.
  func wait(until deadline: ContinuousClock.Instant) -> Bool {
    let rest = deadline - .now
    var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return rest > .zero && poll(&state, 1, Int32(rest / .milliseconds(1)) + 1) > 0
  }

  /// Takes out all events, oldest first. Does not wait.
  func takeAll() -> [Event] {
    waiting.withLock { events in
      guard !events.isEmpty else { return [] }
      var byte: UInt8 = 0
      _ = read(descriptor, &byte, 1)
      defer { events = [] }
      return events
    }
  }
}
