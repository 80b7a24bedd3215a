/// The lines of a block list, so that adding or removing an item touches only that item's line.
struct ListLines {
  /// The list's lines behind the line of the key; UTF-8 offsets in the document's text.
  let range: Range<Int>
  private let items: [(value: String, lines: [UInt8])]
  /// What stands between the key and the first item.
  private let head: [UInt8]
  private let indent: [UInt8]

  /// Nil when the entry is no block list with one line for each item.
  init?(_ lines: EntryLines) {
    let end = lines.contentEnd - lines.range.lowerBound
    guard let feed = lines.bytes.firstIndex(of: UInt8(ascii: "\n")), feed + 1 < end else {
      return nil
    }
    range = lines.range.lowerBound + feed + 1..<lines.contentEnd
    var items: [(String, [UInt8])] = []
    var head: [UInt8] = []
    var pending: [UInt8] = []
    var indent: [UInt8]?
    for line in lines.bytes[(feed + 1)..<end].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).dropLast() {
      let raw = Array(line) + [UInt8(ascii: "\n")]
      let lead = Array(line.prefix { $0 == 0x20 })
      let text = line.dropFirst(lead.count)
      guard text.starts(with: "- ".utf8) else {
        guard text.first.map({ $0 == UInt8(ascii: "#") || $0 == 0x0D }) ?? true else { return nil }
        pending += raw
        continue
      }
      guard let value = Self.value(of: raw), indent == nil || indent == lead else { return nil }
      indent = lead
      if items.isEmpty { head = pending } else { items[items.count - 1].1 += pending }
      pending = []
      items.append((value, raw))
    }
    guard let indent, pending.isEmpty else { return nil }
    self.items = items
    self.head = head
    self.indent = indent
  }

  /// The same lines with other items: those that stay keep their lines where order allows.
  func replaced(by values: [String], newline: String) -> String {
    let order = values.compactMap { value in items.firstIndex { $0.value == value } }
    let keeps = order == order.sorted() && Set(order).count == order.count
    var result = head
    for value in values {
      if keeps, let item = items.first(where: { $0.value == value }) {
        result += item.lines
      } else {
        result += indent + Array(("- " + Scalar.written(value) + newline).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func value(of line: [UInt8]) -> String? {
    let document = Document("---\nitems:\n" + String(decoding: line, as: UTF8.self) + "---\n")
    guard document.problem == nil, case .list(let items)? = document["items"], items.count == 1
    else { return nil }
    return items[0]
  }
}
