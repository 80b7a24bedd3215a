import PostilCore

extension SubjectLayout {
  /// A lying bar of `value` cells out of `cells` for `most`; whatever is not 0 is seen.
  static func bar(_ value: Double, of most: Double, cells: Int) -> String {
    guard value > 0, most > 0, value.isFinite, most.isFinite, cells > 0 else { return "" }
    let eighths = max(1, Int((value / most * Double(cells * 8)).rounded()))
    let full = String(repeating: "█", count: min(cells, eighths / 8))
    guard full.count < cells, eighths % 8 > 0 else { return full }
    return full + String(lying[eighths % 8])
  }

  static func bar(_ number: NumberSeries.Entry, in series: NumberSeries, cells: Int) -> String {
    let values = series.entries.map { abs($0.value) }
    return bar(abs(number.value), of: values.max() ?? 0, cells: cells)
  }

  /// How many there are, how far they reach, and a bar for each of the last ones.
  func course(_ series: NumberSeries) -> String {
    let sorted = series.entries.sorted { $0.value < $1.value }
    guard let low = sorted.first, let high = sorted.last else { return "" }
    let range = low.value == high.value ? "all \(low.text)" : "\(low.text) to \(high.text)"
    let count = plural(series.entries.count, "number")
    guard width >= 60, low.value < high.value else { return "\(count), \(range)" }
    let bars = series.entries.suffix(24).map { entry in
      Self.bars[1 + Int(((entry.value - low.value) / (high.value - low.value) * 7).rounded())]
    }
    return "\(count), \(range)  \(String(bars))"
  }

  private static let lying = Array(" ▏▎▍▌▋▊▉")
}
