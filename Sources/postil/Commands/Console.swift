import Foundation
import PostilCore

/// Standard output and standard error, as the commands use them.
enum Console {
  /// Whether a person sees standard output.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Cells in a row of the terminal; nil when standard output is none.
  static var width: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Prints a line; `end` may be NUL.
  static func say(_ line: String, end: String = "\n") {
    print(line, terminator: end)
  }

  /// Prints to standard error.
  static func remark(_ line: String) {
    // Nobody may be left to read it: the terminal may be gone, and that is no reason to trap.
    try? FileHandle.standardError.write(contentsOf: Data((Visible.text(line) + "\n").utf8))
  }

  /// Prints a problem as compilers do, its hint on the next line.
  static func complain(of problem: Problem) {
    remark("postil: " + problem.description)
    if let hint = problem.hint { remark("  " + hint) }
  }

  /// Foreign text that commands no terminal; its lines stay lines.
  static func safe(_ text: String) -> String {
    guard isTerminal else { return Visible.text(text) }
    var drawn = ""
    for character in text {
      switch character {
      case "\n", "\r\n": drawn += "\n"
      case "\t": drawn += "    "
      default: drawn += Glyph(character).draw
      }
    }
    return drawn
  }

  /// Foreign text on one line, cut with `…` to a number of cells; nil cuts nothing.
  static func line(_ text: String, cells: Int? = nil) -> String {
    let text = safe(Visible.line(text))
    guard let cells, Glyph.width(of: text) > cells else { return text }
    var drawn = ""
    var width = 0
    for character in text {
      width += Glyph(character).width
      guard width < cells else { break }
      drawn.append(character)
    }
    return cells > 0 ? drawn + "…" : ""
  }

  /// A text filled up with spaces, or cut, to a number of cells.
  static func column(_ text: String, cells: Int) -> String {
    let text = line(text, cells: cells)
    return text + String(repeating: " ", count: max(0, cells - Glyph.width(of: text)))
  }

  /// Everything on standard input.
  ///
  /// - Throws: when it cannot be read.
  static func inputBytes() throws(Problem) -> [UInt8] {
    do {
      return Array(try FileHandle.standardInput.readToEnd() ?? Data())
    } catch {
      throw Problem("standard input cannot be read: \(error.localizedDescription)")
    }
  }

  /// Everything on standard input, as text.
  ///
  /// - Throws: when it cannot be read or is not UTF-8.
  static func input() throws(Problem) -> String {
    guard let text = String(validating: try inputBytes(), as: UTF8.self) else {
      throw Problem("standard input is not UTF-8")
    }
    return text
  }
}
