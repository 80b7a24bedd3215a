package import PostilCore

/// What the person wrote about a post in another program.
///
/// It becomes a margin or a claim of its own, and only where the notebook has none: an import never
/// changes a word of the person's.
package struct Annotation: Hashable, Sendable {
  /// The native id, out of which the claim's id is made.
  package var key: String
  /// The id of the post it stands on.
  package var post: String
  /// The words it is about, exactly as they stand in the post; nil for a remark on all of it.
  package var quote: String?
  /// The person's own words.
  package var words: String
  package var tags: [String]
  /// When it was written.
  package var written: Instant?
}
