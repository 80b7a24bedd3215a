import Yams

/// What `postil.yaml` says.
struct NotebookSettings {
  var title: String?

  /// - Throws: when it is not YAML, or of a format that this program does not know.
  init(_ text: String, path: String) throws(Problem) {
    let node: Node?
    do {
      guard YamlGuard.refusal(of: text) == nil else { throw Problem("it is nested too deeply") }
      node = try compose(yaml: text, .default, .default, .utf8)
    } catch {
      throw Problem(
        "the notebook's settings are not YAML", at: .init(path),
        hint: "Write `key: value` lines, one of them `format: 1`")
    }
    guard let format = node?["format"]?.scalar?.string, let number = Int(format), number > 0 else {
      throw Problem(
        "this does not say which format the notebook has", at: .init(path),
        hint: "Write a line `format: 1`")
    }
    guard number <= Notebook.format else {
      throw Problem(
        "the notebook has format \(number), and this Postil reads \(Notebook.format)",
        at: .init(path, line: node?["format"]?.mark?.line), hint: "Install a newer Postil")
    }
    title = node?["title"]?.scalar.flatMap { $0.string.isEmpty ? nil : $0.string }
  }
}
