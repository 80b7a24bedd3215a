import GRDB
import PostilCore

/// One thing that a post may have in common with others.
struct Trait {
  enum Kind {
    case ticker, hashtag, link, number, word
  }

  var kind: Kind
  /// As it is shown for a reason.
  var label: String
  /// A table `(id)` of the records that have it, the newest first; nil where only records that are
  /// known for something else are looked at.
  var records: SQL?
  /// Whether the record `record.id` has it, where `records` may be cut short.
  var isHad: SQL?
  /// How much it says that two posts share it.
  var weight = 0.0

  /// What one is worth beside a word that is as rare.
  var factor: Double {
    switch kind {
    case .link: 3
    case .ticker: 2
    case .number: 1.5
    case .hashtag: 1.2
    case .word: 1
    }
  }

  /// Those of a text, the words among them not yet chosen by how rare they are.
  static func all(in text: String) -> [Trait] {
    let scalars = Array(text.unicodeScalars)
    let entities = Entity.all(in: scalars)
    var traits: [Trait] = []
    var labels: Set<String> = []
    func add(_ trait: Trait) {
      if labels.insert(trait.label).inserted { traits.append(trait) }
    }
    for entity in entities { named(entity).map(add) }
    let quantities = Quantity.all(in: scalars, entities)
    for quantity in quantities { counted(quantity, scalars).map(add) }
    var isTaken = [Bool](repeating: false, count: scalars.count)
    for range in entities.map(\.range) + quantities.map(\.range) {
      for index in range.clamped(to: 0..<scalars.count) { isTaken[index] = true }
    }
    for word in Self.words(of: scalars, except: isTaken) {
      add(Trait(kind: .word, label: word, records: holding([Words.term(word, isPrefix: false)])))
    }
    return traits
  }

  private static func named(_ entity: Entity) -> Trait? {
    let name = Name.entity(entity.kind, entity.text)
    switch entity.kind {
    case .mention: return nil
    case .cashtag:
      return Trait(
        kind: .ticker, label: "$" + name,
        records: "SELECT record AS id FROM ticker WHERE name = \(name) ORDER BY record DESC",
        isHad: "EXISTS (SELECT 1 FROM ticker WHERE record = record.id AND name = \(name))")
    case .hashtag, .link:
      let kind = entity.kind.rawValue
      return Trait(
        kind: entity.kind == .link ? .link : .hashtag,
        label: entity.kind == .link ? name : "#" + name,
        records: """
          SELECT record AS id FROM entity WHERE kind = \(kind) AND name = \(name)
          ORDER BY record DESC
          """,
        isHad: """
          EXISTS (SELECT 1 FROM entity WHERE entity.record = record.id AND entity.kind = \(kind)
            AND entity.name = \(name))
          """)
    }
  }

  /// A number with its unit: found as it is written, with and without a blank, and known by its amount.
  private static func counted(_ quantity: Quantity, _ scalars: [Unicode.Scalar]) -> Trait? {
    guard let numbers = quantity.baseNumbers, quantity.unit.dimension != .none,
      let first = quantity.range.first(where: { scalars[$0].properties.numericType == .decimal })
    else { return nil }
    // From the first digit to the end of the first word with a letter.
    var end = first
    var hasLetter = false
    while end < quantity.range.upperBound {
      let isLetter = WordPlace.isLetter(scalars[end])
      if hasLetter, !isLetter { break }
      if isLetter, scalars[end].properties.isAlphabetic { hasLetter = true }
      end += 1
    }
    let isMoney = first > 0 && scalars[first - 1].properties.generalCategory == .currencySymbol
    let label = String(scalars: scalars[(isMoney ? first - 1 : first)..<end])
    let written = String(scalars: scalars[first..<end])
    let digits = written.prefix { !$0.isLetter }
    let unit = written.dropFirst(digits.count)
    let number = digits.filter { !$0.isWhitespace }
    let forms = [number + unit, number + " " + unit].map { Words.term(String($0), isPrefix: false) }
    return Trait(
      kind: .number, label: label, records: hasLetter ? holding(forms) : nil,
      isHad: """
        EXISTS (SELECT 1 FROM number WHERE number.record = record.id
          AND number.unit = \(quantity.key) AND number.low = \(numbers.lowerBound.double)
          AND number.high = \(numbers.upperBound.double))
        """)
  }

  /// Each word once, folded, that is long enough to say something; names and numbers left out.
  private static func words(of scalars: [Unicode.Scalar], except isTaken: [Bool]) -> [String] {
    let most = 100
    var words: [String] = []
    var seen: Set<String> = []
    var start: Int?
    for index in 0...scalars.count {
      let isWord = index < scalars.count && !isTaken[index] && WordPlace.isLetter(scalars[index])
      if isWord {
        start = start ?? index
        continue
      }
      guard let begin = start else { continue }
      start = nil
      let word = Fold.folded(String(scalars: scalars[begin..<index]))
      if isTelling(word), seen.insert(word).inserted { words.append(word) }
      if words.count == most { break }
    }
    return words
  }

  /// Short words are mostly of the kind that every text has, but for names such as `GB300`.
  private static func isTelling(_ word: String) -> Bool {
    let count = word.unicodeScalars.count
    return !Unspaced.stands(in: word)
      && (count >= 6 || count >= 4 && word.contains(where: \.isNumber))
      && word.contains(where: \.isLetter)
  }

  /// Records of posts in whose text any of the terms stands.
  private static func holding(_ terms: [String]) -> SQL {
    """
    SELECT rowid AS id FROM words WHERE words MATCH \("{title body} : (" + terms
      .joined(separator: " OR ") + ")") ORDER BY rowid DESC
    """
  }
}

/// What a word is made of, as the index cuts texts.
private enum WordPlace {
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
