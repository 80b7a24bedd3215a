import PostilCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A program started with all signals at their defaults and none blocked.
///
/// Threads of the pool block signals, and a child inherits that: `vim` would ignore a changed window.
/// `Foundation.Process` waits for descriptors that grandchildren inherit.
struct Child {
  let id: pid_t

  /// Starts a program by name or path; standard streams are this program's, or nothing when detached.
  ///
  /// A detached one lives in a session of its own, out of reach of the terminal's signals.
  init(_ arguments: [String], detached: Bool = false) throws(Problem) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    if detached {
      flags |= Self.newSession
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var id: pid_t = 0
    let error = posix_spawnp(&id, arguments.first ?? "", &actions, &attributes, &words, environ)
    guard error == 0 else {
      throw Problem("\(arguments.first ?? ""): \(String(cString: strerror(error)))")
    }
    self.id = id
  }

  /// Waits for the end: the exit code, or 128 and the signal's number as shells count.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static var newSession: Int32 {
    #if canImport(Darwin)
      0x0400  // POSIX_SPAWN_SETSID, which the headers hide
    #else
      0x80
    #endif
  }
}
