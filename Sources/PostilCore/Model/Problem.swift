/// An error as a person reads it: what, where, and what to try.
public struct Problem: Error, Hashable, Sendable, Codable {
  /// Where in a file a problem lies; lines and columns count from 1, columns in code points.
  public struct Place: Hashable, Sendable, Codable {
    public var file: String
    public var line: Int?
    public var column: Int?

    public init(_ file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  public var message: String
  public var place: Place?
  /// What to try next, in one sentence.
  public var hint: String?

  public init(_ message: String, at place: Place? = nil, hint: String? = nil) {
    self.message = message
    self.place = place
    self.hint = hint
  }
}

extension Problem: CustomStringConvertible {
  /// `file:line:column: message`, as compilers write it.
  public var description: String {
    guard let place else { return message }
    let numbers = [place.line, place.column].compactMap { $0.map(String.init) }
    return ([place.file] + numbers).joined(separator: ":") + ": " + message
  }
}
