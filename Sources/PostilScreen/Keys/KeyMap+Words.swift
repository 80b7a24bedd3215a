extension Scope {
  /// The heading over its keys in help.
  var title: String {
    switch self {
    case .global: "everywhere"
    case .list: "in the list"
    case .reader: "in the reader"
    case .span: "while a span is selected"
    case .borders: "while borders move"
    case .margin: "while a note is written"
    case .ledger: "in the ledger"
    case .codebook: "in the codebook"
    case .page: "on a page"
    case .prompt: "in a prompt"
    case .picker: "in a picker"
    case .confirm: "before a question"
    case .split: "in the split preview"
    case .notes: "in the free notes"
    case .problems: "in the list of problems"
    case .labels: "while labels are shown"
    }
  }
}

extension [KeyMap.Binding] {
  /// The keys of a command for people, the innermost scope's first.
  func keys(for command: String, most: Int = 2) -> String {
    filter { $0.command == command }.prefix(most).map(\.keys.label).joined(separator: ", ")
  }

  /// The handiest keys of a command for a hint: the fewest, and of those the outermost scope's first.
  func hint(for command: String) -> String {
    let bound = filter { $0.command == command }
    let fewest = bound.map(\.keys.count).min()
    let short = bound.filter { $0.keys.count == fewest }
    return short.first { $0.scope == short.last?.scope }?.keys.label ?? ""
  }

  /// The commands in the order of the key file, each once.
  var commands: [String] {
    var seen: Set<String> = []
    return map(\.command).filter { seen.insert($0).inserted }
  }
}
