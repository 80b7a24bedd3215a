#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Character sets other than UTF-8, by the name that a mail or a feed gives them.
enum Charset {
  /// Bytes as UTF-8, with U+FFFD for each that means nothing in the set; nil when nobody knows the
  /// set by this name.
  static func utf8(_ bytes: [UInt8], from name: String) -> (bytes: [UInt8], bad: Int)? {
    let label = name.lowercased().filter { !" \"'".contains($0) }
    guard 2...40 ~= label.utf8.count,
      label.utf8.allSatisfy({ 0x30...0x3A ~= $0 || 0x61...0x7A ~= $0 || "-_.".utf8.contains($0) })
    else { return nil }
    let real = aliases[label] ?? label
    guard let converter = iconv_open("UTF-8", real), Int(bitPattern: converter) != -1 else {
      return nil
    }
    defer { iconv_close(converter) }
    return converted(bytes, by: converter)
  }

  private static func converted(_ bytes: [UInt8], by converter: iconv_t) -> ([UInt8], Int) {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 32_768)
    var result: [UInt8] = []
    var bad = 0
    input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      var left = input.count
      while left > 0 {
        let count = output.withUnsafeMutableBufferPointer { output in
          var end = output.baseAddress
          var room = output.count
          let outcome = iconv(converter, &next, &left, &end, &room)
          let isBad = outcome == -1 && errno != E2BIG
          result.append(
            contentsOf: output[..<(output.count - room)].lazy.map { UInt8(bitPattern: $0) })
          return isBad
        }
        guard count else { continue }
        bad += 1
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return (result, bad)
  }

  /// What senders write, and what they mean (WHATWG Encoding, "Names and labels").
  private static let aliases = [
    "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252",
    "latin1": "cp1252", "latin-1": "cp1252", "windows-1252": "cp1252", "x-cp1252": "cp1252",
    "ansi": "cp1252", "iso-8859-9": "cp1254", "iso-8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030",
    "hz-gb-2312": "gb18030", "big5": "big5-hkscs", "cn-big5": "big5-hkscs",
    "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "ksc5601": "cp949",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "ms_kanji": "cp932", "x-euc-jp": "euc-jp", "x-mac-roman": "macintosh",
    "macroman": "macintosh", "utf8": "utf-8", "unicode-1-1-utf-7": "utf-7", "unicode": "utf-16",
    "windows-874": "cp874", "dos-874": "cp874",
  ]
}
