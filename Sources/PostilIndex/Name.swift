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

  /// An address without its scheme, `www.`, fragment and last slash; nil for what is none.
  static func address(_ text: String) -> String? {
    let bytes = text.utf8
    let slash = UInt8(ascii: "/")
    guard let mark = bytes.firstIndex(of: slash), bytes[..<mark].last == UInt8(ascii: ":"),
      bytes[mark...].dropFirst().first == slash
    else { return nil }
    var rest = bytes[mark...].dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
    while rest.last == slash { rest.removeLast() }
    let path = rest.firstIndex(of: slash) ?? rest.endIndex
    let host = text[rest.startIndex..<path].lowercased()
    return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host) + text[path..<rest.endIndex]
  }

  /// How an author is sorted and compared: by handle, else by name; nobody comes last.
  static func author(_ author: String?, name: String?) -> String {
    (author ?? name).map(person) ?? Schema.nobody
  }

  /// Where the post on X with a name stands, as it is put into `url:`; needs not be written down.
  static func told(_ name: String, by author: String?) -> String {
    "https://x.com/\(author.map { $0.dropFirst() } ?? "i")/status/\(name.dropFirst(2))"
  }

  /// The same of a row of `record` and `post`.
  static let toldInSQL = """
    'https://x.com/' || coalesce(substr(post.author, 2), 'i') || '/status/' || substr(record.name, 3)
    """

  /// A number for an address, the same for no other one that will ever be met (64 bits of FNV-1a).
  static func mark(_ address: String) -> Int64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int64(bitPattern: hash)
  }

  /// Without case, accents and width.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    return text.folding(
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

  /// A mention or hashtag without its sign, folded; of a link its address in lower case.
  static func entity(_ kind: Entity.Kind, _ text: String) -> String {
    switch kind {
    case .cashtag: return ticker(text)
    case .mention, .hashtag:
      return folded(text.first.map("@＠#＃".contains) == true ? String(text.dropFirst()) : text)
    case .link:
      let bare = address(text) ?? text
      return (bare.lowercased().hasPrefix("www.") ? String(bare.dropFirst(4)) : bare).lowercased()
    }
  }
}
