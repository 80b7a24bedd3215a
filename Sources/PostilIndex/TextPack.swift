import Foundation
import PostilCore

/// The texts of the posts that lists are placed by, one behind the other in a file that is mapped:
/// what no index of words finds is looked for in all of them as fast as memory is read.
///
/// The file begins with `Header`, then come the ids and the starts of the texts (`UInt32` each), then
/// the texts: body, title and names, each with a NUL behind it. Texts are in the order of their ids,
/// so the newest come last.
final class TextPack: Sendable {
  /// What the texts of one post begin with in the file.
  private struct Header {
    static let magic: UInt64 = 0x3153_5458_5453_4F50
    var magic = Self.magic
    var generation: Int64
    var count: UInt64
    var length: UInt64
  }

  /// Bytes that are searched in one piece: enough to be fast, few enough to stop early.
  private static let piece = 256 << 10

  /// Which file this is (`Store`).
  let generation: Int64
  let count: Int
  private let map: Data
  private let ids: Int
  private let texts: Int

  /// Maps a file; nil when there is none, or another one than was meant.
  init?(path: String, generation: Int64) {
    guard let map = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped),
      map.count >= MemoryLayout<Header>.size
    else { return nil }
    let header = map.withUnsafeBytes { $0.loadUnaligned(as: Header.self) }
    ids = MemoryLayout<Header>.size
    texts = ids + 8 * Int(clamping: header.count)
    guard header.magic == Header.magic, header.generation == generation,
      map.count == texts + Int(clamping: header.length)
    else { return nil }
    count = Int(header.count)
    self.generation = generation
    self.map = map
  }

  /// The file of a generation in the folder of the index.
  static func path(_ generation: Int64, in folder: String) -> String {
    "\(folder)/texts-\(generation).pack"
  }

  /// Collects texts for a new file.
  struct Draft {
    private var ids: [UInt32] = []
    private var starts: [UInt32] = []
    private var texts: [UInt8] = []

    /// Adds the texts of a post; false when there is no room for more.
    mutating func add(_ id: Int64, _ parts: [String]) -> Bool {
      guard let id = UInt32(exactly: id), let start = UInt32(exactly: texts.count) else {
        return false
      }
      ids.append(id)
      starts.append(start)
      for part in parts {
        texts.append(contentsOf: part.utf8)
        texts.append(0)
      }
      return true
    }

    /// Writes the file.
    func write(to path: String, generation: Int64) throws {
      var header = Header(
        generation: generation, count: UInt64(ids.count), length: UInt64(texts.count))
      var data = Data(capacity: MemoryLayout<Header>.size + 8 * ids.count + texts.count)
      withUnsafeBytes(of: &header) { data.append(contentsOf: $0) }
      ids.withUnsafeBytes { data.append(contentsOf: $0) }
      starts.withUnsafeBytes { data.append(contentsOf: $0) }
      data.append(contentsOf: texts)
      try data.write(to: URL(filePath: path), options: .atomic)
    }
  }

  /// Ids of the posts in whose texts something stands, and more of it too when more is asked for; at
  /// least so many when there are.
  ///
  /// - Parameter rest: the posts to look at by their places; those looked at are taken off, from
  ///   the end when `isNewestFirst`, in whose order the ids come.
  /// - Throws: what the search throws.
  func hits(
    of searches: [TextSearch], in rest: inout Range<Int>, isNewestFirst: Bool, atLeast wanted: Int
  ) throws -> [Int64] {
    try map.withUnsafeBytes { bytes in
      let page = Page(bytes, ids: ids, texts: texts, count: count)
      var found: [Int64] = []
      while !rest.isEmpty, found.count < wanted {
        if isNewestFirst {
          let start = max(
            rest.lowerBound, page.start(ofPieceBefore: rest.upperBound, of: Self.piece))
          found += try page.hits(of: searches, start..<rest.upperBound).reversed().map(page.id)
          rest = rest.lowerBound..<start
        } else {
          let end = min(rest.upperBound, page.end(ofPieceFrom: rest.lowerBound, of: Self.piece))
          found += try page.hits(of: searches, rest.lowerBound..<end).map(page.id)
          rest = end..<rest.upperBound
        }
      }
      return found
    }
  }

  /// The file where it lies in memory.
  private struct Page {
    let ids: UnsafeRawBufferPointer
    let starts: UnsafeRawBufferPointer
    let texts: UnsafeBufferPointer<UInt8>
    let count: Int

    init(_ bytes: UnsafeRawBufferPointer, ids: Int, texts: Int, count: Int) {
      self.count = count
      self.ids = UnsafeRawBufferPointer(rebasing: bytes[ids..<ids + 4 * count])
      starts = UnsafeRawBufferPointer(rebasing: bytes[ids + 4 * count..<texts])
      self.texts = UnsafeRawBufferPointer(rebasing: bytes[texts...]).bindMemory(to: UInt8.self)
    }

    func id(_ index: Int) -> Int64 {
      Int64(ids.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }

    func start(_ index: Int) -> Int {
      guard index < count else { return texts.count }
      return Int(starts.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self))
    }

    /// The first of the texts before another one that are so many bytes together.
    func start(ofPieceBefore end: Int, of size: Int) -> Int {
      let wanted = start(end) - size
      return wanted <= 0 ? 0 : min(end - 1, index(at: wanted))
    }

    func end(ofPieceFrom first: Int, of size: Int) -> Int {
      let wanted = start(first) + size
      return wanted >= texts.count ? count : max(first + 1, index(at: wanted))
    }

    /// The post to whose texts a byte belongs.
    func index(at offset: Int) -> Int {
      var low = 0
      var high = count
      while high - low > 1 {
        let middle = (low + high) / 2
        if start(middle) <= offset { low = middle } else { high = middle }
      }
      return low
    }

    /// The posts of a range in whose texts all stands, oldest first.
    func hits(of searches: [TextSearch], _ range: Range<Int>) throws -> [Int] {
      guard let first = searches.first else { return [] }
      return try hits(of: first, range).filter { index in
        try searches.dropFirst().allSatisfy { try stands($0, index) }
      }
    }

    private func hits(of search: TextSearch, _ range: Range<Int>) throws -> [Int] {
      var found: [Int] = []
      guard search.isAnywhere else {
        for index in range where try stands(search, index) { found.append(index) }
        return found
      }
      let first = start(range.lowerBound)
      let bytes = UnsafeBufferPointer(rebasing: texts[first..<start(range.upperBound)])
      var next = range.lowerBound
      while next < range.upperBound, let place = try search.place(bytes, start(next) - first) {
        let index = index(at: first + place)
        found.append(index)
        next = index + 1
      }
      return found
    }

    /// Whether it stands in one of the texts of a post, each looked at alone.
    private func stands(_ search: TextSearch, _ index: Int) throws -> Bool {
      let end = start(index + 1)
      var start = start(index)
      while start < end {
        let stop = texts[start..<end].firstIndex(of: 0) ?? end
        if try search.place(UnsafeBufferPointer(rebasing: texts[start..<stop]), 0) != nil {
          return true
        }
        start = stop + 1
      }
      return false
    }
  }
}
