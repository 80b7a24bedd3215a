/// How the claims on a subject stand: counts only.
public struct Track: Hashable, Sendable {
  /// Claims by `Claim.mark`; those without any may be missing.
  public var marks: [Character: Int] = [:]
  /// Claims that are forecasts, whatever became of them.
  public var forecasts = 0
  /// Forecasts that were found supported, refuted or mixed.
  public var decidedForecasts = 0
  /// Open claims that `is:due` finds and `is:overdue` does not.
  public var due = 0
  /// Claims that `is:overdue` finds.
  public var overdue = 0
  /// Claims by the confidence stated, in percent.
  public var confidences: [Int: Int] = [:]

  /// No claims.
  public init() {}

  /// The marks in the order in which they are shown.
  public static let order: [(mark: Character, name: String)] = [
    ("?", "open"), (">", "forecast"), ("+", "supported"), ("-", "refuted"), ("~", "mixed"),
    ("0", "void"),
  ]

  /// All claims.
  public var claims: Int { marks.values.reduce(0, +) }

  /// Claims whose confidence is stated.
  public var stated: Int { confidences.values.reduce(0, +) }

  /// The confidence in the middle, in percent, the lower one of two; nil when none is stated.
  public var medianConfidence: Int? {
    var left = (stated - 1) / 2
    for (confidence, count) in confidences.sorted(by: { $0.key < $1.key }) {
      if left < count { return confidence }
      left -= count
    }
    return nil
  }
}
