import PostilCore

/// Character references of HTML, as the APIs of X, StockTwits and Reddit put them into plain text.
enum HTMLEntities {
  /// Decodes each reference once: `&amp;lt;` becomes `&lt;`. Unknown ones stay.
  static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<start]
      let window = rest[start...].utf8.dropFirst().prefix(10)
      guard let end = window.firstIndex(of: UInt8(ascii: ";")),
        let scalar = scalar(rest[rest.utf8.index(after: start)..<end])
      else {
        result += "&"
        rest = rest[rest.utf8.index(after: start)...]
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[rest.utf8.index(after: end)...]
    }
    return result + rest
  }

  private static func scalar(_ name: Substring) -> Unicode.Scalar? {
    if let scalar = names[name] { return scalar }
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    guard let number = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    return number == 0 ? nil : Unicode.Scalar(number)
  }

  private static let names: [Substring: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
  ]
}
