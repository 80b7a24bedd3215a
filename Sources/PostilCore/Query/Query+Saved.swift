extension Query {
  /// What the statement that the index makes of a query can hold (see `QueryParser`).
  private static let deepest = 24
  private static let longest = 200

  /// The same with the saved queries in their place; `saved` gives the text of one, or nil when there
  /// is none of that name.
  ///
  /// - Throws: when one is missing, is no query, or leads back to itself.
  public func expanded(_ saved: (String) throws(Problem) -> String?) throws(Problem) -> Query {
    guard !savedNames.isEmpty else { return self }
    var count = 0
    let query = try expanded(saved, within: [], &count)
    guard query.depth <= Self.deepest, query.size <= Self.longest else { throw Self.tooMuch }
    return query
  }

  /// The names of the saved queries in it.
  public var savedNames: [String] {
    switch self {
    case .saved(let name): [name]
    case .not(let query), .inside(_, let query): query.savedNames
    case .and(let terms), .or(let terms): terms.flatMap(\.savedNames)
    default: []
    }
  }

  private func expanded(
    _ saved: (String) throws(Problem) -> String?, within open: [String], _ count: inout Int
  ) throws(Problem) -> Query {
    switch self {
    case .saved(let name):
      count += 1
      guard count <= Self.longest else { throw Self.tooMuch }
      guard !open.contains(name) else {
        throw Problem(
          "the saved query “\(name)” leads back to itself",
          hint: "It goes \((open + [name]).joined(separator: " → ")).")
      }
      guard let text = try saved(name) else {
        throw Problem(
          "there is no saved query “\(name)”", hint: "It would be the file queries/\(name).md.")
      }
      do {
        // Its own keys were checked when it was typed.
        let query = try Query(parsing: text, in: .any)
        return try query.expanded(saved, within: open + [name], &count)
      } catch {
        guard open.isEmpty, error.place != nil else { throw error }
        throw Problem("in the saved query “\(name)”: \(error.message)", hint: error.hint)
      }
    case .not(let query):
      return .not(try query.expanded(saved, within: open, &count))
    case .inside(let scope, let query):
      return .inside(scope, try query.expanded(saved, within: open, &count))
    case .and(let terms):
      return .and(try Self.expanded(terms, saved, within: open, &count))
    case .or(let choices):
      return .or(try Self.expanded(choices, saved, within: open, &count))
    default:
      return self
    }
  }

  private static func expanded(
    _ queries: [Query], _ saved: (String) throws(Problem) -> String?, within open: [String],
    _ count: inout Int
  ) throws(Problem) -> [Query] {
    var result: [Query] = []
    for query in queries { result.append(try query.expanded(saved, within: open, &count)) }
    return result
  }

  private static let tooMuch = Problem(
    "with its saved queries this asks too much at once",
    hint: "At most \(longest) terms, and \(deepest) groups in one another.")

  private var depth: Int {
    switch self {
    case .not(let query): 1 + query.depth
    case .inside(_, let query): 6 + query.depth
    case .and(let terms), .or(let terms): 1 + (terms.map(\.depth).max() ?? 0)
    default: 0
    }
  }

  private var size: Int {
    switch self {
    case .not(let query), .inside(_, let query): query.size
    case .and(let terms), .or(let terms): terms.reduce(0) { $0 + $1.size }
    default: 1
    }
  }
}
