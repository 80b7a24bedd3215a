/// The words of a text that are most like a quote which does not stand in it, and what they state
/// otherwise.
///
/// That words are alike cannot tell a rewording from a change: one digit is enough. So numbers with
/// their units, cashtags, mentions, names and negations are compared apart from all others.
package struct Likeness {
  /// The words as the text has them, with single blanks.
  package let words: String
  /// Where they stand: half-open, code points.
  let range: Range<Int>
  /// What the quote states and the words do not, and the other way round: `40MW` and `60MW`.
  ///
  /// Nil when numbers, names and negations are the same, in the same order.
  package let change: (old: String, new: String)?

  /// The product of the words of both that are compared, at most: what the work grows with.
  package static let most = 2_000_000

  /// A text taken apart once for all quotes that are looked for in it.
  struct Ground {
    fileprivate let text: String
    fileprivate let words: [Word]

    init(_ text: String) {
      self.text = text
      words = Word.all(in: text)
    }
  }

  /// Nil when nothing in the text is like the quote.
  package init?(_ quote: String, in text: String) {
    var room = Self.most
    self.init(quote, in: Ground(text), room: &room)
  }

  /// Nil when nothing in the text is like the quote, or when there is not enough room to look; what
  /// looking takes goes from the room.
  init?(_ quote: String, in ground: Ground, room: inout Int) {
    let old = Word.all(in: quote)
    let (new, text) = (ground.words, ground.text)
    guard !old.isEmpty, !new.isEmpty, old.count <= room / new.count else { return nil }
    room -= old.count * new.count
    guard let like = Self.place(of: old, in: new) else { return nil }
    let numbered = Self.numbered(Self.sentence(like, of: new, like: old), of: new, like: old)
    let place = Self.whole(numbered, of: new, in: text)
    let start = new[place.lowerBound].range.lowerBound
    var stretch = text[start..<new[place.upperBound - 1].range.upperBound].unicodeScalars
    // A sentence may end there that did not, which is nothing that the words say.
    while let last = stretch.last, ".,;:!?…。，".unicodeScalars.contains(last),
      last != quote.unicodeScalars.last
    {
      stretch.removeLast()
    }
    let found = String(stretch)
    let offset = text.unicodeScalars.distance(from: text.startIndex, to: start)
    range = offset..<offset + stretch.count
    words = found.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    change = StatedFacts.difference(quote, found)
  }

  /// The stretch that takes the least change of the quote, if that is less than half of it.
  ///
  /// Sellers' algorithm: the distance of the quote to every stretch of the text, column by column.
  private static func place(of old: [Word], in new: [Word]) -> Range<Int>? {
    struct Cell {
      var cost = 0
      var start = 0
    }
    let total = old.reduce(0) { $0 + $1.weight }
    var column = [Cell()]
    for word in old { column.append(Cell(cost: (column.last?.cost ?? 0) + word.weight)) }
    var next = column
    var best: (cost: Int, surplus: Int, place: Range<Int>)?
    for (index, word) in new.enumerated() {
      next[0] = Cell(cost: 0, start: index + 1)
      for (row, other) in old.enumerated() {
        let change = word.folded == other.folded ? 0 : max(word.weight, other.weight)
        var cell = Cell(cost: column[row].cost + change, start: column[row].start)
        let insertion = column[row + 1].cost + word.weight
        if insertion < cell.cost { cell = Cell(cost: insertion, start: column[row + 1].start) }
        let omission = next[row].cost + other.weight
        if omission < cell.cost { cell = Cell(cost: omission, start: next[row].start) }
        next[row + 1] = cell
      }
      swap(&column, &next)
      let end = column[old.count]
      guard end.start <= index else { continue }
      let surplus = abs(index + 1 - end.start - old.count)
      if best.map({ (end.cost, surplus) < ($0.cost, $0.surplus) }) ?? true {
        best = (end.cost, surplus, end.start..<index + 1)
      }
    }
    guard let best, best.cost * 2 < total else { return nil }
    return best.place
  }

  /// A stretch without words of the sentences around it that only stand for words left out.
  private static func sentence(_ place: Range<Int>, of words: [Word], like old: [Word]) -> Range<
    Int
  > {
    var (start, end) = (place.lowerBound, place.upperBound)
    let known = Set(old.map(\.folded))
    while start < end - 1, words[start].endsSentence, !known.contains(words[start].folded) {
      start += 1
    }
    while start < end - 1, words[end - 2].endsSentence, !known.contains(words[end - 1].folded) {
      end -= 1
    }
    return start..<end
  }

  /// A stretch with the number that it lacks at an end, if one stands near: of `costs $5` and `costs
  /// about $6` the stretch of least change is `costs`.
  private static func numbered(
    _ place: Range<Int>, of words: [Word], like old: [Word]
  ) -> Range<Int> {
    let lacks = { (place: Range<Int>) in
      words[place].count(where: \.hasDigits) < old.count(where: \.hasDigits)
    }
    var (start, end) = (place.lowerBound, place.upperBound)
    if lacks(place), old.suffix(2).contains(where: \.hasDigits) {
      let near = words[end..<min(words.count, end + 3)]
      if !words[end - 1].endsSentence, let number = near.firstIndex(where: \.hasDigits),
        !words[end..<number].contains(where: \.endsSentence)
      {
        end = number + 1
      }
    }
    if lacks(start..<end), old.prefix(2).contains(where: \.hasDigits) {
      let near = words[max(0, start - 3)..<start]
      if let number = near.lastIndex(where: \.hasDigits),
        !words[number..<start].contains(where: \.endsSentence)
      {
        start = number
      }
    }
    return start..<end
  }

  /// A stretch with the rest of a quantity that one of its ends cuts: `20` and then `%`.
  private static func whole(_ place: Range<Int>, of words: [Word], in text: String) -> Range<Int> {
    let around = max(0, place.lowerBound - 4)..<min(words.count, place.upperBound + 4)
    let view = text.unicodeScalars[
      words[around.lowerBound].range.lowerBound..<words[around.upperBound - 1].range.upperBound]
    let places = words[around].map { word in
      let start = view.distance(from: view.startIndex, to: word.range.lowerBound)
      return start..<start + view.distance(from: word.range.lowerBound, to: word.range.upperBound)
    }
    var whole = place
    for quantity in Quantity.all(in: Array(view)) {
      let touched = places.indices.filter { places[$0].overlaps(quantity.range) }
      guard let first = touched.first, let last = touched.last else { continue }
      let range = around.lowerBound + first..<around.lowerBound + last + 1
      guard range.overlaps(place) else { continue }
      whole =
        min(whole.lowerBound, range.lowerBound)..<max(whole.upperBound, range.upperBound)
    }
    return whole
  }

  /// What stands between blanks; a letter of a script that is written without them.
  fileprivate struct Word {
    let range: Range<String.Index>
    let folded: String
    /// Letters; a number weighs little, for how many digits it has says nothing, and a negation
    /// nothing, so that no stretch ends before one.
    let weight: Int
    let endsSentence: Bool
    let hasDigits: Bool

    init(_ word: Substring) {
      range = word.startIndex..<word.endIndex
      folded = StatedFacts.bare(word)
      endsSentence = word.unicodeScalars.last.map { ".!?:。！？".unicodeScalars.contains($0) } ?? false
      hasDigits = folded.unicodeScalars.contains { "0"..."9" ~= $0 }
      weight =
        hasDigits ? 1 : StatedWords.isNegation(folded) ? 0 : folded.unicodeScalars.count
    }

    static func all(in text: String) -> [Word] {
      var words: [Word] = []
      var start = text.startIndex
      var wasLetter = false
      for index in text.unicodeScalars.indices {
        let scalar = text.unicodeScalars[index]
        let isBlank = scalar.properties.isWhitespace
        let isLetter = Unspaced.holds(scalar)
        guard isBlank || isLetter || wasLetter else { continue }
        if start < index { words.append(Word(text[start..<index])) }
        start = isBlank ? text.unicodeScalars.index(after: index) : index
        wasLetter = isLetter
      }
      if start < text.endIndex { words.append(Word(text[start...])) }
      return words.filter { !$0.folded.isEmpty }
    }
  }
}
