import Settings
import ViewModels

extension TenantPreferences {
  /// What an account's settings say about tenants.
  init(_ account: Account) {
    let settings = account.settings
    self.init(
      listed: account.listed, favourites: settings.texts(.favourites),
      settings: account.described.map { ($0.tenant, TenantSettings($0)) },
      stars: StarFile(settings.environment).map { StarShelf($0) } ?? .none,
      recent: RecentFile(settings.environment).map { RecentTenants($0) } ?? .none,
      riskyActions: settings.number(.riskyActions) ?? TenantPreferences.none.riskyActions,
      keptRows: settings.number(.rows) ?? TenantPreferences.none.keptRows,
      lookBackCalls: settings.number(.lookBackCalls) ?? TenantPreferences.none.lookBackCalls)
  }
}

extension TenantSettings {
  fileprivate init(_ tenant: DescribedTenant) {
    self.init(
      alias: tenant.alias, groups: tenant.groups, isHidden: tenant.isHidden, riskyActions: tenant.riskyActions)
  }
}

extension RecentTenants {
  fileprivate init(_ file: RecentFile) {
    self.init(file.read()) { tenant in
      do throws(SettingsError) {
        try file.note(tenant)
        return nil
      } catch {
        return error.text
      }
    }
  }
}

extension StarShelf {
  fileprivate init(_ file: StarFile) {
    self.init(starred: file.read()) { ids in
      do throws(SettingsError) {
        try file.write(ids)
        return nil
      } catch {
        return error.text
      }
    }
  }
}
