import CNcurses

extension Terminal {
  /// Puts a text on the clipboard of the machine that shows the terminal, over SSH too (OSC 52).
  ///
  /// Terminals that do not allow it pass it over. GNU screen takes it in pieces, as something to be
  /// passed on (DCS).
  ///
  /// - Returns: false when this terminal cannot, or the text is longer than most take.
  public func copy(base64: String, throughScreen: Bool = false) -> Bool {
    // 74,994 bytes in base64: the limit of the oldest terminals that have a higher one than none.
    guard kind.isModern, base64.utf8.count <= 100_000 else { return false }
    let sequence = "\u{1B}]52;c;" + base64 + "\u{7}"
    guard throughScreen else {
      screen_send(sequence)
      return true
    }
    var rest = sequence[...]
    while !rest.isEmpty {
      screen_send("\u{1B}P" + rest.prefix(240) + "\u{1B}\\")
      rest = rest.dropFirst(240)
    }
    return true
  }
}
