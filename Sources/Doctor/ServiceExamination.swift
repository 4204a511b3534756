import CommandLine
import Elements
import ElementsHTTP
import Settings
import ViewModels

/// Checks what the service grants: a token for each credential, and one call of each kind.
@MainActor
struct ServiceExamination {
  typealias Entry = (way: CredentialSource.Way, account: Account)

  private let entries: [Entry]

  init(_ entries: [Entry]) {
    self.entries = entries
  }

  func run(_ examination: Examination) async {
    var isFirstGranted = false
    for (place, entry) in entries.enumerated() {
      let isGranted = await token(entry, examination)
      if place == 0 { isFirstGranted = isGranted }
    }
    guard isFirstGranted, let account = entries.first?.account else {
      return examination.skip(["customers", "sign-ins"])
    }
    let live = LiveElements(configuration: account.configuration, log: account.log)
    await calls(live.client, account, examination)
    await live.shutdown()
  }

  // MARK: Tokens

  private func token(_ entry: Entry, _ examination: Examination) async -> Bool {
    let diagnosis = Diagnosis(entry.account.configuration)
    let isGranted = await token(diagnosis, entry, examination)
    await diagnosis.shutdown()
    return isGranted
  }

  private func token(_ diagnosis: Diagnosis, _ entry: Entry, _ examination: Examination) async -> Bool {
    let way = entry.way == .certificate ? "by certificate" : "by secret"
    do throws(ElementsError) {
      examination.add(finding(try await diagnosis.token(), way, entry.account))
      return true
    } catch {
      examination.add(.failed("token", "\(way): \(error.happening)", error.remedy, error.exitStatus))
      return false
    }
  }

  private func finding(_ grant: Grant, _ way: String, _ account: Account) -> Finding {
    guard grant.refused.isEmpty else {
      return .advice(
        "token", "\(way), without \(grant.refused.joined(separator: " ")), which the app registration was not granted",
        "grant it, or list the tenants in the profile ([[profiles.NAME.tenants]])")
    }
    let scopes = grant.scopes ?? account.configuration.scopes
    return .ok("token", "\(way), valid for \(grant.lifetime.components.seconds) s: \(scopes.joined(separator: " "))")
  }

  // MARK: Calls

  private func calls(_ client: ElementsClient, _ account: Account, _ examination: Examination) async {
    let tenant = await firstTenant(client, account, examination)
    guard let tenant else {
      return examination.add(.skipped("sign-ins", "not tried: there is no tenant to try it with"))
    }
    do throws(ElementsError) {
      let page = try await client.signIns(tenant.reference, PageRequest(index: 1, size: 1), .all, .onScreen)
      examination.add(.ok("sign-ins", "\(tenant.label) \(page.totalCount.map { "has \($0.grouped)" } ?? "answers")"))
    } catch {
      examination.add(.failed("sign-ins", "\(tenant.label): \(error.happening)", error.remedy, error.exitStatus))
    }
  }

  /// The first that there is: of the server's list, else of the profile's.
  private func firstTenant(
    _ client: ElementsClient, _ account: Account, _ examination: Examination
  ) async -> TenantIdentity? {
    let listed = account.listed
    do throws(ElementsError) {
      let page = try await client.customers(PageRequest(index: 1), .onScreen)
      let tenant = page.items.flatMap(TenantIdentity.all).first
      let hint = tenant == nil ? ", but none on the first page has a tenant" : ""
      examination.add(
        .ok("customers", "\(page.totalCount?.counted("customer") ?? "the server does not say how many")\(hint)"))
      return tenant
    } catch {
      guard error.exitStatus == .refused, !listed.isEmpty else {
        examination.add(.failed("customers", error.happening, error.remedy, error.exitStatus))
        return nil
      }
      let count = listed.reduce(0) { $0 + $1.tenants.count }
      examination.add(
        .advice(
          "customers", error.happening, "shown instead: \(count.counted("tenant")), as listed in the profile"))
      return listed.flatMap(TenantIdentity.all).first
    }
  }
}
