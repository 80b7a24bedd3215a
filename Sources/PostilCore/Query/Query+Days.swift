extension Query {
  /// Days from one to another, both included; open at an end that is nil.
  public struct Days: Hashable, Sendable {
    /// The first day is the first that this covers.
    public let from: When?
    /// The last day is the last that this covers.
    public let to: When?

    /// Days between two ends; at least one of them is to be given.
    public init(from: When?, to: When?) {
      self.from = from
      self.to = to
    }

    /// The numbers of the first and the last day (`Day.number`); nothing lies between when the first
    /// is later.
    public func bounds(today: Day) -> (first: Int, last: Int) {
      (
        from?.first(today: today).number ?? Day.earliest.number,
        to?.last(today: today).number ?? Day.latest.number
      )
    }
  }
}

extension Query.Days: CustomStringConvertible {
  /// As it is typed: `2025-10`, `2025-10..2025-11`, `-2w..`, `..+2w`.
  public var description: String {
    from == to
      ? from?.description ?? ".." : "\(from?.description ?? "")..\(to?.description ?? "")"
  }

  /// Reads what `description` writes; `2w` in a range is `-2w`. Nil for anything else.
  public init?(_ text: some StringProtocol) {
    if let when = Query.When(text) {
      self.init(from: when, to: when)
      return
    }
    guard let ends = QueryText.ends(of: String(text)) else { return nil }
    func when(_ end: String?) -> Query.When?? {
      guard let end else { return .some(nil) }
      return (Query.When(end) ?? Query.When("-" + end)).map { .some($0) }
    }
    guard let from = when(ends.from), let to = when(ends.to) else { return nil }
    self.init(from: from, to: to)
  }
}
