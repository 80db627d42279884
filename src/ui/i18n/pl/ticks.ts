// What the ticks beside a record say. The wording is the same everywhere.

export const ticks = {
  saving: 'zapisuję…',
  device: 'zapisane na tym urządzeniu',
  server: 'bezpieczne na serwerze',
  failed: 'nie udało się zapisać',
  legend: 'Co znaczą znaki',
};
