internal import PostilCore

/// How clusters are drawn and where rows may end beside them, each worked out once: a long text is
/// made of few different ones, and the tables of Unicode are slow.
struct KnownClusters {
  /// A cluster as rows are filled with it.
  struct Cluster {
    var glyph: Glyph
    var kind: BreakKind
    /// Code points.
    var count: Int

    init(_ character: Character) {
      glyph = Glyph(character)
      kind = BreakKind(character)
      count = character.unicodeScalars.count
    }
  }

  /// By their code points, of which three fit into a key.
  private var known: [UInt64: Cluster] = [:]

  subscript(character: Character) -> Cluster {
    mutating get {
      let utf8 = character.utf8
      if utf8.count == 1, let byte = utf8.first { return Self.ascii[Int(byte)] }
      guard let key = Self.key(of: character) else { return Cluster(character) }
      if let cluster = known[key] { return cluster }
      let cluster = Cluster(character)
      known[key] = cluster
      return cluster
    }
  }

  private static let ascii = (0..<128).map { Cluster(Character(Unicode.Scalar(UInt8($0)))) }

  /// Nil for more than three code points.
  private static func key(of character: Character) -> UInt64? {
    var key: UInt64 = 0
    var count = 0
    for scalar in character.unicodeScalars {
      count += 1
      guard count <= 3 else { return nil }
      key = key << 21 | UInt64(scalar.value) + 1
    }
    return key
  }
}
