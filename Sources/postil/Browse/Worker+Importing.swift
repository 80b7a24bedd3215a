import Foundation
import PostilCore
import PostilImport
import PostilScreen

extension Worker {
  /// Imports a file or folder as a person typed its path; pasted text is shown cut into posts first.
  func importFile(_ typed: String) throws(Problem) -> Event {
    let path = NSString(string: typed).expandingTildeInPath
    var source = try Source(path: path.hasPrefix("/") ? path : startFolder + "/" + path)
    source.name = typed
    guard !Importers.isPastedText(source) else {
      return .splitProposed(
        name: source.name, try PasteSplitter.propose(source, now: workbench.now).draft)
    }
    return .imported(try run(source, ImportOptions(now: workbench.now)))
  }

  /// Proposes a cut of what was pasted into the prompt for a file.
  func cutPasted(_ text: String) -> Event {
    .splitProposed(
      name: "pasted", PasteSplitter.propose(Array(text.utf8), now: workbench.now).draft)
  }

  /// Imports a pasted text, cut as a person accepted it.
  func importDraft(_ draft: SplitDraft, name: String) throws(Problem) -> ImportReport {
    var options = ImportOptions(now: workbench.now)
    options.draft = draft
    return try run(Source(name: name, bytes: draft.bytes), options)
  }

  private func run(_ source: Source, _ options: ImportOptions) throws(Problem) -> ImportReport {
    post(.progress(Progress("importing \(source.baseName)", done: 0, total: 0)))
    defer { post(.progress(nil)) }
    return try showingProgress("importing \(source.baseName)") { progress throws(Problem) in
      try workbench.importing(
        [source], options: options,
        progress: { done, total in progress(total > 0 ? min(100, done * 100 / total) : 0, 100) },
        written: noteOwn)
    }
  }
}
