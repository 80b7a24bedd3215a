import Synchronization

/// What a cell shows: a base and its marks, or one half of a wide character.
///
/// A number and not a text: a frame has thousands of them, and is compared with the one before it.
public struct Symbol: Hashable, Sendable {
  /// A Unicode scalar, or beyond those the place of a longer cluster; 0 draws nothing.
  private let code: UInt32

  /// Nothing: the second cell of a wide character.
  static let none = Symbol(code: 0)
  /// An empty cell.
  static let blank = Symbol(ascii: 0x20)

  /// One printable ASCII character.
  init(ascii: UInt8) {
    code = UInt32(ascii)
  }

  /// What is drawn of one grapheme cluster.
  init(_ text: String) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first else {
      code = 0
      return
    }
    code =
      scalars.index(after: scalars.startIndex) == scalars.endIndex
      ? first.value : Self.code(ofCluster: text)
  }

  private init(code: UInt32) {
    self.code = code
  }

  /// What is drawn, verbatim; empty for nothing.
  public var text: String {
    guard code >= Self.firstCluster else {
      return code == 0 ? "" : Unicode.Scalar(code).map { String($0) } ?? " "
    }
    return Self.clusters.withLock { $0.texts[Int(code - Self.firstCluster)] }
  }

  /// The character when it is a printable one of ASCII, as nearly all are.
  public var ascii: UInt8? { 0x20...0x7E ~= code ? UInt8(code) : nil }

  /// Whether it draws nothing.
  public var isNone: Bool { code == 0 }
}

extension Symbol {
  /// Clusters of several scalars, each once. They are few: what was ever on the screen.
  private struct Clusters {
    var texts: [String] = []
    /// By their bytes: two spellings of a letter are two clusters.
    var codes: [[UInt8]: UInt32] = [:]
  }

  private static let clusters = Mutex(Clusters())
  /// After the last Unicode scalar.
  private static let firstCluster: UInt32 = 0x11_0000

  private static func code(ofCluster text: String) -> UInt32 {
    let bytes = Array(text.utf8)
    return clusters.withLock { clusters in
      if let known = clusters.codes[bytes] { return known }
      let code = firstCluster + UInt32(clusters.texts.count)
      clusters.texts.append(text)
      clusters.codes[bytes] = code
      return code
    }
  }
}
