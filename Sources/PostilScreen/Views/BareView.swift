import PostilCore

/// Plain lines and nothing else, for the terminal's own selection and for screen readers.
struct Bare: Hashable, Sendable {
  /// The first line in view.
  var top = 0

  init(top: Int = 0) {
    self.top = top
  }
}

extension State {
  /// What is shown, without chrome, margin and marks, cut to the width of the screen.
  var bareLines: [String] {
    let width = max(1, size.columns)
    return bareText.flatMap { TextLayout($0, width: width).lines.map(\.text) }
  }

  private var bareText: [String] {
    if room == .reader || room == .list, let reader {
      return reader.blocks.enumerated().flatMap { index, block in
        (index > 0 ? [""] : []) + [block.post.text]
      }
    }
    return plainRoom
  }

  /// `B`: on and, by any other key, off again; the keys that scroll do.
  mutating func press(_ key: Key, in open: Bare) -> [Effect] {
    let rows = max(1, size.rows - 1)
    let scopes: [Scope] = [.reader, .global]
    guard case .command(let name) = keyMap.resolve(keys: [key], scopes: scopes) else {
      layer = nil
      return []
    }
    let last = max(0, bareLines.count - size.rows)
    switch Action(rawValue: name) {
    case .down, .scrollDown: layer = .bare(Bare(top: min(last, open.top + 1)))
    case .up, .scrollUp: layer = .bare(Bare(top: max(0, open.top - 1)))
    case .pageDown, .pageOn, .halfDown: layer = .bare(Bare(top: min(last, open.top + rows)))
    case .pageUp, .pageBack, .halfUp: layer = .bare(Bare(top: max(0, open.top - rows)))
    default: layer = nil
    }
    return []
  }
}

/// The bare lines from the top left on, and nothing over them.
func drawBare(_ bare: Bare, _ state: State, on canvas: inout Canvas) {
  for (line, row) in zip(state.bareLines.dropFirst(bare.top), 0..<state.size.rows) {
    canvas.write(line, row: row, column: 0, look: Look(.text), width: state.size.columns)
  }
  canvas.cursor = (0, 0)
}
