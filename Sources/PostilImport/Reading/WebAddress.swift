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
