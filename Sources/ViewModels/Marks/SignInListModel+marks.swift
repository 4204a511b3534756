import SignInAnalysis

extension SignInListModel {
  /// The marked sign-ins, also those of other tenants than the list's.
  public var marked: Set<FleetRow> { marks.rows }

  /// How many of the marked are of the list's tenants: of one tenant, or of all.
  public var markedHere: Int { homeTenant.map(marks.count(of:)) ?? marked.count }

  /// Marks the selected sign-in, or takes its mark away, and goes on to the next.
  @discardableResult
  func toggleMark() -> Step {
    guard let row = selectedRow else { return .stay }
    if marked.contains(row) { marks.unmark([row]) } else { marks.mark([row]) }
    move(.down)
    return .stay
  }

  /// Marks all that the filter has found so far; takes their marks away if all are marked.
  @discardableResult
  func markAllMatches() -> Step {
    guard filter != nil || isMarkedOnly else {
      messages.post(.note, "\(.markAll) marks all that a filter leaves, and there is none: \(.filter) sets one")
      return .stay
    }
    let rows = shownRows.all()
    if marked.isSuperset(of: rows) { marks.unmark(rows) } else { marks.mark(rows) }
    messages.post(.note, "\(marked.count.grouped) marked")
    return .stay
  }

  /// Shows only the list's sign-ins that are marked now, or all again. A mark that is taken away meanwhile leaves its
  /// row in sight, so that it can be given back.
  @discardableResult
  func toggleMarkedOnly() -> Step {
    guard isMarkedOnly || !marked.isEmpty else {
      messages.post(.note, "nothing is marked: \(.mark) marks a sign-in")
      return .stay
    }
    show(only: isMarkedOnly ? nil : marked)
    return .stay
  }

  /// Shows all again. False if it did.
  func leaveMarkedOnly() -> Bool {
    guard isMarkedOnly else { return false }
    show(only: nil)
    return true
  }
}

extension SignInListModel {
  /// `3 marked`, `3 marked, 1 of them here`; nil where nothing is marked.
  public var markWords: String? {
    guard !marked.isEmpty else { return nil }
    let words = "\(marked.count.grouped) marked"
    return markedHere == marked.count ? words : words + ", \(markedHere.grouped) of them here"
  }
}
