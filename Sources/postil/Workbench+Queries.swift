import PostilCore

extension Workbench {
  /// What a typed query means here, with the notebook's own keys and saved queries; everything when
  /// nothing was typed.
  ///
  /// - Throws: the mistake, with its column.
  func query(_ text: String?) throws(Problem) -> Query {
    guard let text else { return .all }
    return try Query(parsing: text, in: catalog.lexicon(values: false))
  }
}
