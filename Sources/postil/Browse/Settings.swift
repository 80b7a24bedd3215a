import Foundation
import PostilCore
import PostilScreen

/// Keys, themes and preferences: what is built in, and what a person laid over it.
struct Settings {
  let configuration: Configuration
  /// Which suggestions the person wants to see.
  let suggestions: SuggestionChoice
  /// What was refused in the person's files; the rest of them holds.
  let problems: [Problem]
  /// Where the files are.
  let folder: String
  /// What tells whether they were changed since.
  let stamp: [String]

  /// The file of the choice of suggestions: Postil writes it, and so it is none with other settings.
  static let suggestionsFile = "suggestions.yaml"

  /// Reads `keys.yaml`, `config.yaml`, `suggestions.yaml` and `themes/*.yaml` in a folder; each may
  /// be missing.
  init(folder: String) {
    let files = ConfigFiles(folder: folder)
    self.folder = folder
    stamp = files.stamp
    let keyMap = files.text("keys.yaml").map { KeyMap(own: $0.text, file: $0.file) } ?? KeyMap()
    let preferences =
      files.text("config.yaml").map { Preferences(parsing: $0.text, file: $0.file) }
      ?? Preferences()
    let shelf = ThemeShelf(files)
    var problems = keyMap.problems + preferences.problems + shelf.problems

    func theme(_ name: String) -> Theme {
      do throws(Problem) {
        let (theme, wrong) = try shelf.theme(name)
        problems += wrong
        return theme
      } catch {
        var problem = error
        problem.place = problem.place ?? .init(folder + "/config.yaml")
        problems.append(problem)
        return .ink
      }
    }
    let pair =
      switch preferences.theme {
      case .named(let name):
        { ThemePair(dark: $0, light: $0) }(theme(name))
      case .auto(let dark, let light): ThemePair(dark: theme(dark), light: theme(light))
      }
    configuration = Configuration(
      keyMap: keyMap, themes: shelf.themes, pair: pair, mouse: preferences.mouse,
      breakpoints: preferences.breakpoints)
    suggestions =
      files.text(Self.suggestionsFile).map {
        SuggestionChoice(parsing: $0.text, file: $0.file, problems: &problems)
      } ?? SuggestionChoice()
    self.problems = problems
  }

  var keyMap: KeyMap { configuration.keyMap }
  var themes: Themes { configuration.themes }
  /// The one to begin with where nothing is known of the background.
  var theme: Theme { configuration.pair.dark }
}

/// The folder of a person's own keys, themes and preferences.
struct ConfigFiles {
  let folder: String

  /// The text and the path of a file; nil when there is none.
  func text(_ name: String) -> (text: String, file: String)? {
    let file = name.hasPrefix("/") ? name : folder + "/" + name
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    return (String(decoding: data, as: UTF8.self), file)
  }

  /// The person's themes, by name of the file.
  var themes: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/themes")) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
      .filter { !$0.hasPrefix(".") }.sorted().map { "themes/" + $0 }
  }

  /// What tells whether a file was changed: its names, times and sizes.
  var stamp: [String] {
    (["config.yaml", "keys.yaml"] + themes).map { name in
      let about = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      let date = (about?[.modificationDate] as? Date)?.timeIntervalSinceReferenceDate ?? 0
      return "\(name) \(date) \(about?[.size] as? Int ?? -1)"
    }
  }
}
