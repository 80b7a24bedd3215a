/// Addresses of the web as documents write them.
enum WebAddress {
  static func isWeb(_ address: String) -> Bool {
    let head = address.prefix(8).lowercased()
    return head.hasPrefix("http://") || head.hasPrefix("https://")
  }

  /// An address in full; nil for one that leads nowhere by itself (`#top`, `javascript:`).
  static func resolved(_ address: String, base: String?) -> String? {
    // Line ends inside addresses are dropped by browsers too.
    let address = TrimmedText.both(of: address).filter { !$0.isNewline && $0 != "\t" }
    guard !address.isEmpty, !address.hasPrefix("#") else { return nil }
    if let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")),
      address[..<colon].utf8.allSatisfy({
        0x41...0x5A ~= $0 || 0x61...0x7A ~= $0 || $0 == UInt8(ascii: "+")
      })
    {
      return address
    }
    guard let base, let scheme = base.firstRange(of: "://"), isWeb(base) else { return address }
    if address.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + address }
    let rest = base[scheme.upperBound...].prefix { $0 != "?" && $0 != "#" }
    let host = rest.prefix { $0 != "/" }
    let root = base[..<scheme.upperBound] + host
    if address.hasPrefix("/") { return root + dotless(address[...]) }
    if address.hasPrefix("?") { return root + rest[host.endIndex...] + address }
    let folder = rest[host.endIndex...].lastIndex(of: "/").map { rest[host.endIndex...$0] } ?? "/"
    return root + dotless(folder + address)
  }

  /// The page that a redirection of Google leads to, which names it in its query.
  static func behindRedirection(_ address: String) -> String {
    guard let mark = address.firstIndex(of: "?") else { return address }
    let page = address[..<mark].lowercased()
    guard page.hasSuffix("google.com/url"), page.hasPrefix("http") else { return address }
    for field in address[address.index(after: mark)...].split(separator: "&") {
      for name in ["url=", "q="] where field.hasPrefix(name) {
        let target = unescaped(field.dropFirst(name.utf8.count))
        if isWeb(target) { return target }
      }
    }
    return address
  }

  /// `%3A` as `:`; what is no UTF-8 then stays as it was.
  static func unescaped(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[index + 1...index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(text)
  }

  /// `.` and `..` in a path taken as what they mean.
  private static func dotless(_ path: Substring) -> String {
    let tail = path.drop { $0 != "?" && $0 != "#" }
    var parts: [Substring] = []
    let steps = path[..<tail.startIndex].split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      switch step {
      case ".": if isLast { parts.append("") }
      case "..":
        if parts.count > 1 { parts.removeLast() }
        if isLast { parts.append("") }
      default: parts.append(step)
      }
    }
    return parts.joined(separator: "/") + tail
  }
}
