/// Reads front matter whose lines are all as Postil writes them; anything else is left to Yams.
///
/// A hundred thousand posts are indexed through this, so it makes no string but keys and values.
struct CanonicalHeader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// At the end: the offset of the closing fence.
  var position: Int
  private var line = 2

  init(bytes: UnsafeBufferPointer<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The entries up to the closing fence; nil when one line is not canonical.
  mutating func read() -> [Document.Entry]? {
    guard position >= 4, bytes[position - 1] == UInt8(ascii: "\n") else { return nil }
    var entries: [Document.Entry] = []
    entries.reserveCapacity(16)
    while !isAtFence {
      guard let entry = nextEntry(), !entries.contains(where: { $0.key == entry.key }) else {
        return nil
      }
      entries.append(entry)
    }
    return entries
  }

  private var isAtFence: Bool {
    let dash = UInt8(ascii: "-")
    guard position + 3 <= bytes.count, bytes[position] == dash, bytes[position + 1] == dash,
      bytes[position + 2] == dash
    else { return false }
    return position + 3 == bytes.count || bytes[position + 3] == UInt8(ascii: "\n")
  }

  private mutating func nextEntry() -> Document.Entry? {
    let start = position
    let firstLine = line
    guard let end = lineEnd(), let colon = keyEnd(before: end) else { return nil }
    let key = string(start..<colon)
    position = end + 1
    line += 1
    guard colon + 1 < end else {
      guard let items = items() else { return nil }
      let value: Document.Value = items.isEmpty ? .none : .list(items)
      return .init(key: key, value: value, line: firstLine, range: start..<position)
    }
    guard bytes[colon + 1] == UInt8(ascii: " "), let value = scalar(colon + 2..<end) else {
      return nil
    }
    return .init(key: key, value: .scalar(value), line: firstLine, range: start..<position)
  }

  private func lineEnd() -> Int? {
    var end = position
    while end < bytes.count {
      if bytes[end] == UInt8(ascii: "\n") { return end }
      end += 1
    }
    return nil
  }

  /// The colon behind a key of lower-case letters, digits and hyphens.
  private func keyEnd(before end: Int) -> Int? {
    guard position < end, UInt8(ascii: "a")...UInt8(ascii: "z") ~= bytes[position] else {
      return nil
    }
    for offset in position..<min(end, position + 100) {
      switch bytes[offset] {
      case UInt8(ascii: ":"): return offset
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"):
        continue
      default: return nil
      }
    }
    return nil
  }

  private mutating func items() -> [String]? {
    var items: [String] = []
    while position + 4 < bytes.count, bytes[position] == UInt8(ascii: " ") {
      guard bytes[position + 1] == UInt8(ascii: " "), bytes[position + 2] == UInt8(ascii: "-"),
        bytes[position + 3] == UInt8(ascii: " "), let end = lineEnd(),
        let item = scalar(position + 4..<end)
      else { return nil }
      items.append(item)
      position = end + 1
      line += 1
    }
    return items
  }

  private func scalar(_ range: Range<Int>) -> String? {
    guard !range.isEmpty else { return nil }
    let value = UnsafeBufferPointer(rebasing: bytes[range])
    if Scalar.isPlain(value) { return string(range) }
    guard Scalar.isSimplyQuoted(value) else { return nil }
    return string(range.lowerBound + 1..<range.upperBound - 1)
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
