import Elements
import SafeText
import Screens
import TerminalUI
import ViewModels

/// Fits 200 display names, in all scripts, to 20 cells each.
func measureFitting(_ sample: SampleTenant) {
  let names = sample.signIns(at: 0..<200).map { $0.userDisplayName ?? "" }
  let fitting = median(of: 200) {
    names.reduce(0) { $0 + fitted($1, to: 20, repertoire: .unicode).count }
  }
  ResultLine(
    what: "fit display names to 20 cells", count: names.count, result: fitting.time.milliseconds,
    remark: "\(fitting.outcome) clusters"
  ).write()
}

/// Renders the dashboard in a tenant whose first page is read.
@MainActor
func measureFrame(_ sample: SampleTenant) async throws {
  let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
  let model = DashboardModel(
    client: .inMemory(sample), source: "bench", times: TimeDisplay { _ in (0, "UTC") },
    opening: TenantIdentity(reference: sample.reference, customerName: "Contoso Ltd", tenantName: "contoso"),
    now: { SampleTenant.now }, pause: { _ in await Task.yield() }, onChange: { continuation.yield() })
  let screen = DashboardScreen(model: model, glyphs: .unicode)
  let size = Size(columns: 120, rows: 40)
  screen.arrange(size: size)
  var frame = screen.draw(size: size)
  for await _ in changes {
    frame = screen.draw(size: size)
    if model.navigator.ground.signIns?.coverage.total != nil { break }
  }
  let rendering = median(of: 200) {
    frame = screen.draw(size: size)
    return frame.bounds.columns * frame.bounds.rows
  }
  model.close()
  ResultLine(
    what: "render the tenant screen at 120×40", count: rendering.outcome, result: rendering.time.milliseconds,
    remark: "cells; all of them, from the model"
  ).write()
}

extension ElementsClient {
  /// Answers at once, from memory, about one tenant.
  static func inMemory(_ sample: SampleTenant) -> ElementsClient {
    ElementsClient(
      customers: { request, _ async throws(ElementsError) in
        Page(items: [], index: request.index, size: request.size, totalCount: 0)
      },
      actionCounts: { _, _, _ async throws(ElementsError) in sample.actionCounts },
      signIns: { _, request, scope, _ async throws(ElementsError) in sample.page(request, scope) })
  }
}
