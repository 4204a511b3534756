import TerminalUI
import ViewModels

/// What looking further back has to say: how far it has come, and what ends it or lets it go on.
@MainActor
struct LookBackNote {
  let model: LookBackModel
  let surface: Surface

  private var glyphs: Glyphs { surface.glyphs }
  private var span: String { model.span.words }

  /// Nil while nothing is under way.
  var running: StyledText? {
    running(stoppedBy: .escape)
  }

  /// The same in a place that has another one, or none.
  var runningElsewhere: StyledText? { running(stoppedBy: .stop) }

  private func running(stoppedBy command: CommandID) -> StyledText? {
    guard case .underWay(let progress) = model.state else { return nil }
    // What stops it is worth more than why it waits where a narrow window cuts the end.
    let budget =
      model.isWaitingForBudget ? " \(glyphs.separator) waits: \(model.callsPerMinute.grouped) calls a minute" : ""
    let words = "looking back \(span): \(text(progress)) \(glyphs.separator) \(command) stops\(budget)" as Wording
    return StyledText(surface.text(words), .notice)
  }

  /// Nil where it was not stopped.
  var stopped: StyledText? {
    guard case .stopped(let progress) = model.state else { return nil }
    return StyledText(surface.text("stopped looking back \(span): \(text(progress)), \(.lookFurther) goes on"), .notice)
  }

  /// On how much of all tenants signals rest.
  var reach: StyledText? {
    guard model.tenantCount > 0 else { return nil }
    let read = "\(model.tenantsReached.grouped) of \(model.tenantCount.counted("tenant"))"
    let basis = model.tenantsReached == 0 ? "the newest risky pages" : "\(span) of \(read)"
    return StyledText("signals rest on \(basis)", .quiet)
  }

  /// `57 of 92 lists`; of one tenant `down to 20 Nov 06:12`.
  private func text(_ progress: ReadingProgress) -> String {
    if model.subject == .tenant, let time = model.readDownTo {
      return "down to \(surface.times.text(of: time, withYear: false))"
    }
    return "\(progress.read.grouped) of \(progress.lists.counted("list"))"
  }
}
