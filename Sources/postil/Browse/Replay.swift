import Foundation
import PostilCore
import PostilIndex
import PostilScreen

/// Keys that are pressed by the program itself, and what came of them.
struct Replay {
  let script: KeyScript
  /// Whether the screen stays when the last key is pressed.
  let stays: Bool
  /// Keys pressed so far.
  private(set) var pressed = 0
  private let before: Int

  /// - Throws: when the file cannot be read, or a word in it is no key.
  init(_ path: String, stays: Bool = false, on workbench: Workbench) throws(Problem) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Problem("the session cannot be read", at: .init(path))
    }
    script = try KeyScript(parsing: String(decoding: data, as: UTF8.self), file: path)
    self.stays = stays
    try workbench.refresh()
    before = try Self.claims(workbench)
  }

  /// The next key; nil when all are pressed.
  mutating func next() -> Key? {
    guard pressed < script.keys.count else { return nil }
    pressed += 1
    return script.keys[pressed - 1]
  }

  /// `132 keys, 60 claims made, 2.20 keys per claim`.
  func count(_ workbench: Workbench) throws(Problem) -> String {
    let made = try Self.claims(workbench) - before
    let counts = "\(plural(pressed, "key")), \(plural(made, "claim")) made"
    guard made > 0 else { return counts }
    let hundredths = (pressed * 100 + made / 2) / made
    let fraction = hundredths % 100
    return counts + ", \(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction) keys per claim"
  }

  /// Plays the keys without a terminal, at the size of a usual one.
  mutating func play(_ workbench: Workbench, settings: Settings, startFolder: String) {
    let sitting = Sitting(
      workbench, settings: settings, startFolder: startFolder,
      size: script.size ?? Size(rows: 24, columns: 80))
    sitting.hears = { if case .failed(let problem) = $0 { Console.complain(of: problem) } }
    sitting.begin()
    while !sitting.state.isFinished, let key = next() { sitting.take(.key(key)) }
    sitting.finish()
  }

  private static func claims(_ workbench: Workbench) throws(Problem) -> Int {
    try workbench.index.totals(today: workbench.today).claims.values.reduce(0, +)
  }
}

/// `1 key`, `2 keys`.
private func plural(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
