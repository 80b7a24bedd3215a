/// Reads the YAML in which the program's own keys and themes are written, many times faster than a
/// reader of all of YAML, since that is done at every start.
///
/// Names with words, lists in `[]`, mappings in `{}` or, set in, below their name; words plain or in
/// double quotes without `\`; comments. Anything else gives nil, and is for a whole reader.
struct PlainYaml {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var lineStart = 0

  /// The whole of a file, a mapping; nil when there is anything in it that this does not know.
  static func read(_ bytes: [UInt8]) -> YamlNode? {
    guard !bytes.contains(where: { $0 < .space && $0 != .newline }) else { return nil }
    var reader = PlainYaml(bytes)
    reader.skipBlankLines()
    guard let node = reader.mapping(indent: 0), reader.place == bytes.count else { return nil }
    return node
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var here: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var mark: YamlNode.Mark {
    // Columns are characters; a continuation byte is none.
    let before = bytes[lineStart..<place].count { $0 & 0xC0 != 0x80 }
    return YamlNode.Mark(line: line, column: before + 1)
  }

  /// The lines that are set in by `indent`; the place is behind the blanks of the first one.
  private mutating func mapping(indent: Int) -> YamlNode? {
    guard place - lineStart == indent, here != nil else { return nil }
    let begin = mark
    var lines: [YamlNode.Line] = []
    var names: Set<String> = []
    while here != nil, place - lineStart == indent {
      guard let name = scalar(isInside: false), let word = name.word, names.insert(word).inserted,
        take(.colon)
      else { return nil }
      guard let value = value(indent: indent) else { return nil }
      lines.append(YamlNode.Line(name: name, value: value))
    }
    return .mapping(lines, begin)
  }

  /// What stands behind a name, on its line or below it.
  private mutating func value(indent: Int) -> YamlNode? {
    let behind = mark
    guard here == .space || here == .newline || here == nil else { return nil }
    skipSpaces()
    guard here != .newline, here != .hash, here != nil else {
      skipBlankLines()
      guard here != nil, place - lineStart > indent else {
        return .scalar(YamlNode.Word(text: ""), behind)
      }
      return mapping(indent: place - lineStart)
    }
    let node = inline(isInside: false)
    skipSpaces()
    guard here == .newline || here == .hash || here == nil else { return nil }
    skipBlankLines()
    return node
  }

  /// A word, or a list or mapping in brackets.
  private mutating func inline(isInside: Bool) -> YamlNode? {
    switch here {
    case .openList: return list()
    case .openMapping: return inlineMapping()
    default: return scalar(isInside: isInside)
    }
  }

  private mutating func list() -> YamlNode? {
    let begin = mark
    var items: [YamlNode] = []
    place += 1
    skipSpaces()
    while here != .closeList {
      guard let item = inline(isInside: true) else { return nil }
      items.append(item)
      skipSpaces()
      guard take(.comma) || here == .closeList else { return nil }
      skipSpaces()
    }
    place += 1
    return .sequence(items, begin)
  }

  private mutating func inlineMapping() -> YamlNode? {
    let begin = mark
    var lines: [YamlNode.Line] = []
    var names: Set<String> = []
    place += 1
    skipSpaces()
    while here != .closeMapping {
      guard let name = scalar(isInside: true), let word = name.word, names.insert(word).inserted,
        take(.colon), take(.space)
      else { return nil }
      skipSpaces()
      guard let value = inline(isInside: true) else { return nil }
      lines.append(YamlNode.Line(name: name, value: value))
      skipSpaces()
      guard take(.comma) || here == .closeMapping else { return nil }
      skipSpaces()
    }
    place += 1
    return .mapping(lines, begin)
  }

  /// A word in double quotes, or a plain one up to its end, which in brackets is a comma too; nil for
  /// an empty one.
  private mutating func scalar(isInside: Bool) -> YamlNode? {
    let begin = mark
    if take(.quote) {
      let start = place
      while let byte = here, byte != .quote {
        guard byte != .backslash, byte != .newline else { return nil }
        place += 1
      }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      guard take(.quote) else { return nil }
      return .scalar(YamlNode.Word(text: text, isPlain: false), begin)
    }
    let start = place
    while let byte = here, byte != .newline {
      if byte == .hash, place > start, bytes[place - 1] == .space { break }
      if byte == .colon, isBlank(after: place) { break }
      if isInside, Self.brackets.contains(byte) { break }
      place += 1
    }
    var last = place
    while last > start, bytes[last - 1] == .space { last -= 1 }
    place = last
    guard let first = bytes[start..<last].first, !Self.special.contains(first) else { return nil }
    return .scalar(
      YamlNode.Word(text: String(decoding: bytes[start..<last], as: UTF8.self)), begin)
  }

  private func isBlank(after place: Int) -> Bool {
    place + 1 == bytes.count || bytes[place + 1] == .space || bytes[place + 1] == .newline
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard here == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipSpaces() {
    while here == .space { place += 1 }
  }

  /// Goes to the first word of the next line that has one.
  private mutating func skipBlankLines() {
    skipSpaces()
    while here == .hash || here == .newline {
      while here != nil, here != .newline { place += 1 }
      guard here != nil else { return }
      place += 1
      line += 1
      lineStart = place
      skipSpaces()
    }
  }

  private static let brackets = Set(",[]{}".utf8)
  /// What means something else at the beginning of a word.
  private static let special = Set("-?:,[]{}#&*!|>'\"%@`~".utf8)
}

extension UInt8 {
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let newline = UInt8(ascii: "\n")
  fileprivate static let colon = UInt8(ascii: ":")
  fileprivate static let comma = UInt8(ascii: ",")
  fileprivate static let hash = UInt8(ascii: "#")
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let backslash = UInt8(ascii: "\\")
  fileprivate static let openList = UInt8(ascii: "[")
  fileprivate static let closeList = UInt8(ascii: "]")
  fileprivate static let openMapping = UInt8(ascii: "{")
  fileprivate static let closeMapping = UInt8(ascii: "}")
}
