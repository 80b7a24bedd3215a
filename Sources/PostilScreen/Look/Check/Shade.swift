#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A colour as light: its parts of red, green and blue, linear, from 0 to 1.
struct Shade: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  init(red: Double, green: Double, blue: Double) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// An sRGB value, `0xRRGGBB`.
  init(_ value: UInt32) {
    let parts = [16, 8, 0].map { shift in
      let part = Double((value >> UInt32(shift)) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    self.init(red: parts[0], green: parts[1], blue: parts[2])
  }

  /// The sRGB value, `0xRRGGBB`.
  var value: UInt32 {
    [red, green, blue].reduce(0) { sum, part in
      let part = min(1, max(0, part))
      let encoded = part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055
      return sum << 8 | UInt32((encoded * 255).rounded())
    }
  }

  /// Relative luminance from 0 to 1 (WCAG 2.2).
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// How well one can be read on the other, from 1 to 21 (WCAG 2.2, "contrast ratio").
  func contrast(with other: Shade) -> Double {
    let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (high + 0.05) / (low + 0.05)
  }

  /// How different two colours look: the distance in OKLab, 1 from black to white (B. Ottosson, 2020).
  func distance(to other: Shade) -> Double {
    let (one, two) = (lab, other.lab)
    return zip(one, two).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private var lab: [Double] {
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let middle = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return [
      0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
      1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
      0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]
  }
}

/// How colours are seen without one of the three kinds of cones.
enum Eyesight: String, CaseIterable, Sendable {
  case protanopia, deuteranopia, tritanopia

  /// A colour as such an eye sees it (Machado, Oliveira and Fernandes, 2009, severity 1).
  func sees(_ shade: Shade) -> Shade {
    let parts = matrix.map { row in
      min(1, max(0, row[0] * shade.red + row[1] * shade.green + row[2] * shade.blue))
    }
    return Shade(red: parts[0], green: parts[1], blue: parts[2])
  }

  private var matrix: [[Double]] {
    switch self {
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}
