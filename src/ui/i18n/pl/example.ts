// The sample partnership.

export const example = {
  mark: 'przykład',
  banner: 'Wszystkiego możesz tu próbować, nic nie zostanie wysłane.',
  remove: 'Usuń przykład',
  removed: 'Przykład usunięty',
  open: 'Otwórz przykład',
  opening: 'Przygotowuję przykład…',
  title: 'To jest przykład.',
};
