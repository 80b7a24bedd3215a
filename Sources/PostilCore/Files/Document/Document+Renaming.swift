extension Document {
  /// Gives items of a list other names and touches no byte but theirs, so that comments, quotes and
  /// the form of the list stay. An item whose new name is in the list already goes.
  ///
  /// - Throws: when the front matter cannot be read.
  public mutating func renameItems(of key: String, _ names: (String) -> String?) throws(Problem) {
    if let problem { throw problem }
    guard let entry = entry(key) else { return }
    let items: [String] =
      switch entry.value {
      case .none: []
      case .scalar(let text): [text]
      case .list(let items): items
      }
    let renamed = items.map { names($0) ?? $0 }
    guard items.contains(where: { names($0) != nil }) else { return }
    guard Set(renamed.map { Array($0.utf8) }).count == renamed.count else {
      return try set(key, .list(renamed.unique))
    }
    var lines = ItemNames(bytes: Array(slice(entry.range).utf8))
    for item in items { if let name = names(item) { lines.replace(item, by: name) } }
    let after = Document(
      slice(0..<entry.range.lowerBound) + String(decoding: lines.bytes, as: UTF8.self)
        + slice(entry.range.upperBound..<text.utf8.count))
    // Where the text is not as simple as it looks, the list is written anew.
    let isRight: Bool =
      switch after.entry(key)?.value {
      case .list(let found): found == renamed
      case .scalar(let found): [found] == renamed
      default: false
      }
    if isRight { self = after } else { try set(key, .list(renamed)) }
  }
}

/// The text of a list in front matter, in which words are replaced where they stand as items.
private struct ItemNames {
  private(set) var bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func replace(_ item: String, by name: String) {
    let old = Array(item.utf8)
    guard !old.isEmpty else { return }
    let colon = ValueScanner(bytes: bytes).skipKey()
    var result = Array(bytes[..<colon])
    var at = colon
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "#"), at == 0 || isSpace(bytes[at - 1]) {
        // A comment says what it says.
        let end = bytes[at...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        result += bytes[at..<end]
        at = end
      } else if bytes[at...].starts(with: old), begins(at), ends(at + old.count) {
        let isQuoted = isQuote(bytes[at - 1])
        result += Array((isQuoted ? name : Scalar.written(name)).utf8)
        at += old.count
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    bytes = result
  }

  private func begins(_ at: Int) -> Bool {
    guard at > 0 else { return false }
    return isSpace(bytes[at - 1]) || isQuote(bytes[at - 1]) || "[,".utf8.contains(bytes[at - 1])
  }

  private func ends(_ at: Int) -> Bool {
    guard at < bytes.count else { return true }
    return isSpace(bytes[at]) || isQuote(bytes[at]) || "],".utf8.contains(bytes[at])
  }

  private func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
  private func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }
}
