/// Where the lines begin as libyaml counts them: it also breaks at CR, NEL, LS and PS.
struct YamlLines {
  /// UTF-8 offsets of line starts, with the line's number as editors count (`\n`), from 1.
  private var starts: [(offset: Int, number: Int)] = [(0, 1)]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var number = 1
    for index in bytes.indices {
      let isFeed = bytes[index] == UInt8(ascii: "\n")
      if isFeed { number += 1 }
      if isFeed || Self.breaks(bytes, endingAt: index) { starts.append((index + 1, number)) }
    }
  }

  /// A line by libyaml's number, counted from 1; the last one for numbers beyond the end.
  subscript(line: Int) -> (offset: Int, number: Int) {
    starts[min(max(line, 1), starts.count) - 1]
  }

  private static func breaks(_ bytes: [UInt8], endingAt index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\r"):
      index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    case 0x85: index >= 1 && bytes[index - 1] == 0xC2
    case 0xA8, 0xA9: index >= 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2
    default: false
    }
  }
}
