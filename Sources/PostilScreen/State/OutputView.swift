/// What a command wrote, on lines, and which of them are in view.
public struct OutputView: Hashable, Sendable {
  /// What is said above it.
  let title: String
  let lines: [String]
  private(set) var top = 0
  private(set) var left = 0

  /// Lines of a text that no one vouches for; tabs are set, and the colours of terminals left out.
  public init(title: String, text: String) {
    self.title = title
    lines = Self.lines(of: text)
  }

  /// What of a line is in view, from the left edge on.
  func visible(_ index: Int) -> Substring { lines[index].dropFirst(left) }

  mutating func move(_ n: Int, rows: Int) {
    top = min(max(0, top + n), max(0, lines.count - rows))
  }

  mutating func moveSideways(_ n: Int) { left = max(0, left + n) }

  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var column = 0
    var scalars = text.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      switch scalar {
      case "\n":
        lines.append(String(line))
        line = String.UnicodeScalarView()
        column = 0
      case "\r": break
      case "\t":
        let blanks = 8 - column % 8
        line.append(contentsOf: String(repeating: " ", count: blanks).unicodeScalars)
        column += blanks
      case "\u{1B}": skipSequence(&scalars)
      default:
        line.append(scalar)
        column += 1
      }
    }
    if !line.isEmpty { lines.append(String(line)) }
    return lines
  }

  /// `ESC [`, parameters and a final byte; of anything else the character behind ESC.
  private static func skipSequence(_ scalars: inout String.UnicodeScalarView.Iterator) {
    guard scalars.next() == "[" else { return }
    while let next = scalars.next(), !(0x40...0x7E ~= next.value) {
      if next.value < 0x20 { return }
    }
  }
}

/// How a command of the shell ended.
public struct CommandOutput: Hashable, Sendable {
  /// As it was typed.
  public var command: String
  /// The exit code; 128 and the signal's number when it was killed.
  public var code: Int32
  /// What it wrote to standard output and standard error.
  public var text: String
  /// Whether it wrote more than is kept.
  public var isCut: Bool

  /// A command that ended.
  public init(command: String, code: Int32, text: String, isCut: Bool = false) {
    self.command = command
    self.code = code
    self.text = text
    self.isCut = isCut
  }
}
