// The sample partnership.

export const example = {
  mark: 'przykład',
  banner: 'Oglądasz przykład. Możesz tu wszystkiego próbować.',
  remove: 'Usuń przykład',
  removed: 'Przykład usunięty',
  open: 'Otwórz przykład',
  opening: 'Przygotowuję przykład…',
};
