import PostilScreen

/// Keys that are typed while an edit is on its way to the disk.
///
/// They wait until the page shows the edit, so that they mean what the person means by them: a note is
/// for the claim just made, a second tag changes it. They do not wait long for a slow disk.
struct TypeAhead {
  /// How long keys wait at most.
  static let patience = Duration.milliseconds(500)

  private var held: [Event] = []
  private var edits = 0
  private var deadline = ContinuousClock.now

  private var isSettled: Bool { edits == 0 || ContinuousClock.now >= deadline }

  /// Whether keys or a paste have to wait; they are kept then, and what comes after them too.
  mutating func holds(_ event: Event) -> Bool {
    if held.isEmpty, isSettled { return false }
    held.append(event)
    return true
  }

  /// Takes out the next event that needs to wait no longer.
  mutating func next() -> Event? {
    held.isEmpty || !isSettled ? nil : held.removeFirst()
  }

  /// Takes note of what an event led to; answers whether an edit was asked for.
  mutating func note(_ effects: [Effect], after event: Event) -> Bool {
    switch event {
    case .changed, .undone, .redone, .failed: edits = max(0, edits - 1)
    default: break
    }
    let asked = effects.count(where: \.isEdit)
    guard asked > 0 else { return false }
    edits += asked
    deadline = .now + Self.patience
    return true
  }
}
