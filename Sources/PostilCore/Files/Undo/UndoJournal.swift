/// The steps of a journal, as far as it was read.
struct UndoJournal: Sendable {
  /// Its first line, another for every file: another program may have put a new one in its place,
  /// and the system gives the new file the number of an old one.
  let heading: [UInt8]
  /// Byte behind the last whole line; 0 of what is no journal.
  private(set) var end = 0
  private var steps: [UndoStep] = []

  /// A journal of which nothing was read but its first line.
  init(heading: [UInt8] = []) {
    self.heading = heading
    end = Self.isHeading(heading) ? heading.count : 0
  }

  /// Bytes of a first line.
  static let headingSize = 31

  /// A first line that no other journal has.
  static func newHeading() -> [UInt8] {
    let digits = String(UInt64.random(in: 0...(.max)), radix: 16)
    let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
    return Array("\(format)\(zeros)\(digits)\n".utf8)
  }

  private static let format = "postil undo 1 "

  static func isHeading(_ bytes: [UInt8]) -> Bool {
    bytes.count == headingSize && bytes.starts(with: format.utf8)
      && bytes.last == UInt8(ascii: "\n")
  }

  /// The newest steps within the bounds, oldest first; the newest of all in any case.
  func newest(_ most: Int, _ bytes: Int) -> [UndoStep] {
    var first = steps.endIndex
    var total = 0
    // What is taken back together stays together, however much it is.
    while first > 0,
      steps.count - first < most && total + steps[first - 1].size <= bytes || total == 0
        || steps[first - 1].group == steps[steps.count - 1].group
    {
      first -= 1
      total += steps[first].size
    }
    return Array(steps[first...])
  }

  /// Reads on to the end, or to the first line that is none: what comes behind it is lost.
  mutating func read(_ window: inout Disk.Window, _ size: Int) throws(Problem) {
    while end > 0, end < size {
      let bytes = try window.bytes(at: end, UndoLine.longest)
      guard let newline = bytes.firstIndex(of: UInt8(ascii: "\n")),
        let line = UndoLine(bytes[..<newline])
      else { return }
      let next = end + (newline - bytes.startIndex) + 1
      switch line {
      case .turned(let number, let state):
        turn(number, state)
        end = next
      case .begun(let number, let length, let sum, let first):
        guard length < size - next,
          try window.bytes(at: next + length, 1).first == UInt8(ascii: "\n")
        else { return }
        steps.append(
          UndoStep(
            number: number, state: .begun, start: next, size: length, sum: sum, first: first))
        end = next + length + 1
      }
    }
  }

  private mutating func turn(_ number: Int, _ state: UndoStep.State) {
    guard let place = steps.lastIndex(where: { $0.number == number }) else { return }
    let isNew = steps[place].state == .begun
    steps[place].state = state
    switch state {
    case .dropped: steps.remove(at: place)
    // What was undone can no longer be done again once there is something new.
    case .done where isNew: steps.removeAll { $0.state == .undone }
    default: break
    }
  }
}
