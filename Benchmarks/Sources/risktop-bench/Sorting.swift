import SignInAnalysis

/// Sorts all rows of a table by each column.
func measureSorting(_ snapshot: SignInSnapshot) {
  let rows = Array(0..<RowNumber(snapshot.count))
  for column in SignInColumn.allCases {
    let order = SignInOrder(column: column, isDescending: true)
    let sorting = median(of: 3) { order.sorted(rows, in: snapshot)?.first }
    ResultLine(
      what: "sort by \(column)", count: snapshot.count, result: sorting.time.milliseconds,
      remark: "row \(sorting.outcome ?? 0) first"
    ).write()
  }
}
