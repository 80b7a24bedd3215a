internal import Synchronization

/// The journal of the undo log: one file, to which every change and every turn of it is appended.
///
/// A kill or a power cut costs at most what was being appended; whoever looks next cuts that off.
/// All of it, but `isSettled`, is for the holder of the lock.
struct UndoStore: Sendable {
  let folder: String
  var disk = Disk()
  /// The newest steps that are kept.
  var mostSteps = 1_000
  /// Bytes of steps that are kept; the newest step always is.
  var mostBytes = 256 << 20
  /// Bytes that nobody needs any more, and that are not worth writing the journal anew.
  var slack = 1 << 20
  private let memory = Memory()

  var path: String { folder + "/journal" }

  init(folder: String) {
    self.folder = folder
  }

  /// Whether no change is half done, as far as the end of the journal tells; takes no lock.
  var isSettled: Bool {
    guard let end = try? disk.tail(of: path, UndoLine.longest), !end.isEmpty else { return true }
    guard end.last == UInt8(ascii: "\n"),
      let start = end.dropLast().lastIndex(of: UInt8(ascii: "\n"))
    else { return false }
    let line = end[(start + 1)...].dropLast()
    guard case .turned(_, let state) = UndoLine(line) else { return false }
    return !state.isUnfinished
  }

  /// All steps that are kept, oldest first; cuts off what a killed program had begun to append.
  func steps() throws(Problem) -> [UndoStep] {
    try look().newest(mostSteps, mostBytes)
  }

  /// Writes a change down before it is carried out; on the disk when it returns.
  func begin(_ change: Change, partOf group: Int? = nil) throws(Problem) -> UndoStep {
    let journal = try look()
    let number = (journal.newest(1, 0).last?.number ?? 0) + 1
    let packed = change.packed
    var step = UndoStep(
      number: number, state: .begun, start: 0, size: packed.count, sum: Checksum.of(packed),
      first: group)
    let isNew = journal.end == 0
    let heading = (isNew ? UndoJournal.newHeading() : []) + step.heading.utf8
    step.start = journal.end + heading.count
    try disk.append(heading + packed + [UInt8(ascii: "\n")], to: path, flushed: true)
    if isNew { disk.flushFolder(folder) }
    return step
  }

  /// What a step changed.
  ///
  /// - Throws: when the journal is damaged there; the step is dropped then, so that it does not stand
  ///   in the way of every later one.
  func change(_ step: UndoStep) throws(Problem) -> Change {
    if let bytes = try packed(step), let change = Change(packed: bytes) { return change }
    try move(step, to: .dropped)
    throw Problem(
      "a step of the undo log is damaged", at: .init(path),
      hint: "It was put aside; the notebook is as it was")
  }

  /// Whether a step stands in the journal as it was written.
  func isWhole(_ step: UndoStep) -> Bool { (try? packed(step)) != nil }

  /// Notes how far a step has come. What it is about to change is on the disk when it returns; what
  /// it has changed need not be, because doing it again changes nothing.
  @discardableResult
  func move(_ step: UndoStep, to state: UndoStep.State) throws(Problem) -> UndoStep {
    try disk.append(Array(step.line(state).utf8), to: path, flushed: state.isUnfinished)
    var moved = step
    moved.state = state
    return moved
  }

  /// Writes the journal anew once half of it is of no use; a failure only costs room.
  func tidy() {
    guard let journal = try? look() else { return }
    let steps = journal.newest(mostSteps, mostBytes)
    let kept = steps.reduce(0) { $0 + $1.size }
    guard journal.end - kept > max(slack, kept / 2) else { return }
    try? disk.assemble(path) { (file) throws(Problem) in
      try file.add(UndoJournal.newHeading())
      for step in steps {
        try file.add(Array(step.heading.utf8))
        try file.add(step.start..<(step.start + step.size + 1), of: path)
        if step.state != .begun { try file.add(Array(step.line(step.state).utf8)) }
      }
    }
  }

  private func packed(_ step: UndoStep) throws(Problem) -> [UInt8]? {
    let bytes = try disk.bytes(of: path, at: step.start, step.size)
    return Checksum.of(bytes) == step.sum ? bytes : nil
  }

  /// Reads on from where the journal was known; cuts off an end that is none.
  private func look() throws(Problem) -> UndoJournal {
    var journal = UndoJournal()
    if let size = disk.size(of: path), size > 0 {
      try disk.reading(path) { (window: inout Disk.Window) throws(Problem) in
        let heading = Array(try window.bytes(at: 0, UndoJournal.headingSize))
        let known = memory.journal.withLock { $0 }
        let isKnown = known.heading == heading && known.end <= size
        journal = isKnown ? known : UndoJournal(heading: heading)
        try journal.read(&window, size)
      }
      try mend(&journal, size)
    }
    memory.journal.withLock { $0 = journal }
    return journal
  }

  private func mend(_ journal: inout UndoJournal, _ size: Int) throws(Problem) {
    guard journal.end < size else { return }
    if journal.end == 0, size >= UndoJournal.headingSize {
      // No journal of this program: whatever it is, it is not ours to throw away.
      try disk.move(path, to: path + ".damaged")
    } else {
      try disk.cut(path, to: journal.end)
    }
    if journal.end == 0 { journal = UndoJournal() }
  }

  /// What was read so far, so that a change reads only what others have appended.
  private final class Memory: Sendable {
    let journal = Mutex(UndoJournal())
  }
}
