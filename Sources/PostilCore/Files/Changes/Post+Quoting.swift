extension Post {
  /// Where quoted words stand in the text, in code points; other spaces and quotation marks do not
  /// matter.
  ///
  /// - Throws: when they do not stand there, or more than once.
  public func place(of quote: String) throws(Problem) -> Range<Int> {
    guard quote.contains(where: { !$0.isWhitespace }) else {
      throw Problem("a claim needs words", hint: "Say which words of the post it is about")
    }
    let places = Anchor.places(of: quote, in: Array(text.unicodeScalars))
    guard let place = places.first else {
      throw Problem(
        "the words \(Excerpt.of(quote)) do not stand in \(id)",
        hint: "`postil show \(id)` shows its text")
    }
    guard places.count == 1 else {
      let list = places.prefix(5).map { "\($0.lowerBound)-\($0.upperBound)" }
      throw Problem(
        "the words \(Excerpt.of(quote)) stand \(places.count) times in \(id): "
          + list.joined(separator: ", ") + (places.count > 5 ? ", …" : ""),
        hint: "Quote more of the words around them")
    }
    return place
  }
}
