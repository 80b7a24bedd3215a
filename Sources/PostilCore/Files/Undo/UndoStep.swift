/// One change in the journal: how far it has come, and where its files stand.
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
    /// Never carried out, or no longer to be read.
    case dropped

    var isUnfinished: Bool { [.begun, .undoing, .redoing].contains(self) }
  }

  var number: Int
  var state: State
  /// Byte of the journal at which the change begins, behind its heading.
  var start: Int
  /// Bytes of the change.
  var size: Int
  var sum: UInt64
  /// The number of the first step of those that are taken back together; nil for one by itself.
  var first: Int?

  /// The number by which it is known what is taken back together.
  var group: Int { first ?? number }

  /// `begun 42 1834 9f86d081884c7d65`, which stands before the change.
  var heading: String {
    let part = first.map { " \($0)" } ?? ""
    return "begun \(number) \(size) \(String(sum, radix: 16))\(part)\n"
  }

  /// `done 42`: from here on the step has that state.
  func line(_ state: State) -> String { "\(state.rawValue) \(number)\n" }
}

/// One line of the journal, as it stands there.
enum UndoLine: Hashable {
  case begun(number: Int, size: Int, sum: UInt64, first: Int? = nil)
  case turned(number: Int, UndoStep.State)

  /// No line is longer: bytes.
  static let longest = 80

  /// Nil when a line is none of the journal.
  init?(_ line: some Sequence<UInt8>) {
    let parts = String(decoding: Array(line), as: UTF8.self)
      .split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count > 1, let state = UndoStep.State(rawValue: String(parts[0])),
      let number = Int(parts[1]), number > 0
    else { return nil }
    switch (state, parts.count) {
    case (.begun, 4...5):
      guard let size = Int(parts[2]), size >= 0, let sum = UInt64(parts[3], radix: 16) else {
        return nil
      }
      let first = parts.count == 5 ? Int(parts[4]) : nil
      guard first != nil || parts.count == 4 else { return nil }
      self = .begun(number: number, size: size, sum: sum, first: first)
    case (.begun, _): return nil
    case (_, 2): self = .turned(number: number, state)
    default: return nil
    }
  }
}
