// Ustawienia.

export const settings = {
  title: 'Ustawienia',
  language: 'Język',
  languages: { pl: 'Polski', en: 'English' },
  device: 'To urządzenie',
  pin: 'PIN urządzenia',
  pinText: 'Blokuje wyjście z „Podpisują sami”. Nie szyfruje danych.',
  changePin: 'Zmień PIN',
  data: 'Dane na tym urządzeniu',
  exportAll: 'Zapisz kopię wszystkiego do pliku',
  about: 'O aplikacji',
  help: 'Pomoc',
  retention: 'Jak długo przechowujemy dane',
  controller: 'Administrator danych',
  inspector: 'Inspektor ochrony danych',
};
