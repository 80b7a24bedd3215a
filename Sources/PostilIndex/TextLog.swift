import Foundation
import PostilCore

/// The texts of the posts that lists are placed by, one behind the other in a file that is mapped:
/// what no index of words finds is looked for in all of them as fast as memory is read.
///
/// Of each post there are body, title and names, each with a NUL behind it, then the id of the record
/// in digits and the byte FF, which no text has. Texts are only ever added, and most of them in the
/// order of their ids, so the newest come last. The tables say where each begins; what they do not
/// say is an older text of the same post.
final class TextLog: Sendable {
  /// A text in which something was found.
  struct Hit {
    /// The id of its record.
    var id: Int64
    /// The byte at which it begins.
    var start: Int
  }

  static let end: UInt8 = 0xFF

  /// Bytes that are searched in one piece: enough to be fast, few enough to stop early.
  private static let piece = 256 << 10

  /// Which file this is.
  let generation: Int64
  private let map: Data

  /// Maps a file as long as it is now.
  init(_ file: TextFile) {
    map = file.mapped()
    generation = file.generation
  }

  /// Bytes in the file.
  var count: Int { map.count }

  /// The body, title or names of so many bytes that begin at a byte; nil when none do.
  func text(at start: Int, count: Int) -> String? {
    map.withUnsafeBytes { bytes in
      guard start >= 0, count >= 0, start + count < bytes.count, bytes[start + count] == 0,
        start == 0 || bytes[start - 1] == Self.end || bytes[start - 1] == 0
      else { return nil }
      return String(decoding: bytes[start..<start + count], as: UTF8.self)
    }
  }

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
    while !rest.isEmpty, found.count < wanted {
      let range = rest
      let (piece, hits) = try map.withUnsafeBytes {
        bytes -> (Range<Int>, [Hit]) in
        let page = TextPage(bytes.bindMemory(to: UInt8.self))
        let piece = page.piece(of: range, Self.piece, isLast: isNewestFirst)
        return (piece, try page.hits(of: searches, piece))
      }
      found += isNewestFirst ? hits.reversed() : hits
      rest =
        isNewestFirst
        ? rest.lowerBound..<piece.lowerBound : piece.upperBound..<rest.upperBound
    }
    return found
  }
}
