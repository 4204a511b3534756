import SignInAnalysis

extension ChoiceModel {
  /// The orders that a list of sign-ins can have.
  convenience init(sorting signIns: SignInListModel) {
    let orders = [SignInOrder?.none] + SignInColumn.allCases.map { .some(SignInOrder($0)) }
    let items = orders.map { order in
      Item(text: order?.words ?? "as the server gives them") {
        signIns.sort(order)
        return .stay
      }
    }
    // Where nothing is sorted yet, the risky ones are what most look for.
    let wanted = signIns.order?.column ?? .risk
    self.init("Sort", items, selected: orders.firstIndex { $0?.column == wanted } ?? 0)
  }
}

extension SignInOrder {
  /// The order of a column that one asks for first: the newest and the risky ones, else from A to Z.
  init(_ column: SignInColumn) {
    self.init(column: column, isDescending: column == .time || column == .risk)
  }

  /// `oldest first`, `by user, Z to A`.
  public var words: String {
    switch column {
    case .time: isDescending ? "newest first" : "oldest first"
    case .risk: isDescending ? "risky first" : "risky last"
    case .address: "by address" + (isDescending ? ", highest first" : "")
    case .user, .place, .principalName: "by \(column.noun)" + (isDescending ? ", Z to A" : "")
    }
  }
}
