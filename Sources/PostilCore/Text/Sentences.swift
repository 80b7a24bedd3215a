extension Clusters {
  /// The sentences of a line: what stands between its stops, trimmed.
  func sentences(in line: Line) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let end = line.range.upperBound
    var start = line.range.lowerBound
    var index = start + line.marker
    var isLower = beginsLower(from: index, to: end)
    while index < end {
      guard kinds[index] == .stop || kinds[index] == .wideStop else {
        index += 1
        continue
      }
      let stop = Stop(at: index, of: start..<end, isLower: isLower, in: self)
      index = stop.end
      guard stop.ends, index < end else { continue }
      found.append(start..<index)
      start = skippingBlanks(from: index, to: end)
      index = start
      isLower = beginsLower(from: index, to: end)
    }
    if start < end { found.append(start..<end) }
    return found
  }

  /// Whether the first letter is in lower case, as all are with some posters.
  private func beginsLower(from index: Int, to end: Int) -> Bool {
    let end = min(end, index + 64)
    var index = index
    while index < end, !kinds[index].isWord {
      // How a handle is written says nothing.
      if self[index] == "@" { while index < end, !isBlank(index) { index += 1 } }
      index += 1
    }
    return index < end && kinds[index] == .lower && !hasCapital(wordFrom: index, to: end)
  }

  /// Whether a word has a capital inside, as `iPhone` and `xAI`.
  func hasCapital(wordFrom index: Int, to end: Int) -> Bool {
    var index = index
    while index < end, kinds[index].isLetter {
      if kinds[index] == .upper { return true }
      index += 1
    }
    return false
  }
}

/// One run of stops and what belongs to it.
private struct Stop {
  /// Where what belongs to the stop ends.
  var end: Int
  /// Whether it ends the sentence.
  var ends = false

  /// Looks at the stop at `index`; `text` begins with its sentence and ends with its line.
  init(at index: Int, of text: Range<Int>, isLower: Bool, in clusters: Clusters) {
    let limit = text.upperBound
    var isWide = false
    var isStrong = false
    end = index
    while end < limit, clusters.kinds[end] == .stop || clusters.kinds[end] == .wideStop {
      isWide = isWide || clusters.kinds[end] == .wideStop
      isStrong = isStrong || !(clusters[end] == "." || clusters[end] == "…")
      end += 1
    }
    let isEllipsis = end - index > 1 || clusters[index] == "…"
    let run = end
    while end < limit, clusters.isClosing(end) { end += 1 }
    let isClosed = end > run
    end = clusters.citation(at: end, to: limit) ?? end
    let bare = end
    // `great.🚀🚀)`: whatever is glued to the stop goes with it.
    while end < limit, clusters.kinds[end] == .emoji || (end > bare && clusters.isTail(end)) {
      end += 1
    }
    guard end < limit, clusters.isBlank(end) else {
      // Japanese goes on after a quotation: 「…。」と言った.
      ends = end == limit || end > bare || (isWide && !isClosed)
      return
    }

    let next = takeTail(of: text, in: clusters)
    guard next < limit else {
      end = limit
      ends = true
      return
    }
    let startsLower =
      clusters.kinds[next] == .lower && !clusters.hasCapital(wordFrom: next, to: limit)
      && !clusters.isLink(next..<limit)
    if isWide || isStrong {
      ends = isWide || !isClosed || !startsLower
    } else if startsLower, isEllipsis || isClosed || !isLower {
      ends = false
    } else {
      ends =
        isEllipsis || isClosed
        || !clusters.isAbbreviated(text.lowerBound..<index, next: next, to: limit)
    }
  }

  /// Adds a citation and emoji that follow after a space; returns where the next word begins, or
  /// the end of the line when nothing else follows.
  private mutating func takeTail(of text: Range<Int>, in clusters: Clusters) -> Int {
    let limit = text.upperBound
    var next = clusters.skippingBlanks(from: end, to: limit)
    let isListed = clusters.citation(at: text.lowerBound, to: limit) != nil
    if !isListed, let after = clusters.citation(at: next, to: limit),
      after == limit || clusters.isBlank(after)
    {
      let following = clusters.skippingBlanks(from: after, to: limit)
      if following == limit || clusters.kinds[following] != .lower {
        end = after
        next = following
      }
    }
    var tail = next
    while tail < limit, clusters.kinds[tail] == .emoji || clusters.isBlank(tail) { tail += 1 }
    if tail == limit { return limit }
    while next < limit, clusters.isOpening(next) { next += 1 }
    return next
  }
}

extension Clusters {
  fileprivate func isClosing(_ index: Int) -> Bool {
    kinds[index] == .closing || kinds[index] == .quote
  }

  fileprivate func isOpening(_ index: Int) -> Bool {
    kinds[index] == .opening || kinds[index] == .quote || self[index] == "¿" || self[index] == "¡"
  }

  /// Whether the full stop after `sentence` belongs to its last word and not to the sentence.
  fileprivate func isAbbreviated(_ sentence: Range<Int>, next: Int, to end: Int) -> Bool {
    var start = sentence.upperBound
    let lowest = max(sentence.lowerBound, start - 12)
    while start > lowest, kinds[start - 1].isWord || self[start - 1] == "." { start -= 1 }
    let word = String(scalars: scalars[range(start..<sentence.upperBound)])
    let folded = word.lowercased()

    if start == sentence.lowerBound, kinds[start..<sentence.upperBound].allSatisfy({ $0 == .digit })
    {
      return true
    }
    if Abbreviations.connecting.contains(folded) || Abbreviations.titles.contains(word) {
      return true
    }
    let isFigure =
      kinds[next] == .digit || kinds[next] == .currency || "~<>≈+-#".contains(self[next])
    if Abbreviations.beforeFigures.contains(folded) { return isFigure }
    let starts = Abbreviations.starters.contains(letters(from: next, to: end))
    if Abbreviations.names.contains(folded) || isInitials(start..<sentence.upperBound) {
      return !starts
    }
    return !starts && kinds[next] == .upper && isInitial(start..<sentence.upperBound, in: sentence)
  }

  /// `U.S`, `a.m`, `J.P`: single letters with full stops between.
  private func isInitials(_ word: Range<Int>) -> Bool {
    word.count >= 3 && word.count % 2 == 1
      && word.allSatisfy {
        ($0 - word.lowerBound) % 2 == 0 ? kinds[$0].isLetter : self[$0] == "."
      }
  }

  /// One capital that begins the sentence or follows a name, as in `John F. Kennedy`.
  private func isInitial(_ word: Range<Int>, in sentence: Range<Int>) -> Bool {
    guard word.count == 1, kinds[word.lowerBound] == .upper else { return false }
    guard word.lowerBound > sentence.lowerBound else { return true }
    guard isBlank(word.lowerBound - 1) else { return isOpening(word.lowerBound - 1) }
    var start = word.lowerBound - 1
    let lowest = max(sentence.lowerBound, start - 16)
    while start > lowest, !isBlank(start - 1) { start -= 1 }
    return kinds[start] == .upper
      && !Abbreviations.labelled.contains(letters(from: start, to: sentence.upperBound))
  }
}

extension String {
  fileprivate func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
}
