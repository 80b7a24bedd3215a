import CNcurses
import PostilScreen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension Terminal {
  /// Sleeps until the terminal, a signal, or one of `descriptors` has something, or `patience` is over;
  /// answers false then.
  ///
  /// Without that it sleeps without a limit, except while a key hangs in the air (ESC, of which nobody
  /// knows yet whether more follows).
  @discardableResult
  public func wait(alongside descriptors: [Int32], patience: Duration? = nil) -> Bool {
    if !kept.isEmpty { return true }
    var states = ([device.input, guard_signals()] + descriptors)
      .map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let limit = patience.map { Int32($0 / .milliseconds(1)) }
    let hanging = remainingMilliseconds
    // A signal interrupts; what it wrote is there to be read.
    let count = poll(&states, nfds_t(states.count), hanging ?? limit ?? -1)
    return count != 0 || hanging != nil
  }

  /// Everything that came since the last time. Does not wait.
  ///
  /// Stopping, continuing and changing the size are dealt with here; a `.resize` tells.
  public mutating func read() -> [TerminalInput] {
    var inputs = kept
    kept = []
    var leave: Leave?
    for signal in postponed + takeSignals() {
      switch signal {
      case SIGWINCH: fit()
      case SIGTSTP: suspend()
      // Someone else may have had the terminal meanwhile.
      case SIGCONT: lend {}
      default: leave = .signal(signal)
      }
      if leave == nil { inputs.append(.resize) }
    }
    if !takeKeys(into: &inputs) { leave = leave ?? .hangup }
    if let leave { inputs.append(.leave(leave)) }
    return inputs
  }

  /// Stops the program, as `Ctrl+Z` asks for, and returns when it is continued.
  public mutating func suspend() {
    lend { guard_stop() }
    // The terminal was just taken again; that this was continued is no news.
    postponed = takeSignals().filter { $0 != SIGCONT }
  }

  /// Reads a paste to its end, but not without limit: whoever types must be able to stop it.
  mutating func takeKeys(into inputs: inout [TerminalInput]) -> Bool {
    for _ in 0..<256 {
      guard let bytes = TerminalDevice.readAvailable(device.input) else { return false }
      if bytes.isEmpty { break }
      lastByte = .now
      for input in keys.take(bytes) {
        if case .answer(let answer) = input {
          if let news = take(answer) { inputs.append(news) }
        } else {
          inputs.append(input)
        }
      }
      // Keys; only of a paste there is more.
      if bytes.count < 1_024 { break }
    }
    if remainingMilliseconds == 0 { inputs += keys.flush() }
    return true
  }

  /// How long a key may still hang in the air; nil when none does.
  private var remainingMilliseconds: Int32? {
    keys.patience.map { patience in
      let rest = patience - (.now - lastByte)
      // Rounded up, so that poll never returns too early and this never spins.
      return rest > .zero ? Int32(rest / .milliseconds(1)) + 1 : 0
    }
  }

  private mutating func takeSignals() -> [Int32] {
    (TerminalDevice.readAvailable(guard_signals()) ?? []).map(Int32.init)
  }
}
