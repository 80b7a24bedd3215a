import PostilCore

extension State {
  mutating func paste(_ text: String) -> [Effect] {
    switch layer {
    case .prompt(var prompt):
      if prompt.purpose == .importFile, Self.isOfPosts(text) { return cut(pasted: text) }
      prompt.editor.paste(text)
      prompt.problem = nil
      layer = .prompt(prompt)
      return typed(prompt)
    case .picker(var picker):
      if picker.purpose == .palette, picker.asksForImport, Self.isOfPosts(text) {
        return cut(pasted: text)
      }
      picker.editor.paste(text)
      layer = .picker(picker)
      return []
    case .tags(var palette):
      palette.editor.paste(text)
      palette.cursor = 0
      layer = .tags(palette)
      return []
    case .editor(var editor):
      editor.editor.paste(text)
      let effects = lookForLink(&editor)
      layer = .editor(editor)
      return effects
    default:
      say("pasted text goes into prompts and notes · :import takes posts that you paste there")
      return []
    }
  }

  /// Asks for a file, a folder, or posts that are pasted.
  mutating func askWhatToImport() {
    layer = .prompt(Prompt(.importFile, label: "import file or folder"))
  }

  /// Imports what was named; `-` is what will be pasted, as on the command line.
  mutating func importNamed(_ name: String) -> [Effect] {
    layer = nil
    guard name == "-" else { return [.importFile(name)] }
    askWhatToImport()
    guard case .prompt(let prompt) = layer else { return [] }
    return refuse(prompt, Problem("paste the posts here; they are shown before they are written"))
  }

  private mutating func cut(pasted text: String) -> [Effect] {
    layer = nil
    message = nil
    return [.cutPasted(text)]
  }

  /// Several lines are posts; one line is the name of a file.
  private static func isOfPosts(_ text: String) -> Bool {
    let lines = text.utf8.split(separator: 0x0A)
    return lines.count { line in line.contains { $0 > 0x20 } } > 1
  }
}

extension Picker {
  /// Whether `import` is typed, with nothing but a blank or `-` behind it.
  fileprivate var asksForImport: Bool {
    let words = editor.text.split(separator: " ")
    return words == [Action.importFile.rawValue[...]]
      || words == [Action.importFile.rawValue[...], "-"]
  }
}
