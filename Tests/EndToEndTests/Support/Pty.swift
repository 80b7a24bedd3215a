import Foundation
import PostilCore
import Testing

@testable import postil

/// A program on a terminal of its own, of which the test is the other end.
final class Pty {
  let child: Child
  /// Everything the program wrote so far, escape sequences and all.
  private(set) var output: [UInt8] = []
  private var main: Int32
  private var status: Int32?
  private var searched = 0

  init(
    _ arguments: [String], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = Program.environment()
  ) throws {
    var ends: (main: Int32, side: Int32) = (-1, -1)
    var window = winsize()
    (window.ws_row, window.ws_col) = (UInt16(rows), UInt16(columns))
    var name = [CChar](repeating: 0, count: 256)
    guard openpty(&ends.main, &ends.side, nil, nil, &window) == 0,
      ttyname_r(ends.side, &name, name.count) == 0
    else { throw Problem("There is no pseudo-terminal to be had") }
    defer { close(ends.side) }
    main = ends.main
    _ = fcntl(ends.side, F_SETFD, FD_CLOEXEC)
    _ = fcntl(main, F_SETFD, FD_CLOEXEC)
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    let path = name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
    child = try Child(arguments, streams: .terminal(path), environment: environment)
  }

  deinit {
    if main >= 0 { close(main) }
    if exitCode == nil {
      kill(child.id, SIGKILL)
      _ = child.wait()
    }
  }

  /// Types text as a keyboard would: Enter is `\r`, Escape `\u{1B}`.
  func type(_ text: String) async throws {
    var rest = Array(text.utf8)[...]
    try await eventually("The program takes what is typed") {
      receive()
      rest = rest.dropFirst(max(0, rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }))
      return rest.isEmpty
    }
  }

  /// Waits for bytes that come after those that were waited for last.
  func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let wanted = Data(text.utf8)
    let begin = searched
    var isFound = false
    // The issue says what came instead.
    defer {
      if !isFound {
        let instead = String(decoding: output[begin...].suffix(3_000), as: UTF8.self)
        Issue.record("… but \(instead.debugDescription)", sourceLocation: sourceLocation)
      }
    }
    try await eventually(
      "The program writes \(text.debugDescription)", sourceLocation: sourceLocation
    ) {
      receive()
      guard let found = Data(output).range(of: wanted, in: searched..<output.count) else {
        return false
      }
      searched = found.upperBound
      isFound = true
      return true
    }
  }

  /// Waits for the end: the exit code, or 128 and the signal's number.
  func end(sourceLocation: SourceLocation = #_sourceLocation) async throws -> Int32? {
    try await eventually("The program ends", sourceLocation: sourceLocation) {
      receive()
      return exitCode != nil
    }
    receive()
    return exitCode
  }

  /// Makes the window another size, of which the system tells the program.
  func resize(rows: Int, columns: Int) {
    receive()
    searched = output.count
    var window = winsize()
    (window.ws_row, window.ws_col) = (UInt16(rows), UInt16(columns))
    _ = ioctl(main, UInt(TIOCSWINSZ), &window)
  }

  func send(signal: Int32) {
    kill(child.id, signal)
  }

  /// Takes the terminal away, as closing its window does.
  func hangUp() {
    close(main)
    main = -1
  }

  /// The settings that decide whether a shell is usable: input, output, control and local modes.
  var modes: [tcflag_t] {
    var settings = termios()
    tcgetattr(main, &settings)
    return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  /// Everything written so far, as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  private var exitCode: Int32? {
    if status == nil {
      var found: Int32 = 0
      if waitpid(child.id, &found, WNOHANG) == child.id { status = found }
    }
    return status.map(Child.code(ofStatus:))
  }

  private func receive() {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while main >= 0 {
      let count = read(main, &buffer, buffer.count)
      guard count > 0 else { break }
      output += buffer.prefix(count)
    }
  }
}
