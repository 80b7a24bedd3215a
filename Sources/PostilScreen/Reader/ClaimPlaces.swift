import PostilCore

/// Where the claims of a post stand, so that a frame looks only at those in view.
struct ClaimPlaces: Hashable, Sendable {
  private let spans: RangeIndex
  private let ids: [String: Int]

  init(_ claims: [Claim]) {
    spans = RangeIndex(claims.lazy.map(\.spans))
    ids = Dictionary(
      claims.indices.map { (claims[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Positions of the claims with words in a range of code points.
  func indices(in range: Range<Int>) -> [Int] { spans.owners(overlapping: range) }

  /// The position of a claim by its id.
  func index(of id: String) -> Int? { ids[id] }
}
