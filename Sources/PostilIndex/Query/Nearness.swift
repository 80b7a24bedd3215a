/// Nearness in scripts without spaces, which the full text index does not cut into words.
enum Nearness {
  /// A regular expression for all of some texts in any order, with at most so many letters between
  /// the first and the last.
  static func pattern(_ texts: [String], within distance: Int) -> String {
    let literals = texts.map(literal)
    // More than a few in any order would be too many ways.
    guard texts.count <= 4 else { return literals.joined(separator: gap(distance)) }
    return orders(of: literals).map { $0.joined(separator: gap(distance)) }.joined(separator: "|")
  }

  private static func gap(_ distance: Int) -> String { "[\\s\\S]{0,\(distance)}?" }

  /// An expression for nothing but these letters.
  static func literal(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          scalar.isASCII && !scalar.properties.isAlphabetic && !("0"..."9" ~= scalar)
            ? ["\\", scalar] : [scalar]
        }))
  }

  private static func orders(of items: [String]) -> [[String]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index -> [[String]] in
      var rest = items
      let first = rest.remove(at: index)
      return orders(of: rest).map { [first] + $0 }
    }
  }
}
