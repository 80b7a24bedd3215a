import Yams

/// What `postil.yaml` says.
struct NotebookSettings {
  var title: String?

  /// - Throws: when it is not YAML, or of a format that this program does not know.
  init(_ text: String, path: String) throws(Problem) {
    if let words = Self.plainWords(of: text), words["format"] == "\(Notebook.format)" {
      title = words["title"]
      return
    }
    let node: Node?
    do {
      guard YamlGuard.refusal(of: text) == nil else { throw Problem("it is nested too deeply") }
      node = try compose(yaml: text, .default, .default, .utf8)
    } catch {
      throw Problem(
        "the notebook's settings are not YAML", at: .init(path),
        hint: "Write `key: value` lines, one of them `format: 1`")
    }
    guard let format = node?["format"]?.scalar?.string, let number = Int(format), number > 0 else {
      throw Problem(
        "this does not say which format the notebook has", at: .init(path),
        hint: "Write a line `format: 1`")
    }
    guard number <= Notebook.format else {
      throw Problem(
        "the notebook has format \(number), and this Postil reads \(Notebook.format)",
        at: .init(path, line: node?["format"]?.mark?.line), hint: "Install a newer Postil")
    }
    title = node?["title"]?.scalar.flatMap { $0.string.isEmpty ? nil : $0.string }
  }

  /// What a file says that has only lines `name: words` without any sign that means something in YAML;
  /// nil for all others. Every start reads it, and a reader of all of YAML is slow to begin.
  static func plainWords(of text: String) -> [String: String]? {
    func isPlain(_ part: Substring.UTF8View) -> Bool {
      guard let first = part.first, let last = part.last, isWord(first), isWord(last) else {
        return false
      }
      return part.allSatisfy { isWord($0) || $0 == UInt8(ascii: " ") }
    }
    func isWord(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    var words: [String: String] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        line[colon...].starts(with: ": ".utf8), isPlain(line[..<colon])
      else { return nil }
      let value = line[colon...].dropFirst(2)
      guard isPlain(value) else { return nil }
      let name = String(decoding: line[..<colon], as: UTF8.self)
      guard words.updateValue(String(decoding: value, as: UTF8.self), forKey: name) == nil else {
        return nil
      }
    }
    return words
  }
}
