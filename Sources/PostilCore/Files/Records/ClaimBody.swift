/// The parts of a claim's body: what stands before the first heading, and the sections.
///
/// `## Evidence`, `## History` and `## Notes` are known in any order; every other section is kept.
/// Notes are free Markdown: only another known heading ends them.
struct ClaimBody {
  enum Heading: String, CaseIterable {
    case evidence, history, notes
  }

  /// A section: its heading's line, and the lines below it.
  struct Section {
    var heading: Heading?
    var line: Int
    var lines: Range<Int>
  }

  /// All lines with their ends.
  let lines: [String]
  /// The lines before the first heading.
  let preamble: Range<Int>
  let sections: [Section]

  init(_ body: String) {
    lines = BodyLines.split(body)
    var heads: [(heading: Heading?, line: Int)] = []
    for (index, line) in lines.enumerated() {
      guard let heading = Self.heading(of: line) else { continue }
      if heads.last?.heading == .notes, heading == .some(.none) { continue }
      heads.append((heading, index))
    }
    let ends = heads.dropFirst().map(\.line) + [lines.count]
    preamble = 0..<(heads.first?.line ?? lines.count)
    sections = zip(heads, ends).map { head, end in
      Section(heading: head.heading, line: head.line, lines: head.line + 1..<end)
    }
  }

  func sections(_ heading: Heading) -> [Section] { sections.filter { $0.heading == heading } }

  /// The block quotes before the first heading: for each its lines, and its words.
  var quotes: [(lines: Range<Int>, words: String)] {
    var quotes: [(lines: Range<Int>, words: [String])] = []
    for index in preamble where lines[index].utf8.first == UInt8(ascii: ">") {
      let content = BodyLines.content(lines[index]).dropFirst()
      let words = String(content.utf8.first == UInt8(ascii: " ") ? content.dropFirst() : content)
      if let start = quotes.last?.lines.lowerBound, quotes.last?.lines.upperBound == index {
        quotes[quotes.count - 1].lines = start..<index + 1
        quotes[quotes.count - 1].words.append(words)
      } else {
        quotes.append((index..<index + 1, [words]))
      }
    }
    return quotes.map { ($0.lines, $0.words.joined(separator: "\n")) }
  }

  /// The paragraph that begins with `**Test:**`.
  var test: String? {
    let mark = "**Test:**"
    guard let start = preamble.first(where: { lines[$0].hasPrefix(mark) }) else { return nil }
    let paragraph = lines[start..<preamble.upperBound].prefix { !BodyLines.isBlank($0) }
    let text = BodyLines.text(of: paragraph).dropFirst(mark.count).drop { $0 == " " || $0 == "\n" }
    return text.isEmpty ? nil : String(text)
  }

  /// The text under `## Notes`, with masked headings shown as they were meant.
  var notes: String {
    sections(.notes).map { section in
      BodyLines.text(of: lines[section.lines].map(Self.unmasked))
    }
    .filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The list lines under a heading, each with its number in `lines`.
  func items(_ heading: Heading) -> [(line: Int, text: String)] {
    sections(heading).flatMap(\.lines).compactMap { index in
      let content = BodyLines.content(lines[index])
      guard content.hasPrefix("- ") || content.hasPrefix("* ") else { return nil }
      return (index, String(content.dropFirst(2)))
    }
  }

  /// Nil when the line is no heading of a section, `.some(nil)` when it is an unknown one.
  private static func heading(of line: String) -> Heading?? {
    guard line.hasPrefix("## ") else { return nil }
    let name = BodyLines.content(line).dropFirst(3).lowercased()
    return .some(Heading.allCases.first { $0.rawValue == name.trimmingBlanks })
  }
}

extension ClaimBody {
  /// A line of notes that would read as one of the known headings gets a backslash before it.
  static func masked(_ line: String) -> String {
    isMaskable(line) ? "\\" + line : line
  }

  static func unmasked(_ line: String) -> String {
    line.utf8.first == UInt8(ascii: "\\") && isMaskable(line) ? String(line.dropFirst()) : line
  }

  private static func isMaskable(_ line: String) -> Bool {
    heading(of: String(line.drop { $0 == "\\" })).map { $0 != nil } ?? false
  }
}

extension StringProtocol {
  /// Without spaces and tabs around it.
  var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let last = lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(self[...last].drop(while: isBlank))
  }
}
