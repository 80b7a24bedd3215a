internal import PostilCore
internal import Yams

/// A YAML file that a person wrote, keys or a theme, with the place of every word in it.
struct YamlFile {
  /// As problems name it.
  let name: String
  /// Nil when the file is empty or cannot be read.
  let root: YamlNode?
  /// Why it cannot be read.
  let problem: Problem?

  init(_ text: String, name: String) {
    self.name = name
    let (node, problem) = Self.read(text, name: name)
    root = node.flatMap(YamlNode.init)
    self.problem = problem
  }

  /// A file of the program itself.
  init(builtIn bytes: [UInt8], name: String) {
    self.name = name
    if let root = PlainYaml.read(bytes) {
      (self.root, problem) = (root, nil)
      return
    }
    let (node, problem) = Self.read(String(decoding: bytes, as: UTF8.self), name: name)
    root = node.flatMap(YamlNode.init)
    self.problem = problem
  }

  /// A problem at the place of a node.
  func problem(_ message: String, at node: YamlNode?, hint: String? = nil) -> Problem {
    Problem(
      message, at: .init(name, line: node?.mark.line, column: node?.mark.column), hint: hint)
  }

  /// “Did you mean …?”, or what it can be.
  static func hint(for word: String, among words: [String]) -> String {
    Nearest.word(to: word, among: words).map { "Did you mean “\($0)”?" }
      ?? "It can be \(words.joined(separator: ", "))."
  }

  /// Yams refuses a file in which a key stands twice. Here every line counts that can: later ones
  /// get a tag that makes them differ, and whoever reads the file finds the same word twice.
  private static func read(_ text: String, name: String) -> (Node?, Problem?) {
    if let line = YamlGuard.refusal(of: text) {
      return (nil, Problem("the file is nested too deeply", at: .init(name, line: line)))
    }
    var text = text
    for attempt in 0..<100 {
      do {
        return (try compose(yaml: text, .default, .default, .utf8), nil)
      } catch YamlError.duplicatedKeysInMapping(_, let context) {
        guard let next = tagged(text, at: context.mark, "!again\(attempt) ") else { break }
        text = next
      } catch {
        return (nil, problem(of: error, name: name))
      }
    }
    return (nil, Problem("too many keys stand in the file twice", at: .init(name)))
  }

  private static func tagged(_ text: String, at mark: Mark, _ tag: String) -> String? {
    var scalars = text.unicodeScalars
    var index = scalars.startIndex
    for _ in 1..<max(1, mark.line) {
      guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
      index = scalars.index(after: end)
    }
    guard
      let place = scalars.index(
        index, offsetBy: max(0, mark.column - 1), limitedBy: scalars.endIndex)
    else { return nil }
    scalars.insert(contentsOf: tag.unicodeScalars, at: place)
    return String(scalars)
  }

  private static func problem(of error: any Error, name: String) -> Problem {
    switch error as? YamlError {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      Problem(
        "this is not YAML: \(text)", at: .init(name, line: mark.line, column: mark.column),
        hint: "Put what has special characters in double quotes.")
    default:
      Problem("the file cannot be read as YAML", at: .init(name))
    }
  }
}
