import Foundation
import PostilCore
import PostilScreen

/// The themes at hand: built in or the person's; theirs take the place of one with the same name.
struct ThemeShelf {
  let themes: Themes
  /// What was refused in the person's themes.
  let problems: [Problem]
  private let files: ConfigFiles

  init(_ files: ConfigFiles) {
    self.files = files
    let own = files.themes.compactMap(files.text).map { Theme.read($0.text, file: $0.file) }
    themes = Themes(own: own.map(\.theme))
    problems = own.flatMap(\.problems)
  }

  /// A theme by its name, or by the path of a file, which has a `/` or an ending.
  ///
  /// - Throws: when there is none; what is wrong in a file comes with the theme.
  func theme(_ name: String) throws(Problem) -> (theme: Theme, problems: [Problem]) {
    if !name.hasPrefix("/"), let found = themes.named(name) { return (found, []) }
    guard name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") else {
      throw Problem(
        "there is no theme “\(Visible.line(name))”",
        hint: "The themes are \(themes.all.map(\.name).joined(separator: ", ")).")
    }
    let path = NSString(string: name).expandingTildeInPath
    guard let file = files.text(path) else {
      throw Problem("there is no such file", at: .init(path))
    }
    return Theme.read(file.text, file: file.file)
  }
}
