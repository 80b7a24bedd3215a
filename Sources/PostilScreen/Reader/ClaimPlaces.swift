import PostilCore

/// Where the claims of a post stand, so that a frame looks only at those in view.
struct ClaimPlaces: Hashable, Sendable {
  /// The spans of each.
  let spans: [[Range<Int>]]
  private let places: RangeIndex
  private let ids: [String: Int]

  init(_ claims: [Claim]) {
    // By their positions: to copy each of thousands takes longer than the rest.
    spans = claims.indices.map { claims[$0].spans }
    places = RangeIndex(spans)
    ids = Dictionary(
      claims.indices.map { (claims[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Positions of the claims with words in a range of code points.
  func indices(in range: Range<Int>) -> [Int] { places.owners(overlapping: range) }

  /// The position of a claim by its id.
  func index(of id: String) -> Int? { ids[id] }
}
