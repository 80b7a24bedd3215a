import PostilCore

/// Whole packed texts (`TextLog`), read into memory.
struct TextPage {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let start: Int

  /// They begin at byte `start` of their file.
  init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes)
    self.start = start
  }

  /// The texts in which all stands, oldest first.
  func hits(of searches: [TextSearch]) throws(Problem) -> [TextLog.Hit] {
    guard let first = searches.first else { return [] }
    var found: [TextLog.Hit] = []
    for hit in try hits(of: first) {
      var holdsAll = true
      for search in searches.dropFirst() where holdsAll {
        holdsAll = try stands(search, hit.start - start..<end(after: hit.start - start))
      }
      if holdsAll { found.append(hit) }
    }
    return found
  }

  private func hits(of search: TextSearch) throws(Problem) -> [TextLog.Hit] {
    var found: [TextLog.Hit] = []
    var first = 0
    while first < bytes.count {
      if search.isAnywhere {
        guard let place = try search.place(bytes, first) else { break }
        first = start(before: place, first)
      }
      let end = end(after: first)
      // An expression that stands anywhere might have been found in the digits of the id.
      if let id = id(before: end, from: first), try stands(search, first..<end) {
        found.append(TextLog.Hit(id: id, start: start + first))
      }
      first = end + 1
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
  private func start(before place: Int, _ first: Int) -> Int {
    var start = place
    while start > first, bytes[start - 1] != TextLog.end { start -= 1 }
    return start
  }

  /// Where the mark stands that ends the text of a byte.
  private func end(after place: Int) -> Int {
    bytes[place...].firstIndex(of: TextLog.end) ?? bytes.count
  }

  /// The digits behind the last NUL of a text; nil for what a crash has torn.
  private func id(before end: Int, from start: Int) -> Int64? {
    guard end < bytes.count, let zero = bytes[start..<end].lastIndex(of: 0) else { return nil }
    return Int64(String(decoding: bytes[zero + 1..<end], as: UTF8.self))
  }
}
