import Synchronization

/// What a pure function answered, so that the next frame need not work it out again.
///
/// Copies of the value that owns it share it, and all memos are equal: what is remembered follows
/// from the rest of that value.
final class Memo<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let known = Mutex<[Question: Answer]>([:])
  private let limit: Int

  /// Forgets everything when there would be more than `limit` answers.
  init(limit: Int = 1_000) {
    self.limit = limit
  }

  /// The answer, worked out the first time it is asked for.
  func answer(to question: Question, _ work: (Question) -> Answer) -> Answer {
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = work(question)
    known.withLock { known in
      if known.count >= limit { known = [:] }
      known[question] = answer
    }
    return answer
  }
}

extension Memo: Hashable {
  static func == (one: Memo, other: Memo) -> Bool { true }

  func hash(into hasher: inout Hasher) {}
}
