import PostilCore

/// One note of the margin: a head line, then words and evidence.
struct MarginItem: Hashable, Sendable {
  /// A line of the margin and how it is meant.
  struct Line: Hashable, Sendable {
    var text: String
    /// Set at the right end, when there is room.
    var right: String
    var role: Role

    init(_ text: String, right: String = "", _ role: Role) {
      self.text = text
      self.right = right
      self.role = role
    }
  }

  /// The claim it belongs to; nil for the note on the post itself.
  var claim: String?
  var head: Line
  /// What the text says instead of the claim's words.
  var news: Line?
  var words: String
  var asides: [String]

  /// The note of a claim, under the number that stands beside the text.
  ///
  /// `head` is the claim of which it is one appearance: status and evidence are those of that one.
  /// `family` are its own appearances elsewhere.
  /// `restated` is what the text says instead of its words.
  init(
    claim own: Claim, number: Int, head: Claim? = nil, family: [Place] = [],
    restated: Restatement? = nil
  ) {
    let claim = own.judged(like: head)
    self.claim = own.id
    let confidence = claim.confidence.map { " \($0)%" } ?? ""
    let kind = claim.type == .fact ? "" : " \(claim.type.rawValue)"
    let right =
      if let restated {
        restated.name
      } else if own.isLost {
        "lost"
      } else if let due = claim.due, claim.status == .open {
        "due \(due)"
      } else {
        claim.history.last.map { "\($0.day)" } ?? ""
      }
    self.head = Line(
      "\(number) \(claim.mark) \(claim.status.rawValue)\(kind)\(confidence)", right: right,
      .status(of: claim))
    words = claim.notes
    var asides: [String] = []
    if let restated {
      news = Line(restated.summary, restated.role)
      asides.append(
        own.isLost
          ? "it was “\(own.quotes.joined(separator: " … "))” · t = takes the new words"
          : "so says a newer text · t = puts the claim there")
    } else if own.isLost {
      asides.append(
        "its words are not here: “\(own.quotes.joined(separator: " … "))” · t = puts it on the"
          + " selected words")
    }
    if let same = own.same.map(Link.target) {
      asides.append("same as \(head.map { $0.title ?? $0.quotes.first ?? $0.id } ?? same)")
    }
    if !family.isEmpty {
      asides.append("also said by \(family.map(\.origin).joined(separator: ", "))")
    }
    if let title = claim.title { asides.append("“\(title)”") }
    if let test = claim.test { asides.append("test: \(test)") }
    if !claim.tags.isEmpty { asides.append(claim.tags.map { "#\($0)" }.joined(separator: " ")) }
    for item in claim.evidence {
      let grade = item.grade.map { " (\($0.rawValue))" } ?? ""
      let said = item.words.map { ": \($0)" } ?? ""
      asides.append("\(item.bearing.rawValue) \(item.target)\(grade)\(said)")
    }
    self.asides = asides
  }

  /// The note in the margin of the post as a whole.
  init(note: Note) {
    claim = nil
    head = Line("note on the post", .marginHead)
    words = note.text
    asides = []
  }

  /// Who else says the same as a post, when somebody does: the first of so many.
  init?(repeats: [Place], of count: Int) {
    guard count > 0 else { return nil }
    claim = nil
    head = Line("said \(count + 1) times", .marginHead)
    words = ""
    asides = repeats.prefix(Self.mostRepeats).map(\.origin)
    if count > asides.count { asides.append("and \(count - asides.count) more · g b") }
  }

  private static let mostRepeats = 6

  /// Its lines at a width in cells: the head, the words, then title, test, tags and evidence. Of
  /// longer words only about `most` lines are there.
  func lines(width: Int, most: Int) -> [Line] {
    let words = words.isEmpty ? [] : Wrapping.lines(words, width: width, most: most)
    let asides = asides.flatMap { aside in
      Wrapping.lines(aside, width: max(1, width - 2)).map { "  " + $0 }
    }
    var heads = [head]
    if !head.right.isEmpty, Glyph.width(of: head.text) + head.right.count + 2 > width {
      heads = [Line(head.text, head.role), Line("  " + head.right, .dim)]
    }
    let news = news.map { news in
      Wrapping.lines(news.text, width: width).map { Line($0, news.role) }
    }
    return heads + (news ?? []) + words.map { Line($0, .marginNote) }
      + asides.map { Line($0, .dim) }
  }
}

extension Role {
  /// The role a claim is drawn in.
  static func status(of claim: Claim) -> Role {
    status(claim.status, claim.type)
  }

  static func status(_ status: Status, _ type: ClaimType) -> Role {
    switch status {
    case .open: type == .forecast ? .claimForecast : .claimOpen
    case .supported: .claimSupported
    case .refuted: .claimRefuted
    case .mixed: .claimMixed
    case .void: .claimVoid
    }
  }
}

extension Claim {
  /// The claim with what is read from the head of its family.
  func judged(like head: Claim?) -> Claim {
    guard let head else { return self }
    var claim = self
    claim.status = head.status
    claim.type = head.type
    claim.due = head.due
    claim.confidence = head.confidence
    claim.evidence = head.evidence
    claim.history = head.history
    return claim
  }
}
