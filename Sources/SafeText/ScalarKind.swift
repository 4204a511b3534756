/// What a scalar is to a terminal. The raw values are those of the generated table.
enum ScalarKind: UInt8 {
  /// One cell. East Asian ambiguous width counts as this.
  case narrow = 0
  /// Two cells: East Asian wide and fullwidth.
  case wide = 1
  /// A character that emoji sequences are made of, one cell wide by itself.
  case pictograph = 2
  case widePictograph = 3
  /// No cell of its own: general categories Mn and Me.
  case mark = 4
  /// A mark with a cell of its own (general category Mc), as the vowel signs of Indic scripts.
  case spacingMark = 5
  /// Controls, bidi controls, invisible and format characters, private use, noncharacters, unassigned.
  case hidden = 6
  /// A variation selector.
  case selector = 7
  /// ZERO WIDTH JOINER.
  case joiner = 8
  /// U+E0020 to U+E007F, which spell the flags of regions, or anything else out of sight.
  case tag = 9
  /// A letter of which two make a flag.
  case regionalIndicator = 10
  /// A skin tone.
  case emojiModifier = 11

  init(of scalar: Unicode.Scalar) {
    let runs = Self.runs
    let key = scalar.value << 4 | 0xF
    // `low` is a run that begins at or before the scalar; the first begins at 0.
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle] <= key { low = middle } else { high = middle }
    }
    self = ScalarKind(rawValue: UInt8(runs[low] & 0xF)) ?? .hidden
  }

  var isPictograph: Bool { self == .pictograph || self == .widePictograph }

  /// Never shown by itself.
  var isHidden: Bool {
    switch self {
    case .hidden, .selector, .joiner, .tag: true
    default: false
    }
  }
}
