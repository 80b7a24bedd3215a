import PostilCore

/// What the columns of a table mean when their names and their values say the same, so that nobody
/// needs to be asked.
struct SureColumns {
  let mapping: ColumnMapping
  /// For people: which column was taken for what, and which were left out.
  let words: String

  /// Nil unless one column holds texts, and another the dates, addresses, ids or handles of them: two
  /// others when the name of the first may be of any text, for bank statements have a date, and lists
  /// of books an author. Nil also when two columns may be the same thing, or values are not what their
  /// column is called.
  init?(_ source: Source) {
    guard let sample = TableSample(source) else { return nil }
    self.init(sample)
  }

  init?(_ sample: TableSample) {
    guard sample.rows > 0, Set(sample.columns).count == sample.columns.count else { return nil }
    var mapping = ColumnMapping()
    var proofs: Set<ColumnMapping.Meaning> = []
    for meaning in ColumnMapping.Meaning.allCases {
      let named = sample.columns.indices.filter {
        ColumnMapping.meaning(of: sample.columns[$0]) == meaning && !sample.values[$0].isEmpty
      }
      guard let place = named.first else { continue }
      // A second column that says the same does no harm.
      guard named.allSatisfy({ sample.values[$0] == sample.values[place] }) else { return nil }
      let (count, all) = sample.fits(place, meaning)
      if count * 2 < all {
        // A number that is none is left out; a date that cannot be read is a reason to ask.
        if Self.telling.contains(meaning) || meaning == .text { return nil }
        continue
      }
      mapping.columns[meaning] = sample.columns[place]
      let isProof =
        meaning == .author ? sample.values[place].allSatisfy(Self.isHandle) : count == all
      if Self.telling.contains(meaning), isProof { proofs.insert(meaning) }
    }
    guard let text = mapping.columns[.text],
      ColumnWords.isOfPosts(text) ? !proofs.isEmpty : proofs.count > 1,
      let place = sample.columns.firstIndex(of: text),
      sample.values[place].contains(where: Self.isSentence)
    else { return nil }
    self.mapping = mapping
    let taken = ColumnMapping.Meaning.allCases.compactMap { meaning in
      mapping.columns[meaning].map { "\($0) as \(meaning.rawValue)" }
    }
    let left = sample.columns.filter { !mapping.columns.values.contains($0) && !$0.isEmpty }
    words =
      "columns taken: " + taken.joined(separator: ", ")
      + (left.isEmpty ? "" : "; left out: " + left.joined(separator: ", "))
  }

  /// Meanings that a text of no post has no column for.
  private static let telling: Set<ColumnMapping.Meaning> = [.date, .url, .id, .author]

  private static func isHandle(_ value: String) -> Bool {
    let name = value.unicodeScalars.drop { $0 == "@" }
    return !name.isEmpty && name.count <= 40
      && name.allSatisfy { PasteLine.isHandle($0) || $0 == "." || $0 == "-" }
  }

  private static func isSentence(_ value: String) -> Bool {
    value.unicodeScalars.contains(where: \.properties.isWhitespace) || Unspaced.stands(in: value)
  }
}
