import PostilCore

/// Packed texts (`TextLog`) where they lie in memory.
struct TextPage {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Whole texts at the end of a range or at its beginning, together about so many bytes.
  func piece(of range: Range<Int>, _ size: Int, isLast: Bool) -> Range<Int> {
    if isLast {
      let wanted = range.upperBound - size
      let start = wanted <= range.lowerBound ? range.lowerBound : start(before: wanted, range)
      return start..<range.upperBound
    }
    let wanted = range.lowerBound + size
    let isRest = wanted >= range.upperBound
    let end = isRest ? range.upperBound : end(after: wanted, range.upperBound - 1) + 1
    return range.lowerBound..<end
  }

  /// The texts of a range in which all stands, oldest first.
  func hits(of searches: [TextSearch], _ range: Range<Int>) throws(Problem) -> [TextLog.Hit] {
    guard let first = searches.first else { return [] }
    var found: [TextLog.Hit] = []
    for hit in try hits(of: first, range) {
      var holdsAll = true
      for search in searches.dropFirst() where holdsAll {
        holdsAll = try stands(search, hit.start..<end(after: hit.start, range.upperBound))
      }
      if holdsAll { found.append(hit) }
    }
    return found
  }

  private func hits(of search: TextSearch, _ range: Range<Int>) throws(Problem) -> [TextLog.Hit] {
    var found: [TextLog.Hit] = []
    var start = range.lowerBound
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    while start < range.upperBound {
      if search.isAnywhere {
        guard let place = try search.place(part, start - range.lowerBound) else { break }
        start = self.start(before: range.lowerBound + place, start..<range.upperBound)
      }
      let end = end(after: start, range.upperBound)
      // An expression that stands anywhere might have been found in the digits of the id.
      if let id = id(before: end, from: start), try stands(search, start..<end) {
        found.append(TextLog.Hit(id: id, start: start))
      }
      start = end + 1
    }
    return found
  }

  /// Whether it stands in one of the texts of a post, each looked at alone.
  private func stands(_ search: TextSearch, _ text: Range<Int>) throws(Problem) -> Bool {
    var start = text.lowerBound
    while let stop = bytes[start..<text.upperBound].firstIndex(of: 0) {
      if try search.place(UnsafeBufferPointer(rebasing: bytes[start..<stop]), 0) != nil {
        return true
      }
      start = stop + 1
    }
    return false
  }

  /// Where the text begins that a byte belongs to.
  private func start(before place: Int, _ range: Range<Int>) -> Int {
    var start = place
    while start > range.lowerBound, bytes[start - 1] != TextLog.end { start -= 1 }
    return start
  }

  /// Where the mark stands that ends the text of a byte.
  private func end(after place: Int, _ limit: Int) -> Int {
    bytes[place..<limit].firstIndex(of: TextLog.end) ?? limit
  }

  /// The digits behind the last NUL of a text; nil for what a crash has torn.
  private func id(before end: Int, from start: Int) -> Int64? {
    guard end < bytes.count, let zero = bytes[start..<end].lastIndex(of: 0) else { return nil }
    return Int64(String(decoding: bytes[zero + 1..<end], as: UTF8.self))
  }
}
