extension TicketTemplate {
  /// The template where the configuration names none.
  static func usual(_ format: TicketFormat) -> TicketTemplate {
    let text =
      switch format {
      case .text: usualText
      case .markdown: usualMarkdown
      }
    // A test reads both; whatever came of a mistake in them, there would still be a line to hand over.
    return (try? TicketTemplate(parsing: text))
      ?? TicketTemplate(nodes: [.block(.each, [.line([.field(.user), .text(" "), .field(.timeUTC)])])])
  }

  static let usualText = """
    {title}
    {each_tenant}

    Customer   {customer}
    Tenant     {tenant}
    {one}
    {each}
    User       {user}
    Name       {name}
    Time       {time_utc}
               {time_local}
    Address    {address}
    Listed in  {place}
    Risk       {risk}
    Stay       {stay}
    Evidence   {evidence}
    {end}
    {end}
    {several}
    {each}

      {time_utc}  {user}
        Time       {time_local}
        Name       {name}
        Address    {address}, listed in {place}
        Risk       {risk}
        Stay       {stay}
        Evidence   {evidence}
    {end}
    {end}
    {end}

    What was read of the user and the address, over all tenants
    {each_user}
      {user}: {user_known}
    {end}
    {each_address}
      {address}: {address_known}
    {end}

    What this rests on
      {basis}

    What is not known
      {unknown}

    Made {made_utc} with risktop, from {source}
    """

  static let usualMarkdown = """
    ### {title}
    {each_tenant}

    **Customer:** {customer}, tenant {tenant}

    {one}
    {each}
    - **User:** {user}
    - **Name:** {name}
    - **Time:** {time_utc}
    - **Local time:** {time_local}
    - **Address:** {address}
    - **Listed in:** {place}
    - **Risk:** {risk}
    - **Stay:** {stay}
    - **Evidence:** {evidence}
    {end}
    {end}
    {several}
    {each}
    - {time_utc}: {user} ({name}) from {address}, listed in {place}, {risk}, {stay}
      - local time {time_local}
      - {evidence}
    {end}
    {end}
    {end}

    #### What was read of the user and the address, over all tenants

    {each_user}
    - {user}: {user_known}
    {end}
    {each_address}
    - {address}: {address_known}
    {end}

    #### What this rests on

    - {basis}

    #### What is not known

    - {unknown}

    Made {made_utc} with risktop, from {source}
    """
}
