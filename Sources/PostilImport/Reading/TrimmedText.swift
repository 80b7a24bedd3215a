/// Text without the white space at its ends.
enum TrimmedText {
  static func both(of text: some StringProtocol) -> String {
    String(Substring(end(of: text)).unicodeScalars.drop(while: TextLines.isSpace))
  }

  static func end(of text: some StringProtocol) -> String {
    var scalars = Substring(text).unicodeScalars
    while let last = scalars.last, TextLines.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
