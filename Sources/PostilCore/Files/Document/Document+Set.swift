extension Document {
  /// Changes one key and no line but its own; comments stay. Nil and an empty list remove the key.
  ///
  /// A new key is written behind the nearest of its predecessors in `order` that is there.
  ///
  /// - Throws: when the front matter cannot be read.
  public mutating func set(_ key: String, _ field: Field?, order: [String] = []) throws(Problem) {
    if let problem { throw problem }
    let field = field.flatMap { $0.isEmpty ? nil : $0 }
    switch (entry(key), field) {
    case (nil, nil): return
    case (let entry?, nil): remove(entry)
    case (nil, let field?): insert(key, field, order)
    case (let entry?, let field?):
      guard !says(entry.value, field) else { return }
      replace(entry, field)
    }
  }

  private func says(_ value: Value, _ field: Field) -> Bool {
    switch (value, field) {
    case (.scalar(let old), .text(let new)), (.scalar(let old), .bare(let new)):
      old.utf8.elementsEqual(new.utf8)
    case (.list(let old), .list(let new)): old == new
    default: false
    }
  }

  private mutating func remove(_ entry: Entry) {
    let lines = EntryLines(self, entry)
    splice(entry.range.lowerBound..<lines.contentEnd, "")
  }

  private mutating func replace(_ entry: Entry, _ field: Field) {
    let lines = EntryLines(self, entry)
    if case .list(let items) = field, let list = ListLines(lines) {
      splice(list.range, list.replaced(by: items, newline: newline))
    } else {
      splice(lines.value, field.written(newline: newline))
    }
  }

  private mutating func insert(_ key: String, _ field: Field, _ order: [String]) {
    let line = key + ":" + field.written(newline: newline) + newline
    guard let header else {
      let mark = text.unicodeScalars.first == "\u{FEFF}" ? 3 : 0
      splice(mark..<mark, "---\(newline)\(line)---\(newline)\(newline)")
      return
    }
    guard let place = order.firstIndex(of: key) else {
      splice(header.upperBound..<header.upperBound, line)
      return
    }
    if let before = order[..<place].reversed().lazy.compactMap(entry).first {
      let end = EntryLines(self, before).contentEnd
      splice(end..<end, line)
    } else if let after = order[(place + 1)...].lazy.compactMap(entry).first {
      splice(after.range.lowerBound..<after.range.lowerBound, line)
    } else {
      splice(header.upperBound..<header.upperBound, line)
    }
  }

  private mutating func splice(_ range: Range<Int>, _ new: String) {
    self = Document(slice(0..<range.lowerBound) + new + slice(range.upperBound..<text.utf8.count))
  }
}
