import TerminalUI
import ViewModels

/// The fields of a sign-in with their values, what matters most first.
@MainActor
struct SignInFields {
  /// Nil while its row is not loaded.
  let signIn: SignIn?
  let surface: Surface

  var all: [(label: String, value: StyledText)] {
    guard let signIn else { return [("", StyledText("this row is not read yet", .quiet))] }
    return [
      ("Time", time(signIn)),
      ("Risk", risk(signIn)),
      ("User", text(signIn.userDisplayName)),
      ("Principal name", text(signIn.userPrincipalName)),
      ("Address", text(signIn.ip)),
      ("Listed in", text(signIn.listedPlace)),
      ("Coordinates", text(signIn.coordinates)),
      ("User id", text(signIn.userID)),
      ("Sign-in id", text(signIn.id)),
    ]
  }

  private func time(_ signIn: SignIn) -> StyledText {
    guard let loginTime = signIn.loginTime else { return text(nil) }
    let times = surface.times
    guard times.isLocal else { return StyledText(loginTime.iso8601) }
    let zone = times.fields(of: loginTime).zone
    return StyledText("\(times.text(of: loginTime, withYear: true)) \(zone)  (\(loginTime.iso8601))")
  }

  private func risk(_ signIn: SignIn) -> StyledText {
    switch signIn.isRisk {
    case true?: StyledText("risky (decided by your workflows)", .risk)
    case false?: StyledText("not risky so far (can change for 48 h)")
    case nil: text(nil)
    }
  }

  private func text(_ value: String?) -> StyledText {
    value.flatMap { $0.isEmpty ? nil : StyledText($0) } ?? StyledText("not given", .quiet)
  }
}
