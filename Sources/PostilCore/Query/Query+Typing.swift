extension Query {
  /// What a person has typed so far, its last word taken as the beginning of one: `turbin` as
  /// `turbin*`. A word is finished by a blank behind it, or by quotes; shorter ones than three letters,
  /// fields, and words of scripts without spaces stay as they are.
  public static func begun(_ text: String, in lexicon: QueryLexicon? = nil) -> String {
    let scalars = text.unicodeScalars
    guard let last = scalars.last, WordPlaces.isLetter(last),
      let tokens = try? QueryLexer.tokens(
        of: text, most: mostTokens, keys: lexicon?.keys ?? []),
      tokens.count <= mostTokens, case .word(let word)? = tokens.last?.kind,
      word.unicodeScalars.count(where: WordPlaces.isLetter) >= 3,
      QueryText.ticker(word) == nil, !Unspaced.stands(in: word)
    else { return text }
    return text + "*"
  }

  private static let mostTokens = 200
}
