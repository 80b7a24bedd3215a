import PostilCore
public import PostilScreen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The two descriptors of the terminal that a program was started from.
///
/// Standard input and output when they are one; else the terminal itself, so that `cat x | postil`
/// and `id=$(postil)` work.
public struct TerminalDevice: ~Copyable {
  let input: Int32
  let output: Int32

  init() throws(Problem) {
    let path = [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].lazy
      .compactMap { ttyname($0).map { String(cString: $0) } }.first
    input = Self.end(STDIN_FILENO, of: path)
    output = Self.end(STDOUT_FILENO, of: path)
    guard input >= 0, output >= 0 else {
      throw Problem(
        "There is no terminal to draw on",
        hint: "Start it in a terminal, or use the commands (`postil --help`).")
    }
  }

  deinit {
    if input > STDERR_FILENO { close(input) }
    if output > STDERR_FILENO { close(output) }
  }

  /// A standard descriptor, if it is a terminal; else the terminal, opened anew.
  private static func end(_ standard: Int32, of path: String?) -> Int32 {
    isatty(standard) == 1 ? standard : open(path ?? "/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
  }

  /// Rows and columns of the window that standard output is, before anything was done to it; nil when
  /// it is none or does not say.
  public static var windowSize: Size? {
    window(of: STDOUT_FILENO).map { Size(rows: $0.rows, columns: $0.columns) }
  }

  /// Rows and columns of the window; nil when the terminal does not say.
  var window: (rows: Int, columns: Int)? { Self.window(of: output) }

  private static func window(of output: Int32) -> (rows: Int, columns: Int)? {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0
    else { return nil }
    return (Int(window.ws_row), Int(window.ws_col))
  }

  /// What a descriptor has to offer at once; at most one buffer of it. Nil when it is closed.
  static func readAvailable(_ descriptor: Int32) -> [UInt8]? {
    while true {
      var state = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, 0) > 0 else { return [] }
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
      }
      if !bytes.isEmpty { return bytes }
      if errno != EINTR { return nil }
    }
  }
}
