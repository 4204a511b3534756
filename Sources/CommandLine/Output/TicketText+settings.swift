import Reports
import Settings

extension SettingsInForce {
  /// What tickets look like: the template of `ticket_template` in the format of `ticket_format`.
  public var ticketText: TicketText {
    get throws(SettingsError) {
      let format = text(.ticketFormat).flatMap(TicketFormat.init) ?? .text
      guard let path = text(.ticketTemplate) else { return TicketText(format) }
      let template = try OwnText.read(path, of: place(of: .ticketTemplate))
      do throws(TicketTemplateError) {
        return TicketText(format, template: try TicketTemplate(parsing: template))
      } catch {
        throw SettingsError("\(path) (\(place(of: .ticketTemplate))), \(error.sentence)")
      }
    }
  }
}
