// What belongs in each section of the plan, an example, and a question to ask the partners.

interface Guide {
  readonly about: string;
  readonly example: string;
  readonly question: string;
}

export const planGuides = {
  profile: {
    about:
      'Kim jesteście jako partnerstwo: skąd wzięła się współpraca, jaki obszar obejmuje, kto ją koordynuje i kto prowadzi spotkania. Nazwa, gmina i biblioteka są wpisane powyżej i nie trzeba ich powtarzać.',
    example:
      '„Spotykamy się od września. Zaczęło się od dożynek, które biblioteka, szkoła i KGW zrobiły wspólnie. Obejmujemy całą gminę: siedem sołectw i dwie filie biblioteki”.',
    question: 'Co już zrobiliśmy razem i co się wtedy udało?',
  },
  needs: {
    about:
      'Czego brakuje mieszkańcom i co przeszkadza więcej niż jednej instytucji. Jedna sprawa w jednym wierszu, nazwana tak, jak mówią o niej ludzie. Przy każdej partnerzy zaznaczają, czy jest dla nich ważna: tak widać, co naprawdę jest wspólne.',
    example: '„Po lekcjach młodzież nie ma gdzie pójść: świetlica jest czynna do 15, ostatni autobus o 16”.',
    question: 'Z czym przychodzą do Was ludzie, a Wy sami nie umiecie temu zaradzić?',
  },
  partners: {
    about:
      'Po co każdy partner jest przy stole: jaki ma w tym interes, czego oczekuje od pozostałych i co sam wnosi. Także ci, których jeszcze nie ma, a bez których się nie uda.',
    example:
      '„OSP: chce, żeby młodzi wstępowali do drużyny. Oczekuje, że ktoś pomoże pisać wnioski. Wnosi salę w remizie i transport”.',
    question: 'Co musiałoby się wydarzyć, żebyście za rok powiedzieli: warto było?',
  },
  resources: {
    about:
      'Co już mamy: ludzie i ich umiejętności, miejsca, sprzęt, pieniądze, wiedza i kontakty. Konkretnie, z nazwą instytucji, która to daje. Potem można zobaczyć, na którą potrzebę dany zasób odpowiada.',
    example: '„Sala widowiskowa GOK na 120 osób z rzutnikiem, wolna we wtorki i czwartki po 17”.',
    question: 'Co u Was stoi nieużywane przez część tygodnia, a komuś by się przydało?',
  },
  vision: {
    about:
      'Jak ma być za trzy do pięciu lat, jeśli się uda, i który interes jest wspólny wszystkim. Kilka zdań, które każdy partner mógłby powtórzyć własnymi słowami.',
    example:
      '„Biblioteka jest miejscem, do którego przychodzi się także bez książki. Każda instytucja w gminie wie, co robią inne, i raz w roku robimy coś dużego razem”.',
    question: 'Co mieszkaniec zauważy jako pierwsze, kiedy nasza współpraca będzie działać?',
  },
  goals: {
    about:
      'Do czego chcecie dojść i po czym to poznacie. Do każdego celu jeden lub dwa wskaźniki: ile jest teraz, ile ma być. Lepiej trzy cele, o których się pamięta, niż dziesięć w szufladzie.',
    example: '„Młodzi wracają do biblioteki. Uczestnicy zajęć w miesiącu: teraz 0, w czerwcu 25”.',
    question: 'Po jakiej liczbie za rok poznamy, że jesteśmy bliżej?',
  },
  activities: {
    about:
      'Kto co zrobi, do kiedy, za co i z jakim skutkiem. Każde działanie ma jednego gospodarza, nawet gdy robi je kilka instytucji. Ustalenie ze spotkania można zamienić w działanie jednym dotknięciem.',
    example: '„Zakup gier planszowych. Biblioteka, do 15 grudnia, 1 800 zł z grantu”.',
    question: 'Co z tego możecie zacząć w najbliższym miesiącu i kto zadzwoni pierwszy?',
  },
  project: {
    about:
      'Projekt zgłaszany do konkursu grantowego „Aktywna Biblioteka”: co zrobicie, dla kogo, jaki będzie wkład partnerów. Napiszcie też, co zostanie, gdy grant się skończy.',
    example:
      '„Klub gier i filmu dla uczniów klas 6–8. Biblioteka prowadzi, szkoła zaprasza, OSP dowozi z sołectw. Po grancie gry zostają, a zajęcia prowadzą wolontariusze”.',
    question: 'Czego biblioteka nie zrobi bez Was, nawet mając pieniądze?',
  },
  longTermConcept: {
    about:
      'Współpraca nastawiona na cele strategiczne, dla której jeden grant jest tylko etapem. Co ma trwać latami, z jakimi dokumentami gminy się łączy i jak będziecie się spotykać, gdy program się skończy.',
    example:
      '„Partnerstwo działa przy strategii rozwoju gminy. Co kwartał spotkanie, co rok wspólny plan, a o nowych projektach mówimy sobie, zanim złożymy wniosek”.',
    question: 'Co powinno działać także wtedy, gdy nikt z nas nie będzie już pełnił swojej funkcji?',
  },
  roles: {
    about:
      'Kto koordynuje, kto się z kim kontaktuje, jak podejmujecie decyzje. Jak rozmawiacie z wójtem i radą. Co robicie, gdy dwie strony się nie zgadzają: do kogo idzie się najpierw i kto pomaga się dogadać.',
    example:
      '„Decyzje zapadają na spotkaniu, gdy nikt nie jest przeciw. Raz w roku przedstawiamy radzie gminy, co zrobiliśmy. W sporze rozmowę prowadzi osoba, na którą zgadzają się obie strony”.',
    question: 'Na czym najłatwiej byłoby nam się pokłócić i co wtedy zrobimy?',
  },
  promotion: {
    about:
      'Jak mieszkańcy i władze dowiedzą się o tym, co robicie, i jak przy tym widać każdego partnera. Gdzie ogłaszacie, kto pisze, czyje znaki stoją na plakacie.',
    example:
      '„Plakat w sklepach i na tablicach sołeckich tydzień wcześniej, post na stronach wszystkich partnerów tego samego dnia, na każdym znaki nas wszystkich”.',
    question: 'Skąd Wasi ludzie naprawdę dowiadują się, że coś się dzieje?',
  },
  evaluation: {
    about:
      'Partnerstwo ma przynosić dziewięć korzyści. Przy każdej napiszcie, po czym poznacie, że naprawdę jest, kto to sprawdzi i kiedy. Niektóre mogą Was nie dotyczyć.',
    example:
      '„Wzajemne zaufanie: po roku każdy partner choć raz pożyczył coś od innego. Sprawdza biblioteka, w czerwcu”.',
    question: 'Która z tych korzyści jest dla Was najważniejsza, a której na razie w ogóle nie widać?',
  },
  sustainability: {
    about:
      'Co zostanie, gdy skończą się godziny animatora i pieniądze z grantu. Kto zwołuje spotkania, skąd będą środki, jak wprowadzicie nowych ludzi, gdy ktoś odejdzie.',
    example:
      '„Spotykamy się co kwartał, na zmianę u każdego partnera. Gospodarz zwołuje i spisuje ustalenia. Nowa osoba dostaje ten plan i rozmowę z biblioteką”.',
    question: 'Co przetrwa, jeśli za rok każde z nas będzie miało o połowę mniej czasu?',
  },
  acceptance: {
    about:
      'Na co się zgadzacie i od kiedy to obowiązuje. Kiedy plan jest gotowy, zapisuje się jego wersję, a każda instytucja ją akceptuje. Późniejsze zmiany są widoczne jako zmiany.',
    example: '„Plan obowiązuje od 1 stycznia. Przeglądamy go na trzecim spotkaniu i potem co rok”.',
    question: 'Czy jest tu coś, pod czym Wasza instytucja nie może się podpisać?',
  },
} satisfies Record<string, Guide>;
