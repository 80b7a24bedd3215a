import PostilCore
import PostilScreen

extension Worker {
  /// Writes what a query finds into `exports/`; answers the new file's path in the notebook.
  func export(_ query: Query, typed: String, format: String) throws(Problem) -> String {
    let exporter = try Exporters.named(format)
    let about = ExportInfo(
      title: workbench.notebook.title, query: typed.isEmpty ? nil : typed, today: workbench.today)
    let total = try workbench.catalog.count(query, today: workbench.today)
    let dossiers = try showingProgress("exporting") { progress throws(Problem) in
      try workbench.dossiers(query) { progress($0, total) }
    }
    let text = exporter.export(dossiers, about: about)
    return try add(text, "\(workbench.today)-\(Self.fileName(typed))", exporter.fileExtension)
  }

  /// Writes a new file into `exports/`; one that is there already stays.
  private func add(_ text: String, _ name: String, _ ending: String) throws(Problem) -> String {
    let notebook = workbench.notebook
    var path = "exports/\(name).\(ending)"
    var number = 2
    while notebook.stamp(of: path) != nil {
      path = "exports/\(name)-\(number).\(ending)"
      number += 1
    }
    try notebook.apply(Change("exported", [.init(path, before: nil, after: text)]))
    return path
  }

  /// What was typed as a file name: `author:@ada due` becomes `author-ada-due`.
  static func fileName(_ typed: String) -> String {
    let words = typed.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "all" : String(words.joined(separator: "-").prefix(60))
  }
}
