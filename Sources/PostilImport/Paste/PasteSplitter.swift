public import PostilCore

/// Proposes where a pasted text is to be cut into posts.
///
/// No rule is right often enough to be trusted alone: in 5,000 finance posts a third hold a blank
/// line. So strong separators are taken first, else each line gets a score, and the proposal says
/// how sure it is.
public enum PasteSplitter {
  /// A line that may begin a post.
  public struct Boundary: Hashable, Sendable {
    /// Counted from 0.
    public var line: Int
    /// From 0 to 1; taken from 0.5 on.
    public var score: Double
    /// Why, in a few words.
    public var reason: String
  }

  /// How a text could be cut.
  public struct Proposal: Hashable, Sendable {
    /// The text, cut at the boundaries that are taken.
    public var draft: SplitDraft
    /// Every line that was weighed, in order, taken or not.
    public var boundaries: [Boundary]
    /// From 0 to 1, as a share of such proposals expected to be wholly right.
    public var confidence: Double
    /// What it rests on, in words.
    public var reason: String

    /// Sure enough to be taken without asking.
    public var isSure: Bool { confidence >= 0.9 }
  }

  /// Proposes a cut for a source that is pasted text, whatever its encoding.
  public static func propose(_ source: Source, now: Instant? = nil) throws(Problem) -> Proposal {
    propose(DecodedText(try source.whole()).bytes, now: now)
  }

  /// Weighs every line of a text; days without a year are the last ones before `now`.
  public static func propose(_ bytes: [UInt8], now: Instant? = nil) -> Proposal {
    let draft = SplitDraft(bytes)
    let lines = draft.lines.indices.map { PasteLine(draft.text(line: $0)) }
    if let strong = StrongSeparators.find(lines, in: bytes, now: now) { return strong }
    let boundaries = PasteScore.boundaries(lines)
    let taken = boundaries.filter { $0.score >= 0.5 }
    let (confidence, reason) = PasteScore.confidence(boundaries, in: lines)
    return Proposal(
      draft: SplitDraft(bytes, starts: Set(taken.map(\.line))), boundaries: boundaries,
      confidence: confidence, reason: reason)
  }

  /// Cuts a text as a person said.
  ///
  /// - Throws: when a line of `lines:` is not there or they do not ascend.
  public static func draft(_ bytes: [UInt8], _ mode: SplitMode, now: Instant? = nil)
    throws(Problem) -> SplitDraft
  {
    let whole = SplitDraft(bytes)
    switch mode {
    case .auto: return propose(bytes, now: now).draft
    case .none: return whole
    case .blank:
      let blank = whole.lines.indices.filter { TextLines.isBlank(bytes[whole.lines[$0]]) }
      return SplitDraft(bytes, starts: Set(blank))
    case .rule:
      let rules = whole.lines.indices.filter { PasteLine(whole.text(line: $0)).isRule }
      return SplitDraft(bytes, starts: Set(rules), dropped: Set(rules))
    case .lines(let numbers):
      for (index, number) in numbers.enumerated() {
        guard 1...max(1, whole.lines.count) ~= number else {
          throw Problem(
            "--split lines: there is no line \(number)", hint: "it has \(whole.lines.count) lines")
        }
        guard index == 0 || numbers[index - 1] < number else {
          throw Problem("--split lines: \(number) comes after \(numbers[index - 1])")
        }
      }
      return SplitDraft(
        bytes, starts: Set(numbers.map { $0 - 1 }), dropped: Set(0..<(numbers.first ?? 1) - 1))
    }
  }
}
