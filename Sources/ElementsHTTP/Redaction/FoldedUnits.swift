/// A text as it is compared: without case, and the same for each form that Unicode calls equivalent.
struct FoldedUnits {
  struct Unit {
    /// Of an ASCII character its value, of any other a hash.
    let code: Int
    let isAfterSpace: Bool

    var isLetterOrDigit: Bool {
      guard let ascii = UInt8(exactly: code) else { return true }
      return ascii.isASCIILetterOrDigit
    }
  }

  let units: [Unit]

  private init(_ units: [Unit]) {
    self.units = units
  }

  /// One or two: where characters carry marks, once with them and once without.
  static func all(of text: SpelledText) -> [FoldedUnits] {
    let elements = text.elements
    if elements.allSatisfy({ $0.code < 0x80 }) { return [FoldedUnits(ofASCII: elements)] }
    let clusters = Clusters(elements)
    let whole = FoldedUnits(clusters, code(of:))
    guard clusters.haveMarks else { return [whole] }
    return [whole, FoldedUnits(clusters) { $0.unicodeScalars.first.map { code(of: Character($0)) } ?? 0 }]
  }

  private static func code(of character: Character) -> Int {
    if let scalar = character.unicodeScalars.first, scalar.isASCII, character.unicodeScalars.count == 1 {
      return Int(scalar.value)
    }
    // Equivalent characters are equal.
    return character.hashValue
  }

  private init(ofASCII elements: [SpelledText.Element]) {
    var units: [Unit] = []
    units.reserveCapacity(elements.count)
    var isAfterSpace = false
    for element in elements {
      isAfterSpace = isAfterSpace || element.isAfterSpace
      switch LeftOut(element.code) {
      case .nothing: break
      case .space: isAfterSpace = true
      case nil:
        let code = (0x41...0x5A).contains(element.code) ? element.code | 0x20 : element.code
        units.append(Unit(code: Int(code), isAfterSpace: isAfterSpace))
        isAfterSpace = false
      }
    }
    self.units = units
  }

  private init(_ clusters: Clusters, _ code: (Character) -> Int) {
    var units: [Unit] = []
    var place = 0
    for character in clusters.text {
      units.append(Unit(code: code(character), isAfterSpace: clusters.isAfterSpace[place]))
      place += character.unicodeScalars.count
    }
    self.units = units
  }
}

/// What is escaped by a backslash or written as `+` is found without.
private enum LeftOut {
  case nothing, space

  init?(_ code: UInt32) {
    switch code {
    case SpelledText.backslash: self = .nothing
    case 0x2B: self = .space
    default: return nil
    }
  }
}

/// A text without case, made of scalars.
private struct Clusters {
  private(set) var text = ""
  /// For each scalar of the text.
  private(set) var isAfterSpace: [Bool] = []

  init(_ elements: [SpelledText.Element]) {
    var scalars = String.UnicodeScalarView()
    var space = false
    for element in elements {
      space = space || element.isAfterSpace
      switch LeftOut(element.code) {
      case .nothing: continue
      case .space: space = true
      case nil:
        guard let scalar = Unicode.Scalar(element.code) else { continue }
        for folded in Self.folded(scalar) {
          scalars.append(folded)
          isAfterSpace.append(space)
          space = false
        }
      }
    }
    text = String(scalars)
  }

  var haveMarks: Bool { text.count < isAfterSpace.count }

  /// By way of the capital letter, which `ß` and `ss` have in common.
  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return Array(scalar.properties.lowercaseMapping.unicodeScalars) }
    return scalar.properties.uppercaseMapping.unicodeScalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
