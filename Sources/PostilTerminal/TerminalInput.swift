public import PostilScreen

/// What comes from the terminal.
public enum TerminalInput: Hashable, Sendable {
  case key(Key)
  /// Pasted text, byte for byte, but that its lines end in LF.
  case paste(String)
  case mouse(Mouse)
  /// The window got the focus, or lost it.
  case focus(Bool)
  /// What was asked for has come to be known.
  case answer(TerminalAnswer)
  /// The window may have another size now; `Terminal.size` tells.
  case resize
  /// The program is asked to end, or nobody is left to type.
  case leave(Leave)
}

/// What a terminal says of itself when it is asked.
public enum TerminalAnswer: Hashable, Sendable {
  case background(isLight: Bool)
  /// Which kind of terminal it is, of which nothing is used but that it answered.
  case attributes
}

/// Why a program has to end that its user did not quit.
public enum Leave: Hashable, Sendable {
  /// One of `TERM`, `HUP`, `INT`, `QUIT`.
  case signal(Int32)
  /// The terminal is gone.
  case hangup
}
