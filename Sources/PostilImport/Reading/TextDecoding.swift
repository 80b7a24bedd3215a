import PostilCore

/// The bytes of a file as UTF-8, with what had to be assumed on the way.
struct DecodedText {
  /// Well-formed UTF-8; a byte-order mark of UTF-8 is still there.
  var bytes: [UInt8]
  /// What was assumed, as a sentence; nil when nothing was.
  var warning: String?

  /// Decodes a text of which a name for its character set is known, as mails and XML give it.
  ///
  /// What is UTF-8 stays so, whatever it is called: programs that convert files forget the name.
  init(_ bytes: [UInt8], charset: String?) {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard let charset, !isMarked, !Self.isUTF8(bytes) || charset.lowercased().hasPrefix("iso-2022"),
      let (converted, bad) = Charset.utf8(bytes, from: charset), bad * 10 <= bytes.count
    else {
      self.init(bytes)
      return
    }
    self.init([])
    self.bytes = converted
    warning = bad == 0 ? nil : "\(bad) bytes mean nothing in \(charset), replaced by U+FFFD"
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  /// Decodes UTF-8, UTF-16 with a byte-order mark, else Windows-1252.
  ///
  /// A file that is UTF-8 but for a few bytes stays UTF-8: each bad sequence becomes U+FFFD.
  init(_ bytes: some Collection<UInt8>) {
    let bytes = Array(bytes)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittle ? second << 8 | first : first << 8 | second
      }
      self.bytes = Array(String(decoding: units, as: UTF16.self).utf8)
      warning = bytes.count % 2 == 0 ? nil : "the last byte of the UTF-16 text is half a letter"
      return
    }
    guard String(validating: bytes, as: UTF8.self) == nil else {
      self.bytes = bytes
      return
    }
    let bad = Self.badSequences(in: bytes)
    let high = bytes.count { $0 >= 0x80 }
    if bad * 2 > high, let text = Self.windows1252(bytes) {
      self.bytes = Array(text.utf8)
      warning = "not UTF-8: read as Windows-1252"
    } else {
      self.bytes = Array(String(decoding: bytes, as: UTF8.self).utf8)
      warning = counted(bad, "place is", "places are") + " not UTF-8, replaced by U+FFFD"
    }
  }

  static func badSequences(in bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var bad = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .error: bad += 1
      case .emptyInput: return bad
      }
    }
  }

  /// Nil when a byte has no meaning in Windows-1252.
  static func windows1252(_ bytes: some Collection<UInt8>) -> String? {
    var view = String.UnicodeScalarView()
    for byte in bytes {
      guard 0x80...0x9F ~= byte else {
        view.append(Unicode.Scalar(byte))
        continue
      }
      guard let scalar = Unicode.Scalar(windows1252(byte)), scalar != "\0" else {
        return nil
      }
      view.append(scalar)
    }
    return String(view)
  }

  /// The code point of a byte from 0x80 to 0x9F in Windows-1252; 0 when it has none.
  static func windows1252(_ byte: UInt8) -> UInt32 { special[Int(byte & 0x1F)] }

  /// The code points of 0x80 to 0x9F (WHATWG Encoding, index windows-1252); 0 stands for none.
  private static let special: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
