/// Finds the entity that begins at a code point.
struct EntityScanner {
  let scalars: [Unicode.Scalar]

  /// The kind and the end of the entity that begins at `index`.
  func entity(at index: Int) -> (Entity.Kind, Int)? {
    switch scalars[index] {
    case "$": cashtag(at: index).map { (.cashtag, $0) }
    case "@", "＠": mention(at: index).map { (.mention, $0) }
    case "#", "＃": hashtag(at: index).map { (.hashtag, $0) }
    case "0"..."9", "a"..."z", "A"..."Z": link(at: index).map { (.link, $0) }
    default: nil
    }
  }

  /// Where to look next when nothing begins at `index`: a run of letters is looked at once.
  func next(after index: Int) -> Int {
    guard scalars[index].isHostLetter else { return index + 1 }
    return end(of: \.isHostLetter, from: index)
  }

  /// The first index from `index` on whose scalar does not fit.
  func end(of fits: (Unicode.Scalar) -> Bool, from index: Int) -> Int {
    var index = index
    while index < scalars.count, fits(scalars[index]) { index += 1 }
    return index
  }

  func before(_ index: Int) -> Unicode.Scalar? { index > 0 ? scalars[index - 1] : nil }

  func at(_ index: Int) -> Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// `$IREN`, `$BRK.A`, `$BTC.X`: not glued to a word or another `$`, so `US$` and `A$AP` are none.
  private func cashtag(at index: Int) -> Int? {
    if let before = before(index), before.isWord || before == "$" { return nil }
    let name = end(of: \.isLetterASCII, from: index + 1)
    guard 1...6 ~= name - index - 1 else { return nil }
    if let mark = at(name), mark == "." || mark == "_" {
      let series = end(of: \.isLetterASCII, from: name + 1)
      // `$IREN.It`, where a blank was forgotten, is not a series of shares.
      let isSeries =
        scalars[index + 1..<name].contains(where: \.isLowerASCII)
        || !scalars[name + 1..<series].contains(where: \.isLowerASCII)
      if 1...2 ~= series - name - 1, isSeries, endsCashtag(series) { return series }
    }
    return endsCashtag(name) ? name : nil
  }

  private func endsCashtag(_ index: Int) -> Bool {
    at(index).map { !$0.isWord && $0 != "$" } ?? true
  }

  /// `@name`, glued ones too; `@name@host.org` of the fediverse is one.
  private func mention(at index: Int) -> Int? {
    if let before = before(index), before.isASCII, !isAfterMention(index), !isAfterRepost(index) {
      if before.isWord || "!#$%&*@＠".unicodeScalars.contains(before) { return nil }
    }
    let name = min(end(of: \.isHandle, from: index + 1), index + 21)
    guard name > index + 1, let after = at(name) else { return name > index + 1 ? name : nil }
    if after == "@" || after == "＠" {
      let host = end(of: \.isHostLetter, from: name + 1)
      if let host = domain(in: name + 1..<host) { return host }
      return host > name + 1 ? name : nil
    }
    if after == ":", at(name + 1) == "/", at(name + 2) == "/" { return nil }
    return 0xC0...0x24F ~= after.value ? nil : name
  }

  private func isAfterMention(_ index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 21, scalars[start - 1].isHandle { start -= 1 }
    return start < index && start > 0 && scalars[start - 1] == "@"
  }

  private func isAfterRepost(_ index: Int) -> Bool {
    let end = before(index) == ":" ? index - 1 : index
    guard end >= 2, scalars[end - 1] == "T" || scalars[end - 1] == "t",
      scalars[end - 2] == "R" || scalars[end - 2] == "r"
    else { return false }
    return before(end - 2).map { !$0.isWord } ?? true
  }

  /// `#tag` in any script; one without a letter, such as `#1`, is none.
  private func hashtag(at index: Int) -> Int? {
    if let before = before(index), before.isHashtag || before == "&" || before == "#" {
      // A skin tone or a selector before it belongs to an emoji.
      if !before.properties.isVariationSelector { return nil }
    }
    guard let first = at(index + 1), first != "\u{FE0F}", first != "\u{20E3}" else { return nil }
    let end = end(of: \.isHashtag, from: index + 1)
    guard scalars[index + 1..<end].contains(where: \.isLetterOrMark) else { return nil }
    if let after = at(end) {
      if after == "#" || after == "＃" { return nil }
      if after == ":", at(end + 1) == "/", at(end + 2) == "/" { return nil }
    }
    return end
  }
}
