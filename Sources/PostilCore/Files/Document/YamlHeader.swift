import Yams

/// Reads front matter of any shape through Yams, and refuses what is not flat.
struct YamlHeader {
  private let header: String
  /// The header's place in the whole text, UTF-8 offsets.
  private let range: Range<Int>
  private let lines: YamlLines
  private let mayHoldMarks: Bool

  static func read(_ text: String, _ range: Range<Int>) -> Result<[Document.Entry], Problem> {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    let header = YamlHeader(String(text[start..<end]), range)
    do throws(Problem) {
      return .success(try header.entries())
    } catch {
      return .failure(error)
    }
  }

  private init(_ header: String, _ range: Range<Int>) {
    self.header = header
    self.range = range
    lines = YamlLines(header)
    mayHoldMarks =
      header.unicodeScalars.contains("\u{FEFF}") || header.contains(#"\uFEFF"#)
  }

  private func entries() throws(Problem) -> [Document.Entry] {
    if let line = YamlGuard.refusal(of: header) { throw nested(line: line + 1) }
    guard let root = try composed() else { return [] }
    guard case .mapping(let mapping) = root, mapping.mark?.line == mapping.first?.key.mark?.line,
      mapping.mark?.column == mapping.first?.key.mark?.column
    else {
      throw problem(
        "the front matter is not made of `key: value` lines", root.mark,
        "Write one key on each line")
    }
    var entries: [Document.Entry] = []
    var seen: Set<String> = []
    for (key, value) in mapping {
      guard case .scalar(let name) = key, let mark = name.mark else { throw nested(key.mark) }
      guard seen.insert(name.string).inserted else { throw duplicate(name.string, mark) }
      let line = lines[mark.line]
      if let last = entries.indices.last {
        let start = entries[last].range.lowerBound
        guard start < line.offset + range.lowerBound else { throw nested(mark) }
        entries[last].range = start..<line.offset + range.lowerBound
      }
      entries.append(
        .init(
          key: name.string, value: try flat(value), line: line.number + 1,
          range: line.offset + range.lowerBound..<range.upperBound))
    }
    return entries
  }

  private func flat(_ node: Node) throws(Problem) -> Document.Value {
    if let text = scalar(node) {
      if case .scalar(let scalar) = node, scalar.style == .plain, text.isEmpty { return .none }
      return .scalar(text)
    }
    guard case .sequence(let sequence) = node else { throw nested(node.mark) }
    var items: [String] = []
    for item in sequence {
      guard let text = scalar(item) else { throw nested(item.mark ?? node.mark) }
      items.append(text)
    }
    return .list(items)
  }

  /// A scalar as written; a link without quotes, `[[id]]`, is YAML for a list in a list.
  private func scalar(_ node: Node) -> String? {
    switch node {
    case .scalar(let scalar): return (beginsWithMark(scalar) ? "\u{FEFF}" : "") + scalar.string
    case .sequence(let outer):
      guard outer.count == 1, case .sequence(let inner)? = outer.first, inner.count == 1,
        case .scalar(let name)? = inner.first
      else { return nil }
      return "[[\(name.string)]]"
    default: return nil
    }
  }

  /// Foundation, through which Yams makes strings, drops a byte order mark that begins a value.
  private func beginsWithMark(_ scalar: Node.Scalar) -> Bool {
    guard mayHoldMarks, let mark = scalar.mark else { return false }
    let line = header.utf8.index(header.startIndex, offsetBy: lines[mark.line].offset)
    let rest = header.unicodeScalars[line...].dropFirst(mark.column - 1)
    let value = rest.first == "\"" || rest.first == "'" ? rest.dropFirst() : rest
    return value.first == "\u{FEFF}"
      || (rest.first == "\"" && value.starts(with: #"\uFEFF"#.unicodeScalars))
  }

  private func composed() throws(Problem) -> Node? {
    do {
      return try compose(yaml: header, .default, .default, .utf8)
    } catch let error as YamlError {
      throw problem(from: error)
    } catch {
      throw Problem("the front matter cannot be read: \(error)", at: .init("", line: 2))
    }
  }

  private func problem(from error: YamlError) -> Problem {
    let quote = "Put the value in double quotes"
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      return problem("the front matter is not YAML: \(text)", mark, quote)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", context.mark)
    case .reader(_, let offset, _, _):
      let before = header.utf8.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") }
      return Problem(
        "the front matter holds a character that YAML forbids", at: .init("", line: before + 2),
        hint: quote + " and write it as \\uXXXX")
    default:
      return Problem("the front matter cannot be read", at: .init("", line: 2))
    }
  }

  private func duplicate(_ key: String, _ mark: Mark) -> Problem {
    problem("the key `\(key)` stands in the front matter twice", mark, "Keep one of the two lines")
  }

  private func nested(_ mark: Mark?) -> Problem {
    nested(line: mark.map { lines[$0.line].number + 1 } ?? 2, column: mark?.column)
  }

  private func nested(line: Int, column: Int? = nil) -> Problem {
    Problem(
      "the front matter is nested", at: .init("", line: line, column: column),
      hint: "Only `key: value` and lists of plain values are allowed")
  }

  private func problem(_ message: String, _ mark: Mark?, _ hint: String) -> Problem {
    let line = mark.map { lines[$0.line].number + 1 }
    return Problem(message, at: .init("", line: line ?? 2, column: mark?.column), hint: hint)
  }
}
