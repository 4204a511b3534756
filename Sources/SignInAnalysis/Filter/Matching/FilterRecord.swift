import Elements

/// Something that a filter can be asked about.
public protocol FilterRecord {
  /// What it has of a field; of no field, all texts in which a word may be found.
  func value(of field: FilterField?) -> FilterValue
}

/// What a record has of a field.
public enum FilterValue: Sendable {
  /// One of them has to be as asked for; nil is none.
  case texts([String?])
  case time(Timestamp?)
  case verdict(Bool?)
  case number(Int)
  /// The signals of a sign-in, and whether it is part of a stay.
  case signals([Signal], hasStayed: Bool)
  /// The highest severity; nil where there is none.
  case severity(SignalSeverity?)
  /// A number that may be larger: it fulfils what holds for this one and for all above it.
  case atLeast(Int)
  /// What a comparison is made with is how many there are, and not how many of the texts are known.
  case counted([String?], Int)
  /// It has none, which fulfils no term.
  case missing
  /// It will be known later.
  case notKnownYet
}

/// Whether a record fulfils a filter.
public enum FilterVerdict: Hashable, Sendable {
  case holds
  case fails
  /// That depends on what is not known yet.
  case undecided

  init(_ holds: Bool) {
    self = holds ? .holds : .fails
  }

  /// Of the opposite.
  var negated: FilterVerdict {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .undecided: .undecided
    }
  }
}
