extension Culture {
  static let greek = Culture(
    given:
      "Ελένη=eleni Γιώργος=giorgos Μαρία=maria Δημήτρης=dimitris Άννα=anna Νίκος=nikos Σοφία=sofia Κώστας=kostas Ιωάννα=ioanna Χρήστος=christos",
    family:
      "Παπαδόπουλος=papadopoulos Νικολάου=nikolaou Γεωργίου=georgiou Οικονόμου=oikonomou Βασιλείου=vasileiou Αλεξίου=alexiou Σταύρου=stavrou"
  )
  static let cyrillic = Culture(
    given:
      "Ольга=olga Андрій=andrii Наталія=nataliia Дмитро=dmytro Катерина=kateryna Сергій=serhii Юлія=yuliia Тарас=taras Євген=yevhen Любов=liubov",
    family:
      "Шевченко=shevchenko Коваль=koval Бондаренко=bondarenko Ткаченко=tkachenko Мельник=melnyk Поліщук=polishchuk Лисенко=lysenko"
  )
  static let turkish = Culture(
    given:
      "Ayşe=ayse Çağla=cagla Ömer=omer Işıl=isil Yiğit=yigit Gülşen=gulsen İbrahim=ibrahim Şebnem=sebnem Mehmet Elif",
    family: "Yılmaz=yilmaz Öztürk=ozturk Çelik=celik Şahin=sahin Kılıç=kilic Doğan=dogan Aydın=aydin Güneş=gunes Aksoy")
  static let arabic = Culture(
    given:
      "فاطمة=fatima محمد=mohammed ليلى=layla أحمد=ahmed نور=nour يوسف=yousef سارة=sara خالد=khaled مريم=maryam عمر=omar",
    family: "الحسن=alhassan منصور=mansour حداد=haddad الخوري=alkhoury سليمان=suleiman ناصر=nasser درويش=darwish")
  static let hebrew = Culture(
    given: "נועה=noa דוד=david תמר=tamar יוסי=yossi מאיה=maya אורי=uri שירה=shira איתן=eitan",
    family: "כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz אברהם=avraham פרידמן=friedman גולן=golan")
  static let chinese = Culture(
    given: "伟=wei 秀英=xiuying 小明=xiaoming 丽=li 建国=jianguo 雪=xue 子涵=zihan 浩然=haoran 静=jing",
    family: "王=wang 李=li 张=zhang 刘=liu 陈=chen 欧阳=ouyang 赵=zhao 周=zhou", writesFamilyFirst: true)
  static let japanese = Culture(
    given: "太郎=taro 花子=hanako 健=ken さくら=sakura 翔太=shota 美咲=misaki 大輔=daisuke 愛=ai 蓮=ren",
    family: "山田=yamada 佐藤=sato 鈴木=suzuki 髙橋=takahashi 田中=tanaka 渡邊=watanabe 小林=kobayashi", writesFamilyFirst: true)
  static let indian = Culture(
    given: "Aarav Diya Vivaan Ananya रोहन=rohan Priya Kavya Arjun मीरा=meera Sanjay Lakshmi",
    family: "Sharma Iyer Reddy Banerjee Desai गुप्ता=gupta Kulkarni Nair Chatterjee")
  static let yoruba = Culture(
    given:
      "Adébáyọ̀=adebayo Títílayọ̀=titilayo Olúwaṣeun=oluwaseun Fọlákẹ́=folake Ọlá=ola Ṣadé=sade Kẹ́hìndé=kehinde Táíwò=taiwo",
    family: "Adéyẹmí=adeyemi Ọbasanjọ́=obasanjo Ṣóyínká=soyinka Akíntọ́lá=akintola Òjó=ojo Balógun=balogun")
  static let vietnamese = Culture(
    given: "Linh Tuấn=tuan Hương=huong Đức=duc Thảo=thao Khánh=khanh Ngọc=ngoc Bảo=bao",
    family: "Nguyễn=nguyen Trần=tran Lê=le Phạm=pham Hoàng=hoang Đặng=dang Vũ=vu")
}
