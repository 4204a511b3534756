/// The values of a tally in an order, with their figures, as they were at one moment.
public struct Tally: Sendable {
  public let fields: [TallyField]
  /// Numbers of values, or of pairs.
  private let values: [UInt32]
  private let figures: [TallyFigures]
  private let names: TallyNames?

  /// Of no sign-in.
  public init() {
    self.init(fields: [], values: [], figures: [], names: nil)
  }

  init(fields: [TallyField], values: [UInt32], figures: [TallyFigures], names: TallyNames?) {
    self.fields = fields
    self.values = values
    self.figures = figures
    self.names = names
  }

  /// How many values there are; sign-ins without one count as one.
  public var count: Int { values.count }

  /// Nil outside.
  public subscript(place: Int) -> TallyRow? {
    guard values.indices.contains(place), let names else { return nil }
    return TallyRow(values: names.values(of: values[place]), figures: figures[Int(values[place])])
  }

  /// Where the row with these values stands; looks through all.
  public func place(of row: [TallyValue]) -> Int? {
    values.indices.first { self[$0]?.values == row }
  }
}

/// What the numbers of a tally stand for.
struct TallyNames: Sendable {
  let first: TallyNumbering
  let second: TallyNumbering?
  let pairs: PairIndex
  let lists: SignInLists

  func values(of number: UInt32) -> [TallyValue] {
    guard let second else { return [first.value(of: number, in: lists)] }
    return [
      first.value(of: pairs.first(of: Int(number)), in: lists),
      second.value(of: pairs.second(of: Int(number)), in: lists),
    ]
  }
}
