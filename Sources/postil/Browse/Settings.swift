import Foundation
import PostilCore
import PostilScreen

/// Keys, themes and preferences: what is built in, and what a person laid over it.
struct Settings {
  let keyMap: KeyMap
  /// Built in or the person's; theirs take the place of one with the same name.
  let themes: [Theme]
  /// The one to begin with.
  let theme: Theme
  /// What was refused in the person's files; the rest of them holds.
  let problems: [Problem]

  /// Reads `keys.yaml`, `config.yaml` and `themes/*.yaml` in a folder; each may be missing.
  init(folder: String) {
    func text(_ name: String) -> (text: String, file: String)? {
      let file = folder + "/" + name
      guard let data = FileManager.default.contents(atPath: file) else { return nil }
      return (String(decoding: data, as: UTF8.self), file)
    }
    let keys = text("keys.yaml")
    let preferences = text("config.yaml").map { Preferences(parsing: $0.text, file: $0.file) }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/themes")) ?? []
    let own = names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted()
      .compactMap { text("themes/" + $0) }
      .map { Theme.read($0.text, file: $0.file) }

    keyMap = keys.map { KeyMap(own: $0.text, file: $0.file) } ?? KeyMap()
    let ownNames = Set(own.map { $0.theme.name.lowercased() })
    themes =
      Theme.builtInNames.filter { !ownNames.contains($0) }.compactMap { Theme.builtIn($0) }
      + own.map(\.theme)
    let wanted = preferences?.theme
    let found = themes.first { $0.name.lowercased() == wanted?.lowercased() }
    theme = found ?? themes.first ?? Theme.ink
    var problems = keyMap.problems + (preferences?.problems ?? []) + own.flatMap(\.problems)
    if let wanted, found == nil {
      problems.append(
        Problem(
          "there is no theme “\(wanted)”", at: .init(folder + "/config.yaml"),
          hint: "The themes are \(themes.map(\.name).joined(separator: ", "))."))
    }
    self.problems = problems
  }
}
