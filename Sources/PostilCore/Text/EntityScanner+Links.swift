extension EntityScanner {
  /// A link at `index`: `http` or `https`, or a bare host that is surely one.
  func link(at index: Int) -> Int? {
    if let before = before(index), before.value < 0x3000, isGlue(before) { return nil }
    guard let host = scheme(at: index) else {
      let run = end(of: \.isHostLetter, from: index)
      return domain(in: index..<run, isBare: true).flatMap { at($0) == "@" ? nil : path(from: $0) }
    }
    // `https://norrby.comです`: a name in ASCII ends where another script begins.
    let ascii = end(of: \.isHostLetter, from: host)
    if let end = domain(in: host..<ascii), end == ascii || at(ascii)?.isHost != true {
      return isShortened(host..<end) ? shortened(from: end) : path(from: end)
    }
    return domain(in: host..<end(of: \.isHost, from: ascii)).map(path)
  }

  /// Whether no link begins behind a scalar.
  private func isGlue(_ before: Unicode.Scalar) -> Bool {
    switch before {
    case "@", "$", "#", "-", ".", "/": true
    default: before.isWord
    }
  }

  private func isShortened(_ host: Range<Int>) -> Bool {
    scalars[host].elementsEqual("t.co".unicodeScalars)
  }

  /// The links that X makes of all others hold letters and digits only, so what follows is text, but
  /// for a query.
  private func shortened(from start: Int) -> Int {
    let slug = at(start) == "/" ? end(of: { $0.isHandle && $0 != "_" }, from: start + 1) : start
    guard slug > start + 1 else { return path(from: start) }
    return at(slug) == "?" ? path(from: slug) : slug
  }

  private func scheme(at index: Int) -> Int? {
    var end = index
    for letter in "http".unicodeScalars {
      guard let scalar = at(end), scalar == letter || scalar.value + 0x20 == letter.value else {
        return nil
      }
      end += 1
    }
    if let scalar = at(end), scalar == "s" || scalar == "S" { end += 1 }
    guard at(end) == ":", at(end + 1) == "/", at(end + 2) == "/" else { return nil }
    return end + 3
  }

  /// The end of the domain name that fills a range of host letters but for a last full stop.
  func domain(in range: Range<Int>, isBare: Bool = false) -> Int? {
    var end = range.upperBound
    while end > range.lowerBound, !(scalars[end - 1].isWord && scalars[end - 1] != "_") { end -= 1 }
    // Most words have no full stop.
    guard scalars[range.lowerBound..<end].contains(".") else { return nil }
    let labels = scalars[range.lowerBound..<end].split(
      separator: ".", omittingEmptySubsequences: false)
    guard labels.count > 1, let last = labels.last, last.count > 1,
      last.allSatisfy(\.isLetterOrMark) || last.starts(with: "xn--".unicodeScalars),
      labels.allSatisfy(isLabel), !labels.suffix(2).joined().contains("_")
    else { return nil }
    guard isBare else { return end }
    let top = String(last).lowercased()
    // `e.g.` and `Node.js` are no hosts: a country needs a path, `glassno.de/45B`.
    let isCountry = last.count == 2 && last.allSatisfy(\.isLetterASCII)
    return Self.topLevels.contains(top)
      || (isCountry && at(end) == "/" && at(end + 1)?.isWord == true)
      ? end : nil
  }

  private func isLabel(_ label: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = label.first, let last = label.last else { return false }
    return first.isWord && first != "_" && last.isWord && last != "_"
  }

  private static let topLevels: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "ai", "dev", "app",
    "news", "xyz", "social", "blog",
  ]

  /// The end of port, path, query and fragment; brackets count when they are closed.
  private func path(from start: Int) -> Int {
    var end = start
    if at(end) == ":", let digit = at(end + 1), "0"..."9" ~= digit {
      end = self.end(of: { "0"..."9" ~= $0 }, from: end + 1)
    }
    guard let mark = at(end), mark == "/" || mark == "?" || mark == "#" else { return end }
    var last = end + (mark == "/" ? 1 : 0)
    var open: [Unicode.Scalar] = []
    loop: while let scalar = at(end), scalar.isPath {
      end += 1
      switch scalar {
      case "(", "[":
        // Deeper ones are no link, and would be looked through again and again.
        guard open.count < 4 else { break loop }
        open.append(scalar)
      case ")", "]":
        guard open.popLast() == (scalar == ")" ? "(" : "[") else { break loop }
        if open.isEmpty { last = end }
      case ".", ",", ";", ":", "!", "?", "'", "*", "…", "~", "|", "&", "@", "$": break
      default: if open.isEmpty { last = end }
      }
    }
    return last
  }
}

extension Unicode.Scalar {
  var isLetterASCII: Bool { isLowerASCII || "A"..."Z" ~= self }
  var isLowerASCII: Bool { "a"..."z" ~= self }
  var isHandle: Bool { isLetterASCII || "0"..."9" ~= self || self == "_" }
  var isHostLetter: Bool { isHandle || self == "." || self == "-" }

  /// A letter, mark, digit or low line of any script.
  var isWord: Bool {
    isASCII ? isHandle : isLetterOrMark || properties.numericType != nil
  }

  var isHost: Bool { isHostLetter || (!isASCII && isWord) }

  var isLetterOrMark: Bool {
    if isASCII { return isLetterASCII }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  /// What twitter-text allows in a hashtag.
  var isHashtag: Bool {
    if isASCII { return isHandle }
    switch self {
    case "\u{200C}", "\u{200D}", "\u{A67E}", "\u{05BE}", "\u{05F3}", "\u{05F4}", "～", "〜",
      "\u{309B}", "\u{309C}", "\u{30A0}", "\u{30FB}", "\u{3003}", "\u{0F0B}", "\u{0F0C}", "\u{B7}":
      return true
    default:
      return isLetterOrMark || properties.generalCategory == .decimalNumber
    }
  }

  /// What may stand in the path of a link: ASCII, Latin and Cyrillic letters, an en dash.
  fileprivate var isPath: Bool {
    switch self {
    case "<", ">", "\"", "`", "\\", "^", "{", "}", "\u{7F}": false
    case "!"..."~": true
    case "–", "…": true
    default: (0xC0...0x24F ~= value || 0x400...0x4FF ~= value) && isLetterOrMark
    }
  }
}
