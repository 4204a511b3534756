import TerminalUI
import ViewModels

/// One tenant: the action gauge, the summary of its sign-ins, and their list.
@MainActor
struct TenantScreen {
  let model: TenantModel
  let surface: Surface

  private var list: SignInListView { SignInListView(model: model.signInList, surface: surface) }

  func arrange(_ layout: ScreenLayout) {
    list.arrange(in: area(layout))
  }

  func draw(into frame: inout Frame, _ layout: ScreenLayout) {
    if !layout.isSmallest {
      Chrome(surface: surface).drawHeader(into: &frame)
      ActionGaugeView(counts: model.gauge.counts, surface: surface).draw(row: 1, into: &frame)
      SignInSummaryView(model: model.signInList, surface: surface).draw(row: 2, into: &frame)
    }
    list.draw(headingsRow: layout.headingsRow, in: area(layout), into: &frame)
    list.drawStatus(kind: .tenant, lookBack: model.lookBack, layout, into: &frame)
  }

  func area(_ layout: ScreenLayout) -> Rect { list.area(layout) }
}
