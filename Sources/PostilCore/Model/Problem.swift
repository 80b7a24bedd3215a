/// An error as a person reads it: what, where, and what to try.
public struct Problem: Error, Hashable, Sendable, Codable {
  /// Where in a file a problem lies; lines and columns count from 1, columns in code points.
  public struct Place: Hashable, Sendable, Codable {
    /// The file as the person knows it.
    public var file: String
    /// The line, from 1.
    public var line: Int?
    /// The column in code points, from 1.
    public var column: Int?

    /// A place in a file.
    public init(_ file: String, line: Int? = nil, column: Int? = nil) {
      self.file = file
      self.line = line
      self.column = column
    }
  }

  /// What is wrong, in one sentence.
  public var message: String
  /// Where; nil when it lies nowhere in particular.
  public var place: Place?
  /// What to try next, in one sentence.
  public var hint: String?

  /// A problem with what to try next.
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
