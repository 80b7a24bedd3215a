/// The bindings that hold in one place, and the hints made of them.
struct LiveKeys: Hashable, Sendable {
  /// The innermost scope first.
  let bindings: [KeyMap.Binding]
  private let hints: [String: String]
  private let keys: [String: String]

  init(_ bindings: [KeyMap.Binding]) {
    self.bindings = bindings
    let bound = Dictionary(grouping: bindings, by: \.command)
    hints = bound.mapValues(\.hint)
    keys = bound.mapValues { $0.keys() }
  }

  /// The keys of a command for people; empty when it has none here.
  func keys(for command: String) -> String { keys[command] ?? "" }

  /// The handiest keys of a command; empty when it has none here.
  func hint(for command: String) -> String { hints[command] ?? "" }
}
