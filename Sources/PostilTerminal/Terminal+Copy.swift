import CNcurses

extension Terminal {
  /// Puts a text on the clipboard of the machine that shows the terminal, over SSH too (OSC 52).
  ///
  /// Terminals that do not allow it pass it over.
  public func copy(base64: String) {
    screen_copy(base64)
  }
}
