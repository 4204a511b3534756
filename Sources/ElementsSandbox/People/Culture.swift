/// Names that go together.
struct Culture: Sendable {
  let givenNames: [Name]
  let familyNames: [Name]
  /// The family first, and no blank between.
  let writesFamilyFirst: Bool

  init(given: String, family: String, writesFamilyFirst: Bool = false) {
    givenNames = Name.list(given)
    familyNames = Name.list(family)
    self.writesFamilyFirst = writesFamilyFirst
  }

  /// How many different people there can be.
  var size: Int { givenNames.count * familyNames.count }

  /// One of `size` people, a different one for each number in 0..<`size`.
  func names(of number: Int) -> (given: Name, family: Name)? {
    guard size > 0 else { return nil }
    // A prime that divides no list's length, so that neighbours share neither name.
    let pair = number % size * 211 % size
    return (givenNames[pair % givenNames.count], familyNames[pair / givenNames.count])
  }

  func written(_ names: (given: Name, family: Name)) -> String {
    writesFamilyFirst ? names.family.written + names.given.written : "\(names.given.written) \(names.family.written)"
  }
}

extension Culture {
  static let all: [Culture] = [
    english, german, french, dutch, nordic, iberian, slavic, italian, greek, cyrillic, turkish, arabic, hebrew, chinese,
    japanese, indian, yoruba, vietnamese,
  ]

  static let english = Culture(
    given: "Olivia Bob Amelia Jack Grace Harry Charlotte Noah Siobhán=siobhan Liam Chloë=chloe Ethan Ruby Oscar",
    family: "Mark Smith O'Neill Taylor Brown Walker Hughes Clarke Patel Morgan Bennett Fraser Lloyd")
  static let german = Culture(
    given: "Anna Jürgen=juergen Lena Björn=bjoern Käthe=kaethe Lukas Sönke=soenke Mia Felix Jörg=joerg Heike Uwe Grete",
    family:
      "Müller=mueller Schmidt Weiß=weiss Köhler=koehler Fischer Schäfer=schaefer Hoffmann Krüger=krueger Vogel Groß=gross Brandt"
  )
  static let french = Culture(
    given:
      "Chloé=chloe François=francois Élodie=elodie Lucas Zoé=zoe Hugo Inès=ines Léa=lea Théo=theo Maëlle=maelle Noël=noel Jade",
    family:
      "Martin Lefèvre=lefevre Dubois Béranger=beranger Moreau Guérin=guerin D'Arcy=darcy Fournier Brûlé=brule Gaultier Roche"
  )
  static let dutch = Culture(
    given: "Zoë=zoe Daan Sanne Bram Fleur Sem Anouk Thijs Loes Joris Noor Ruben",
    family: "Jansen Visser Bakker Smit Mulder Dekker Bos Kuipers Hendriks Postma Brouwer")
  static let nordic = Culture(
    given:
      "Åsa=asa Björn=bjorn Søren=soren Ingrid Øyvind=oyvind Maja Jón=jon Åke=ake Päivi=paivi Lars Guðrún=gudrun Astrid Emil",
    family:
      "Ångström=angstrom Lindqvist Sørensen=sorensen Hæreid=haereid Virtanen Bjørnstad=bjornstad Nyström=nystrom Dahl Þórsson=thorsson Mäkinen=makinen Holm"
  )
  static let iberian = Culture(
    given:
      "María=maria João=joao Íñigo=inigo Lucía=lucia Tiago Begoña=begona André=andre Sofía=sofia Gonçalo=goncalo Inés=ines Pablo Beatriz",
    family:
      "García=garcia Gonçalves=goncalves Muñoz=munoz Conceição=conceicao Ibáñez=ibanez Silva Fernández=fernandez Araújo=araujo Peña=pena Vidal Rocha"
  )
  static let slavic = Culture(
    given:
      "Łukasz=lukasz Małgorzata=malgorzata Jiří=jiri Žofie=zofie Agnieszka Ondřej=ondrej Paweł=pawel Šárka=sarka Zdeněk=zdenek Ewa Marek Hana",
    family:
      "Wójcik=wojcik Dvořák=dvorak Kowalski Żak=zak Černý=cerny Nowak Šimek=simek Głowacki=glowacki Říha=riha Zając=zajac Krejčí=krejci"
  )
  static let italian = Culture(
    given: "Giulia Niccolò=niccolo Chiara Matteo Aurora Lorenzo Francesca Davide Elena Riccardo Sara Tommaso",
    family: "Rossi Esposito Bianchi Ricci D'Angelo=dangelo Colombo Greco Moretti Fontana Barbieri Galli")
}
