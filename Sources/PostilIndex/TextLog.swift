import GRDB
import PostilCore

/// The texts of the posts that lists are placed by, one behind the other in a file: what no index of
/// words finds is looked for in all of them as fast as they are read.
///
/// Of each post there are body, title and names, each with a NUL behind it, then the id of the record
/// in digits and the byte FF, which no text has. Texts are only ever added, and most of them in the
/// order of their ids, so the newest come last. The tables say where each begins; what they do not
/// say is an older text of the same post.
struct TextLog {
  /// A text in which something was found.
  struct Hit {
    /// The id of its record.
    var id: Int64
    /// The byte at which it begins.
    var start: Int
  }

  static let end: UInt8 = 0xFF

  /// Bytes that are read in one piece: few at first, since the newest texts often are enough.
  private static let pieces = (first: 16 << 10, most: 256 << 10)

  private let file: TextFile
  /// Bytes in the file when this was made: what is added later is not looked at.
  let count: Int

  init(_ file: TextFile) {
    self.file = file
    count = file.count
  }

  /// Which file this is.
  var generation: Int64 { file.generation }

  /// Texts in which all of `searches` stands, at least so many when there are.
  ///
  /// `rest` are the bytes to look at; those looked at are taken off, from the end when
  /// `isNewestFirst`, in whose order the hits come.
  ///
  /// - Throws: what a search throws.
  func hits(
    of searches: [TextSearch], in rest: inout Range<Int>, isNewestFirst: Bool, atLeast wanted: Int
  ) throws -> [Hit] {
    var found: [Hit] = []
    var bytes: [UInt8] = []
    var size = Self.pieces.first
    while !rest.isEmpty, found.count < wanted {
      let (piece, place) = try read(&size, of: rest, isLast: isNewestFirst, into: &bytes)
      let hits = try bytes.withUnsafeBufferPointer { bytes in
        try TextPage(bytes[place..<place + piece.count], piece.lowerBound).hits(of: searches)
      }
      found += isNewestFirst ? hits.reversed() : hits
      rest =
        isNewestFirst
        ? rest.lowerBound..<piece.lowerBound : piece.upperBound..<rest.upperBound
      size = min(2 * size, Self.pieces.most)
    }
    return found
  }

  /// Reads whole texts at the end of a range or at its beginning, together about so many bytes.
  /// Returns which those are, and where they begin among `bytes`.
  private func read(
    _ size: inout Int, of range: Range<Int>, isLast: Bool, into bytes: inout [UInt8]
  ) throws -> (Range<Int>, Int) {
    while true {
      let start = isLast ? max(range.lowerBound, range.upperBound - size) : range.lowerBound
      let end = isLast ? range.upperBound : min(range.upperBound, range.lowerBound + size)
      if bytes.count < end - start { bytes = Array(repeating: 0, count: end - start) }
      guard bytes.withUnsafeMutableBytes({ file.read(start..<end, into: $0) }) else {
        throw TextFile.missing
      }
      if start..<end == range { return (range, 0) }
      // A text that is cut is left to the next piece; one that is longer than this needs more.
      if isLast, let cut = bytes[..<(end - start - 1)].firstIndex(of: Self.end) {
        return (start + cut + 1..<end, cut + 1)
      }
      if !isLast, let cut = bytes[..<(end - start)].lastIndex(of: Self.end) {
        return (start..<start + cut + 1, 0)
      }
      size *= 2
    }
  }
}
