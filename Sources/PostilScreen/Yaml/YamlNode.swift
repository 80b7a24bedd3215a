internal import PostilCore
internal import Yams

/// A word, a list or a mapping of a YAML file, with its place.
indirect enum YamlNode: Hashable, Sendable {
  case scalar(Word, Mark)
  case sequence([YamlNode], Mark)
  case mapping([Line], Mark)

  /// A word as it is meant; one in quotes is never null.
  struct Word: Hashable, Sendable {
    var text: String
    var isPlain = true
  }

  /// A name and its value.
  struct Line: Hashable, Sendable {
    let name: YamlNode
    let value: YamlNode
  }

  /// Where something stands, both counted from 1.
  struct Mark: Hashable, Sendable {
    var line: Int
    var column: Int
  }

  var mark: Mark {
    switch self {
    case .scalar(_, let mark), .sequence(_, let mark), .mapping(_, let mark): mark
    }
  }

  /// The word as written; nil for lists and mappings.
  var word: String? {
    guard case .scalar(let word, _) = self else { return nil }
    return word.text
  }

  /// Whether nothing stands here, or `null` or `~` without quotes.
  var isNull: Bool {
    guard case .scalar(let word, _) = self, word.isPlain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(word.text)
  }

  /// The value of a name in a mapping.
  subscript(name: String) -> YamlNode? {
    guard case .mapping(let lines, _) = self else { return nil }
    return lines.first { $0.name.word == name }?.value
  }
}

extension YamlNode {
  /// What Yams has read; nil for what stands for something else, which no file of ours has.
  init?(_ node: Node) {
    let mark = Mark(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    switch node {
    case .scalar(let scalar):
      self = .scalar(Word(text: scalar.string, isPlain: scalar.style == .plain), mark)
    case .sequence(let list): self = .sequence(list.compactMap(YamlNode.init), mark)
    case .mapping(let mapping):
      let lines = mapping.compactMap { name, value in
        if let name = YamlNode(name), let value = YamlNode(value) {
          return Line(name: name, value: value)
        }
        return nil
      }
      self = .mapping(lines, mark)
    case .alias: return nil
    }
  }
}
