import SignInAnalysis
import SignInStore

extension SignInListModel {
  /// Asks what to export, and in which format; where there is only one thing to export, in which format.
  func export() -> Step {
    let extents = extents
    guard let first = extents.first else {
      context.messages.post(.note, "there is nothing to export yet")
      return .stay
    }
    guard extents.count > 1 else { return formats(of: first.extent, "Export \(first.words)") }
    let items = extents.map { item in
      ChoiceModel.Item(text: item.words) { [weak self] in
        self?.formats(of: item.extent, "Export \(item.words)") ?? .stay
      }
    }
    return .open(.choice(ChoiceModel("Export", items)))
  }

  private func formats(of extent: ExportJob.Extent, _ heading: String) -> Step {
    let items = ExportFormat.allCases.map { format in
      ChoiceModel.Item(text: format.words) { [weak self] in
        self?.start(extent, format)
        return .stay
      }
    }
    return .open(.choice(ChoiceModel(heading, items)))
  }

  private func start(_ extent: ExportJob.Extent, _ format: ExportFormat) {
    context.exports.start(
      ExportJob(
        extent: extent, format: format, source: list.list, tenant: hasTenants ? nil : ownTenant,
        signals: context.signalBasis))
  }

  /// What there is to export, the likeliest first.
  private var extents: [(extent: ExportJob.Extent, words: String)] {
    var extents: [(ExportJob.Extent, String)] = []
    if !marked.isEmpty { extents.append((.marked(marked), "the \(marked.count.grouped) marked")) }
    let loaded = list.source.loadedRows
    let what = filter == nil ? "" : " that match"
    if loaded.count > 0 {
      let isAll = list.coverage.isComplete
      let words = isAll ? "all \(loaded.count.grouped)\(what)" : "the \(loaded.count.grouped)\(what) read so far"
      extents.append((.loaded(loaded, list.list.snapshot), words))
    }
    if list.list.firstUnreadPlace != nil {
      let total = filter == nil ? list.coverage.total.map { " \($0.grouped)" } ?? "" : what
      extents.append((.whole(Narrowing(filter: filter, order: order)), "all\(total): reads on to the list's end"))
    }
    return extents
  }

  /// Of a list of one tenant.
  private var ownTenant: TenantIdentity? {
    list.list.snapshot.tenants.first.flatMap(store).map { context.names.identity(of: $0.tenant) }
  }
}
