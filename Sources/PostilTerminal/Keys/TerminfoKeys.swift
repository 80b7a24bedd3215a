import CNcurses
import PostilScreen

/// The keys of the terminal that is open, as terminfo describes them.
enum TerminfoKeys {
  /// Sequences that begin with ESC, and their keys.
  static func sequences() -> [[UInt8]: Key] {
    var found: [[UInt8]: Key] = [:]
    for (name, key) in names {
      guard let bytes = screen_key_sequence(name) else { continue }
      let sequence = Array(String(cString: bytes).utf8)
      if sequence.count > 1, sequence.first == 0x1B { found[sequence] = key }
    }
    return found
  }

  private static let names: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
      ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
    ] + (1...24).map { ("kf\($0)", .function($0)) }
}
