import PostilScreen

/// Keys that are typed while an edit is on its way to the disk, or a page on its way to the screen.
///
/// They wait until it is there, so that they mean what the person means by them: a note is for the
/// claim just made, a second tag changes it. They do not wait long for a slow disk.
struct TypeAhead {
  /// How long keys wait for an edit at most.
  static let patience = Duration.milliseconds(500)
  /// How long they wait at most for the first list and for a page, without which they mean nothing.
  static let pagePatience = Duration.seconds(2)

  private var held: [Event] = []
  private var edits = 0
  private var deadline = ContinuousClock.now
  private var pageDeadline: ContinuousClock.Instant?

  private var isSettled: Bool {
    let now = ContinuousClock.now
    return (edits == 0 || now >= deadline) && pageDeadline.map { now >= $0 } ?? true
  }

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

  /// Takes note of whether a page is on its way; answers whether that is new.
  mutating func note(awaitsPage: Bool) -> Bool {
    guard awaitsPage != (pageDeadline != nil) else { return false }
    pageDeadline = awaitsPage ? .now + Self.pagePatience : nil
    return awaitsPage
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
