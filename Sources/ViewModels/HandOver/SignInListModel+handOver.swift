import SignInAnalysis

extension SignInListModel {
  /// Copies the selected sign-in, or all that are marked, as a table.
  func copy() -> Step {
    guard let work = handOverWork() else { return .stay }
    let (hasTenants, isLocal) = (hasTenants || !marked.isEmpty && markedHere < marked.count, context.times.isLocal)
    put {
      .copy(CopiedSignIns(signIns: work.signIns(), hasTenants: hasTenants, isLocal: isLocal))
    }
    return .stay
  }

  /// Makes a ticket of the selected sign-in, or of all that are marked; asks where it is to go if there is a choice.
  func ticket() -> Step {
    guard !handedRows.isEmpty else { return nothingRead() }
    let ways = context.handOver.ticketWays
    return ways.count > 1 ? .open(.ticketMenu(self)) : ticket(ways.first ?? .clipboard)
  }

  func ticket(_ way: TicketWay) -> Step {
    guard let handOver = handOverWork() else { return .stay }
    let tenants = Set(handOver.rows.map(\.tenant))
    let work = TicketWork(
      handOver: handOver, basis: context.ticketBasis(tenants), signals: context.signals.table,
      words: context.ticketWords(over: handOver.snapshot, tenants), made: context.now(), source: context.source)
    put { .ticket(work.facts(), way) }
    return .stay
  }

  private var handedRows: [FleetRow] { marked.isEmpty ? selectedRow.map { [$0] } ?? [] : Array(marked) }

  private func handOverWork() -> HandOverWork? {
    let rows = handedRows
    guard !rows.isEmpty else {
      _ = nothingRead()
      return nil
    }
    let stores = Set(rows.map(\.tenant)).compactMap(context.fleet.store)
    let tenants = stores.map { ($0.number, context.names.identity(of: $0.tenant)) }
    return HandOverWork(
      rows: rows, snapshot: context.fleet.snapshot, tenants: Dictionary(tenants) { first, _ in first },
      times: context.times)
  }

  private func nothingRead() -> Step {
    messages.post(.note, "no sign-in is selected, and none is marked")
    return .stay
  }

  /// Works an effect out away from the main actor, and has it done.
  private func put(_ effect: @escaping @Sendable () -> Effect) {
    let outbox = context.outbox
    Task {
      outbox.put(await Task.detached(operation: effect).value)
    }
  }
}

extension ChoiceModel {
  /// Where the text of a ticket goes.
  convenience init(ticketOf signIns: SignInListModel) {
    self.init(
      "Ticket text",
      signIns.context.handOver.ticketWays.map { way in Item(text: way.words) { signIns.ticket(way) } })
  }
}
