import Elements
import SignInAnalysis

/// Makes the pictures of all rows of a table: each tally, the hours of the days, the clusters of a map.
func measureViews(_ table: SignInSnapshot) {
  let snapshot = FleetSnapshot([0: table])
  let rows = (0..<RowNumber(table.count)).map { FleetRow(tenant: 0, row: $0) }
  let tallies: [[TallyField]] = TallyField.allCases.map { [$0] } + [[.address, .user]]
  for fields in tallies {
    let tally = median(of: 9) {
      var book = TallyBook(by: fields[0], and: fields.dropFirst().first)
      book.count(rows, in: snapshot)
      return book.tally(in: snapshot).count
    }
    ResultLine(
      what: "tally by \(fields.map(\.rawValue).joined(separator: ", "))", count: table.count,
      result: tally.time.milliseconds, remark: "\(tally.outcome.grouped) values"
    ).write()
  }
  let hours = median(of: 9) { HoursGrid(rows, in: snapshot, zone: .utc).days.count }
  ResultLine(
    what: "hours of the days", count: table.count, result: hours.time.milliseconds,
    remark: "\(hours.outcome.grouped) days"
  ).write()
  let map = median(of: 9) {
    MapClusters(MapPlaces(rows, in: snapshot).places, in: MapView(columns: 240, rows: 148)).clusters.count
  }
  ResultLine(
    what: "clusters of a map", count: table.count, result: map.time.milliseconds,
    remark: "\(map.outcome.grouped) clusters"
  ).write()
}
