import CNcurses
import PostilScreen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Whether the terminal is light or dark, from its own mouth.
extension Terminal {
  /// Asks for the background (OSC 11), and for the attributes of the terminal (DA1).
  ///
  /// Everything answers the second, so its answer means that the first will get none.
  mutating func askBackground() {
    guard kind.isModern else { return }
    screen_send("\u{1B}]11;?\u{1B}\\\u{1B}[c")
    questions += 1
    asked = .now
  }

  /// Waits for the answer a moment, counted from the question; keys that come meanwhile are kept.
  ///
  /// A terminal that needs longer is not waited for: what it says then is read with the keys.
  public mutating func awaitBackground(_ patience: Duration = .milliseconds(30)) {
    while questions > 0 {
      let rest = patience - (.now - asked)
      guard rest > .zero else { return }
      var state = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, Int32(rest / .milliseconds(1)) + 1) > 0 else { continue }
      var inputs: [TerminalInput] = []
      let isOpen = takeKeys(into: &inputs)
      kept += inputs
      guard isOpen else { return }
    }
  }

  /// Takes an answer; nil when nothing new is known by it. What nobody asked for is passed over.
  mutating func take(_ answer: TerminalAnswer) -> TerminalInput? {
    guard questions > 0 else { return nil }
    switch answer {
    case .attributes:
      questions -= 1
      return nil
    case .background(let isLight):
      guard isLight != self.isLight else { return nil }
      self.isLight = isLight
      return .answer(answer)
    }
  }

  /// What `COLORFGBG` says, `15;0`: the number of the background is the last one.
  static func isLight(_ colors: String?) -> Bool? {
    guard let last = colors?.split(separator: ";").last, let number = Int(last) else { return nil }
    return number == 7 || 9...15 ~= number
  }
}
