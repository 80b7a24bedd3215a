import PostilCore

@testable import PostilScreen

extension Gallery {
  /// What belongs to the terminal: themes, pipes, panes.
  static let terminal: [Scene] = [
    Scene("theme", ": t h e m e <Enter> <Down>"),
    Scene("pipe", "<Space> <Space> |"),
    Scene("pipe-words", "<Enter> | <Tab> w c <Space> - w"),
    Scene("output", "") { stage in
      let text = "   12 a\tword\n  100 another\n\u{1B}[31mred\u{1B}[0m \u{202E}turned\n" + "x\n"
      stage.settle(
        update(&stage.state, .output(CommandOutput(command: "sort", code: 1, text: text))))
    },
    Scene("list-alone", "j C-w o"),
    Scene("reader-alone", "j <Enter> C-w o"),
  ]
}
