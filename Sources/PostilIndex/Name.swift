import Foundation
import PostilCore

/// How names of records, people, tags and tickers are compared.
enum Name {
  /// The number of a capture: 2 in `x-1~2`, 1 in a name without one.
  static func capture(in name: String) -> Int {
    Int(name.dropFirst(Layout.firstCapture(of: name).count + 1)) ?? 1
  }

  /// The post in the name of a margin, `on-x-1` → `x-1`; nil for the name of a free note.
  static func post(ofMargin name: String) -> String? {
    name.hasPrefix("on-") ? String(name.dropFirst(3)) : nil
  }

  /// The base name that a link names, also when it is written with its folder.
  static func target(_ written: String) -> String {
    Layout.id(of: Link.target(written).trimmingCharacters(in: .whitespaces))
  }

  /// Without case, accents and width.
  static func folded(_ text: String) -> String {
    text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  /// A handle without its `@`, folded.
  static func person(_ text: String) -> String {
    folded(text.hasPrefix("@") ? String(text.dropFirst()) : text)
  }

  /// A tag without its `#`, folded.
  static func tag(_ text: String) -> String {
    folded(text.hasPrefix("#") ? String(text.dropFirst()) : text)
  }

  /// A ticker without its `$`, in capitals.
  static func ticker(_ text: String) -> String {
    (text.hasPrefix("$") ? String(text.dropFirst()) : text).uppercased()
  }
}
