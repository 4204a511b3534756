import Elements

extension PagedSignIns {
  /// The last time of the rows that are proven to follow one another from the newest on; nil while there is none.
  public var readDownTo: Timestamp? { headRun?.oldest }
}
