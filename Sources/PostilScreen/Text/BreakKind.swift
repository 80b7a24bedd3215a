/// How a cluster behaves at the end of a row: a small part of UAX #14, and kinsoku for brackets and
/// stops of Chinese and Japanese.
enum BreakKind: UInt8 {
  case newline
  case space, tab
  /// Holds both neighbours.
  case glue
  /// Begins something: never last in a row.
  case opener
  /// Ends something: never first in a row.
  case closer
  /// Long words may be cut after it.
  case hyphen
  /// A row may end after it.
  case dash
  case other

  init(_ character: Character) {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else {
      self = .other
      return
    }
    if first == "\n" || first == "\r" {
      self = .newline
    } else if scalars.count > 1 {
      self = .other
    } else {
      self = BreakKind(first)
    }
  }

  private init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": self = .other
    case "\t": self = .tab
    case " ", "\u{1680}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}", "\u{205F}", "\u{3000}":
      self = .space
    case "\u{A0}", "\u{2007}", "\u{2011}", "\u{202F}", "\u{2060}", "\u{FEFF}": self = .glue
    case "-", "/", "\\", "_", "&", "=", "?", "|", "\u{2010}", "\u{2013}": self = .hyphen
    case "\u{2014}", "\u{200B}": self = .dash
    default: self = BreakKind(bracket: scalar)
    }
  }

  private init(bracket scalar: Unicode.Scalar) {
    switch scalar {
    case "(", "[", "{", "$", "¥", "£", "€", "‘", "“", "«", "（", "［", "｛", "〔", "〈", "《", "「", "『",
      "【",
      "〖", "＄", "￥":
      self = .opener
    case ")", "]", "}", ".", ",", ":", ";", "!", "%", "’", "”", "»", "…", "‥", "、", "。", "，", "．",
      "：",
      "；", "？", "！", "）", "］", "｝", "〕", "〉", "》", "」", "』", "】", "〗", "％", "・", "ー", "々", "〻",
      "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ",
      "ョ", "ヮ", "ヵ", "ヶ", "ヽ", "ヾ", "ゝ", "ゞ":
      self = .closer
    default:
      self = .other
    }
  }

  /// Whether a row may end between two clusters, of which `isWide` says that one takes two cells.
  func allowsBreak(before next: BreakKind, isWide: Bool) -> Bool {
    if isSpace { return !next.isSpace }
    if self == .glue || next == .glue || next.isSpace { return false }
    if self == .opener || next == .closer { return false }
    return isWide || self == .dash
  }

  var isSpace: Bool { self == .space || self == .tab }
}
