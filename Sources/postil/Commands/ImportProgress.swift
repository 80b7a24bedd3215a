import Foundation
import PostilCore
import Synchronization

/// How far an import is, on standard error: one line that changes on a terminal, one a second else.
final class ImportProgress {
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var pace: Pace
  private var posts = 0

  init() {
    pace =
      isTerminal
      ? Pace(after: .milliseconds(500), every: .milliseconds(200))
      : Pace(after: .seconds(1), every: .seconds(1))
  }

  /// Told of every post; false once the person pressed Ctrl-C.
  func step(_ done: Int, _ total: Int) -> Bool {
    if total > 0 || done > 0 { posts += 1 }
    // Looking at the clock costs more than a post does.
    if posts & 63 == 0, pace.isDue() { show(done, total) }
    return !Interruption.isWanted
  }

  /// Told of what the index has of the files.
  func index(_ done: Int, _ total: Int) {
    guard total > 0, pace.isDue() else { return }
    say("indexing · \(done * 100 / total) %")
  }

  /// Clears the line.
  func end() {
    if isTerminal, pace.hasBegun { write("\r\u{1B}[K") }
  }

  private func show(_ done: Int, _ total: Int) {
    let elapsed = start.duration(to: .now) / .seconds(1)
    var words = ["\(posts) records", "\(Int(Double(posts) / max(elapsed, 0.001))) a second"]
    if total > 0, done > 0 {
      words.insert("\(min(100, done * 100 / total)) %", at: 0)
      let left = elapsed / Double(done) * Double(max(0, total - done))
      words.append(left < 90 ? "\(Int(left.rounded())) s left" : "\(Int(left / 60) + 1) min left")
    }
    say(words.joined(separator: " · "))
  }

  private func say(_ line: String) {
    write(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n")
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

/// Ctrl-C as a wish to stop at the next whole post; a second one ends the program at once.
enum Interruption {
  private static let count = Atomic(0)

  static var isWanted: Bool { count.load(ordering: .relaxed) > 0 }

  static func watch() {
    signal(SIGINT) { number in
      Interruption.count.add(1, ordering: .relaxed)
      signal(number, SIG_DFL)
    }
  }
}
