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
  /// The keys of one command for people, the outermost scope's first: those hold in most places.
  func keys(most: Int = 2) -> String {
    let outermost = last?.scope
    return (filter { $0.scope == outermost } + filter { $0.scope != outermost })
      .prefix(most).map(\.keys.label).joined(separator: ", ")
  }

  /// The handiest keys of one command: the fewest, and of those the outermost scope's first.
  var hint: String {
    let fewest = map(\.keys.count).min()
    let short = filter { $0.keys.count == fewest }
    return short.first { $0.scope == short.last?.scope }?.keys.label ?? ""
  }

  /// The commands in the order of the key file, each once.
  var commands: [String] {
    var seen: Set<String> = []
    return map(\.command).filter { seen.insert($0).inserted }
  }
}

extension KeyMap {
  /// The scope that every command has its keys in: of those given the innermost, else any.
  func homes(from scopes: [Scope]) -> [String: Scope] {
    var homes: [String: Scope] = [:]
    for scope in scopes + Scope.allCases {
      for binding in bindings(in: [scope]) where homes[binding.command] == nil {
        homes[binding.command] = scope
      }
    }
    return homes
  }
}
