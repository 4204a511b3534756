import Settings
import ViewModels

extension TenantPreferences {
  /// What an account's settings say about tenants.
  init(_ account: Account) {
    let settings = account.settings
    self.init(
      listed: account.listed, favourites: settings.texts(.favourites),
      riskyActions: settings.number(.riskyActions) ?? TenantPreferences.none.riskyActions,
      keptRows: settings.number(.rows) ?? TenantPreferences.none.keptRows)
  }
}
