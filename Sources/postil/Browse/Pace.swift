/// Lets one call through in a while, and the first one only after a moment.
///
/// Work that is done before that moment is never announced.
struct Pace {
  private let interval: Duration
  private var next: ContinuousClock.Instant
  /// Whether any call was let through.
  private(set) var hasBegun = false

  init(after moment: Duration, every interval: Duration) {
    self.interval = interval
    next = .now + moment
  }

  /// How progress is shown: after 300 ms, ten times a second.
  static var ofProgress: Pace { Pace(after: .milliseconds(300), every: .milliseconds(100)) }

  /// Whether this call is the next one to be let through.
  mutating func isDue() -> Bool {
    let now = ContinuousClock.now
    guard now >= next else { return false }
    next = now + interval
    hasBegun = true
    return true
  }
}
