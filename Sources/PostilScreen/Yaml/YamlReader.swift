internal import PostilCore

/// Takes a YAML file apart, and names what is wrong in it.
struct YamlReader {
  /// What to try when a part has the wrong shape.
  let shape: String
  let file: YamlFile
  private(set) var problems: [Problem]

  init(_ file: YamlFile, shape: String) {
    self.file = file
    self.shape = shape
    problems = [file.problem].compactMap(\.self)
  }

  /// The values of a mapping by name; other names are refused.
  mutating func fields(of node: YamlNode, _ what: String, _ names: [String]) -> [String: YamlNode] {
    var fields: [String: YamlNode] = [:]
    for (name, value) in lines(of: node, what) {
      let word = name.word ?? ""
      if names.contains(word) {
        if !value.isNull { fields[word] = value }
      } else {
        refuse("\(what) has no “\(word)”", name, among: names)
      }
    }
    return fields
  }

  /// The lines of a mapping whose names are known; others are refused.
  mutating func named(
    _ node: YamlNode, _ what: String, _ names: [String]
  ) -> [(String, YamlNode)] {
    lines(of: node, what + "s").compactMap { name, value in
      let word = name.word ?? ""
      if names.contains(word) { return (word, value) }
      refuse("there is no \(what) “\(word)”", name, among: names)
      return nil
    }
  }

  /// The lines of a mapping; of two with the same name the first one counts.
  mutating func lines(of node: YamlNode, _ what: String) -> [(YamlNode, YamlNode)] {
    guard case .mapping(let mapping, _) = node else {
      if !node.isNull { refuse("\(what): names with values are wanted here", node) }
      return []
    }
    var seen: Set<String> = []
    return mapping.compactMap { line in
      let (name, value) = (line.name, line.value)
      if let word = name.word, !seen.insert(word).inserted {
        refuse("“\(word)” stands here twice", name)
        return nil
      }
      return (name, value)
    }
  }

  /// The case that a word names.
  mutating func one<Value: CaseIterable & RawRepresentable<String>>(
    of values: Value.AllCases, _ node: YamlNode, _ what: String
  ) -> Value? {
    if let value = Value(rawValue: node.word ?? "") { return value }
    refuse("“\(node.word ?? "")” is no \(what)", node, among: values.map(\.rawValue))
    return nil
  }

  /// Names what is wrong, and the nearest of the words that would be right.
  mutating func refuse(_ message: String, _ node: YamlNode, among names: [String]) {
    refuse(message, node, hint: YamlFile.hint(for: node.word ?? "", among: names))
  }

  /// Names what is wrong; without a hint, the shape of the file is one.
  mutating func refuse(_ message: String, _ node: YamlNode, hint: String? = nil) {
    problems.append(file.problem(message, at: node, hint: hint ?? shape))
  }
}
