/// What the user asks of colour (`--color`).
public enum ColorChoice: String, CaseIterable, Sendable {
  /// As the terminal can, unless `NO_COLOR` is set.
  case auto
  /// As the terminal can, whatever `NO_COLOR` says.
  case always
  case never
}
