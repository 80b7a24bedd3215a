/// Refuses YAML that would cost a YAML parser its stack or its time before it is parsed.
///
/// Yams descends by recursion, and compares keys by value after resolving aliases; nothing of
/// that depth is in a file of ours anyway.
public enum YamlGuard {
  private static let deepest = 100
  private static let longest = 4 << 20
  private static let mostAliases = 24

  /// The line, counted from 1 in the header, from which on it is refused; nil when it is tame.
  public static func refusal(of header: String) -> Int? {
    guard header.utf8.count <= longest else { return 1 }
    let bytes = Array(header.utf8)
    var line = 1
    var depth = 0
    var aliases = 0
    var indicators = 0
    var indent: Int? = 0
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : UInt8(ascii: "\n")
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        line += byte == UInt8(ascii: "\n") ? 1 : 0
        indent = 0
        indicators = 0
        continue
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        if let width = indent { indent = width + 1 }
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
      case UInt8(ascii: "*"): aliases += isBlank(next) ? 0 : 1
      default: break
      }
      let isIndicator = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
      if indent != nil, isIndicator, isBlank(next) {
        indicators += 1
      } else {
        if let width = indent, width > deepest { return line }
        indent = nil
      }
      if depth > deepest || indicators > 2 { return line }
    }
    return aliases > mostAliases && bytes.contains(UInt8(ascii: "&")) ? 1 : nil
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    [0x20, 0x09, 0x0A, 0x0D].contains(byte)
  }
}
