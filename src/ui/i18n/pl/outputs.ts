// Printing and files: Załącznik 2 and its sheets. What is printed stands under `sheet`.
import { plural } from '../plural.ts';

export const outputs = {
  printTitle: 'Drukuj listę obecności',
  backToMeeting: 'Spotkanie',
  settings: 'Co wydrukować',
  content: 'Rodzaj listy',
  filled: 'Z nazwiskami',
  filledClosedHint: 'Osoby obecne na spotkaniu i ich podpisy.',
  filledOpenHint: 'Wszystkie osoby z listy. Kto nie podpisał się w aplikacji, ma miejsce na podpis.',
  blank: 'Pusta, do wpisania na papierze',
  blankHint: 'Same ponumerowane wiersze. Nazwiska i podpisy uczestnicy wpiszą długopisem.',
  walkInRows: 'Puste wiersze na końcu',
  walkIns: { none: 'Bez', fillSheet: 'Do końca strony', extraSheet: 'Dodatkowa strona' },
  blankRows: 'Liczba wierszy',
  contactSheet: 'Dołącz osobną kartę z danymi kontaktowymi',
  contactSheetHint: 'Telefony i e-maile, tylko dla Ciebie jako organizatora. Nie wykładaj jej razem z listą.',
  contactSheetOn: 'Na ostatnich stronach będą telefony i e-maile',
  contactSheetOnText: 'Odłóż te strony, zanim podasz listę uczestnikom. Nie zostawiaj ich na drukarce.',
  noContacts: 'Nikt z tej listy nie ma zapisanego telefonu ani e-maila, więc karty nie będzie.',
  print: 'Drukuj',
  savePdf: 'Pobierz PDF',
  saved: 'Plik PDF jest zapisany w pobranych plikach.',
  preparing: 'Przygotowuję wydruk…',
  preview: 'Podgląd wydruku',
  sheets: (n: number) =>
    `${n} ${plural('pl', n, { one: 'strona', few: 'strony', many: 'stron', other: 'strony' })} A4`,
  notSealed: 'Lista nie jest jeszcze zamknięta',
  notSealedText:
    'Na wydruku będą wszystkie osoby z listy. Ostateczną listę wydrukujesz po zamknięciu spotkania.',
  missing: 'Nie ma takiego spotkania',
  missingText: 'Na tym urządzeniu go nie ma. Może jeszcze nie przyszło z serwera.',
  unreadable: 'Nie udało się odczytać listy',
  unreadableText: 'Dane są na urządzeniu. Otwórz aplikację ponownie.',
  pdfLetters: (letters: string) => `W pliku PDF nie ma tych znaków: ${letters}`,
  pdfLettersText: 'Wybierz „Drukuj”, a w oknie drukowania drukarkę „Zapisz jako PDF”.',
  pdfFailed: 'Nie udało się przygotować pliku PDF',
  pdfFailedText: 'Spróbuj jeszcze raz albo wybierz „Drukuj” i drukarkę „Zapisz jako PDF”.',
  sheet: {
    title: 'Załącznik 2. Lista obecności',
    contactsTitle: 'Dane kontaktowe',
    contactsWarning:
      'Tylko dla organizatora spotkania. Nie wykładaj tej karty razem z listą obecności i nie pokazuj jej uczestnikom.',
    example: 'PRZYKŁAD',
    organisedBy: (organiser: string) => `Organizator programu: ${organiser}`,
    fields: {
      partnership: 'Partnerstwo',
      library: 'Biblioteka',
      meeting: 'Spotkanie',
      date: 'Data',
      hours: 'Godziny',
      place: 'Miejsce',
      round: 'Runda',
      facilitator: 'Animator/ka',
    },
    gmina: (gmina: string) => `gmina ${gmina}`,
    meeting: (number: number, title: string) => (title === '' ? `nr ${number}` : `nr ${number}: ${title}`),
    hours: (from: string, to: string) =>
      to === '' ? `od ${from}` : from === '' ? `do ${to}` : `${from}–${to}`,
    ordinal: 'Lp.',
    person: 'Imię i nazwisko',
    organisation: 'Instytucja / organizacja',
    signature: 'Podpis',
    phone: 'Telefon',
    email: 'E-mail',
    page: (page: number, all: number) => `Strona ${page} z ${all}`,
    signatureOf: (name: string) => `Podpis: ${name}`,
    confirmed: {
      cannotDraw: 'potwierdzono bez podpisu: trudność z pisaniem',
      prefersNot: 'potwierdzono bez podpisu: taka wola tej osoby',
      deviceTrouble: 'potwierdzono bez podpisu: kłopot z urządzeniem',
      signedOnPaper: 'podpis złożony na papierowej liście',
      erased: 'podpis usunięto na żądanie tej osoby',
    },
    erasedPerson: 'dane usunięte',
    nobodyPresent: 'Na liście nie zapisano nikogo obecnego.',
    state: {
      forPaper: 'Lista do wypełnienia na papierze.',
      open: (fingerprint: string) => `Lista nie jest jeszcze zamknięta. Odcisk listy: ${fingerprint}.`,
      sealMissing: (fingerprint: string) =>
        `Spotkanie zamknięte, ale jego pieczęci nie ma jeszcze na tym urządzeniu. Odcisk listy: ${fingerprint}.`,
      sealed: (when: string, who: string, fingerprint: string) =>
        `Lista zamknięta ${when}${who === '' ? '' : ` (${who})`}. Odcisk listy: ${fingerprint}.`,
      closedFirst: (when: string) => `Lista zamknięta ${when}.`,
      corrected: (when: string, who: string, reason: string, fingerprint: string) =>
        `Poprawiona ${when}${who === '' ? '' : ` (${who})`}${reason === '' ? '' : `, powód: ${reason}`}. Odcisk listy po poprawce: ${fingerprint}.`,
      changed: (when: string, sealed: string, fingerprint: string) =>
        `Lista zmieniła się po zamknięciu ${when}: zamknięto ją z odciskiem ${sealed}, ten wydruk ma odcisk ${fingerprint}.`,
      present: (count: number) => `Liczba osób obecnych: ${count}.`,
      asterisk: '* wpis dodany lub poprawiony po zamknięciu listy.',
    },
    clause: {
      title: 'Informacja o danych osobowych (art. 13 RODO).',
      controller: (name: string) => `Administratorem danych jest ${name}.`,
      inspector: (contact: string) => `Kontakt z inspektorem ochrony danych: ${contact}.`,
      inspectorThroughController: 'Z inspektorem ochrony danych skontaktujesz się przez administratora.',
      purpose:
        'Dane z listy służą potwierdzeniu udziału w spotkaniu i rozliczeniu wsparcia w programie, na podstawie art. 6 ust. 1 lit. c i e RODO. Bez podania danych nie potwierdzimy Twojej obecności.',
      recipients: (organiser: string) =>
        `Dane otrzymuje organizator programu (${organiser}) oraz podmioty, które kontrolują jego rozliczenie.`,
      retention: (years: number, until: string | undefined) => {
        const length = `${years} ${plural('pl', years, { one: 'rok', few: 'lata', many: 'lat', other: 'roku' })}`;
        return until === undefined
          ? `Przechowujemy je ${length} od dnia spotkania.`
          : `Przechowujemy je ${length} od dnia spotkania, do ${until}.`;
      },
      rights:
        'Masz prawo dostępu do swoich danych, ich sprostowania, usunięcia i ograniczenia przetwarzania, prawo sprzeciwu oraz skargi do Prezesa Urzędu Ochrony Danych Osobowych.',
      whole: 'Pełna informacja:',
      wholeAtController: 'Pełną informację dostaniesz u administratora.',
    },
    preparedBy: 'Listę sporządził/a:',
    preparerSignature: 'data i podpis osoby sporządzającej',
    fileName: (number: number, date: string | undefined) =>
      `Lista obecności, spotkanie ${number}${date === undefined ? '' : `, ${date}`}`,
  },
};
