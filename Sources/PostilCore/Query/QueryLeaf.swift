/// A term of a query in plain words.
struct QueryLeaf {
  let query: Query
  let today: Day

  /// Behind “posts that”.
  var words: String {
    switch query {
    case .all: "are in the notebook"
    case .word(let word): Self.holding(word)
    case .phrase(let words): "hold the phrase “\(words)”"
    case .pattern(let source): "match /\(source)/"
    case .near(let sides, let distance):
      "hold \(sides.map(Self.side).joined(separator: " and ")) with at most \(distance) words between"
    case .field(let field, let value): ofField(field, value)
    case .state(let state): ofState(state)
    case .has(let part): ofPart(part)
    case .since(let when): "were posted on \(when.first(today: today)) or later"
    case .until(let when): "were posted on \(when.last(today: today)) or earlier"
    case .days(.posted, let days): "were posted \(span(days))"
    case .days(.captured, let days): "were captured \(span(days))"
    case .days(.due, let days): "have a claim due \(span(days))"
    case .number(let numbers): "hold a number of \(Self.range(numbers.description))"
    case .confidence(let range):
      range.lowerBound == range.upperBound
        ? "have a claim with \(range.lowerBound)%"
        : "have a claim with \(range.lowerBound)% to \(range.upperBound)%"
    case .key(let name, let value): ofKey(name, value)
    case .saved(let name): "are found by the saved query \(name)"
    case .not, .and, .or, .inside: query.words(today: today)
    }
  }

  private func ofField(_ field: Query.Field, _ value: String) -> String {
    func named(_ what: String) -> String {
      value.hasSuffix("*") ? "\(what) that begins with “\(value.dropLast())”" : "\(what) “\(value)”"
    }
    switch field {
    case .author where value.hasPrefix("="): return "are by exactly “\(value.dropFirst())”"
    case .author: return "are by somebody whose handle or name begins with “\(value)”"
    case .name: return "are by somebody whose name begins with “\(value)”"
    case .platform: return "are from the platform “\(value)”"
    case .ticker: return "name the ticker \(value.hasPrefix("$") ? "" : "$")\(value.uppercased())"
    case .mention: return named("mention somebody called")
    case .hashtag: return named("carry the hashtag")
    case .link: return "link to an address with “\(value)” in it"
    case .tag: return "are tagged “\(value)” or below it, or have a claim that is"
    case .status: return "have a claim that is \(value)"
    case .type: return "have a claim of the type \(value)"
    case .id: return "have the id \(value), or something on them has"
    case .thread: return "stand in the thread of \(value)"
    }
  }

  private func ofState(_ state: Query.PostState) -> String {
    switch state {
    case .tagged: "have a tag or a claim"
    case .untagged: "have neither tag nor claim"
    case .read: "were read"
    case .unread: "were not read"
    case .starred: "have a star"
    case .claim: "have a claim"
    case .due: "have an open claim due on \(today + Query.dueHorizon) or earlier"
    case .overdue: "have an open claim due before \(today)"
    case .reply: "answer another post"
    case .repost: "repeat another post"
    }
  }

  private func ofPart(_ part: Query.Part) -> String {
    switch part {
    case .claim: "have a claim"
    case .note: "have a note in words, on them or on a claim"
    case .link: "have a link"
    case .media: "have pictures or films"
    case .evidence: "have a claim with evidence"
    case .citation: "cite a source by its number"
    case .number: "hold a number"
    case .due: "have a claim with a due day"
    }
  }

  private func ofKey(_ name: String, _ value: Query.KeyValue) -> String {
    switch value {
    case .text("*"): "say \(name)"
    case .text(let text) where text.hasSuffix("*"):
      "say \(name): “\(text.dropLast())” or more"
    case .text(let text): "say \(name): “\(text)”"
    case .days(let days): "say \(name): a day \(span(days))"
    case .numbers(let numbers): "say \(name): a number of \(Self.range(numbers.description))"
    }
  }

  private func span(_ days: Query.Days) -> String {
    let (first, last) = (days.from?.first(today: today), days.to?.last(today: today))
    return switch (first, last) {
    case (let first?, let last?) where first == last: "on \(first)"
    case (let first?, let last?): "from \(first) to \(last)"
    case (let first?, nil): "on \(first) or later"
    case (nil, let last?): "on \(last) or earlier"
    case (nil, nil): "on any day"
    }
  }

  private static func holding(_ word: String) -> String {
    word.hasSuffix("*") && word.count > 1
      ? "hold a word that begins with “\(word.dropLast())”" : "hold the word “\(word)”"
  }

  private static func side(_ side: Query) -> String {
    switch side {
    case .word(let word) where word.hasSuffix("*"): "“\(word.dropLast())…”"
    case .word(let words), .phrase(let words): "“\(words)”"
    default: ""
    }
  }

  private static func range(_ written: String) -> String {
    guard let ends = QueryText.ends(of: written) else { return written }
    return switch (ends.from, ends.to) {
    case (let from?, let to?): "\(from) to \(to)"
    case (let from?, nil): "\(from) or more"
    case (nil, let to?): "\(to) or less"
    case (nil, nil): written
    }
  }
}
