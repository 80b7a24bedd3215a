#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The files of the undo log: one for each step, whole or not there.
struct UndoStore: Sendable {
  let folder: String
  var disk = Disk()
  /// The newest steps that are kept.
  var mostSteps = 1_000
  /// Bytes of steps that are kept; the newest step always is.
  var mostBytes = 256 << 20

  init(folder: String) {
    self.folder = folder
  }

  /// All steps, oldest first.
  func steps() throws(Problem) -> [UndoStep] {
    disk.names(in: folder).compactMap(UndoStep.init(name:)).sorted { $0.number < $1.number }
  }

  /// Writes a change down before it is carried out.
  func begin(_ change: Change, _ number: Int) throws(Problem) -> UndoStep {
    let step = UndoStep(number, .begun)
    let data: Data
    do {
      data = try JSONEncoder().encode(change)
    } catch {
      throw Problem("cannot write the undo log: \(error)", at: .init(path(step)))
    }
    try disk.write(String(decoding: data, as: UTF8.self), to: path(step))
    return step
  }

  /// - Throws: when the step is not there or damaged; then it is put aside, so that it does not
  ///   stand in the way of every later one.
  func change(_ step: UndoStep) throws(Problem) -> Change {
    let text = try disk.text(path(step)) ?? ""
    do {
      return try JSONDecoder().decode(Change.self, from: Data(text.utf8))
    } catch {
      try disk.move(path(step), to: path(step) + ".damaged")
      throw Problem(
        "a step of the undo log is damaged", at: .init(path(step)),
        hint: "It was put aside; the notebook is as it was")
    }
  }

  @discardableResult
  func move(_ step: UndoStep, to state: UndoStep.State) throws(Problem) -> UndoStep {
    let moved = UndoStep(step.number, state)
    try disk.move(path(step), to: path(moved))
    return moved
  }

  func remove(_ step: UndoStep) throws(Problem) { try disk.remove(path(step)) }

  /// Drops what could be redone.
  func forgetUndone() throws(Problem) {
    for step in try steps() where step.state == .undone {
      try disk.remove(path(step), flushed: false)
    }
  }

  /// Drops the oldest steps beyond the limits; a failure only costs room.
  ///
  /// Sizes are only looked up now and then, and after a large step: it takes a call for each.
  func prune(after last: UndoStep) {
    guard var steps = try? steps() else { return }
    let newest = disk.size(of: path(UndoStep(last.number, .done)))
    guard steps.count > mostSteps || last.number % 16 == 0 || newest > mostBytes / mostSteps else {
      return
    }
    var sizes = steps.map { disk.size(of: path($0)) }
    var total = sizes.reduce(0, +)
    while steps.count > 1, steps.count > mostSteps || total > mostBytes {
      guard (try? disk.remove(path(steps.removeFirst()), flushed: false)) != nil else { return }
      total -= sizes.removeFirst()
    }
  }

  private func path(_ step: UndoStep) -> String { folder + "/" + step.name }
}
