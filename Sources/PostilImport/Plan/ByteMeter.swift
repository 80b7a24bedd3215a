/// Counts the bytes that were read, of how many.
final class ByteMeter {
  var total = 0
  var done: Int { count.value }
  private let count = SharedCount()

  func metering(_ source: Source) -> Source {
    var source = source
    let count = count
    source.meter = { count.add($0) }
    return source
  }
}
