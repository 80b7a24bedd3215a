/// One change in the log; how far it has come stands in its file's name, `00000042.done.json`.
///
/// Each step forward is one rename, so a kill leaves the log in one state or in the next.
struct UndoStep: Hashable {
  enum State: String, CaseIterable {
    /// Written down, and perhaps carried out.
    case begun
    case done
    /// Perhaps taken back.
    case undoing
    case undone
    /// Perhaps done again.
    case redoing

    var isUnfinished: Bool { self != .done && self != .undone }
  }

  var number: Int
  var state: State

  init(_ number: Int, _ state: State) {
    self.number = number
    self.state = state
  }

  /// Nil when a file is no step.
  init?(name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2] == "json", let number = Int(parts[0]),
      let state = State(rawValue: String(parts[1]))
    else { return nil }
    self.init(number, state)
  }

  var name: String { "\(padded(number, 8)).\(state.rawValue).json" }
}
