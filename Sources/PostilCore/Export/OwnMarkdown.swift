/// The researcher's own Markdown, kept as it is, but for footnotes, which would clash with those of
/// the dossier, and for code points that command a terminal.
enum OwnMarkdown {
  /// On one line.
  static func line(_ text: String) -> String {
    withoutFootnotes(Visible.line(text))
  }

  /// As blocks, each line indented, without blank lines around.
  static func block(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = [""]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n", previous == "\r" {
        // The second half of one line end.
      } else if scalar == "\n" || scalar == "\r" {
        lines.append("")
      } else {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    let inked = lines.map { Visible.text(withoutFootnotes($0)) }
      .drop { $0.allSatisfy(\.isWhitespace) }
    return inked.map { $0.allSatisfy(\.isWhitespace) ? "" : margin + $0 }
      .joined(separator: "\n").trimmedEnd
  }

  private static func withoutFootnotes(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "^")) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "^", result.last == "[" {
        result.removeLast()
        result.append(contentsOf: "\\[".unicodeScalars)
      }
      result.append(scalar)
    }
    return String(result)
  }
}

extension String {
  /// Without line ends and spaces at its end.
  fileprivate var trimmedEnd: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last == "\n" || last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
