internal import PostilCore

/// Reads key files: scope, then keys, then a command or `null`.
struct KeyFileReader {
  let isCommand: (String) -> Bool
  let commandNames: [String]
  /// What was refused in the files read so far.
  var problems: [Problem] = []
  /// What other keyboards are told to mean in the files read so far.
  private(set) var layout = KeyLayout()

  init(isCommand: @escaping (String) -> Bool, commandNames: [String]) {
    self.isCommand = isCommand
    self.commandNames = commandNames
  }

  /// The lines of a file that can be used.
  mutating func read(_ file: YamlFile) -> [Scope: KeyTable] {
    problems += [file.problem].compactMap(\.self)
    guard let root = file.root, !root.isNull else { return [:] }
    guard case .mapping(let scopes, _) = root else {
      problems.append(file.problem("key files are made of scopes", at: root, hint: Self.shape))
      return [:]
    }
    var tables: [Scope: KeyTable] = [:]
    for line in scopes {
      let (key, value) = (line.name, line.value)
      if key.word == "layout" {
        readLayout(value, file)
        continue
      }
      guard let scope = scope(key, file) else { continue }
      guard !value.isNull else { continue }
      guard case .mapping(let lines, _) = value else {
        problems.append(
          file.problem("\(scope.rawValue) holds no keys", at: value, hint: Self.shape))
        continue
      }
      for line in lines {
        guard let entry = entry(line.name, line.value, file) else { continue }
        problems += [tables[scope, default: KeyTable()].add(entry, scope: scope)].compactMap(\.self)
      }
    }
    return tables
  }

  private static let shape = "Write the scope, and below it lines as `t s: claim.supported`."

  private mutating func scope(_ node: YamlNode, _ file: YamlFile) -> Scope? {
    let word = node.word ?? ""
    if let scope = Scope(rawValue: word) { return scope }
    let hint = YamlFile.hint(for: word, among: Scope.allCases.map(\.rawValue) + ["layout"])
    problems.append(file.problem("“\(word)” is no scope", at: node, hint: hint))
    return nil
  }

  private mutating func entry(_ keys: YamlNode, _ value: YamlNode, _ file: YamlFile) -> KeyTable
    .Entry?
  {
    guard let sequence = sequence(keys, file) else { return nil }
    let place = Problem.Place(file.name, line: keys.mark.line, column: keys.mark.column)
    if value.isNull { return KeyTable.Entry(keys: sequence, command: nil, place: place) }
    guard let words = value.word?.split(separator: " "), let first = words.first else {
      problems.append(file.problem("a key means one command", at: value, hint: Self.shape))
      return nil
    }
    guard isCommand(String(first)) else {
      let near = Nearest.word(to: String(first), among: commandNames)
      let hint = near.map { "Did you mean “\($0)”?" } ?? "Help (`?`) lists all commands."
      problems.append(file.problem("there is no command “\(first)”", at: value, hint: hint))
      return nil
    }
    return KeyTable.Entry(keys: sequence, command: words.joined(separator: " "), place: place)
  }

  private mutating func sequence(_ node: YamlNode, _ file: YamlFile) -> [Key]? {
    let names = node.word ?? ""
    if let keys = [Key](named: names) { return keys }
    let wrong = names.split(separator: " ").first { Key(named: $0) == nil }.map(String.init) ?? ""
    let bare = wrong.filter { $0 != "<" && $0 != ">" }
    let near = Nearest.word(to: bare, among: Key.specialNames)
    let hint =
      near.map { "Did you mean `<\($0)>`?" }
      ?? "Write `j`, `C-d`, `A-b`, `<Enter>`, with blanks between keys."
    problems.append(file.problem("“\(wrong)” is no key", at: node, hint: hint))
    return nil
  }

  /// A name, `йцукен = qwerty`, the same as a mapping, or a list of these.
  private mutating func readLayout(_ node: YamlNode, _ file: YamlFile) {
    switch node {
    case .sequence(let parts, _): for part in parts { readLayout(part, file) }
    case .mapping(let lines, _):
      for line in lines {
        addLayout(line.name.word ?? "", line.value.word ?? "", at: line.name, file)
      }
    default:
      guard !node.isNull, let word = node.word else { return }
      if let known = KeyLayout.known.first(where: { $0.name == word.lowercased() }) {
        return addLayout(known.from, known.to, at: node, file)
      }
      // The first character may itself be `=`.
      guard let sign = word.dropFirst().firstIndex(of: "=") else {
        let names = KeyLayout.known.map(\.name)
        problems.append(
          file.problem(
            "there is no layout “\(word)”", at: node,
            hint: "It can be \(names.joined(separator: ", ")), or `йцукен = qwerty`."))
        return
      }
      addLayout(String(word[..<sign]), String(word[word.index(after: sign)...]), at: node, file)
    }
  }

  private mutating func addLayout(
    _ from: String, _ to: String, at node: YamlNode, _ file: YamlFile
  ) {
    let (from, to) = (from.filter { $0 != " " }, to.filter { $0 != " " })
    guard !layout.add(from, to) else { return }
    problems.append(
      file.problem(
        "the layout has \(from.count) keys on one side and \(to.count) on the other", at: node,
        hint: "Write as many characters behind `=` as before it, key by key."))
  }
}
