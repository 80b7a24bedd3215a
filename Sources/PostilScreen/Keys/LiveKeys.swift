/// The bindings that hold in one place, and the hints made of them.
struct LiveKeys: Hashable, Sendable {
  /// The innermost scope first.
  let bindings: [KeyMap.Binding]
  private var hints: [String: String] = [:]

  init(_ bindings: [KeyMap.Binding]) {
    self.bindings = bindings
    for command in bindings.commands { hints[command] = bindings.hint(for: command) }
  }

  /// The handiest keys of a command; empty when it has none here.
  func hint(for command: String) -> String { hints[command] ?? "" }
}
