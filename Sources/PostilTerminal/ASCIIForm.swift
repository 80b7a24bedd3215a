import Foundation

/// What stands for a glyph where the locale has nothing beyond ASCII: as many cells, in plain letters.
enum ASCIIForm {
  /// At most `width` ASCII characters.
  static func of(_ glyph: String, width: Int) -> String {
    if glyph.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return glyph }
    if let known = forms[glyph] { return String(known.prefix(width)) }
    // A letter without its accents; wide forms of ASCII are compatible with it.
    let letters = glyph.decomposedStringWithCompatibilityMapping.unicodeScalars
      .filter { 0x20...0x7E ~= $0.value }
    let text = String(String.UnicodeScalarView(letters))
    return text.isEmpty ? "?" : String(text.prefix(width))
  }

  private static let forms: [String: String] = [
    "─": "-", "│": "|", "·": ".", "…": ".", "•": "*", "▯": "?", "◌": "?", "×": "x", "÷": "/",
    "“": "\"", "”": "\"", "„": "\"", "‟": "\"", "«": "\"", "»": "\"", "‹": "<", "›": ">", "‘": "'",
    "’": "'", "‚": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "→": ">", "←": "<",
    "↑": "^", "↓": "v", "ß": "s", "æ": "a", "Æ": "A", "ø": "o", "Ø": "O", "đ": "d", "ł": "l",
    "Ł": "L", "°": "o", "±": "~", "§": "S", "¶": "P", "€": "E", "£": "L", "¥": "Y", "█": "#",
    "▌": "#", "▎": "|", "▏": "|", "▁": "_", "▂": "_", "▃": "_", "▄": "-", "▅": "-", "▆": "=",
    "▇": "=", "○": "o", "●": "*", "◆": "*", "✓": "v", "✗": "x", "┼": "+", "├": "+", "┤": "+",
    "┬": "+", "┴": "+", "└": "+", "┌": "+", "┐": "+", "┘": "+", "━": "-", "┃": "|",
  ]
}
