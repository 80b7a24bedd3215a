import PostilTerminal

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What signals mean to the whole process; those of the screen are `Terminal`'s.
enum Signals {
  /// For the screen: a command that a text is piped to may stop reading it.
  static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Ends the process the way it was asked to, so that whoever started it can tell; to be called
  /// when everything is saved and the terminal is given back.
  static func end(by leave: Leave) -> Never {
    let number =
      switch leave {
      case .signal(let number): number
      case .hangup: SIGHUP
      }
    signal(number, SIG_DFL)
    raise(number)
    exit(128 + number)  // when the signal is blocked
  }
}
