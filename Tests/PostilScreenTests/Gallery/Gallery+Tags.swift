import PostilCore

@testable import PostilScreen

/// The screens about tags: the palette, the codebook, the sticky tag, and verbs on many.
extension Gallery {
  static let topics: [Scene] = [
    Scene("topic-recent", "<Enter> t #", prepare: setTopics),
    Scene("topic-found", "<Enter> t # b m", prepare: setTopics),
    Scene("topic-near", "<Enter> t # c o n t r a c t s <Down>", prepare: setTopics),
    Scene("topic-impossible", "<Enter> t # a ,", prepare: setTopics),
    Scene("topic-away", "<Enter> t # -", prepare: setTopics),
    Scene("topic-list", "t #", prepare: setTopics),
    Scene("topic-some", "<Space> <Space> t #", prepare: setTopics),
    Scene("sticky-choose", "<Enter> t ,", prepare: setTopics),
    Scene("sticky", "<Enter> t , p o w <Enter> j t s", prepare: setTopics),
    Scene("matches", "t *"),
    Scene("matches-ledger", "L t *"),
    Scene("matches-topic", "t * #", prepare: setTopics),
    Scene("matches-confirm", "t * # <Enter>", prepare: setTopics),
  ]

  static let codebook: [Scene] = [
    Scene("codebook", "g t j j"),
    Scene("codebook-alike", "g t j"),
    Scene("codebook-keys", "g t g"),
    Scene("codebook-new", "g t + p o w e r s"),
    Scene("codebook-rename", "g t r <Backspace> <Backspace>"),
    Scene("codebook-dry-run", "g t j j r x <Enter>"),
    Scene("codebook-merge", "g t M"),
    Scene("codebook-move", "g t j j j v"),
    Scene("codebook-find", "g t / f"),
    Scene("codebook-letter", "g t K"),
    Scene("codebook-color", "g t C"),
    Scene("codebook-aliases", "g t A"),
    Scene("codebook-define", "g t a"),
    Scene("codebook-define-new", "g t j a"),
    Scene("codebook-empty", "g t", desk: Desk(posts: [], tags: [])),
  ]

  /// Two posts with topics, and topics that were used before.
  @Sendable private static func setTopics(_ stage: inout Stage) {
    for (post, tags) in [("x-3", ["financing", "power/btm", Note.star]), ("x-2", ["power/btm"])] {
      var note = Note(id: Note.marginID(of: post))
      note.tags = tags
      stage.desk.margins[post] = note
    }
    var memory = Memory()
    memory.recentTags = ["power/grid", "contract", "financing"]
    stage.state.memory = memory
    stage.settle(stage.state.begin())
  }
}
