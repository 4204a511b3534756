/// A customer's name, and how it is spelled in a domain.
struct Organization: Sendable, Hashable {
  let name: String
  /// Lower case ASCII, unique within the sandbox.
  let slug: String

  /// The first is Contoso; from number 0 on, no two have the same name.
  init(number: Int, hash: Hash, legalForm: String) {
    guard number > 0 else {
      name = "Contoso Ltd"
      slug = "contoso"
      return
    }
    let pairs = Organization.firsts.count * Organization.trades.count
    let place = (number + hash.below(pairs)) * 37 % pairs
    let first = Organization.firsts[place % Organization.firsts.count]
    let trade = Organization.trades[place / Organization.firsts.count]
    let suffix = number / pairs > 0 ? " \(number / pairs + 1)" : ""
    name = "\(first.written) \(trade.written)\(suffix) \(legalForm)"
    slug = "\(first.spelled)\(trade.spelled)\(suffix.filter { $0 != " " })"
  }

  private static let firsts = Name.list(
    """
    Alder Baltic Cedar Dovetail Ember Fjord Granite Harbour Isar Juniper Kestrel Lumen Meridian Nordlys Orchard \
    Pioneer Quayside Rowan Søndergaard=sondergaard Tamarind Umbra Vesper Willow Ångström=angstrom Yarrow Zürichberg=zuerichberg \
    Żubr=zubr Éclair=eclair Müller&Söhne=muellersoehne Ñandú=nandu Αιγαίο=aigaio
    """)
  private static let trades = Name.list(
    """
    Logistics Dental Foods Insurance Architects Robotics Textiles Energy Legal Pharma Shipping Media Optics Schools Timber \
    Bakeries Clinics Print Travel
    """)
}
