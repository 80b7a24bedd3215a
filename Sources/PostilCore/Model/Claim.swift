/// What has become of a claim so far.
public enum Status: String, CaseIterable, Codable, Sendable {
  case open, supported, refuted, mixed, void

  /// The ASCII letter that stands for it on every screen.
  public var mark: Character {
    switch self {
    case .open: "?"
    case .supported: "+"
    case .refuted: "-"
    case .mixed: "~"
    case .void: "0"
    }
  }
}

/// What kind of statement a claim is.
public enum ClaimType: String, CaseIterable, Codable, Sendable {
  case fact, forecast, opinion, derived
}

/// How a piece of evidence bears on a claim.
public enum Bearing: String, CaseIterable, Codable, Sendable {
  case supports, contradicts, undercuts, context
}

/// How much a piece of evidence weighs; none is said when nil.
public enum Grade: String, CaseIterable, Codable, Sendable {
  case weak, strong, decisive
}

/// One line under `## Evidence`.
public struct Evidence: Hashable, Sendable, Codable {
  /// Whether it supports, contradicts, undercuts or only surrounds the claim.
  public var bearing: Bearing
  /// `[[id]]` or a URL, as written.
  public var target: String
  /// How much it weighs.
  public var grade: Grade?
  /// What is said about it.
  public var words: String?

  /// A piece of evidence.
  public init(_ bearing: Bearing, _ target: String, grade: Grade? = nil, words: String? = nil) {
    self.bearing = bearing
    self.target = target
    self.grade = grade
    self.words = words
  }
}

/// One line under `## History`: what the status became, when, and why.
public struct Turn: Hashable, Sendable, Codable {
  /// When.
  public var day: Day
  /// What the status is, or became.
  public var status: Status
  /// Probability in percent.
  public var confidence: Int?
  /// What is said about it.
  public var words: String?

  /// A turn of a claim on a day.
  public init(_ day: Day, _ status: Status, confidence: Int? = nil, words: String? = nil) {
    self.day = day
    self.status = status
    self.confidence = confidence
    self.words = words
  }
}

/// A statement in a post that is held against what happens (`claims/`).
public struct Claim: Hashable, Sendable {
  /// The file's base name, `c-260315-7kq2m`.
  public var id: String
  /// What it says, in the researcher's words.
  public var title: String?
  /// The id of the post it stands in; nil when drawn from several (`from`).
  public var post: String?
  /// The ids of the posts it is drawn from, when it stands in none.
  public var from: [String] = []
  /// Half-open spans in code points of the post's body, in order.
  public var spans: [Range<Int>] = []
  /// The first 12 hex digits of the post's SHA-256 when the spans were set.
  public var rev: String?
  /// The quoted words, one string a span.
  public var quotes: [String] = []
  /// What kind of statement it is.
  public var type: ClaimType = .fact
  /// What the status is, or became.
  public var status: Status = .open
  /// The day by which it can be settled.
  public var due: Day?
  /// Probability in percent.
  public var confidence: Int?
  /// Topic tags.
  public var tags: [String] = []
  /// What would settle it, in words.
  public var test: String?
  /// What speaks for and against it, in order.
  public var evidence: [Evidence] = []
  /// What became of it, oldest first.
  public var history: [Turn] = []
  /// The text under `## Notes`.
  public var notes: String = ""
  /// The head of the family of which this claim is one appearance.
  public var same: String?

  /// An open claim without words yet.
  public init(id: String) {
    self.id = id
  }

  /// The letter shown for it: the status, or `>` for an open forecast.
  public var mark: Character { status == .open && type == .forecast ? ">" : status.mark }

  /// Whether its words do not stand in the text that it is shown on: it has a quote and no place.
  public var isLost: Bool { spans.isEmpty && !quotes.isEmpty && post != nil }

  /// Where it begins in the text that it is shown on, in code points: on a post as a whole at the
  /// head, without its words behind everything.
  public var start: Int { spans.first?.lowerBound ?? (isLost ? .max : 0) }

  /// The day on which it became what it is; nil while it is open, or when the history does not say.
  public var judged: Day? {
    guard status != .open else { return nil }
    return history.reversed().prefix { $0.status == status }.last?.day
  }

  /// Open although its due day is over.
  public func isOverdue(on today: Day) -> Bool {
    guard let due else { return false }
    return status == .open && due < today
  }
}
