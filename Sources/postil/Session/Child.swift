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

  /// What a program reads and writes.
  enum Streams {
    /// This program's.
    case shared
    /// Standard input from a file, both outputs into one descriptor, in a session of its own.
    case piped(input: String, output: Int32)
    /// None, in a session of its own, out of reach of the terminal's signals.
    case none
    /// A terminal, by path, which becomes that of the program's own session.
    case terminal(String)
  }

  /// Starts a program by name or path; the environment is this program's unless one is given.
  init(
    _ arguments: [String], streams: Streams = .shared, environment: [String: String]? = nil
  ) throws(Problem) {
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
    let path: String? =
      switch streams {
      case .shared, .piped: nil
      case .none: "/dev/null"
      case .terminal(let path): path
      }
    if let path {
      flags |= Self.newSession
      for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
        posix_spawn_file_actions_addopen(&actions, stream, path, O_RDWR, 0)
      }
    }
    if case .piped(let input, let output) = streams {
      flags |= Self.newSession
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
      posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let program = arguments.first ?? ""
    var words = Self.copies(arguments)
    let given = environment.map { variables in
      Self.copies(variables.map { "\($0)=\($1)" })
    }
    defer { for copy in words + (given ?? []) { free(copy) } }
    var id: pid_t = 0
    let error =
      if var given {
        posix_spawnp(&id, program, &actions, &attributes, &words, &given)
      } else {
        posix_spawnp(&id, program, &actions, &attributes, &words, environ)
      }
    guard error == 0 else {
      throw Problem("\(program): \(String(cString: strerror(error)))")
    }
    self.id = id
  }

  /// Waits for the end: the exit code, or 128 and the signal's number as shells count.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    return Self.code(ofStatus: status)
  }

  /// The exit code that a status of `waitpid` holds, or 128 and the number of the signal.
  static func code(ofStatus status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// Strings as C wants them, with NULL behind the last.
  private static func copies(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }

  private static var newSession: Int32 {
    #if canImport(Darwin)
      0x0400  // POSIX_SPAWN_SETSID, which the headers hide
    #else
      0x80
    #endif
  }
}
