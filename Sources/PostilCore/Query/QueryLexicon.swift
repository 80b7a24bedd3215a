/// What a notebook knows that queries name, the most frequent first.
public struct QueryLexicon: Hashable, Sendable {
  /// A word that stands in the notebook, with the number of posts or claims it finds.
  public struct Entry: Hashable, Sendable {
    /// As it is typed behind the colon of its field.
    public var word: String
    /// How many it finds.
    public var count: Int

    /// A word with its count.
    public init(_ word: String, count: Int) {
      self.word = word
      self.count = count
    }
  }

  /// Keys of posts that the format does not know, in lower case.
  public var keys: [String] = []
  /// Queries by the name of their file under `queries/`.
  public var saved: [String: String] = [:]
  /// What may stand behind a field.
  public var values: [Query.Field: [Entry]] = [:]

  /// Whether keys and saved queries that are not named here are taken on trust.
  var trusts = false

  /// Nothing known.
  public init() {}

  /// Takes every key and every saved query on trust.
  public static let any: QueryLexicon = {
    var lexicon = QueryLexicon()
    lexicon.trusts = true
    return lexicon
  }()
}
