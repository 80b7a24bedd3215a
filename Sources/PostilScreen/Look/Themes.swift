/// The themes at hand: those in the program, and a person's own, which take the place of one with the
/// same name. One in the program is read when it is wanted for the first time.
public struct Themes: Hashable, Sendable {
  private let own: [Theme]
  private let builtIn = Memo<String, Theme?>()

  /// The themes in the program, and `own`.
  public init(own: [Theme] = []) {
    self.own = own
  }

  /// A theme by its name, in capitals or not.
  public func named(_ name: String) -> Theme? {
    let name = name.lowercased()
    if let found = own.first(where: { $0.name.lowercased() == name }) { return found }
    guard Theme.builtInNames.contains(name) else { return nil }
    return builtIn.answer(to: name, Theme.builtIn)
  }

  /// All of them, the person's own last.
  public var all: [Theme] {
    let names = Set(own.map { $0.name.lowercased() })
    return Theme.builtInNames.filter { !names.contains($0) }.compactMap(named) + own
  }
}
